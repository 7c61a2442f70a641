import type { LossPlan, OptimizerPlan } from '../../schema/plans/plan.ts';
import type { OptimizerSpec } from '../backends/backend.ts';

/** The update rule of a plan; learning rate and schedule are inputs of each step, and the weight penalty is a part of the loss. */
export function optimizerSpec({ kind, momentum, nesterov, clipNorm }: OptimizerPlan): OptimizerSpec {
  const clip = clipNorm === null ? {} : { clipNorm };
  switch (kind) {
    case 'ADAM':
      return { kind, ...clip };
    case 'SGD':
      return { kind, momentum, nesterov, ...clip };
    case 'RMSPROP':
      return { kind, momentum, ...clip };
  }
}

/** Where an update stands in a training. */
export interface Moment {
  /** From 1. */
  epoch: number;
  /** Updates of the epoch before this one. */
  step: number;
  /** Updates of an epoch. */
  steps: number;
  /** Of the training. */
  epochs: number;
}

/**
 * Learning rate of an update. STEP: x decay after every `decayEvery` epochs, warm-up included. COSINE: eq. 5 of Loshchilov & Hutter 2017, update
 * by update, from the end of the warm-up to the end of the training, or over and over in cosines of `restartEvery` epochs, each `restartFactor` times
 * as long as the one before. In the warm-up the rate of update i of n is multiplied by
 * i / n (Goyal et al. 2017), so that the last one has the whole rate.
 */
export function scheduled(optimizer: OptimizerPlan, moment: Moment): number {
  const { learningRate, schedule, decay, decayEvery, restartEvery, restartFactor, lowestShare, warmUpEpochs } = optimizer;
  const { epoch, step, steps, epochs } = moment;
  const made = (epoch - 1) * steps + step;
  const warmUp = Math.round(warmUpEpochs * steps);
  if (made < warmUp) return (learningRate * (made + 1)) / warmUp;
  switch (schedule) {
    case 'CONSTANT':
      return learningRate;
    case 'STEP':
      return decayEvery === null ? learningRate : learningRate * decay ** Math.floor((epoch - 1) / decayEvery);
    case 'COSINE': {
      let [since, length] = [made - warmUp, restartEvery === null ? epochs * steps - warmUp : restartEvery * steps];
      for (; restartEvery !== null && since >= length; length *= restartFactor) since -= length;
      const lowest = lowestShare * learningRate;
      return lowest + ((learningRate - lowest) / 2) * (1 + Math.cos((Math.PI * since) / length));
    }
  }
}

/** Weight of the prior in an epoch: beta e / n in the n epochs of its warm-up, the steps from 0.1 to 1 of eq. 7.14 for n = 10; then beta. */
export function priorWeight({ beta, warmUpEpochs }: LossPlan, epoch: number): number {
  return epoch >= warmUpEpochs ? beta : (beta * epoch) / warmUpEpochs;
}
