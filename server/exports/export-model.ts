import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ExportFormat } from '../../schema/exports.ts';
import type { DataSource } from '../database/data-source.ts';
import { type Candidate, Dataset, File, Search } from '../database/entities.ts';
import { queries, transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import type { FileStore } from '../files/store.ts';
import { lockContent } from '../files/unwanted.ts';
import { newId } from '../ids.ts';
import { ExportFailed, runExport } from './run-export.ts';

/** How long an exported file can be downloaded: it can always be made again. */
const KEPT_SECONDS = 24 * 3600;

export interface Exported {
  format: ExportFormat;
  name: string;
  file: File;
}

/**
 * Writes the weights of a candidate's newest finished training in a format.
 * @throws Refused for a candidate without such a training, or whose weights are not to be had
 */
export async function exportModel(
  { database, store, signal }: { database: DataSource; store: FileStore; signal: AbortSignal },
  candidate: Candidate,
  format: ExportFormat,
): Promise<Exported> {
  const search = await database.manager.findOneByOrFail(Search, { id: candidate.searchId });
  const { name, classes, multiLabel } = await database.manager.findOneByOrFail(Dataset, { id: search.datasetId });
  const checkpoint = await openCheckpoint(database, store, candidate);
  const { architecture, number } = candidate;
  const subject = { architecture, search: search.name, number, dataset: name, classes, multiLabel };
  try {
    const file = await runExport(checkpoint, subject, format, signal, (zip) => keep(database, store, search.teamId, zip));
    return { format, name: fileName(search.name, number, format), file };
  } catch (error) {
    if (!(error instanceof ExportFailed)) throw error;
    throw new Refused(refuse('candidateId', `candidate ${number} cannot be exported: ${error.message}`, 'NOT_ALLOWED'));
  }
}

async function openCheckpoint(database: DataSource, store: FileStore, { id, number }: Candidate): Promise<NodeJS.ReadableStream> {
  const [file] = await queries(database).query<{ sha256: string }>(
    `SELECT file.sha256 FROM trial JOIN file ON file.id = trial.checkpoint_file_id
     WHERE trial.candidate_id = $1 AND trial.status = 'DONE' ORDER BY trial.id DESC LIMIT 1`,
    [id],
  );
  const no = (what: string) =>
    new Refused(refuse('candidateId', `candidate ${number} ${what}; allowed: one that is trained`, 'NOT_ALLOWED'));
  if (!file) throw no('has no weights of a finished training');
  const content = await store.read(file.sha256);
  if (!content) throw no('has lost its weights: their bytes are not in the store');
  return content;
}

/** `Tour: digits` as `tour-digits-3-onnx.zip`. */
export function fileName(search: string, number: number, format: ExportFormat): string {
  const words = search
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${[...(words ?? ['search']), number, format.toLowerCase().replace('_', '-')].join('-').slice(-100)}.zip`;
}

/** Stores the zip as a file that nothing names: the sweeper removes it after its time. */
async function keep(database: DataSource, store: FileStore, teamId: string, zip: string): Promise<File> {
  const { size } = await stat(zip);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(zip)) hash.update(chunk as Buffer);
  const sha256 = hash.digest('hex');
  const file = await transaction(database, async (tx) => {
    await lockContent(tx, sha256);
    const until = `now() + make_interval(secs => ${KEPT_SECONDS})`;
    const [known] = await tx.entities(
      File,
      `UPDATE file SET asked_at = now(), unwanted_after = ${until} WHERE id = (
         SELECT id FROM file WHERE team_id = $1 AND sha256 = $2 AND media_type = 'application/zip' AND unwanted_after IS NOT NULL
         ORDER BY id LIMIT 1
       ) RETURNING *`,
      [teamId, sha256],
    );
    if (known) return known;
    const [made] = await tx.entities(
      File,
      `INSERT INTO file (id, team_id, sha256, size, media_type, unwanted_after) VALUES ($1, $2, $3, $4, 'application/zip', ${until}) RETURNING *`,
      [newId(), teamId, sha256, size],
    );
    return made!;
  });
  if (file.storedAt) return file;
  const stored = await store.write(sha256, size, createReadStream(zip));
  if (stored !== 'STORED') throw new Error(`the export could not be stored: ${stored}`);
  await queries(database).query('UPDATE file SET stored_at = now() WHERE id = $1', [file.id]);
  return file;
}
