import { describe, expect, test } from 'vitest';
import { epochOrder, takeBatches } from '../../../workers/datasets/batches.ts';
import type { Dataset } from '../../../workers/datasets/dataset.ts';
import { split } from '../../../workers/datasets/split.ts';

/** n images of 1 x 2 pixels; image i is (i, 255 - i) with class i mod 3. */
function countingImages(n: number): Dataset {
  const set = {
    count: n,
    images: Uint8Array.from({ length: 2 * n }, (_, i) => (i % 2 === 0 ? i / 2 : 255 - (i - 1) / 2)),
    labels: Uint8Array.from({ length: n }, (_, i) => i % 3),
  };
  return { name: 'counting', image: { height: 1, width: 2, channels: 1 }, classes: 3, train: set, validation: set, hash: '' };
}

describe('split', () => {
  const dataset = countingImages(100);

  test('gives the same images for the same seed, others for another', () => {
    const take = (seed: number) => [...split(dataset, { train: 20, validation: 10 }, seed).train];
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
    expect(new Set(take(1)).size).toBe(20);
  });

  test('the first n of one shuffle: a smaller split is part of a larger one', () => {
    const [small, large] = [20, 50].map((n) => [...split(dataset, { train: n, validation: null }, 1).train]);
    expect(large!.slice(0, 20)).toEqual(small);
  });

  test('null takes all, in order', () => {
    expect([...split(dataset, { train: null, validation: null }, 1).validation]).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  test.each([0, -1, 101, 1.5, Number.NaN])('%d images are refused', (n) => {
    expect(() => split(dataset, { train: n, validation: null }, 1)).toThrow(`training.trainImages: ${n}; allowed are 1 to 100`);
  });
});

describe('batches', () => {
  const dataset = countingImages(50);
  const all = split(dataset, { train: null, validation: null }, 1).train;

  test('an epoch has each image exactly once, in an order of seed and epoch', () => {
    const order = epochOrder(all, 1, 1);
    expect([...order].sort((a, b) => a - b)).toEqual([...all]);
    expect([...order]).toEqual([...epochOrder(all, 1, 1)]);
    expect([...order]).not.toEqual([...epochOrder(all, 1, 2)]);
    expect([...order]).not.toEqual([...epochOrder(all, 2, 1)]);
  });

  test.each([1, 2, 10])('cover the epoch, %d together, the last one padded without weight', (together) => {
    const order = epochOrder(all, 1, 1);
    const seen: number[] = [];
    const counts: number[] = [];
    for (let start = 0; start < order.length; ) {
      const batches = takeBatches(order, start, 16, together);
      expect(batches.rows).toHaveLength(16 * batches.counts.length);
      batches.counts.forEach((count, batch) => {
        const weights = batches.weights.subarray(16 * batch, 16 * batch + 16);
        seen.push(...batches.rows.subarray(16 * batch, 16 * batch + count));
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 6);
        expect(weights.every((weight, row) => (row < count ? weight === weights[0] : weight === 0))).toBe(true);
        start += count;
      });
      counts.push(...batches.counts);
    }
    expect(seen).toEqual([...order]);
    expect(counts).toEqual([16, 16, 16, 2]);
  });

  test('there are none after the last image', () => {
    expect(() => takeBatches(all, 50, 16, 1)).toThrow('start: 50; allowed are 0 to 49');
  });
});
