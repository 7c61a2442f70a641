import type * as tfjs from '@tensorflow/tfjs-core';
import type { Variational } from '../../schema/networks/architecture.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import type { TF } from '../backends/backend.ts';
import { buildDecoder, type Decode } from './decoder.ts';
import { buildEncoder, type Encode, type Posterior } from './encoder.ts';
import type { Network } from './network.ts';
import { Parameters } from './parameters.ts';

export interface VariationalAutoencoder extends Network {
  encode: Encode;
  decode: Decode;
}

/**
 * Builds encoder and decoder on the same parameters (thesis 7.2, 10.2), with batch normalisation where it is wanted.
 * @throws ShapeError where a kernel is larger than its feature map.
 */
export function buildVariational(tf: TF, architecture: Variational, normalised = false): VariationalAutoencoder {
  const { input, encoder, latent, decoder } = architecture;
  networkShape(architecture); // refuses what does not fit before anything is made
  const parameters = new Parameters(tf);
  const encode = buildEncoder(tf, parameters, encoder, input, latent, normalised);
  const decode = buildDecoder(tf, parameters, decoder, input, latent, normalised);
  return { parameters: parameters.all, encode, decode };
}

/** A sample of the posterior that gradients pass through: z = mean + exp(logVariance / 2) noise (Kingma & Welling 2013; thesis 7.2). */
export function reparameterise(tf: TF, { mean, logVariance }: Posterior, noise: tfjs.Tensor2D): tfjs.Tensor2D {
  return tf.add(mean, tf.mul(tf.exp(tf.mul(0.5, logVariance)), noise));
}
