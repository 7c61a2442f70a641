import { describe, expect, test } from 'vitest';
import { parseGpus, visibleGpus } from '../../../workers/backends/install/nvidia.ts';
import { type Machine, planLocal } from '../../../workers/machine/plan.ts';

const LINES = `0, GPU-1b2c-aa, NVIDIA GeForce RTX 4090, 24564
1, GPU-1b2d-bb, NVIDIA GeForce RTX 4090, 24564
2, GPU-77aa-cc, NVIDIA H100 80GB HBM3, 81559
`;
const withGpus = (selection?: string, cores = 16): Machine => ({ cores, gpus: visibleGpus(parseGpus(LINES), selection), measured: null });
const without: Machine = { cores: 2, gpus: [], problem: 'there is no NVIDIA driver (nvidia-smi is not installed)', measured: null };
const measured = [
  { processes: 1, threads: 4, imagesPerSecond: [50] },
  { processes: 2, threads: 2, imagesPerSecond: [100] },
  { processes: 4, threads: 1, imagesPerSecond: [75] },
];

describe('with GPUs', () => {
  test('one worker a GPU, each on its own, and the cores divided', () => {
    const { workers, why } = planLocal(withGpus(), {});
    expect(workers).toEqual([0, 1, 2].map((device) => ({ threads: 5, device })));
    expect(why).toBe('3 workers of 5 threads, one a GPU: 0 NVIDIA GeForce RTX 4090, 1 NVIDIA GeForce RTX 4090, 2 NVIDIA H100 80GB HBM3');
  });
  test('only those that CUDA_VISIBLE_DEVICES leaves, counted anew', () => {
    expect(planLocal(withGpus('2,0'), {}).workers).toEqual([0, 1].map((device) => ({ threads: 8, device })));
    expect(planLocal(withGpus('2,0'), {}).why).toContain('0 NVIDIA H100 80GB HBM3, 1 NVIDIA GeForce RTX 4090');
    expect(planLocal(withGpus(''), {}).workers).toEqual(Array(4).fill({ threads: 4 }));
  });
  test('--device binds to one', () => {
    expect(planLocal(withGpus(), { device: 1 }).workers).toEqual([{ threads: 16, device: 1 }]);
    expect(planLocal(withGpus(), { device: 1, workers: 2, threads: 3 }).workers).toEqual(Array(2).fill({ threads: 3, device: 1 }));
    expect(() => planLocal(withGpus(), { device: 3 })).toThrow(new RangeError('device: 3; allowed is a whole number from 0 to 2'));
  });
  test('as many as asked go round the GPUs', () => {
    expect(planLocal(withGpus(), { workers: 4 }).workers.map(({ device }) => device)).toEqual([0, 1, 2, 0]);
    expect(planLocal(withGpus(), { workers: 1 }).workers).toEqual([{ threads: 16, device: 0 }]);
  });
  test('wasm uses none of them', () => {
    expect(planLocal(withGpus(), { backend: 'wasm' }).workers).toEqual(Array(4).fill({ threads: 1 }));
    expect(() => planLocal(withGpus(), { backend: 'wasm', device: 0 })).toThrow('device: 0; wasm has none to choose');
  });
  test('there are never no threads', () => {
    expect(planLocal(withGpus(undefined, 2), {}).workers.map(({ threads }) => threads)).toEqual([1, 1, 1]);
  });
});

describe('without', () => {
  test('as measured', () => {
    const { workers, why } = planLocal({ ...without, cores: 4, measured }, {});
    expect(workers).toEqual(Array(2).fill({ threads: 2 }));
    expect(why).toBe('2 workers of 2 threads, measured as fastest here (1 x 4: 50%, 2 x 2: 100%, 4 x 1: 75%)');
  });
  test('one a core, at most four, where nothing was measured', () => {
    expect(planLocal(without, {}).workers).toEqual(Array(2).fill({ threads: 1 }));
    expect(planLocal({ ...without, cores: 64 }, {}).workers).toEqual(Array(4).fill({ threads: 16 }));
    expect(planLocal(without, {}).why).toMatch(/^2 workers of 1 thread, one a core, at most 4 \("npm run backend -- measure"/);
  });
  test('what is asked for is done', () => {
    const machine = { ...without, cores: 4, measured };
    expect(planLocal(machine, { workers: 3 }).workers).toEqual(Array(3).fill({ threads: 1 }));
    expect(planLocal(machine, { workers: 1, threads: 3 }).workers).toEqual([{ threads: 3 }]);
    expect(planLocal(machine, { threads: 1 }).workers).toEqual(Array(2).fill({ threads: 1 }));
    expect(planLocal(machine, { workers: 0 }).workers).toEqual([]);
  });
  test('a device that is not there is refused with the reason', () => {
    expect(() => planLocal(without, { device: 0 })).toThrow('device: 0; there is no NVIDIA driver (nvidia-smi is not installed)');
  });
  test('webgpu finds its own GPU', () => {
    expect(planLocal(without, { backend: 'webgpu' }).workers).toEqual([{ threads: 2, device: undefined }]);
    expect(planLocal(without, { backend: 'webgpu', device: 1 }).workers).toEqual([{ threads: 2, device: 1 }]);
  });
});
