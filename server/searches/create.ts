import type { DataSource } from '../database/data-source.ts';
import { Search, SearchSpace } from '../database/entities.ts';
import { transaction } from '../database/transaction.ts';
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
    const search = tx.manager.create(Search, {
      id: newId(),
      teamId,
      name: input.name.trim(),
      datasetId: dataset.id,
      spaceId: (space ?? own)!.id,
      plan,
      createdBy: memberId,
    });
    await tx.manager.insert(Search, search);
    await appendEvents(tx, teamId, [{ kind: 'SEARCH_CREATED', memberId, searchId: search.id }]);
    return tx.manager.findOneByOrFail(Search, { id: search.id });
  });
}
