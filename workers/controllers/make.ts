import type { MakeController } from './controller.ts';
import { fixedList } from './list.ts';
import { qLearning } from './q-learning.ts';
import { randomSearch } from './random-search.ts';

/** The controller that a plan names. @throws RangeError for a kind that is not known. */
export const makeController: MakeController = (plan, space) => {
  switch (plan.kind) {
    case 'Q_LEARNING':
      return qLearning(plan, space);
    case 'RANDOM':
      return randomSearch(space);
    case 'LIST':
      return fixedList(plan.networks ?? []);
    default:
      throw new RangeError(`controller.kind: ${JSON.stringify((plan as { kind: unknown }).kind)}; allowed: Q_LEARNING, RANDOM, LIST`);
  }
};
