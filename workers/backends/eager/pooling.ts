import type * as tfjs from '@tensorflow/tfjs-core';

type PoolInfo = Pick<
  tfjs.backend_util.Conv2DInfo,
  | 'batchSize'
  | 'inHeight'
  | 'inWidth'
  | 'inChannels'
  | 'outHeight'
  | 'outWidth'
  | 'effectiveFilterHeight'
  | 'effectiveFilterWidth'
  | 'strideHeight'
  | 'strideWidth'
  | 'padInfo'
>;

/**
 * The gradient of max pooling: each number of dy goes to the first largest number of its window, as TensorFlow's does.
 *
 * @param x  [batch, height, width, channels], row-major
 * @param dy [batch, outHeight, outWidth, channels]
 * @param dx like x, zeros; gets the result
 */
export function maxPoolGradient(x: Float32Array, dy: Float32Array, dx: Float32Array, info: PoolInfo): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth } = info;
  let output = 0;
  for (let image = 0; image < batchSize; image++) {
    for (let row = 0; row < outHeight; row++) {
      const top = row * info.strideHeight - info.padInfo.top;
      const firstRow = Math.max(0, top);
      const lastRow = Math.min(inHeight, top + info.effectiveFilterHeight);
      for (let column = 0; column < outWidth; column++) {
        const left = column * info.strideWidth - info.padInfo.left;
        const firstColumn = Math.max(0, left);
        const lastColumn = Math.min(inWidth, left + info.effectiveFilterWidth);
        for (let channel = 0; channel < inChannels; channel++, output++) {
          let best = Number.NEGATIVE_INFINITY;
          let place = -1;
          for (let y = firstRow; y < lastRow; y++) {
            let at = ((image * inHeight + y) * inWidth + firstColumn) * inChannels + channel;
            for (let step = firstColumn; step < lastColumn; step++, at += inChannels) {
              const value = x[at]!;
              if (value > best || place < 0) {
                best = value;
                place = at;
              }
            }
          }
          if (place >= 0) dx[place] = dx[place]! + dy[output]!;
        }
      }
    }
  }
}

/**
 * By what the numbers of dy have to be multiplied so that a gradient of average pooling that divides by the whole window is right at the
 * edges, where the forward pass averages over what lies inside of the image only.
 *
 * @returns [outHeight, outWidth], all 1 where no window leaves the image
 */
export function averageCorrection(info: PoolInfo): Float32Array {
  const { outHeight, outWidth, effectiveFilterHeight: height, effectiveFilterWidth: width, padInfo } = info;
  const factors = new Float32Array(outHeight * outWidth);
  for (let row = 0; row < outHeight; row++) {
    const rows = inside(row * info.strideHeight - padInfo.top, height, info.inHeight);
    for (let column = 0; column < outWidth; column++) {
      const columns = inside(column * info.strideWidth - padInfo.left, width, info.inWidth);
      factors[row * outWidth + column] = (height * width) / Math.max(1, rows * columns);
    }
  }
  return factors;
}

/** How many of the `length` places from `start` on lie in 0 .. size - 1. */
function inside(start: number, length: number, size: number): number {
  return Math.max(0, Math.min(size, start + length) - Math.max(0, start));
}
