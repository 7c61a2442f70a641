import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Mean and covariance of vectors, which is all that a Frechet distance knows of them. */
export interface Gaussian {
  mean: number[];
  /** [d, d], symmetric. */
  covariance: number[][];
}

/** Of the rows of `values` [n, d], row-major; the covariance is divided by n - 1. @throws RangeError below two rows */
export function gaussianOf(values: Float32Array, d: number): Gaussian {
  const n = values.length / d;
  if (!Number.isInteger(n) || n < 2) throw new RangeError(`vectors: ${n}; allowed are whole numbers from 2`);
  const mean = new Array<number>(d).fill(0);
  for (let i = 0; i < values.length; i++) mean[i % d]! += values[i]! / n;
  const sums = new Float64Array(d * d);
  const centred = new Float64Array(d);
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < d; i++) centred[i] = values[row * d + i]! - mean[i]!;
    for (let i = 0; i < d; i++) {
      const x = centred[i]!;
      if (x === 0) continue;
      for (let j = i; j < d; j++) sums[i * d + j]! += x * centred[j]!;
    }
  }
  const covariance = Array.from({ length: d }, (_, i) =>
    Array.from({ length: d }, (_, j) => sums[Math.min(i, j) * d + Math.max(i, j)]! / (n - 1)),
  );
  return { mean, covariance };
}

/**
 * Squared Frechet (2-Wasserstein) distance between two Gaussians (Dowson & Landau 1982; Heusel et al. 2017, eq. 6):
 *
 *     |m - m'|^2 + tr(C) + tr(C') - 2 tr((C^1/2 C' C^1/2)^1/2)
 *
 * The product under the root is symmetric, so that only symmetric eigenvalue problems have to be solved. What rounding makes negative
 * counts as 0.
 */
export function frechetDistance(a: Gaussian, b: Gaussian): number {
  const square = a.mean.reduce((sum, m, i) => sum + (m - b.mean[i]!) ** 2, 0);
  const root = squareRoot(new Matrix(a.covariance));
  const product = root.mmul(new Matrix(b.covariance)).mmul(root);
  const roots = eigenvalues(product).reduce((sum, value) => sum + Math.sqrt(Math.max(0, value)), 0);
  return Math.max(0, square + trace(a.covariance) + trace(b.covariance) - 2 * roots);
}

/** The symmetric root of a positive semi-definite matrix: V diag(sqrt(lambda)) V^T. */
function squareRoot(matrix: Matrix): Matrix {
  const { eigenvectorMatrix: vectors, realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const roots = realEigenvalues.map((value) => Math.sqrt(Math.max(0, value)));
  return vectors.mmul(Matrix.diag(roots)).mmul(vectors.transpose());
}

/** Of a matrix that is symmetric but for rounding. */
function eigenvalues(matrix: Matrix): number[] {
  const symmetric = Matrix.add(matrix, matrix.transpose()).mul(0.5);
  return new EigenvalueDecomposition(symmetric, { assumeSymmetric: true }).realEigenvalues;
}

const trace = (matrix: number[][]): number => matrix.reduce((sum, row, i) => sum + row[i]!, 0);
