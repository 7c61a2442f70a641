import type { WorkerStatus } from '../lib/operations.generated.ts';

/** What "not reproducible" means, for its tooltip. */
export const NOT_REPRODUCIBLE =
  'This device adds numbers in any order, so the same training ends in slightly different numbers each time, and the same seed may lead a search another way.';

/** One line about the workers that are there and do not promise the same numbers again; null when all do. */
export function seedNote(workers: readonly { name: string; device: string; status: WorkerStatus; reproducible: boolean }[]): string | null {
  const unsteady = workers.filter(({ status, reproducible }) => !reproducible && (status === 'IDLE' || status === 'WORKING'));
  const [first] = unsteady;
  if (!first) return null;
  const who =
    unsteady.length === 1
      ? `Worker ${first.name} (${first.device}) does`
      : `${unsteady.length} workers, such as ${first.name} (${first.device}), do`;
  return `${who} not promise the same numbers again: the same seed may give another search.`;
}
