import { CHANGEABLE, planAt } from '../../schema/plans/change.ts';
import type { Plan } from '../../schema/plans/plan.ts';
import type { Context } from '../access/context.ts';
import { type Search, SearchChange } from '../database/entities.ts';
import { type Queries, queries } from '../database/transaction.ts';

/** What was changed in several searches, in the order of their ids, each oldest first. */
export async function changesOf(on: Queries, searchIds: readonly string[]): Promise<SearchChange[][]> {
  // what was changed together has one moment
  const rows = await on.entities(
    SearchChange,
    'SELECT * FROM search_change WHERE search_id = ANY($1) ORDER BY from_number, at, array_position($2::text[], field)',
    [searchIds, CHANGEABLE],
  );
  return searchIds.map((id) => rows.filter(({ searchId }) => searchId === id));
}

/** The same for one, read once a request. */
export function changesIn({ loaders, database }: Pick<Context, 'loaders' | 'database'>, searchId: string): Promise<SearchChange[]> {
  return loaders.get<string, SearchChange[]>('Search.changes', (ids) => changesOf(queries(database), ids)).load(searchId);
}

/** The plan that one candidate of a search was proposed under: how it is trained does not change on the way. */
export async function planOf(context: Pick<Context, 'loaders' | 'database'>, search: Search, number: number): Promise<Plan> {
  return planAt(search.plan, await changesIn(context, search.id), number);
}
