import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';

/**
 * Sums the rows of each segment, as a product with the segments one-hot: the gradient of gather.
 *
 * @param x        [rows, ...shape]
 * @param segments [rows], int32; rows whose segment is not in 0 .. count - 1 are left out
 * @returns        [count, ...shape]
 */
export function segmentSum(tf: TF, x: tfjs.Tensor, segments: tfjs.Tensor1D, count: number): tfjs.Tensor {
  const rows = x.shape[0]!;
  const members: tfjs.Tensor2D = tf.oneHot(segments, count, 1, 0, 'float32') as tfjs.Tensor2D;
  return tf.reshape(tf.matMul(members, tf.reshape(x, [rows, x.size / rows]), true, false), [count, ...x.shape.slice(1)]);
}

/** The same, in place, where memory can be looped over: `sums`, zeros of [count, ...shape], gets the result. */
export function segmentSumInto(x: Float32Array | Int32Array, segments: Int32Array, sums: Float32Array | Int32Array, count: number): void {
  const width = sums.length / count;
  for (let row = 0; row < segments.length; row++) {
    const segment = segments[row]!;
    if (segment < 0 || segment >= count) continue;
    const [from, to] = [row * width, segment * width];
    for (let i = 0; i < width; i++) sums[to + i] = sums[to + i]! + x[from + i]!;
  }
}
