import type * as tfjs from '@tensorflow/tfjs-core';
import { ACCURACY, classF1, LOSS, MACRO_F1 } from '../../schema/plans/metrics.ts';
import type { FunctionSpec, Inputs } from '../backends/backend.ts';
import { buildClassifier } from '../models/classifier.ts';
import { dropoutInputs, NotBuildable } from '../models/network.ts';
import { eachBatch } from './evaluate.ts';
import { crossEntropy, weightPenalty } from './losses.ts';
import { accuracy, addToConfusion, classScores, macroF1, makeConfusion } from './metrics.ts';
import { Mistakes, mistakesSheet } from './mistakes.ts';
import { type ResidentSet, residentSet } from './residents.ts';
import { optimizerSpec } from './schedule.ts';
import { divide, kernelsOf, variablesOf } from './scope.ts';
import { type Task, WEIGHTS } from './train.ts';
import type { TrialTools, TrialWork } from './trial.ts';

/** MetaQNN: below this many times the accuracy of guessing after the first epoch, a network is at chance (0.15 for ten classes). */
const CHANCE = 1.5;

/** Image classification (thesis 4.5): minimises the negative log-likelihood, and the weight penalty where there is one. */
export function classification({ architecture, dataset, training, seed }: TrialWork, { backend }: TrialTools): Task {
  if (architecture.family !== 'chain') throw new NotBuildable(`a ${architecture.family} network cannot be trained on classes`);
  const { classes } = dataset;
  if (classes === 0 || dataset.multiLabel) throw new NotBuildable(`dataset ${dataset.name} has no single class for each image`);
  const { tf } = backend;
  const size = training.batchSize;
  const network = buildClassifier(tf, architecture);
  const { parameters, trained, frozen } = divide(network.parameters, training.scope);
  const train = residentSet(backend, dataset.train, dataset.image);
  const validation = residentSet(backend, dataset.validation, dataset.image);
  const inputsOf = ({ images, labels }: ResidentSet) => ({ images: { of: images, rows: size }, labels: { of: labels!, rows: size } });
  /** Losses [B] and logits [B, classes]. */
  const forward = (inputs: Inputs, drawn?: Inputs) => {
    const logits = network.logits(inputs.images as tfjs.Tensor4D, drawn);
    const targets = tf.cast(tf.oneHot(inputs.labels as tfjs.Tensor1D, classes), 'float32') as tfjs.Tensor2D;
    return { logits, losses: crossEntropy(tf, logits, targets) };
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
        loss: (inputs) => {
          const { logits, losses } = forward(inputs, inputs);
          const mean = (perImage: tfjs.Tensor) => tf.sum(tf.mul(perImage, inputs[WEIGHTS]!)) as tfjs.Scalar;
          const right = tf.cast(tf.equal(tf.argMax(logits, 1), inputs.labels!), 'float32');
          const loss = mean(losses);
          const penalty = weightPenalty(tf, kernelsOf(trained), training.optimizer.weightDecay);
          return [penalty ? tf.add(loss, penalty) : loss, loss, mean(right)];
        },
      },
      functions: { evaluate },
    },
    scalars: [LOSS, ACCURACY],
    evaluate: async (program, images, epoch, clock) => {
      const confusion = makeConfusion(classes);
      mistakes = new Mistakes();
      let sum = 0;
      await eachBatch(program, { name: 'evaluate', ...evaluate }, images, { seed, epoch }, clock, ([logits, losses], rows) => {
        const labels = Uint8Array.from(rows, (row) => dataset.validation.labels[row]!);
        addToConfusion(confusion, labels, logits!, rows.length);
        mistakes.look(rows, labels, logits!, classes);
        for (let i = 0; i < rows.length; i++) sum += losses![i]!;
      });
      const scores = classScores(confusion);
      return {
        [LOSS]: sum / images.length,
        [ACCURACY]: accuracy(confusion),
        [MACRO_F1]: macroF1(scores),
        ...Object.fromEntries(scores.map(({ f1 }, label) => [classF1(label), f1])),
      };
    },
    // of the last evaluation; none after a resumed trial whose epochs were all done, which has shown them before
    samples: async (_program, _split, last) => {
      const sheet = last ? mistakesSheet(mistakes.list, dataset) : null;
      return sheet ? [{ kind: 'MISTAKES', sheet }] : [];
    },
    atChance: (values) => values[ACCURACY]! < CHANCE / classes,
  };
}
