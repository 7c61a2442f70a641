import type { Lease } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import type { NewEvent } from '../feed/append.ts';
import { advance } from '../searches/advance.ts';
import { endPromotions, failCandidate } from './jobs.ts';
import { MOST_LOSSES } from './limits.ts';

/**
 * What becomes of the trial of a lease that has just ended undone; its search is locked. It is queued again and goes on from its
 * checkpoint; in a search that has ended it is cancelled; lost too often, it has failed and the search goes on.
 */
export async function requeueTrial(tx: Transaction, lease: Lease, { lost }: { lost: boolean }): Promise<NewEvent[]> {
  const [trial] = await tx.query<{ candidate_id: string; status: 'QUEUED' | 'FAILED' | 'CANCELLED'; purpose: string }>(
    `UPDATE trial SET
       losses = trial.losses + $2,
       attempt = trial.attempt - (1 - $2),
       seconds = trial.seconds + greatest(0, extract(epoch FROM least(now(), $3::timestamptz) - $4::timestamptz)),
       status = next.status,
       failure_reason = CASE WHEN next.status = 'FAILED' THEN 'LOST' END,
       failure_message = CASE WHEN next.status = 'FAILED' THEN format('its worker was lost %s times', trial.losses + $2) END,
       finished_at = CASE WHEN next.status = 'QUEUED' THEN NULL ELSE now() END
     FROM search CROSS JOIN LATERAL (
       SELECT CASE
         WHEN search.status IN ('FINISHED', 'STOPPED', 'FAILED') THEN 'CANCELLED'
         WHEN trial.losses + $2 >= $5 THEN 'FAILED'
         ELSE 'QUEUED'
       END AS status FROM trial WHERE trial.id = $1
     ) AS next
     WHERE trial.id = $1 AND search.id = trial.search_id
     RETURNING trial.candidate_id, trial.status, trial.purpose`,
    [lease.trialId, lost ? 1 : 0, lease.expiresAt, lease.grantedAt, MOST_LOSSES],
  );
  const { candidate_id: candidateId, status, purpose } = trial!;
  if (purpose === 'SEARCH') {
    await tx.query(
      `UPDATE candidate SET status = $2, seconds = (SELECT sum(seconds) FROM trial WHERE candidate_id = $1 AND purpose = 'SEARCH') WHERE id = $1`,
      [candidateId, status === 'FAILED' ? 'FAILED' : 'QUEUED'],
    );
    if (status === 'FAILED') await failCandidate(tx, candidateId);
    if (status === 'CANCELLED') await endPromotions(tx, lease.searchId);
  }
  const kind = status === 'QUEUED' ? 'TRIAL_QUEUED' : 'TRIAL_FINISHED';
  const events: NewEvent[] = [{ kind, searchId: lease.searchId, candidateId, trialId: lease.trialId, workerId: lease.workerId }];
  return status === 'FAILED' && purpose === 'SEARCH' ? [...events, ...(await advance(tx, lease.searchId))] : events;
}
