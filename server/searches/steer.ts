import type { DataSource } from '../database/data-source.ts';
import { Search } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { checkText, Refused, refuse } from '../errors.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import { SECONDS } from '../fleet/choose.ts';
import { reopenJobs } from '../fleet/jobs.ts';
import type { SearchStatus } from '../resolvers.generated.ts';
import { advance, finishIfOver } from './advance.ts';
import { endSearch } from './end.ts';

/** Who steers which search; `memberId` is null for the platform. */
export interface Steering {
  searchId: string;
  memberId: string | null;
}

/** Gives out no more work; trials under way are told so. Pausing a paused search changes nothing. */
export function pauseSearch(database: DataSource, who: Steering): Promise<Search> {
  return steer(database, who, async (tx, search) => {
    if (search.status === 'PAUSED') return [];
    expect(search, ['QUEUED', 'RUNNING'], 'pause');
    await tx.query(`UPDATE search SET status = 'PAUSED', seconds_before = ${SECONDS}, running_since = NULL WHERE id = $1`, [search.id]);
    return [{ kind: 'SEARCH_CHANGED', searchId: search.id }];
  });
}

/** Goes on with a paused search. Resuming one that runs changes nothing. */
export function resumeSearch(database: DataSource, who: Steering): Promise<Search> {
  return steer(database, who, async (tx, search) => {
    if (search.status === 'QUEUED' || search.status === 'RUNNING') return [];
    expect(search, ['PAUSED'], 'resume');
    await goOn(tx, search.id);
    return [{ kind: 'SEARCH_CHANGED', searchId: search.id }, ...(await finishIfOver(tx, search.id))];
  });
}

/** Ends a search for good. Stopping one that has ended changes nothing. */
export function stopSearch(database: DataSource, who: Steering): Promise<Search> {
  return steer(database, who, async (tx, search) => {
    if (search.finishedAt) return [];
    return endSearch(tx, search.id, 'STOPPED', null);
  });
}

export function renameSearch(database: DataSource, who: Steering, name: string): Promise<Search> {
  const problem = checkText('name', name, 1, 120);
  if (problem) return Promise.reject(new Refused(problem));
  return steer(database, who, async (tx, search) => {
    if (search.name === name.trim()) return [];
    await tx.query('UPDATE search SET name = $2 WHERE id = $1', [search.id, name.trim()]);
    return [{ kind: 'SEARCH_CHANGED', searchId: search.id }];
  });
}

/**
 * Queues the failed trials of a search again, and goes on with a search that had ended. What the controller has observed stays: a reward
 * that comes late counts for people, not for the controller.
 */
export function retryFailed(database: DataSource, who: Steering): Promise<Search> {
  return steer(database, who, async (tx, search) => {
    const retried = await tx.query<{ id: string; candidate_id: string }>(
      // a lost trial goes on from its checkpoint; one that failed by itself would fail there again
      `UPDATE trial SET status = 'QUEUED', losses = 0, queued_at = now(), finished_at = NULL, failure_reason = NULL, failure_message = NULL,
         phases = NULL, memory_retries = 0, checkpoint_file_id = CASE WHEN failure_reason = 'LOST' THEN checkpoint_file_id END
       WHERE search_id = $1 AND status = 'FAILED' RETURNING id, candidate_id`,
      [search.id],
    );
    if (retried.length === 0)
      throw new Refused(refuse('searchId', 'no trial of this search has failed; allowed: searches with failed trials', 'EMPTY'));
    await tx.query(`UPDATE candidate SET status = 'QUEUED' WHERE search_id = $1 AND status = 'FAILED' AND id = ANY($2)`, [
      search.id,
      retried.map(({ candidate_id }) => candidate_id),
    ]);
    await reopenJobs(
      tx,
      retried.map(({ candidate_id }) => candidate_id),
    );
    const events = retried.map(
      ({ id, candidate_id }): NewEvent => ({ kind: 'TRIAL_QUEUED', searchId: search.id, candidateId: candidate_id, trialId: id }),
    );
    if (search.finishedAt) {
      await goOn(tx, search.id);
      events.push({ kind: 'SEARCH_CHANGED', searchId: search.id });
    }
    return [...events, ...(await advance(tx, search.id))];
  });
}

/** The clock of a locked search runs again, from where it stood. */
export async function goOn(tx: Transaction, searchId: string): Promise<void> {
  await tx.query(
    `UPDATE search SET status = CASE WHEN started_at IS NULL THEN 'QUEUED' ELSE 'RUNNING' END, status_reason = NULL, finished_at = NULL,
       running_since = CASE WHEN started_at IS NOT NULL THEN now() END, steps_failed = 0
     WHERE id = $1`,
    [searchId],
  );
}

/** Locks the search, does `work`, and writes its events under the member's name. */
export async function steer(
  database: DataSource,
  { searchId, memberId }: Steering,
  work: (tx: Transaction, search: Search) => Promise<NewEvent[]>,
): Promise<Search> {
  return transaction(database, async (tx) => {
    const [search] = await tx.entities(Search, 'SELECT * FROM search WHERE id = $1 FOR UPDATE', [searchId]);
    const events = await work(tx, search!);
    await appendEvents(
      tx,
      search!.teamId,
      events.map((event) => ({ ...event, memberId })),
    );
    return tx.manager.findOneByOrFail(Search, { id: searchId });
  });
}

function expect(search: Search, allowed: SearchStatus[], verb: string): void {
  if (allowed.includes(search.status)) return;
  throw new Refused(
    refuse('searchId', `the search is ${search.status}: a search can be ${verb}d while it is ${allowed.join(' or ')}`, 'CONFLICT'),
  );
}
