import { describe, expect, test } from 'vitest';
import { epochOrder, fillBatch, makeBatch } from '../../../workers/datasets/batches.ts';
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

  test('cover the epoch, the last one padded with zeros of no weight', () => {
    const batch = makeBatch(dataset, 16);
    const order = epochOrder(all, 1, 1);
    const seen: number[] = [];
    let start = 0;
    for (; start < order.length; start += batch.count) {
      fillBatch(batch, dataset.train, order, start);
      for (let row = 0; row < batch.count; row++) {
        const image = Math.round(batch.images[2 * row]! * 255);
        seen.push(image);
        expect(batch.images[2 * row + 1]).toBeCloseTo((255 - image) / 255, 6);
        expect([...batch.targets.subarray(3 * row, 3 * row + 3)]).toEqual([0, 1, 2].map((c) => (c === image % 3 ? 1 : 0)));
        expect(batch.labels[row]).toBe(image % 3);
      }
      expect(batch.weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 6);
    }
    expect(seen).toEqual([...order]);
    expect(batch.count).toBe(2);
    expect([...batch.images.subarray(4)].every((x) => x === 0) && [...batch.weights.subarray(2)].every((x) => x === 0)).toBe(true);
    expect([...batch.targets.subarray(6)].every((x) => x === 0)).toBe(true);
  });
});
