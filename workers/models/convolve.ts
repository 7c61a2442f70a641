import type * as tfjs from '@tensorflow/tfjs-core';
import type { Padding } from '../../schema/networks/architecture.ts';
import type { TF } from '../backends/backend.ts';

/**
 * Convolution: x [B, h, w, channels] with kernel [height, width, channels, filters]. One of 1x1 with a stride takes every stride-th pixel of every stride-th row,
 * then convolves these without a stride, which is the same: oneDNN's gradient for such a kernel on few channels ends with "could not set native handle of a memory
 * object", or with the process.
 */
export function convolve(tf: TF, x: tfjs.Tensor4D, kernel: tfjs.Tensor4D, stride: number, padding: Padding): tfjs.Tensor4D {
  const [height, width] = kernel.shape;
  if (stride === 1 || height !== 1 || width !== 1) return tf.conv2d(x, kernel, stride, padding);
  return tf.conv2d(tf.maxPool(x, 1, stride, padding), kernel, 1, padding);
}
