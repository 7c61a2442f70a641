import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PROCESS_BYTES, USABLE_SHARE } from '../../schema/networks/memory.ts';
import { cacheFolder } from '../backends/install/cache.ts';
import { MissingError } from '../backends/install/tools.ts';
import { type Division, divisions, type Measured, writeMeasurement } from './division.ts';
import { hostCores, hostMemory } from './host.ts';

/** A small network, and the large one of thesis 4.5's kind: what is best for one is not for the other. */
const NETWORKS = [
  'C(16,5,1), P(2,2), C(32,3,1), P(2,2), FC(64), SM(10)',
  'C(64,3,1), P(2,2), C(128,3,1), P(2,2), C(256,3,1), FC(256), SM(10)',
];

/** Of one network in one division. */
const MILLISECONDS = 1_500;

/** Beside its process, that one of these trainings takes. */
const TRAINING_BYTES = 400e6;

/**
 * Measures how fast this machine trains with each division of its cores, and keeps that in the cache. Takes some five seconds a division.
 * @throws MissingError when TensorFlow cannot be used
 */
export async function measureDivisions(progress: (line: string) => void, cache = cacheFolder()): Promise<Measured[]> {
  const fit = Math.max(1, Math.floor((USABLE_SHARE * hostMemory()) / (PROCESS_BYTES + TRAINING_BYTES)));
  const measured: Measured[] = [];
  for (const division of divisions(hostCores()).filter(({ processes }) => processes <= fit)) {
    const imagesPerSecond = await measure(division);
    measured.push({ ...division, imagesPerSecond });
    const { processes, threads } = division;
    progress(
      `${processes} x ${threads} thread${threads === 1 ? '' : 's'}: ${imagesPerSecond.map((speed) => Math.round(speed)).join(' and ')} images/s`,
    );
  }
  writeMeasurement(cache, measured);
  return measured;
}

/** All processes train the same network at the same time; the sum of their speeds. */
async function measure({ processes, threads }: Division): Promise<number[]> {
  const script = fileURLToPath(new URL('trainer.ts', import.meta.url));
  const children = Array.from({ length: processes }, () =>
    fork(script, [String(threads), String(MILLISECONDS), ...NETWORKS], {
      env: { ...process.env, CUDA_VISIBLE_DEVICES: '' }, // the processor is measured
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
  try {
    await Promise.all(children.map(answer));
    const speeds: number[] = [];
    for (const number of NETWORKS.keys()) {
      const answers = children.map(answer);
      for (const child of children) child.send(number);
      speeds.push((await Promise.all(answers)).reduce<number>((sum, speed) => sum + Number(speed), 0));
    }
    return speeds;
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

/** The next message of a child. @throws MissingError when it ends instead */
async function answer(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message as unknown),
      once(child, 'exit', { signal }).then(([code, by]) => {
        throw new MissingError(`a process ended with ${by ?? `code ${code}`} while it was measured`);
      }),
    ]);
  } finally {
    ended.abort();
  }
}
