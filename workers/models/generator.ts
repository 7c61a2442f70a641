import type { Generator } from '../../schema/networks/architecture.ts';
import type { TF } from '../backends/backend.ts';
import { buildDecoder, type Decode } from './decoder.ts';
import type { Network } from './network.ts';
import { Parameters } from './parameters.ts';

export interface GeneratorNetwork extends Network {
  /** Noise [B, J] to logits [B, h, w, c] of the image; their sigmoid is the image. */
  generate: Decode;
}

/** A generator (thesis 13.1): the decoder of a variational autoencoder, with batch normalisation where it is wanted. */
export function buildGenerator(tf: TF, { input, latent, decoder }: Generator, normalised: boolean): GeneratorNetwork {
  const parameters = new Parameters(tf);
  const generate = buildDecoder(tf, parameters, decoder, input, latent, normalised);
  return { parameters: parameters.all, generate };
}
