import type { LeaseWorkMutation } from '../operations.generated.ts';

/** One piece of work that this worker holds. */
export type Leased = NonNullable<LeaseWorkMutation['leaseWork']['lease']>;

/** All that an answer leases, in the order in which it is to be worked; none when there is nothing now, or the server said no. */
export function leased({ lease, more }: LeaseWorkMutation['leaseWork']): Leased[] {
  if (!lease) return [];
  const { work: first } = lease;
  // trials that are leased together are of one search
  const search = first?.__typename === 'TrialWork' ? first.search : null;
  return [
    lease,
    ...(more ?? []).map(({ work, ...key }) => ({ ...key, work: search && work?.__typename === 'TrialWork' ? { ...work, search } : null })),
  ];
}
