import { Lease, type Worker } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import type { NewEvent } from '../feed/append.ts';
import { newId } from '../ids.ts';
import { advance } from '../searches/advance.ts';
import { STEP_DUE, TRIAL_DUE } from './choose.ts';
import { failCandidate } from './jobs.ts';
import { LEASE_SECONDS } from './limits.ts';
import { lockPool, poolsOf, type Queued, queueOf } from './memory.ts';
import { type Place, placeTrial } from './place.ts';

/** Leases the step of a locked search; null when it is not due any more. */
export async function grantStep(tx: Transaction, searchId: string, workerId: string): Promise<Lease | null> {
  const [lease] = await tx.entities(
    Lease,
    `WITH taken AS (
       UPDATE search SET step_fence = step_fence + 1, last_leased_at = clock_timestamp() WHERE id = $1 AND ${STEP_DUE}
       RETURNING id, team_id, step_fence
     )
     INSERT INTO lease (id, kind, team_id, worker_id, search_id, fence, expires_at)
     SELECT $2, 'STEP', team_id, $3, id, step_fence, now() + make_interval(secs => $4) FROM taken
     RETURNING *`,
    [searchId, newId(), workerId, LEASE_SECONDS],
  );
  return lease ?? null;
}

/** What came of asking a search for a trial. */
export interface Granted {
  /** WAITS: the next trial waits until others on this memory have ended, and is not overtaken. NONE: nothing here is for this worker. */
  lease: Lease | 'WAITS' | 'NONE';
  /** Of trials that were found to fit nowhere. */
  events: NewEvent[];
}

/**
 * Leases the first queued trial of a locked search that fits the worker's memory. What fits no worker at all ends untrained, as a result
 * without a reward. What would fit if others had ended waits, and nothing overtakes it on this memory: else small ones could keep it waiting
 * for ever.
 */
export async function grantTrial(tx: Transaction, searchId: string, worker: Worker): Promise<Granted> {
  const events: NewEvent[] = [];
  if ((await tx.query(`SELECT FROM search WHERE id = $1 AND ${TRIAL_DUE}`, [searchId])).length === 0) return { lease: 'NONE', events };
  await lockPool(tx, worker.memoryPool);
  const pools = await poolsOf(tx, worker.teamId);
  // one that was not heard of for long has no figures: it just asked, and is seen at its next call
  const own = pools.get(worker.id);
  if (!own) return { lease: 'NONE', events };
  let lease: Lease | 'WAITS' | 'NONE' = 'NONE';
  for (const queued of await queueOf(tx, searchId)) {
    const place = placeTrial(queued.need, own, [...pools.values()]);
    if (place.kind === 'NOWHERE') events.push(await endUntrained(tx, queued, place.why));
    else if (place.kind === 'WAITS') lease = 'WAITS';
    else if (place.kind === 'FITS') lease = await leaseTrial(tx, queued, place, worker.id);
    if (lease !== 'NONE') break;
  }
  if (events.length > 0) events.push(...(await advance(tx, searchId)));
  return { lease, events };
}

/** A checkpoint of another batch is left: the whole of a training has one batch. */
async function leaseTrial(
  tx: Transaction,
  { id, searchId }: Queued,
  { batchSize, bytes }: Extract<Place, { kind: 'FITS' }>,
  workerId: string,
): Promise<Lease> {
  const [lease] = await tx.entities(
    Lease,
    `WITH served AS (
       UPDATE search SET last_leased_at = clock_timestamp() WHERE id = $1 RETURNING id, team_id
     ), taken AS (
       UPDATE trial
       SET status = 'RUNNING', attempt = attempt + 1, fence = fence + 1, worker_id = $3, started_at = coalesce(started_at, now()),
         failure_reason = NULL, failure_message = NULL, batch_size = $6,
         checkpoint_file_id = CASE WHEN batch_size = $6 THEN checkpoint_file_id END
       WHERE id = $5
       RETURNING id, candidate_id, search_id, fence
     ), running AS (
       UPDATE candidate SET status = 'RUNNING' FROM taken WHERE candidate.id = taken.candidate_id AND candidate.status = 'QUEUED'
     )
     INSERT INTO lease (id, kind, team_id, worker_id, search_id, trial_id, fence, memory_bytes, expires_at)
     SELECT $2, 'TRIAL', served.team_id, $3, served.id, taken.id, taken.fence, $7, now() + make_interval(secs => $4) FROM taken, served
     RETURNING *`,
    [searchId, newId(), workerId, LEASE_SECONDS, id, batchSize, bytes],
  );
  return lease!;
}

/** A result without a reward, like every failure. */
async function endUntrained(tx: Transaction, { id, searchId, candidateId }: Queued, why: string): Promise<NewEvent> {
  const [trial] = await tx.query<{ purpose: string }>(
    `UPDATE trial SET status = 'FAILED', failure_reason = 'OUT_OF_MEMORY', failure_message = $2, finished_at = now() WHERE id = $1
     RETURNING purpose`,
    [id, why],
  );
  if (trial!.purpose === 'SEARCH') await failCandidate(tx, candidateId);
  return { kind: 'TRIAL_FINISHED', searchId, candidateId, trialId: id };
}
