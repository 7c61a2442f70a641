import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from '../command.ts';

/** Arguments with which a child of ours runs TypeScript. */
export const TYPESCRIPT = ['--import', import.meta.resolve('tsx')];

export interface ChildOptions {
  environment?: Record<string, string>;
  line?: (line: string) => void;
  signal?: AbortSignal;
}

/** Runs a Node program to its end, line by line; returns its exit code. The signal ends it. */
export async function runNode(args: string[], { environment = {}, line = console.log, signal }: ChildOptions = {}): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill();
  process.once('exit', kill);
  signal?.addEventListener('abort', kill, { once: true });
  if (signal?.aborted) kill();
  eachLine(child, line);
  try {
    return await exitOf(child);
  } finally {
    process.off('exit', kill);
    signal?.removeEventListener('abort', kill);
  }
}

/** Hands every line of a child's output on, standard error included. */
export function eachLine(child: ChildProcess, line: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split(/\r?\n|\r/);
      rest = lines.pop()!;
      for (const each of lines) if (each.trim()) line(each);
    });
    stream?.once('end', () => rest.trim() && line(rest));
  }
}

/** Exit code when all output has come; 1 for a signal. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
