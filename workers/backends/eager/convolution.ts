import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';

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
 * @param info   of the convolution
 * @returns      [batch, height, width, in]
 */
export function inputGradient(tf: TF, dy: tfjs.Tensor4D, filter: tfjs.Tensor4D, info: ConvolutionInfo): tfjs.Tensor4D {
  const { strideHeight, strideWidth, inHeight, inWidth, inChannels, outChannels, batchSize } = info;
  const rows = phases(inHeight, info.outHeight, info.filterHeight, strideHeight, info.padInfo.top);
  const columns = phases(inWidth, info.outWidth, info.filterWidth, strideWidth, info.padInfo.left);

  const [extraRows, extraColumns] = [rows.taps * strideHeight - info.filterHeight, columns.taps * strideWidth - info.filterWidth];
  const grown: [number, number][] = [
    [0, extraRows],
    [0, extraColumns],
    [0, 0],
    [0, 0],
  ];
  const padded = extraRows + extraColumns > 0 ? tf.pad(filter, grown) : filter;
  const split = tf.reshape(padded, [rows.taps, strideHeight, columns.taps, strideWidth, inChannels, outChannels]);
  const beside = tf.transpose(tf.reverse(split, [0, 2]), [0, 2, 5, 1, 3, 4]);
  const small: tfjs.Tensor4D = tf.reshape(beside, [rows.taps, columns.taps, outChannels, strideHeight * strideWidth * inChannels]);

  const used =
    rows.used < info.outHeight || columns.used < info.outWidth
      ? tf.slice(dy, [0, 0, 0, 0], [batchSize, rows.used, columns.used, outChannels])
      : dy;
  const spread = tf.conv2d(used, small, 1, [[0, 0], rows.padding, columns.padding, [0, 0]]);
  const whole = interleave(tf, spread, strideHeight, strideWidth);
  const exact = rows.start === 0 && columns.start === 0 && whole.shape[1] === inHeight && whole.shape[2] === inWidth;
  return exact ? whole : tf.slice(whole, [0, rows.start, columns.start, 0], [batchSize, inHeight, inWidth, inChannels]);
}

interface Phases {
  /** Length of the small filters. */
  taps: number;
  /** Rows of dy that take part: those whose window lies behind the input altogether (explicit padding only) do not. */
  used: number;
  /** Rows of zeros around them. */
  padding: [number, number];
  /** The input's first row in the interleaved result. */
  start: number;
}

function phases(size: number, out: number, filter: number, stride: number, before: number): Phases {
  const taps = Math.ceil(filter / stride);
  const end = Math.ceil((before + size) / stride);
  const skipped = Math.min(Math.floor(before / stride), taps - 1); // rows of the result that would be cut off again
  const used = Math.min(out, end);
  return { taps, used, padding: [taps - 1 - skipped, end - used], start: before - skipped * stride };
}

/** [batch, h, w, s x t x channels] to [batch, h s, w t, channels]; wasm's depthToSpace does it 16 times slower. */
function interleave(tf: TF, x: tfjs.Tensor4D, strideHeight: number, strideWidth: number): tfjs.Tensor4D {
  if (strideHeight === 1 && strideWidth === 1) return x;
  const [batch, height, width, depth] = x.shape;
  const channels = depth / (strideHeight * strideWidth);
  const split = tf.reshape(x, [batch, height, width, strideHeight, strideWidth, channels]);
  return tf.reshape(tf.transpose(split, [0, 1, 3, 2, 4, 5]), [batch, height * strideHeight, width * strideWidth, channels]);
}
