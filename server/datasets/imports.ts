import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource } from '../database/data-source.ts';
import { DatasetImport } from '../database/entities.ts';
import { queries, transaction } from '../database/transaction.ts';
import { signUpload } from '../files/signature.ts';
import type { FileStore } from '../files/store.ts';
import { newId } from '../ids.ts';
import type { Converted } from './convert.ts';
import { DataProblem } from './problem.ts';
import { runConversion } from './run-conversion.ts';

/** Bytes of imports as they arrive, and their conversion, one after the other. */
export interface Imports {
  /** Where to PATCH bytes of the import with that uuid; good for ten minutes. */
  uploadUrl(uuid: string): string;
  /** Bytes that have arrived. */
  received(uuid: string): Promise<number>;
  /** Adds bytes at `offset`; returns how many there are now, or 'WRONG_OFFSET' when there are not just so many. Those that came before a break stay. */
  append(entry: DatasetImport, offset: number, source: AsyncIterable<Uint8Array>): Promise<number | 'WRONG_OFFSET'>;
  /** Ends it, in the middle of its conversion too; its bytes go. */
  forget(uuid: string): Promise<void>;
  stop(): Promise<void>;
}

interface ImportOptions {
  database: DataSource;
  store: FileStore;
  folder: string;
  /** Signs upload addresses. */
  key: Buffer;
}

/** Goes on with what another server has left. */
export async function openImports({ database, store, folder, key }: ImportOptions): Promise<Imports> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const placeOf = (uuid: string) => path.join(folder, uuid);
  const { query, entities } = queries(database);
  const stopping = new AbortController();
  const running = new Map<string, AbortController>();
  /** Imports that take bytes just now: of two requests for one, the second waits. */
  const writing = new Map<string, Promise<unknown>>();
  let queue: Promise<void> = Promise.resolve();

  const removeFiles = async (uuid: string) => {
    const files = [placeOf(uuid), `${placeOf(uuid)}.packed`, `${placeOf(uuid)}.packed.raw`];
    await Promise.all(files.map((file) => rm(file, { force: true })));
  };
  const received = async (uuid: string) => (await stat(placeOf(uuid)).catch(() => null))?.size ?? 0;

  const convertOne = async (entry: DatasetImport) => {
    if (stopping.signal.aborted) return;
    const ending = new AbortController();
    running.set(entry.id, ending);
    const out = `${placeOf(entry.id)}.packed`;
    await rm(out, { force: true });
    try {
      const order = { place: placeOf(entry.id), name: entry.fileName, conversion: entry.conversion, out };
      const progress = (share: number) => {
        query('UPDATE dataset_import SET progress = $2 WHERE id = $1', [entry.id, share]).catch((error) => console.error(error));
      };
      const converted = await runConversion(order, progress, AbortSignal.any([stopping.signal, ending.signal]));
      await keep(database, store, entry, converted, out);
    } catch (error) {
      // stopped: the next start goes on with it; cancelled: somebody has said so already
      if (stopping.signal.aborted || ending.signal.aborted) return;
      if (!(error instanceof DataProblem)) console.error(`dataset ${entry.name}:`, error);
      const problem = error instanceof DataProblem ? error.message : 'something went wrong here; try again';
      await query(`UPDATE dataset_import SET status = 'REFUSED', problem = $2, ended_at = now() WHERE id = $1 AND status = 'CONVERTING'`, [
        entry.id,
        problem,
      ]);
    } finally {
      running.delete(entry.id);
    }
    await removeFiles(entry.id);
  };
  const enqueue = (entry: DatasetImport) => {
    queue = queue.then(() => convertOne(entry)).catch((error) => console.error(`dataset ${entry.name}:`, error));
  };

  await removeStrays(folder, database);
  for (const entry of await entities(DatasetImport, `SELECT * FROM dataset_import WHERE status = 'CONVERTING' ORDER BY id`)) enqueue(entry);

  return {
    uploadUrl: (uuid) => `/files/imports/${signUpload(key, uuid, Date.now())}`,
    received,
    append: async (entry, offset, source) => {
      while (writing.has(entry.id)) await writing.get(entry.id)!.catch(() => {});
      const work = (async () => {
        if ((await received(entry.id)) !== offset) return 'WRONG_OFFSET' as const;
        await write(placeOf(entry.id), offset, Number(entry.size), source);
        const now = await received(entry.id);
        if (now === Number(entry.size)) {
          const changed = await entities(
            DatasetImport,
            `UPDATE dataset_import SET status = 'CONVERTING' WHERE id = $1 AND status = 'RECEIVING' RETURNING *`,
            [entry.id],
          );
          changed.forEach(enqueue);
        }
        return now;
      })();
      writing.set(entry.id, work);
      return work.finally(() => writing.delete(entry.id));
    },
    forget: async (uuid) => {
      running.get(uuid)?.abort(new Error('cancelled'));
      await removeFiles(uuid);
    },
    stop: async () => {
      stopping.abort(new Error('the server stops'));
      await queue;
    },
  };
}

