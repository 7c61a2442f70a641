import type { Transaction } from '../database/transaction.ts';
import type { NewEvent } from '../feed/append.ts';
import { endSearch } from '../searches/end.ts';
import { MOST_FAILED_STEPS } from './limits.ts';

/** Counts a step that no worker could take, on a locked search; too many in a row end the search, which would try for ever. */
export async function stepFailed(tx: Transaction, searchId: string, reason: string): Promise<NewEvent[]> {
  const [search] = await tx.query<{ steps_failed: number }>(
    'UPDATE search SET steps_failed = steps_failed + 1 WHERE id = $1 RETURNING steps_failed',
    [searchId],
  );
  if (search!.steps_failed < MOST_FAILED_STEPS) return [];
  return endSearch(tx, searchId, 'FAILED', `${MOST_FAILED_STEPS} steps in a row failed; the last: ${reason}`);
}
