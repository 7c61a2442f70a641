import { describe, expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { agreementOf, bootstrap, quantile } from '../../../schema/rankings/bootstrap.ts';

/** Pairs of normal numbers whose correlation is r. */
function normalPairs(n: number, r: number, seed: number): [number[], number[]] {
  const random = Random.of(seed);
  const x = Array.from({ length: n }, () => random.normal());
  return [x, x.map((value) => r * value + Math.sqrt(1 - r * r) * random.normal())];
}

describe('bootstrap intervals', () => {
  it('are the same for the same seed, and surround the coefficient', () => {
    const [x, y] = normalPairs(40, 0.6, 3);
    const one = agreementOf(x, y, 7);
    expect(agreementOf(x, y, 7)).toEqual(one);
    expect(agreementOf(x, y, 8).tau.low).not.toBe(one.tau.low);
    for (const { value, low, high } of [one.tau, one.rho]) {
      expect(low!).toBeLessThan(value!);
      expect(high!).toBeGreaterThan(value!);
    }
  });

  it('hold the true tau about 95 times in 100', () => {
    // of a normal pair with correlation r, tau is 2/pi arcsin r (Greiner 1909)
    const truth = (2 / Math.PI) * Math.asin(0.5);
    let held = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { low, high } = agreementOf(...normalPairs(60, 0.5, seed), seed, 200).tau;
      if (low! <= truth && truth <= high!) held++;
    }
    expect(held).toBeGreaterThanOrEqual(88);
    expect(held).toBeLessThanOrEqual(100);
  });

  it('become narrower with more pairs', () => {
    const width = (n: number) => {
      const { low, high } = agreementOf(...normalPairs(n, 0.3, 1), 1).rho;
      return high! - low!;
    };
    expect(width(400)).toBeLessThan(width(100) * 0.75);
    expect(width(100)).toBeLessThan(width(20));
  });

  it('are not given for fewer than four pairs, or without an order', () => {
    expect(agreementOf([1, 2, 3], [1, 3, 2], 1).tau).toEqual({ value: expect.closeTo(1 / 3), low: null, high: null });
    expect(agreementOf([1, 1, 1, 1], [1, 3, 2, 4], 1).rho).toEqual({ value: null, low: null, high: null });
  });

  it('are made step by step, one for each draw', () => {
    const [x, y] = normalPairs(10, 0, 1);
    expect([...bootstrap(x, y, 1, 25)]).toHaveLength(25);
  });
});

it('quantiles lie between neighbours in a straight line', () => {
  // numpy.quantile([1, 2, 4, 8], [0, 0.25, 0.5, 1])
  expect([0, 0.25, 0.5, 1].map((share) => quantile([1, 2, 4, 8], share))).toEqual([1, 1.75, 3, 8]);
});
