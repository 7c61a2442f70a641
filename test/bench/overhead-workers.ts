import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface BenchWorkers {
  /** @throws Error when one has ended */
  check(): void;
  stop(): Promise<void>;
}

/**
 * Starts workers, each a process; resolves when all have registered. Their trials do nothing.
 * @param onStep of workers whose trials train: gets the milliseconds of every step of a controller
 */
export async function startBenchWorkers(
  server: string,
  token: string,
  count: number,
  spool: string,
  onStep?: (milliseconds: number) => void,
): Promise<BenchWorkers> {
  const script = fileURLToPath(new URL('./overhead-worker.ts', import.meta.url));
  const children: ChildProcess[] = [];
  let fault: Error | null = null;
  const kill = () => children.forEach((child) => void child.kill('SIGKILL'));
  process.once('exit', kill);
  const ready = Array.from({ length: count }, (_, i) => {
    const args = [
      '--import',
      'tsx',
      script,
      '--server',
      server,
      '--name',
      `bench ${i + 1}`,
      '--spool',
      spool,
      ...(onStep ? ['--train'] : []),
    ];
    const child = spawn(process.execPath, args, { env: { ...process.env, HANDPICK_TOKEN: token }, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return new Promise<void>((resolve, reject) => {
      createInterface(child.stdout!).on('line', (line) => {
        if (line.startsWith('registered')) resolve();
        const milliseconds = /^step .* ([\d.]+) ms$/.exec(line)?.[1];
        if (milliseconds) onStep?.(Number(milliseconds));
      });
      child.once('error', reject);
      child.once('close', (code, signal) => {
        fault ??= new Error(`a worker ended (${signal ?? `code ${code}`})`);
        reject(fault);
      });
    });
  });
  const stop = async () => {
    const ended = children.map((child) =>
      child.exitCode === null && child.signalCode === null ? new Promise((resolve) => child.once('close', resolve)) : null,
    );
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(ended);
    process.off('exit', kill);
  };
  try {
    await Promise.all(ready);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    check() {
      if (fault) throw fault;
    },
    stop,
  };
}
