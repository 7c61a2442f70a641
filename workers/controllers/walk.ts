import { printNotation } from '../../schema/networks/notation.ts';
import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { type Chance, chanceOf, uniformEntropy } from './entropy.ts';

/** A complete walk through a space and the network it builds. */
export interface Walk {
  /** The states it leaves, the initial one first: key, number of actions, and which of them it takes. */
  steps: WalkStep[];
  notation: string;
  /** In nats: of the distribution that it was drawn from (entropy.ts); missing where that is not defined. */
  chance?: Chance;
  /** At which it was drawn; missing for controllers without one. */
  epsilon?: number;
}

export interface WalkStep {
  key: string;
  actions: number;
  choice: number;
}

/** Of the network that a complete walk has built. */
export function notationOf(space: Space, taken: readonly unknown[]): string {
  return space.notation?.(taken) ?? printNotation(space.architecture(taken));
}

/** Which action is taken at a state, by position among those allowed. */
export type Choose = (key: string, actions: number, allowed: readonly unknown[]) => number;

/** Takes the action at the position that `choose` names, until none is left. */
export function takeWalk(space: Space, choose: Choose): Walk {
  const { steps, taken } = takeSteps(space, choose);
  return { steps, notation: notationOf(space, taken) };
}

/** The same, without the network: most of a walk's time goes into its notation. */
export function takeSteps(space: Space, choose: Choose): { steps: WalkStep[]; taken: unknown[] } {
  const steps: WalkStep[] = [];
  const taken: unknown[] = [];
  let state = space.initial();
  for (let actions = space.actions(state); actions.length > 0; actions = space.actions(state)) {
    const key = space.stateKey(state);
    const choice = choose(key, actions.length, actions);
    steps.push({ key, actions: actions.length, choice });
    taken.push(actions[choice]);
    state = space.next(state, actions[choice]);
  }
  return { steps, taken };
}

/** Uniform random walks that are tried before the space is searched for what is left of it. */
const TRIES = 20;

/** A random walk to a network that is not known; its chance is that of uniform walks. @throws Error when the space has no other. */
export function unseenWalk(space: Space, isKnown: (notation: string) => boolean, random: Random): Walk {
  for (let i = 0; i < TRIES; i++) {
    const walk = takeWalk(space, (_, actions) => random.integer(actions));
    if (!isKnown(walk.notation)) return uniformly(walk);
  }
  const walk = searchUnseen(space, isKnown, random);
  if (!walk) throw new Error('the space holds no network that is not known yet');
  return uniformly(walk);
}

function uniformly(walk: Walk): Walk {
  return { ...walk, chance: chanceOf(walk, uniformEntropy(walk)) };
}

/** Depth first, the actions of every state in random order. It passes each known network at most once, so it always ends soon. */
function searchUnseen(space: Space, isKnown: (notation: string) => boolean, random: Random): Walk | null {
  const steps: WalkStep[] = [];
  const taken: unknown[] = [];
  const search = (state: unknown): Walk | null => {
    const actions = space.actions(state);
    if (actions.length === 0) {
      const notation = notationOf(space, taken);
      return isKnown(notation) ? null : { steps: [...steps], notation };
    }
    const key = space.stateKey(state);
    for (const choice of random.shuffle(actions.map((_, i) => i))) {
      steps.push({ key, actions: actions.length, choice });
      taken.push(actions[choice]);
      const found = search(space.next(state, actions[choice]));
      if (found) return found;
      steps.pop();
      taken.pop();
    }
    return null;
  };
  return search(space.initial());
}
