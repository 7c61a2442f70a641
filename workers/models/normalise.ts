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
  const scaled = (centred: tfjs.Tensor4D, variance: tfjs.Tensor): tfjs.Tensor4D =>
    tf.mul(centred, tf.div(gamma, tf.sqrt(tf.add(variance, EPSILON))));
  return (x, pass) => {
    if (!pass) return scaled(tf.sub(x, movingMean), movingVariance);
    const weights: tfjs.Tensor2D = tf.reshape(pass.inputs[BATCH_WEIGHTS]!, [-1, 1]);
    const overBatch = (maps: tfjs.Tensor4D): tfjs.Tensor1D => tf.sum(tf.mul(tf.mean(maps, [1, 2]), weights), 0);
    const mean = overBatch(x);
    const centred: tfjs.Tensor4D = tf.sub(x, mean);
    const variance = overBatch(tf.square(centred));
    pass.assign(movingMean, moved(tf, movingMean, mean));
    pass.assign(movingVariance, moved(tf, movingVariance, variance));
    return scaled(centred, variance);
  };
}

const moved = (tf: TF, old: tfjs.Variable, now: tfjs.Tensor) => tf.add(tf.mul(1 - UPDATE, old), tf.mul(UPDATE, now));
