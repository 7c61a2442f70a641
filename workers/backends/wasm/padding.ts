import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';

type ConvolutionAttributes = Pick<tfjs.Conv2DAttrs, 'strides' | 'pad' | 'dilations' | 'dimRoundingMode'>;

/**
 * The padding under which wasm's convolutions are right. With "same" padding and a stride above the filter's size they compute a negative
 * padding and read the wrong numbers, without an error: they get the padding, zero then, in numbers instead. And where tfjs expects more
 * output than the padding gives (a number as padding and a filter that is not square), they would write outside of their memory.
 *
 * @param filter [height, width, ...]
 * @throws RangeError in the second case
 */
export function safePadding<A extends ConvolutionAttributes>(
  tf: TF,
  x: readonly number[],
  filter: readonly number[],
  depthwise: boolean,
  attributes: A,
): A {
  const { strides, pad, dilations, dimRoundingMode } = attributes;
  const info = tf.backend_util.computeConv2DInfo(x as Shape4D, filter as Shape4D, strides, dilations ?? 1, pad, dimRoundingMode, depthwise);
  const { top, bottom, left, right, type } = info.padInfo;
  if (type === 'SAME') {
    const within = info.strideHeight <= info.effectiveFilterHeight && info.strideWidth <= info.effectiveFilterWidth;
    if (within) return attributes;
    const explicit: tfjs.backend_util.ExplicitPadding = [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ];
    return { ...attributes, pad: explicit };
  }
  const rows = Math.floor((info.inHeight + top + bottom - info.effectiveFilterHeight) / info.strideHeight) + 1;
  const columns = Math.floor((info.inWidth + left + right - info.effectiveFilterWidth) / info.strideWidth) + 1;
  if (rows !== info.outHeight || columns !== info.outWidth)
    throw new RangeError(
      `pad: ${JSON.stringify(pad)} with a filter of ${filter[0]} x ${filter[1]} gives ${rows} x ${columns}, and tfjs expects ` +
        `${info.outHeight} x ${info.outWidth}; give the padding of each side instead`,
    );
  return attributes;
}

type Shape4D = [number, number, number, number];
