import { group } from '../candidates/service.ts';
import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import type { SearchDevice } from '../resolvers.generated.ts';

/** The devices that trained candidates of several searches last, those with the most trainings first. */
export async function devicesOf(database: DataSource, searchIds: readonly string[]): Promise<SearchDevice[][]> {
  const rows = await queries(database).query<SearchDevice & { searchId: string }>(
    `SELECT candidate.search_id AS "searchId", device, backend, threads, reproducible, count(*)::int AS trainings
     FROM candidate JOIN trial ON trial.candidate_id = candidate.id JOIN worker ON worker.id = trial.worker_id
     WHERE candidate.search_id = ANY($1) AND trial.purpose = 'SEARCH'
     GROUP BY candidate.search_id, device, backend, threads, reproducible ORDER BY trainings DESC, device, backend, threads`,
    [searchIds],
  );
  return group(searchIds, rows, ({ searchId }) => searchId);
}
