import { expect, test } from 'vitest';
import { summary } from '../../../web/fleet/summary.ts';

test('only workers that are there count', () => {
  const workers = [
    { status: 'WORKING', gflops: 100.4 },
    { status: 'IDLE', gflops: 50 },
    { status: 'LOST', gflops: 900 },
    { status: 'GONE', gflops: 900 },
  ] as const;
  expect(summary(workers)).toBe('1 of 2 working · 150 GFLOP/s');
});
