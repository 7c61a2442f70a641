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
 * One update of one variable, in place, as TensorFlow's kernels compute it. Adam has the bias corrections folded into its step size,
 * lr sqrt(1 - beta2^t) / (1 - beta1^t) (Kingma & Ba 2015, end of section 2).
 *
 * @param step counted from 1
 */
export function update(
  optimizer: Optimizer,
  weights: Float32Array,
  moments: readonly Float32Array[],
  gradient: Float32Array,
  learningRate: number,
  step: number,
): void {
  if (optimizer.kind === 'ADAM') {
    const { beta1, beta2, epsilon } = optimizer;
    const [m, v] = moments as [Float32Array, Float32Array];
    const stepSize = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i]!;
      m[i] = m[i]! + (g - m[i]!) * (1 - beta1);
      v[i] = v[i]! + (g * g - v[i]!) * (1 - beta2);
      weights[i] = weights[i]! - (stepSize * m[i]!) / (Math.sqrt(v[i]!) + epsilon);
    }
    return;
  }
  const { momentum } = optimizer;
  const accumulator = momentum > 0 ? moments[0]! : undefined;
  for (let i = 0; i < weights.length; i++) {
    let direction = gradient[i]!;
    if (accumulator) direction = accumulator[i] = accumulator[i]! * momentum + direction;
    weights[i] = weights[i]! - learningRate * direction;
  }
}
