import { describe, expect, test } from 'vitest';
import { batchesBySize, type SizedBatches, splitBySize } from '../../../workers/datasets/by-size.ts';
import type { ImageGroup, ManySizes } from '../../../workers/datasets/dataset.ts';

const group = (width: number, count: number): ImageGroup => ({
  height: 4,
  width,
  count,
  images: new Uint8Array(4 * width * count),
  labels: new Uint8Array(count),
});
const dataset: ManySizes = {
  name: 'mixed',
  channels: 1,
  smallestSide: 4,
  classes: 2,
  multiLabel: false,
  train: [group(4, 21), group(8, 3), group(12, 64)],
  validation: [group(4, 5), group(12, 1)],
  test: [],
  normalisation: { mean: [0], deviation: [1] },
  hash: 'h',
};
const all = splitBySize(dataset, { train: null, validation: null }, 1);
/** Group and row of every picture with weight, in order. */
const pictures = (batches: Iterable<SizedBatches>) =>
  [...batches].flatMap(({ group: place, rows, weights }) => [...rows].flatMap((row, i) => (weights[i]! > 0 ? [`${place}/${row}`] : [])));

describe('batches by size', () => {
  const take = (epoch: number, seed = 1) => [...batchesBySize(all.train, { size: 8, together: 3, seed, epoch })];

  test('have every picture once, of one group each, in full batches whose weights sum to one', () => {
    const seen = pictures(take(1));
    expect(seen).toHaveLength(88);
    expect(new Set(seen).size).toBe(88);
    for (const { group: place, rows, weights, counts } of take(1)) {
      expect(rows).toHaveLength(8 * counts.length);
      for (const row of rows) expect(row).toBeLessThan(dataset.train[place]!.count);
      counts.forEach((_, batch) => {
        expect(weights.subarray(8 * batch, 8 * batch + 8).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
      });
    }
    expect(take(1).map(({ counts }) => counts.length)).not.toContain(4);
  });

  test('depend on seed and epoch only; sizes take turns', () => {
    expect(pictures(take(1))).toEqual(pictures(take(1)));
    expect(pictures(take(1))).not.toEqual(pictures(take(2)));
    expect(pictures(take(1))).not.toEqual(pictures(take(1, 2)));
    const turns = Array.from({ length: 20 }, (_, epoch) =>
      take(epoch)
        .map(({ group: place }) => place)
        .join(),
    );
    expect(new Set(turns).size).toBeGreaterThan(2);
  });

  test('without a seed come in the order of the rows', () => {
    const seen = pictures(batchesBySize(all.validation, { size: 4, together: 1 }));
    expect(seen).toEqual(['0/0', '0/1', '0/2', '0/3', '0/4', '1/0']);
  });
});

describe('a split by size', () => {
  test('takes so many over all groups; a smaller one is part of a larger one', () => {
    const some = (train: number) =>
      splitBySize(dataset, { train, validation: null }, 3).train.flatMap((rows, place) => [...rows].map((row) => `${place}/${row}`));
    expect(some(30)).toHaveLength(30);
    expect(new Set(some(30)).size).toBe(30);
    for (const picture of some(10)) expect(some(30)).toContain(picture);
    expect(splitBySize(dataset, { train: 1, validation: 1 }, 3).train).toHaveLength(3);
  });

  test.each([0, 89, 1.5])('of %d pictures is refused', (train) => {
    expect(() => splitBySize(dataset, { train, validation: null }, 1)).toThrow(`training.trainImages: ${train}; allowed are 1 to 88`);
  });
});
