import type { DataSource } from '../database/data-source.ts';
import { Lease } from '../database/entities.ts';
import { queries, type Transaction, transaction } from '../database/transaction.ts';
import { appendEvents } from '../feed/append.ts';
import { endLease } from './hold.ts';
import { requeueTrial } from './requeue.ts';
import { stepFailed } from './step-failed.ts';

/** Takes away every lease that was not renewed in time. @returns how many */
export async function loseExpired(database: DataSource): Promise<number> {
  const expired = await queries(database).query<{ id: string; search_id: string }>(
    'SELECT id, search_id FROM lease WHERE ended_at IS NULL AND expires_at < now() ORDER BY expires_at LIMIT 1000',
  );
  let count = 0;
  for (const { id, search_id } of expired) if (await transaction(database, (tx) => lose(tx, id, search_id))) count++;
  return count;
}

/** A lease that was renewed or ended in the meantime stays as it is. */
async function lose(tx: Transaction, leaseId: string, searchId: string): Promise<boolean> {
  await tx.query('SELECT id FROM search WHERE id = $1 FOR UPDATE', [searchId]);
  const [lease] = await tx.entities(Lease, 'SELECT * FROM lease WHERE id = $1 AND ended_at IS NULL AND expires_at < now() FOR UPDATE', [
    leaseId,
  ]);
  if (!lease) return false;
  await endLease(tx, lease.id, 'LOST');
  const events = lease.trialId ? await requeueTrial(tx, lease, { lost: true }) : await stepFailed(tx, searchId, 'its worker was lost');
  await appendEvents(tx, lease.teamId, [{ kind: 'WORKER_CHANGED', workerId: lease.workerId }, ...events]);
  return true;
}
