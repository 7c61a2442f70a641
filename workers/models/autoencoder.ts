import type * as tfjs from '@tensorflow/tfjs-core';
import { type Autoencoder, mirror } from '../../schema/networks/architecture.ts';
import { networkShape, validSize } from '../../schema/networks/shapes.ts';
import type { TF } from '../backends/backend.ts';
import { type Apply, convolution, transposedConvolution } from './layers.ts';
import type { Network } from './network.ts';
import { Parameters } from './parameters.ts';

export interface SymmetricAutoencoder extends Network {
  /** Images [B, h, w, c] in [0, 1] to the last map of the encoder. */
  encode: Apply<tfjs.Tensor4D>;
  /** That map to logits [B, h, w, c] of the image; their sigmoid is the reconstruction. */
  decode: Apply<tfjs.Tensor4D>;
}

/**
 * A symmetric convolutional autoencoder (thesis 5.2), with batch normalisation where it is wanted: "valid" convolutions with ReLU, and their mirror as transposed convolutions with
 * ReLU between them, each of which gives exactly the map that its convolution was given: what a stride left out at the lower and right
 * edge gets the bias.
 *
 * @throws ShapeError where a kernel is larger than its feature map.
 */
export function buildAutoencoder(tf: TF, architecture: Autoencoder, normalised = false): SymmetricAutoencoder {
  const { input, encoder } = architecture;
  networkShape(architecture); // refuses what does not fit before anything is made
  const parameters = new Parameters(tf);
  const maps = [input];
  parameters.part = 'FEATURES';
  const forward = encoder.map((layer, i) => {
    const { height, width, channels } = maps[i]!;
    const side = (size: number) => validSize(size, layer.kernel, layer.stride);
    maps.push({ height: side(height), width: side(width), channels: layer.filters });
    return convolution(tf, parameters, { ...layer, name: `encoder.${i + 1}`, from: channels, normalised }, 'valid');
  });
  parameters.part = 'HEAD';
  const back = mirror(encoder).map(({ kernel, stride }, i) => {
    const from = maps[encoder.length - i]!.channels;
    const to = maps[encoder.length - i - 1]!;
    const spec = { name: `decoder.${i + 1}`, from, filters: to.channels, kernel, stride, normalised: normalised && i < encoder.length - 1 };
    return transposedConvolution(tf, parameters, spec, i === encoder.length - 1 ? 'LINEAR' : 'RELU', to);
  });
  return {
    parameters: parameters.all,
    encode: (images, pass) => forward.reduce((x, apply) => apply(x, pass), images),
    decode: (features, pass) => back.reduce((x, apply) => apply(x, pass), features),
  };
}
