import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { epsilonAt, scaleSchedule } from '../../schema/plans/epsilon.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { tokenOf } from '../../schema/values/encoding.ts';
import { qValues } from '../../schema/values/q-network.ts';
import { type Archive, archiveController } from './archive.ts';
import { copyBlocks, descend, emptyBlocks, type Gradients, openBlocks, type StoredBlocks, storeBlocks } from './blocks.ts';
import type { Controller } from './controller.ts';
import { chanceOf, epsilonGreedyEntropy } from './entropy.ts';
import { largestValues, type Situation, type Transition, temporalDifference } from './q-network.ts';
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
  /** What follows from walks and target networks, beside them: neither changes once it is stored. */
  const walks = new WeakMap<readonly number[], Omit<Transition, 'reward'>[]>();
  const targets = new WeakMap<StoredBlocks, (situation: Situation) => number>();

  function drawTransition(archive: Archive<Learned>, trained: readonly number[]): Transition {
    const candidate = archive.random.choose(trained);
    const walk = archive.walks[candidate]!;
    const steps = walks.get(walk) ?? stepsOf(space, walk);
    walks.set(walk, steps);
    const step = steps[archive.random.integer(walk.length)]!;
    const { key, token, following } = step;
    return { key, token, following, reward: following ? 0 : archive.rewards[candidate]! };
  }

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
          const good = best(qValues(online, own.seed, hidden, key, actions.map(tokenOf)));
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
      const ahead = targets.get(own.target) ?? largestValues(openBlocks(own.target), own.seed, hidden);
      targets.set(own.target, ahead);
      const results = own.results + 1;
      const trained = trainedOf(archive.rewards, buffer);
      const changed = copyBlocks(openBlocks(own.blocks));
      const spare: Gradients = new Map();
      for (let update = 0; update < updates; update++) {
        const transitions = Array.from({ length: batch }, () => drawTransition(archive, trained));
        const gradients = temporalDifference(changed, ahead, own.seed, hidden, plan.discount, transitions, spare);
        descend(changed, gradients, learningRate, CLIP_NORM);
      }
      const blocks = storeBlocks(changed);
      archive.own = { ...own, results, blocks, target: results % targetEvery === 0 ? blocks : own.target };
    },
  });
}

/** Positions of the latest candidates that did not fail, at most so many; oldest first. */
function trainedOf(rewards: readonly (number | null)[], most: number): number[] {
  const trained: number[] = [];
  for (let i = rewards.length - 1; i >= 0 && trained.length < most; i--) if (rewards[i] !== null) trained.push(i);
  return trained.reverse();
}

/** The steps of a walk, without its reward. */
function stepsOf(space: Space, choices: readonly number[]): Omit<Transition, 'reward'>[] {
  let state = space.initial();
  let actions = space.actions(state);
  return choices.map((choice) => {
    const key = space.stateKey(state);
    const action = actions[choice];
    state = space.next(state, action);
    actions = space.actions(state);
    const following = actions.length === 0 ? null : { key: space.stateKey(state), allowed: actions.map(tokenOf) };
    return { key, token: tokenOf(action), following };
  });
}

/** Positions of the largest. */
function best(values: Float64Array): number[] {
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const positions: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] === most) positions.push(i);
  return positions;
}
