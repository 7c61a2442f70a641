import { describe, expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import type { Space } from '../../../schema/spaces/space.ts';
import { parzen } from '../../../workers/controllers/parzen.ts';
import { drawFrom, entropyAlong, follow, logDensities, parzenTree } from '../../../workers/controllers/parzen-tree.ts';

/** Two decisions, one of three letters and one of two. */
const LETTERS = [
  ['x', 'y', 'z'],
  ['u', 'v'],
];
const [A, B] = LETTERS as [string[], string[]];
const space: Space = {
  kind: 'MICRO',
  initial: () => 0,
  actions: (step) => LETTERS[step as number] ?? [],
  next: (step) => (step as number) + 1,
  stateKey: String,
  actionKey: (_, action) => String(action),
  notation: (taken) => taken.join(''),
  architecture: () => {
    throw new Error('nothing to train');
  },
  walk: () => [],
  count: () => 6n,
};
const grid = A.flatMap((_, a) => B.map((_, b) => [a, b]));
/** Decisions as a controller stores them. */
const estimatorOf = (walks: readonly (readonly string[])[]) => parzen(walks.map((walk) => walk.map((letter) => JSON.stringify(letter))));
const treeOf = (good: ReturnType<typeof parzen>, bad = parzen([])) => parzenTree({ space, good, bad, tokenOf: JSON.stringify });
const densities = (tree: ReturnType<typeof treeOf>, choices: readonly number[]) =>
  logDensities(choices.reduce((place, choice) => follow(tree, place, choice), tree.root));

/** Optuna 5.0.0, _ParzenEstimator(multivariate=True, prior_weight=1).log_pdf over the grid, for the same observations. */
const OPTUNA = {
  three: [-1.486377819676873, -1.3862943611198904, -2.484906649788, -2.2335922215070942, -2.2335922215070942, -1.486377819676873],
  thirty: [-1.897922359124713, -1.768400556222579, -1.6736899530761065, -1.9081862587590155, -1.7173189146926886, -1.8074935224941011],
};

describe('Parzen estimator', () => {
  it("gives Optuna's densities for the same observations", () => {
    const three = estimatorOf([
      ['x', 'v'],
      ['x', 'u'],
      ['z', 'v'],
    ]);
    const thirty = estimatorOf(Array.from({ length: 30 }, (_, i) => [A[i % 3]!, B[Math.floor(i / 2) % 2]!]));
    const tree = treeOf(three, thirty);
    grid.forEach((choices, i) => {
      const { good, bad } = densities(tree, choices);
      expect(good).toBeCloseTo(OPTUNA.three[i]!, 12);
      expect(bad).toBeCloseTo(OPTUNA.thirty[i]!, 12);
    });
  });

  it('is a density: it sums to one over what is allowed, for walks of any length', () => {
    const tree = treeOf(estimatorOf([['x'], ['y', 'v'], ['gone', 'u']]));
    expect(grid.reduce((sum, choices) => sum + Math.exp(densities(tree, choices).good), 0)).toBeCloseTo(1, 12);
  });

  it('is uniform without observations', () => {
    for (const choices of grid) expect(Math.exp(densities(treeOf(parzen([])), choices).good)).toBeCloseTo(1 / 6, 12);
  });

  it('is what walks are drawn from, and its entropy is their mean surprise', () => {
    const tree = treeOf(estimatorOf([['x', 'v'], ['x', 'v'], ['z']]));
    const random = Random.of(1, 'parzen');
    const counts = new Map<string, number>();
    let [entropy, draws] = [0, 20_000];
    for (let i = 0; i < draws; i++) {
      const { steps, taken } = drawFrom(tree, random);
      counts.set(taken.join(''), (counts.get(taken.join('')) ?? 0) + 1 / draws);
      entropy += entropyAlong(tree, steps) / draws;
    }
    let surprise = 0;
    for (const [a, b] of grid as [number, number][]) {
      const log = densities(tree, [a, b]).good;
      expect(counts.get(`${A[a]}${B[b]}`)).toBeCloseTo(Math.exp(log), 1);
      surprise -= Math.exp(log) * log;
    }
    expect(entropy).toBeCloseTo(surprise, 2);
  });
});
