import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { ExportFormat } from '../../schema/exports.ts';
import type { Architecture } from '../../schema/networks/architecture.ts';

/** What workers/export/child.ts is told beside the weights. */
export interface Subject {
  architecture: Architecture;
  search: string;
  number: number;
  dataset: string;
  classes: string[];
  multiLabel: boolean;
}

/** The weights cannot be written; the message says why. */
export class ExportFailed extends Error {}

/** Conversions at the same time; each may take several times the memory of its weights. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Converts a checkpoint in a process of its own, since only workers know models, and hands its zip to `keep`; nothing stays on the disk.
 * @throws ExportFailed; the signal's reason
 */
export async function runExport<T>(
  checkpoint: NodeJS.ReadableStream,
  subject: Subject,
  format: ExportFormat,
  signal: AbortSignal,
  keep: (zip: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'handpick-exporting-'));
  try {
    const [weights, order, out] = ['checkpoint', 'order.json', 'export.zip'].map((name) => join(folder, name)) as [string, string, string];
    await pipeline(checkpoint, createWriteStream(weights), { signal });
    await writeFile(order, JSON.stringify({ checkpoint: weights, subject, format, out }));
    await inTurn(() => convert(order, signal));
    return await keep(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    await work();
  } finally {
    // the place goes to the next one
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

async function convert(order: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const script = fileURLToPath(new URL('../../workers/export/child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, order], { stdio: ['ignore', 'ignore', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  process.once('exit', kill);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (code !== 0) throw new ExportFailed(said.trim().split('\n').at(-1) || 'the conversion ended unexpectedly');
  } finally {
    signal.removeEventListener('abort', kill);
    process.off('exit', kill);
  }
}
