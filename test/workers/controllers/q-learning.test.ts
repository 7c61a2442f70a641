import { describe, expect, test } from 'vitest';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import type { ControllerState } from '../../../workers/controllers/controller.ts';
import { makeController } from '../../../workers/controllers/make.ts';
import type { QLearningState } from '../../../workers/controllers/q-learning.ts';
import { tableRows } from '../../../workers/controllers/q-table.ts';
import { MetaqnnOracle } from './metaqnn-oracle.ts';
import { arbitraryReward, greedy, mnist, original, random, search } from './setup.ts';

const tour = makeSpace(spacePresets['tour-chain'], mnist);
const variational = makeSpace(spacePresets['tour-variational'], mnist);
const limits = { ...spacePresets['tour-chain'], filters: [8, 16], kernels: [3], pools: [], units: [], globalAveragePool: true };
/** SM, GAP and one or two convolutions: 1 + 1 + 2 + 2 + 4 = 10, with GAP after one convolution. */
const tiny = makeSpace({ ...limits, maxLayers: 2 }, mnist);

const throughJson = (state: ControllerState): ControllerState => JSON.parse(JSON.stringify(state));
const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};

describe.each([
  ['original', original, tour],
  ['greedy', greedy, tour],
  ['random', random, tour],
  ['original, variational', original, variational],
] as const)('the %s controller', (_, plan, space) => {
  const options = { seed: 5, budget: 120 };
  const some = (notation: string, number: number) => (number % 11 === 0 ? null : arbitraryReward(notation));
  const alone = search(plan, space, some, options);
  const three = search(plan, space, some, { ...options, parallelism: 3 });

  test('proposes the budget, every network once', () => {
    for (const { proposals } of [alone, three]) {
      expect(proposals).toHaveLength(120);
      expect(new Set(proposals.map(({ notation }) => notation)).size).toBe(120);
    }
  });

  test('proposes the same through JSON, and never changes a state', () => {
    expect(search(plan, space, some, { ...options, between: throughJson })).toEqual(alone);
    expect(search(plan, space, some, { ...options, between: deepFreeze })).toEqual(alone);
    expect(throughJson(alone.state)).toEqual(alone.state);
  });

  test('proposes the same for results one by one, two, or three at once', () => {
    for (const batch of [2, 3]) {
      const batched = search(plan, space, some, { ...options, parallelism: 3, batch, between: throughJson });
      expect(batched.proposals).toEqual(three.proposals);
      expect(batched.reused).toEqual(three.reused);
      expect(batched.state).toEqual(three.state);
    }
  });

  test('keeps `parallelism` in flight', () => {
    const controller = makeController(plan, space);
    const first = controller.step(controller.start(1), [], { parallelism: 3, budget: 4 });
    expect(first.proposals).toHaveLength(3);
    expect(controller.step(first.state, [], { parallelism: 3, budget: 4 }).proposals).toEqual([]);
    const results = first.proposals.map(({ notation }, i) => ({ number: i + 1, notation, reward: 0.5 }));
    const second = controller.step(first.state, results, { parallelism: 3, budget: 4 });
    expect(second.proposals).toHaveLength(1);
    expect(second.state).toMatchObject({ observed: 3, proposed: 4 });
  });

  test('another seed is another search', () => {
    const other = search(plan, space, some, { ...options, seed: 6 });
    expect(other.proposals[0]).not.toEqual(undefined);
    expect(other.proposals).not.toEqual(alone.proposals);
  });

  test('results with a gap, of another network, or of one that was not proposed are refused', () => {
    const controller = makeController(plan, space);
    const { state, proposals } = controller.step(controller.start(1), [], { parallelism: 2, budget: 9 });
    const step = (number: number, notation: string) => () =>
      controller.step(state, [{ number, notation, reward: 0 }], { parallelism: 2, budget: 9 });
    expect(step(2, proposals[1]!.notation)).toThrow('candidate 2; allowed: candidate 1');
    expect(step(1, 'SM(99)')).toThrow(`candidate 1 is SM(99); allowed: ${proposals[0]!.notation}`);
    expect(() => controller.step(state, [], { parallelism: 0, budget: 9 })).toThrow('parallelism: 0; allowed');
    expect(() => controller.step({ ...state, kind: 'OTHER' }, [], { parallelism: 1, budget: 9 })).toThrow('state: OTHER 1; allowed');
  });
});

