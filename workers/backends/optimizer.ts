import type { OptimizerSpec } from './backend.ts';

/** An optimiser with its defaults filled in. */
export type Optimizer = (
  | { kind: 'ADAM'; beta1: number; beta2: number; epsilon: number }
  | { kind: 'SGD'; momentum: number; nesterov: boolean }
  | { kind: 'RMSPROP'; rho: number; momentum: number; epsilon: number }
) & { weightDecay: number; clipNorm: number | undefined };

/** @throws RangeError naming the field that is out of its range. */
export function parseOptimizer(spec: OptimizerSpec): Optimizer {
  const { weightDecay = 0, clipNorm } = spec;
  if (!(weightDecay >= 0 && Number.isFinite(weightDecay)))
    throw new RangeError(`optimizer.weightDecay: ${weightDecay}; it must be at least 0`);
  if (clipNorm !== undefined && !(clipNorm > 0)) throw new RangeError(`optimizer.clipNorm: ${clipNorm}; it must be above 0`);
  const common = { weightDecay, clipNorm };
  switch (spec.kind) {
    case 'ADAM': {
      const { kind, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = spec;
      fraction('beta1', beta1);
      fraction('beta2', beta2);
      positive('epsilon', epsilon);
      return { kind, beta1, beta2, epsilon, ...common };
    }
    case 'SGD': {
      const { kind, momentum = 0, nesterov = false } = spec;
      fraction('momentum', momentum);
      if (nesterov && momentum === 0) throw new RangeError('optimizer.nesterov: true; it needs a momentum above 0');
      return { kind, momentum, nesterov, ...common };
    }
    case 'RMSPROP': {
      const { kind, rho = 0.9, momentum = 0, epsilon = 1e-7 } = spec;
      fraction('rho', rho);
      fraction('momentum', momentum);
      positive('epsilon', epsilon);
      return { kind, rho, momentum, epsilon, ...common };
    }
    default:
      throw new RangeError(`optimizer.kind: ${(spec as { kind: unknown }).kind}; allowed are ADAM, SGD and RMSPROP`);
  }
}

function fraction(field: string, value: number): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`optimizer.${field}: ${value}; it must be at least 0 and below 1`);
}

function positive(field: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`optimizer.${field}: ${value}; it must be above 0`);
}

/** How many moments each variable has: Adam's m and v, RMSProp's mean square and momentum, momentum's accumulator, or none. */
export function momentsPerVariable(optimizer: Optimizer | undefined): number {
  if (optimizer === undefined) return 0;
  if (optimizer.kind === 'SGD') return optimizer.momentum > 0 ? 1 : 0;
  return 2;
}

/** [learning rate, beta1^t, beta2^t] of steps `first` (from 1) and after: what the update of a graph is fed. */
export function schedule(optimizer: Optimizer, learningRates: ArrayLike<number>, first: number): Float32Array {
  const { beta1, beta2 } = optimizer.kind === 'ADAM' ? optimizer : { beta1: 0, beta2: 0 };
  const values = new Float32Array(3 * learningRates.length);
  for (let i = 0; i < learningRates.length; i++) values.set([learningRates[i]!, beta1 ** (first + i), beta2 ** (first + i)], 3 * i);
  return values;
}

/** What all gradients are multiplied by, so that their common norm is at most the limit. */
export function clipScale(optimizer: Optimizer, gradients: readonly Float32Array[]): number {
  if (optimizer.clipNorm === undefined) return 1;
  let sum = 0;
  for (const gradient of gradients) for (let i = 0; i < gradient.length; i++) sum += gradient[i]! * gradient[i]!;
  return optimizer.clipNorm / Math.max(Math.sqrt(sum), optimizer.clipNorm);
}

export interface Update {
  learningRate: number;
  /** Counted from 1. */
  step: number;
  /** Of the gradient. */
  scale: number;
  /** Whether weight decay makes this variable smaller. */
  decayed: boolean;
}

/**
 * One update of one variable, in place, as TensorFlow's kernels compute it. Adam has the bias corrections folded into its step size,
 * lr sqrt(1 - beta2^t) / (1 - beta1^t) (Kingma & Ba 2015, end of section 2).
 */
export function update(
  optimizer: Optimizer,
  weights: Float32Array,
  moments: readonly Float32Array[],
  gradient: Float32Array,
  { learningRate, step, scale, decayed }: Update,
): void {
  if (decayed && optimizer.weightDecay > 0) {
    const kept = 1 - learningRate * optimizer.weightDecay;
    for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! * kept;
  }
  const [first, second] = moments as [Float32Array, Float32Array];
  switch (optimizer.kind) {
    case 'ADAM': {
      const { beta1, beta2, epsilon } = optimizer;
      const stepSize = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
      for (let i = 0; i < weights.length; i++) {
        const g = gradient[i]! * scale;
        first[i] = first[i]! + (g - first[i]!) * (1 - beta1);
        second[i] = second[i]! + (g * g - second[i]!) * (1 - beta2);
        weights[i] = weights[i]! - (stepSize * first[i]!) / (Math.sqrt(second[i]!) + epsilon);
      }
      return;
    }
    case 'RMSPROP': {
      const { rho, momentum, epsilon } = optimizer;
      for (let i = 0; i < weights.length; i++) {
        const g = gradient[i]! * scale;
        first[i] = first[i]! + (g * g - first[i]!) * (1 - rho);
        second[i] = second[i]! * momentum + (learningRate * g) / Math.sqrt(first[i]! + epsilon);
        weights[i] = weights[i]! - second[i]!;
      }
      return;
    }
    case 'SGD': {
      const { momentum, nesterov } = optimizer;
      for (let i = 0; i < weights.length; i++) {
        let direction = gradient[i]! * scale;
        if (momentum > 0) {
          first[i] = first[i]! * momentum + direction;
          direction = nesterov ? direction + momentum * first[i]! : first[i]!;
        }
        weights[i] = weights[i]! - learningRate * direction;
      }
    }
  }
}
