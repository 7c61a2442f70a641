import { join } from 'node:path';
import { CommandError, ROOT } from '../command.ts';
import { runNode, TYPESCRIPT } from './child.ts';

/** A worker that is to be started on this machine. */
export interface LocalWorker {
  threads: number;
  /** Which of the visible GPUs, from 0. */
  device?: number;
}

export interface LocalWanted {
  workers?: number;
  threads?: number;
  device?: number;
  backend?: string;
  /** Whether the machine may be measured first, once, when that takes a few seconds. */
  measure?: boolean;
}

/**
 * Which workers to start here, and why, in one line; asked in a process of its own, since only workers know devices.
 * @throws CommandError for a device that is not there
 */
export async function planWorkers(
  wanted: LocalWanted,
  line: (line: string) => void,
  signal?: AbortSignal,
): Promise<{ workers: LocalWorker[]; why: string }> {
  const { measure, ...numbers } = wanted;
  const args = Object.entries(numbers).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, String(value)]));
  const lines: string[] = [];
  const keep = (text: string) => {
    if (!text.startsWith('plan ')) line(text);
    lines.push(text);
  };
  const code = await runNode([...TYPESCRIPT, join(ROOT, 'workers/machine/local.ts'), ...args, ...(measure ? ['--measure'] : [])], {
    line: keep,
    signal,
  });
  signal?.throwIfAborted();
  const plan = lines.findLast((text) => text.startsWith('plan '));
  if (code === 0 && plan) return JSON.parse(plan.slice(5)) as { workers: LocalWorker[]; why: string };
  throw new CommandError(code === 2 ? `--${lines.at(-1)}` : 'The workers of this machine could not be planned; see above');
}
