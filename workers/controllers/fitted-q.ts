import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { epsilonAt, scaleSchedule } from '../../schema/plans/epsilon.ts';
import { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { actionFeatures, stateFeatures } from '../../schema/values/encoding.ts';
import { openTrees, type StoredTrees, storeTrees, treeValues } from '../../schema/values/trees.ts';
import { archiveController } from './archive.ts';
import type { Controller } from './controller.ts';
import { chanceOf, epsilonGreedyEntropy } from './entropy.ts';
import { fitQ, type Situation, type Transition } from './fit-q.ts';
import { takeWalk, type Walk } from './walk.ts';

interface Learned {
  /** Of the trees' cuts. */
  seed: number;
  /** phi of algorithm 2; null before the first fit. */
  trees: StoredTrees | null;
  /** Results that may be learned from. */
  results: number;
}

/** Known networks that may come up one after the other before a random one that is not takes their place. */
const MOST_REPEATS = 30;

/** Fits of `fitEvery` results before they become rarer. */
const FITS = 50;

/**
 * Results between two fits: `fitEvery` up to 50 times as many results, then a fiftieth of all, in whole `fitEvery`. A batch that has grown by
 * less teaches little, and so a step costs no more in a long search than in a short one.
 */
export function fitInterval(results: number, fitEvery: number): number {
  return fitEvery * Math.max(1, Math.floor(results / (FITS * fitEvery)));
}

/**
 * Fitted Q iteration (thesis 2.3.2, algorithm 2; Ernst et al. 2005): epsilon-greedy walks through Q-values that extremely randomised trees give. Every
 * `fitInterval` results they are fitted anew to the transitions of all trained networks, as far back as `buffer` goes. The reward sits on the last transition.
 */
export function fittedQ(plan: ControllerPlan, space: Space): Controller {
  const { fitEvery, buffer } = plan.fittedQ;
  const transitions = transitionsOf(space);

  return archiveController<Learned>(space, {
    kind: 'FITTED_Q',
    begin: (seed) => ({ seed, trees: null, results: 0 }),

    propose(archive, number) {
      const epsilon = epsilonAt(scaleSchedule(plan.epsilon, archive.budget), number);
      const { random, own } = archive;
      const trees = own.trees && openTrees(own.trees);
      for (let repeats = 0; ; repeats++) {
        let entropy = 0;
        const taken = takeWalk(space, (key, count, actions) => {
          const explores = random.uniform() < epsilon;
          const good = trees ? best(treeValues(trees, key, actions)) : actions.map((_, i) => i);
          entropy += epsilonGreedyEntropy(count, good.length, epsilon);
          return explores ? random.integer(count) : random.choose(good);
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
      const results = own.results + 1;
      archive.own = { ...own, results };
      if (results % fitInterval(results, fitEvery) !== 0) return;
      const batch: Transition[] = [];
      for (let i = archive.rewards.length - 1; i >= 0; i--) {
        const each = archive.rewards[i];
        if (each == null) continue;
        if (batch.length + archive.walks[i]!.length > buffer) break;
        batch.push(...transitions(archive.walks[i]!, each));
      }
      if (batch.length === 0) return;
      const before = own.trees && openTrees(own.trees);
      archive.own.trees = storeTrees(fitQ(batch, before, plan.fittedQ, plan.discount, Random.of(own.seed, 'trees', results)));
    },
  });
}

/** The transitions of stored walks, which never change: what they pass is looked up in the space once. */
function transitionsOf(space: Space): (walk: readonly number[], reward: number) => Transition[] {
  const known = new WeakMap<readonly number[], Situation[]>();
  const pass = (walk: readonly number[]): Situation[] => {
    let state = space.initial();
    return walk.map((choice) => {
      const key = space.stateKey(state);
      const actions = space.actions(state);
      state = space.next(state, actions[choice]);
      return { key, features: stateFeatures(key), actions: actions.map((action) => actionFeatures(action)) };
    });
  };
  return (walk, reward) => {
    const passed = known.get(walk) ?? pass(walk);
    known.set(walk, passed);
    return passed.map((from, i) => ({ from, choice: walk[i]!, reward: i + 1 < walk.length ? 0 : reward, to: passed[i + 1] ?? null }));
  };
}

/** Positions of the largest. */
function best(values: readonly number[]): number[] {
  const most = Math.max(...values);
  return values.flatMap((value, i) => (value === most ? [i] : []));
}
