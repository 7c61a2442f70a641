import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from './backend.ts';

type ConvolutionInfo = tfjs.backend_util.Conv2DInfo;

/**
 * The gradient of a 2D convolution with respect to its filter, as a convolution itself: channels of x become its batch, the batch becomes
 * its channels, dy becomes its filter, and the stride becomes its dilation, since dw[a] = sum over o of x[o s + a - p] dy[o].
 *
 * @param x  [batch, height, width, in]
 * @param dy [batch, outHeight, outWidth, out]
 * @returns  [filterHeight, filterWidth, in, out]
 */
export function filterGradient(tf: TF, x: tfjs.Tensor4D, dy: tfjs.Tensor4D, info: ConvolutionInfo): tfjs.Tensor4D {
  const rows = span(info.inHeight, info.outHeight, info.filterHeight, info.strideHeight, info.padInfo.top);
  const columns = span(info.inWidth, info.outWidth, info.filterWidth, info.strideWidth, info.padInfo.left);
  const used =
    rows.used < info.inHeight || columns.used < info.inWidth
      ? tf.slice(x, [0, 0, 0, 0], [info.batchSize, rows.used, columns.used, info.inChannels])
      : x;
  const padding: tfjs.backend_util.ExplicitPadding = [
    [0, 0],
    [info.padInfo.top, rows.after],
    [info.padInfo.left, columns.after],
    [0, 0],
  ];
  const dilations: [number, number] = [info.strideHeight, info.strideWidth];
  const gradient = tf.conv2d(tf.transpose(used, [3, 1, 2, 0]), tf.transpose(dy, [1, 2, 0, 3]), 1, padding, 'NHWC', dilations);
  return tf.transpose(gradient, [1, 2, 0, 3]);
}

/** How many rows of x take part, and how many zeros follow them, so that the output has exactly `filter` rows. */
function span(size: number, out: number, filter: number, stride: number, before: number): { used: number; after: number } {
  const after = filter + (out - 1) * stride - size - before;
  return after < 0 ? { used: size + after, after: 0 } : { used: size, after };
}

/**
 * The gradient of a 2D convolution with respect to its input (a transposed convolution), as one convolution with stride 1. With stride s,
 * row q s + r of the padded input gets sum over a of dy[q - a] w[a s + r]: for each of the s x s remainders r a small filter of its own,
 * flipped; they are laid side by side as output channels, which are then interleaved.
 *
 * @param dy     [batch, outHeight, outWidth, out]
 * @param filter [filterHeight, filterWidth, in, out]
 * @param info   of the convolution, with equal strides
 * @returns      [batch, height, width, in]
 */
export function inputGradient(tf: TF, dy: tfjs.Tensor4D, filter: tfjs.Tensor4D, info: ConvolutionInfo): tfjs.Tensor4D {
  const { strideHeight: stride, inHeight, inWidth, inChannels, outChannels, batchSize } = info;
  const { top, left } = info.padInfo;
  const taps = [Math.ceil(info.filterHeight / stride), Math.ceil(info.filterWidth / stride)] as const;
  const counts = [Math.ceil((top + inHeight) / stride), Math.ceil((left + inWidth) / stride)] as const;

  const grown: [number, number][] = [
    [0, taps[0] * stride - info.filterHeight],
    [0, taps[1] * stride - info.filterWidth],
    [0, 0],
    [0, 0],
  ];
  const padded = grown[0]![1] + grown[1]![1] > 0 ? tf.pad(filter, grown) : filter;
  const split = tf.reverse(tf.reshape(padded, [taps[0], stride, taps[1], stride, inChannels, outChannels]), [0, 2]);
  const phases = tf.reshape(tf.transpose(split, [0, 2, 5, 1, 3, 4]), [taps[0], taps[1], outChannels, stride * stride * inChannels]);

  // Rows of dy whose window lies behind the input altogether (explicit padding only) take no part.
  const rows = Math.min(info.outHeight, counts[0]);
  const columns = Math.min(info.outWidth, counts[1]);
  const used = rows < info.outHeight || columns < info.outWidth ? tf.slice(dy, [0, 0, 0, 0], [batchSize, rows, columns, outChannels]) : dy;
  const padding: tfjs.backend_util.ExplicitPadding = [
    [0, 0],
    [taps[0] - 1, counts[0] - rows],
    [taps[1] - 1, counts[1] - columns],
    [0, 0],
  ];
  const spread = tf.conv2d(used, phases as tfjs.Tensor4D, 1, padding);
  const whole = stride > 1 ? interleave(tf, spread, stride) : spread;
  const exact = top === 0 && left === 0 && whole.shape[1] === inHeight && whole.shape[2] === inWidth;
  return exact ? whole : tf.slice(whole, [0, top, left, 0], [batchSize, inHeight, inWidth, inChannels]);
}

/** [batch, h, w, stride x stride x channels] to [batch, h stride, w stride, channels]; wasm's depthToSpace does it 16 times slower. */
function interleave(tf: TF, x: tfjs.Tensor4D, stride: number): tfjs.Tensor4D {
  const [batch, height, width, depth] = x.shape;
  const channels = depth / (stride * stride);
  const split = tf.reshape(x, [batch, height, width, stride, stride, channels]);
  return tf.reshape(tf.transpose(split, [0, 1, 3, 2, 4, 5]), [batch, height * stride, width * stride, channels]);
}
