import { describe, expect, it } from 'vitest';
import { CONTROLLER_DEFAULTS } from '../../schema/plans/controller.ts';
import { runController } from './controller-run.ts';
import { difference, figureOf, parseOptions } from './controllers.ts';
import { drawCurves } from './curves.ts';
import { tabularProblem } from './tabular.ts';

const problem = tabularProblem();
const plan = { ...CONTROLLER_DEFAULTS, kind: 'EVOLUTION' as const, epsilon: [] };

describe('the table', () => {
  it('has a reward for every network of its space, and nearly all differ', () => {
    expect(BigInt(problem.rewards.size)).toBe(problem.space.count());
    expect(problem.rewards.size).toBeGreaterThan(5000);
    const values = [...problem.rewards.values()];
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(0.99 * values.length);
  });
});

describe('a run', () => {
  it('is the same from the same seed, never gets worse, and is better than random search', () => {
    const [evolved, again] = [1, 1].map((seed) => runController(plan, problem, { seed, candidates: 200, parallelism: 4 }));
    expect(again!.best).toEqual(evolved!.best);
    expect(evolved!.best).toHaveLength(200);
    expect(evolved!.best.every((value, i) => i === 0 || value >= evolved!.best[i - 1]!)).toBe(true);
    const seeds = [1, 2, 3, 4, 5];
    const runs = (kind: 'EVOLUTION' | 'RANDOM') =>
      seeds.map((seed) => runController({ ...plan, kind }, problem, { seed, candidates: 200, parallelism: 4 }));
    const random = runs('RANDOM').map(({ best }) => best.at(-1)!);
    const figure = figureOf('EVOLUTION', runs('EVOLUTION'), problem, random);
    expect(figure.over_random!.value).toBeGreaterThan(0);
    expect(figure.regret.map(({ candidates }) => candidates)).toEqual([20, 40, 100, 200]);
  });
});

it('a difference of medians lies within its interval, which is empty for equal numbers', () => {
  expect(difference([3, 3, 3], [1, 1, 1])).toEqual({ value: 2, low: 2, high: 2 });
  const { value, low, high } = difference([1, 2, 3, 4, 9], [0, 1, 2, 3, 4]);
  expect(value).toBe(1);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
});

it('a plot has a line, a band and a name for each curve', () => {
  const svg = drawCurves(
    [{ name: 'TPE', quartiles: [[0.1, 0.2, 0.3] as const, [0.01, 0.02, 0.03] as const].map((q) => [...q] as [number, number, number]) }],
    {
      x: 'candidates',
      y: 'regret',
    },
  );
  expect(svg.match(/<path/g)).toHaveLength(2);
  expect(svg).toContain('>TPE</text>');
  expect(svg).not.toContain('NaN');
});

it('refuses options with their name, value and what is allowed', () => {
  expect(parseOptions(['--kind', 'TPE', '--seeds', '3'])).toMatchObject({ kinds: ['TPE'], seeds: 3, candidates: 500 });
  expect(() => parseOptions(['--kind', 'tpe'])).toThrow('--kind: "tpe"; allowed are Q_LEARNING, DQN');
  expect(() => parseOptions(['--seeds', '0'])).toThrow('--seeds: "0"; allowed are whole numbers from 1 to 1000');
});
