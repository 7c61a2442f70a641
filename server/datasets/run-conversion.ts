import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Converted } from './convert.ts';
import type { Order } from './convert-child.ts';
import { DataProblem } from './problem.ts';

type Message = { progress: number } | { converted: Converted } | { problem: string };

/** Converts in a process of its own; the signal ends it. @throws DataProblem with the reason for a refusal; or the signal's reason */
export async function runConversion(order: Order, progress: (share: number) => void, signal: AbortSignal): Promise<Converted> {
  signal.throwIfAborted();
  const file = fileURLToPath(new URL('convert-child.ts', import.meta.url));
  const child = fork(file, [], { execArgv: ['--import', import.meta.resolve('tsx')] });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  try {
    return await new Promise<Converted>((resolve, reject) => {
      let last: Message | null = null;
      child.on('message', (message: Message) => {
        if ('progress' in message) progress(message.progress);
        else last = message;
      });
      child.once('error', reject);
      child.once('close', (code, by) => {
        if (signal.aborted) reject(signal.reason);
        else if (!last) reject(new DataProblem(order.name, `its conversion ended unexpectedly (${by ?? `code ${code}`})`));
        else if ('converted' in last) resolve(last.converted);
        else reject(new Problem((last as { problem: string }).problem));
      });
      child.send(order);
    });
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

/** As the child has told it, file and reason in one. */
class Problem extends DataProblem {
  constructor(message: string) {
    const [file, ...reason] = message.split(': ');
    super(file!, reason.join(': '));
  }
}
