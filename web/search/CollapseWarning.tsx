import { Alert } from '@mantine/core';
import type { SearchPageQuery } from '../lib/operations.generated.ts';
import { percent } from '../plots/exploration.ts';

type Collapse = NonNullable<NonNullable<SearchPageQuery['search']>['collapse']>;

/** That a controller settles on few networks, from when on, and what can be done about it. */
export function CollapseWarning({ collapse }: { collapse: Collapse }) {
  const { sign, number, value } = collapse;
  return (
    <Alert color="orange" variant="light" title="The controller begins to settle on few networks" role="status">
      {sign === 'REPEATS'
        ? `At candidate ${number} only ${percent(value)} of the last 50 networks that it drew were new. `
        : `At candidate ${number} its entropy was ${percent(value)} of what it began with. `}
      A new search with a higher entropy weight, a lower learning rate, or a longer epsilon schedule explores more.
    </Alert>
  );
}
