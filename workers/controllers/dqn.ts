import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { epsilonAt, scaleSchedule } from '../../schema/plans/epsilon.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { type Archive, archiveController } from './archive.ts';
import {
  type Blocks,
  block,
  copyBlocks,
  descend,
  emptyBlocks,
  type Gradients,
  gradientOf,
  openBlocks,
  type StoredBlocks,
  storeBlocks,
} from './blocks.ts';
import type { Controller } from './controller.ts';
import { chanceOf, epsilonGreedyEntropy } from './entropy.ts';
import { tokenOf } from './mutate.ts';
import { takeWalk, type Walk } from './walk.ts';

interface Learned {
  /** Of the first values. */
  seed: number;
  /** phi of algorithm 3. */
  blocks: StoredBlocks;
  /** phi' of algorithm 3. */
  target: StoredBlocks;
  /** Results that were learned from. */
  results: number;
}

/** Known networks that may come up one after the other before a random one that is not takes their place. */
const MOST_REPEATS = 30;
/** First values lie between plus and minus this. */
const SPREAD = 0.1;
/** Longest norm of the gradient: early targets of a new network may be far off. */
const CLIP_NORM = 10;

/**
 * DQN (Mnih et al. 2015; thesis 2.3.2, algorithm 3): Q is a network with one hidden layer of ReLUs. Its input is the state's key, a vector of
 * ones and zeros with one place for every value of every field; each decision has an output of its own. After each result `updates` batches
 * of transitions are drawn from the buffer; a target network that stays for `targetEvery` results says what follows. The reward sits on the
 * last transition.
 */
export function dqn(plan: ControllerPlan, space: Space): Controller {
  const { hidden, learningRate, batch, updates, buffer, targetEvery } = plan.dqn;

  return archiveController<Learned>(space, {
    kind: 'DQN',
    begin: (seed) => ({ seed, blocks: emptyBlocks(), target: emptyBlocks(), results: 0 }),

    propose(archive, number) {
      const epsilon = epsilonAt(scaleSchedule(plan.epsilon, archive.budget), number);
      const { random, own } = archive;
      const online = openBlocks(own.blocks);
      for (let repeats = 0; ; repeats++) {
        let entropy = 0;
        const taken = takeWalk(space, (key, count, actions) => {
          const good = best(qValues(online, own.seed, hidden, key, actions.map(tokenOf)).values);
          entropy += epsilonGreedyEntropy(count, good.length, epsilon);
          return random.uniform() < epsilon ? random.integer(count) : random.choose(good);
        });
        const walk: Walk = { ...taken, chance: chanceOf(taken, entropy), epsilon };
        const known = archive.numberOf(walk.notation);
        if (known === undefined || repeats === MOST_REPEATS) return walk;
        archive.reuse(known);
      }
    },

    observe(archive, _, reward) {
      if (reward === null) return;
      const { own } = archive;
      const target = openBlocks(own.target);
      const results = own.results + 1;
      const trained = archive.rewards.flatMap((each, i) => (each === null ? [] : [i])).slice(-buffer);
      const changed = copyBlocks(openBlocks(own.blocks));
      for (let update = 0; update < updates; update++) {
        const transitions = Array.from({ length: batch }, () => drawTransition(space, archive, trained));
        const gradients = temporalDifference(changed, target, own.seed, hidden, plan.discount, transitions);
        descend(changed, gradients, learningRate, CLIP_NORM);
      }
      const blocks = storeBlocks(changed);
      archive.own = { ...own, results, blocks, target: results % targetEvery === 0 ? blocks : own.target };
    },
  });
}

/** One step of a stored walk; `following` is null at its end. */
export interface Transition {
  key: string;
  token: string;
  reward: number;
  following: { key: string; allowed: readonly string[] } | null;
}

function drawTransition(space: Space, { walks, rewards, random }: Archive<Learned>, trained: readonly number[]): Transition {
  const candidate = random.choose(trained);
  const walk = walks[candidate]!;
  const step = random.integer(walk.length);
  let state = space.initial();
  for (let i = 0; i < step; i++) state = space.next(state, space.actions(state)[walk[i]!]);
  const action = space.actions(state)[walk[step]!];
  const after = space.next(state, action);
  const last = step === walk.length - 1;
  return {
    key: space.stateKey(state),
    token: tokenOf(action),
    reward: last ? rewards[candidate]! : 0,
    following: last ? null : { key: space.stateKey(after), allowed: space.actions(after).map(tokenOf) },
  };
}

/** The gradient of  1/2 mean (Q(s, a) - (r + discount max Q'(s', a')))^2, where Q' is the target network. */
export function temporalDifference(
  online: Blocks,
  target: Blocks,
  seed: number,
  hidden: number,
  discount: number,
  transitions: readonly Transition[],
): Gradients {
  const gradients: Gradients = new Map();
  for (const { key, token, reward, following } of transitions) {
    const ahead = following ? Math.max(...qValues(target, seed, hidden, following.key, following.allowed).values) : 0;
    const { values, units } = qValues(online, seed, hidden, key, [token]);
    const error = (values[0]! - (reward + discount * ahead)) / transitions.length;
    const weights = output(online, seed, hidden, token);
    const ofOutput = gradientOf(gradients, `q:${token}`, hidden + 1);
    const ofUnits = new Float64Array(hidden);
    for (let i = 0; i < hidden; i++) {
      ofOutput[i] = ofOutput[i]! + error * units[i]!;
      ofUnits[i] = units[i]! > 0 ? error * weights[i]! : 0;
    }
    ofOutput[hidden] = ofOutput[hidden]! + error;
    for (const feature of featuresOf(key)) {
      const ofFeature = gradientOf(gradients, feature, hidden);
      for (let i = 0; i < hidden; i++) ofFeature[i] = ofFeature[i]! + ofUnits[i]!;
    }
  }
  return gradients;
}

/** Q of the allowed decisions in a state, and the hidden units that they come from. */
export function qValues(
  blocks: Blocks,
  seed: number,
  hidden: number,
  key: string,
  allowed: readonly string[],
): { values: number[]; units: Float64Array } {
  const units = new Float64Array(hidden);
  for (const feature of featuresOf(key)) {
    const weights = block(blocks, feature, hidden, seed, SPREAD);
    for (let i = 0; i < hidden; i++) units[i] = units[i]! + weights[i]!;
  }
  for (let i = 0; i < hidden; i++) units[i] = Math.max(0, units[i]!);
  const values = allowed.map((token) => {
    const weights = output(blocks, seed, hidden, token);
    let value = weights[hidden]!;
    for (let i = 0; i < hidden; i++) value += weights[i]! * units[i]!;
    return value;
  });
  return { values, units };
}

const output = (blocks: Blocks, seed: number, hidden: number, token: string) => block(blocks, `q:${token}`, hidden + 1, seed, SPREAD);

/** A place for the value of every field of a key, and one that is always on. */
function featuresOf(key: string): string[] {
  return ['x:', ...key.split(',').map((value, field) => `x:${field}=${value}`)];
}

/** Positions of the largest. */
function best(values: readonly number[]): number[] {
  const most = Math.max(...values);
  return values.flatMap((value, i) => (value === most ? [i] : []));
}
