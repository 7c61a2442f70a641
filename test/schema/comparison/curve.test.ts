import { expect, it } from 'vitest';
import { bandAt, quantile } from '../../../schema/comparison/band.ts';
import { bestAt, type Curve, commonEnd, commonTarget, meanBest, places, reached } from '../../../schema/comparison/curve.ts';
import { Random } from '../../../schema/random.ts';

/** Results with costs in whole numbers, and the curve of those that improved on all before. */
function drawn(seed: number): { results: { x: number; reward: number }[]; curve: Curve } {
  const random = Random.of(seed, 'a search that is compared');
  let spent = 0;
  const results = Array.from({ length: 30 }, () => {
    spent += random.integer(5);
    return { x: spent, reward: 0.5 * random.uniform() };
  });
  const steps = results.filter(({ reward }, i) => results.slice(0, i).every((before) => before.reward < reward));
  return { results, curve: { steps, end: spent } };
}

/** From the results themselves. */
const best = (results: readonly { x: number; reward: number }[], x: number) => {
  const seen = results.filter((result) => result.x <= x).map(({ reward }) => reward);
  return seen.length === 0 ? null : Math.max(...seen);
};

const SEEDS = [1, 2, 3, 4, 5];

it('knows the best so far at any cost, and nothing beyond the end', () => {
  for (const { results, curve } of SEEDS.map(drawn)) {
    for (let x = 0; x <= curve.end; x += 0.5) expect(bestAt(curve, x)).toBe(best(results, x));
    expect(bestAt(curve, curve.end + 1)).toBeNull();
  }
});

it('gives the mean best reward, as a sum over small steps does', () => {
  for (const { results, curve } of SEEDS.map(drawn))
    for (const until of [1, 7, curve.end]) {
      // costs are whole numbers: between them nothing changes
      let sum = 0;
      for (let x = 0; x < until; x++) sum += best(results, x) ?? 0;
      expect(meanBest(curve, until)).toBeCloseTo(sum / until, 12);
    }
  const { curve } = drawn(1);
  expect(meanBest(curve, curve.end + 1)).toBeNull();
  expect(meanBest(curve, 0)).toBeNull();
  expect(meanBest({ steps: [], end: 4 }, 4)).toBe(0);
});

it('finds what a target cost, and the highest target that all reach', () => {
  const all = SEEDS.map(drawn);
  const curves = all.map(({ curve }) => curve);
  const target = commonTarget(curves)!;
  expect(target).toBe(Math.min(...all.map(({ results }) => Math.max(...results.map(({ reward }) => reward)))));
  for (const { results, curve } of all) {
    expect(reached(curve, target)).toBe(results.find(({ reward }) => reward >= target)!.x);
    expect(reached(curve, 2)).toBeNull();
  }
  expect(commonTarget([...curves, { steps: [], end: 3 }])).toBeNull();
  expect(commonTarget([])).toBeNull();
  expect(commonEnd(curves)).toBe(Math.min(...curves.map(({ end }) => end)));
});

it('names every place where something changes, once', () => {
  const one: Curve = {
    steps: [
      { x: 1, reward: 0.1 },
      { x: 4, reward: 0.2 },
    ],
    end: 6,
  };
  const other: Curve = { steps: [{ x: 4, reward: 0.3 }], end: 5 };
  expect(places([one, other])).toEqual([1, 4, 5, 6]);
});

it('gives median and quartiles of several searches where all of them have a result', () => {
  const curves = SEEDS.map((seed) => drawn(seed).curve);
  const end = commonEnd(curves);
  let seen = 0;
  for (let x = 0; x <= end + 1; x++) {
    const values = curves.map((curve) => bestAt(curve, x));
    const band = bandAt(curves, x);
    if (values.includes(null)) expect(band).toBeNull();
    else {
      const sorted = (values as number[]).sort((a, b) => a - b);
      // of five numbers the quartiles are the second, the third and the fourth
      expect(band).toEqual({ low: sorted[1], median: sorted[2], high: sorted[3] });
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(10);
  expect(bandAt(curves, end + 1)).toBeNull();
  expect([0.25, 0.5, 0.75].map((share) => quantile([1, 2, 4, 8], share))).toEqual([1.75, 3, 5]);
  expect(quantile([7], 0.25)).toBe(7);
});
