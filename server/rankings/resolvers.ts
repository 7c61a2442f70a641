import { member } from '../access/context.ts';
import { Candidate, Search } from '../database/entities.ts';
import { refusals } from '../errors.ts';
import { parseId } from '../ids.ts';
import type { RankingInput, Resolvers } from '../resolvers.generated.ts';
import { among, compareRankings, type Ranking } from './compare.ts';
import { originalsOf, retrainedOf, retrainingsOf } from './links.ts';
import { retrain } from './retrain.ts';

const read = ({ searchId, measure }: RankingInput): Ranking => ({ searchId: parseId('Search', searchId)!, measure });

export const resolvers: Resolvers = {
  Search: {
    retrainOf: ({ retrainOf }, _, { loaders }) => loaders.byId(Search, retrainOf),
    retrainings: ({ id }, _, { loaders, database }) =>
      loaders.get<string, Search[]>('Search.retrainings', (ids) => retrainingsOf(database, ids)).load(id),
  },
  Candidate: {
    original: ({ id }, _, { loaders, database }) =>
      loaders.get<string, Candidate | null>('Candidate.original', (ids) => originalsOf(database, ids)).load(id),
    retrained: ({ id }, _, { loaders, database }) =>
      loaders.get<string, Candidate[]>('Candidate.retrained', (ids) => retrainedOf(database, ids)).load(id),
  },
  RankingComparison: {
    count: ({ candidates }) => candidates.length,
    candidates: (comparison, { top }) => among(comparison, top ?? null),
  },
  RankedCandidate: {
    first: ({ firstId }, _, { loaders }) => loaders.need(Candidate, firstId),
    second: ({ secondId }, _, { loaders }) => loaders.need(Candidate, secondId),
  },
  Query: {
    compareRankings: (_, { first, second, seed }, { database }) => compareRankings(database, read(first), read(second), seed),
  },
  Mutation: {
    retrain: (_, { input }, context) =>
      refusals(async () => {
        const searchId = parseId('Search', input.searchId)!;
        const { teamId } = await context.loaders.need(Search, searchId);
        const search = await retrain(context.database, searchId, member(context, teamId)?.id ?? null, input);
        return { search, userErrors: [] };
      }),
  },
};
