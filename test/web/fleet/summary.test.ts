import { expect, test } from 'vitest';
import { backendName, isDeserted, summary } from '../../../web/fleet/summary.ts';

test('only workers that are there count', () => {
  const workers = [
    { status: 'WORKING', gflops: 100.4 },
    { status: 'IDLE', gflops: 50 },
    { status: 'LOST', gflops: 900 },
    { status: 'GONE', gflops: 900 },
  ] as const;
  expect(summary(workers)).toBe('1 of 2 working · 150 GFLOP/s');
  expect(isDeserted(workers)).toBe(false);
  expect(isDeserted(workers.slice(2))).toBe(true);
  // where none ever was, the page says something else
  expect(isDeserted([])).toBe(false);
});

test('a backend is named once', () => {
  expect(backendName({ backend: 'tensorflow', backendVersion: 'TensorFlow 2.21.0' })).toBe('TensorFlow 2.21.0');
  expect(backendName({ backend: 'wasm', backendVersion: '4.22.0' })).toBe('wasm 4.22.0');
});
