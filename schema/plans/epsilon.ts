import type { EpsilonStep } from './plan.ts';

/**
 * The schedule stretched or shrunk to a budget of distinct networks, the total kept exact. Each boundary between two steps is the nearest
 * whole candidate to its share of the budget, so a step is off by less than one candidate; in a budget smaller than the schedule's
 * resolution a short step may get none. No step is forced to one: that would take exploration away from short searches, which need it most.
 *
 * Example: MetaQNN's 2700 candidates (1500 at epsilon 1) in a budget of 270 begin with 150 at epsilon 1.
 */
export function scaleSchedule(steps: readonly EpsilonStep[], budget: number): EpsilonStep[] {
  const total = steps.reduce((sum, step) => sum + step.candidates, 0);
  if (!(total > 0)) throw new RangeError('epsilon: the schedule has no candidates; allowed: at least one step with at least one candidate');
  let before = 0;
  let cumulative = 0;
  return steps.map(({ epsilon, candidates }) => {
    cumulative += candidates;
    const boundary = Math.round((cumulative * budget) / total);
    const step = { epsilon, candidates: boundary - before };
    before = boundary;
    return step;
  });
}

/** epsilon of the n-th distinct network, n from 1, under a scaled schedule; beyond its end the last one stays. */
export function epsilonAt(schedule: readonly EpsilonStep[], n: number): number {
  let end = 0;
  for (const step of schedule) {
    end += step.candidates;
    if (n <= end) return step.epsilon;
  }
  return schedule.at(-1)!.epsilon;
}
