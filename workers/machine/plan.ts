import type { Gpu } from '../backends/install/nvidia.ts';
import { fastest, type Measured, relativeSpeeds } from './division.ts';

/** Which workers a command starts on its own machine. Pure: local.ts looks at the machine. */

export interface LocalWorker {
  threads: number;
  /** Which of the visible GPUs, from 0. */
  device?: number;
}

export interface Machine {
  cores: number;
  /** GPUs that TensorFlow here can use, in the order of CUDA_VISIBLE_DEVICES. */
  gpus: readonly Gpu[];
  /** Why there are none. */
  problem?: string;
  measured: readonly Measured[] | null;
}

/** What was asked for; whatever is left out is chosen. */
export interface Wanted {
  workers?: number;
  threads?: number;
  device?: number;
  backend?: string;
}

/** Without a measurement: one a core, but not many, for each takes half a gigabyte. */
const MOST_UNMEASURED = 4;

/**
 * One worker a GPU, each bound to its own; without a GPU as many processes as was measured to be fastest.
 * @throws RangeError for a device that is not there
 */
export function planLocal({ cores, gpus, problem, measured }: Machine, wanted: Wanted): { workers: LocalWorker[]; why: string } {
  const { backend = 'tensorflow', device } = wanted;
  const usable = backend === 'tensorflow' ? gpus : [];
  if (device !== undefined && backend !== 'webgpu' && !usable[device])
    throw new RangeError(
      `device: ${device}; ${usable.length > 0 ? `allowed is a whole number from 0 to ${usable.length - 1}` : (problem ?? `${backend} has none to choose`)}`,
    );
  const divide = (count: number) => wanted.threads ?? Math.max(1, Math.floor(cores / count));
  const some = (count: number, what: string) => `${count} worker${count === 1 ? '' : 's'} of ${what}`;
  const threadsOf = (threads: number) => `${threads} thread${threads === 1 ? '' : 's'}`;

  if (usable.length > 0 || backend === 'webgpu') {
    const devices: (number | undefined)[] = device !== undefined || backend === 'webgpu' ? [device] : [...usable.keys()];
    const count = wanted.workers ?? devices.length;
    const threads = divide(Math.max(1, count));
    const workers = Array.from({ length: count }, (_, i): LocalWorker => ({ threads, device: devices[i % devices.length] }));
    const names = devices
      .map((number) => (number === undefined ? 'the first GPU' : `${number} ${usable[number]?.name ?? ''}`.trim()))
      .join(', ');
    return {
      workers,
      why: `${some(count, threadsOf(threads))}, ${wanted.workers === undefined ? 'one a GPU' : 'as asked, on GPU'}: ${names}`,
    };
  }

  const useMeasured = backend === 'tensorflow' && measured !== null && wanted.workers === undefined;
  const count = wanted.workers ?? (useMeasured ? fastest(measured).processes : Math.min(cores, MOST_UNMEASURED));
  const threads = backend === 'wasm' ? 1 : divide(Math.max(1, count));
  const workers = Array.from({ length: count }, (): LocalWorker => ({ threads }));
  const text = some(count, threadsOf(threads));
  if (wanted.workers !== undefined) return { workers, why: `${text}, as asked, on ${cores} cores` };
  if (useMeasured) return { workers, why: `${text}, measured as fastest here (${speedsOf(measured)})` };
  const hint =
    backend === 'tensorflow'
      ? `, at most ${MOST_UNMEASURED} ("npm run backend -- measure" finds out what is fastest)`
      : `, at most ${MOST_UNMEASURED}`;
  return { workers, why: `${text}, one a core${hint}` };
}

/** `1 x 2 threads 68%, 2 x 1 thread 100%`. */
function speedsOf(measured: readonly Measured[]): string {
  const speeds = relativeSpeeds(measured);
  return measured.map(({ processes, threads }, i) => `${processes} x ${threads}: ${Math.round(100 * speeds[i]!)}%`).join(', ');
}
