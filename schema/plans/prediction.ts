import type { Problem } from '../spaces/limits.ts';
import { number, whole } from './check-numbers.ts';
import type { ControllerKind } from './controller.ts';
import type { Plan } from './plan.ts';
import { usesRungs } from './rungs.ts';

/** OLS: ordinary least squares. FOREST: random forest (Breiman 2001). SVR: support vector regression with an RBF kernel, which Baker et al. found best. */
export const REGRESSORS = ['OLS', 'FOREST', 'SVR'] as const;
export type Regressor = (typeof REGRESSORS)[number];

/** Early stop of candidates by predicted final performance (thesis 4.3; Baker et al. 2017, "Accelerating neural architecture search using performance prediction"). */
export interface PredictionPlan {
  regressor: Regressor;
  /** Share of the epochs whose validation curve is looked at. */
  share: number;
  /** A candidate is stopped when the chance that it beats the best so far is below this. */
  limit: number;
  /** Candidates that ran to the end before the first may be stopped. */
  minimum: number;
  /** Every so many candidates one runs to the end whatever is predicted, so that the error can be measured without bias. */
  fullEvery: number;
}

/** With all its settings, in one order. */
export const completePrediction = (plan: Partial<PredictionPlan>): PredictionPlan => ({ ...PREDICTION_DEFAULTS, ...plan });

/** The share is Baker et al.'s, the limit the complement of their 95%. */
export const PREDICTION_DEFAULTS: PredictionPlan = { regressor: 'SVR', share: 0.25, limit: 0.05, minimum: 20, fullEvery: 10 };

/** Candidates that a regressor learns from, at most: the newest. What a lease carries stays below 200 kB. */
export const MOST_ROWS = 256;

/** The epoch after which a candidate is judged: at least the first, at most the last but one. */
export function predictionEpoch({ share }: Pick<PredictionPlan, 'share'>, epochs: number): number {
  return Math.max(1, Math.min(epochs - 1, Math.ceil(share * epochs - 1e-9)));
}

/** Whether a candidate (from 1) runs to the end whatever is predicted. */
export const runsToTheEnd = (number: number, { fullEvery }: Pick<PredictionPlan, 'fullEvery'>): boolean => number % fullEvery === 0;

/** What is wrong with the early stop of a plan; nothing where it has none. */
export function checkPrediction({ prediction, training, controller }: Plan): Problem[] {
  if (!prediction) return [];
  const at = 'plan.prediction';
  const unfit = (field: string, found: number, allowed: string): Problem => ({
    field: `plan.training.${field}`,
    message: `${found}; allowed: ${allowed} where candidates are stopped early`,
    code: 'NOT_ALLOWED',
  });
  const unhelpful = uselessUnder(controller.kind);
  return [
    ...number(`${at}.share`, prediction.share, 0, 1, 'above', 'below'),
    ...number(`${at}.limit`, prediction.limit, 0, 1, 'above', 'below'),
    ...whole(`${at}.minimum`, prediction.minimum, 5, MOST_ROWS),
    ...whole(`${at}.fullEvery`, prediction.fullEvery, 2, 1000),
    ...(unhelpful === null
      ? []
      : [{ field: at, message: `${unhelpful}; allowed: a plan without one, or another controller`, code: 'NOT_ALLOWED' as const }]),
    ...(training.epochs < 2 ? [unfit('epochs', training.epochs, 'at least 2')] : []),
    ...(training.initialisations > 1 ? [unfit('initialisations', training.initialisations, '1')] : []),
  ];
}

/** Why a controller's candidates are not stopped by prediction; null where they may be. */
export function uselessUnder(kind: ControllerKind): string | null {
  if (usesRungs(kind)) return `${kind}, which stops candidates itself`;
  // its policy learns from shared weights: what is trained by itself is the result, and nothing else of it would be saved
  if (kind === 'ENAS') return 'ENAS, whose few candidates are its result and teach nothing';
  return null;
}
