import { describe, expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { bestSoFar, buckets, rollingMean, type Value, windowFor } from '../../../web/plots/statistics.ts';

/** A long series with gaps. */
function series(length: number): Value[] {
  const random = Random.of(7);
  return Array.from({ length }, () => (random.uniform() < 0.2 ? null : random.uniform()));
}

describe('rolling mean', () => {
  it('takes fewer values at the beginning, leaves gaps out, and forgets what is older than its window', () => {
    expect(rollingMean([1, 3, null, 5, 100], 2)).toEqual([1, 2, null, 4, 52.5]);
  });

  it('agrees with its definition on a long series', () => {
    const values = series(500);
    const means = rollingMean(values, 20);
    for (const [i, value] of values.entries()) {
      const recent = values
        .slice(0, i + 1)
        .filter((other): other is number => other !== null)
        .slice(-20);
      if (value === null) expect(means[i]).toBeNull();
      else expect(means[i]).toBeCloseTo(recent.reduce((a, b) => a + b) / recent.length, 12);
    }
  });

  it('refuses a window that is not a whole number from 1', () => {
    for (const window of [0, -1, 1.5, Number.NaN]) expect(() => rollingMean([1], window)).toThrow(/window/);
  });

  it('has a window that grows with the series', () => {
    expect([0, 24, 240, 2400].map(windowFor)).toEqual([5, 5, 20, 100]);
  });
});

describe('best so far', () => {
  it('never falls, and begins with the first value', () => {
    expect(bestSoFar([null, 2, 1, null, 3])).toEqual([null, 2, 2, 2, 3]);
    expect(bestSoFar([-3, -5])).toEqual([-3, -3]);
  });
});

describe('buckets', () => {
  it('cover every place once, at most as many as asked for, and keep the extremes', () => {
    const values = series(1003);
    values[777] = 99;
    const result = buckets(values, 50);
    expect(result.length).toBeLessThanOrEqual(50);
    expect(result[0]!.from).toBe(0);
    expect(result.at(-1)!.to).toBe(1002);
    for (let i = 1; i < result.length; i++) expect(result[i]!.from).toBe(result[i - 1]!.to + 1);
    expect(Math.max(...result.map((bucket) => bucket.max ?? 0))).toBe(99);
    expect(result.reduce((sum, bucket) => sum + bucket.count, 0)).toBe(values.filter((value) => value !== null).length);
  });

  it('say nothing of a run without values', () => {
    expect(buckets([null, null], 1)).toEqual([{ from: 0, to: 1, count: 0, min: null, mean: null, max: null }]);
    expect(buckets([], 5)).toEqual([]);
  });
});
