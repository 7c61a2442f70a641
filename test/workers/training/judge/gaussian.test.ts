import { describe, expect, test } from 'vitest';
import { Random } from '../../../../schema/random.ts';
import { frechetDistance, type Gaussian, gaussianOf } from '../../../../workers/training/judge/gaussian.ts';

/** Rows of numbers that any program can write. */
const series = (n: number, d: number, k: number) =>
  Float32Array.from({ length: n * d }, (_, at) => Math.sin(k * (at + 1)) * (1 + (at % d)) + (Math.floor(at / d) % 3));

/** NumPy 2.4.6, SciPy 1.17.1: numpy.cov, and |m - m'|^2 + tr(C + C' - 2 scipy.linalg.sqrtm(C C')), of `series` (40, 5, 1.7) and (30, 5, 2.3). */
const scipy = {
  mean: [0.9828514324607956, 0.9842166138201964, 0.9478831727772764, 0.965883716067372, 1.023131169520763],
  covariance: [1.5014690054619877, 0.687017039298218, -1.0916562054832515, 1.8047898542103344, 3.744308808105591],
  distance: 9.894020717541006,
};

const diagonal = (mean: number[], deviations: number[]): Gaussian => ({
  mean,
  covariance: deviations.map((s, i) => deviations.map((_, j) => (i === j ? s * s : 0))),
});

type Rows = number[][];
const times = (a: Rows, b: Rows): Rows => a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
const turned = (a: Rows): Rows => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** Gauss-Jordan with pivoting. */
function inverse(a: Rows): Rows {
  const n = a.length;
  const m = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    const pivot = m.slice(c).reduce((best, row, i) => (Math.abs(row[c]!) > Math.abs(m[best]![c]!) ? c + i : best), c);
    [m[c], m[pivot]] = [m[pivot]!, m[c]!];
    m[c] = m[c]!.map((x) => x / m[c]![c]!);
    for (let r = 0; r < n; r++) if (r !== c) m[r] = m[r]!.map((x, k) => x - m[r]![c]! * m[c]![k]!);
  }
  return m.map((row) => row.slice(n));
}

/** The root of any matrix without negative eigenvalues by Denman and Beavers (1976): no eigenvalues are computed. */
function rootByIteration(a: Rows): Rows {
  let y = a;
  let z: Rows = a.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  const mean = (p: Rows, q: Rows) => p.map((row, i) => row.map((x, j) => (x + q[i]![j]!) / 2));
  for (let step = 0; step < 40; step++) [y, z] = [mean(y, inverse(z)), mean(z, inverse(y))];
  return y;
}

describe('moments', () => {
  test('are those of NumPy', () => {
    const { mean, covariance } = gaussianOf(series(40, 5, 1.7), 5);
    mean.forEach((value, i) => {
      expect(value).toBeCloseTo(scipy.mean[i]!, 6);
    });
    covariance[0]!.forEach((value, i) => {
      expect(value).toBeCloseTo(scipy.covariance[i]!, 5);
      expect(covariance[i]![0]).toBe(value);
    });
  });

  test('need two rows', () => {
    expect(() => gaussianOf(new Float32Array(3), 3)).toThrow(/vectors: 1; allowed/);
  });
});

describe('Frechet distance', () => {
  test('of Gaussians with independent dimensions has a closed form: sum (m - m)^2 + (s - s)^2', () => {
    const distance = frechetDistance(diagonal([1, 2, -3], [1, 0.5, 2]), diagonal([0, 2, 1], [3, 0.25, 2]));
    expect(distance).toBeCloseTo(1 + 16 + 4 + 0.0625, 10);
  });

  test('is what SciPy computes', () => {
    const distance = frechetDistance(gaussianOf(series(40, 5, 1.7), 5), gaussianOf(series(30, 5, 2.3), 5));
    expect(distance).toBeCloseTo(scipy.distance, 4);
  });

  test('is that of another way to the root of C C, at the size of the judge', () => {
    const random = Random.of(5, 'covariances');
    const spread = (d: number): Rows => {
      const a = Array.from({ length: d }, () => Array.from({ length: d }, () => random.normal()));
      return times(a, turned(a)).map((row, i) => row.map((x, j) => x / d + (i === j ? 0.1 : 0)));
    };
    const d = 64;
    const [a, b] = [spread(d), spread(d)].map((covariance) => ({ mean: Array.from({ length: d }, () => random.normal()), covariance })) as [
      Gaussian,
      Gaussian,
    ];
    const root = rootByIteration(times(a.covariance, b.covariance));
    const trace = (m: Rows) => m.reduce((sum, row, i) => sum + row[i]!, 0);
    const square = a.mean.reduce((sum, m, i) => sum + (m - b.mean[i]!) ** 2, 0);
    const expected = square + trace(a.covariance) + trace(b.covariance) - 2 * trace(root);
    expect(frechetDistance(a, b)).toBeCloseTo(expected, 6);
    expect(frechetDistance(b, a)).toBeCloseTo(expected, 6);
  });

  test('is 0 to itself, and never negative, where vectors are fewer than dimensions', () => {
    const few = gaussianOf(series(6, 20, 1.3), 20);
    expect(frechetDistance(few, few)).toBeGreaterThanOrEqual(0);
    expect(frechetDistance(few, few)).toBeLessThan(1e-5);
    expect(frechetDistance(few, gaussianOf(series(7, 20, 0.9), 20))).toBeGreaterThan(1);
  });
});
