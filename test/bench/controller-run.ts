import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { makeController } from '../../workers/controllers/make.ts';
import { networksFor } from './controller-plans.ts';
import { type Judge, neverStops } from './controller-prediction.ts';
import { EPOCHS, type TabularProblem } from './tabular.ts';

/** One search on a problem whose rewards are known. */
export interface ControllerRun {
  /** Best reward of a network that was trained to the end, by cost: entry n - 1 after the epochs of n whole trainings; null before the first. */
  best: (number | null)[];
  /** Of the last 50 networks that were drawn before half of the budget, how many were new: repeats are draws too. */
  distinct: number;
  /** Of one step of the controller, in the mean. */
  milliseconds: number;
  /** Networks that were proposed. */
  networks: number;
  /** Of them, how many were stopped early by a prediction. */
  stopped: number;
}

/** Draws that the share of distinct networks is taken of. */
const RECENT = 50;

export interface RunLimits {
  seed: number;
  /** Whole trainings whose epochs may be spent. */
  candidates: number;
  parallelism: number;
}

/**
 * Runs a whole search in this process: results arrive one by one, `parallelism` are in flight. What is trained again goes on from where it was, so a
 * promotion costs the epochs between two rungs.
 * @param judge may stop a candidate early
 * @throws RangeError for a controller with rungs where the rewards before the end are not known
 */
export function runController(
  plan: ControllerPlan,
  { space, rewards, rewardAfter }: TabularProblem,
  { seed, candidates, parallelism }: RunLimits,
  judge: Judge = neverStops,
): ControllerRun {
  const controller = makeController(plan, space, EPOCHS);
  const limits = { parallelism, budget: networksFor(plan, EPOCHS, candidates) };
  const all = candidates * EPOCHS;
  let state = controller.start(seed);
  const waiting: { notation: string; epochs: number; promotes: number | null }[] = [];
  const trained = new Map<string, number>();
  /** True for a new network, false for one that came up again, until half of the budget. */
  const draws: boolean[] = [];
  const best: (number | null)[] = [];
  let found: number | null = null;
  let results: { number: number; notation: string; reward: number }[] = [];
  let [spent, milliseconds, steps, networks, stopped] = [0, 0, 0, 0, 0];
  for (;;) {
    const begin = performance.now();
    const outcome = controller.step(state, results, limits);
    milliseconds += performance.now() - begin;
    steps++;
    state = outcome.state;
    const fresh = outcome.proposals.filter(({ promotes }) => promotes == null);
    networks += fresh.length;
    if (spent < all / 2) draws.push(...outcome.reused.map(() => false), ...fresh.map(() => true));
    waiting.push(...outcome.proposals.map(({ notation, epochs = EPOCHS, promotes = null }) => ({ notation, epochs, promotes })));
    const next = waiting.shift();
    if (next === undefined) break;
    const { notation } = next;
    const early = next.epochs === EPOCHS ? judge(notation, found) : null;
    const epochs = early?.epochs ?? next.epochs;
    spent += epochs - (trained.get(notation) ?? 0);
    trained.set(notation, epochs);
    // what was known before this training ended
    while ((best.length + 1) * EPOCHS < spent && best.length < candidates) best.push(found);
    if (spent > all) break;
    if (early) stopped++;
    const reward = early?.reward ?? (epochs === EPOCHS ? rewards.get(notation)! : partial(rewardAfter, plan.kind)(notation, epochs));
    if (epochs === EPOCHS) found = Math.max(reward, found ?? reward);
    results = [{ number: state.observed + 1, notation, reward }];
  }
  while (best.length < candidates) best.push(found);
  const recent = draws.slice(-RECENT);
  return {
    best,
    distinct: recent.filter((isNew) => isNew).length / recent.length,
    milliseconds: milliseconds / steps,
    networks,
    stopped,
  };
}

function partial(rewardAfter: TabularProblem['rewardAfter'], kind: string) {
  if (!rewardAfter) throw new RangeError(`${kind}: rewards before the end are not known; allowed: a controller that trains to the end`);
  return rewardAfter;
}
