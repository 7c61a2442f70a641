import type { Fitted } from './regressor.ts';

/** Columns that say something, each to mean 0 and deviation 1. */
export interface Scaler {
  /** Columns that stay. */
  width: number;
  scale(input: readonly number[]): Float64Array;
}

/** Columns that are constant over the rows are left out: a regressor would give them any weight. */
export function scalerOf(inputs: readonly (readonly number[])[]): Scaler {
  const columns = (inputs[0] ?? []).flatMap((_, at) => {
    const { mean, deviation } = moments(inputs.map((input) => input[at]!));
    return deviation > 0 ? [{ at, mean, deviation }] : [];
  });
  return {
    width: columns.length,
    scale: (input) => Float64Array.from(columns, ({ at, mean, deviation }) => (input[at]! - mean) / deviation),
  };
}

/**
 * Learns with standardised inputs and targets, and predicts in the targets' own terms. Targets that are all the same are predicted as they
 * are.
 */
export function standardised(
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  teach: (inputs: Float64Array[], targets: Float64Array) => (input: Float64Array) => number,
): Fitted {
  const { mean, deviation } = moments(targets);
  const scaler = scalerOf(inputs);
  if (deviation === 0 || scaler.width === 0) return () => mean;
  const learned = teach(
    inputs.map(scaler.scale),
    Float64Array.from(targets, (target) => (target - mean) / deviation),
  );
  return (input) => mean + deviation * learned(scaler.scale(input));
}

/** Mean and standard deviation (over n). A deviation that is only rounding counts as none. */
function moments(numbers: readonly number[]): { mean: number; deviation: number } {
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const deviation = Math.sqrt(numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / numbers.length);
  return { mean, deviation: deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? deviation : 0 };
}
