import type { Convolution, Layer } from '../networks/architecture.ts';
import { printLayer } from '../networks/notation.ts';
import { pyramidParts } from '../networks/shapes.ts';
import type { DataShape, PyramidLimits } from './limits.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';
import { type StackSpace, stackSpace } from './stack.ts';

/**
 * Classifiers for pictures of many sizes (thesis 4.5, table 4.5): "same" convolutions with stride 1 and no pooling, so that the map keeps
 * the picture's size; then a spatial pyramid, whose vector has one length for all sizes, and fully connected layers and classifier that
 * are the same in every network. A kernel has to fit into the smallest picture. There is no dropout, as in table 4.5.
 */
export function pyramidSpace(limits: PyramidLimits, { image, classes }: DataShape): StackSpace {
  const ending: Layer[] = [
    { type: 'spatialPyramidPool', levels: limits.levels },
    ...limits.head.map((units): Layer => ({ type: 'fullyConnected', units })),
    { type: 'softmax', classes },
  ];
  const expected = ending.map(printLayer);
  return stackSpace({
    kind: 'PYRAMID',
    image,
    choices: limits.filters.flatMap((filters) =>
      limits.kernels.map((kernel): Convolution => ({ type: 'convolution', filters, kernel, stride: 1 })),
    ),
    maxLayers: limits.maxLayers,
    side: (size) => size,
    build: (layers) => ({
      family: 'chain',
      input: { ...image },
      padding: 'same',
      layers: [...layers, ...ending.map((layer) => ({ ...layer }))],
    }),
    read(architecture) {
      if (architecture.family !== 'chain')
        throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of chains with a pyramid`, 0);
      const { layers, padding } = architecture;
      if (padding !== 'same') throw new NotAllowed(`padding "${padding}" is not allowed; allowed: "same"`, 0);
      const body = layers.slice(0, Math.max(layers.length - ending.length, 0));
      const wrong = expected.findIndex((wanted, i) => !layers[body.length + i] || printLayer(layers[body.length + i]!) !== wanted);
      if (wrong >= 0) throw new NotAllowed(`the network does not end as all do; allowed: ${expected.join(', ')}`, body.length + wrong);
      return body.map((layer, position) => {
        if (layer.type === 'convolution') return layer;
        throw new NotAllowed(`layer ${position + 1}: ${printLayer(layer)} is not allowed; allowed: convolutions`, position);
      });
    },
    layerWeights: (channels, { kernel, filters }) => kernel ** 2 * channels * filters + filters,
    endWeights(channels) {
      const sizes = [channels * pyramidParts(limits.levels), ...limits.head, classes];
      return sizes.slice(1).reduce((sum, units, i) => sum + (sizes[i]! + 1) * units, 0);
    },
    layerOutputs: (_, { height, width, channels }) => height * width * channels,
    endOutputs: (channels) => limits.head.reduce((sum, units) => sum + units, channels * pyramidParts(limits.levels) + classes),
  });
}
