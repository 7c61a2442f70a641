import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock file that names no living process is given this long to be filled by the process that just made it. */
const GRACE_MS = 5_000;

/**
 * Runs `body` while no other process of this machine runs one under the same lock file; `waiting` is called once when it has to wait. A lock
 * of a process that is gone is taken over. Two takers of such a lock at the same instant may both go on, so `body` must publish its
 * result atomically: the lock saves work, it does not keep anything whole.
 */
export async function withLock<T>(path: string, waiting: () => void, body: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  for (let told = false; !(await take(path)); ) {
    if (await isAbandoned(path)) {
      await rm(path, { force: true });
      continue;
    }
    if (!told) waiting();
    told = true;
    await sleep(200);
  }
  try {
    return await body();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const holder = Number(await readFile(path, 'utf8'));
    if (holder > 0) return !isAlive(holder);
    return Date.now() - (await stat(path)).mtimeMs > GRACE_MS;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false; // just released
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
