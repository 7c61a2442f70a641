import type { Transaction } from '../database/transaction.ts';
import type { NewEvent } from '../feed/append.ts';
import { SECONDS } from '../fleet/choose.ts';
import { endPromotions } from '../fleet/jobs.ts';

/**
 * Ends a locked search for good: its clock stops, queued trials are cancelled, the lease of its step ends. Trials under way learn it from
 * their next report or renewal; what they finish until then still counts.
 */
export async function endSearch(
  tx: Transaction,
  searchId: string,
  status: 'FINISHED' | 'STOPPED' | 'FAILED',
  reason: string | null,
): Promise<NewEvent[]> {
  await tx.query(
    `UPDATE search SET status = $2, status_reason = $3, finished_at = now(), seconds_before = ${SECONDS}, running_since = NULL WHERE id = $1`,
    [searchId, status, reason],
  );
  await tx.query(`UPDATE lease SET ended_at = now(), outcome = 'RELEASED' WHERE search_id = $1 AND kind = 'STEP' AND ended_at IS NULL`, [
    searchId,
  ]);
  await endPromotions(tx, searchId);
  await tx.query(`UPDATE trial SET status = 'CANCELLED', finished_at = now() WHERE search_id = $1 AND status = 'QUEUED'`, [searchId]);
  return [{ kind: 'SEARCH_CHANGED', searchId }];
}
