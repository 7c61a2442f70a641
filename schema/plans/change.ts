import { CONTROLLER_KINDS, type ControllerPlan, usesEpsilon } from './controller.ts';
import type { EpsilonStep, Plan } from './plan.ts';
import { type PredictionPlan, uselessUnder } from './prediction.ts';

/** What of a plan can be changed while a search runs; missing: stays. */
export interface PlanChange {
  /** Of the budget. */
  candidates?: number;
  parallelism?: number;
  /** Of the controller. */
  learningRate?: number;
  entropyWeight?: number;
  epsilon?: EpsilonStep[];
  /** Of the training; null: a training never ends early for want of progress. */
  patience?: number | null;
  /** Early stop by predicted performance; null: every candidate runs to the end. */
  prediction?: PredictionPlan | null;
}

export const CHANGEABLE = ['candidates', 'parallelism', 'learningRate', 'entropyWeight', 'epsilon', 'patience', 'prediction'] as const;
export type Changeable = (typeof CHANGEABLE)[number];

/** Where a plan has it, as in problems; null: controllers of this kind do not have it, or it decides what they did already. */
export function pathOf(field: Changeable, { kind }: Pick<ControllerPlan, 'kind'>): string | null {
  // a round of ENAS reads its policy's constants when it begins, and one under way is repeated
  const policy = kind === 'REINFORCE' || kind === 'NAS' || kind === 'PPO' || kind === 'ENAS';
  switch (field) {
    case 'candidates':
      // brackets are laid out by the budget, and a list is as long as it
      return kind === 'SUCCESSIVE_HALVING' || kind === 'HYPERBAND' || kind === 'LIST' ? null : 'plan.budget.candidates';
    case 'parallelism':
      return 'plan.parallelism';
    case 'learningRate':
      if (kind === 'Q_LEARNING') return 'plan.controller.learningRate';
      if (kind === 'DQN') return 'plan.controller.dqn.learningRate';
      return policy ? 'plan.controller.policy.learningRate' : null;
    case 'entropyWeight':
      return policy ? 'plan.controller.policy.entropyWeight' : null;
    case 'epsilon':
      return usesEpsilon(kind) ? 'plan.controller.epsilon' : null;
    case 'patience':
      return 'plan.training.patience';
    case 'prediction':
      return uselessUnder(kind) === null ? 'plan.prediction' : null;
  }
}

/** Why controllers of this kind cannot change it, and which can. */
export function whyNot(field: Changeable, { kind }: Pick<ControllerPlan, 'kind'>): string {
  const able = CONTROLLER_KINDS.filter((each) => pathOf(field, { kind: each }) !== null);
  const reason = field === 'candidates' ? 'whose networks are laid out by the budget' : 'which has none';
  const given = (field === 'prediction' && uselessUnder(kind)) || `${kind}, ${reason}`;
  return `given for ${given}; allowed: for ${able.join(', ')}`;
}

/** What a plan says there; null where it says nothing. */
export function valueAt(plan: object, path: string): unknown {
  const value = path
    .split('.')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], plan);
  return value ?? null;
}

/** The plan with another value there. */
export function withValue(plan: Plan, path: string, value: unknown): Plan {
  const put = (at: unknown, [key, ...rest]: string[]): unknown =>
    key === undefined ? value : { ...(at as object), [key]: put((at as Record<string, unknown>)[key], rest) };
  return put(plan, path.split('.').slice(1)) as Plan;
}

/**
 * The plan that a candidate was proposed under.
 * @param changes all that was changed since, oldest first; each holds from candidate `fromNumber` on
 */
export function planAt(plan: Plan, changes: readonly { field: string; before: unknown; fromNumber: number }[], number: number): Plan {
  return changes
    .filter(({ fromNumber }) => fromNumber > number)
    .reduceRight((now, { field, before }) => withValue(now, pathOf(field as Changeable, now.controller)!, before), plan);
}
