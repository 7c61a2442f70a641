import type { Regressor } from '../../schema/plans/prediction.ts';
import { inputOf } from '../../schema/prediction/features.ts';
import { judged, sumOfSquares } from './cross-validate.ts';
import { judgedForest } from './forest.ts';
import { ols } from './ols.ts';
import type { Judged } from './regressor.ts';
import { scalerOf } from './standardise.ts';
import { chanceAbove, exceededWith } from './student.ts';
import { svr } from './svr.ts';

/** A candidate that ran to the end. */
export interface Row {
  /** In the reward's terms, as `curveOf` gives it; all of the same length. */
  curve: readonly number[];
  /** As `featuresOf` gives them. */
  features: readonly number[];
  /** The final reward. */
  reward: number;
}

/** What a candidate will come to. */
export interface Outlook {
  /** Predicted final reward: finite, within the rewards that were learned from. */
  value: number;
  /** Ends of the interval that holds the final reward with probability 0.95. */
  low: number;
  high: number;
  /** That the final reward is above the best so far. */
  chance: number;
}

export type Predict = (curve: readonly number[], features: readonly number[], best: number) => Outlook;

const FOLDS = 10;
const OUTSIDE = 0.05;

/**
 * Learns final rewards from candidates that ran to the end: at least 3. The same rows and seed give the same predictions.
 *
 * The error is taken as normal, as Baker et al. (2017) take it, with the deviation of what the regressor misses on candidates that it did not
 * learn from (ten-fold cross-validation; of a forest out of the bag). Since that deviation is an estimate from n residuals, chance and interval are
 * Student's with n - 1 degrees of freedom.
 */
export function learn(rows: readonly Row[], regressor: Regressor, seed: number): Predict {
  const inputs = rows.map(({ curve, features }) => inputOf(curve, features));
  const targets = rows.map(({ reward }) => reward);
  const { predict, residuals } = fits[regressor](inputs, targets, seed);
  const freedom = rows.length - 1;
  const deviation = Math.sqrt(sumOfSquares(residuals) / rows.length);
  const [least, most] = [Math.min(...targets), Math.max(...targets)];
  const reach = deviation * exceededWith(OUTSIDE / 2, freedom);
  return (curve, features, best) => {
    const value = Math.min(most, Math.max(least, predict(inputOf(curve, features))));
    const chance = deviation > 0 ? chanceAbove((best - value) / deviation, freedom) : value > best ? 1 : 0;
    return { value, low: value - reach, high: value + reach, chance };
  };
}

const fits: Record<Regressor, (inputs: number[][], targets: number[], seed: number) => Judged> = {
  OLS: (inputs, targets, seed) => judged(ols, inputs, targets, seed, FOLDS),
  FOREST: judgedForest,
  SVR: tunedSvr,
};

const COSTS = [1, 10, 100];
/** Of 1 / inputs, for which the exponent of two random points is about -2. */
const WIDTHS = [0.1, 0.3, 1];
const EPSILON = 0.1;

/** The cost and kernel with the smallest cross-validated error; of equals, the smoother. */
function tunedSvr(inputs: number[][], targets: number[], seed: number): Judged {
  const { width } = scalerOf(inputs);
  let best: Judged | null = null;
  for (const cost of COSTS) {
    for (const share of WIDTHS) {
      const fit = svr({ cost, gamma: share / Math.max(1, width), epsilon: EPSILON });
      const found = judged(fit, inputs, targets, seed, FOLDS);
      if (!best || sumOfSquares(found.residuals) < sumOfSquares(best.residuals)) best = found;
    }
  }
  return best!;
}
