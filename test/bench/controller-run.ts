import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { makeController } from '../../workers/controllers/make.ts';
import type { TabularProblem } from './tabular.ts';

/** One search on a problem whose rewards are known. */
export interface ControllerRun {
  /** Best reward after each candidate. */
  best: number[];
  /** Of the last 50 networks that were drawn before half of the budget, how many were new: repeats are draws too. */
  distinct: number;
  /** Of one step of the controller. */
  milliseconds: number;
  /** Of the longest. */
  worst: number;
  /** Of the state at the end, as JSON. */
  bytes: number;
}

/** Draws that the share of distinct networks is taken of. */
const RECENT = 50;

/** Runs a whole search in this process: results arrive one by one, `parallelism` are in flight. */
export function runController(
  plan: ControllerPlan,
  { space, rewards }: TabularProblem,
  { seed, candidates, parallelism }: { seed: number; candidates: number; parallelism: number },
): ControllerRun {
  const controller = makeController(plan, space);
  let state = controller.start(seed);
  const waiting: string[] = [];
  const best: number[] = [];
  /** True for a new network, false for one that came up again, until half of the budget. */
  const draws: boolean[] = [];
  let results: { number: number; notation: string; reward: number }[] = [];
  let [milliseconds, worst, steps] = [0, 0, 0];
  for (;;) {
    const begin = performance.now();
    const outcome = controller.step(state, results, { parallelism, budget: candidates });
    const taken = performance.now() - begin;
    milliseconds += taken;
    worst = Math.max(worst, taken);
    steps++;
    state = outcome.state;
    if (best.length < candidates / 2) draws.push(...outcome.reused.map(() => false), ...outcome.proposals.map(() => true));
    waiting.push(...outcome.proposals.map(({ notation }) => notation));
    const notation = waiting.shift();
    if (notation === undefined) break;
    const reward = rewards.get(notation)!;
    best.push(Math.max(reward, best.at(-1) ?? Number.NEGATIVE_INFINITY));
    results = [{ number: best.length, notation, reward }];
  }
  const recent = draws.slice(-RECENT);
  return {
    best,
    distinct: recent.filter((fresh) => fresh).length / recent.length,
    milliseconds: milliseconds / steps,
    worst,
    bytes: JSON.stringify(state).length,
  };
}
