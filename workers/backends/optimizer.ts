import type { OptimizerSpec } from './backend.ts';

/** An optimiser with its defaults filled in. */
export type Optimizer = { kind: 'ADAM'; beta1: number; beta2: number; epsilon: number } | { kind: 'SGD'; momentum: number };

/** @throws RangeError naming the field that is out of its range. */
export function parseOptimizer(spec: OptimizerSpec): Optimizer {
  if (spec.kind === 'ADAM') {
    const { kind, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = spec;
    fraction('beta1', beta1);
    fraction('beta2', beta2);
    if (!(epsilon > 0)) throw new RangeError(`optimizer.epsilon: ${epsilon}; it must be above 0`);
    return { kind, beta1, beta2, epsilon };
  }
  if (spec.kind === 'SGD') {
    const { kind, momentum = 0 } = spec;
    fraction('momentum', momentum);
    return { kind, momentum };
  }
  throw new RangeError(`optimizer.kind: ${spec.kind}; allowed are ADAM and SGD`);
}

function fraction(field: string, value: number): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`optimizer.${field}: ${value}; it must be at least 0 and below 1`);
}

/** How many moments each variable has: Adam's m and v, momentum's accumulator, none for plain gradient descent. */
export function momentsPerVariable(optimizer: Optimizer | undefined): number {
  if (optimizer === undefined) return 0;
  if (optimizer.kind === 'ADAM') return 2;
  return optimizer.momentum > 0 ? 1 : 0;
}

/**
 * Adam's step size with the bias corrections folded in, lr sqrt(1 - beta2^t) / (1 - beta1^t) (Kingma & Ba 2015, end of section 2), with
 * which the update is w -= stepSize m / (sqrt(v) + epsilon). TensorFlow's ResourceApplyAdam computes the same.
 *
 * @param step counted from 1
 */
export function adamStepSize(learningRate: number, { beta1, beta2 }: { beta1: number; beta2: number }, step: number): number {
  return (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
}
