import { rewardsFor } from '../../schema/plans/rewards.ts';
import { connection, keyset, type Page, type PageArgs, pageWindow } from '../connections.ts';
import type { DataSource } from '../database/data-source.ts';
import { Candidate, Search } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import type { CandidateStatus, RewardKind, SearchStatus } from '../resolvers.generated.ts';
import { type Agreement, agreement } from './agreement.ts';

/** A team's searches, newest first. */
export function searchesOf(database: DataSource, teamId: string, args: PageArgs, status: SearchStatus[] | null): Promise<Page<Search>> {
  const { query, entities } = queries(database);
  const where = 'team_id = $1 AND ($2::text[] IS NULL OR status = ANY($2))';
  return connection({
    window: pageWindow('searches', args),
    key: ({ id }) => [id],
    read: (window, limit) => {
      const parameters: unknown[] = [teamId, status, limit];
      const { where: bounds, order } = keyset(window, [{ sql: 'id', type: 'uuid', descending: true }], parameters);
      return entities(Search, `SELECT * FROM search WHERE ${where} AND ${bounds} ORDER BY ${order} LIMIT $3`, parameters);
    },
    count: async () => (await query<{ n: number }>(`SELECT count(*)::int AS n FROM search WHERE ${where}`, [teamId, status]))[0]!.n,
  });
}

export interface Point {
  /** Uuid of the candidate. */
  id: string;
  number: number;
  status: CandidateStatus;
  reward: number | null;
  epsilon: number | null;
  entropyShare: number | null;
  distinct: number | null;
  picked: boolean;
  rejected: boolean;
}

/** One point a candidate, in order of numbers, of numbers above `after`. */
export function pointsOf(database: DataSource, searchId: string, after: number): Promise<Point[]> {
  return queries(database).query<Point>(
    `SELECT candidate.id, number, status, reward, epsilon, entropy / nullif(uniform_entropy, 0) AS "entropyShare", distinct_share AS "distinct",
       coalesce(said.picked, false) AS picked, coalesce(said.rejected, false) AS rejected
     FROM candidate
     LEFT JOIN LATERAL (
       SELECT bool_or(verdict = 'PICKED') AS picked, bool_or(verdict = 'REJECTED') AS rejected
       FROM annotation WHERE candidate_id = candidate.id
     ) AS said ON true
     WHERE search_id = $1 AND number > $2 ORDER BY number`,
    [searchId, after],
  );
}

/** The candidate with the highest reward of each search, predicted ones left out; of equals, the first. */
export async function bestOf(database: DataSource, searchIds: readonly string[]): Promise<(Candidate | null)[]> {
  const rows = await queries(database).entities(
    Candidate,
    `SELECT best.* FROM unnest($1::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
       SELECT * FROM candidate WHERE search_id = wanted.id AND reward IS NOT NULL AND status <> 'STOPPED_EARLY' ORDER BY reward DESC NULLS LAST, number LIMIT 1
     ) AS best`,
    [searchIds],
  );
  const found = new Map(rows.map((row) => [row.searchId, row]));
  return searchIds.map((id) => found.get(id) ?? null);
}

export async function candidateByNumber(database: DataSource, searchId: string, number: number): Promise<Candidate | null> {
  const [row] = await queries(database).entities(Candidate, 'SELECT * FROM candidate WHERE search_id = $1 AND number = $2', [
    searchId,
    number,
  ]);
  return row ?? null;
}

/** Tags given in a search, most used first. */
export async function tagsOf(database: DataSource, searchId: string): Promise<string[]> {
  const rows = await queries(database).query<{ tag: string }>(
    `SELECT tag FROM annotation JOIN candidate ON candidate.id = candidate_id, jsonb_array_elements_text(tags) AS tag
     WHERE search_id = $1 GROUP BY tag ORDER BY count(*) DESC, tag`,
    [searchId],
  );
  return rows.map(({ tag }) => tag);
}

/**
 * How well every formulation of the search's task agrees with the picks. Picked: by at least one member. Others: rejected, or passed over
 * in a choice that still stands, and picked by nobody.
 */
export async function agreementOf(database: DataSource, search: Search): Promise<(Agreement & { reward: RewardKind })[]> {
  const rows = await queries(database).query<{ kind: RewardKind; value: number; picked: boolean }>(
    `WITH judged AS (
       SELECT candidate.id, coalesce(bool_or(annotation.verdict = 'PICKED'), false) AS picked,
         coalesce(bool_or(annotation.verdict = 'REJECTED'), false) OR EXISTS (
           SELECT FROM choice_over JOIN choice ON choice.id = choice_id
           WHERE choice_over.candidate_id = candidate.id AND choice.withdrawn_at IS NULL
         ) AS passed
       FROM candidate LEFT JOIN annotation ON annotation.candidate_id = candidate.id
       WHERE candidate.search_id = $1 GROUP BY candidate.id
     )
     SELECT kind, value, picked FROM judged JOIN reward ON reward.candidate_id = judged.id WHERE picked OR passed`,
    [search.id],
  );
  return rewardsFor(search.plan.training.task).map((kind) => {
    const values = (isPicked: boolean) => rows.filter((row) => row.kind === kind && row.picked === isPicked).map(({ value }) => value);
    return { reward: kind, ...agreement(values(true), values(false)) };
  });
}
