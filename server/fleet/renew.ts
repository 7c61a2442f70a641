import type { DataSource } from '../database/data-source.ts';
import type { Lease } from '../database/entities.ts';
import { Lease as LeaseTable } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import type { TrialProgressInput } from '../resolvers.generated.ts';
import { holdOpenLease, type LeaseKey } from './hold.ts';
import { LEASE_SECONDS } from './limits.ts';
import { isWanted } from './wanted.ts';

/** Prolongs a lease and keeps what its trial or round is doing now. @throws Refused LEASE_LOST; OUT_OF_RANGE for a time left below 0 */
export async function renewLease(
  database: DataSource,
  key: LeaseKey,
  progress: TrialProgressInput | null,
): Promise<{ lease: Lease; wanted: boolean }> {
  const left = progress?.secondsLeft ?? 0;
  if (left < 0) throw new Refused(refuse('progress.secondsLeft', `${left}; allowed: 0 or more`, 'OUT_OF_RANGE'));
  return transaction(database, async (tx) => {
    const { lease, search } = await holdOpenLease(tx, key);
    const [renewed] = await tx.entities(
      LeaseTable,
      `UPDATE lease SET expires_at = now() + make_interval(secs => $2), progress = coalesce($3, progress) WHERE id = $1 RETURNING *`,
      [lease.id, LEASE_SECONDS, progress && JSON.stringify(progress)],
    );
    await seeWorker(tx, lease.workerId);
    return { lease: renewed!, wanted: isWanted(search) };
  });
}

async function seeWorker(tx: Transaction, workerId: string): Promise<void> {
  await tx.query('UPDATE worker SET last_seen_at = now() WHERE id = $1', [workerId]);
}
