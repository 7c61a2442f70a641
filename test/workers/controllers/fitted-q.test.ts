import { describe, expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { actionFeatures, stateFeatures } from '../../../schema/values/encoding.ts';
import { openTrees, storeTrees, type Trees, treeValues } from '../../../schema/values/trees.ts';
import type { ArchiveState } from '../../../workers/controllers/archive.ts';
import { growTrees, rankInputs } from '../../../workers/controllers/extra-trees.ts';
import { fitQ, type Situation, type Transition } from '../../../workers/controllers/fit-q.ts';
import { fitInterval } from '../../../workers/controllers/fitted-q.ts';
import { mnist, original, random, search } from './setup.ts';

/** Cut down to single rows, so that the trees hold what they are taught. */
const EXACT = { trees: 5, smallest: 2, iterations: 40 };

describe('on a chain of states', () => {
  /** As in dqn.test.ts: right goes one on, left one back, stopping ends the walk with a reward that depends on the place. */
  const PLACES = 6;
  const DISCOUNT = 0.9;
  const allowed = (place: number) => (place === PLACES - 1 ? ['stop'] : place === 0 ? ['right', 'stop'] : ['left', 'right', 'stop']);
  const rewardOf = (place: number) => [0.3, 0.1, 0.2, 0.1, 0.4, 1][place]!;
  const situations = Array.from(
    { length: PLACES },
    (_, place): Situation => ({
      key: `${place},${place % 2}`,
      features: stateFeatures(`${place},${place % 2}`),
      actions: allowed(place).map((action) => actionFeatures({ type: action })),
    }),
  );
  const transitions = situations.flatMap((from, place) =>
    allowed(place).map((action, choice): Transition => {
      if (action === 'stop') return { from, choice, reward: rewardOf(place), to: null };
      return { from, choice, reward: 0, to: situations[place + (action === 'right' ? 1 : -1)]! };
    }),
  );

  const exact = new Array<number>(PLACES).fill(0);
  const worth = (place: number, action: string) =>
    action === 'stop' ? rewardOf(place) : DISCOUNT * exact[action === 'right' ? place + 1 : place - 1]!;
  for (let sweep = 0; sweep < 100; sweep++)
    for (let place = 0; place < PLACES; place++) exact[place] = Math.max(...allowed(place).map((action) => worth(place, action)));

  const valuesOf = (trees: Trees, place: number) =>
    treeValues(
      trees,
      situations[place]!.key,
      allowed(place).map((type) => ({ type })),
    );

  it('gives what value iteration gives', () => {
    // once more from what was fitted: the first cuts are made before anything is known of what follows
    const first = fitQ(transitions, null, EXACT, DISCOUNT, Random.of(1, 'first'));
    const trees = fitQ(transitions, first, EXACT, DISCOUNT, Random.of(1, 'second'));
    for (let place = 0; place < PLACES; place++)
      for (const [i, action] of allowed(place).entries())
        expect(Math.abs(valuesOf(trees, place)[i]! - worth(place, action)), `Q(${place}, ${action})`).toBeLessThan(0.02);
  });

  it('takes a reward one decision further back with each iteration', () => {
    const first = fitQ(transitions, null, { ...EXACT, iterations: 1 }, DISCOUNT, Random.of(1, 'one'));
    expect(valuesOf(first, 4)[1]).toBeCloseTo(0, 6); // to the right lies 1, which is not known yet
    const second = fitQ(transitions, first, { ...EXACT, iterations: 1 }, DISCOUNT, Random.of(1, 'two'));
    expect(valuesOf(second, 4)[1]).toBeCloseTo(0.9, 6);
    expect(valuesOf(second, 3)[1]).toBeCloseTo(DISCOUNT * rewardOf(4), 6);
  });

  it('counts every transition: equal ones weigh as many as they are', () => {
    const stop = (reward: number): Transition => ({ from: situations[5]!, choice: 0, reward, to: null });
    const trees = fitQ([stop(1), stop(1), stop(1), stop(0)], null, EXACT, DISCOUNT, Random.of(1, 'mean'));
    expect(valuesOf(trees, 5)[0]).toBeCloseTo(0.75, 6);
  });
});

describe('extremely randomised trees', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [['x', i % 20] as const, [`kind=${i % 3}`, 1] as const]);
  const targets = Float64Array.from({ length: 200 }, (_, i) => (i % 20 > 9 ? 1 : 0) + (i % 3 === 1 ? 0.5 : 0));
  const weights = new Float64Array(200).fill(1);
  const grow = (smallest: number) => growTrees(rankInputs(rows), targets, weights, { trees: 10, smallest }, Random.of(3, 'grow'));

  it('hold what depends on numbers and on words, and come back from JSON to the last bit', () => {
    const { trees } = grow(2);
    const again = openTrees(JSON.parse(JSON.stringify(storeTrees(trees))));
    for (const i of [0, 7, 44, 199]) {
      const input = new Float64Array(trees.columns.size);
      for (const [name, value] of rows[i]!) input[trees.columns.get(name)!] = value;
      const predict = (of: Trees) => of.roots.reduce((sum, root) => sum + of.number[walk(of, root, input)]!, 0) / of.roots.length;
      expect(predict(trees)).toBeCloseTo(targets[i]!, 6);
      expect(predict(again)).toBe(predict(trees));
    }
  });

  it('say in which leaf each row came to rest, and split nothing below the smallest weight', () => {
    const { trees, leaves } = grow(60);
    for (const [t, rest] of leaves.entries()) {
      const sizes = new Map<number, number>();
      for (const [i, leaf] of rest.entries()) {
        sizes.set(leaf, (sizes.get(leaf) ?? 0) + 1);
        const input = new Float64Array(trees.columns.size);
        for (const [name, value] of rows[i]!) input[trees.columns.get(name)!] = value;
        expect(walk(trees, trees.roots[t]!, input)).toBe(leaf);
      }
      for (const [leaf, size] of sizes) {
        const mean = rest.reduce((sum, at, i) => sum + (at === leaf ? targets[i]! : 0), 0) / size;
        expect(trees.number[leaf]).toBeCloseTo(mean, 6);
      }
    }
    expect(trees.column.length).toBeLessThan(grow(2).trees.column.length);
  });

  /** Down by hand: leaves look at no input. */
  function walk({ column, number, right }: Trees, root: number, input: Float64Array): number {
    const at = column[root]!;
    return at === 0xffff ? root : walk({ column, number, right } as Trees, input[at]! <= number[root]! ? root + 1 : right[root]!, input);
  }
});

