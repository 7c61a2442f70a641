import type { Fit, Judged } from './regressor.ts';

/**
 * What a regressor misses on rows that it did not learn from: rows go to `folds` parts in turn, and each part is predicted by what was
 * learned from the others. With as many folds as rows one row is left out at a time.
 */
export function crossValidate(
  teach: Fit,
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  seed: number,
  folds: number,
): number[] {
  const residuals = new Array<number>(targets.length);
  for (let fold = 0; fold < Math.min(folds, targets.length); fold++) {
    const outside = targets.flatMap((_, i) => (i % folds === fold ? [] : [i]));
    const predict = teach(
      outside.map((i) => inputs[i]!),
      outside.map((i) => targets[i]!),
      seed,
    );
    for (let i = fold; i < targets.length; i += folds) residuals[i] = targets[i]! - predict(inputs[i]!);
  }
  return residuals;
}

/** The regressor learned from all rows, with its cross-validated residuals. */
export function judged(
  teach: Fit,
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  seed: number,
  folds: number,
): Judged {
  return { predict: teach(inputs, targets, seed), residuals: crossValidate(teach, inputs, targets, seed, folds) };
}

export const sumOfSquares = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each * each, 0);
