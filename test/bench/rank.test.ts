import { expect, it } from 'vitest';
import { rewardKinds } from '../../schema/plans/rewards.ts';
import { measureRanks, parseOptions } from './rank.ts';

it('refuses options with their name, value and what is allowed', () => {
  expect(parseOptions([])).toEqual({ candidates: 10_000, repeat: 15, json: null });
  expect(parseOptions(['--candidates', '500', '--repeat', '3', '--json', 'x.json'])).toEqual({
    candidates: 500,
    repeat: 3,
    json: 'x.json',
  });
  expect(parseOptions(['--help'])).toBe('help');
  expect(() => parseOptions(['--candidates', '5'])).toThrow('--candidates: "5"; allowed are whole numbers from 10 to 100000');
  expect(() => parseOptions(['--repeat', '0.5'])).toThrow('--repeat: "0.5"');
  expect(() => parseOptions(['--rewards', 'all'])).toThrow('--rewards');
});

it('gives a line for each reward, GraphQL in the same order as SQL', { timeout: 60_000 }, async () => {
  const figures = [];
  for await (const figure of measureRanks({ candidates: 130, repeat: 1 })) figures.push(figure);
  expect(figures.map(({ reward }) => reward)).toEqual(rewardKinds.map(({ kind }) => kind));
  for (const { ms, last_page_ms, yardstick_ms, ratio, candidates } of figures) {
    expect(candidates).toBe(130);
    for (const value of [ms, last_page_ms, yardstick_ms, ratio]) expect(value).toBeGreaterThan(0);
  }
});