describe('the controller', () => {
  it('fits rarer as results grow, so that all fits together cost no more than in proportion to them', () => {
    expect([20, 980, 1980, 2000, 3000, 10_000].map((results) => fitInterval(results, 20))).toEqual([20, 20, 20, 40, 60, 200]);
    let fits = 0;
    for (let results = 1; results <= 10_000; results++) if (results % fitInterval(results, 20) === 0) fits++;
    expect(fits).toBeGreaterThan(150);
    expect(fits).toBeLessThan(250);
  });

  const space = makeSpace(
    {
      kind: 'CHAIN',
      rules: 'THESIS',
      filters: [8, 16, 32, 64],
      kernels: [1, 3, 5],
      pools: [{ size: 2, stride: 2 }],
      units: [32, 64],
      globalAveragePool: true,
      maxLayers: 4,
    },
    mnist,
  );
  /** Wide first convolutions and a pool, then to the end: what one can learn layer by layer. */
  const reward = (notation: string) =>
    [...notation.matchAll(/C\((\d+),(\d),/g)].reduce(
      (sum, [, filters, kernel], i) => sum + (Number(filters) * Number(kernel)) / 320 / (i + 1),
      0,
    ) + (notation.includes('P(') ? 0.3 : 0);

  it('finds better networks than random search from the same seeds', () => {
    const mean = (values: (number | null)[]) => values.reduce<number>((sum, value) => sum + value!, 0) / values.length;
    const last = (kind: 'FITTED_Q' | 'RANDOM') =>
      [1, 2, 3].map((seed) => {
        const { rewards } = search({ ...(kind === 'RANDOM' ? random : original), kind }, space, reward, {
          seed,
          budget: 120,
          parallelism: 4,
        });
        return mean(rewards.slice(-20));
      });
    const [ours, theirs] = [last('FITTED_Q'), last('RANDOM')];
    for (const [i, value] of ours.entries()) expect(value, `seed ${i + 1}`).toBeGreaterThan(theirs[i]! * 1.3);
  });

  it('fits after so many results that teach, to the latest candidates alone', () => {
    const plan = { ...original, kind: 'FITTED_Q' as const, fittedQ: { fitEvery: 12, iterations: 5, trees: 3, smallest: 2, buffer: 12 } };
    const run = (budget: number, of: (number: number) => number | null) =>
      search(plan, space, (_, number) => of(number), { seed: 1, budget }).state as ArchiveState<{ trees: unknown; results: number }>;
    expect(run(20, (number) => (number % 2 ? 1 : null)).own).toMatchObject({ results: 10, trees: null });
    const { own } = run(12, (number) => (number <= 6 ? 100 : 1));
    const trees = openTrees(own.trees as Parameters<typeof openTrees>[0]);
    expect(Math.max(...trees.number.filter((_, node) => trees.column[node] === 0xffff))).toBeLessThanOrEqual(1);
  });
});
