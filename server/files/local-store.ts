import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore, Stored } from './store.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Files in a local folder, by their hash: `ab/cdef...`. */
export async function openLocalStore(folder: string): Promise<FileStore> {
  const incoming = path.join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await removeCutShort(incoming);
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${JSON.stringify(sha256)} is not a SHA-256 hash`);
    return path.join(folder, sha256.slice(0, 2), sha256.slice(2));
  };
  const has = (sha256: string) => exists(placeOf(sha256));
  return {
    has,
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    read: async (sha256, range) => {
      const file = await open(placeOf(sha256)).catch(absent);
      return file?.createReadStream(range) ?? null;
    },
    write: async (sha256, size, source) => {
      const place = placeOf(sha256);
      const partial = path.join(incoming, randomUUID());
      try {
        const result = await receive(partial, sha256, size, source);
        if (result !== 'STORED') return result;
        await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
        await rename(partial, place);
        await syncFolder(path.dirname(place));
        return 'STORED';
      } finally {
        await rm(partial, { force: true });
      }
    },
  };
}

/** What a crash has cut short; younger ones may be on their way to another server on the same folder. */
async function removeCutShort(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name);
    const found = await stat(file).catch(absent);
    if (found && Date.now() - found.mtimeMs > DAY) await rm(file, { force: true });
  }
}

async function receive(partial: string, sha256: string, size: number, source: AsyncIterable<Uint8Array>): Promise<Stored> {
  const hash = createHash('sha256');
  const file = await open(partial, 'wx', 0o600);
  try {
    let received = 0;
    for await (const chunk of source) {
      received += chunk.byteLength;
      if (received > size) return 'WRONG_SIZE';
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (received !== size) return 'WRONG_SIZE';
    if (hash.digest('hex') !== sha256) return 'WRONG_HASH';
    await file.sync();
    return 'STORED';
  } finally {
    await file.close();
  }
}

/** A rename is only kept over a power cut once its folder is on disk. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(absent)) !== null;
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
