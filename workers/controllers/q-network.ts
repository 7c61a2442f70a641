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
 * @param spare numbers of earlier gradients, which are not needed any more
 */
export function temporalDifference(
  online: Blocks,
  ahead: (following: Situation) => number,
  seed: number,
  hidden: number,
  discount: number,
  transitions: readonly Transition[],
  spare: Gradients = new Map(),
): Gradients {
  const gradients: Gradients = new Map();
  const parts = new Map<string, Part>();
  const part = (name: string, size: number) => {
    let found = parts.get(name);
    if (found === undefined) {
      const gradient = gradientOf(spare, name, size).fill(0);
      gradients.set(name, gradient);
      found = { weights: block(online, name, size, seed, SPREAD), gradient };
      parts.set(name, found);
    }
    return found;
  };
  const inputs: Part[] = [];
  const units = new Float64Array(hidden);
  const ofUnits = new Float64Array(hidden);
  for (const { key, token, reward, following } of transitions) {
    const { weights, gradient } = part(outputOf(token), hidden + 1);
    const features = featuresOf(key);
    units.fill(0);
    for (let f = 0; f < features.length; f++) {
      const input = part(features[f]!, hidden);
      inputs[f] = input;
      for (let i = 0; i < hidden; i++) units[i] = units[i]! + input.weights[i]!;
    }
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
    for (let f = 0; f < features.length; f++) {
      const ofInput = inputs[f]!.gradient;
      for (let i = 0; i < hidden; i++) ofInput[i] = ofInput[i]! + ofUnits[i]!;
    }
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
    if (found) for (const other of found) if (isSame(other.allowed, allowed)) return other.value;
    const value = qValues(blocks, seed, hidden, key, allowed).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    if (found) found.push({ allowed, value });
    else known.set(key, [{ allowed, value }]);
    return value;
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
