import { MOST_ROWS, PREDICTION_DEFAULTS, predictionEpoch, type Regressor, runsToTheEnd } from '../../schema/plans/prediction.ts';
import { learn, type Row } from '../../workers/prediction/predictor.ts';
import { EPOCHS, type TabularProblem } from './tabular.ts';

/** Whether a candidate ends early, after how many epochs, and the reward that its controller is told; null: it is trained to the end. */
export type Judge = (notation: string, best: number | null) => { epochs: number; reward: number } | null;

export const neverStops: Judge = () => null;

/**
 * Early stop by predicted final reward (thesis 4.3), with the defaults of a plan: from the curve alone, since a table has no features.
 * A judge belongs to one search: it learns from the candidates that ran to the end.
 * @throws RangeError where the rewards before the end are not known
 */
export function predictionJudge({ rewards, rewardAfter }: TabularProblem, regressor: Regressor, seed: number): Judge {
  if (!rewardAfter) throw new RangeError('prediction: rewards before the end are not known; allowed: a table that has them');
  const plan = { ...PREDICTION_DEFAULTS, regressor };
  const until = predictionEpoch(plan, EPOCHS);
  const rows: Row[] = [];
  let number = 0;
  return (notation, best) => {
    number++;
    const curve = Array.from({ length: until }, (_, i) => rewardAfter(notation, i + 1));
    if (best !== null && rows.length >= plan.minimum && !runsToTheEnd(number, plan)) {
      const { value, chance } = learn(rows.slice(-MOST_ROWS), regressor, seed)(curve, [], best);
      if (chance < plan.limit) return { epochs: until, reward: value };
    }
    rows.push({ curve, features: [], reward: rewards.get(notation)! });
    return null;
  };
}
