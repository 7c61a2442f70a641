import type * as tfjs from '@tensorflow/tfjs-core';
import type { Convolution, ImageShape } from '../../schema/networks/architecture.ts';
import { validSize } from '../../schema/networks/shapes.ts';
import type { TF } from '../backends/backend.ts';
import { type Apply, convolution, dense, flatten } from './layers.ts';
import type { Pass } from './normalise.ts';
import type { Parameters } from './parameters.ts';

/** The approximate posterior q(z|x), a Gaussian with independent dimensions; both [B, J]. */
export interface Posterior {
  mean: tfjs.Tensor2D;
  /** ln of the variance: any number is allowed, so that nothing has to be kept positive. */
  logVariance: tfjs.Tensor2D;
}

/** Images [B, h, w, c] in [0, 1] to the posterior. */
export type Encode = (images: tfjs.Tensor4D, pass?: Pass) => Posterior;

/** "Valid" convolutions with ReLU, then the only FC layers of an encoder: the vectors of means and of deviations (thesis 7.2, 10.2). */
export function buildEncoder(
  tf: TF,
  p: Parameters,
  layers: readonly Convolution[],
  image: ImageShape,
  latent: number,
  normalised = false,
): Encode {
  p.part = 'FEATURES';
  const convolutions: Apply<tfjs.Tensor4D>[] = [];
  let shape = image;
  for (const [i, layer] of layers.entries()) {
    convolutions.push(convolution(tf, p, { ...layer, name: `encoder.${i + 1}`, from: shape.channels, normalised }, 'valid'));
    const side = (size: number) => validSize(size, layer.kernel, layer.stride);
    shape = { height: side(shape.height), width: side(shape.width), channels: layer.filters };
  }
  p.part = 'HEAD';
  const features = shape.height * shape.width * shape.channels;
  const mean = dense(tf, p, 'mean', features, latent, 'LINEAR');
  const logVariance = dense(tf, p, 'logVariance', features, latent, 'LINEAR');
  return (images, pass) => {
    const maps = convolutions.reduce((x, apply) => apply(x, pass), images);
    const flat = flatten(tf, maps);
    return { mean: mean(flat), logVariance: logVariance(flat) };
  };
}
