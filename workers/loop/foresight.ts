import { curveEpochs, curveMetric, curveOf } from '../../schema/prediction/curve.ts';
import { learn, type Predict } from '../prediction/predictor.ts';
import type { Foresight } from '../training/foresight.ts';
import type { TrialWork } from './trial.ts';

/** How a trial's final reward is predicted, from what came with its lease; undefined where it is not. It learns when it is first asked. */
export function foresightOf({ prediction }: Pick<TrialWork, 'prediction'>): Foresight | undefined {
  if (!prediction) return undefined;
  const { regressor, seed, epoch, reward, limit, best, features, rows } = prediction;
  let predict: Predict | undefined;
  return {
    epoch,
    metric: curveMetric(reward),
    look(values) {
      const curve = curveOf(
        reward,
        curveEpochs(epoch).map((at) => values[at - 1]),
      );
      if (!curve) return null;
      predict ??= learn(rows, regressor, seed);
      const outlook = predict(curve, features, best);
      return { ...outlook, best, rows: rows.length, stops: limit !== null && outlook.chance < limit };
    },
  };
}
