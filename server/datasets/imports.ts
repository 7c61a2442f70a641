import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from '../database/data-source.ts';
import { Dataset, DatasetImport } from '../database/entities.ts';
import { queries, transaction } from '../database/transaction.ts';
import { Fault } from '../errors.ts';
import { appendEvents } from '../feed/append.ts';
import { signUpload } from '../files/signature.ts';
import type { FileStore } from '../files/store.ts';
import { keepDataset } from './keep.ts';
import { copyPacked } from './packed-file.ts';
import { DataProblem } from './problem.ts';
import { runConversion } from './run-conversion.ts';

/** Bytes of imports as they arrive, and their conversion, one after the other. */
export interface Imports {
  /** Where to PATCH bytes of the import with that uuid; good for ten minutes. */
  uploadUrl(uuid: string): string;
  /** Bytes that have arrived. */
  received(uuid: string): Promise<number>;
  /** Adds bytes at `offset`; returns how many there are now, or 'WRONG_OFFSET' when there are not just so many. Those that came before a break stay. */
  append(entry: DatasetImport, offset: number, source: IncomingBytes): Promise<number | 'WRONG_OFFSET'>;
  /** Converts what needs no bytes from outside. */
  convert(entry: DatasetImport): void;
  /** Ends it, in the middle of its conversion too; its bytes go. */
  forget(uuid: string): Promise<void>;
  stop(): Promise<void>;
}

/** Bytes as they come, and how to end that. */
export interface IncomingBytes {
  chunks: AsyncIterable<Uint8Array>;
  end(): void;
}

/** A request that has sent nothing for so long is of a client that has lost its connection, and gives way to the next one. */
const SILENT_MS = 5_000;

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
  const writing = new Map<string, { work: Promise<unknown>; heard: number; end: () => void }>();
  let queue: Promise<void> = Promise.resolve();

  const removeFiles = async (uuid: string) => {
    const files = [placeOf(uuid), `${placeOf(uuid)}.packed`, `${placeOf(uuid)}.packed.raw`];
    await Promise.all(files.map((file) => rm(file, { force: true })));
  };
  const received = async (uuid: string) => {
    try {
      return (await stat(placeOf(uuid))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw error;
    }
  };

  const convertOne = async (entry: DatasetImport) => {
    if (stopping.signal.aborted) return;
    // cancelled while it waited for its turn
    const waiting = await query(`SELECT id FROM dataset_import WHERE id = $1 AND status = 'CONVERTING'`, [entry.id]);
    if (waiting.length === 0) return removeFiles(entry.id);
    const ending = new AbortController();
    running.set(entry.id, ending);
    const out = `${placeOf(entry.id)}.packed`;
    await rm(out, { force: true });
    try {
      await fetchSource(entry);
      const order = { place: placeOf(entry.id), name: entry.fileName, work: entry.conversion, out };
      const progress = (share: number) => {
        query('UPDATE dataset_import SET progress = $2 WHERE id = $1', [entry.id, share]).catch((error) => console.error(error));
      };
      const converted = await runConversion(order, progress, AbortSignal.any([stopping.signal, ending.signal]));
      await keepDataset(database, store, entry, converted, out);
    } catch (error) {
      // stopped: the next start goes on with it; cancelled: somebody has said so already
      if (stopping.signal.aborted) return;
      if (ending.signal.aborted) return await removeFiles(entry.id);
      const told = error instanceof DataProblem || error instanceof Fault;
      if (!told) console.error(`dataset ${entry.name}:`, error);
      await refuseImport(database, entry, told ? error.message : 'something went wrong here; try again');
    } finally {
      running.delete(entry.id);
    }
    await removeFiles(entry.id);
  };
  /** The packed file of the dataset that it is derived from. */
  const fetchSource = async ({ id, derivedFrom }: DatasetImport) => {
    if (derivedFrom === null) return;
    const [source] = await entities(Dataset, 'SELECT * FROM dataset WHERE id = $1', [derivedFrom]);
    await copyPacked(source!, store, placeOf(id));
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
      for (let other = writing.get(entry.id); other; other = writing.get(entry.id)) {
        if (Date.now() - other.heard > SILENT_MS) other.end();
        await Promise.race([other.work.catch(() => {}), sleep(100)]); // its own request tells what went wrong
      }
      const own = { work: Promise.resolve<unknown>(null), heard: Date.now(), end: source.end };
      const work = (async () => {
        if ((await received(entry.id)) !== offset) return 'WRONG_OFFSET' as const;
        await write(placeOf(entry.id), offset, Number(entry.size), source.chunks, () => {
          own.heard = Date.now();
        });
        const now = await received(entry.id);
        if (now === Number(entry.size)) {
          (await markComplete(database, entry)).forEach(enqueue);
        }
        return now;
      })();
      own.work = work;
      writing.set(entry.id, own);
      return work.finally(() => writing.delete(entry.id));
    },
    convert: enqueue,
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
async function write(place: string, offset: number, size: number, source: AsyncIterable<Uint8Array>, heard: () => void): Promise<void> {
  const file = await open(place, offset === 0 ? 'w' : 'r+', 0o600);
  try {
    let at = offset;
    for await (const chunk of source) {
      heard();
      // never more than was announced
      const fitting = chunk.subarray(0, size - at);
      await file.write(fitting, 0, fitting.length, at);
      at += fitting.length;
    }
  } finally {
    await file.close();
  }
}

/** All bytes are there. @returns it, unless it has ended meanwhile */
function markComplete(database: DataSource, { id, teamId }: DatasetImport): Promise<DatasetImport[]> {
  return transaction(database, async (tx) => {
    const changed = await tx.entities(
      DatasetImport,
      `UPDATE dataset_import SET status = 'CONVERTING' WHERE id = $1 AND status = 'RECEIVING' RETURNING *`,
      [id],
    );
    await appendEvents(
      tx,
      teamId,
      changed.map(() => ({ kind: 'DATASET_IMPORT_CHANGED', datasetImportId: id })),
    );
    return changed;
  });
}

async function refuseImport(database: DataSource, { id, teamId }: DatasetImport, problem: string): Promise<void> {
  await transaction(database, async (tx) => {
    const changed = await tx.query(
      `UPDATE dataset_import SET status = 'REFUSED', problem = $2, ended_at = now() WHERE id = $1 AND status = 'CONVERTING' RETURNING id`,
      [id, problem],
    );
    await appendEvents(
      tx,
      teamId,
      changed.map(() => ({ kind: 'DATASET_IMPORT_CHANGED', datasetImportId: id })),
    );
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
