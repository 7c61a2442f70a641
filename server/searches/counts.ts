import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import type { CandidateCounts } from '../resolvers.generated.ts';

/** Tallies of several searches in one statement, in the order of the ids. */
export async function tallies(database: DataSource, searchIds: readonly string[]): Promise<CandidateCounts[]> {
  const rows = await queries(database).query<CandidateCounts & { id: string }>(
    `SELECT search.id, search.proposed, search.reused,
       count(*) FILTER (WHERE candidate.status = 'QUEUED')::int AS queued,
       count(*) FILTER (WHERE candidate.status = 'RUNNING')::int AS running,
       count(*) FILTER (WHERE candidate.status = 'DONE')::int AS done,
       count(*) FILTER (WHERE candidate.status = 'STOPPED_EARLY')::int AS "stoppedEarly",
       count(*) FILTER (WHERE candidate.status = 'FAILED')::int AS failed,
       count(*) FILTER (WHERE said.picked)::int AS picked,
       count(*) FILTER (WHERE said.rejected)::int AS rejected
     FROM search
     LEFT JOIN candidate ON candidate.search_id = search.id
     LEFT JOIN (
       SELECT annotation.candidate_id, bool_or(verdict = 'PICKED') AS picked, bool_or(verdict = 'REJECTED') AS rejected
       FROM annotation JOIN candidate ON candidate.id = annotation.candidate_id
       WHERE candidate.search_id = ANY($1) GROUP BY annotation.candidate_id
     ) AS said ON said.candidate_id = candidate.id
     WHERE search.id = ANY($1)
     GROUP BY search.id`,
    [searchIds],
  );
  const found = new Map(rows.map(({ id, ...tally }) => [id, tally]));
  return searchIds.map((id) => found.get(id)!);
}
