import { LEAST_COMPARED, MOST_COMPARED } from '../../schema/comparison/limits.ts';
import type { Context } from '../access/context.ts';
import { Dataset, Search, SearchSpace } from '../database/entities.ts';
import { badInput } from '../errors.ts';
import { parseId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { type About, compareSearches } from './compare.ts';

export const resolvers: Resolvers = {
  Query: {
    compareSearches: async (_, { searchIds, reward }, context) =>
      compareSearches(context.database, await read(context, searchIds), reward ?? null),
  },
};

/** The searches, which the actor may see; each once, all of one team. @throws BAD_USER_INPUT */
async function read({ loaders }: Context, ids: readonly string[]): Promise<About[]> {
  if (ids.length < LEAST_COMPARED || ids.length > MOST_COMPARED)
    throw badInput(`searchIds: ${ids.length} searches; allowed: ${LEAST_COMPARED} to ${MOST_COMPARED}`);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice >= 0) throw badInput(`searchIds.${twice}: ${JSON.stringify(ids[twice])} is there twice; allowed: each search once`);
  const searches = await Promise.all(ids.map((id) => loaders.need(Search, parseId('Search', id)!)));
  const other = searches.findIndex(({ teamId }) => teamId !== searches[0]!.teamId);
  if (other >= 0)
    throw badInput(`searchIds.${other}: ${JSON.stringify(ids[other])} is of another team than the first; allowed: searches of one team`);
  return Promise.all(
    searches.map(async (search) => ({
      search,
      dataset: await loaders.need(Dataset, search.datasetId),
      space: await loaders.need(SearchSpace, search.spaceId),
    })),
  );
}
