import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';

type ConvolutionInfo = tfjs.backend_util.Conv2DInfo;

/**
 * The gradient of a depthwise convolution with respect to its input, as a depthwise convolution of dy with the kernel flipped: dy is first
 * spread over the strides, since dx[y] = sum over a of spread[y + p - a] w[a].
 *
 * @param dy     [batch, outHeight, outWidth, in x multiplier]
 * @param filter [filterHeight, filterWidth, in, multiplier]
 * @returns      [batch, height, width, in]
 */
export function depthwiseInputGradient(tf: TF, dy: tfjs.Tensor4D, filter: tfjs.Tensor4D, info: ConvolutionInfo): tfjs.Tensor4D {
  const { batchSize, inHeight, inWidth, inChannels, dilationHeight, dilationWidth, padInfo } = info;
  const multiplier = filter.shape[3];
  const channels = inChannels * multiplier;
  const spread = spreadOut(tf, dy, info.strideHeight, info.strideWidth);
  // What is missing around the spread dy, or too much of it, which only padding wider than the kernel can cause.
  const rows = edges(spread.shape[1], inHeight, info.effectiveFilterHeight, padInfo.top);
  const columns = edges(spread.shape[2], inWidth, info.effectiveFilterWidth, padInfo.left);
  const used =
    Math.min(...rows, ...columns) < 0
      ? tf.slice(
          spread,
          [0, cut(rows[0]), cut(columns[0]), 0],
          [batchSize, spread.shape[1] - cut(rows[0]) - cut(rows[1]), spread.shape[2] - cut(columns[0]) - cut(columns[1]), channels],
        )
      : spread;
  const padded = tf.pad(used, [[0, 0], fill(rows), fill(columns), [0, 0]]);
  const flipped: tfjs.Tensor4D = tf.reshape(tf.reverse(filter, [0, 1]), [info.filterHeight, info.filterWidth, channels, 1]);
  const gradient = tf.depthwiseConv2d(padded, flipped, 1, 'valid', 'NHWC', [dilationHeight, dilationWidth]);
  return multiplier === 1 ? gradient : tf.sum(tf.reshape(gradient, [batchSize, inHeight, inWidth, inChannels, multiplier]), 4);
}

/** Rows to be added before and after (negative: taken away), so that a "valid" window of `filter` gives exactly `size` of them. */
function edges(spread: number, size: number, filter: number, before: number): [number, number] {
  return [filter - 1 - before, size + before - spread];
}

const cut = (edge: number): number => Math.max(0, -edge);
const fill = ([before, after]: [number, number]): [number, number] => [Math.max(0, before), Math.max(0, after)];

/** Puts stride - 1 zeros between rows and between columns: [batch, h, w, c] to [batch, (h - 1) stride + 1, ..., c]. */
function spreadOut(tf: TF, x: tfjs.Tensor4D, strideHeight: number, strideWidth: number): tfjs.Tensor4D {
  if (strideHeight === 1 && strideWidth === 1) return x;
  const [batch, height, width, channels] = x.shape;
  const apart = tf.pad(tf.reshape(x, [batch * height, 1, width, channels]), [
    [0, 0],
    [0, strideHeight - 1],
    [0, 0],
    [0, 0],
  ]);
  const wide = tf.pad(tf.reshape(apart, [batch, height * strideHeight * width, 1, channels]), [
    [0, 0],
    [0, 0],
    [0, strideWidth - 1],
    [0, 0],
  ]);
  const whole: tfjs.Tensor4D = tf.reshape(wide, [batch, height * strideHeight, width * strideWidth, channels]);
  return tf.slice(whole, [0, 0, 0, 0], [batch, (height - 1) * strideHeight + 1, (width - 1) * strideWidth + 1, channels]);
}

/**
 * The gradient of a depthwise convolution with respect to its filter, tap by tap: dw[a] = sum over images and o of x[o s + a - p] dy[o].
 *
 * @param x  [batch, height, width, in]
 * @param dy [batch, outHeight, outWidth, in x multiplier]
 * @returns  [filterHeight, filterWidth, in, multiplier]
 */
export function depthwiseFilterGradient(tf: TF, x: tfjs.Tensor4D, dy: tfjs.Tensor4D, info: ConvolutionInfo): tfjs.Tensor4D {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = info;
  const multiplier = dy.shape[3] / inChannels;
  const rows = (outHeight - 1) * info.strideHeight + 1;
  const columns = (outWidth - 1) * info.strideWidth + 1;
  // The last tap of the last window may lie below the padding that the forward pass needed.
  const padded = tf.pad(x, [
    [0, 0],
    [padInfo.top, Math.max(0, rows + info.effectiveFilterHeight - 1 - inHeight - padInfo.top)],
    [padInfo.left, Math.max(0, columns + info.effectiveFilterWidth - 1 - inWidth - padInfo.left)],
    [0, 0],
  ]);
  const products = tf.reshape(dy, [batchSize * outHeight * outWidth, inChannels, multiplier]);
  const taps: tfjs.Tensor[] = [];
  for (let a = 0; a < info.filterHeight; a++) {
    for (let b = 0; b < info.filterWidth; b++) {
      const [top, left] = [a * info.dilationHeight, b * info.dilationWidth];
      const end = [batchSize, top + rows, left + columns, inChannels];
      const seen = tf.stridedSlice(padded, [0, top, left, 0], end, [1, info.strideHeight, info.strideWidth, 1]);
      taps.push(tf.sum(tf.mul(tf.reshape(seen, [batchSize * outHeight * outWidth, inChannels, 1]), products), 0));
    }
  }
  return tf.reshape(tf.stack(taps), [info.filterHeight, info.filterWidth, inChannels, multiplier]);
}

/**
 * The same, in place, where memory can be looped over.
 *
 * @param dw [filterHeight, filterWidth, in, multiplier]; gets the result
 */
export function depthwiseFilterGradientInto(x: Float32Array, dy: Float32Array, dw: Float32Array, info: ConvolutionInfo): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth, outChannels, padInfo } = info;
  const multiplier = outChannels / inChannels;
  const sums = new Float64Array(dw.length);
  for (let image = 0; image < batchSize; image++) {
    for (let row = 0; row < outHeight; row++) {
      for (let a = 0; a < filterHeight; a++) {
        const y = row * info.strideHeight - padInfo.top + a * info.dilationHeight;
        if (y < 0 || y >= inHeight) continue;
        for (let column = 0; column < outWidth; column++) {
          let gradient = ((image * outHeight + row) * outWidth + column) * outChannels;
          const start = gradient;
          for (let b = 0; b < filterWidth; b++) {
            const place = column * info.strideWidth - padInfo.left + b * info.dilationWidth;
            if (place < 0 || place >= inWidth) continue;
            const from = ((image * inHeight + y) * inWidth + place) * inChannels;
            let to = (a * filterWidth + b) * outChannels;
            gradient = start;
            if (multiplier === 1) {
              for (let at = from; at < from + inChannels; at++, to++, gradient++) sums[to] = sums[to]! + x[at]! * dy[gradient]!;
              continue;
            }
            for (let at = from; at < from + inChannels; at++) {
              const value = x[at]!;
              for (let m = 0; m < multiplier; m++, to++, gradient++) sums[to] = sums[to]! + value * dy[gradient]!;
            }
          }
        }
      }
    }
  }
  dw.set(sums);
}
