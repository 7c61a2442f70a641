import { CONTROLLER_KINDS, type ControllerPlan, usesEpsilon } from './controller.ts';
import type { EpsilonStep, Plan } from './plan.ts';

/** What of a plan can be changed while a search runs; missing: stays. */
export interface PlanChange {
  /** Of the budget. */
  candidates?: number;
  parallelism?: number;
  /** Of the controller. */
  learningRate?: number;
  entropyWeight?: number;
  epsilon?: EpsilonStep[];
}

export const CHANGEABLE = ['candidates', 'parallelism', 'learningRate', 'entropyWeight', 'epsilon'] as const;
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
  }
}

/** Why controllers of this kind cannot change it, and which can. */
export function whyNot(field: Changeable, { kind }: Pick<ControllerPlan, 'kind'>): string {
  const able = CONTROLLER_KINDS.filter((each) => pathOf(field, { kind: each }) !== null);
  const reason = field === 'candidates' ? 'whose networks are laid out by the budget' : 'which has none';
  return `given for ${kind}, ${reason}; allowed: for ${able.join(', ')}`;
}

/** What a plan says there. */
export function valueAt(plan: object, path: string): unknown {
  return path
    .split('.')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], plan);
}

/** The plan with another value there. */
export function withValue(plan: Plan, path: string, value: unknown): Plan {
  const put = (at: unknown, [key, ...rest]: string[]): unknown =>
    key === undefined ? value : { ...(at as object), [key]: put((at as Record<string, unknown>)[key], rest) };
  return put(plan, path.split('.').slice(1)) as Plan;
}
