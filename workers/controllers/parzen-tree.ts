import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { drawPosition } from './draw.ts';
import { surprise } from './entropy.ts';
import { mixtures, NONE, narrow, type Parzen, type StepProbabilities, stepProbabilities } from './parzen.ts';
import type { WalkStep } from './walk.ts';

/** A walk as far as it has come, with what an estimator of good walks and one of bad ones say of it. */
export interface Place {
  step: number;
  state: unknown;
  key: string;
  actions: readonly unknown[];
  tokens: readonly string[];
  good: Side;
  bad: Side;
  /** By position of the action; undefined where no walk went yet. */
  next: (Place | undefined)[];
}

/** One estimator at a place. */
interface Side {
  /** Of each kernel, times its probability of the decisions so far. */
  weights: Float64Array;
  found: StepProbabilities;
}

/** The places that walks pass, each worked out once: many walks that are drawn from one density begin alike. */
export interface ParzenTree extends Estimators {
  root: Place;
}

interface Estimators {
  space: Space;
  good: Parzen;
  bad: Parzen;
  /** As the estimators know decisions. */
  tokenOf: (action: unknown) => string;
}

export function parzenTree(estimators: Estimators): ParzenTree {
  const { space, good, bad } = estimators;
  return { ...estimators, root: placeAt(estimators, { step: 0, state: space.initial() }, good.weights, bad.weights) };
}

function placeAt(
  { space, good, bad, tokenOf }: Estimators,
  { step, state }: Pick<Place, 'step' | 'state'>,
  goodWeights: Float64Array,
  badWeights: Float64Array,
): Place {
  const actions = space.actions(state);
  const tokens = actions.map(tokenOf);
  const allowed = new Set(tokens);
  return {
    ...{ step, state, key: space.stateKey(state), actions, tokens },
    good: { weights: goodWeights, found: stepProbabilities(good, allowed) },
    bad: { weights: badWeights, found: stepProbabilities(bad, allowed) },
    next: [],
  };
}

/** Where a decision leads. */
export function follow(tree: ParzenTree, place: Place, choice: number): Place {
  const known = place.next[choice];
  if (known) return known;
  const { step, state, actions, tokens } = place;
  const narrowed = (estimator: Parzen, { weights, found }: Side) => {
    const own = weights.slice();
    narrow(estimator, own, step, tokens[choice]!, found);
    return own;
  };
  const after = { step: step + 1, state: tree.space.next(state, actions[choice]) };
  const made = placeAt(tree, after, narrowed(tree.good, place.good), narrowed(tree.bad, place.bad));
  place.next[choice] = made;
  return made;
}

/** ln of both densities of the walk that ends at a place. */
export function logDensities({ good, bad }: Place): { good: number; bad: number } {
  return { good: Math.log(sumOf(good.weights)), bad: Math.log(sumOf(bad.weights)) };
}

/** A walk from the good density: from one of its kernels, which is drawn first. */
export function drawFrom(tree: ParzenTree, random: Random): { steps: WalkStep[]; taken: unknown[]; end: Place } {
  const { good } = tree;
  const kernel = drawPosition(good.weights, random);
  const steps: WalkStep[] = [];
  const taken: unknown[] = [];
  let place = tree.root;
  while (place.actions.length > 0) {
    const { step, tokens, actions, key } = place;
    const { other, same } = place.good.found;
    const seen = good.observed[step]?.[kernel] ?? NONE;
    const choice = drawPosition(
      tokens.map((token) => (good.codes.get(token) === seen ? same : other[seen + 1]!)),
      random,
    );
    steps.push({ key, actions: actions.length, choice });
    taken.push(actions[choice]);
    place = follow(tree, place, choice);
  }
  return { steps, taken, end: place };
}

/** In nats: of the good density's decisions along a walk, each given those before it. */
export function entropyAlong(tree: ParzenTree, steps: readonly WalkStep[]): number {
  let entropy = 0;
  let place = tree.root;
  for (const { choice } of steps) {
    const { step, tokens, good } = place;
    const all = sumOf(good.weights);
    for (const p of mixtures(tree.good, good.weights, step, tokens, good.found)) entropy += surprise(p / all);
    place = follow(tree, place, choice);
  }
  return entropy;
}

function sumOf(weights: Float64Array): number {
  let sum = 0;
  for (let kernel = 0; kernel < weights.length; kernel++) sum += weights[kernel]!;
  return sum;
}
