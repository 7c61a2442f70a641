import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { bracketOf, rungEpochs } from '../../schema/plans/rungs.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { bracketStrategy } from './brackets.ts';
import type { Controller } from './controller.ts';
import { rungController } from './rungs.ts';

/**
 * Hyperband (Li et al. 2018, algorithm 1): brackets of successive halving that begin at every rung in turn, again and again until the budget has no
 * more networks; the last bracket has those that are left.
 *
 * @param epochs of a whole training
 */
export function hyperband({ fidelity }: ControllerPlan, space: Space, epochs: number): Controller {
  const rungs = rungEpochs(fidelity, epochs);
  const { eta } = fidelity;
  const kind = 'HYPERBAND';
  const brackets = bracketStrategy(kind, rungs.length, eta, (index, left) => bracketOf(kind, index, left, rungs.length, eta));
  return rungController(space, rungs, brackets);
}
