import type { Transaction } from '../database/transaction.ts';
import type { WorkKind } from '../resolvers.generated.ts';
import { ASKED } from './jobs.ts';

export interface ChosenWork {
  searchId: string;
  kind: WorkKind;
  /** Nothing of it was leased before. */
  queued: boolean;
}

/**
 * The search whose turn it is, locked: steps before trials, since they keep the queue filled, then the search that was served longest
 * ago. Long steps take their turn as trials do. Searches that others serve at this moment are skipped, and those in `without`.
 *
 * A step is due when none is under way and the first was not taken yet, or results wait in the unbroken row of ended candidates, or
 * trainings in flight are fewer than the parallelism. A trial is due while fewer than the parallelism run.
 *
 * What is read beside the locked row may be a moment old: the grant looks again.
 */
export async function chooseWork(
  tx: Transaction,
  teamId: string,
  accepts: WorkKind[],
  without: readonly string[] = [],
): Promise<ChosenWork | null> {
  const [chosen] = await tx.query<{ id: string; queued: boolean; kind: WorkKind }>(
    `SELECT search.id, search.status = 'QUEUED' AS queued, CASE WHEN due.step THEN 'STEP' ELSE 'TRIAL' END AS kind
     FROM search
     CROSS JOIN LATERAL (
       SELECT
         'STEP' = ANY($2) AND ${STEP_DUE} AS step,
         'TRIAL' = ANY($2) AND ${TRIAL_DUE} AS trial
     ) AS due
     WHERE search.team_id = $1 AND search.status IN ('QUEUED', 'RUNNING') AND (due.step OR due.trial) AND NOT search.id = ANY($3)
     ORDER BY (due.step AND NOT ${IS_LONG}) DESC, search.last_leased_at NULLS FIRST, search.id
     LIMIT 1
     FOR UPDATE OF search SKIP LOCKED`,
    [teamId, accepts, without],
  );
  return chosen ? { searchId: chosen.id, kind: chosen.kind, queued: chosen.queued } : null;
}

/** Whether steps of a row of `search` train something themselves, for as long as trials do. */
const IS_LONG = `(search.plan -> 'controller' ->> 'kind' = 'ENAS')`;

/** Seconds of running so far, of a row of `search`. */
export const SECONDS = '(search.seconds_before + coalesce(extract(epoch FROM now() - search.running_since), 0))';

/** Whether the time of a row of `search` is used up. */
export const TIME_IS_UP = `coalesce(${SECONDS} >= (search.plan -> 'budget' ->> 'seconds')::float8, false)`;

export const STEP_DUE = `(
  NOT ${TIME_IS_UP}
  AND NOT EXISTS (SELECT FROM lease WHERE lease.search_id = search.id AND lease.kind = 'STEP' AND lease.ended_at IS NULL)
  AND (
    search.controller_version = 0
    OR search.observed < search.ended_prefix
    OR (NOT search.exhausted
        AND search.proposed < (search.plan -> 'budget' ->> 'candidates')::int
        AND ${ASKED} - search.observed < (search.plan ->> 'parallelism')::int)
  )
)`;

/** How many more trials of a row of `search` may run. */
export const TRIAL_ROOM = `((search.plan ->> 'parallelism')::int
  - (SELECT count(*) FROM lease WHERE lease.search_id = search.id AND lease.kind = 'TRIAL' AND lease.ended_at IS NULL))::int`;

export const TRIAL_DUE = `(
  EXISTS (SELECT FROM trial WHERE trial.search_id = search.id AND trial.status = 'QUEUED')
  AND ${TRIAL_ROOM} > 0
)`;
