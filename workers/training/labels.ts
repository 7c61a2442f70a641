import type * as tfjs from '@tensorflow/tfjs-core';
import { ACCURACY, classF1, MACRO_F1 } from '../../schema/plans/metrics.ts';
import type { TF } from '../backends/backend.ts';
import { binaryCrossEntropy, crossEntropy } from './losses.ts';
import {
  accuracy,
  addToConfusion,
  addToTally,
  type ClassScore,
  classScores,
  macroF1,
  makeConfusion,
  makeTally,
  tallyScores,
} from './metrics.ts';
import type { Values } from './train.ts';

/** How a classifier learns from labels and is judged by them. */
export interface Labelling {
  /** Numbers of a picture's label. */
  width: number;
  /** Logits [B, classes] and labels, as they lie in the dataset, to the loss of each image, [B]. */
  losses(logits: tfjs.Tensor2D, labels: tfjs.Tensor): tfjs.Tensor1D;
  /** Whether each image was told rightly: [B] of 0 and 1. */
  right(logits: tfjs.Tensor2D, labels: tfjs.Tensor): tfjs.Tensor1D;
  /** Begins to count over an evaluation. */
  count(): { add(labels: Uint8Array, logits: Float32Array, count: number): void; values(): Values };
}

/** One class an image: softmax, negative log-likelihood, right where the most probable class is the label's. */
export function oneClass(tf: TF, classes: number): Labelling {
  return {
    width: 1,
    losses: (logits, labels) => crossEntropy(tf, logits, tf.cast(tf.oneHot(labels as tfjs.Tensor1D, classes), 'float32') as tfjs.Tensor2D),
    right: (logits, labels) => tf.cast(tf.equal(tf.argMax(logits, 1), labels), 'float32'),
    count() {
      const confusion = makeConfusion(classes);
      return {
        add: (labels, logits, count) => addToConfusion(confusion, labels, logits, count),
        values: () => ({ [ACCURACY]: accuracy(confusion), ...scored(classScores(confusion)) }),
      };
    },
  };
}

/**
 * Several classes an image, or none: a sigmoid for each class by itself, told from probability 1/2 on, mean binary cross entropy. An image is
 * right where every one of its classes is, which is the strict reading of accuracy.
 */
export function severalClasses(tf: TF, classes: number): Labelling {
  const targets = (labels: tfjs.Tensor): tfjs.Tensor2D => tf.reshape(tf.cast(labels, 'float32'), [-1, classes]);
  return {
    width: classes,
    losses: (logits, labels) => binaryCrossEntropy(tf, targets(labels), logits),
    right: (logits, labels) => {
      const told = tf.cast(tf.greaterEqual(logits, 0), 'float32');
      return tf.min(tf.cast(tf.equal(told, targets(labels)), 'float32'), 1);
    },
    count() {
      const tally = makeTally(classes);
      return {
        add: (labels, logits, count) => addToTally(tally, labels, logits, count),
        values: () => ({ [ACCURACY]: tally.exact / tally.images, ...scored(tallyScores(tally)) }),
      };
    },
  };
}

function scored(scores: readonly ClassScore[]): Values {
  return { [MACRO_F1]: macroF1(scores), ...Object.fromEntries(scores.map(({ f1 }, label) => [classF1(label), f1])) };
}
