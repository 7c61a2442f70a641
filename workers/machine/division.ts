import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { NATIVE } from '../backends/install/cache.ts';
import { hostCores } from './host.ts';

/** How the cores of a machine are divided among worker processes: what was measured, and where that is kept. */

/** So many processes of so many threads each. */
export interface Division {
  processes: number;
  threads: number;
}

/** Training speed of all processes together, images a second, one number a network. */
export interface Measured extends Division {
  imagesPerSecond: number[];
}

/** All divisions that leave no core idle, fewest processes first. */
export function divisions(cores: number): Division[] {
  const found: Division[] = [];
  for (let processes = 1; processes <= cores; processes++)
    if (cores % processes === 0) found.push({ processes, threads: cores / processes });
  return found;
}

/** Speed of each relative to the fastest, the geometric mean over the networks: a network that is fast anyhow counts no more than one that is slow. */
export function relativeSpeeds(measured: readonly Measured[]): number[] {
  const means = measured.map(({ imagesPerSecond }) =>
    Math.exp(imagesPerSecond.reduce((sum, speed) => sum + Math.log(speed), 0) / imagesPerSecond.length),
  );
  const best = Math.max(...means);
  return means.map((mean) => mean / best);
}

/** The fastest. */
export function fastest(measured: readonly Measured[]): Measured {
  return measured[relativeSpeeds(measured).indexOf(1)]!;
}

/** What was measured on a machine like this one: processor, cores and TensorFlow are in the name. */
export function measurementFile(cache: string): string {
  const machine = createHash('sha256').update(`${cpus()[0]?.model}\n${hostCores()}\n${NATIVE.tensorflow}`).digest('hex').slice(0, 16);
  return join(cache, `threads-${machine}.json`);
}

/** Null when nothing was measured, or it cannot be read. */
export function readMeasurement(cache: string): Measured[] | null {
  try {
    const measured = JSON.parse(readFileSync(measurementFile(cache), 'utf8')) as Measured[];
    return measured.length > 0 ? measured : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all. */
export function writeMeasurement(cache: string, measured: readonly Measured[]): void {
  mkdirSync(cache, { recursive: true });
  const file = measurementFile(cache);
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(measured, null, 1)}\n`);
  renameSync(`${file}.${process.pid}`, file);
}
