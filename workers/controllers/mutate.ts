import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { tokenOf } from '../../schema/values/encoding.ts';
import type { Archive } from './archive.ts';
import { chanceOf } from './entropy.ts';
import { notationOf, type Walk, type WalkStep } from './walk.ts';

/** Tokens of walks, which never change once they are stored. */
const known = new WeakMap<readonly number[], string[]>();

/** The actions that a walk took, as tokens. */
export function tokensOf(space: Space, choices: readonly number[]): string[] {
  const tokens = known.get(choices) ?? followed(space, choices);
  known.set(choices, tokens);
  return tokens;
}

function followed(space: Space, choices: readonly number[]): string[] {
  let state = space.initial();
  return choices.map((choice) => {
    const action = space.actions(state)[choice];
    state = space.next(state, action);
    return tokenOf(action);
  });
}

/**
 * A walk that takes at each step what `wanted` says where that is allowed, and any allowed action where it is not. `wanted` gets the
 * number of the step, from 0, and the tokens of the allowed actions. `entropy`: of what was left to chance, in nats.
 */
function guidedWalk(
  space: Space,
  random: Random,
  wanted: (step: number, allowed: readonly string[]) => string | undefined,
): Walk & { entropy: number } {
  const steps: WalkStep[] = [];
  let entropy = 0;
  const taken: unknown[] = [];
  let state = space.initial();
  for (let actions = space.actions(state); actions.length > 0; actions = space.actions(state)) {
    const allowed = actions.map(tokenOf);
    const token = wanted(steps.length, allowed);
    const found = token === undefined ? -1 : allowed.indexOf(token);
    const choice = found < 0 ? random.integer(actions.length) : found;
    if (found < 0) entropy += Math.log(actions.length);
    steps.push({ key: space.stateKey(state), actions: actions.length, choice });
    taken.push(actions[choice]);
    state = space.next(state, actions[choice]);
  }
  return { steps, notation: notationOf(space, taken), entropy };
}

const KINDS = ['change', 'insert', 'remove'] as const;
/** Where every decision answers a question of its own, one more or less would turn all that follow into answers to others. */
const CHANGES: (typeof KINDS)[number][] = ['change'];

/**
 * A neighbour: one decision of the walk is changed, or one more is put before it, or it is left out; the others stay where the space
 * still allows them. May be the same network again, where a space offers nothing else. Its chance is an estimate from above, of the decisions that were
 * drawn: several of them may give the same network.
 */
export function mutate(space: Space, choices: readonly number[], random: Random): Walk {
  const parent = tokensOf(space, choices);
  const at = random.integer(parent.length);
  const kinds = space.factored ? CHANGES : KINDS;
  const kind = random.choose(kinds);
  const shift = kind === 'insert' ? 1 : kind === 'remove' ? -1 : 0;
  let ofOthers = 0;
  const { entropy, ...walk } = guidedWalk(space, random, (step, allowed) => {
    if (step < at) return parent[step];
    if (step > at || kind === 'remove') return parent[step - shift];
    const others = allowed.filter((token) => token !== parent[at]);
    if (others.length === 0) return parent[at];
    ofOthers = Math.log(others.length);
    return random.choose(others);
  });
  return { ...walk, chance: chanceOf(walk, Math.log(kinds.length * parent.length) + ofOthers + entropy) };
}

/** Mutations of one parent that are tried before a random network takes its place. */
const TRIES = 20;

/**
 * A mutation of a candidate that was not proposed before, if one is found soon; else the last one that was tried.
 * @param ofParent entropy of the distribution that the parent was drawn from, in nats
 */
export function unknownChild<Own>(space: Space, { walks, random, numberOf, reuse }: Archive<Own>, parent: number, ofParent = 0): Walk {
  for (let tries = 1; ; tries++) {
    const child = mutate(space, walks[parent - 1]!, random);
    const known = numberOf(child.notation);
    if (known === undefined || tries === TRIES) return { ...child, chance: chanceOf(child, child.chance!.entropy + ofParent) };
    if (known !== parent) reuse(known);
  }
}
