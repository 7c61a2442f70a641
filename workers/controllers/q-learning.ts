import type { ImageShape } from '../../schema/networks/architecture.ts';
import { parseNotation } from '../../schema/networks/notation.ts';
import { epsilonAt, scaleSchedule } from '../../schema/plans/epsilon.ts';
import type { ControllerPlan } from '../../schema/plans/plan.ts';
import { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { Controller, ControllerState, Proposal, Result } from './controller.ts';
import { chanceOf, epsilonGreedyEntropy } from './entropy.ts';
import { feed } from './feed.ts';
import { giveLookup, takeLookup } from './lookup.ts';
import {
  closeTable,
  emptyTable,
  type OpenTable,
  openTable,
  type QTable,
  type TableWalk,
  touch,
  touchWalk,
  updateGreedy,
  updateOriginal,
} from './q-table.ts';
import { takeWalk, unseenWalk, type Walk } from './walk.ts';

/** Lists are by candidate number, from 1: entry n - 1 belongs to candidate n. */
export interface QLearningState extends ControllerState {
  kind: 'Q_LEARNING';
  /** How many networks the space holds, in decimal: may be beyond the exact numbers of JSON. */
  networks: string;
  table: QTable;
  notations: string[];
  walks: TableWalk[];
  /** Of observed candidates; null where the trial failed. */
  rewards: (number | null)[];
  /** How often a candidate came up again while in flight, by number. */
  repeats: Record<string, number>;
}

/** Known networks that may come up one after the other before the walk is taken at random among those not seen. */
const MOST_REPEATS = 30;

/**
 * MetaQNN (Baker et al. 2017; thesis 4.1, algorithm 4): epsilon-greedy walks through a table of Q-values, ties broken at random. After
 * each result its walk is updated, then `replay` stored ones, drawn uniformly with replacement among the distinct trained networks (the
 * public program draws rows of its file, in which a repeated network stands several times).
 *
 * A known network that comes up again is not proposed: its stored reward updates its walk once more, at once or when its result
 * arrives. A failed one teaches nothing. epsilon follows the number of distinct networks proposed.
 */
export function qLearning(plan: ControllerPlan, space: Space): Controller {
  const update = (table: OpenTable, walk: TableWalk, reward: number) =>
    plan.update === 'GREEDY' ? updateGreedy(table, walk, reward) : updateOriginal(table, walk, reward, plan.learningRate, plan.discount);

  /** The state after every row has updated the table once, in order. */
  const learnHistory = (state: QLearningState, history: readonly Result[]): QLearningState => {
    if (history.length === 0) return state;
    const table = openTable(state.table);
    const context = { input: inputOf(space), padding: 'same' as const };
    for (const { number, notation, reward } of history) {
      if (number === state.notations.length + 1) {
        state.notations.push(notation);
        state.walks.push(touchWalk(table, space, parseNotation(notation, context), plan.initialValue));
        state.rewards.push(reward);
      } else if (state.notations[number - 1] !== notation)
        throw new RangeError(`history: candidate ${number} is ${notation}; allowed: numbers from 1 in the order in which they first come`);
      if (reward !== null) update(table, state.walks[number - 1]!, reward);
    }
    const known = state.notations.length;
    return { ...state, table: closeTable(table), observed: known, proposed: known };
  };

  return {
    start(seed, history = []): QLearningState {
      const fresh: QLearningState = {
        version: 1,
        kind: 'Q_LEARNING',
        random: Random.of(seed, 'Q_LEARNING').state,
        observed: 0,
        proposed: 0,
        networks: String(space.count()),
        table: emptyTable(),
        notations: [],
        walks: [],
        rewards: [],
        repeats: {},
      };
      return learnHistory(fresh, history);
    },

    step(given, results, limits) {
      const state = copyState(given);
      const random = Random.resume(state.random);
      const networks = BigInt(state.networks);
      const schedule = scaleSchedule(plan.epsilon, limits.budget);
      const table = openTable(state.table);
      const numbers = takeLookup((given as QLearningState).notations);
      const trained: number[] = [];
      for (let i = 0; i < state.rewards.length; i++) if (state.rewards[i] !== null) trained.push(i);
      const proposals: Proposal[] = [];
      const reused: number[] = [];

      const again = (i: number) => {
        reused.push(i + 1);
        const reward = state.rewards[i];
        if (reward === undefined) state.repeats[i + 1] = (state.repeats[i + 1] ?? 0) + 1;
        else if (reward !== null) update(table, state.walks[i]!, reward);
      };
      const newWalk = (epsilon: number): Walk => {
        for (let repeats = 1; ; repeats++) {
          let entropy = 0;
          const walk = takeWalk(space, (key, actions) => {
            const best = bestActions(table, key, actions);
            entropy += epsilonGreedyEntropy(actions, best?.length ?? actions, epsilon);
            return random.uniform() < epsilon || best === null ? random.integer(actions) : random.choose(best);
          });
          const chance = chanceOf(walk, entropy);
          const known = numbers.get(walk.notation);
          if (known === undefined) return { ...walk, chance };
          again(known);
          if (repeats === MOST_REPEATS) return { ...unseenWalk(space, (notation) => numbers.has(notation), random), chance };
        }
      };

      feed(state, results, limits, (number) => state.notations[number - 1], {
        propose(number) {
          if (BigInt(state.proposed) >= networks) return false;
          const epsilon = epsilonAt(schedule, number);
          const before = reused.length;
          const walk = newWalk(epsilon);
          const { entropy, uniform } = walk.chance!;
          numbers.set(walk.notation, state.notations.push(walk.notation) - 1);
          state.walks.push(walk.steps.flatMap(({ key, actions, choice }) => [touch(table, key, actions, plan.initialValue), choice]));
          proposals.push({ notation: walk.notation, epsilon, entropy, uniformEntropy: uniform, repeats: reused.length - before });
          return true;
        },
        observe(number, reward) {
          const i = number - 1;
          state.rewards[i] = reward;
          const times = 1 + (state.repeats[number] ?? 0);
          delete state.repeats[number];
          if (reward === null) return;
          trained.push(i);
          for (let n = 0; n < times; n++) update(table, state.walks[i]!, reward);
          for (let n = 0; n < plan.replay; n++) {
            const drawn = random.choose(trained);
            update(table, state.walks[drawn]!, state.rewards[drawn]!);
          }
        },
      });

      giveLookup(state.notations, numbers);
      const outcome = { ...state, random: random.state, table: closeTable(table) };
      return { state: outcome, proposals, reused, exhausted: BigInt(state.proposed) >= networks };
    },
  };
}

/** What the networks of a space are given. */
function inputOf(space: Space): ImageShape {
  const taken: unknown[] = [];
  let state = space.initial();
  for (let actions = space.actions(state); actions.length > 0; actions = space.actions(state)) {
    taken.push(actions[0]);
    state = space.next(state, actions[0]);
  }
  return space.architecture(taken).input;
}

/** A state whose lists may grow; what the entries hold is shared, and never changed in place. */
function copyState(given: ControllerState): QLearningState {
  if (given.version !== 1 || given.kind !== 'Q_LEARNING')
    throw new RangeError(`state: ${given.kind} ${given.version}; allowed: Q_LEARNING 1`);
  const state = given as QLearningState;
  return {
    ...state,
    notations: state.notations.slice(),
    walks: state.walks.slice(),
    rewards: state.rewards.slice(),
    repeats: { ...state.repeats },
  };
}

/** Positions of the actions with the highest Q; null in a state that was never touched, where all are equal. */
function bestActions(table: OpenTable, key: string, actions: number): number[] | null {
  const position = table.positions.get(key);
  if (position === undefined) return null;
  const values = table.values[position]!;
  let best: number[] = [];
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < actions; i++) {
    if (values[i]! > max) {
      max = values[i]!;
      best = [i];
    } else if (values[i] === max) best.push(i);
  }
  return best;
}
