import type { DataSource } from '../database/data-source.ts';
import type { Lease } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { appendEvents } from '../feed/append.ts';
import { endLease, holdLease, type LeaseKey } from './hold.ts';
import { requeueTrial } from './requeue.ts';
import { stepFailed } from './step-failed.ts';

/**
 * Takes back work that its worker will not finish: a trial is queued again, which counts no attempt.
 * Work that is done already needs no giving back: that is answered as success.
 * @throws Refused LEASE_LOST
 */
export async function releaseLease(database: DataSource, key: LeaseKey, reason: string | null): Promise<void> {
  await transaction(database, async (tx) => {
    const { lease, completed } = await holdLease(tx, key, { lockSearch: true });
    if (!completed) await giveBack(tx, lease, reason);
  });
}

/** Gives back a locked, open lease whose search is locked. */
export async function giveBack(tx: Transaction, lease: Lease, reason: string | null): Promise<void> {
  await endLease(tx, lease.id, 'RELEASED');
  const events = lease.trialId
    ? await requeueTrial(tx, lease, { lost: false })
    : // without a reason the worker just ends
      reason === null
      ? []
      : await stepFailed(tx, lease.searchId, reason);
  await appendEvents(tx, lease.teamId, events);
}
