import { PREDICTION_DEFAULTS, type PredictionPlan, type Regressor } from '../../schema/plans/prediction.ts';
import { numberOf } from './read-number.ts';
import type { Entry } from './values.ts';

/** Early stop by prediction as a form holds it: what is on holds. */
export type PredictionValues = { [K in PredictionNumber]: Entry } & { on: boolean; regressor: Regressor };
export type PredictionNumber = Exclude<keyof PredictionPlan, 'regressor'>;

export const REGRESSOR_CHOICES: { value: Regressor; label: string; doc: string }[] = [
  { value: 'SVR', label: 'Support vectors', doc: 'regressor.SVR' },
  { value: 'FOREST', label: 'Random forest', doc: 'regressor.FOREST' },
  { value: 'OLS', label: 'Least squares', doc: 'regressor.OLS' },
];

export const PREDICTION_NUMBERS: { field: PredictionNumber; label: string; decimal: boolean }[] = [
  { field: 'share', label: 'Share of the epochs', decimal: true },
  { field: 'limit', label: 'Least chance', decimal: true },
  { field: 'minimum', label: 'Trained in full first', decimal: false },
  { field: 'fullEvery', label: 'In full, one in', decimal: false },
];

export function predictionValues(plan: PredictionPlan | null | undefined): PredictionValues {
  return { ...PREDICTION_DEFAULTS, ...plan, on: Boolean(plan) };
}

/** Null where it is off. */
export function readPrediction({ on, regressor, share, limit, minimum, fullEvery }: PredictionValues): PredictionPlan | null {
  if (!on) return null;
  return { regressor, share: numberOf(share), limit: numberOf(limit), minimum: numberOf(minimum), fullEvery: numberOf(fullEvery) };
}
