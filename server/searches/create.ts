import type { Plan } from '../../schema/plans/plan.ts';
import type { DataSource } from '../database/data-source.ts';
import { Search, SearchSpace } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused } from '../errors.ts';
import { appendEvents } from '../feed/append.ts';
import { newId } from '../ids.ts';
import type { CreateSearchInput } from '../resolvers.generated.ts';
import { readSearch } from './input.ts';

/**
 * Begins a search: workers may lease its first step at once.
 * @param memberId null for searches that the platform makes itself
 * @throws Refused with everything that is wrong, before anything is written
 */
export async function createSearch(
  database: DataSource,
  teamId: string,
  memberId: string | null,
  input: CreateSearchInput,
): Promise<Search> {
  const { dataset, space, limits, plan, problems } = await readSearch(database, teamId, input);
  if (problems.length > 0 || !dataset || !limits || !plan) throw new Refused(...problems);
  return transaction(database, async (tx) => {
    const own = space ? null : tx.manager.create(SearchSpace, { id: newId(), teamId, name: null, limits });
    if (own) await tx.manager.insert(SearchSpace, own);
    return insertSearch(tx, {
      teamId,
      memberId,
      name: input.name,
      datasetId: dataset.id,
      spaceId: (space ?? own)!.id,
      plan,
      retrainOf: null,
    });
  });
}

/** What has been checked. */
export interface NewSearch {
  teamId: string;
  memberId: string | null;
  name: string;
  datasetId: string;
  spaceId: string;
  plan: Plan;
  /** The search whose networks it trains again. */
  retrainOf: string | null;
}

/** Writes a search with its event. */
export async function insertSearch(
  tx: Transaction,
  { teamId, memberId, name, datasetId, spaceId, plan, retrainOf }: NewSearch,
): Promise<Search> {
  const [search] = await tx.entities(
    Search,
    `INSERT INTO search (id, team_id, name, dataset_id, space_id, plan, created_by, retrain_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING *`,
    [newId(), teamId, name.trim(), datasetId, spaceId, JSON.stringify(plan), memberId, retrainOf],
  );
  await appendEvents(tx, teamId, [{ kind: 'SEARCH_CREATED', memberId, searchId: search!.id }]);
  return search!;
}
