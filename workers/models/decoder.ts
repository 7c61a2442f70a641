import type * as tfjs from '@tensorflow/tfjs-core';
import type { Convolution, ImageShape } from '../../schema/networks/architecture.ts';
import { decoderGeometry } from '../../schema/networks/decoder-geometry.ts';
import type { TF } from '../backends/backend.ts';
import { dense, transposedConvolution } from './layers.ts';
import type { Pass } from './normalise.ts';
import type { Parameters } from './parameters.ts';

/** Latents [B, J] to logits [B, h, w, c] of the image; their sigmoid is the reconstruction. */
export type Decode = (latents: tfjs.Tensor2D, pass?: Pass) => tfjs.Tensor4D;

/**
 * FC with ReLU to a square feature map, "valid" transposed convolutions with ReLU between them, and the logits cropped at the centre.
 * `normalised`: all of them but the last are normalised over the batch. Sizes: schema/networks/decoder-geometry.ts.
 */
export function buildDecoder(
  tf: TF,
  p: Parameters,
  layers: readonly Convolution[],
  image: ImageShape,
  latent: number,
  normalised = false,
): Decode {
  const { start, startFilters, filters, crop } = decoderGeometry(layers, image);
  const expand = dense(tf, p, 'decoder.start', latent, start * start * startFilters, 'RELU');
  const convolutions = layers.map(({ filters: from, kernel, stride }, i) =>
    transposedConvolution(
      tf,
      p,
      { name: `decoder.${i + 1}`, from, filters: filters[i]!, kernel, stride, normalised: normalised && i < layers.length - 1 },
      i === layers.length - 1 ? 'LINEAR' : 'RELU',
    ),
  );
  return (latents, pass) => {
    const batch = latents.shape[0];
    const map: tfjs.Tensor4D = tf.reshape(expand(latents), [batch, start, start, startFilters]);
    const output = convolutions.reduce((x, apply) => apply(x, pass), map);
    return tf.slice(output, [0, crop.top, crop.left, 0], [batch, image.height, image.width, image.channels]);
  };
}
