import type { SearchStatus } from '../lib/operations.generated.ts';

/** What the list can be narrowed to, as it stands in the address. */
export const SHOWN = ['all', 'active', 'ended'] as const;
export type Shown = (typeof SHOWN)[number];

/** null for all. */
export function statusesOf(shown: Shown): SearchStatus[] | null {
  switch (shown) {
    case 'all':
      return null;
    case 'active':
      return ['QUEUED', 'RUNNING', 'PAUSED'];
    case 'ended':
      return ['FINISHED', 'STOPPED', 'FAILED'];
  }
}
