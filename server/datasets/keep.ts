import { createReadStream } from 'node:fs';
import type { DataSource } from '../database/data-source.ts';
import type { DatasetImport } from '../database/entities.ts';
import { transaction } from '../database/transaction.ts';
import { appendEvents } from '../feed/append.ts';
import type { FileStore } from '../files/store.ts';
import { newId } from '../ids.ts';
import type { Converted } from './convert.ts';
import { DataProblem } from './problem.ts';

/** The packed file becomes a file of the team, and a version of a dataset. @throws DataProblem when the import was cancelled meanwhile */
export async function keepDataset(
  database: DataSource,
  store: FileStore,
  entry: DatasetImport,
  { sha256, bytes, description, skipped }: Converted,
  out: string,
): Promise<void> {
  if (!(await store.has(sha256))) {
    const stored = await store.write(sha256, bytes, createReadStream(out, { highWaterMark: 1 << 20 }));
    if (stored !== 'STORED') throw new Error(`the packed file of ${entry.name} could not be stored: ${stored}`);
  }
  const { classCounts, sizes, normalisation, vocabulary, unit, kind, height, width, channels, classes, multiLabel, counts } = description;
  await transaction(database, async (tx) => {
    const fileId = newId();
    await tx.query(
      `INSERT INTO file (id, team_id, sha256, size, media_type, stored_at) VALUES ($1, $2, $3, $4, 'application/octet-stream', now())`,
      [fileId, entry.teamId, sha256, bytes],
    );
    const { shares, origin, perturbation } = madeBy(entry);
    const [added] = await tx.query<{ id: string }>(
      `INSERT INTO dataset (id, team_id, name, content_hash, kind, height, width, channels, classes, multi_label, train_count,
         validation_count, test_count, file_id, description, skipped, shares, source, licence, origin, created_by, derived_from, perturbation)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
       ON CONFLICT (team_id, name, content_hash) DO UPDATE SET content_hash = excluded.content_hash RETURNING id`,
      [
        newId(),
        entry.teamId,
        entry.name,
        sha256,
        kind,
        height,
        width,
        channels,
        JSON.stringify(classes),
        multiLabel,
        counts.TRAIN,
        counts.VALIDATION,
        counts.TEST,
        fileId,
        JSON.stringify({ classCounts, sizes, normalisation, vocabulary, unit }),
        JSON.stringify(skipped),
        shares,
        entry.source,
        entry.licence,
        origin,
        entry.createdBy,
        entry.derivedFrom,
        perturbation,
      ],
    );
    const done = await tx.query<{ id: string }>(
      `UPDATE dataset_import SET status = 'DONE', progress = 1, dataset_id = $2, ended_at = now()
       WHERE id = $1 AND status = 'CONVERTING' RETURNING id`,
      [entry.id, added!.id],
    );
    // whoever was told that nothing is kept must be right
    if (done.length === 0) throw new DataProblem(entry.name, 'cancelled');
    const about = { memberId: entry.createdBy, datasetId: added!.id, datasetImportId: entry.id };
    await appendEvents(tx, entry.teamId, [
      { kind: 'DATASET_ADDED', ...about },
      { kind: 'DATASET_IMPORT_CHANGED', ...about },
    ]);
  });
}

/** What of an import stays with the version, as JSON. */
function madeBy({ conversion, fileName, size }: DatasetImport) {
  if (!('shares' in conversion)) return { shares: null, origin: null, perturbation: JSON.stringify(conversion) };
  const { shares, smallestSide, crop } = conversion;
  return {
    shares: JSON.stringify(shares),
    origin: JSON.stringify({ fileName, size: Number(size), smallestSide, crop }),
    perturbation: null,
  };
}
