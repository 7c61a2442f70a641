import { spawnSync } from 'node:child_process';
import { describe, expect, it, test } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { kendallTau, prepare, spearmanRho } from '../../../schema/rankings/correlation.ts';
import { ranks } from '../../../schema/rankings/ranks.ts';

type Pairs = readonly [readonly number[], readonly number[]];

/** By the definition, pair by pair. */
function tauByDefinition([x, y]: Pairs): number | null {
  let [difference, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      difference += dx * dy;
      untiedX += dx * dx;
      untiedY += dy * dy;
    }
  }
  return untiedX * untiedY === 0 ? null : difference / Math.sqrt(untiedX * untiedY);
}

/** Pearson's correlation of the ranks, by its textbook formula. */
function rhoByDefinition([x, y]: Pairs): number | null {
  const [a, b] = [ranks(x), ranks(y)];
  const mean = (x.length + 1) / 2;
  const sum = (f: (i: number) => number) => a.reduce((total, _, i) => total + f(i), 0);
  const spread = sum((i) => (a[i]! - mean) ** 2) * sum((i) => (b[i]! - mean) ** 2);
  return spread === 0 ? null : sum((i) => (a[i]! - mean) * (b[i]! - mean)) / Math.sqrt(spread);
}

/** Correlated, with as many ties as `levels` makes. */
function drawn(random: Random, n: number, levels: number): Pairs {
  const value = () => random.integer(levels);
  const x = Array.from({ length: n }, value);
  return [x, x.map((each) => (random.uniform() < 0.5 ? each : value()))];
}

const cases = (): Pairs[] => {
  const random = Random.of(5);
  return Array.from({ length: 60 }, (_, i) => drawn(random, 2 + random.integer(40), [2, 5, 1000][i % 3]!));
};

/** Computed by scipy.stats 1.17.1, `kendalltau` and `spearmanr`; the first is the example of its documentation. */
const known: [string, Pairs, tau: number, rho: number][] = [
  [
    'few values',
    [
      [12, 2, 1, 12, 2],
      [1, 4, 7, 1, 0],
    ],
    -0.4714045207910316,
    -0.5407380704358752,
  ],
  [
    'no ties',
    [
      [1, 2, 3, 4, 5],
      [5, 6, 7, 8, 7.5],
    ],
    0.8,
    0.9,
  ],
  [
    'ties in both',
    [
      [1, 1, 2, 2, 3, 3, 4, 4, 5, 5],
      [2, 1, 2, 3, 3, 5, 4, 5, 5, 1],
    ],
    0.4557327151876499,
    0.4528391448839649,
  ],
  [
    'accuracies, ties in one',
    [
      [97.71, 97.45, 97.26, 97.08, 96.94, 96.5, 96.1, 95.8],
      [99.1, 99.1, 99.0, 98.2, 99.47, 99.42, 99.4, 99.0],
    ],
    0,
    -0.16868694244915797,
  ],
];

describe('rank correlations', () => {
  it.each(known)('are those of scipy: %s', (_, [x, y], tau, rho) => {
    expect(kendallTau(x, y)).toBeCloseTo(tau, 12);
    expect(spearmanRho(x, y)).toBeCloseTo(rho, 12);
  });

  it('agree with their definitions, with few ties and with many', () => {
    for (const pairs of cases()) {
      const [tau, rho] = [tauByDefinition(pairs), rhoByDefinition(pairs)];
      if (tau === null) expect(kendallTau(...pairs)).toBeNull();
      else expect(kendallTau(...pairs)).toBeCloseTo(tau, 12);
      if (rho === null) expect(spearmanRho(...pairs)).toBeNull();
      else expect(spearmanRho(...pairs)).toBeCloseTo(rho, 12);
    }
  });

  it('are 1 for the same order, -1 for the opposite, and undefined where there is none', () => {
    const x = [3, 1, 4, 1.5, 9];
    const growing = x.map((value) => Math.exp(value));
    for (const correlation of [kendallTau, spearmanRho]) {
      expect(correlation(x, growing)).toBeCloseTo(1, 12);
      expect(
        correlation(
          x,
          x.map((value) => -value),
        ),
      ).toBeCloseTo(-1, 12);
      expect(correlation(x, [7, 7, 7, 7, 7])).toBeNull();
      expect(correlation([], [])).toBeNull();
      expect(correlation([1], [2])).toBeNull();
    }
  });

  it('take weights as repetitions', () => {
    const random = Random.of(9);
    for (let i = 0; i < 20; i++) {
      const [x, y] = drawn(random, 15, 6);
      const weights = x.map(() => random.integer(4));
      const repeat = (values: readonly number[]) => values.flatMap((value, at) => new Array<number>(weights[at]!).fill(value));
      const prepared = prepare(x, y);
      expect(prepared.tau(weights)).toBeCloseTo(kendallTau(repeat(x), repeat(y))!, 12);
      expect(prepared.rho(weights)).toBeCloseTo(spearmanRho(repeat(x), repeat(y))!, 12);
    }
  });

  it('refuse lists of different lengths and what is not a number', () => {
    expect(() => kendallTau([1, 2], [1])).toThrow(/y: 1 values; allowed: 2/);
    expect(() => spearmanRho([1, Number.NaN], [1, 2])).toThrow(/x\.1: NaN; allowed: a finite number/);
  });
});

const python = process.env.PYTHON || 'python3';
const hasScipy = spawnSync(python, ['-c', 'import scipy.stats']).status === 0;

test.skipIf(!hasScipy)(
  'rank correlations of drawn lists are those of the scipy that is here (skipped without one; PYTHON names it)',
  () => {
    const random = Random.of(31);
    const pairs = [...cases().filter((each) => tauByDefinition(each) !== null), drawn(random, 500, 20), drawn(random, 500, 100_000)];
    const program = `
import json, sys
from scipy.stats import kendalltau, spearmanr
print(json.dumps([[float(kendalltau(x, y).statistic), float(spearmanr(x, y).statistic)] for x, y in json.load(sys.stdin)]))`;
    const { stdout } = spawnSync(python, ['-c', program], { input: JSON.stringify(pairs), encoding: 'utf8' });
    for (const [i, [tau, rho]] of (JSON.parse(stdout) as [number, number][]).entries()) {
      expect(kendallTau(...pairs[i]!)).toBeCloseTo(tau, 10);
      expect(spearmanRho(...pairs[i]!)).toBeCloseTo(rho, 10);
    }
  },
);
