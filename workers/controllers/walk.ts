import { printNotation } from '../../schema/networks/notation.ts';
import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';

/** A complete walk through a space and the network it builds. */
export interface Walk {
  /** Keys of the states it leaves, the initial one first. */
  keys: string[];
  /** Position of the action taken, among the actions of each of these states. */
  choices: number[];
  notation: string;
}

/** Takes the action at the position that `choose` names, until none is left. */
export function takeWalk(space: Space, choose: (key: string, count: number) => number): Walk {
  const keys: string[] = [];
  const choices: number[] = [];
  const taken: unknown[] = [];
  let state = space.initial();
  for (let actions = space.actions(state); actions.length > 0; actions = space.actions(state)) {
    const key = space.stateKey(state);
    const choice = choose(key, actions.length);
    keys.push(key);
    choices.push(choice);
    taken.push(actions[choice]);
    state = space.next(state, actions[choice]);
  }
  return { keys, choices, notation: printNotation(space.architecture(taken)) };
}

/** Uniform random walks that are tried before the space is searched for what is left of it. */
const TRIES = 20;

/** A random walk to a network that is not known; null when the space has no other. */
export function unseenWalk(space: Space, isKnown: (notation: string) => boolean, random: Random): Walk | null {
  for (let i = 0; i < TRIES; i++) {
    const walk = takeWalk(space, (_, count) => random.integer(count));
    if (!isKnown(walk.notation)) return walk;
  }
  return searchUnseen(space, isKnown, random);
}

/** Depth first, the actions of every state in random order. It passes each known network at most once, so it always ends soon. */
function searchUnseen(space: Space, isKnown: (notation: string) => boolean, random: Random): Walk | null {
  const keys: string[] = [];
  const choices: number[] = [];
  const taken: unknown[] = [];
  const search = (state: unknown): Walk | null => {
    const actions = space.actions(state);
    if (actions.length === 0) {
      const notation = printNotation(space.architecture(taken));
      return isKnown(notation) ? null : { keys: [...keys], choices: [...choices], notation };
    }
    keys.push(space.stateKey(state));
    for (const choice of random.shuffle(actions.map((_, i) => i))) {
      choices.push(choice);
      taken.push(actions[choice]);
      const found = search(space.next(state, actions[choice]));
      if (found) return found;
      choices.pop();
      taken.pop();
    }
    keys.pop();
    return null;
  };
  return search(space.initial());
}
