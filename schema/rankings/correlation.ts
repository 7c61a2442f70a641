import { checkPairs } from './ranks.ts';

/**
 * Kendall's tau-b (Kendall 1945) of n pairs: with C concordant and D discordant ones among the n (n - 1) / 2 pairs of pairs, and X, Y those
 * that are not tied in x, in y,
 *
 *     tau-b = (C - D) / sqrt(X Y)
 *
 * 1: the same order, -1: the opposite, 0 on average for unrelated orders. Null where x or y has fewer than two different values. O(n log n).
 */
export function kendallTau(x: readonly number[], y: readonly number[]): number | null {
  return prepare(x, y).tau(ones(x.length));
}

/**
 * Spearman's rho (1904): Pearson's correlation of the ranks, equal values sharing the mean of their ranks. Null where x or y has fewer than
 * two different values. O(n log n).
 */
export function spearmanRho(x: readonly number[], y: readonly number[]): number | null {
  return prepare(x, y).rho(ones(x.length));
}

/** Both coefficients of the pairs, each taken as often as its weight says (whole numbers from 0). Sorted once, for many weights. */
export interface Prepared {
  tau(weights: ArrayLike<number>): number | null;
  rho(weights: ArrayLike<number>): number | null;
}

const ones = (n: number) => new Uint32Array(n).fill(1);

/** @throws RangeError for lists of different lengths, or values that are not finite */
export function prepare(x: readonly number[], y: readonly number[]): Prepared {
  checkPairs(x, y);
  const n = x.length;
  const levelX = levels(x);
  const levelY = levels(y);
  const byX = Array.from({ length: n }, (_, i) => i).sort((a, b) => levelX[a]! - levelX[b]!);
  const countX = new Float64Array(1 + Math.max(-1, ...rangeOf(levelX)));
  const countY = new Float64Array(1 + Math.max(-1, ...rangeOf(levelY)));

  /** How much weight is on each level; returns the weight in all. */
  const tally = (weights: ArrayLike<number>): number => {
    countX.fill(0);
    countY.fill(0);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const weight = weights[i]!;
      countX[levelX[i]!]! += weight;
      countY[levelY[i]!]! += weight;
      sum += weight;
    }
    return sum;
  };

  return {
    tau(weights) {
      const sum = tally(weights);
      const pairs = (count: number) => (count * (count - 1)) / 2;
      const untied = (counts: Float64Array) => counts.reduce((left, count) => left - pairs(count), pairs(sum));
      const notTiedX = untied(countX);
      const notTiedY = untied(countY);
      if (notTiedX === 0 || notTiedY === 0) return null;
      return difference(byX, levelX, levelY, weights, countY.length) / Math.sqrt(notTiedX * notTiedY);
    },
    rho(weights) {
      const sum = tally(weights);
      const rankX = midRanks(countX);
      const rankY = midRanks(countY);
      const mean = (sum + 1) / 2;
      let xy = 0;
      let xx = 0;
      let yy = 0;
      for (let i = 0; i < n; i++) {
        const dx = rankX[levelX[i]!]! - mean;
        const dy = rankY[levelY[i]!]! - mean;
        xy += weights[i]! * dx * dy;
        xx += weights[i]! * dx * dx;
        yy += weights[i]! * dy * dy;
      }
      return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
    },
  };
}

/** Values as whole numbers from 0 in the same order, equals alike. */
function levels(values: readonly number[]): Uint32Array {
  const different = [...new Set(values)].sort((a, b) => a - b);
  const at = new Map(different.map((value, level) => [value, level]));
  return Uint32Array.from(values, (value) => at.get(value)!);
}

/** The largest level, if any; a spread of a long list would not fit the stack. */
function rangeOf(level: Uint32Array): number[] {
  return level.length === 0 ? [] : [level.reduce((most, next) => Math.max(most, next), 0)];
}

/** Mean rank of each level, the lowest first. */
function midRanks(counts: Float64Array): Float64Array {
  let before = 0;
  return counts.map((count) => {
    const rank = before + (count + 1) / 2;
    before += count;
    return rank;
  });
}

/**
 * C - D. In order of x, each is compared with those of lower x by a Fenwick tree over the levels of y: so many lie below, so many above.
 * Equals in x are asked before any of them is put in.
 */
function difference(byX: readonly number[], levelX: Uint32Array, levelY: Uint32Array, weights: ArrayLike<number>, sizeY: number): number {
  const tree = new Float64Array(sizeY + 1);
  const below = (level: number) => {
    let sum = 0;
    for (let i = level; i > 0; i -= i & -i) sum += tree[i]!;
    return sum;
  };
  let put = 0;
  let result = 0;
  for (let start = 0; start < byX.length; ) {
    let end = start;
    for (; end < byX.length && levelX[byX[end]!] === levelX[byX[start]!]; end++) {
      const one = byX[end]!;
      if (weights[one] === 0) continue;
      const level = levelY[one]!;
      result += weights[one]! * (below(level) - (put - below(level + 1)));
    }
    for (let i = start; i < end; i++) {
      const one = byX[i]!;
      const weight = weights[one]!;
      if (weight === 0) continue;
      for (let at = levelY[one]! + 1; at <= sizeY; at += at & -at) tree[at]! += weight;
      put += weight;
    }
    start = end;
  }
  return result;
}
