import { Lease, Search } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { parseId } from '../ids.ts';

/** What a worker shows to act under a lease. */
export interface LeaseKey {
  leaseId: string;
  fence: number;
}

export interface Held {
  lease: Lease;
  /** Locked when it was asked for. */
  search: Search;
  /** The lease has ended because its work is done: whatever comes now is a repetition. */
  completed: boolean;
}

/**
 * Locks a lease for the rest of the transaction, and with `lockSearch` its search before it: everything that changes both takes the
 * locks in this order. A lease that has expired is good as long as nobody took it away, for nobody else can have the work.
 * @throws Refused LEASE_LOST when the fence is not the lease's or the lease has ended otherwise than by completion
 */
export async function holdLease(tx: Transaction, { leaseId, fence }: LeaseKey, { lockSearch = false } = {}): Promise<Held> {
  const id = parseId('Lease', leaseId);
  const [search] = await tx.entities(
    Search,
    `SELECT ${searchColumns(tx)} FROM search WHERE id = (SELECT search_id FROM lease WHERE id = $1)${lockSearch ? ' FOR UPDATE' : ''}`,
    [id],
  );
  const [lease] = await tx.entities(Lease, 'SELECT * FROM lease WHERE id = $1 FOR UPDATE', [id]);
  if (!lease || !search) throw lost('leaseId', `${JSON.stringify(leaseId)} is not a lease any more`);
  return { lease, search, completed: isCompleted(lease, fence) };
}

/**
 * Whether the work of a locked lease is done already.
 * @throws Refused LEASE_LOST, as `holdLease`
 */
export function isCompleted(lease: Lease, fence: number): boolean {
  if (lease.fence !== fence) throw lost('fence', `${fence}; allowed: ${lease.fence}, the fence of this lease`);
  const completed = lease.outcome === 'COMPLETED';
  if (lease.endedAt && !completed)
    throw lost('leaseId', `the lease was ${lease.outcome === 'LOST' ? 'lost' : 'given back'}; its work may be someone else's`);
  return completed;
}

/** The columns of `search` that are read unasked: not what may be megabytes. */
export function searchColumns(tx: Transaction): string {
  const { columns } = tx.manager.connection.getMetadata(Search);
  return columns.flatMap(({ isSelect, databaseName }) => (isSelect ? [`search.${databaseName}`] : [])).join(', ');
}

/** As `holdLease`, for what cannot be said again once the work is done. */
export async function holdOpenLease(tx: Transaction, key: LeaseKey, options?: { lockSearch?: boolean }): Promise<Held> {
  const held = await holdLease(tx, key, options);
  if (held.completed) throw lost('leaseId', 'the work of this lease is done');
  return held;
}

/** Ends a lease that is locked. */
export async function endLease(tx: Transaction, leaseId: string, outcome: 'COMPLETED' | 'RELEASED' | 'LOST'): Promise<void> {
  await tx.query('UPDATE lease SET ended_at = now(), outcome = $2, progress = NULL WHERE id = $1', [leaseId, outcome]);
}

export const lost = (field: string, message: string) => new Refused(refuse(field, message, 'LEASE_LOST'));