describe('the end of a small space', () => {
  test.each([
    ['original', original],
    ['greedy', greedy],
    ['random', random],
  ])('%s finds every network once, and says that there are no more', (_, plan) => {
    expect(tiny.count()).toBe(10n);
    for (const parallelism of [1, 3, 20]) {
      const { proposals, exhausted } = search(plan, tiny, arbitraryReward, { seed: 3, budget: 50, parallelism });
      expect(proposals).toHaveLength(10);
      expect(new Set(proposals.map(({ notation }) => notation)).size).toBe(10);
      expect(exhausted).toBe(true);
    }
  });

  test('is not announced before', () => {
    expect(search(original, tiny, arbitraryReward, { seed: 3, budget: 9 }).exhausted).toBe(false);
  });
});

describe('Q-learning', () => {
  test('takes epsilon from the schedule, by distinct networks', () => {
    const { proposals } = search(original, tour, arbitraryReward, { seed: 1, budget: 270 });
    const epsilons = proposals.map(({ epsilon }) => epsilon);
    expect(epsilons.slice(0, 150).every((epsilon) => epsilon === 1)).toBe(true);
    expect(epsilons.filter((epsilon) => epsilon === 0.9)).toHaveLength(10);
    expect(epsilons.slice(-15).every((epsilon) => epsilon === 0.1)).toBe(true);
  });

  test('a network that comes up again updates the table once more, and is not trained again', () => {
    // Without replay the table is the product of the updates alone: first results, and repeats, in order.
    const space = makeSpace({ ...spacePresets['metaqnn-mnist'] }, mnist);
    const plan = { ...original, replay: 0, learningRate: 0.1, epsilon: [{ epsilon: 0.3, candidates: 1 }] };
    const controller = makeController(plan, space);
    const oracle = new MetaqnnOracle(0.5, 0.1, 1, false);
    const notations: string[] = [];
    let outcome = controller.step(controller.start(9), [], { parallelism: 1, budget: 150 });
    let repeats = 0;
    for (let number = 1; number <= 100; number++) {
      const { notation } = outcome.proposals[0]!;
      notations.push(notation);
      const result = { number, notation, reward: arbitraryReward(notation) };
      outcome = controller.step(outcome.state, [result], { parallelism: 1, budget: 150 });
      for (const net of [notation, ...outcome.reused.map((n) => notations[n - 1]!)]) oracle.update(net, arbitraryReward(net));
      repeats += outcome.reused.length;
    }
    expect(repeats).toBeGreaterThan(20);
    const { table } = outcome.state as QLearningState;
    const networks = notations.map((text) => parseNotation(text, { input: mnist.image, padding: 'same' }));
    const sorted = (values: Iterable<number>) => [...values].sort((a, b) => a - b);
    const ours = tableRows(table, space, networks).map((row) => Number(row.at(-1)));
    expect(sorted(ours)).toEqual(sorted(oracle.rows().values()));
  });

  test('one that comes up again in flight is updated when its result arrives', () => {
    // epsilon 0 and a table that already prefers one network: with 2 in flight it has to come up again at once.
    const plan = { ...original, replay: 0, learningRate: 1, epsilon: [{ epsilon: 0, candidates: 1 }] };
    const controller = makeController(plan, tiny);
    let seen = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const first = controller.step(controller.start(seed), [], { parallelism: 4, budget: 10 });
      if (first.reused.length === 0) continue;
      seen++;
      const state = first.state as QLearningState;
      const counted = Object.values(state.repeats).reduce((sum, times) => sum + times, 0);
      expect(counted).toBe(first.reused.length);
      const results = first.proposals.map(({ notation }, i) => ({ number: i + 1, notation, reward: null }));
      const failed = controller.step(first.state, results, { parallelism: 1, budget: 4 }).state as QLearningState;
      expect(failed.repeats).toEqual({});
      expect(failed.table).toEqual(state.table);
    }
    expect(seen).toBeGreaterThan(5);

    const twice = { ...original, replay: 0, learningRate: 0.5 };
    const start = makeController(twice, tiny).step(makeController(twice, tiny).start(1), [], { parallelism: 1, budget: 1 });
    const { notation } = start.proposals[0]!;
    const observe = (repeats: Record<string, number>) => {
      const state: QLearningState = { ...(start.state as QLearningState), repeats };
      const after = makeController(twice, tiny).step(state, [{ number: 1, notation, reward: 1 }], { parallelism: 1, budget: 1 })
        .state as QLearningState;
      return after.table.values[after.walks[0]!.at(-2)!]![after.walks[0]!.at(-1)!];
    };
    // 0.5, then halfway to 1 at each update.
    expect([observe({}), observe({ 1: 1 }), observe({ 1: 2 })]).toEqual([0.75, 0.875, 0.9375]);
  });

  test.each([null, Number.NaN, Number.POSITIVE_INFINITY])('a reward of %s teaches nothing', (reward) => {
    const { state } = search(original, tour, () => reward, { seed: 2, budget: 40 });
    const { table, rewards } = state as QLearningState;
    expect(rewards).toEqual(new Array(40).fill(null));
    expect(new Set(table.values.flat())).toEqual(new Set([0.5]));
  });

  test('replay draws only trained networks, and makes the table a function of them', () => {
    const { state } = search({ ...original, learningRate: 0.1 }, tour, () => 1, { seed: 4, budget: 60 });
    const values = (state as QLearningState).table.values.flat();
    expect(Math.max(...values)).toBeGreaterThan(0.99);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0.5);
  });
});

