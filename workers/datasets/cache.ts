import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of datasets by hash, on this machine; the ones not used for longest go when they take more than `limit` bytes. */
export interface DatasetCache {
  folder: string;
  limit: number;
}

/** More than a hundred CIFAR-10s. */
export const CACHE_BYTES = 20e9;
const ENDING = '.hpds';
const UNFINISHED = 'making-';
const ABANDONED_MS = 6 * 3_600_000;

/** Path of a dataset that is there, marked as just used; null when it is not. */
export async function findCached({ folder }: DatasetCache, hash: string): Promise<string | null> {
  const path = join(folder, hash + ENDING);
  const now = new Date();
  try {
    await utimes(path, now, now);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    // a cache that may only be read is as good
    if (!['EACCES', 'EROFS', 'EPERM'].includes(code ?? '')) throw error;
  }
  return path;
}

/** Keeps a dataset: whole, or not at all; then makes room. `write` throws to keep nothing. */
export async function keepCached(
  { folder, limit }: DatasetCache,
  hash: string,
  write: (to: { write(bytes: Uint8Array): Promise<unknown> }) => Promise<void>,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, hash + ENDING);
  const making = join(folder, UNFINISHED + randomUUID());
  try {
    const file = await open(making, 'wx');
    try {
      await write({ write: (bytes) => file.writeFile(bytes) });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(making, path);
  } finally {
    await rm(making, { force: true });
  }
  await makeRoom(folder, limit, path);
  return path;
}

/** Removes what was cut short, and the oldest files until the rest fits; never `spare`. */
async function makeRoom(folder: string, limit: number, spare: string): Promise<void> {
  const files: { path: string; size: number; used: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // another process may be making room too
    const found = await stat(path).catch(() => null);
    if (!found) continue;
    if (name.startsWith(UNFINISHED) && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
    else if (name.endsWith(ENDING)) files.push({ path, size: found.size, used: found.mtimeMs });
  }
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.filter((file) => file.path !== spare).sort((a, b) => a.used - b.used)) {
    if (total <= limit) return;
    await rm(path, { force: true });
    total -= size;
  }
}
