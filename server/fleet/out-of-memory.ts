import { smallerBatch } from '../../schema/networks/memory.ts';
import { type Lease, type Search, Trial } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import type { NewEvent } from '../feed/append.ts';

/** How often a trial that ran out of memory begins anew with half the batch: the estimate was wrong, or others took more than they said. */
const MOST_RETRIES = 1;

/**
 * Queues the trial of a lease that has just ended out of memory again, from its beginning, with half the batch; its search is locked. What it
 * had reported is forgotten: numbers of two batches would not be those of one training.
 * @returns null when it had that chance, or has the smallest batch already: then it has failed
 */
export async function retrySmaller(tx: Transaction, lease: Lease, search: Search): Promise<NewEvent[] | null> {
  const trial = await tx.manager.findOneByOrFail(Trial, { id: lease.trialId! });
  if (search.finishedAt || trial.memoryRetries >= MOST_RETRIES || smallerBatch(trial.batchSize ?? search.plan.training.batchSize) === null)
    return null;
  await tx.query(
    `UPDATE trial SET status = 'QUEUED', memory_retries = memory_retries + 1, checkpoint_file_id = NULL,
       seconds = seconds + greatest(0, extract(epoch FROM now() - $2::timestamptz))
     WHERE id = $1`,
    [trial.id, lease.grantedAt],
  );
  for (const table of ['metric', 'sample']) await tx.query(`DELETE FROM ${table} WHERE trial_id = $1`, [trial.id]);
  const { candidateId } = trial;
  if (trial.purpose === 'SEARCH') await tx.query(`UPDATE candidate SET status = 'QUEUED' WHERE id = $1`, [candidateId]);
  return [{ kind: 'TRIAL_QUEUED', searchId: search.id, candidateId, trialId: trial.id, workerId: lease.workerId }];
}
