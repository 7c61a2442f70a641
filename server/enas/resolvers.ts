import type { Context } from '../access/context.ts';
import { queries } from '../database/transaction.ts';
import type { EnasRound, Resolvers, TrialProgress } from '../resolvers.generated.ts';

export const resolvers: Resolvers = {
  Search: {
    rounds: ({ id }, _, { loaders, database }) =>
      loaders.get<string, EnasRound[]>('Search.rounds', (ids) => roundsOf(database, ids)).load(id),
    roundProgress: ({ id, plan }, _, { loaders, database }) =>
      plan.controller.kind === 'ENAS'
        ? loaders.get<string, TrialProgress | null>('Search.roundProgress', (ids) => progressOf(database, ids)).load(id)
        : null,
  },
};

type Database = Context['database'];

async function roundsOf(database: Database, ids: readonly string[]): Promise<EnasRound[][]> {
  const rows = await queries(database).query<{ search_id: string; figures: EnasRound }>(
    'SELECT search_id, figures FROM enas_round WHERE search_id = ANY($1) ORDER BY round',
    [ids],
  );
  return ids.map((id) => rows.filter(({ search_id }) => search_id === id).map(({ figures }) => figures));
}

/** What the workers that hold these searches' steps said when they last renewed. */
async function progressOf(database: Database, ids: readonly string[]): Promise<(TrialProgress | null)[]> {
  const rows = await queries(database).query<{ search_id: string; progress: TrialProgress | null }>(
    `SELECT search_id, progress FROM lease WHERE search_id = ANY($1) AND kind = 'STEP' AND ended_at IS NULL`,
    [ids],
  );
  return ids.map((id) => rows.find(({ search_id }) => search_id === id)?.progress ?? null);
}
