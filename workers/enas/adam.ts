import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backends/backend.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

/** What one update is made of; every array [n], the weights of one network beside each other. */
export interface Descent {
  weights: tfjs.Tensor1D;
  gradient: tfjs.Tensor1D;
  /** Means of the gradients and of their squares. */
  moments: readonly [tfjs.Tensor1D, tfjs.Tensor1D];
  learningRate: number;
  /** Of each weight: how often it will have been updated, this update included. A weight that appears late, or is drawn seldom, has a bias correction of its own. */
  steps: Float32Array;
}

/**
 * One update of Adam (Kingma & Ba 2015).
 * @returns the new weights, and the new moments
 */
export function adam(tf: TF, { weights, gradient, moments, learningRate, steps }: Descent): [tfjs.Tensor1D, tfjs.Tensor1D, tfjs.Tensor1D] {
  const mix = (old: tfjs.Tensor1D, now: tfjs.Tensor1D, kept: number): tfjs.Tensor1D => tf.add(tf.mul(kept, old), tf.mul(1 - kept, now));
  const first = mix(moments[0], gradient, BETA1);
  const second = mix(moments[1], tf.square(gradient), BETA2);
  const rates = tf.tensor1d(steps.map((step) => (learningRate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step)));
  return [tf.sub(weights, tf.div(tf.mul(rates, first), tf.add(tf.sqrt(second), EPSILON))), first, second];
}
