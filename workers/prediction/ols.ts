import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { Fit } from './regressor.ts';
import { standardised } from './standardise.ts';

/** Singular values below this share of the largest count as none. */
const RANK = 1e-10;

/**
 * Ordinary least squares with an intercept, by singular values. Where inputs are not independent, or more than the rows, the weights of the
 * smallest norm (over standardised inputs) are taken.
 */
export const ols: Fit = (inputs, targets) =>
  standardised(inputs, targets, (rows, standard) => {
    const tall = rows.length >= rows[0]!.length;
    const matrix = new Matrix(rows.map((row) => [...row]));
    // the decomposition wants no more columns than rows
    const svd = new SingularValueDecomposition(tall ? matrix : matrix.transpose(), { autoTranspose: false });
    const [left, right] = tall ? [svd.leftSingularVectors, svd.rightSingularVectors] : [svd.rightSingularVectors, svd.leftSingularVectors];
    const weights = new Float64Array(rows[0]!.length);
    const smallest = RANK * svd.diagonal[0]!;
    svd.diagonal.forEach((singular, k) => {
      if (singular <= smallest) return;
      let along = 0;
      for (let i = 0; i < rows.length; i++) along += left.get(i, k) * standard[i]!;
      for (let j = 0; j < weights.length; j++) weights[j]! += (right.get(j, k) * along) / singular;
    });
    return (input) => input.reduce((sum, each, j) => sum + each * weights[j]!, 0);
  });
