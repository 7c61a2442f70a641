import { expect, test } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { fillNoise } from '../../../workers/training/randomness.ts';

test('noise has mean 0, variance 1 and no skew', () => {
  const noise = fillNoise(new Float32Array(100_000), Random.of(3, 'noise'));
  const moment = (k: number) => noise.reduce((sum, x) => sum + x ** k, 0) / noise.length;
  expect(Math.abs(moment(1))).toBeLessThan(0.015);
  expect(moment(2)).toBeCloseTo(1, 1);
  expect(Math.abs(moment(3))).toBeLessThan(0.06);
});
