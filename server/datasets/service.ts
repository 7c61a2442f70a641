import { builtInDatasets } from '../../schema/datasets.ts';
import type { DataSource } from '../database/data-source.ts';
import { Dataset } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { newId } from '../ids.ts';

/** Rows of the datasets that come with the platform; a version that has changed gets a row beside the old one, which searches may use. */
export async function ensureBuiltInDatasets(database: DataSource): Promise<void> {
  for (const { name, image, classes, trainCount, validationCount, contentHash } of builtInDatasets) {
    await queries(database).query(
      `INSERT INTO dataset (id, team_id, name, content_hash, height, width, channels, classes, train_count, validation_count)
       VALUES ($1, NULL, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (team_id, name, content_hash) DO NOTHING`,
      [newId(), name, contentHash, image.height, image.width, image.channels, JSON.stringify(classes), trainCount, validationCount],
    );
  }
}

/** A team's datasets and those that come with the platform, by name. */
export function datasetsOf(database: DataSource, teamId: string): Promise<Dataset[]> {
  return queries(database).entities(Dataset, 'SELECT * FROM dataset WHERE team_id = $1 OR team_id IS NULL ORDER BY name, id', [teamId]);
}
