import { Lease } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { STEP_DUE, TRIAL_DUE } from './choose.ts';
import { LEASE_SECONDS } from './limits.ts';

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

/** Leases the oldest queued trial of a locked search; null when none is due any more. */
export async function grantTrial(tx: Transaction, searchId: string, workerId: string): Promise<Lease | null> {
  const [lease] = await tx.entities(
    Lease,
    `WITH served AS (
       UPDATE search SET last_leased_at = clock_timestamp() WHERE id = $1 AND ${TRIAL_DUE} RETURNING id, team_id
     ), taken AS (
       UPDATE trial
       SET status = 'RUNNING', attempt = attempt + 1, fence = fence + 1, worker_id = $3, started_at = coalesce(started_at, now()),
         failure_reason = NULL, failure_message = NULL
       WHERE id = (
         SELECT trial.id FROM trial JOIN served ON served.id = trial.search_id JOIN candidate ON candidate.id = trial.candidate_id
         WHERE trial.status = 'QUEUED' ORDER BY candidate.number, trial.id LIMIT 1 FOR UPDATE OF trial
       )
       RETURNING id, candidate_id, search_id, fence
     ), running AS (
       UPDATE candidate SET status = 'RUNNING' FROM taken WHERE candidate.id = taken.candidate_id AND candidate.status = 'QUEUED'
     )
     INSERT INTO lease (id, kind, team_id, worker_id, search_id, trial_id, fence, expires_at)
     SELECT $2, 'TRIAL', served.team_id, $3, served.id, taken.id, taken.fence, now() + make_interval(secs => $4) FROM taken, served
     RETURNING *`,
    [searchId, newId(), workerId, LEASE_SECONDS],
  );
  return lease ?? null;
}
