import { Random } from '../../schema/random.ts';

/** The images of one epoch, each exactly once, in an order that depends on seed and epoch only; groups of a dataset each have their own. */
export function epochOrder(images: Uint32Array, seed: number, epoch: number, group?: number): Uint32Array {
  return Random.of(seed, 'order', epoch, ...(group === undefined ? [] : [group])).shuffle(images.slice());
}

/** Some batches of one size, one after the other. */
export interface Batches {
  /** [batches, size]: which images; those after the last one repeat it, without weight. */
  rows: Int32Array;
  /** [batches, size]: 1 / count for an image and 0 for padding, so that a weighted sum over a batch is the mean over its images. */
  weights: Float32Array;
  /** Images in each batch. */
  counts: number[];
}

/** At most `batches` batches from `order[start]` on. @throws RangeError when there is no image at `start` */
export function takeBatches(order: Uint32Array, start: number, size: number, batches: number): Batches {
  if (!(start >= 0 && start < order.length)) throw new RangeError(`start: ${start}; allowed are 0 to ${order.length - 1}`);
  const taken = Math.min(batches, Math.ceil((order.length - start) / size));
  const rows = new Int32Array(taken * size);
  const weights = new Float32Array(taken * size);
  const counts = Array.from({ length: taken }, (_, batch) => Math.min(size, order.length - start - batch * size));
  for (let i = 0; i < rows.length; i++) rows[i] = order[Math.min(start + i, order.length - 1)]!;
  counts.forEach((count, batch) => {
    weights.fill(1 / count, batch * size, batch * size + count);
  });
  return { rows, weights, counts };
}
