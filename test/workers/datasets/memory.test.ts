import { expect, test } from 'vitest';
import type { Dataset, ManySizes, TextDataset } from '../../../workers/datasets/dataset.ts';
import { bytesOf, datasetMemory } from '../../../workers/datasets/memory.ts';

const set = (count: number) => ({ count, images: new Uint8Array(count * 16), labels: new Uint8Array(count) });
const images = (hash: string, count: number): Dataset => ({
  ...{ name: hash, image: { height: 4, width: 4, channels: 1 }, classes: 2, train: set(count), validation: set(1), hash },
});

test('what a dataset takes is what its arrays take', () => {
  expect(bytesOf(images('a', 9))).toBe(170);
  expect(bytesOf({ ...images('a', 9), test: set(10) })).toBe(340);
  const many: ManySizes = {
    ...{ name: 'm', channels: 1, smallestSide: 4, classes: 2, multiLabel: false, hash: 'm', normalisation: { mean: [0], deviation: [1] } },
    train: [
      { ...set(2), height: 4, width: 4 },
      { ...set(3), height: 2, width: 8 },
    ],
    validation: [],
    test: [],
  };
  expect(bytesOf(many)).toBe(85);
  const text: TextDataset = {
    name: 't',
    unit: 'CHARACTERS' as const,
    vocabulary: ['a'],
    train: new Int32Array(10),
    validation: new Int32Array(2),
    test: new Int32Array(0),
    hash: 't',
  };
  expect(bytesOf(text)).toBe(48);
});

test('the least recently used go when all take more than the limit; the last one stays, whatever its size', () => {
  const memory = datasetMemory(600);
  const [a, b, c] = ['a', 'b', 'c'].map((hash) => images(hash, 9));
  for (const each of [a!, b!, c!]) memory.keep(each);
  expect(memory.hashes()).toEqual(['a', 'b', 'c']);
  memory.keep(a!);
  memory.keep(images('d', 9));
  expect(memory.hashes()).toEqual(['c', 'a', 'd']);
  expect(memory.get('b')).toBeUndefined();
  memory.keep(images('huge', 1000));
  expect(memory.hashes()).toEqual(['huge']);
  memory.keep(a!);
  expect(memory.hashes()).toEqual(['a']);
});
