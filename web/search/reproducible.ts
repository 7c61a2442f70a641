import type { SearchDevicesQuery } from '../lib/operations.generated.ts';

type Device = NonNullable<SearchDevicesQuery['search']>['devices'][number];

const named = ({ device, backend, threads }: Device) => `${device} (${backend}, ${threads} thread${threads === 1 ? '' : 's'})`;

/** Whether the same seed gives this search again, and why not; null before the first training, when nobody knows. `timed`: a budget of seconds ends it. */
export function reproducibleText(devices: readonly Device[], { timed, changed }: { timed: boolean; changed: boolean }): string | null {
  const [first, ...others] = devices;
  if (!first) return null;
  const unsteady = devices.filter(({ reproducible }) => !reproducible);
  const may = 'The same seed may give another search: ';
  if (unsteady.length > 0)
    return `${may}${unsteady.map(named).join(' and ')} ${unsteady.length === 1 ? 'adds' : 'add'} numbers in any order, so rewards differ in their last digits.`;
  if (others.length > 0)
    return `${may}it was trained on ${devices.map(named).join(' and ')}, each of which gives its own numbers again, and which of them trains a candidate is chance.`;
  if (timed)
    return `${may}its networks would get the same rewards on ${named(first)}, but its budget of seconds ends it wherever it is then.`;
  const changes = changed ? ', with the same changes at the same candidates' : '';
  return `The same seed gives the same search${changes}: it was trained on ${named(first)}, which gives the same numbers again to the last bit.`;
}
