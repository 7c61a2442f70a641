import type * as tfjs from '@tensorflow/tfjs-core';
import { ACCURACY, classF1, LOSS, MACRO_F1 } from '../../schema/plans/metrics.ts';
import { Random } from '../../schema/random.ts';
import type { Inputs, TF } from '../backends/backend.ts';
import { makeBatch } from '../datasets/batches.ts';
import { buildClassifier } from '../models/classifier.ts';
import { maskSpecs, NotBuildable } from '../models/network.ts';
import { eachBatch } from './evaluate.ts';
import { crossEntropy, weightPenalty } from './losses.ts';
import { accuracy, addToConfusion, classScores, macroF1, makeConfusion } from './metrics.ts';
import { fillMask } from './randomness.ts';
import type { Task } from './train.ts';
import type { TrialWork } from './trial.ts';

/** MetaQNN: below this many times the accuracy of guessing after the first epoch, a network is at chance (0.15 for ten classes). */
const CHANCE = 1.5;

/** Image classification (thesis 4.5): minimises the negative log-likelihood, and the weight penalty where there is one. */
export function classification({ architecture, dataset, training, seed }: TrialWork, tf: TF): Task {
  if (architecture.family !== 'chain') throw new NotBuildable(`a ${architecture.family} network cannot be trained on classes`);
  const size = training.batchSize;
  const { height, width, channels } = dataset.image;
  const { classes } = dataset;
  const network = buildClassifier(tf, architecture);
  const kernels = network.parameters.filter((p) => p.kernel).map((p) => p.variable);
  const batch = makeBatch(dataset, size);
  const masks = network.masks.map(({ input, shape, rate }) => ({ input, rate, values: new Float32Array(size * product(shape)) }));

  const images = { shape: [size, height, width, channels], dtype: 'float32' as const };
  const targets = { shape: [size, classes], dtype: 'float32' as const };
  const weights = { shape: [size], dtype: 'float32' as const };
  /** Losses [B] and logits [B, classes]. */
  const forward = (inputs: Inputs, given?: Inputs) => {
    const logits = network.logits(inputs.images as tfjs.Tensor4D, given);
    return { logits, losses: crossEntropy(tf, logits, inputs.targets as tfjs.Tensor2D) };
  };
  return {
    parameters: network.parameters,
    spec: {
      variables: network.parameters.map((p) => p.variable),
      step: {
        inputs: { images, targets, weights, ...maskSpecs(network.masks, size) },
        optimizer: { kind: training.optimizer.kind },
        loss: (inputs) => {
          const { logits, losses } = forward(inputs, inputs);
          const mean = (perImage: tfjs.Tensor) => tf.sum(tf.mul(perImage, inputs.weights!)) as tfjs.Scalar;
          const right = tf.cast(tf.equal(tf.argMax(logits, 1), tf.argMax(inputs.targets!, 1)), 'float32');
          const loss = mean(losses);
          const penalty = weightPenalty(tf, kernels, training.optimizer.weightDecay);
          return [penalty ? tf.add(loss, penalty) : loss, loss, mean(right)];
        },
      },
      functions: {
        evaluate: {
          inputs: { images, targets },
          outputs: (inputs) => {
            const { logits, losses } = forward(inputs);
            return [logits, losses];
          },
        },
      },
    },
    scalars: [LOSS, ACCURACY],
    batch,
    inputs: {
      images: batch.images,
      targets: batch.targets,
      weights: batch.weights,
      ...Object.fromEntries(masks.map((m) => [m.input, m.values])),
    },
    randomness: (epoch) => {
      const random = Random.of(seed, 'dropout', epoch);
      return () => {
        for (const { values, rate } of masks) fillMask(values, rate, random);
      };
    },
    evaluate: async (program, order, _epoch, clock) => {
      const confusion = makeConfusion(classes);
      let sum = 0;
      await eachBatch(dataset, order, size, clock, ({ images, targets, labels, count }) => {
        const [logits, losses] = program.run('evaluate', { images, targets });
        addToConfusion(confusion, labels, logits!, count);
        for (let i = 0; i < count; i++) sum += losses![i]!;
      });
      const scores = classScores(confusion);
      return {
        [LOSS]: sum / order.length,
        [ACCURACY]: accuracy(confusion),
        [MACRO_F1]: macroF1(scores),
        ...Object.fromEntries(scores.map(({ f1 }, label) => [classF1(label), f1])),
      };
    },
    atChance: (values) => values[ACCURACY]! < CHANCE / classes,
  };
}

const product = (shape: number[]): number => shape.reduce((a, b) => a * b, 1);
