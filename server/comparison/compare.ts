import { type Difference, differences, strategies } from '../../schema/comparison/differences.ts';
import { rewardKinds } from '../../schema/plans/rewards.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Dataset, Search, SearchSpace } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { badInput } from '../errors.ts';
import type { RewardKind } from '../resolvers.generated.ts';
import { type Spent, spentBy } from './spending.ts';

/** A search beside others. */
export interface ComparedSearch extends Tally {
  search: Search;
  strategy: number;
  networks: number;
  seconds: number;
  flops: number;
  improvements: Spent[];
}

export interface SearchComparison {
  reward: RewardKind;
  rewards: RewardKind[];
  searches: ComparedSearch[];
  differences: Difference[];
}

/** What is counted of a search, its order aside. */
interface Tally {
  imported: number;
  measured: number;
  mean: number | null;
  median: number | null;
}

/** A search with what it is about. */
export interface About {
  search: Search;
  dataset: Dataset;
  space: SearchSpace;
}

/**
 * Searches of one team beside each other, in their order.
 * @throws BAD_USER_INPUT for a reward that not all of them have
 */
export async function compareSearches(database: DataSource, all: readonly About[], wanted: RewardKind | null): Promise<SearchComparison> {
  const searches = all.map(({ search }) => search);
  const rewards = await commonRewards(database, searches);
  if (wanted && !rewards.includes(wanted))
    throw badInput(`reward: ${wanted}; allowed: ${rewards.join(', ') || 'none'}, which all of these searches have`);
  const learned = searches[0]!.plan.reward;
  const reward = wanted ?? (rewards.includes(learned) ? learned : (rewards[0] ?? learned));
  const [spent, tallies] = await Promise.all([
    spentBy(
      database,
      searches,
      all.map(({ dataset }) => dataset),
      reward,
    ),
    talliesOf(database, searches, reward),
  ]);
  const plans = all.map(({ search: { plan }, dataset, space: { limits } }) => ({ dataset, limits, plan }));
  const numbers = strategies(plans);
  return {
    reward,
    rewards,
    searches: searches.map((search, i) => {
      const own = spent.filter(({ searchId }) => searchId === search.id);
      const { networks = 0, seconds = 0, flops = 0 } = own.at(-1) ?? {};
      return {
        search,
        strategy: numbers[i]!,
        networks,
        seconds,
        flops,
        improvements: own.filter(({ improves }) => improves),
        ...tallies.get(search.id)!,
      };
    }),
    differences: differences(plans),
  };
}

/** Formulations that each search has a value of; one without any yet asks for none. */
async function commonRewards(database: DataSource, searches: readonly Search[]): Promise<RewardKind[]> {
  const kinds = rewardKinds.map(({ kind }) => kind);
  const rows = await queries(database).query<{ id: string; kinds: RewardKind[] }>(
    `SELECT id, array_agg(kind) AS kinds FROM unnest($1::uuid[]) AS wanted (id), unnest($2::text[]) AS known (kind)
     WHERE EXISTS (SELECT FROM reward WHERE reward.search_id = wanted.id AND reward.kind = known.kind) GROUP BY id`,
    [searches.map(({ id }) => id), kinds],
  );
  return kinds.filter((kind) => rows.length > 0 && rows.every((row) => row.kinds.includes(kind)));
}

async function talliesOf(database: DataSource, searches: readonly Search[], reward: RewardKind): Promise<Map<string, Tally>> {
  const rows = await queries(database).query<Tally & { id: string }>(
    `SELECT wanted.id, coalesce(measured.count, 0) AS measured, measured.mean, measured.median,
       (SELECT count(*)::int FROM candidate WHERE candidate.search_id = wanted.id AND candidate.imported) AS imported
     FROM unnest($1::uuid[]) AS wanted (id) LEFT JOIN (
       SELECT search_id, count(*)::int AS count, avg(value) AS mean, percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median
       FROM reward WHERE search_id = ANY($1) AND kind = $2 GROUP BY search_id
     ) AS measured ON measured.search_id = wanted.id`,
    [searches.map(({ id }) => id), reward],
  );
  return new Map(rows.map(({ id, ...tally }) => [id, tally]));
}
