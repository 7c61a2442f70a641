import { block } from '../../schema/values/blocks.ts';
import { featuresOf, outputOf, qValues, SPREAD } from '../../schema/values/q-network.ts';
import { type Blocks, type Gradients, gradientOf } from './blocks.ts';

/** A state by its key, with the tokens of the decisions that are allowed there. */
export interface Situation {
  key: string;
  allowed: readonly string[];
}

/** One step of a walk; `following` is null at its end. */
export interface Transition {
  key: string;
  token: string;
  reward: number;
  following: Situation | null;
}

/**
 * The gradient of  1/2 mean (Q(s, a) - (r + discount max Q'(s', a')))^2, where Q' is the target network.
 * @param ahead max Q'(s', a') of what follows
 */
export function temporalDifference(
  online: Blocks,
  ahead: (following: Situation) => number,
  seed: number,
  hidden: number,
  discount: number,
  transitions: readonly Transition[],
): Gradients {
  const gradients: Gradients = new Map();
  const parts = new Map<string, Part>();
  const part = (name: string, size: number) => {
    let found = parts.get(name);
    if (found === undefined) {
      found = { weights: block(online, name, size, seed, SPREAD), gradient: gradientOf(gradients, name, size) };
      parts.set(name, found);
    }
    return found;
  };
  const units = new Float64Array(hidden);
  const ofUnits = new Float64Array(hidden);
  for (const { key, token, reward, following } of transitions) {
    const { weights, gradient } = part(outputOf(token), hidden + 1);
    const inputs = featuresOf(key).map((feature) => part(feature, hidden));
    units.fill(0);
    for (const input of inputs) for (let i = 0; i < hidden; i++) units[i] = units[i]! + input.weights[i]!;
    let value = weights[hidden]!;
    for (let i = 0; i < hidden; i++) {
      units[i] = Math.max(0, units[i]!);
      value += weights[i]! * units[i]!;
    }
    const error = (value - (reward + discount * (following ? ahead(following) : 0))) / transitions.length;
    for (let i = 0; i < hidden; i++) {
      gradient[i] = gradient[i]! + error * units[i]!;
      ofUnits[i] = units[i]! > 0 ? error * weights[i]! : 0;
    }
    gradient[hidden] = gradient[hidden]! + error;
    for (const input of inputs) for (let i = 0; i < hidden; i++) input.gradient[i] = input.gradient[i]! + ofUnits[i]!;
  }
  return gradients;
}

/** A block with its gradient. */
interface Part {
  weights: Float64Array;
  gradient: Float64Array;
}

/** Largest Q of what is allowed in a state; each state is worked out once, so the blocks must not change. */
export function largestValues(blocks: Blocks, seed: number, hidden: number): (situation: Situation) => number {
  // states with one key may allow different decisions
  const known = new Map<string, { allowed: readonly string[]; value: number }[]>();
  return ({ key, allowed }) => {
    const found = known.get(key);
    const same = found?.find((other) => other.allowed.length === allowed.length && other.allowed.every((token, i) => token === allowed[i]));
    if (same) return same.value;
    const value = qValues(blocks, seed, hidden, key, allowed).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    if (found) found.push({ allowed, value });
    else known.set(key, [{ allowed, value }]);
    return value;
  };
}
