import type { Architecture } from '../networks/architecture.ts';
import type { Random } from '../random.ts';
import type { Space } from './space.ts';

/** A space that can be measured without listing its networks. Different walks build different networks. */
export interface MeasurableSpace<State = unknown, Action = unknown> extends Space<State, Action> {
  /** States with one futureKey are followed by the same walks. */
  futureKey(state: State): string;
  /** States with one weightKey are followed by the same walks, adding the same parameters. */
  weightKey(state: State): string;
  /** Parameters that become known by this action; over a complete walk they sum to the network's parameters. */
  weights(state: State, action: Action): number;
  /** Numbers of outputs, of one image, that become known by this action; those of a decoder as if it began with a 1 x 1 map. */
  outputs(state: State, action: Action): number;
  /**
   * The network with the lowest (-1) or highest (1) cost, where parameters and outputs cost so much each: of spaces whose walks have too much to
   * remember for the keys above.
   */
  extreme?(cost: Cost, sign: 1 | -1): Architecture;
}

interface Cost {
  parameter: number;
  output: number;
}

/** Exact number of complete walks, by dynamic programming over futureKey. */
export function countWalks<State, Action>(space: MeasurableSpace<State, Action>): bigint {
  const known = new Map<string, bigint>();
  const below = (state: State): bigint => {
    const key = space.futureKey(state);
    const stored = known.get(key);
    if (stored !== undefined) return stored;
    const actions = space.actions(state);
    const count = actions.length === 0 ? 1n : actions.reduce((sum, action) => sum + below(space.next(state, action)), 0n);
    known.set(key, count);
    return count;
  };
  return below(space.initial());
}

/** The networks with the fewest and the most parameters, exactly, by dynamic programming over weightKey; the first of equals. */
export function extremes(space: MeasurableSpace): { smallest: Architecture; largest: Architecture } {
  if (space.extreme) {
    const parameters = { parameter: 1, output: 0 };
    return { smallest: space.extreme(parameters, -1), largest: space.extreme(parameters, 1) };
  }
  const { weights } = space;
  return { smallest: space.architecture(extremeWalk(space, weights, -1)), largest: space.architecture(extremeWalk(space, weights, 1)) };
}

/** The network with the highest cost, where parameters and outputs of its layers cost so much each. */
export function heaviestNetwork(space: MeasurableSpace, cost: Cost): Architecture {
  if (space.extreme) return space.extreme(cost, 1);
  const { weights, outputs } = space;
  return space.architecture(
    extremeWalk(space, (state, action) => cost.parameter * weights(state, action) + cost.output * outputs(state, action), 1),
  );
}

/** The walk with the lowest (-1) or highest (1) sum of what its actions cost; costs have to be the same for states with one weightKey. */
function extremeWalk<State, Action>(
  space: MeasurableSpace<State, Action>,
  cost: (state: State, action: Action) => number,
  sign: 1 | -1,
): Action[] {
  const known = new Map<string, { action: Action | null; sum: number }>();
  const best = (state: State): { action: Action | null; sum: number } => {
    const key = space.weightKey(state);
    const stored = known.get(key);
    if (stored) return stored;
    let found: { action: Action | null; sum: number } = { action: null, sum: 0 };
    for (const action of space.actions(state)) {
      const sum = cost(state, action) + best(space.next(state, action)).sum;
      if (found.action === null || sign * sum > sign * found.sum) found = { action, sum };
    }
    known.set(key, found);
    return found;
  };
  const walk: Action[] = [];
  let state = space.initial();
  for (let { action } = best(state); action !== null; { action } = best(state)) {
    walk.push(action);
    state = space.next(state, action);
  }
  return walk;
}

/** A network at the end of a walk that takes every allowed action with equal probability. */
export function example(space: Space, random: Random): Architecture {
  return space.architecture(randomWalk(space, random));
}

/** A complete walk that takes every allowed action with equal probability. */
export function randomWalk<State, Action>(space: Space<State, Action>, random: Random): Action[] {
  const walk: Action[] = [];
  let state = space.initial();
  for (let actions = space.actions(state); actions.length > 0; actions = space.actions(state)) {
    const action = random.choose(actions);
    walk.push(action);
    state = space.next(state, action);
  }
  return walk;
}
