import type { DataSource } from '../database/data-source.ts';
import { queries, type Transaction, transaction } from '../database/transaction.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import { TIME_IS_UP } from '../fleet/choose.ts';
import { ASKED, HAS_RUNGS } from '../fleet/jobs.ts';
import { endSearch } from './end.ts';

/**
 * After trainings of a locked search have ended, or were queued again: counts the unbroken row of ended ones from number 1, and
 * ends the search when nothing is left to do.
 */
export async function advance(tx: Transaction, searchId: string): Promise<NewEvent[]> {
  const [counted] = await tx.query<IfOver>(
    `UPDATE search SET ended_prefix = coalesce(
       CASE WHEN ${HAS_RUNGS}
         THEN (SELECT min(number) - 1 FROM job WHERE search_id = $1 AND ended_at IS NULL)
         ELSE (SELECT min(number) - 1 FROM candidate WHERE search_id = $1 AND status IN ('QUEUED', 'RUNNING')) END,
       ${ASKED})
     WHERE id = $1 RETURNING ${IF_OVER}`,
    [searchId],
  );
  return counted ? endIfOver(tx, searchId, counted) : [];
}

/**
 * A search is over when all it has proposed has ended and either the controller has seen every result and can or may propose no more, or
 * its time is up.
 */
const OVER = `(
  search.status = 'RUNNING'
  AND search.ended_prefix = ${ASKED}
  AND (
    ${TIME_IS_UP}
    OR (search.controller_version > 0
        AND search.observed = ${ASKED}
        AND (search.exhausted OR search.proposed >= (search.plan -> 'budget' ->> 'candidates')::int))
  )
)`;

/** Whether a search is over, and why. */
export interface IfOver {
  over: boolean;
  reason: string | null;
}

/** SQL: the columns of `IfOver`, of a row of `search` as it is, or as an UPDATE returns it. */
export const IF_OVER = `${OVER} AS over, CASE
    WHEN search.proposed >= (search.plan -> 'budget' ->> 'candidates')::int THEN NULL
    WHEN search.exhausted THEN 'The space holds no more networks.'
    ELSE format('The time of %s seconds is used up.', search.plan -> 'budget' ->> 'seconds')
  END AS reason`;

/** Ends a locked search that is over. */
export async function finishIfOver(tx: Transaction, searchId: string): Promise<NewEvent[]> {
  const [found] = await tx.query<IfOver>(`SELECT ${IF_OVER} FROM search WHERE id = $1`, [searchId]);
  return found ? endIfOver(tx, searchId, found) : [];
}

/** As `finishIfOver`, for a search that was just looked at. */
export async function endIfOver(tx: Transaction, searchId: string, { over, reason }: IfOver): Promise<NewEvent[]> {
  return over ? endSearch(tx, searchId, 'FINISHED', reason) : [];
}

/** Ends searches whose time has run out while nothing happened in them. */
export async function finishOverdue(database: DataSource): Promise<void> {
  const overdue = await queries(database).query<{ id: string; team_id: string }>(`SELECT id, team_id FROM search WHERE ${OVER}`);
  for (const { id, team_id } of overdue) {
    await transaction(database, async (tx) => {
      await tx.query('SELECT id FROM search WHERE id = $1 FOR UPDATE', [id]);
      await appendEvents(tx, team_id, await finishIfOver(tx, id));
    });
  }
}
