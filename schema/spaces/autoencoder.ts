import type { Convolution, ImageShape } from '../networks/architecture.ts';
import { validSize } from '../networks/shapes.ts';
import type { AutoencoderLimits, DataShape } from './limits.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';
import { type StackSpace, stackSpace } from './stack.ts';

/**
 * Symmetric convolutional autoencoders (thesis 5.2): a walk chooses the encoder's "valid" convolutions one by one, and the decoder is their
 * mirror. A kernel has to fit into its map. The thesis searches without pooling and with stride 1; a larger stride makes smaller maps.
 */
export function autoencoderSpace(limits: AutoencoderLimits, { image }: DataShape): StackSpace {
  const { stride } = limits;
  return stackSpace({
    kind: 'AUTOENCODER',
    image,
    choices: limits.filters.flatMap((filters) =>
      limits.kernels.map((kernel): Convolution => ({ type: 'convolution', filters, kernel, stride })),
    ),
    maxLayers: limits.maxLayers,
    side: (size, { kernel }) => validSize(size, kernel, stride),
    build: (encoder) => ({ family: 'autoencoder', input: { ...image }, encoder }),
    read(architecture) {
      if (architecture.family !== 'autoencoder')
        throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of symmetric autoencoders`, 0);
      return architecture.encoder;
    },
    // The convolution and its mirror have one kernel's size, and a bias for each channel that they make.
    layerWeights: (channels, { kernel, filters }) => 2 * kernel ** 2 * channels * filters + filters + channels,
    endWeights: () => 0,
    layerOutputs: (before, after) => size(after) + size(before),
    endOutputs: () => 0,
  });
}

const size = ({ height, width, channels }: ImageShape) => height * width * channels;
