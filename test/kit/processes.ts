import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A process of ours, what it has said, and how it ended. */
export interface Running {
  child: ChildProcess;
  lines: string[];
  /** Waits until a line matches. @throws with everything it said when it ends before, or after `seconds` */
  says(pattern: RegExp, seconds?: number): Promise<string>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const all = new Set<Running>();

/** Runs a TypeScript file of the project. */
export function run(file: string, args: string[] = [], environment: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop()!;
      lines.push(...parts.filter(Boolean));
    });
  }
  const running: Running = {
    child,
    lines,
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal }))),
    says: async (pattern, seconds = 60) => {
      for (const deadline = Date.now() + 1000 * seconds; ; await sleep(20)) {
        const line = lines.find((each) => pattern.test(each));
        if (line) return line;
        if (Date.now() > deadline || child.exitCode !== null) throw new Error(`${file} did not say ${pattern}:\n${lines.join('\n')}`);
      }
    },
  };
  all.add(running);
  void running.ended.then(() => all.delete(running));
  return running;
}

/** A worker of one thread for that server, with a checkpoint every second. */
export const runWorker = (server: string, token: string): Running =>
  run('workers/main.ts', ['--server', server, '--threads', '1', '--name', 'under test', '--checkpoint', '1'], { HANDPICK_TOKEN: token });

/** Kills what a test left running. */
export async function killAll(): Promise<void> {
  const left = [...all];
  for (const { child } of left) child.kill('SIGKILL');
  await Promise.all(left.map(({ ended }) => ended));
}
