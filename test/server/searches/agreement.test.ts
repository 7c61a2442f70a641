import { describe, expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { agreement, concordance } from '../../../server/searches/agreement.ts';

/** By the definition: every pair. */
function bruteForce(picked: number[], others: number[]): number {
  let wins = 0;
  for (const p of picked) for (const o of others) wins += p > o ? 1 : p === o ? 0.5 : 0;
  return wins / (picked.length * others.length);
}

describe('concordance', () => {
  it('counts pairs as the definition does, ties included', () => {
    const random = Random.of(1, 'concordance');
    for (let i = 0; i < 300; i++) {
      const draw = () => Array.from({ length: 1 + random.integer(20) }, () => random.integer(12) / 4);
      const [picked, others] = [draw(), draw()];
      expect(concordance(picked, others)).toBeCloseTo(bruteForce(picked, others), 12);
    }
  });

  it('says nothing without pairs', () => {
    expect(agreement([], [1, 2])).toEqual({ pairs: 0, concordance: null, low: null, high: null });
    expect(agreement([1], [])).toEqual({ pairs: 0, concordance: null, low: null, high: null });
  });
});

describe('the interval', () => {
  it('has the standard error that Hanley & McNeil publish for their example: 0.893 with 51 and 58 cases gives 0.032', () => {
    // table II of the paper: rating method, 58 normal and 51 abnormal images
    const ratings = (counts: number[]) => counts.flatMap((count, rating) => new Array<number>(count).fill(rating + 1));
    const normal = ratings([33, 6, 6, 11, 2]);
    const abnormal = ratings([3, 2, 2, 11, 33]);
    const { concordance: area, low, high } = agreement(abnormal, normal);
    expect(area).toBeCloseTo(0.893, 3);
    expect((high! - area!) / 1.96).toBeCloseTo(0.032, 3);
    expect((area! - low!) / 1.96).toBeCloseTo(0.032, 3);
  });

  it('covers the truth about as often as it says', () => {
    // two normals one standard deviation apart: the area is Phi(1 / sqrt 2) = 0.7602
    const random = Random.of(2, 'coverage');
    let covered = 0;
    const times = 2000;
    for (let i = 0; i < times; i++) {
      const picked = Array.from({ length: 30 }, () => random.normal() + 1);
      const others = Array.from({ length: 40 }, () => random.normal());
      const { low, high } = agreement(picked, others);
      if (low! <= 0.7602 && high! >= 0.7602) covered++;
    }
    expect(covered / times).toBeGreaterThan(0.92);
    expect(covered / times).toBeLessThan(0.98);
  });

  it('stays within 0 and 1, and is wide where all of few pairs agree', () => {
    const few = agreement([3], [1, 2]);
    expect(few).toMatchObject({ pairs: 2, concordance: 1, high: 1 });
    expect(few.low).toBeLessThan(0.6);
    const many = agreement(
      Array.from({ length: 100 }, (_, i) => 200 + i),
      Array.from({ length: 100 }, (_, i) => i),
    );
    expect(many.low).toBeGreaterThan(0.99);
  });
});
