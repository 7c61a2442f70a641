import { spearmanRho } from '../rankings/correlation.ts';

/** A prediction with what came of it. */
export interface Pair {
  predicted: number;
  low: number;
  high: number;
  /** The reward after the last epoch. */
  reward: number;
}

/** How far predictions were off. */
export interface PredictionError {
  count: number;
  /** Coefficient of determination: 1 - sum (y - p)^2 / sum (y - mean y)^2; null where all rewards are the same. */
  r2: number | null;
  /** Spearman's rho of predictions and rewards; null where either has fewer than two different values. */
  spearman: number | null;
  /** Share of rewards within their intervals; null without any. */
  covered: number | null;
}

export function predictionError(pairs: readonly Pair[]): PredictionError {
  const count = pairs.length;
  const mean = pairs.reduce((sum, { reward }) => sum + reward, 0) / count;
  const squares = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair) ** 2, 0);
  const total = squares(({ reward }) => reward - mean);
  const left = squares(({ reward, predicted }) => reward - predicted);
  return {
    count,
    r2: total > 0 ? 1 - left / total : null,
    spearman: spearmanRho(
      pairs.map(({ predicted }) => predicted),
      pairs.map(({ reward }) => reward),
    ),
    covered: count === 0 ? null : pairs.filter(({ low, high, reward }) => reward >= low && reward <= high).length / count,
  };
}
