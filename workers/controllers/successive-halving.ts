import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { bracketOf, rungEpochs } from '../../schema/plans/rungs.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { bracketStrategy } from './brackets.ts';
import type { Controller } from './controller.ts';
import { rungController } from './rungs.ts';

/**
 * Successive halving (Jamieson & Talwalkar 2016) of all networks of the budget, with eta in place of 2 as in Li et al. 2018. Where the budget grows while it
 * runs, what is added is halved after it.
 *
 * @param epochs of a whole training
 */
export function successiveHalving({ fidelity }: ControllerPlan, space: Space, epochs: number): Controller {
  const rungs = rungEpochs(fidelity, epochs);
  const { eta } = fidelity;
  const kind = 'SUCCESSIVE_HALVING';
  const brackets = bracketStrategy(kind, rungs.length, eta, (index, left) => bracketOf(kind, index, left, rungs.length, eta));
  return rungController(space, rungs, brackets);
}
