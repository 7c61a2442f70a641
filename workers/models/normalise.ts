import type * as tfjs from '@tensorflow/tfjs-core';
import type { Assign, Inputs, TF } from '../backends/backend.ts';
import type { Parameters } from './parameters.ts';

/** What a network is given in training beside its images or latents; nothing in evaluation. */
export interface Pass {
  /** The step's inputs: what dropout draws, and the images' weights. */
  inputs: Inputs;
  /** Gives moving averages their new values. */
  assign: Assign;
}

/** Input of a step that weighs the images of a batch: 1 / count, and 0 for padding. */
export const BATCH_WEIGHTS = 'weights';

/** Maps [B, h, w, c] to maps of the same shape. */
export type Normalise = (x: tfjs.Tensor4D, pass?: Pass) => tfjs.Tensor4D;

/** Keeps a variance of 0 apart from 0. */
const EPSILON = 1e-5;
/** How much of a moving average is new in each update. */
const UPDATE = 0.1;

/**
 * Batch normalisation of each channel (Ioffe & Szegedy 2015, algorithm 1): gamma (x - mean) / sqrt(variance + 1e-5), to which the bias of the
 * layer is added as beta. In training mean and variance are those of the batch over images and pixels, padding left out, and moving averages
 * become 0.9 old + 0.1 new; in evaluation the moving averages take their place, so that an image's result does not depend on its company.
 */
export function batchNormalisation(tf: TF, p: Parameters, name: string, channels: number): Normalise {
  const { gamma, mean: movingMean, variance: movingVariance } = p.normalisation(name, channels);
  return (x, pass) => {
    if (!pass) return tf.mul(tf.sub(x, movingMean), tf.div(gamma, tf.sqrt(tf.add(movingVariance, EPSILON))));
    const { y, mean, variance } = normaliseBatch(tf, x, gamma, pass.inputs[BATCH_WEIGHTS] as tfjs.Tensor1D);
    pass.assign(movingMean, moved(tf, movingMean, mean));
    pass.assign(movingVariance, moved(tf, movingVariance, variance));
    return y;
  };
}

/**
 * gamma (x - mean) / sqrt(variance + 1e-5) of a batch whose images have weights w that sum to 1. Its gradient is worked out by hand, in a third of the
 * operations: with n the normalised x, P pixels, and sums over images and pixels,
 *
 *     dL/dx = gamma / deviation (dy - w / P (sum dy + n sum dy n)),   dL/dgamma = sum dy n
 */
function normaliseBatch(tf: TF, x: tfjs.Tensor4D, gamma: tfjs.Variable, w: tfjs.Tensor1D) {
  const [, height, width] = x.shape;
  const weights: tfjs.Tensor2D = tf.reshape(w, [-1, 1]);
  const overBatch = (maps: tfjs.Tensor4D): tfjs.Tensor1D => tf.sum(tf.mul(tf.mean(maps, [1, 2]), weights), 0);
  const mean = overBatch(x);
  const centred: tfjs.Tensor4D = tf.sub(x, mean);
  const variance = overBatch(tf.square(centred));
  const inverse: tfjs.Tensor1D = tf.div(1, tf.sqrt(tf.add(variance, EPSILON)));
  const normalised: tfjs.Tensor4D = tf.mul(centred, inverse);
  const scale = tf.customGrad((_x, factor, save) => {
    (save as tfjs.GradSaveFunc)([normalised, inverse, factor as tfjs.Tensor]);
    return {
      value: tf.mul(normalised, factor as tfjs.Tensor) as tfjs.Tensor4D,
      gradFunc: (dy: tfjs.Tensor4D, saved: tfjs.Tensor[]) => {
        const [n, over, by] = saved as [tfjs.Tensor4D, tfjs.Tensor1D, tfjs.Tensor1D];
        const along = tf.sum(tf.mul(dy, n), [0, 1, 2]);
        const share = tf.reshape(tf.div(w, height * width), [-1, 1, 1, 1]);
        const common = tf.mul(tf.add(tf.mul(n, along), tf.sum(dy, [0, 1, 2])), share);
        return [tf.mul(tf.sub(dy, common), tf.mul(by, over)), along];
      },
    };
  });
  return { y: scale(x, gamma) as tfjs.Tensor4D, mean, variance };
}

/** Each feature [B, n] in standard deviations from its mean over the batch, padding left out. */
export function standardise(tf: TF, x: tfjs.Tensor2D, pass: Pass): tfjs.Tensor2D {
  const weights: tfjs.Tensor2D = tf.reshape(pass.inputs[BATCH_WEIGHTS] as tfjs.Tensor1D, [-1, 1]);
  const overBatch = (features: tfjs.Tensor2D): tfjs.Tensor1D => tf.sum(tf.mul(features, weights), 0);
  const centred: tfjs.Tensor2D = tf.sub(x, overBatch(x));
  return tf.div(centred, tf.sqrt(tf.add(overBatch(tf.square(centred)), EPSILON)));
}

const moved = (tf: TF, old: tfjs.Variable, now: tfjs.Tensor) => tf.add(tf.mul(1 - UPDATE, old), tf.mul(UPDATE, now));
