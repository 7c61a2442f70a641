import type * as tfjs from '@tensorflow/tfjs-core';
import type { Padding } from '../../schema/networks/architecture.ts';
import type { TF } from '../backends/backend.ts';

type Shape4D = [number, number, number, number];

/** Of fewer channels, to bring the pixels of a patch together costs more than the product saves. */
const FEWEST_CHANNELS = 16;

/**
 * Convolution: x [B, h, w, channels] with kernel [height, width, channels, filters].
 *
 * One whose patches do not overlap is a product of matrices, and is computed as one: its gradients are products then too. TensorFlow's
 * gradient to the input of such a convolution reaches 1 to 5% of the machine's peak, the product 60 to 100%.
 *
 * One of 1x1 with a stride takes every stride-th pixel of every stride-th row, then convolves these without a stride, which is the same: oneDNN's gradient for such
 * a kernel on few channels ends with "could not set native handle of a memory object", or with the process.
 */
export function convolve(tf: TF, x: tfjs.Tensor4D, kernel: tfjs.Tensor4D, stride: number, padding: Padding): tfjs.Tensor4D {
  const [height, width, channels, filters] = kernel.shape;
  if (height === 1 && width === 1)
    return stride === 1 ? tf.conv2d(x, kernel, 1, padding) : tf.conv2d(tf.maxPool(x, 1, stride, padding), kernel, 1, padding);
  const apart = channels >= FEWEST_CHANNELS ? patchesApart(x.shape, kernel.shape, stride, padding) : null;
  if (!apart) return tf.conv2d(x, kernel, stride, padding);
  const [batch] = x.shape;
  const [rows, columns] = apart;
  const whole = rows * height === x.shape[1] && columns * width === x.shape[2];
  const used = whole ? x : tf.slice(x, [0, 0, 0, 0], [batch, rows * height, columns * width, channels]);
  const patches: tfjs.Tensor2D = tf.reshape(swapMiddle(tf, used, [batch * rows, height, columns, width * channels]), [
    batch * rows * columns,
    height * width * channels,
  ]);
  const product = tf.matMul(patches, tf.reshape(kernel, [height * width * channels, filters]) as tfjs.Tensor2D);
  return tf.reshape(product, [batch, rows, columns, filters]);
}

/**
 * Transposed "valid" convolution: x [B, h, w, channels] with kernel [height, width, filters, channels] to `shape` [B, h', w', filters];
 * `finish` is what is done to every filter, in its last axis: that of a result whose last axis holds the filters `repeats` times. A
 * convolution whose results do not overlap is a product of matrices (see convolve), and is finished before its pixels are put in order:
 * TensorFlow computes a product, a bias and a ReLU in one go.
 */
export function convolveTransposed(
  tf: TF,
  x: tfjs.Tensor4D,
  kernel: tfjs.Tensor4D,
  shape: Shape4D,
  stride: number,
  finish: (y: tfjs.Tensor, repeats: number) => tfjs.Tensor,
): tfjs.Tensor4D {
  const [height, width, filters, channels] = kernel.shape;
  const [batch, rows, columns] = x.shape;
  const apart = (rows === 1 && columns === 1) || (height === stride && width === stride);
  const exact = shape[1] === rows * height && shape[2] === columns * width;
  if (!apart || !exact || channels < FEWEST_CHANNELS)
    return finish(tf.conv2dTranspose(x, kernel, shape, stride, 'valid'), 1) as tfjs.Tensor4D;
  const pixels: tfjs.Tensor2D = tf.reshape(x, [batch * rows * columns, channels]);
  const across = tf.transpose(tf.reshape(kernel, [height * width * filters, channels])) as tfjs.Tensor2D;
  const product = finish(tf.matMul(pixels, across), height * width);
  return tf.reshape(swapMiddle(tf, product, [batch * rows, columns, height, width * filters]), shape);
}

/** Rows and columns of patches where no two of them share a pixel and none is padded; else null. */
function patchesApart(image: readonly number[], kernel: readonly number[], stride: number, padding: Padding): [number, number] | null {
  const [, height, width] = image as Shape4D;
  const [patchHeight, patchWidth] = kernel as Shape4D;
  const single = height === patchHeight && width === patchWidth && padding === 'valid';
  if (single) return [1, 1];
  if (patchHeight !== stride || patchWidth !== stride) return null;
  if (padding === 'same' && (height % stride !== 0 || width % stride !== 0)) return null;
  return [Math.floor(height / stride), Math.floor(width / stride)];
}

/** Elements in the order of the shape [a, b, c, d], to the order of [a, c, b, d]; as they are where b or c is 1. */
function swapMiddle(tf: TF, x: tfjs.Tensor, shape: Shape4D): tfjs.Tensor {
  return shape[1] === 1 || shape[2] === 1 ? x : tf.transpose(tf.reshape(x, shape), [0, 2, 1, 3]);
}
