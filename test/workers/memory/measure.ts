import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Bytes resident in a fresh process: before it trains a network, and at the peak while it does. */
export interface Measured {
  before: number;
  peak: number;
}

const run = promisify(execFile);

/** Trains a network for a few steps in a process of its own. @throws with what the process said when it failed */
export async function measure({ notation, batchSize }: { notation: string; batchSize: number }): Promise<Measured> {
  const script = fileURLToPath(new URL('peak.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, notation, String(batchSize)], { timeout: 300_000 });
  return JSON.parse(stdout) as Measured;
}
