import type * as tfjs from '@tensorflow/tfjs-core';
import type { Padding } from '../../schema/networks/architecture.ts';
import { transposedSize } from '../../schema/networks/decoder-geometry.ts';
import type { TF } from '../backends/backend.ts';
import { convolve, convolveTransposed } from './convolve.ts';
import { batchNormalisation, type Normalise, type Pass } from './normalise.ts';
import type { Parameters } from './parameters.ts';

/** A part of a network: a function of a batch that reads variables. In training it is given a pass. */
export type Apply<In extends tfjs.Tensor, Out extends tfjs.Tensor = In> = (x: In, pass?: Pass) => Out;

export interface ConvolutionSpec {
  name: string;
  /** Channels before. */
  from: number;
  /** Channels after. */
  filters: number;
  kernel: number;
  stride: number;
  /** Whether the result is normalised over the batch before its ReLU; default: it is not. */
  normalised?: boolean;
}

const unchanged: Normalise = (x) => x;

/** Convolution, normalisation where it is wanted, + bias + ReLU: [B, h, w, from] to [B, h', w', filters]. */
export function convolution(tf: TF, p: Parameters, spec: ConvolutionSpec, padding: Padding): Apply<tfjs.Tensor4D> {
  const { name, from, filters, kernel, stride } = spec;
  const area = kernel * kernel;
  const { weights, bias } = p.layer(name, [kernel, kernel, from, filters], filters, {
    kind: 'HE',
    fanIn: area * from,
    fanOut: area * filters,
  });
  const normalise = spec.normalised ? batchNormalisation(tf, p, name, filters) : unchanged;
  return (x, pass) => tf.relu(tf.add(normalise(convolve(tf, x, weights as tfjs.Tensor4D, stride, padding), pass), bias));
}

/** 1 x 1 convolution + bias, no activation: [B, h, w, from] to [B, h, w, filters]. */
export function pointwise(tf: TF, p: Parameters, name: string, from: number, filters: number): Apply<tfjs.Tensor4D> {
  const { weights, bias } = p.layer(name, [1, 1, from, filters], filters, { kind: 'GLOROT', fanIn: from, fanOut: filters });
  return (x) => tf.add(tf.conv2d(x, weights as tfjs.Tensor4D, 1, 'valid'), bias);
}

/**
 * Transposed "valid" convolution + bias: [B, h, w, from] to [B, (h - 1) stride + kernel, ..., filters], or to a map of the size `to`, less
 * than a stride larger, whose further rows and columns get the bias alone; ReLU or nothing after it.
 */
export function transposedConvolution(
  tf: TF,
  p: Parameters,
  spec: ConvolutionSpec,
  activation: 'RELU' | 'LINEAR',
  to?: { height: number; width: number },
): Apply<tfjs.Tensor4D> {
  const { name, from, filters, kernel, stride } = spec;
  // An output pixel meets kernel^2 / stride^2 input pixels on average: the others fall between the strides.
  const fanIn = (from * kernel * kernel) / (stride * stride);
  const kind = activation === 'RELU' ? 'HE' : 'GLOROT';
  const { weights, bias } = p.layer(name, [kernel, kernel, filters, from], filters, { kind, fanIn, fanOut: filters * kernel * kernel });
  const normalise = spec.normalised ? batchNormalisation(tf, p, name, filters) : unchanged;
  return (x, pass) => {
    const [batch, height, width] = x.shape;
    const whole = to ?? { height: transposedSize(height, spec), width: transposedSize(width, spec) };
    const shape: [number, number, number, number] = [batch, whole.height, whole.width, filters];
    const finish = (y: tfjs.Tensor, repeats: number) => {
      const z = tf.add(y, repeats === 1 ? bias : tf.tile(bias, [repeats]));
      return activation === 'RELU' ? tf.relu(z) : z;
    };
    const kernel = weights as tfjs.Tensor4D;
    if (!spec.normalised) return convolveTransposed(tf, x, kernel, shape, stride, finish);
    return finish(
      normalise(
        convolveTransposed(tf, x, kernel, shape, stride, (y) => y),
        pass,
      ),
      1,
    ) as tfjs.Tensor4D;
  };
}

/** Fully connected: [B, from] to [B, units]; ReLU or nothing after it. */
export function dense(
  tf: TF,
  p: Parameters,
  name: string,
  from: number,
  units: number,
  activation: 'RELU' | 'LINEAR',
): Apply<tfjs.Tensor2D> {
  const kind = activation === 'RELU' ? 'HE' : 'GLOROT';
  const { weights, bias } = p.layer(name, [from, units], units, { kind, fanIn: from, fanOut: units });
  return (x) => {
    const y: tfjs.Tensor2D = tf.add(tf.matMul(x, weights as tfjs.Tensor2D), bias);
    return activation === 'RELU' ? tf.relu(y) : y;
  };
}

/** [B, ...] to [B, product]. */
export function flatten(tf: TF, x: tfjs.Tensor): tfjs.Tensor2D {
  const batch = x.shape[0]!;
  return tf.reshape(x, [batch, x.size / batch]);
}
