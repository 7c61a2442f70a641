import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backends/backend.ts';

/**
 * Pictures of many sizes in images of one: `sizes` [B, 2] are height and width of what is picture, at the upper left. A map times its mask is
 * 0 outside, which is what a "same" convolution with stride 1 finds around a picture that is alone: so every layer gives for a picture exactly
 * what it would give without its padding.
 */
export type Sizes = tfjs.Tensor2D;

/** 1 where there is picture, else 0: [B, height, width, 1]. */
export function pictureMask(tf: TF, sizes: Sizes, height: number, width: number): tfjs.Tensor4D {
  const rows = tf.reshape(within(tf, height, tf.zerosLike(side(tf, sizes, 0)), side(tf, sizes, 0)), [-1, height, 1, 1]);
  const columns = tf.reshape(within(tf, width, tf.zerosLike(side(tf, sizes, 1)), side(tf, sizes, 1)), [-1, 1, width, 1]);
  return tf.mul(rows, columns);
}

/**
 * Spatial pyramid pooling (see pyramid.ts) of each picture by its own size: [B, h, w, c], of which nothing is below 0, to
 * [B, c (4^levels - 1) / 3]. What lies outside of a part is made 0, which is never larger than what lies inside.
 */
export function maskedPyramid(tf: TF, x: tfjs.Tensor4D, levels: number, sizes: Sizes): tfjs.Tensor2D {
  const [, height, width] = x.shape;
  const parts: tfjs.Tensor2D[] = [];
  const span = (axis: 0 | 1, length: number, part: number, of: number) => {
    const whole = side(tf, sizes, axis);
    return within(tf, length, tf.floor(tf.div(tf.mul(whole, part), of)), tf.ceil(tf.div(tf.mul(whole, part + 1), of)));
  };
  for (let level = 0; level < levels; level++) {
    const sides = 2 ** level;
    for (let row = 0; row < sides; row++) {
      const rows = tf.max(tf.mul(x, tf.reshape(span(0, height, row, sides), [-1, height, 1, 1])), 1); // [B, w, c]
      for (let column = 0; column < sides; column++)
        parts.push(tf.max(tf.mul(rows, tf.reshape(span(1, width, column, sides), [-1, width, 1])), 1));
    }
  }
  return parts.length === 1 ? parts[0]! : tf.concat(parts, 1);
}

/** Heights or widths, [B, 1]. */
function side(tf: TF, sizes: Sizes, axis: 0 | 1): tfjs.Tensor2D {
  return tf.cast(tf.slice(sizes, [0, axis], [-1, 1]), 'float32');
}

/** 1 for the places of 0 .. length - 1 from `start` to before `end`, both [B, 1]: [B, length]. */
function within(tf: TF, length: number, start: tfjs.Tensor2D, end: tfjs.Tensor2D): tfjs.Tensor2D {
  const places = tf.reshape(tf.range(0, length), [1, length]);
  return tf.mul(tf.cast(tf.greaterEqual(places, start), 'float32'), tf.cast(tf.less(places, end), 'float32'));
}
