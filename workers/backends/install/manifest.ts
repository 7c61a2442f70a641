import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'manifest.json';

interface Entry {
  size: number;
  modified: number;
  sha256: string;
}

/** What a folder must hold, by path inside it. */
type Manifest = Record<string, Entry>;

/** Writes down size, time and checksum of everything in a folder. Written last: a folder without a manifest is not finished. */
export async function writeManifest(folder: string): Promise<void> {
  const manifest: Manifest = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === FILE) continue;
    const path = join(entry.parentPath, entry.name);
    manifest[path.slice(folder.length + 1)] = await describe(path);
  }
  await save(folder, manifest);
}

/**
 * Says what is wrong with a folder, or nothing. Sizes and times are compared first; only what differs is read and compared by
 * checksum, everything with `full`, so that a start does not read a gigabyte.
 */
export async function findDamage(folder: string, full = false): Promise<string | undefined> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await readFile(join(folder, FILE), 'utf8')) as Manifest;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
      ? 'it is not there'
      : `its manifest cannot be read (${(error as Error).message})`;
  }
  let touched = false;
  for (const [path, expected] of Object.entries(manifest)) {
    const found = await stat(join(folder, path)).catch(() => undefined);
    if (!found) return `${path} is missing`;
    if (found.size !== expected.size) return `${path} has ${found.size} bytes instead of ${expected.size}`;
    if (!full && found.mtimeMs === expected.modified) continue;
    const actual = await describe(join(folder, path));
    if (actual.sha256 !== expected.sha256) return `${path} has another checksum than when it was made`;
    touched ||= actual.modified !== expected.modified;
    manifest[path] = actual;
  }
  // Copied or touched, yet whole: remember the new times. A cache that may only be read is checked by checksum each time.
  if (touched) await save(folder, manifest).catch((error: NodeJS.ErrnoException) => void (isReadOnly(error) || raise(error)));
  return undefined;
}

const isReadOnly = (error: NodeJS.ErrnoException) => ['EACCES', 'EROFS', 'EPERM'].includes(error.code ?? '');
const raise = (error: unknown): never => {
  throw error;
};

async function save(folder: string, manifest: Manifest): Promise<void> {
  const temporary = join(folder, `${FILE}.${process.pid}`);
  await writeFile(temporary, JSON.stringify(manifest, null, 2));
  await rename(temporary, join(folder, FILE));
}

async function describe(path: string): Promise<Entry> {
  const { size, mtimeMs } = await stat(path);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return { size, modified: mtimeMs, sha256: hash.digest('hex') };
}
