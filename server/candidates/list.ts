import { memberOf } from '../access/actor.ts';
import type { Context } from '../access/context.ts';
import { connection, keyset, type Page, type PageArgs, pageWindow, type SortColumn } from '../connections.ts';
import { Candidate, type Search } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { badInput } from '../errors.ts';
import { parseId } from '../ids.ts';
import type { CandidateFilter, CandidateSort } from '../resolvers.generated.ts';
import { PICKS, valuesOf } from './measures.ts';

/** Of the highest rung that a candidate has a reward at. */
const EPOCHS = '(SELECT max(job.epochs) FROM job WHERE job.candidate_id = candidate.id AND job.reward IS NOT NULL)';

const MOST_SKIPPED = 100_000;
const MOST_RANGES = 10;

export interface ListArgs extends PageArgs {
  skip?: number | null;
  filter?: CandidateFilter | null;
  sort?: CandidateSort | null;
}

/**
 * Candidates of a search by keyset: a cursor names the sorted value and the number of the row it was made for, so rows that arrive, or
 * whose value changes, never shift the rest of a page.
 */
export async function candidatesOf({ database, actor }: Context, search: Search, args: ListArgs): Promise<Page<Candidate>> {
  const skip = args.skip ?? 0;
  if (skip < 0 || skip > MOST_SKIPPED) throw badInput(`candidates.skip: ${skip}; allowed: 0 to ${MOST_SKIPPED}`);
  if (skip > 0 && args.first == null) throw badInput(`candidates.skip: ${skip}; allowed: only beside first`);
  const { sort } = args;
  if ((sort?.by === 'METRIC') !== (sort?.metric != null))
    throw badInput(`candidates.sort.metric: ${sort!.metric ?? 'missing'}; allowed: a name beside METRIC, and nothing else`);
  if ((args.filter?.ranges?.length ?? 0) > MOST_RANGES)
    throw badInput(`candidates.filter.ranges: ${args.filter!.ranges!.length}; allowed: at most ${MOST_RANGES}`);
  const viewer = memberOf(actor, search.teamId)?.id ?? null;
  const { query, entities } = queries(database);
  const column = sortColumn(args.sort ?? null);
  const columns: SortColumn[] = [
    ...(column ? [column] : []),
    { sql: 'candidate.number', type: 'int', descending: column ? false : isDescending(args.sort) },
  ];
  const filter = (parameters: unknown[]) => filterSql(search.id, args.filter ?? {}, viewer, parameters);
  return connection<Candidate & { key?: string | number | null }>({
    window: pageWindow('candidates', args, columns.length),
    key: (row) => (column ? [row.key ?? null, row.number] : [row.number]),
    read: (window, limit) => {
      const parameters: unknown[] = [];
      const where = filter(parameters);
      const joined = rankedBy(search.id, args.sort ?? null, parameters);
      const bounds = keyset(window, columns, parameters);
      parameters.push(limit, skip);
      return entities(
        Candidate,
        `SELECT candidate.*${column ? `, ${column.sql} AS key` : ''} FROM candidate ${joined} WHERE ${where} AND ${bounds.where}
         ORDER BY ${bounds.order} LIMIT $${parameters.length - 1} OFFSET $${parameters.length}`,
        parameters,
      );
    },
    count: async () => {
      const parameters: unknown[] = [];
      return (await query<{ n: number }>(`SELECT count(*)::int AS n FROM candidate WHERE ${filter(parameters)}`, parameters))[0]!.n;
    },
  });
}

/** The values that are sorted by, where they are not the candidate's own: a join of two indexes is cheaper than a look for every row. */
function rankedBy(searchId: string, sort: CandidateSort | null, parameters: unknown[]): string {
  const measure = sort?.by === 'METRIC' ? { metric: sort.metric! } : sort?.by === 'REWARD' && sort.reward ? { reward: sort.reward } : null;
  return measure ? `LEFT JOIN ${valuesOf(searchId, measure, parameters)} AS ranked ON ranked.candidate_id = candidate.id` : '';
}

const isDescending = (sort: CandidateSort | null | undefined) => sort?.direction === 'DESCENDING';

