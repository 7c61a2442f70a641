import type { DataSource } from '../database/data-source.ts';
import { type Lease, Worker } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, unknown } from '../errors.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import type { WorkKind } from '../resolvers.generated.ts';
import { chooseWork } from './choose.ts';
import { grantStep, grantTrials } from './grant.ts';

/** Work that others took between choosing and granting is chosen again so often. */
const TRIES = 5;

const SEEN_MS = 3_000;

/**
 * Gives out a step, or a trial, or up to `most` trials of one search; null when there is nothing now.
 * @throws Refused UNKNOWN for a worker that has said goodbye
 */
export async function leaseWork(database: DataSource, workerId: string, accepts: WorkKind[], most = 1): Promise<Lease[] | null> {
  for (let i = 0; i < TRIES; i++) {
    const leases = await transaction(database, (tx) => tryLease(tx, workerId, accepts, most));
    if (leases !== 'AGAIN') return leases;
  }
  return null;
}

async function tryLease(tx: Transaction, workerId: string, accepts: WorkKind[], most: number): Promise<Lease[] | null | 'AGAIN'> {
  const [worker] = await tx.entities(Worker, 'SELECT * FROM worker WHERE id = $1 AND gone_at IS NULL', [workerId]);
  if (!worker) throw new Refused(unknown('workerId', workerId));
  // a waiting worker looks again at every event: that it lives is written now and then
  if (Date.now() - worker.lastSeenAt.getTime() > SEEN_MS)
    await tx.query('UPDATE worker SET last_seen_at = now() WHERE id = $1', [workerId]);
  const events: NewEvent[] = [];
  const leases = await choose(tx, worker, accepts, most, events);
  if (typeof leases === 'string') {
    await appendEvents(tx, worker.teamId, events);
    // a trial that ended untrained may make a step due
    return leases === 'AGAIN' || events.length > 0 ? 'AGAIN' : null;
  }
  await appendEvents(tx, worker.teamId, events);
  return leases;
}

/** Asks one search after the other, until there is something for this worker; locks those that it has asked. */
async function choose(
  tx: Transaction,
  worker: Worker,
  accepts: WorkKind[],
  most: number,
  events: NewEvent[],
): Promise<Lease[] | 'NONE' | 'AGAIN'> {
  for (const asked: string[] = []; ; ) {
    const chosen = await chooseWork(tx, worker.teamId, accepts, asked);
    if (!chosen) return 'NONE';
    if (chosen.kind === 'STEP') {
      const step = await grantStep(tx, chosen.searchId, worker);
      if (step === 'TAKEN') return 'AGAIN';
      if (step === 'WAITS') return 'NONE';
      if (step !== 'ELSEWHERE') {
        if (chosen.queued) events.push(...(await beginSearch(tx, step)));
        return [step];
      }
      // too small for a round of ENAS, but perhaps not for what earlier ones proposed
      if (!accepts.includes('TRIAL')) {
        asked.push(chosen.searchId);
        continue;
      }
    }
    const granted = await grantTrials(tx, chosen.searchId, worker, most);
    events.push(...granted.events);
    if (granted.waits) return 'NONE';
    if (granted.leases.length > 0) {
      if (chosen.queued) events.push(...(await beginSearch(tx, granted.leases[0]!)));
      events.push(...granted.started);
      return granted.leases;
    }
    asked.push(chosen.searchId);
  }
}

/** The first lease of a queued search begins its clock. */
async function beginSearch(tx: Transaction, { searchId, workerId }: Lease): Promise<NewEvent[]> {
  const begun = await tx.query(
    `UPDATE search SET status = 'RUNNING', started_at = coalesce(started_at, now()), running_since = now()
     WHERE id = $1 AND status = 'QUEUED' RETURNING id`,
    [searchId],
  );
  return begun.map(() => ({ kind: 'SEARCH_CHANGED', searchId, workerId }));
}
