import { Random } from '../../schema/random.ts';
import type { Dataset, ImageSet } from './dataset.ts';

/** The images of one epoch, each exactly once, in an order that depends on seed and epoch only. */
export function epochOrder(images: Uint32Array, seed: number, epoch: number): Uint32Array {
  return Random.of(seed, 'order', epoch).shuffle(images.slice());
}

/** Buffers of one batch, made once and filled again and again. */
export interface Batch {
  size: number;
  /** Images in it; the rows after them are padding. */
  count: number;
  /** [size, height, width, channels] in [0, 1]; zeros in padding. */
  images: Float32Array;
  /** [size, classes], one-hot; zeros in padding. */
  targets: Float32Array;
  /** [size], from 0; meaningless in padding. */
  labels: Uint8Array;
  /** [size], 1 / count for an image and 0 for padding: a weighted sum over the batch is the mean over its images. */
  weights: Float32Array;
}

export function makeBatch(dataset: Dataset, size: number): Batch {
  const { height, width, channels } = dataset.image;
  return {
    size,
    count: 0,
    images: new Float32Array(size * height * width * channels),
    targets: new Float32Array(size * dataset.classes),
    labels: new Uint8Array(size),
    weights: new Float32Array(size),
  };
}

const intensity = Float32Array.from({ length: 256 }, (_, i) => i / 255);

/** Fills the batch with `order[start]` and those after it, as many as fit, and pads the rest. */
export function fillBatch(batch: Batch, set: ImageSet, order: Uint32Array, start: number): void {
  const { size, images, targets, labels, weights } = batch;
  const pixels = images.length / size;
  const classes = targets.length / size;
  const count = Math.min(size, order.length - start);
  batch.count = count;
  for (let row = 0; row < count; row++) {
    const from = order[start + row]! * pixels;
    const to = row * pixels;
    for (let i = 0; i < pixels; i++) images[to + i] = intensity[set.images[from + i]!]!;
  }
  images.fill(0, count * pixels);
  weights.fill(1 / count, 0, count).fill(0, count);
  if (classes === 0) return;
  targets.fill(0);
  for (let row = 0; row < count; row++) {
    const label = set.labels[order[start + row]!]!;
    labels[row] = label;
    targets[row * classes + label] = 1;
  }
}