/** What rows are sorted by before their number; null: by number alone. */
function sortColumn(sort: CandidateSort | null): SortColumn | null {
  const descending = isDescending(sort);
  switch (sort?.by) {
    case undefined:
    case 'NUMBER':
      return null;
    case 'STATUS':
      return { sql: 'candidate.status', type: 'text', descending };
    case 'NOTATION':
      return { sql: 'candidate.notation COLLATE "C"', type: 'text', descending };
    case 'REWARD':
      return { sql: sort.reward ? 'ranked.value' : 'candidate.reward', type: 'float8', descending, nullable: true };
    case 'METRIC':
      return { sql: 'ranked.value', type: 'float8', descending, nullable: true };
    case 'PARAMETERS':
      return { sql: 'candidate.parameters', type: 'float8', descending };
    case 'FLOPS':
      return { sql: 'candidate.flops', type: 'float8', descending };
    case 'LATENT':
      return { sql: 'candidate.latent', type: 'int', descending, nullable: true };
    case 'EPOCHS':
      return { sql: EPOCHS, type: 'int', descending, nullable: true };
    case 'SECONDS':
      return { sql: 'candidate.seconds', type: 'float8', descending, nullable: true };
    case 'PICKS':
      return { sql: `${PICKS}::int`, type: 'int', descending };
  }
}

/** Everything that is given has to hold. */
function filterSql(searchId: string, filter: CandidateFilter, viewer: string | null, parameters: unknown[]): string {
  const value = (given: unknown) => `$${parameters.push(given)}`;
  const said = (condition: string) => `EXISTS (SELECT FROM annotation WHERE annotation.candidate_id = candidate.id AND ${condition})`;
  const decided = `annotation.verdict IS NOT NULL`;
  const where = [`candidate.search_id = ${value(searchId)}`];
  if (filter.status) where.push(`candidate.status = ANY(${value(filter.status)}::text[])`);
  if (filter.verdict === 'PICKED') where.push(said(`annotation.verdict = 'PICKED'`));
  if (filter.verdict === 'REJECTED') where.push(said(`annotation.verdict = 'REJECTED'`));
  if (filter.verdict === 'UNDECIDED') where.push(`NOT ${said(decided)}`);
  if (filter.verdict === 'UNDECIDED_BY_ME') where.push(`NOT ${said(`${decided} AND annotation.member_id = ${value(viewer)}::uuid`)}`);
  if (filter.pickedBy != null)
    where.push(said(`annotation.verdict = 'PICKED' AND annotation.member_id = ${value(parseId('Member', filter.pickedBy))}::uuid`));
  if (filter.tags) where.push(said(`annotation.tags ?| ${value(filter.tags)}::text[]`));
  if (filter.fromNumber != null) where.push(`candidate.number >= ${value(filter.fromNumber)}::int`);
  if (filter.toNumber != null) where.push(`candidate.number <= ${value(filter.toNumber)}::int`);
  if (filter.minReward != null) where.push(`candidate.reward >= ${value(filter.minReward)}::float8`);
  if (filter.maxReward != null) where.push(`candidate.reward <= ${value(filter.maxReward)}::float8`);
  for (const { measure, min, max } of filter.ranges ?? []) {
    const bounds = [min != null && `value >= ${value(min)}::float8`, max != null && `value <= ${value(max)}::float8`].filter(Boolean);
    where.push(
      `candidate.id IN (SELECT candidate_id FROM ${valuesOf(searchId, measure, parameters)} AS bounded WHERE ${bounds.join(' AND ') || 'true'})`,
    );
  }
  if (filter.contains != null) where.push(`strpos(lower(candidate.notation), lower(${value(filter.contains)}::text)) > 0`);
  if (filter.latent) where.push(`candidate.latent = ANY(${value(filter.latent)}::int[])`);
  if (filter.hasSample != null)
    where.push(
      `EXISTS (SELECT FROM trial JOIN sample ON sample.trial_id = trial.id WHERE trial.candidate_id = candidate.id AND sample.kind = ${value(filter.hasSample)})`,
    );
  return where.join(' AND ');
}
