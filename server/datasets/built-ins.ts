import type { DataSource } from '../database/data-source.ts';
import { ensureBuiltInSpaces } from '../spaces/service.ts';
import { ensureBuiltInDatasets } from './service.ts';

/** What comes with the platform is in the database; to be called at every start, after the migrations. */
export async function ensureBuiltIns(database: DataSource): Promise<void> {
  await ensureBuiltInDatasets(database);
  await ensureBuiltInSpaces(database);
}
