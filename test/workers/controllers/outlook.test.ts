import { expect, it } from 'vitest';
import type { ControllerPlan } from '../../../schema/plans/controller.ts';
import type { ChainLimits } from '../../../schema/spaces/limits.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import type { ControllerState } from '../../../workers/controllers/controller.ts';
import { fixedList } from '../../../workers/controllers/list.ts';
import { makeController } from '../../../workers/controllers/make.ts';
import { outlook } from '../../../workers/controllers/outlook.ts';
import { arbitraryReward, mnist, original, search } from './setup.ts';

const limits: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [8, 16],
  kernels: [1, 3],
  pools: [{ size: 2, stride: 2 }],
  units: [32, 16],
  globalAveragePool: true,
  maxLayers: 5,
};
const space = makeSpace(limits, mnist);
const PARALLELISM = 4;
const BUDGET = 40;

/** A search with the state after its fourth candidate was observed, and what it proposed in all. */
function halfway(plan: ControllerPlan) {
  const states: ControllerState[] = [];
  const { proposals } = search(plan, space, arbitraryReward, {
    seed: 5,
    budget: BUDGET,
    parallelism: PARALLELISM,
    between: (state) => {
      states.push(state);
      return state;
    },
  });
  return { state: states[5]!, notations: proposals.map(({ notation }) => notation) };
}

it.each([
  ['RANDOM', { ...original, kind: 'RANDOM' }, BUDGET],
  // epsilon is 1 for 22 of 40 candidates
  ['Q_LEARNING', original, 22],
  ['FITTED_Q', { ...original, kind: 'FITTED_Q' }, 22],
  ['DQN', { ...original, kind: 'DQN' }, 22],
  ['EVOLUTION, its first population', { ...original, kind: 'EVOLUTION', evolution: { population: 20, tournament: 5 } }, 20],
  ['NAS, its first batch', { ...original, kind: 'NAS', policy: { ...original.policy, batch: 10, hidden: 6 } }, 10],
] as const)('%s: the networks to come are told while rewards decide nothing', (_, plan, exact) => {
  const { state, notations } = halfway(plan);
  const ahead = outlook(makeController(plan, space), state, { parallelism: PARALLELISM, budget: BUDGET }, 1_000);
  expect(ahead).toHaveLength(BUDGET - state.proposed);
  expect(ahead.slice(0, exact - state.proposed)).toEqual(notations.slice(state.proposed, exact));
});

it('changes nothing: the search goes on as without it', () => {
  const looking = search(original, space, arbitraryReward, {
    seed: 5,
    budget: BUDGET,
    parallelism: PARALLELISM,
    between: (state) => {
      outlook(makeController(original, space), state, { parallelism: PARALLELISM, budget: BUDGET }, 1_000);
      return state;
    },
  });
  expect(looking).toEqual(search(original, space, arbitraryReward, { seed: 5, budget: BUDGET, parallelism: PARALLELISM }));
});

it('ends at so many networks, when its time is over, and where a state tells nothing', () => {
  const { state } = halfway(original);
  const controller = makeController(original, space);
  const within = { parallelism: PARALLELISM, budget: BUDGET };
  expect(outlook(controller, state, within, 7)).toHaveLength(7);
  let rounds = 0;
  expect(outlook(controller, state, within, 1_000, () => ++rounds <= 2)).toHaveLength(2 * PARALLELISM);
  const list = fixedList(['C(8,1,1), SM(10)']);
  const listed = list.step(list.start(1), [], { parallelism: 1, budget: 1 }).state;
  expect(outlook(list, listed, { parallelism: 1, budget: 1 }, 10)).toEqual([]);
});
