import { CONTROLLER_KINDS } from '../../schema/plans/controller.ts';
import { asha } from './asha.ts';
import type { MakeController } from './controller.ts';
import { dqn } from './dqn.ts';
import { evolution } from './evolution.ts';
import { fittedQ } from './fitted-q.ts';
import { hyperband } from './hyperband.ts';
import { fixedList } from './list.ts';
import { localSearch } from './local-search.ts';
import { lstmPolicy } from './lstm-policy.ts';
import { policyGradient } from './policy-gradient.ts';
import { ppoRule, reinforceRule } from './policy-rules.ts';
import { qLearning } from './q-learning.ts';
import { randomSearch } from './random-search.ts';
import { successiveHalving } from './successive-halving.ts';
import { tablePolicy } from './table-policy.ts';
import { tpe } from './tpe.ts';

/** The controller that a plan names. @throws RangeError for a kind that is not known, or one with rungs without the epochs of a whole training */
export const makeController: MakeController = (plan, space, epochs) => {
  const lstm = (seed: number) => lstmPolicy(plan.policy.hidden, seed);
  switch (plan.kind) {
    case 'Q_LEARNING':
      return qLearning(plan, space);
    case 'FITTED_Q':
      return fittedQ(plan, space);
    case 'DQN':
      return dqn(plan, space);
    case 'REINFORCE':
      return policyGradient(plan.policy, space, tablePolicy, reinforceRule);
    case 'NAS':
      return policyGradient(plan.policy, space, lstm, { ...reinforceRule, kind: 'NAS' });
    case 'PPO':
      return policyGradient(plan.policy, space, lstm, ppoRule(plan.policy.clip, plan.policy.passes));
    case 'EVOLUTION':
      return evolution(plan, space);
    case 'LOCAL_SEARCH':
      return localSearch(plan, space);
    case 'TPE':
      return tpe(plan, space);
    case 'RANDOM':
      return randomSearch(space);
    case 'SUCCESSIVE_HALVING':
      return successiveHalving(plan, space, whole(epochs));
    case 'HYPERBAND':
      return hyperband(plan, space, whole(epochs));
    case 'ASHA':
      return asha(plan, space, whole(epochs));
    case 'ENAS':
      throw new RangeError('controller.kind: "ENAS"; its steps need shared weights, which workers/enas/ trains');
    case 'LIST':
      return fixedList(plan.networks ?? []);
    default: {
      const unknown: never = plan.kind;
      throw new RangeError(`controller.kind: ${JSON.stringify(unknown)}; allowed: ${CONTROLLER_KINDS.join(', ')}`);
    }
  }
};

function whole(epochs: number | undefined): number {
  if (epochs === undefined) throw new RangeError('epochs: missing; allowed: the epochs of a whole training, which the highest rung has');
  return epochs;
}
