import { RUNG_KINDS } from '../../schema/plans/rungs.ts';
import type { Transaction } from '../database/transaction.ts';

/** Jobs: the trainings of searches whose candidates climb rungs, at the moments when something becomes of them. Other searches have none. */

/** SQL: whether the candidates of a row of `search` climb rungs. */
export const HAS_RUNGS = `(search.plan -> 'controller' ->> 'kind') IN (${RUNG_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/** SQL: trainings that a row of `search` has asked for, whose numbers its controller counts by. */
export const ASKED = '(search.proposed + search.promoted)';

/** The open job of a candidate has ended; its search is locked. A reward of null: it failed. */
export async function endJob(tx: Transaction, candidateId: string, reward: number | null): Promise<void> {
  await tx.query(
    `UPDATE job SET ended_at = now(), reward = $2, seconds = greatest(0,
       (SELECT coalesce(sum(seconds), 0) FROM trial WHERE candidate_id = $1 AND purpose = 'SEARCH')
       - (SELECT coalesce(sum(seconds), 0) FROM job AS other WHERE other.candidate_id = $1 AND other.number <> job.number))
     WHERE candidate_id = $1 AND ended_at IS NULL`,
    [candidateId, reward],
  );
}

/** A candidate failed, maybe after rungs that it had passed: whatever failed has no reward. */
export async function failCandidate(tx: Transaction, candidateId: string): Promise<void> {
  await tx.query(`UPDATE candidate SET status = 'FAILED', reward = NULL WHERE id = $1`, [candidateId]);
  for (const table of ['reward', 'final_metric']) await tx.query(`DELETE FROM ${table} WHERE candidate_id = $1`, [candidateId]);
  await endJob(tx, candidateId, null);
}

/** Failed trainings are tried again. */
export async function reopenJobs(tx: Transaction, candidateIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE job SET ended_at = NULL, reward = NULL, seconds = NULL
     WHERE candidate_id = ANY($1) AND number = (SELECT max(number) FROM job AS last WHERE last.candidate_id = job.candidate_id)`,
    [candidateIds],
  );
}

/**
 * Trials of a search that has ended which wait for a promotion, or gave one back, are done at the rung that they had reached: their candidates
 * keep its reward.
 */
export async function endPromotions(tx: Transaction, searchId: string): Promise<void> {
  await tx.query(
    `WITH reached AS (
       SELECT candidate_id, max(epochs) AS epochs FROM job WHERE search_id = $1 AND reward IS NOT NULL GROUP BY candidate_id
     ), done AS (
       UPDATE trial SET status = 'DONE', epochs = reached.epochs, finished_at = now()
       FROM reached WHERE trial.candidate_id = reached.candidate_id AND trial.status IN ('QUEUED', 'CANCELLED') AND trial.purpose = 'SEARCH'
       RETURNING trial.candidate_id
     )
     UPDATE candidate SET status = 'DONE' FROM done WHERE candidate.id = done.candidate_id`,
    [searchId],
  );
}
