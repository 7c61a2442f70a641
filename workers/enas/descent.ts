import type * as tfjs from '@tensorflow/tfjs-core';
import type { OptimizerPlan } from '../../schema/plans/plan.ts';
import type { TF } from '../backends/backend.ts';

/** An update rule of shared weights. */
export type Rule = Pick<OptimizerPlan, 'kind' | 'momentum' | 'nesterov'>;

const BETA1 = 0.9;
const BETA2 = 0.999;
const RHO = 0.9;
const EPSILON = 1e-7;

/** Numbers beside each weight that a rule keeps. */
export function momentsOf({ kind, momentum }: Rule): number {
  return (kind === 'SGD' ? 0 : 1) + (kind === 'ADAM' || momentum > 0 ? 1 : 0);
}

/** What one update is made of; every array [n], the weights of one network beside each other. */
export interface Descent {
  weights: tfjs.Tensor1D;
  gradient: tfjs.Tensor1D;
  /** As many as the rule keeps. */
  moments: readonly tfjs.Tensor1D[];
  learningRate: number;
  /** Of each weight: how often it will have been updated, this update included. A weight that appears late, or is drawn seldom, has a bias correction of its own. */
  steps: Float32Array;
}

/**
 * One update: Adam (Kingma & Ba 2015), gradient descent with or without (Nesterov) momentum (Sutskever et al. 2013), or RMSProp.
 * @returns the new weights, then the new moments
 */
export function descended(tf: TF, rule: Rule, { weights, gradient, moments, learningRate, steps }: Descent): tfjs.Tensor1D[] {
  const { kind, momentum, nesterov } = rule;
  const mix = (old: tfjs.Tensor1D, now: tfjs.Tensor1D, kept: number): tfjs.Tensor1D => tf.add(tf.mul(kept, old), tf.mul(1 - kept, now));
  switch (kind) {
    case 'ADAM': {
      const first = mix(moments[0]!, gradient, BETA1);
      const second = mix(moments[1]!, tf.square(gradient), BETA2);
      const rates = tf.tensor1d(steps.map((step) => (learningRate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step)));
      return [tf.sub(weights, tf.div(tf.mul(rates, first), tf.add(tf.sqrt(second), EPSILON))), first, second];
    }
    case 'SGD': {
      if (momentum === 0) return [tf.sub(weights, tf.mul(learningRate, gradient))];
      const along: tfjs.Tensor1D = tf.add(tf.mul(momentum, moments[0]!), gradient);
      const direction = nesterov ? tf.add(gradient, tf.mul(momentum, along)) : along;
      return [tf.sub(weights, tf.mul(learningRate, direction)), along];
    }
    case 'RMSPROP': {
      const square = mix(moments[0]!, tf.square(gradient), RHO);
      const step: tfjs.Tensor1D = tf.div(tf.mul(learningRate, gradient), tf.sqrt(tf.add(square, EPSILON)));
      if (momentum === 0) return [tf.sub(weights, step), square];
      const along: tfjs.Tensor1D = tf.add(tf.mul(momentum, moments[1]!), step);
      return [tf.sub(weights, along), square, along];
    }
  }
}
