import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { DatasetError } from '../../../workers/datasets/dataset.ts';
import { parseIdx, readIdx } from '../../../workers/datasets/idx.ts';
import { loadDataset } from '../../../workers/datasets/load.ts';
import { loadMnist } from '../../../workers/datasets/mnist.ts';

const folder = mkdtempSync(join(tmpdir(), 'handpick-idx-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** 2 x 3 bytes: 0 1 2 3 4 5. */
const good = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 1, 2, 3, 4, 5);
const put = (name: string, bytes: Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
const changed = (at: number, value: number) => good.map((byte, i) => (i === at ? value : byte));

describe('idx files', () => {
  test('are read raw and packed alike', () => {
    const expected = { shape: [2, 3], data: Uint8Array.of(0, 1, 2, 3, 4, 5) };
    const raw = readIdx(put('raw', good));
    put('packed.gz', gzipSync(good));
    expect({ ...raw, data: Uint8Array.from(raw.data) }).toEqual(expected);
    const packed = readIdx(join(folder, 'packed'));
    expect({ ...packed, data: Uint8Array.from(packed.data) }).toEqual(expected);
  });

  test.each([
    ['an empty file', new Uint8Array(), 0, /ends here/],
    ['a file that is cut in its header', good.subarray(0, 9), 9, /header of 2 dimensions needs 12/],
    ['a file that is cut in its data', good.subarray(0, 15), 15, /2 x 3 needs 18 bytes/],
    ['a file with something after its end', Uint8Array.of(...good, 7), 18, /1 bytes after/],
    ['another format', changed(0, 0x89), 0, /not an idx file: it begins with 0x8900/],
    ['another element type', changed(2, 0x0d), 2, /0x0d/],
    ['no dimensions', Uint8Array.of(0, 0, 8, 0, 1), 3, /without dimensions/],
  ])('%s names file and byte', (_what, bytes, byte, problem) => {
    const error = thrown(() => parseIdx(bytes, 'digits'));
    expect(error).toBeInstanceOf(DatasetError);
    expect(error).toMatchObject({ file: 'digits', byte });
    expect(error.message).toMatch(problem);
    expect(error.message).toContain(`digits, byte ${byte}:`);
  });

  test('a gzip stream that ends too early is named with its length', () => {
    const packed = gzipSync(good);
    put('short.gz', packed.subarray(0, packed.length - 6));
    expect(thrown(() => readIdx(join(folder, 'short')))).toMatchObject({ file: join(folder, 'short.gz'), byte: packed.length - 6 });
  });

  test('a missing file is named', () => {
    expect(() => readIdx(join(folder, 'nothing'))).toThrow(join(folder, 'nothing'));
  });
});

describe('MNIST', () => {
  test('has all 70,000 digits, with the label counts of the published data', () => {
    const mnist = loadDataset('MNIST');
    expect([mnist.train.count, mnist.validation.count, mnist.train.images.length]).toEqual([60_000, 10_000, 60_000 * 784]);
    const counts = new Array(10).fill(0);
    for (const label of mnist.train.labels) counts[label]++;
    expect(counts).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    expect([...mnist.train.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    expect(loadDataset('mnist')).toBe(mnist);
  });

  test('a file of the wrong size names file and byte', () => {
    put('train-images-idx3-ubyte', Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9));
    expect(thrown(() => loadMnist(folder))).toMatchObject({ file: join(folder, 'train-images-idx3-ubyte'), byte: 4 });
  });

  test('an unknown name is refused with what is allowed', () => {
    expect(() => loadDataset('imagenet')).toThrow("'imagenet' is not known; allowed are mnist");
    expect(() => loadDataset('constructor')).toThrow('not known');
  });
});

function thrown(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
