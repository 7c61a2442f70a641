import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import type { WorkKind } from '../resolvers.generated.ts';
import { STEP_DUE, TRIAL_DUE } from './choose.ts';

/** A worker that waits is written down as seen after so long. */
const SEEN_SECONDS = 3;

/**
 * Whether it is worth while to ask `leaseWork`: something of the worker's team is due, or the worker has to be seen. One statement without locks, for
 * looks in vain are many times as many as leases. True for a worker that is unknown: it is to be told.
 */
export async function mayLease(database: DataSource, workerId: string, accepts: readonly WorkKind[]): Promise<boolean> {
  const [found] = await queries(database).query<{ due: boolean }>(
    `SELECT worker.gone_at IS NOT NULL OR worker.last_seen_at < now() - make_interval(secs => $3) OR EXISTS (
       SELECT FROM search
       WHERE search.team_id = worker.team_id AND search.status IN ('QUEUED', 'RUNNING')
         AND (('STEP' = ANY($2) AND ${STEP_DUE}) OR ('TRIAL' = ANY($2) AND ${TRIAL_DUE}))
     ) AS due
     FROM worker WHERE id = $1`,
    [workerId, accepts, SEEN_SECONDS],
  );
  return found?.due ?? true;
}
