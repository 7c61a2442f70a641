import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Who works on this machine, so that workers that were started one by one divide its cores: a file for each, named by its process, in a folder of
 * the machine. Nobody has to clean up: what a dead process left is seen by its number and the time at which it began, and removed.
 */

export interface Seat {
  /** Of one operation. */
  threads: number;
  /** Why, in one line, where that is not what was asked for or all cores. */
  note: string | null;
  leave(): void;
}

interface Entry {
  pid: number;
  /** Clock ticks from boot to the beginning of the process; null where the system does not say. */
  began: string | null;
  /** Null: not known yet. */
  threads: number | null;
  /** Whether somebody asked for so many. */
  asked: boolean;
}

/** Workers that are started together are all there after this long. */
const SETTLE_MS = 1_000;

/**
 * Takes a place among the workers of this machine. Without `asked` it gets an equal part of the cores that nobody has asked for, at least one; the
 * count then stays for the life of the process, since the same training on another count of threads gives other bits.
 */
export async function takeSeat(folder: string, cores: number, asked?: number, settleMs = SETTLE_MS): Promise<Seat> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}.json`);
  const began = beginningOf(process.pid);
  const write = (threads: number | null) =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, began, threads, asked: asked !== undefined } satisfies Entry));
  const leave = () => rmSync(file, { force: true });
  write(asked ?? null);
  if (asked !== undefined) return { threads: asked, note: null, leave };
  await sleep(settleMs);
  const others = readSeats(folder).filter(({ pid }) => pid !== process.pid);
  const threads = share(cores, others);
  write(threads);
  return { threads, note: noteOf(threads, cores, others), leave };
}

/** An equal part of the cores that nobody has asked for. */
export function share(cores: number, others: readonly Pick<Entry, 'threads' | 'asked'>[]): number {
  const taken = others.reduce((sum, { threads, asked }) => sum + (asked ? (threads ?? 0) : 0), 0);
  const sharing = 1 + others.filter(({ asked }) => !asked).length;
  return Math.max(1, Math.floor((cores - taken) / sharing));
}

function noteOf(threads: number, cores: number, others: readonly Entry[]): string | null {
  if (others.length === 0) return null;
  const all = threads + others.reduce((sum, other) => sum + (other.threads ?? threads), 0);
  const beside = `${threads} of ${cores} cores, beside ${others.length} other worker${others.length === 1 ? '' : 's'} on this machine`;
  return all <= Math.max(cores, 1 + others.length)
    ? beside
    : `${beside}, which have ${all - threads} threads: start those again to divide the cores anew`;
}

/** Those that live. */
export function readSeats(folder: string): Entry[] {
  return readdirSync(folder).flatMap((name) => {
    if (!/^\d+\.json$/.test(name)) return [];
    const path = join(folder, name);
    const entry = readEntry(path);
    if (entry && isLive(entry)) return [entry];
    if (entry) rmSync(path, { force: true });
    return [];
  });
}

/** Null while it is being written, or when it has just gone. */
function readEntry(path: string): Entry | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Entry;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isLive({ pid, began }: Entry): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // another process may have got its number
  return began === null || beginningOf(pid) === began;
}

/** Field 22 of /proc/PID/stat, behind the name in parentheses (proc(5)); null where there is none. */
export function beginningOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return null;
    throw error;
  }
}
