import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../command.ts';
import { eachLine, TYPESCRIPT } from './child.ts';
import type { LocalWorker } from './local-plan.ts';

export interface LocalWorkerOptions {
  server: string;
  token: string;
  workers: readonly LocalWorker[];
  backend?: string;
  line: (line: string) => void;
}

export interface LocalWorkers {
  /** Asks them to give their work back and end; kills those that do not. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 1_800;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
/** One that ran for so long was well: its next start is not delayed. */
const HEALTHY_MS = 60_000;

/** Starts workers on this machine, and again whenever one ends. */
export function startLocalWorkers(options: LocalWorkerOptions): LocalWorkers {
  let stopping = false;
  const running = new Map<ChildProcess, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const kill = () => {
    for (const child of running.keys()) child.kill('SIGKILL');
  };
  process.once('exit', kill);

  const start = (number: number, delay: number) => {
    const begun = Date.now();
    const child = spawnWorker(number, options.workers[number - 1]!, options);
    eachLine(child, (line) => options.line(`worker ${number} | ${line}`));
    const ended = new Promise<void>((resolve) => {
      child.once('error', (error) => options.line(`worker ${number} | cannot be started: ${error.message}`));
      child.once('close', (code, signal) => {
        running.delete(child);
        resolve();
        if (stopping) return;
        const wait = Date.now() - begun > HEALTHY_MS ? FIRST_DELAY_MS : delay;
        options.line(`worker ${number} | ended (${signal ?? `code ${code}`}); starts again in ${wait / 1000} s`);
        const timer = setTimeout(() => {
          timers.delete(timer);
          start(number, Math.min(2 * wait, LONGEST_DELAY_MS));
        }, wait);
        timers.add(timer);
      });
    });
    running.set(child, ended);
  };
  for (let number = 1; number <= options.workers.length; number++) start(number, FIRST_DELAY_MS);

  return {
    async stop() {
      stopping = true;
      for (const timer of timers) clearTimeout(timer);
      const all = [...running.values()];
      for (const child of running.keys()) child.kill('SIGTERM');
      const killer = setTimeout(kill, PATIENCE_MS);
      await Promise.all(all);
      clearTimeout(killer);
      process.off('exit', kill);
    },
  };
}

/** The token is in the environment, not among the arguments, which everybody on the machine can read. The channel tells it when we are gone. */
function spawnWorker(number: number, { threads, device }: LocalWorker, { server, token, backend }: LocalWorkerOptions): ChildProcess {
  const args = ['--server', server, '--threads', String(threads), '--name', `local ${number}`];
  if (device !== undefined) args.push('--device', String(device));
  if (backend) args.push('--backend', backend);
  return spawn(process.execPath, [...TYPESCRIPT, join(ROOT, 'workers/main.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, HANDPICK_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // a session of its own: Ctrl-C is for us, we stop it in order
    detached: true,
  });
}
