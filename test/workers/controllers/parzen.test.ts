import { describe, expect, it } from 'vitest';
import { logDensity, parzen } from '../../../workers/controllers/parzen.ts';

const A = ['x', 'y', 'z'];
const B = ['u', 'v'];
const walk = (a: string, b: string) => [
  { token: a, allowed: new Set(A) },
  { token: b, allowed: new Set(B) },
];
const grid = A.flatMap((a) => B.map((b) => walk(a, b)));

/** Optuna 5.0.0, _ParzenEstimator(multivariate=True, prior_weight=1).log_pdf over the grid, for the same observations. */
const OPTUNA = {
  three: [-1.486377819676873, -1.3862943611198904, -2.484906649788, -2.2335922215070942, -2.2335922215070942, -1.486377819676873],
  thirty: [-1.897922359124713, -1.768400556222579, -1.6736899530761065, -1.9081862587590155, -1.7173189146926886, -1.8074935224941011],
};

describe('Parzen estimator', () => {
  it("gives Optuna's densities for the same observations", () => {
    const three = parzen([
      ['x', 'v'],
      ['x', 'u'],
      ['z', 'v'],
    ]);
    const thirty = parzen(Array.from({ length: 30 }, (_, i) => [A[i % 3]!, B[Math.floor(i / 2) % 2]!]));
    grid.forEach((cell, i) => {
      expect(logDensity(three, cell)).toBeCloseTo(OPTUNA.three[i]!, 12);
      expect(logDensity(thirty, cell)).toBeCloseTo(OPTUNA.thirty[i]!, 12);
    });
  });

  it('is a density: it sums to one over what is allowed, for walks of any length', () => {
    const estimator = parzen([['x'], ['y', 'v'], ['gone', 'u']]);
    expect(grid.reduce((sum, cell) => sum + Math.exp(logDensity(estimator, cell)), 0)).toBeCloseTo(1, 12);
  });

  it('is uniform without observations', () => {
    for (const cell of grid) expect(Math.exp(logDensity(parzen([]), cell))).toBeCloseTo(1 / 6, 12);
  });
});
