import { printLayer, printNotation } from '../networks/notation.ts';
import type { ChainAction } from '../spaces/chain.ts';
import type { Space } from '../spaces/space.ts';
import type { Values } from './read.ts';

/** A state as a controller that explores by epsilon sees it. */
export interface Sight {
  /** The decisions that lead to it, as people write them. */
  path: string[];
  key: string;
  /** The network, where no decision is left. */
  notation: string | null;
  actions: Choice[];
}

export interface Choice {
  /** As people write it: `C(64,3,1)`, or what the space calls it. */
  name: string;
  value: number;
  /** Whether its value is the largest, or one of several such. */
  greedy: boolean;
  /** With which the next walk that comes here takes it. */
  probability: number;
  /** How often it was taken in this state, on whatever way to it: what a value that states share was learned from. */
  taken: number;
  /** Candidates that begin with these decisions and this one. */
  candidates: number;
  /** Number of the best of these so far; null where none has a reward. */
  best: number | null;
}

/** How often each action of a state was taken, by the state's key. */
export type Taken = ReadonlyMap<string, readonly number[]>;

/**
 * The state after some decisions.
 * @param decisions positions among the actions, from the start
 * @throws RangeError for one that is not there; the message begins with its place among the decisions
 */
export function lookAt(space: Space, values: Values, taken: Taken, epsilon: number, decisions: readonly number[]): Sight {
  const path: string[] = [];
  const walked: unknown[] = [];
  let state = space.initial();
  for (const [i, decision] of decisions.entries()) {
    const actions = space.actions(state);
    if (!Number.isInteger(decision) || decision < 0 || decision >= actions.length) {
      const after = path.length === 0 ? 'at the start' : `after ${path.join(', ')}`;
      const allowed = actions.length === 0 ? `none ${after}, where the network is complete` : `0 to ${actions.length - 1} ${after}`;
      throw new RangeError(`${i}: ${decision}; allowed: ${allowed}`);
    }
    path.push(nameOf(space, state, actions[decision]));
    walked.push(actions[decision]);
    state = space.next(state, actions[decision]);
  }
  const key = space.stateKey(state);
  const actions = space.actions(state);
  const notation = actions.length === 0 ? printNotation(space.architecture(walked)) : null;
  const found = Array.from(actions.length === 0 ? [] : values.of(key, actions));
  const most = Math.max(...found);
  const greedy = found.filter((value) => value === most).length;
  const below = candidatesBelow(values, decisions, actions.length);
  const times = taken.get(key);
  return {
    path,
    key,
    notation,
    actions: actions.map((action, i) => ({
      name: nameOf(space, state, action),
      value: found[i]!,
      greedy: found[i] === most,
      probability: epsilon / actions.length + (found[i] === most ? (1 - epsilon) / greedy : 0),
      taken: times?.[i] ?? 0,
      ...below[i]!,
    })),
  };
}

function candidatesBelow({ walks, rewards }: Values, decisions: readonly number[], actions: number) {
  const below = Array.from({ length: actions }, () => ({ candidates: 0, best: null as number | null }));
  for (const [i, walk] of walks.entries()) {
    if (walk.length <= decisions.length || decisions.some((decision, step) => walk[step] !== decision)) continue;
    const found = below[walk[decisions.length]!]!;
    found.candidates++;
    const reward = rewards[i] ?? null;
    if (reward !== null && (found.best === null || reward > rewards[found.best - 1]!)) found.best = i + 1;
  }
  return below;
}

/** A decision as people write it. */
function nameOf(space: Space, state: unknown, action: unknown): string {
  return space.kind === 'CHAIN' ? printLayer(action as ChainAction) : space.actionKey(state, action);
}

/** Counts the choices of walks, onto what was counted before. */
export function countTaken(space: Space, walks: Iterable<readonly number[]>, taken: Map<string, number[]>): void {
  for (const walk of walks) {
    let state = space.initial();
    for (const choice of walk) {
      const key = space.stateKey(state);
      const actions = space.actions(state);
      const counts = taken.get(key) ?? actions.map(() => 0);
      counts[choice] = counts[choice]! + 1;
      taken.set(key, counts);
      state = space.next(state, actions[choice]);
    }
  }
}
