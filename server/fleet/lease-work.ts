import type { DataSource } from '../database/data-source.ts';
import { type Lease, Trial, Worker } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, unknown } from '../errors.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import type { WorkKind } from '../resolvers.generated.ts';
import { chooseWork } from './choose.ts';
import { grantStep, grantTrial } from './grant.ts';

/** Work that others took between choosing and granting is chosen again so often. */
const TRIES = 5;

const SEEN_MS = 3_000;

/**
 * Gives out one piece of work, or null when there is none now.
 * @throws Refused UNKNOWN for a worker that has said goodbye
 */
export async function leaseWork(database: DataSource, workerId: string, accepts: WorkKind[]): Promise<Lease | null> {
  for (let i = 0; i < TRIES; i++) {
    const lease = await transaction(database, (tx) => tryLease(tx, workerId, accepts));
    if (lease !== 'AGAIN') return lease;
  }
  return null;
}

async function tryLease(tx: Transaction, workerId: string, accepts: WorkKind[]): Promise<Lease | null | 'AGAIN'> {
  const [worker] = await tx.entities(Worker, 'SELECT * FROM worker WHERE id = $1 AND gone_at IS NULL', [workerId]);
  if (!worker) throw new Refused(unknown('workerId', workerId));
  // a waiting worker looks again at every event: that it lives is written now and then
  if (Date.now() - worker.lastSeenAt.getTime() > SEEN_MS)
    await tx.query('UPDATE worker SET last_seen_at = now() WHERE id = $1', [workerId]);
  const events: NewEvent[] = [];
  const lease = await choose(tx, worker, accepts, events);
  if (typeof lease === 'string') {
    await appendEvents(tx, worker.teamId, events);
    // a trial that ended untrained may make a step due
    return lease === 'AGAIN' || events.length > 0 ? 'AGAIN' : null;
  }
  if (await beginSearch(tx, lease.searchId)) events.push({ kind: 'SEARCH_CHANGED', searchId: lease.searchId, workerId });
  if (lease.trialId) {
    const trial = await tx.manager.findOneByOrFail(Trial, { id: lease.trialId });
    events.push({ kind: 'TRIAL_STARTED', searchId: lease.searchId, candidateId: trial.candidateId, trialId: trial.id, workerId });
  }
  await appendEvents(tx, worker.teamId, events);
  return lease;
}

/** Asks one search after the other, until there is something for this worker; locks those that it has asked. */
async function choose(tx: Transaction, worker: Worker, accepts: WorkKind[], events: NewEvent[]): Promise<Lease | 'NONE' | 'AGAIN'> {
  for (const asked: string[] = []; ; ) {
    const chosen = await chooseWork(tx, worker.teamId, accepts, asked);
    if (!chosen) return 'NONE';
    if (chosen.kind === 'STEP') return (await grantStep(tx, chosen.searchId, worker.id)) ?? 'AGAIN';
    const granted = await grantTrial(tx, chosen.searchId, worker);
    events.push(...granted.events);
    if (granted.lease === 'WAITS') return 'NONE';
    if (granted.lease !== 'NONE') return granted.lease;
    asked.push(chosen.searchId);
  }
}

/** The first lease of a queued search begins its clock. */
async function beginSearch(tx: Transaction, searchId: string): Promise<boolean> {
  const begun = await tx.query(
    `UPDATE search SET status = 'RUNNING', started_at = coalesce(started_at, now()), running_since = now()
     WHERE id = $1 AND status = 'QUEUED' RETURNING id`,
    [searchId],
  );
  return begun.length > 0;
}
