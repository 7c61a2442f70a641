import { describe, expect, it } from 'vitest';
import { overlapSizes, topOverlap } from '../../../schema/rankings/overlap.ts';
import { ranks, top } from '../../../schema/rankings/ranks.ts';

describe('ranks', () => {
  it('begin with 1 for the largest, and are shared among equals', () => {
    expect(ranks([10, 30, 20])).toEqual([3, 1, 2]);
    expect(ranks([5, 7, 7, 1, 7])).toEqual([4, 2, 2, 5, 2]);
    expect(ranks([2, 2])).toEqual([1.5, 1.5]);
    expect(ranks([])).toEqual([]);
  });

  it('refuse what is not a finite number', () => {
    expect(() => ranks([1, Number.POSITIVE_INFINITY])).toThrow(/values\.1: Infinity/);
  });

  it('the top is the largest values, of equals the first', () => {
    expect(top([1, 3, 3, 2], 1)).toEqual([1]);
    expect(top([1, 3, 3, 2], 3)).toEqual([1, 2, 3]);
    expect(top([1, 2], 5)).toEqual([1, 0]);
    expect(() => top([1], 0)).toThrow(/k: 0/);
  });
});

describe('overlap of two tops', () => {
  const x = [5, 4, 3, 2, 1];
  it('counts what both have, beside what chance gives', () => {
    expect(topOverlap(x, x, 2)).toEqual({ k: 2, shared: 2, chance: 0.8 });
    expect(topOverlap(x, [1, 2, 3, 4, 5], 2).shared).toBe(0);
    expect(topOverlap(x, [1, 2, 3, 4, 5], 3).shared).toBe(1);
    expect(topOverlap(x, [9, 1, 2, 3, 4], 5)).toEqual({ k: 5, shared: 5, chance: 5 });
  });

  it('refuses a top larger than the lists', () => {
    expect(() => topOverlap(x, x, 6)).toThrow(/k: 6; allowed: a whole number from 1 to 5/);
  });

  it('is looked at for sizes below the whole', () => {
    expect(overlapSizes(20)).toEqual([1, 3, 5, 10]);
    expect(overlapSizes(1)).toEqual([]);
  });
});