/** What comes is kept as it comes: after a lost connection the client goes on from there. */
async function write(place: string, offset: number, size: number, source: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(place, offset === 0 ? 'w' : 'r+', 0o600);
  try {
    let at = offset;
    for await (const chunk of source) {
      // never more than was announced
      const fitting = chunk.subarray(0, size - at);
      await file.write(fitting, 0, fitting.length, at);
      at += fitting.length;
    }
  } finally {
    await file.close();
  }
}

/** The packed file becomes a file of the team, and a version of a dataset. */
async function keep(database: DataSource, store: FileStore, entry: DatasetImport, converted: Converted, out: string): Promise<void> {
  const { sha256, bytes, description, skipped } = converted;
  if (!(await store.has(sha256))) {
    const stored = await store.write(sha256, bytes, createReadStream(out, { highWaterMark: 1 << 20 }));
    if (stored !== 'STORED') throw new Error(`the packed file of ${entry.name} could not be stored: ${stored}`);
  }
  const { classCounts, sizes, normalisation, vocabulary, kind, height, width, channels, classes, multiLabel, counts } = description;
  await transaction(database, async (tx) => {
    const fileId = newId();
    await tx.query(
      `INSERT INTO file (id, team_id, sha256, size, media_type, stored_at) VALUES ($1, $2, $3, $4, 'application/octet-stream', now())`,
      [fileId, entry.teamId, sha256, bytes],
    );
    const [added] = await tx.query<{ id: string }>(
      `INSERT INTO dataset (id, team_id, name, content_hash, kind, height, width, channels, classes, multi_label, train_count,
         validation_count, test_count, file_id, description, skipped, shares)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
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
        JSON.stringify({ classCounts, sizes, normalisation, vocabulary }),
        JSON.stringify(skipped),
        JSON.stringify(entry.conversion.shares),
      ],
    );
    const done = await tx.query<{ id: string }>(
      `UPDATE dataset_import SET status = 'DONE', progress = 1, dataset_id = $2, ended_at = now()
       WHERE id = $1 AND status = 'CONVERTING' RETURNING id`,
      [entry.id, added!.id],
    );
    // whoever was told that nothing is kept must be right
    if (done.length === 0) throw new DataProblem(entry.name, 'cancelled');
  });
}

/** Bytes of imports that are over, and of those that nobody has gone on with for a week. */
async function removeStrays(folder: string, database: DataSource): Promise<void> {
  const { query } = queries(database);
  await query(
    `UPDATE dataset_import SET status = 'REFUSED', problem = 'nothing came for a week', ended_at = now()
     WHERE status = 'RECEIVING' AND created_at < now() - interval '7 days'`,
  );
  const open = await query<{ id: string }>(`SELECT id FROM dataset_import WHERE status IN ('RECEIVING', 'CONVERTING')`);
  const wanted = new Set(open.map(({ id }) => id));
  for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(path.join(folder, name), { force: true });
}
