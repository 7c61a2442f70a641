import type { WorkerLineFragment } from '../lib/operations.generated.ts';

const isHere = ({ status }: Pick<WorkerLineFragment, 'status'>) => status === 'IDLE' || status === 'WORKING';

/** Whether none of those that were there is there still. */
export const isDeserted = (workers: readonly Pick<WorkerLineFragment, 'status'>[]): boolean => workers.length > 0 && !workers.some(isHere);

/** `2 of 3 working · 310 GFLOP/s`: of those that are there, and the speed of all of them together. */
export function summary(workers: readonly Pick<WorkerLineFragment, 'status' | 'gflops'>[]): string {
  const here = workers.filter(isHere);
  const working = here.filter(({ status }) => status === 'WORKING').length;
  const speed = here.reduce((sum, { gflops }) => sum + gflops, 0);
  return `${working} of ${here.length} working · ${Math.round(speed).toLocaleString('en')} GFLOP/s`;
}

/** `TensorFlow 2.21.0`; the backend's name before it where the version does not say it. */
export function backendName({ backend, backendVersion }: Pick<WorkerLineFragment, 'backend' | 'backendVersion'>): string {
  return backendVersion.toLowerCase().includes(backend.toLowerCase()) ? backendVersion : `${backend} ${backendVersion}`;
}
