import type { Problem } from '../spaces/limits.ts';
import { whole } from './check-numbers.ts';
import type { Plan } from './plan.ts';
import { rungEpochs, usesRungs } from './rungs.ts';

const AT = 'plan.controller.fidelity';

/** What is wrong with the rungs of a plan: their constants, and for controllers that climb them whether there is anything to climb and enough to choose from. */
export function checkFidelity({ controller, training, budget }: Plan): Problem[] {
  const { kind, fidelity } = controller;
  const problems = [...whole(`${AT}.eta`, fidelity.eta, 2, 100), ...whole(`${AT}.lowestEpochs`, fidelity.lowestEpochs, 1, 1000)];
  if (problems.length > 0 || !usesRungs(kind)) return problems;
  const { eta, lowestEpochs } = fidelity;
  if (training.epochs < eta) {
    const message = `${training.epochs}; allowed: at least ${eta} for ${kind}, so that there is a rung below the highest (eta ${eta})`;
    problems.push({ field: 'plan.training.epochs', message, code: 'OUT_OF_RANGE' });
  } else if (lowestEpochs * eta > training.epochs) {
    const most = Math.floor(training.epochs / eta);
    const message = `${lowestEpochs}; allowed: 1 to ${most}, so that there is a rung below the highest of ${training.epochs} epochs (eta ${eta})`;
    problems.push({ field: `${AT}.lowestEpochs`, message, code: 'OUT_OF_RANGE' });
  } else {
    const least = eta ** (rungEpochs(fidelity, training.epochs).length - 1);
    const message = `${budget.candidates}; allowed: at least ${least} for ${kind}, so that one network reaches the highest rung`;
    if (budget.candidates < least) problems.push({ field: 'plan.budget.candidates', message, code: 'OUT_OF_RANGE' });
  }
  if (training.initialisations !== 1) {
    const message = `${training.initialisations}; allowed: 1 for ${kind}, which goes on with the weights of one training`;
    problems.push({ field: 'plan.training.initialisations', message, code: 'NOT_ALLOWED' });
  }
  return problems;
}
