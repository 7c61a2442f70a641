import { expect, test } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { fillMask, fillNoise } from '../../../workers/training/randomness.ts';

test.each([0.1, 1 / 6, 0.5])('a mask of rate %d drops that share and keeps the mean at 1', (rate) => {
  const mask = new Float32Array(200_001);
  fillMask(mask, rate, Random.of(1, 'mask'));
  const dropped = mask.filter((m) => m === 0).length / mask.length;
  expect(Math.abs(dropped - rate)).toBeLessThan(5 * Math.sqrt((rate * (1 - rate)) / mask.length));
  const values = [...new Set(mask)].sort();
  expect(values).toHaveLength(2);
  expect(values[0]).toBe(0);
  expect(values[1]).toBeCloseTo(1 / (1 - rate), 3);
  expect(mask.reduce((sum, m) => sum + m, 0) / mask.length).toBeCloseTo(1, 1);
});

test('neighbours of a mask are independent', () => {
  const mask = new Float32Array(200_000);
  fillMask(mask, 0.5, Random.of(2, 'mask'));
  for (const distance of [1, 2, 3]) {
    let both = 0;
    for (let i = distance; i < mask.length; i++) if (mask[i] === 0 && mask[i - distance] === 0) both++;
    expect(both / mask.length).toBeCloseTo(0.25, 2);
  }
});

test('noise has mean 0, variance 1 and no skew', () => {
  const noise = fillNoise(new Float32Array(100_000), Random.of(3, 'noise'));
  const moment = (k: number) => noise.reduce((sum, x) => sum + x ** k, 0) / noise.length;
  expect(Math.abs(moment(1))).toBeLessThan(0.015);
  expect(moment(2)).toBeCloseTo(1, 1);
  expect(Math.abs(moment(3))).toBeLessThan(0.06);
});
