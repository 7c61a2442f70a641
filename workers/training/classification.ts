import type * as tfjs from '@tensorflow/tfjs-core';
import type { Chain } from '../../schema/networks/architecture.ts';
import { type GraphNetwork, isGraph } from '../../schema/networks/graph-notation.ts';
import { ACCURACY, LOSS } from '../../schema/plans/metrics.ts';
import type { Assign, FunctionSpec, Inputs } from '../backends/backend.ts';
import { buildClassifier } from '../models/classifier.ts';
import { buildGraph } from '../models/graph.ts';
import { dropoutInputs, NotBuildable } from '../models/network.ts';
import { eachBatch } from './evaluate.ts';
import { oneClass, severalClasses } from './labels.ts';
import { weightPenalty } from './losses.ts';
import { Mistakes, mistakesSheet } from './mistakes.ts';
import { type ResidentSet, residentSet } from './residents.ts';
import { optimizerSpec } from './schedule.ts';
import { divide, kernelsOf, variablesOf } from './scope.ts';
import { type Task, WEIGHTS } from './train.ts';
import type { TrialTools, TrialWork } from './trial.ts';

/** MetaQNN: below this many times the accuracy of guessing after the first epoch, a network is at chance (0.15 for ten classes). */
const CHANCE = 1.5;

/**
 * Image classification: minimises the negative log-likelihood of the class (thesis 4.5), or, where an image may have several classes (chapter
 * 11 names such a search and not its loss), the mean binary cross entropy of all of them; and the weight penalty where there is one. Pictures
 * of many sizes are padded and masked, which changes no number (models/mask.ts).
 */
export function classification({ architecture, dataset, training, seed }: TrialWork, { backend }: TrialTools): Task {
  if (architecture.family !== 'chain' && !isGraph(architecture))
    throw new NotBuildable(`a ${architecture.family} network cannot be trained on classes`);
  const { classes } = dataset;
  if (classes === 0) throw new NotBuildable(`dataset ${dataset.name} has no classes`);
  const wanted = dataset.multiLabel ? 'BINARY_CROSS_ENTROPY' : 'CROSS_ENTROPY';
  if (training.loss.kind !== wanted)
    throw new NotBuildable(`${training.loss.kind} does not fit the labels of ${dataset.name}; allowed is ${wanted}`);
  const { tf } = backend;
  const size = training.batchSize;
  const labelling = (dataset.multiLabel ? severalClasses : oneClass)(tf, classes);
  const { sizes } = dataset.train;
  if (sizes) mustTakeAnySize(architecture, training.batchNormalisation);
  const network = isGraph(architecture)
    ? buildGraph(tf, architecture, training.batchNormalisation)
    : buildClassifier(tf, { ...architecture, input: dataset.image }, training.batchNormalisation);
  const { parameters, trained, frozen } = divide(network.parameters, training.scope);
  const train = residentSet(backend, dataset.train, dataset.image);
  const validation = residentSet(backend, dataset.validation, dataset.image);
  const inputsOf = ({ images, labels, sizes }: ResidentSet) => ({
    images: { of: images, rows: size },
    labels: { of: labels!, rows: size },
    ...(sizes && { sizes: { of: sizes, rows: size } }),
  });
  /** Losses [B] and logits [B, classes]. */
  const forward = (inputs: Inputs, assign?: Assign) => {
    const logits = network.logits(inputs.images as tfjs.Tensor4D, {
      ...(assign && { drawn: inputs, assign }),
      ...(sizes && { sizes: inputs.sizes as tfjs.Tensor2D }),
    });
    return { logits, losses: labelling.losses(logits, inputs.labels!) };
  };
  const evaluate: FunctionSpec = {
    inputs: inputsOf(validation),
    outputs: (inputs) => {
      const { logits, losses } = forward(inputs);
      return [logits, losses];
    },
  };
  let mistakes = new Mistakes();
  return {
    parameters,
    size,
    spec: {
      variables: variablesOf(trained),
      frozen: variablesOf(frozen),
      step: {
        inputs: { ...inputsOf(train), [WEIGHTS]: { shape: [size], dtype: 'float32' }, ...dropoutInputs(network.dropouts, size) },
        optimizer: optimizerSpec(training.optimizer),
        loss: (inputs, assign) => {
          const { logits, losses } = forward(inputs, assign);
          const mean = (perImage: tfjs.Tensor) => tf.sum(tf.mul(perImage, inputs[WEIGHTS]!)) as tfjs.Scalar;
          const loss = mean(losses);
          const penalty = weightPenalty(tf, kernelsOf(trained), training.optimizer.weightDecay);
          return [penalty ? tf.add(loss, penalty) : loss, loss, mean(labelling.right(logits, inputs.labels!))];
        },
      },
      functions: { evaluate },
    },
    scalars: [LOSS, ACCURACY],
    evaluate: async (program, images, epoch, clock) => {
      const counted = labelling.count();
      mistakes = new Mistakes();
      let sum = 0;
      await eachBatch(program, { name: 'evaluate', ...evaluate }, images, { seed, epoch }, clock, ([logits, losses], rows) => {
        const labels = labelsOf(dataset.validation.labels, rows, labelling.width);
        counted.add(labels, logits!, rows.length);
        if (!dataset.multiLabel) mistakes.look(rows, labels, logits!, classes);
        for (let i = 0; i < rows.length; i++) sum += losses![i]!;
      });
      return { [LOSS]: sum / images.length, ...counted.values() };
    },
    // of the last evaluation; none after a resumed trial whose epochs were all done, which has shown them before
    samples: async (_program, _split, last) => {
      const sheet = last ? mistakesSheet(mistakes.list, dataset) : null;
      return sheet ? [{ kind: 'MISTAKES', sheet }] : [];
    },
    // Without a single right class there is no such thing as guessing it.
    ...(!dataset.multiLabel && { atChance: (values) => values[ACCURACY]! < CHANCE / classes }),
  };
}

/** Padded images need layers that do not look over the edge of a picture, and a vector of one length from pictures of any size. */
function mustTakeAnySize(architecture: Chain | GraphNetwork, normalised: boolean): void {
  const layers = architecture.family === 'chain' ? architecture.layers : [];
  const fits = layers.every((layer, i) => {
    const pooled = layers.slice(0, i).some(({ type }) => type === 'spatialPyramidPool');
    return pooled || layer.type === 'spatialPyramidPool' || (layer.type === 'convolution' && layer.stride === 1);
  });
  if (!fits || !layers.some(({ type }) => type === 'spatialPyramidPool'))
    throw new NotBuildable('pictures of many sizes need convolutions of stride 1 and a spatial pyramid before all else');
  if (normalised) throw new NotBuildable('batch normalisation would count the padding of pictures of many sizes');
}

/** Labels of some images, [rows, width]. */
function labelsOf(labels: Uint8Array, rows: Int32Array, width: number): Uint8Array {
  const taken = new Uint8Array(rows.length * width);
  rows.forEach((row, i) => {
    taken.set(labels.subarray(row * width, (row + 1) * width), i * width);
  });
  return taken;
}
