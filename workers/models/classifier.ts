import type * as tfjs from '@tensorflow/tfjs-core';
import type { Chain, ImageShape, Layer } from '../../schema/networks/architecture.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import type { Assign, Inputs, TF } from '../backends/backend.ts';
import { convolution, dense, flatten, pointwise } from './layers.ts';
import { maskedPyramid, pictureMask, type Sizes } from './mask.ts';
import { type Dropout, type Network, NotBuildable } from './network.ts';
import type { Pass } from './normalise.ts';
import { Parameters } from './parameters.ts';
import { spatialPyramid } from './pyramid.ts';

export interface Classifier extends Network {
  /** One for each dropout, in order. */
  dropouts: readonly Dropout[];
  /** Images [B, h, w, c] in [0, 1] to logits [B, classes]. */
  logits(images: tfjs.Tensor4D, given?: Given): tfjs.Tensor2D;
  /** Images [B, h, w, c] to what the last layer is given, [B, features], without dropout. */
  features(images: tfjs.Tensor4D): tfjs.Tensor2D;
  /** Features to logits. */
  classify(features: tfjs.Tensor2D): tfjs.Tensor2D;
}

/** What a classifier is given beside its images. */
export interface Given {
  /** The step's inputs, in training: with them dropout is applied, without it is not. */
  drawn?: Inputs;
  /** In training, for normalised networks. */
  assign?: Assign;
  /** Where the images are padded: what of each is picture. */
  sizes?: Sizes;
}

type Step = (x: tfjs.Tensor, context: Context) => tfjs.Tensor;

interface Context extends Given {
  pass?: Pass;
  /** 1 where there is picture, of padded images. */
  mask?: tfjs.Tensor4D;
}

/**
 * Builds a chain (thesis 4.5), its convolutions normalised over the batch where it is wanted. Every convolution and FC layer has a bias and a
 * ReLU; the last layer gives logits, never probabilities.
 * @throws ShapeError where a layer does not fit, NotBuildable without a classifier at the end.
 */
export function buildClassifier(tf: TF, chain: Chain, normalised = false, parameters = new Parameters(tf)): Classifier {
  if (chain.layers.at(-1)?.type !== 'softmax') throw new NotBuildable('a classifier must end with SM');
  const shapes = [chain.input, ...networkShape(chain).layers.map((layer) => layer.output)];
  const dropouts: Dropout[] = [];
  const steps = chain.layers.map((layer, i): Step => {
    if (layer.type === 'dropout') return dropout(tf, layer, shapes[i]!, dropouts, isFlat(chain.layers, i));
    return trainable(tf, parameters, chain, i, shapes[i]!, normalised);
  });
  return {
    parameters: parameters.all,
    dropouts,
    logits(images, given = {}) {
      const { drawn, assign, sizes } = given;
      const [, height, width] = images.shape;
      const mask = sizes && pictureMask(tf, sizes, height, width);
      const context: Context = { ...given, pass: drawn && assign && { inputs: drawn, assign }, mask };
      return steps.reduce<tfjs.Tensor>((x, step) => step(x, context), images) as tfjs.Tensor2D;
    },
    features: (images) =>
      flatten(
        tf,
        steps.slice(0, -1).reduce<tfjs.Tensor>((x, step) => step(x, {}), images),
      ),
    classify: (features) => steps.at(-1)!(features, {}) as tfjs.Tensor2D,
  };
}

/** Inverted dropout: what is kept is scaled by 1 / (1 - rate), so that nothing has to be scaled in evaluation (Srivastava et al. 2014). */
function dropout(
  tf: TF,
  layer: Layer & { type: 'dropout' },
  { height, width, channels }: ImageShape,
  dropouts: Dropout[],
  flat: boolean,
): Step {
  const input = `dropout${dropouts.length}`;
  const rate = layer.index / (2 * layer.of);
  dropouts.push({ input, shape: flat ? [channels] : [height, width, channels], rate });
  return (x, { drawn }) => {
    if (!drawn) return x;
    const kept = tf.cast(tf.greaterEqual(drawn[input]!, rate), 'float32');
    return tf.mul(x, tf.mul(kept, 1 / (1 - rate)));
  };
}

function trainable(tf: TF, parameters: Parameters, chain: Chain, i: number, input: ImageShape, normalised: boolean): Step {
  const layer = chain.layers[i]!;
  const previous = chain.layers[i - 1];
  const name = `${i + 1}.${layer.type}`;
  const flat = input.height * input.width * input.channels;
  parameters.part = layer.type === 'convolution' ? 'FEATURES' : 'HEAD';
  switch (layer.type) {
    case 'convolution': {
      const apply = convolution(tf, parameters, { ...layer, name, from: input.channels, normalised }, chain.padding);
      return (x, { pass, mask }) => {
        const maps = apply(x as tfjs.Tensor4D, pass);
        return mask ? tf.mul(maps, mask) : maps;
      };
    }
    case 'pool':
      return on4D((x) => tf.maxPool(x, layer.size, layer.stride, 'valid'));
    case 'globalAveragePool': {
      const maps = pointwise(tf, parameters, name, input.channels, layer.units);
      return on4D((x) => tf.mean(maps(x), [1, 2]));
    }
    case 'spatialPyramidPool':
      return (x, { sizes }) =>
        sizes ? maskedPyramid(tf, x as tfjs.Tensor4D, layer.levels, sizes) : spatialPyramid(tf, x as tfjs.Tensor4D, layer.levels);
    case 'fullyConnected': {
      const apply = dense(tf, parameters, name, flat, layer.units, 'RELU');
      return (x) => apply(flatten(tf, x));
    }
    case 'softmax': {
      // After GAP there is one number a class already.
      if (previous?.type === 'globalAveragePool' && previous.units === layer.classes) return (x) => x;
      const apply = dense(tf, parameters, name, flat, layer.classes, 'LINEAR');
      return (x) => apply(flatten(tf, x));
    }
    case 'dropout':
      throw new Error('dropout has nothing to train');
  }
}

const on4D =
  (apply: (x: tfjs.Tensor4D) => tfjs.Tensor): Step =>
  (x) =>
    apply(x as tfjs.Tensor4D);

/** Whether what reaches layer i is a vector. */
function isFlat(layers: readonly Layer[], i: number): boolean {
  return layers
    .slice(0, i)
    .some((layer) => layer.type === 'fullyConnected' || layer.type === 'globalAveragePool' || layer.type === 'spatialPyramidPool');
}
