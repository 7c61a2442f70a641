import { ACCURACY, BCE, DISCRIMINATOR_VERDICT, KL, LOSS, MACRO_F1 } from '../plans/metrics.ts';
import type { RewardKind } from '../plans/plan.ts';

/** The validation curve that tells most of a reward, and whether the reward is its inverse. */
interface Curve {
  metric: string;
  inverse: boolean;
}

const of = (metric: string, inverse = false): Curve => ({ metric, inverse });

/** Of rewards that come after the last epoch only, such as the judge's, and of all others the loss has to do. */
const LOSS_CURVE = of(LOSS);
const curves: Partial<Record<RewardKind, Curve>> = {
  ACCURACY: of(ACCURACY),
  MEAN_ACCURACY: of(ACCURACY),
  MACRO_F1: of(MACRO_F1),
  WORST_F1: of(MACRO_F1),
  INVERSE_LOSS: of(LOSS, true),
  INVERSE_KL: of(KL, true),
  INVERSE_BCE: of(BCE, true),
  DISCRIMINATOR_VERDICT: of(DISCRIMINATOR_VERDICT),
};
const curveFor = (reward: RewardKind): Curve => curves[reward] ?? LOSS_CURVE;

/** Name of the validation metric whose curve a reward is predicted from. */
export const curveMetric = (reward: RewardKind): string => curveFor(reward).metric;

/** Points of a curve that are looked at, at most: of long trainings some epochs in even steps, the first and the last among them. */
export const MOST_POINTS = 12;

/** Epochs (from 1) that are looked at when the first `epoch` are done. */
export function curveEpochs(epoch: number): number[] {
  const points = Math.min(epoch, MOST_POINTS);
  if (points === 1) return [epoch];
  return Array.from({ length: points }, (_, i) => 1 + Math.round((i * (epoch - 1)) / (points - 1)));
}

/**
 * The values of the metric after the epochs of `curveEpochs`, in the reward's own terms: of 1 / x where the reward is the inverse. Null where
 * a value is missing, not finite, or has no inverse.
 */
export function curveOf(reward: RewardKind, values: readonly (number | null | undefined)[]): number[] | null {
  const { inverse } = curveFor(reward);
  const curve = values.map((value) => (value === null || value === undefined ? Number.NaN : inverse ? inverted(value) : value));
  return curve.every(Number.isFinite) ? curve : null;
}

const inverted = (value: number) => (value > 0 ? 1 / value : Number.NaN);

/** Differences from point to point: one fewer than there are points. */
export const differences = (curve: readonly number[]): number[] => curve.slice(1).map((value, i) => value - curve[i]!);
