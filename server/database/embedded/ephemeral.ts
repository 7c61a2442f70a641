import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive, readPostmaster, stopPostmaster } from './postmaster.ts';

const ROOT = path.join(os.tmpdir(), `handpick-${process.getuid?.() ?? os.userInfo().username}`);

/** A new folder for a database that is not kept; what processes that were killed left behind is removed first. */
export async function ephemeralFolder(): Promise<string> {
  mkdirSync(ROOT, { recursive: true, mode: 0o755 });
  await sweep();
  const folder = mkdtempSync(path.join(ROOT, `${process.pid}-`));
  chmodSync(folder, 0o755); // PostgreSQL's user must pass; the cluster inside is closed
  return folder;
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(ROOT)) {
    const owner = Number(/^(\d+)-/.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    const folder = path.join(ROOT, name);
    const postmaster = readPostmaster(path.join(folder, 'postgres'));
    if (postmaster) await stopPostmaster(postmaster, true);
    rmSync(folder, { recursive: true, force: true });
  }
}