describe('learning', () => {
  /** A known landscape: wide 5 x 5 convolutions early and one pool are good; everything adds up. */
  const reward = (notation: string) => {
    const layers = notation.split(', ').filter((layer) => !layer.startsWith('D'));
    const early = layers.slice(0, 3).filter((layer) => layer.startsWith('C(32')).length;
    return 0.2 + 0.2 * early + (notation.includes('P(2,2)') ? 0.1 : 0) + 0.05 * layers.filter((layer) => layer.includes(',5,1)')).length;
  };
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const late = (plan: typeof original) =>
    Array.from({ length: 20 }, (_, seed) => {
      const rewards = search(plan, tour, reward, { seed, budget: 270, parallelism: 2 }).rewards.map(Number);
      return { mean: rewards.slice(-54).reduce((sum, r) => sum + r, 0) / 54, best: Math.max(...rewards) };
    });
  const baseline = late(random);

  test.each([
    ['original', { ...original, learningRate: 0.1 }],
    ['original, alpha of the paper', original],
    ['greedy', greedy],
  ])('%s: the last candidates are better than random ones, over 20 seeds', (_, plan) => {
    const learned = late(plan);
    expect(median(learned.map(({ mean }) => mean))).toBeGreaterThan(median(baseline.map(({ mean }) => mean)));
    expect(median(learned.map(({ best }) => best))).toBeGreaterThanOrEqual(median(baseline.map(({ best }) => best)));
    // Sign test: 16 of 20 by chance has a probability of 0.6%.
    expect(learned.filter(({ mean }, seed) => mean > baseline[seed]!.mean).length).toBeGreaterThanOrEqual(16);
  });
});

test('a step stays fast with 10,000 results', () => {
  const space = makeSpace(spacePresets['thesis-mnist'], mnist);
  const controller = makeController(original, space);
  const { state } = search({ ...original, replay: 0 }, space, arbitraryReward, { seed: 1, budget: 10_000, parallelism: 64, batch: 64 });
  let at = controller.step(state, [], { parallelism: 1, budget: 10_100 });
  const times: number[] = [];
  for (let number = 10_001; number <= 10_060; number++) {
    const result = { number, notation: at.proposals[0]!.notation, reward: 0.5 };
    const before = performance.now();
    at = controller.step(at.state, [result], { parallelism: 1, budget: 10_100 });
    times.push(performance.now() - before);
  }
  // The median, because other programs run beside the tests; ten times what it takes on a quiet machine is the bound.
  expect(times.sort((a, b) => a - b)[30]).toBeLessThan(20);
});
