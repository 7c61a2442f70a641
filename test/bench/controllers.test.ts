import { describe, expect, it } from 'vitest';
import { makeController } from '../../workers/controllers/make.ts';
import { difference, figureOf } from './controller-figures.ts';
import { parseOptions } from './controller-options.ts';
import { KINDS, networksFor, planOf } from './controller-plans.ts';
import { predictionJudge } from './controller-prediction.ts';
import { runController } from './controller-run.ts';
import { measureSteps } from './controller-steps.ts';
import { drawPanels } from './curves.ts';
import { EPOCHS, tabularProblem } from './tabular.ts';

const problem = tabularProblem();
const evolution = planOf('EVOLUTION', false);
const limits = { seed: 1, candidates: 200, parallelism: 4 };

describe('the table', () => {
  it('has a reward for every network of its space, and nearly all differ', () => {
    expect(BigInt(problem.rewards.size)).toBe(problem.space.count());
    expect(problem.rewards.size).toBeGreaterThan(5000);
    const values = [...problem.rewards.values()];
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(0.99 * values.length);
  });

  it('has curves that rise to the reward at the end, some of which cross', () => {
    const networks = [...problem.rewards.keys()].filter((_, i) => i % 5000 === 0);
    const curves = networks.map((notation) => Array.from({ length: EPOCHS }, (_, i) => problem.rewardAfter!(notation, i + 1)));
    for (const [i, curve] of curves.entries()) {
      expect(curve.at(-1)).toBeCloseTo(problem.rewards.get(networks[i]!)!, 12);
      expect(curve.every((value, epoch) => epoch === 0 || value >= curve[epoch - 1]!)).toBe(true);
    }
    const pairs = curves.flatMap((a) => curves.map((b) => (a[0]! - b[0]!) * (a.at(-1)! - b.at(-1)!)));
    expect(pairs.some((product) => product < 0)).toBe(true);
  });
});

describe('a run', () => {
  it('is the same from the same seed, never gets worse, and is better than random search', () => {
    const [evolved, again] = [1, 1].map((seed) => runController(evolution, problem, { ...limits, seed }));
    expect(again!.best).toEqual(evolved!.best);
    expect(evolved!.best).toHaveLength(200);
    expect(evolved!.best.every((value, i) => i === 0 || value! >= evolved!.best[i - 1]!)).toBe(true);
    const runs = (kind: 'EVOLUTION' | 'RANDOM') =>
      [1, 2, 3, 4, 5].map((seed) => runController(planOf(kind, false), problem, { ...limits, seed }));
    const figure = figureOf('EVOLUTION', runs('EVOLUTION'), problem, runs('RANDOM'), null);
    expect(figure.over_random!.value).toBeGreaterThan(0);
    expect(figure.ratio).toBeLessThan(1);
    expect(figure.regret.map(({ candidates }) => candidates)).toEqual([20, 40, 100, 200]);
  });

  it.each(['SUCCESSIVE_HALVING', 'HYPERBAND', 'ASHA'] as const)('of %s spends the epochs of as many whole trainings', (kind) => {
    const plan = planOf(kind, false);
    const { best, networks } = runController(plan, problem, { ...limits, candidates: 60 });
    expect(best).toHaveLength(60);
    expect(best[0]).toBe(null);
    expect(best.at(-1)).toBeGreaterThan(0.8);
    expect(networks).toBeGreaterThan(60);
    expect(networks).toBeLessThanOrEqual(networksFor(plan, EPOCHS, 60));
  });

  it('spends less on candidates that a prediction stops, which are never the best', () => {
    const whole = runController(evolution, problem, { ...limits, candidates: 60 });
    const { best, networks, stopped } = runController(
      evolution,
      problem,
      { ...limits, candidates: 60 },
      predictionJudge(problem, 'OLS', 1),
    );
    expect(whole).toMatchObject({ networks: 60, stopped: 0 });
    expect(stopped).toBeGreaterThan(0);
    expect(networks).toBeLessThanOrEqual(60);
    expect([...problem.rewards.values()]).toContain(best.at(-1));
  });
});

it.each(KINDS)('a step of %s is timed after so many results, and its state measured', (kind) => {
  const controller = makeController(planOf(kind, false), problem.space, EPOCHS);
  const { results, ms, json_ms, bytes } = measureSteps(controller, (notation) => problem.rewards.get(notation)!, 20, 1, {
    memory: 4,
    text: 2,
  });
  expect(results).toBe(20);
  expect(ms).toBeGreaterThan(0);
  expect(json_ms).toBeGreaterThan(0);
  expect(bytes).toBeGreaterThan(500);
});

it('a difference of medians lies within its interval, which is empty for equal numbers', () => {
  expect(difference([3, 3, 3], [1, 1, 1])).toEqual({ value: 2, low: 2, high: 2 });
  const { value, low, high } = difference([1, 2, 3, 4, 9], [0, 1, 2, 3, 4]);
  expect(value).toBe(1);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
});

it('a plot has a line, a band and a name for each curve, also for one that begins late', () => {
  const curves = [
    { name: 'TPE', quartiles: [[0.1, 0.2, 0.3] as const, [0.01, 0.02, 0.03] as const].map((q) => [...q] as [number, number, number]) },
    { name: 'ASHA', quartiles: [null, [0.01, 0.02, 0.03] as [number, number, number]] },
  ];
  const svg = drawPanels([{ title: 'Regret', y: 'regret', scale: 'logarithmic', curves }], 'cost');
  expect(svg.match(/fill-opacity/g)).toHaveLength(2);
  expect(svg.match(/stroke-width="2"/g)).toHaveLength(2);
  for (const name of ['TPE', 'ASHA']) expect(svg).toContain(`>${name}</text>`);
  expect(svg).not.toContain('NaN');
});

it('refuses options with their name, value and what is allowed', () => {
  expect(parseOptions(['--controllers', 'TPE,RANDOM', '--seeds', '3'])).toMatchObject({
    kinds: ['RANDOM', 'TPE'],
    seeds: 3,
    candidates: 500,
  });
  expect(() => parseOptions(['--controllers', 'TPE,tpe'])).toThrow('--controllers: "tpe"; allowed are RANDOM, Q_LEARNING');
  expect(() => parseOptions(['--controllers', 'ENAS'])).toThrow('--controllers: "ENAS"; allowed are');
  expect(() => parseOptions(['--seeds', '0'])).toThrow('--seeds: "0"; allowed are whole numbers from 1 to 1000');
  expect(() => parseOptions(['--dataset', 'cifar10'])).toThrow('--dataset: "cifar10"; allowed is none without --nas-bench-201');
});
