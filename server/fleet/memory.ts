import { PROCESS_BYTES, USABLE_SHARE } from '../../schema/networks/memory.ts';
import type { Queries, Transaction } from '../database/transaction.ts';
import { WORKER_SECONDS } from './limits.ts';
import type { Need, Pool } from './place.ts';

/** The memory of a team's workers, and what queued trials need: the figures for place.ts. */

/** Pools of the team's workers that are there, by id of the worker. */
export type Pools = Map<string, Pool>;

const live = (worker: string) => `${worker}.gone_at IS NULL AND ${worker}.last_seen_at > now() - make_interval(secs => ${WORKER_SECONDS})`;

/**
 * Takes the memory of a worker for the rest of the transaction: of several workers that share it, one at a time sees what is free and takes
 * some. What frees memory does not wait for this. Comes after the lock of a search, before that of the feed.
 */
export async function lockPool(tx: Transaction, pool: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [pool]);
}

/**
 * Room: the usable share of the memory, less a process for each worker that is there: on a GPU those that use it, for what their libraries keep
 * on it; on a host all, for those that train on a GPU run on it too. Taken: what trials have that run now, of whichever team.
 */
export async function poolsOf({ query }: Queries, teamId: string): Promise<Pools> {
  const rows = await query<{ id: string; host: string; memory_bytes: number; processes: number; taken: number }>(
    `SELECT worker.id, worker.host, worker.memory_bytes, beside.processes, trials.taken
     FROM worker
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS processes FROM worker AS other
       WHERE ${live('other')} AND other.host_id = worker.host_id AND (worker.memory_pool = worker.host_id OR other.memory_pool = worker.memory_pool)
     ) AS beside
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(lease.memory_bytes), 0) AS taken FROM lease JOIN worker AS other ON other.id = lease.worker_id
       WHERE lease.ended_at IS NULL AND other.memory_pool = worker.memory_pool
     ) AS trials
     WHERE worker.team_id = $1 AND ${live('worker')}`,
    [teamId],
  );
  return new Map(
    rows.map(({ id, host, memory_bytes, processes, taken }) => [
      id,
      { host, room: USABLE_SHARE * memory_bytes - PROCESS_BYTES * processes, taken },
    ]),
  );
}

/** A trial that waits for a worker. */
export interface Queued {
  id: string;
  searchId: string;
  candidateId: string;
  number: number;
  /** Leases lost since it was queued or retried. */
  losses: number;
  need: Need;
}

interface QueuedRow {
  id: string;
  search_id: string;
  candidate_id: string;
  number: number;
  fixed: number | null;
  per_image: number | null;
  plan_batch: number;
  retries: number;
  losses: number;
  begun_with: number | null;
}

const QUEUED = `SELECT trial.id, trial.search_id, trial.candidate_id, candidate.number, candidate.memory_fixed AS fixed,
   candidate.memory_per_image AS per_image, (search.plan -> 'training' ->> 'batchSize')::int AS plan_batch, trial.memory_retries AS retries,
   trial.losses,
   CASE WHEN trial.checkpoint_file_id IS NOT NULL THEN trial.batch_size END AS begun_with
 FROM trial JOIN candidate ON candidate.id = trial.candidate_id JOIN search ON search.id = trial.search_id
   LEFT JOIN job ON job.candidate_id = candidate.id AND job.ended_at IS NULL
 WHERE trial.status = 'QUEUED'`;

/** The queue of a locked search, in the order in which it is served. */
export async function queueOf({ query }: Queries, searchId: string): Promise<Queued[]> {
  return (
    await query<QueuedRow>(`${QUEUED} AND trial.search_id = $1 ORDER BY coalesce(job.number, candidate.number), trial.id`, [searchId])
  ).map(readQueued);
}

/** Those of these trials that are queued. */
export async function queuedOf({ query }: Queries, trialIds: readonly string[]): Promise<Queued[]> {
  return (await query<QueuedRow>(`${QUEUED} AND trial.id = ANY($1)`, [trialIds])).map(readQueued);
}

/** Candidates from before memory was known count as none: they are tried. */
function readQueued(row: QueuedRow): Queued {
  const memory = { fixed: row.fixed ?? 0, perImage: row.per_image ?? 0 };
  const need = { memory, batchSize: row.plan_batch, retries: row.retries, begunWith: row.begun_with };
  return { id: row.id, searchId: row.search_id, candidateId: row.candidate_id, number: row.number, losses: row.losses, need };
}
