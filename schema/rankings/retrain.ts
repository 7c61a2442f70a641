import type { Plan, TrainingPlan } from '../plans/plan.ts';
import { defaultPlan } from '../plans/presets/presets.ts';

/** More networks at once are refused: a list is for chosen ones. */
export const MOST_RETRAINED = 1_000;

/**
 * How networks of a search are trained again unless a member says otherwise (thesis 5.1, 5.2): all of each network, once, on all images,
 * to the last epoch, and for at least as many epochs as the thesis has. The rest is as in the search, so that what changes is the training's length
 * and reach alone.
 */
export function fullTraining(training: TrainingPlan): TrainingPlan {
  const usual = defaultPlan(training.task).training;
  return {
    ...training,
    scope: 'FULL',
    initialisations: 1,
    patience: null,
    trainImages: null,
    validationImages: null,
    epochs: Math.max(training.epochs, usual.epochs),
    timeoutSeconds: Math.max(training.timeoutSeconds, usual.timeoutSeconds),
  };
}

/** The plan of a search that trains these networks again, all of them to the end. */
export function retrainPlan(
  { prediction: _, ...plan }: Plan,
  networks: readonly string[],
  {
    training = fullTraining(plan.training),
    reward = plan.reward,
    seed = plan.seed,
  }: { training?: TrainingPlan; reward?: Plan['reward']; seed?: number } = {},
): Plan {
  return {
    ...plan,
    seed,
    reward,
    training,
    budget: { candidates: networks.length, seconds: null },
    controller: { ...plan.controller, kind: 'LIST', epsilon: [], networks: [...networks] },
  };
}
