import { type BuiltInDataset, type BuiltInText, builtInDatasets, builtInTexts } from '../../schema/datasets.ts';
import type { ImageShape } from '../../schema/networks/architecture.ts';
import type { DataSource } from '../database/data-source.ts';
import { Dataset, DatasetImport, Search } from '../database/entities.ts';
import { queries, transaction } from '../database/transaction.ts';
import { appendEvents } from '../feed/append.ts';
import { newId } from '../ids.ts';
import type { Imports } from './imports.ts';

/** Rows of the datasets that come with the platform; a version that has changed gets a row beside the old one, which searches may use. */
export async function ensureBuiltInDatasets(database: DataSource): Promise<void> {
  for (const dataset of builtInDatasets) {
    const { image, classes, trainCount, validationCount, normalisation } = dataset;
    const classCounts = classes.map((each, label) => ({ name: each, ...dataset.classCounts[label]!, test: 0 }));
    const sizes = [{ height: image.height, width: image.width, count: trainCount + validationCount }];
    await ensure(
      database,
      dataset,
      { kind: 'IMAGES', image, classes, testCount: 0 },
      { classCounts, sizes, normalisation, vocabulary: null },
    );
  }
  for (const text of builtInTexts) {
    const image = { height: 1, width: 1, channels: 1 };
    const description: Dataset['description'] = {
      ...{ classCounts: [], sizes: [], normalisation: null },
      ...{ vocabulary: text.vocabulary, unit: 'WORDS' },
    };
    await ensure(database, text, { kind: 'TEXT', image, classes: [], testCount: text.testCount }, description);
  }
}

async function ensure(
  database: DataSource,
  { name, contentHash, trainCount, validationCount, source, licence }: BuiltInDataset | BuiltInText,
  { kind, image, classes, testCount }: { kind: Dataset['kind']; image: ImageShape; classes: readonly string[]; testCount: number },
  description: Dataset['description'],
): Promise<void> {
  await queries(database).query(
    `INSERT INTO dataset (id, team_id, name, content_hash, height, width, channels, classes, train_count, validation_count, description,
         source, licence, kind, test_count)
       VALUES ($1, NULL, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       ON CONFLICT (team_id, name, content_hash)
       DO UPDATE SET description = excluded.description, source = excluded.source, licence = excluded.licence
       WHERE (dataset.description, dataset.source, dataset.licence) IS DISTINCT FROM (excluded.description, excluded.source, excluded.licence)`,
    [
      ...[newId(), name, contentHash, image.height, image.width, image.channels, JSON.stringify(classes), trainCount, validationCount],
      ...[JSON.stringify(description), source, licence, kind, testCount],
    ],
  );
}

/** A team's datasets and those that come with the platform, by name. */
export function datasetsOf(database: DataSource, teamId: string): Promise<Dataset[]> {
  return queries(database).entities(Dataset, 'SELECT * FROM dataset WHERE team_id = $1 OR team_id IS NULL ORDER BY name, id', [teamId]);
}

/** Every version of the same name that whoever sees this one may see, the newest first. */
export function versionsOf(database: DataSource, { teamId, name }: Dataset): Promise<Dataset[]> {
  return queries(database).entities(Dataset, 'SELECT * FROM dataset WHERE team_id IS NOT DISTINCT FROM $1 AND name = $2 ORDER BY id DESC', [
    teamId,
    name,
  ]);
}

/** The newest searches of a team on a version. */
export function searchesOn(database: DataSource, datasetId: string, teamId: string): Promise<Search[]> {
  return queries(database).entities(Search, 'SELECT * FROM search WHERE dataset_id = $1 AND team_id = $2 ORDER BY id DESC LIMIT 50', [
    datasetId,
    teamId,
  ]);
}

/** How many searches of a team are on each version, in the order given. */
export async function searchCounts(database: DataSource, teamId: string, datasetIds: readonly string[]): Promise<number[]> {
  const rows = await queries(database).query<{ id: string; count: number }>(
    'SELECT dataset_id AS id, count(*)::int AS count FROM search WHERE team_id = $1 AND dataset_id = ANY($2) GROUP BY dataset_id',
    [teamId, datasetIds],
  );
  const found = new Map(rows.map(({ id, count }) => [id, count]));
  return datasetIds.map((id) => found.get(id) ?? 0);
}

/** On their way, or refused in the last day. */
export function importsOf(database: DataSource, teamId: string): Promise<DatasetImport[]> {
  return queries(database).entities(
    DatasetImport,
    `SELECT * FROM dataset_import WHERE team_id = $1
       AND (status IN ('RECEIVING', 'CONVERTING') OR (status = 'REFUSED' AND ended_at > now() - interval '1 day')) ORDER BY id DESC LIMIT 50`,
    [teamId],
  );
}

/** Ends an import; null when it had ended already. */
export async function cancelImport(
  database: DataSource,
  imports: Imports,
  id: string,
  memberIn: (teamId: string) => string | null,
): Promise<DatasetImport | null> {
  const entry = await transaction(database, async (tx) => {
    const [ended] = await tx.entities(
      DatasetImport,
      `UPDATE dataset_import SET status = 'REFUSED', problem = 'cancelled', ended_at = now()
       WHERE id = $1 AND status IN ('RECEIVING', 'CONVERTING') RETURNING *`,
      [id],
    );
    if (ended) {
      const memberId = memberIn(ended.teamId);
      await appendEvents(tx, ended.teamId, [{ kind: 'DATASET_IMPORT_CHANGED', memberId, datasetImportId: id }]);
    }
    return ended;
  });
  if (entry) await imports.forget(id);
  return entry ?? null;
}
