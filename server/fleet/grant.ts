import { Lease, type Worker } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import type { NewEvent } from '../feed/append.ts';
import { newId } from '../ids.ts';
import { advance } from '../searches/advance.ts';
import { STEP_DUE, TRIAL_DUE, TRIAL_ROOM } from './choose.ts';
import { failCandidate } from './jobs.ts';
import { LEASE_SECONDS } from './limits.ts';
import { lockPool, poolsOf, type Queued, queueOf } from './memory.ts';
import { type Place, placeRound, placeTrial } from './place.ts';
import { nextRound } from './round-need.ts';

/** What came of asking a search for its step. TAKEN: it is not due any more. WAITS: until others on this memory have ended. ELSEWHERE: this memory is too small for it. */
export type GrantedStep = Lease | 'TAKEN' | 'WAITS' | 'ELSEWHERE';

/** Leases the step of a locked search. A round of ENAS takes memory as a trial does; other steps take none. */
export async function grantStep(tx: Transaction, searchId: string, worker: Worker): Promise<GrantedStep> {
  const round = await nextRound(tx, searchId);
  let bytes = 0;
  if (round) {
    await lockPool(tx, worker.memoryPool);
    const pools = await poolsOf(tx, worker.teamId);
    const own = pools.get(worker.id);
    // not heard of for long: it is seen at its next call
    if (!own) return 'WAITS';
    const place = placeRound(round.need, own, [...pools.values()]);
    if (place.kind === 'WAITS') return 'WAITS';
    if (place.kind !== 'FITS') return 'ELSEWHERE';
    bytes = place.bytes;
  }
  const [lease] = await tx.entities(
    Lease,
    `WITH taken AS (
       UPDATE search SET step_fence = step_fence + 1, last_leased_at = clock_timestamp() WHERE id = $1 AND ${STEP_DUE}
       RETURNING id, team_id, step_fence
     )
     INSERT INTO lease (id, kind, team_id, worker_id, search_id, fence, memory_bytes, expires_at)
     SELECT $2, 'STEP', team_id, $3, id, step_fence, $5, now() + make_interval(secs => $4) FROM taken
     RETURNING *`,
    [searchId, newId(), worker.id, LEASE_SECONDS, bytes],
  );
  return lease ?? 'TAKEN';
}

/** What came of asking a search for trials. */
export interface Granted {
  /** In the order of the queue. */
  leases: Lease[];
  /** The next trial waits until others on this memory have ended, and is not overtaken. */
  waits: boolean;
  /** Of trials that were found to fit nowhere. */
  events: NewEvent[];
  /** Events of the leases. */
  started: NewEvent[];
}

/**
 * Leases the first queued trials of a locked search that fit the worker's memory: one, or up to `most`, within the search's parallelism and
 * the worker's share of the queue, or half of what it asks for where that is more: those last a moment, and less is not worth the way. What fits no worker at all ends untrained, as a result without a reward. What would fit if others had
 * ended waits, and nothing overtakes it on this memory: else small ones could keep it waiting for ever.
 *
 * A trial whose lease was lost before goes alone: if it is what ends workers, it takes no other with it.
 */
export async function grantTrials(tx: Transaction, searchId: string, worker: Worker, most: number): Promise<Granted> {
  const granted: Granted = { leases: [], waits: false, events: [], started: [] };
  const [due] = await tx.query<{ room: number }>(`SELECT ${TRIAL_ROOM} AS room FROM search WHERE id = $1 AND ${TRIAL_DUE}`, [searchId]);
  if (!due) return granted;
  await lockPool(tx, worker.memoryPool);
  const pools = await poolsOf(tx, worker.teamId);
  // one that was not heard of for long has no figures: it just asked, and is seen at its next call
  const own = pools.get(worker.id);
  if (!own) return granted;
  const queue = await queueOf(tx, searchId);
  const share = Math.max(1, Math.min(most, due.room, Math.max(Math.ceil(queue.length / pools.size), Math.floor(most / 2))));
  const taken: { queued: Queued; place: Extract<Place, { kind: 'FITS' }> }[] = [];
  for (const queued of queue) {
    if (taken.length > 0 && queued.losses > 0) break;
    const place = placeTrial(queued.need, own, [...pools.values()]);
    if (place.kind === 'NOWHERE') granted.events.push(await endUntrained(tx, queued, place.why));
    else if (place.kind === 'WAITS') granted.waits = taken.length === 0;
    else if (place.kind === 'FITS') {
      taken.push({ queued, place });
      own.taken += place.bytes;
    }
    if (place.kind === 'WAITS' || taken.length === share || (taken.length > 0 && queued.losses > 0)) break;
  }
  granted.leases = await leaseTrials(tx, searchId, taken, worker.id);
  granted.started = taken.map(({ queued: { id, candidateId } }) => {
    return { kind: 'TRIAL_STARTED', searchId, candidateId, trialId: id, workerId: worker.id };
  });
  if (granted.events.length > 0) granted.events.push(...(await advance(tx, searchId)));
  return granted;
}

/** A checkpoint of another batch is left: the whole of a training has one batch. */
async function leaseTrials(
  tx: Transaction,
  searchId: string,
  taken: readonly { queued: Queued; place: Extract<Place, { kind: 'FITS' }> }[],
  workerId: string,
): Promise<Lease[]> {
  if (taken.length === 0) return [];
  const leases = await tx.entities(
    Lease,
    `WITH served AS (
       UPDATE search SET last_leased_at = clock_timestamp() WHERE id = $1 RETURNING id, team_id
     ), new AS (
       SELECT * FROM unnest($4::uuid[], $5::uuid[], $6::int[], $7::float8[]) AS new (lease_id, trial_id, batch, bytes)
     ), taken AS (
       UPDATE trial
       SET status = 'RUNNING', attempt = attempt + 1, fence = fence + 1, worker_id = $2, started_at = coalesce(started_at, now()),
         failure_reason = NULL, failure_message = NULL, batch_size = new.batch,
         checkpoint_file_id = CASE WHEN batch_size = new.batch THEN checkpoint_file_id END
       FROM new WHERE id = new.trial_id
       RETURNING trial.id, trial.candidate_id, trial.fence, new.lease_id, new.bytes
     ), running AS (
       UPDATE candidate SET status = 'RUNNING' FROM taken WHERE candidate.id = taken.candidate_id AND candidate.status = 'QUEUED'
     )
     INSERT INTO lease (id, kind, team_id, worker_id, search_id, trial_id, fence, memory_bytes, expires_at)
     SELECT taken.lease_id, 'TRIAL', served.team_id, $2, served.id, taken.id, taken.fence, taken.bytes, now() + make_interval(secs => $3)
     FROM taken, served
     RETURNING *`,
    [
      ...[searchId, workerId, LEASE_SECONDS, taken.map(() => newId()), taken.map(({ queued }) => queued.id)],
      ...[taken.map(({ place }) => place.batchSize), taken.map(({ place }) => place.bytes)],
    ],
  );
  const found = new Map(leases.map((lease) => [lease.trialId, lease]));
  return taken.map(({ queued }) => found.get(queued.id)!);
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
