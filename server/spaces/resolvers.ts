import { belongsTo } from '../access/actor.ts';
import { Dataset } from '../database/entities.ts';
import { refusals } from '../errors.ts';
import { globalId, parseId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { createSearchSpace, networkCount, spacesOf } from './service.ts';

export const resolvers: Resolvers = {
  SearchSpace: {
    id: ({ id }) => globalId('SearchSpace', id),
    // a space of one search alone has no name of its own
    name: ({ name }) => name ?? 'Own space',
    kind: ({ limits }) => limits.kind,
    networkCount: async (space, { datasetId }, { loaders, actor }) => {
      const id = parseId('Dataset', datasetId);
      const dataset = id && (await loaders.byId(Dataset, id));
      if (!dataset || (dataset.teamId !== null && !belongsTo(actor, dataset.teamId))) return null;
      return networkCount(space, dataset)?.toString() ?? null;
    },
  },
  Team: {
    searchSpaces: ({ id }, _, { database }) => spacesOf(database, id),
  },
  Mutation: {
    createSearchSpace: (_, { input }, { database }) =>
      refusals(async () => ({
        searchSpace: await createSearchSpace(database, parseId('Team', input.teamId)!, input),
        userErrors: [],
      })),
  },
};
