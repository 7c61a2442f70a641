import { CONTROLLER_DEFAULTS, type ControllerPlan, type EpsilonStep } from '../../../schema/plans/controller.ts';
import type { DataShape } from '../../../schema/spaces/limits.ts';
import type { Space } from '../../../schema/spaces/space.ts';
import type { Controller, ControllerState, Proposal } from '../../../workers/controllers/controller.ts';
import { makeController } from '../../../workers/controllers/make.ts';

export const mnist: DataShape = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };

/** MetaQNN's 2,700 candidates. */
export const metaqnnSchedule: EpsilonStep[] = [
  { epsilon: 1, candidates: 1500 },
  { epsilon: 0.9, candidates: 100 },
  { epsilon: 0.8, candidates: 100 },
  { epsilon: 0.7, candidates: 100 },
  { epsilon: 0.6, candidates: 150 },
  { epsilon: 0.5, candidates: 150 },
  { epsilon: 0.4, candidates: 150 },
  { epsilon: 0.3, candidates: 150 },
  { epsilon: 0.2, candidates: 150 },
  { epsilon: 0.1, candidates: 150 },
];

/** Of a whole training: what controllers with rungs climb to. */
export const EPOCHS = 9;

export const original: ControllerPlan = { ...CONTROLLER_DEFAULTS, kind: 'Q_LEARNING', epsilon: metaqnnSchedule };
export const greedy: ControllerPlan = { ...original, update: 'GREEDY', initialValue: 0 };
export const random: ControllerPlan = { ...original, kind: 'RANDOM' };

export interface Finished {
  proposals: Proposal[];
  rewards: (number | null)[];
  reused: number[];
  exhausted: boolean;
  state: ControllerState;
}

/**
 * A whole search: `rewardOf` trains, `batch` says how many results wait for each step (1: one at a time; more are only there when they
 * are in flight), and `between` is what happens to the state from step to step.
 */
export function search(
  plan: ControllerPlan,
  space: Space,
  rewardOf: (notation: string, number: number) => number | null,
  options: { seed: number; budget: number; parallelism?: number; batch?: number; between?: (state: ControllerState) => ControllerState },
): Finished {
  const { seed, budget, parallelism = 1, batch = 1, between = (state) => state } = options;
  // A new controller each time: nothing may be remembered outside the state.
  const controller = (): Controller => makeController(plan, space, EPOCHS);
  const finished: Finished = { proposals: [], rewards: [], reused: [], exhausted: false, state: controller().start(seed) };
  for (;;) {
    const waiting = finished.proposals.slice(finished.rewards.length, finished.rewards.length + batch);
    const results = waiting.map(({ notation }, i) => {
      const number = finished.rewards.length + i + 1;
      return { number, notation, reward: rewardOf(notation, number) };
    });
    finished.rewards.push(...results.map(({ reward }) => reward));
    const outcome = controller().step(between(finished.state), results, { parallelism, budget });
    finished.state = outcome.state;
    finished.proposals.push(...outcome.proposals);
    finished.reused.push(...outcome.reused);
    finished.exhausted = outcome.exhausted;
    if (finished.rewards.length === finished.proposals.length) return finished;
  }
}

/** A reward anybody can work out: from 0 to 1 by the letters of the notation, the same for the same network. */
export function arbitraryReward(notation: string): number {
  let h = 7;
  for (const c of notation) h = (h * 31 + c.charCodeAt(0)) % 9973;
  return h / 9973;
}
