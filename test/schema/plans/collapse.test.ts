import { describe, expect, it } from 'vitest';
import { collapseOf, type Explored, hasRecovered, shareOfNew } from '../../../schema/plans/collapse.ts';

describe('share of new networks', () => {
  it('counts what came up again among the last 50 drawn', () => {
    expect(shareOfNew([{ repeats: 0 }])).toBe(1);
    // drawn: 1 new, 3 known, 1 new
    expect(shareOfNew([{ repeats: 0 }, { repeats: 3 }])).toBe(2 / 5);
    // the last 50: 12 known and 1 new four times over, from the end; of the first of them only what lies within
    expect(shareOfNew(Array.from({ length: 50 }, () => ({ repeats: 12 })))).toBe(4 / 50);
    expect(shareOfNew([{ repeats: 0 }, { repeats: 100 }])).toBe(1 / 50);
    expect(shareOfNew(Array.from({ length: 50 }, () => ({ repeats: 0 })))).toBe(1);
  });
});

describe('collapse', () => {
  const history = (
    numbers: number[],
    distinct: (number: number) => number | null,
    entropyShare: (number: number) => number | null,
  ): Explored[] => numbers.map((number) => ({ number, distinct: distinct(number), entropyShare: entropyShare(number) }));
  const first = (entropy: number | null = 1) =>
    history(
      Array.from({ length: 10 }, (_, i) => i + 1),
      () => 1,
      () => entropy,
    );
  const last = (newest: number, distinct: (number: number) => number | null, entropy: number | null = 1) =>
    history(
      Array.from({ length: 11 }, (_, i) => newest - 10 + i),
      distinct,
      () => entropy,
    );
  const falling = (number: number) => 0.49 - number / 1000;

  it('shows in repeats that grow', () => {
    expect(collapseOf(first(), last(60, falling), 1000, null)).toEqual({ sign: 'REPEATS', number: 60, value: falling(60) });
    expect(
      collapseOf(
        first(),
        last(60, () => 0.4),
        1000,
        null,
      ),
    ).toBeNull();
    expect(
      collapseOf(
        first(),
        last(60, (number) => 0.6 - number / 1000),
        1000,
        null,
      ),
    ).toBeNull();
  });
  it('shows in the entropy that is left', () => {
    expect(
      collapseOf(
        first(0.8),
        last(60, () => 1, 0.079),
        1000,
        null,
      ),
    ).toMatchObject({ sign: 'ENTROPY', number: 60 });
    expect(
      collapseOf(
        first(0.8),
        last(60, () => 1, 0.081),
        1000,
        null,
      ),
    ).toBeNull();
    expect(
      collapseOf(
        first(null),
        last(60, () => 1, null),
        1000,
        null,
      ),
    ).toBeNull();
  });
  it('is none too early, after half of the budget, or in a space that is used up', () => {
    expect(collapseOf(first(), last(49, falling), 1000, null)).toBeNull();
    expect(collapseOf(first(), last(61, falling), 120, null)).toBeNull();
    expect(collapseOf(first(), last(60, falling), 120, null)).not.toBeNull();
    expect(collapseOf(first(), last(60, falling), 1000, 119n)).toBeNull();
    expect(collapseOf(first(), last(60, falling), 1000, 120n)).not.toBeNull();
  });
  it('is over when both signs are gone', () => {
    expect(hasRecovered(first(), last(90, falling))).toBe(false);
    expect(
      hasRecovered(
        first(),
        last(90, () => 0.5),
      ),
    ).toBe(true);
    expect(
      hasRecovered(
        first(),
        last(90, () => 0.9, 0.05),
      ),
    ).toBe(false);
  });
});
