import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decodeHeader, headerLength, type PackedHeader } from '../../schema/datasets/packed.ts';
import type { Dataset } from '../database/entities.ts';
import { Fault } from '../errors.ts';
import type { FileStore } from '../files/store.ts';

/** A packed dataset, read piece by piece. */
export interface PackedFile {
  header: PackedHeader;
  /** Bytes of the arrays, counted from their beginning. */
  read(at: number, length: number): Promise<Buffer>;
}

/** @throws Fault in one line where a dataset that comes with the platform cannot be had */
export async function openPacked(dataset: Dataset, store: FileStore): Promise<PackedFile> {
  const read = dataset.fileId === null ? await readerOf(await builtInFile(dataset.name)) : storeReader(store, dataset.contentHash);
  const length = headerLength(await read(0, 12));
  const header = decodeHeader(await read(0, length));
  return { header, read: (at, bytes) => read(length + at, bytes) };
}

/** Copies the whole packed file to `to`. @throws Fault as `openPacked` */
export async function copyPacked(dataset: Dataset, store: FileStore, to: string): Promise<void> {
  if (dataset.fileId === null) return copyFile(await builtInFile(dataset.name), to);
  const stream = await store.read(dataset.contentHash);
  if (!stream) throw new Error(`the content of dataset ${dataset.contentHash} is missing from the store`);
  await pipeline(stream, createWriteStream(to, { mode: 0o600 }));
}

type Read = (at: number, length: number) => Promise<Buffer>;

function storeReader(store: FileStore, sha256: string): Read {
  return async (at, length) => {
    if (length === 0) return Buffer.alloc(0);
    const stream = await store.read(sha256, { start: at, end: at + length - 1 });
    if (!stream) throw new Error(`the content of dataset ${sha256} is missing from the store`);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
}

async function readerOf(path: string): Promise<Read> {
  return async (at, length) => {
    const file = await open(path);
    try {
      return (await file.read(Buffer.alloc(length), 0, length, at)).buffer;
    } finally {
      await file.close();
    }
  };
}

const known = new Map<string, Promise<string>>();

/** In the cache of this machine, put there by a process of the workers: only they know the registry packages. */
function builtInFile(name: string): Promise<string> {
  const found = known.get(name) ?? provide(name);
  known.set(name, found);
  // try again next time
  found.catch(() => known.delete(name));
  return found;
}

async function provide(name: string): Promise<string> {
  const script = fileURLToPath(new URL('../../workers/provide-dataset.ts', import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), script, name]);
    return stdout.trim();
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Fault('DATASET_MISSING', stderr.trim().split('\n').at(-1) || `dataset ${name} cannot be had`, { cause: error });
  }
}
