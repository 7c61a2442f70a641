import { expect, test } from 'vitest';
import { type Action, bars, plansText, readWay, sorted, writeWay } from '../../../web/search/values.ts';

const action = (name: string, value: number, more: Partial<Action> = {}): Action => ({
  ...{ name, value, greedy: false, probability: 0.1, taken: 0, candidates: 0, best: null },
  ...more,
});
const actions = [
  action('SM(10)', 0.5, { candidates: 3, best: { number: 7, reward: 0.4 } }),
  action('C(8,1,1)', 0.9, { greedy: true, probability: 0.8 }),
  action('P(2,2)', 0.5, { candidates: 5, best: { number: 2, reward: 0.6 } }),
];

test('decisions are sorted by any column, equal ones in the order of the space', () => {
  expect(sorted(actions, 'value')).toEqual([1, 0, 2]);
  expect(sorted(actions, 'candidates')).toEqual([2, 0, 1]);
  expect(sorted(actions, 'best')).toEqual([2, 0, 1]);
  expect(sorted(actions, 'space')).toEqual([0, 1, 2]);
});

test('bars go from the least to the largest value, and are full where all are equal', () => {
  expect(bars(actions)).toEqual([0, 1, 0]);
  expect(bars([action('a', 2), action('b', 2)])).toEqual([1, 1]);
});

test('a sentence says what the controller would do', () => {
  expect(plansText(actions, 0.25, 1200)).toBe(
    'After 1,200 results it finds C(8,1,1) best here (0.9000); 25% of the time it takes any of the 3.',
  );
  expect(plansText([action('SM(10)', 1, { greedy: true })], 1, 1)).toBe('After 1 result: there is only one way to go on.');
  expect(plansText([action('a', 0, { greedy: true }), action('b', 0, { greedy: true })], 1, 0)).toBe(
    'After 0 results all 2 decisions have the same value: it takes any of them.',
  );
});

test('the way stands in the address, and what is no way is the start', () => {
  expect(readWay(writeWay([3, 0, 12]))).toEqual([3, 0, 12]);
  for (const text of ['', '.', '1.', 'x', '1..2', '99999']) expect(readWay(text)).toEqual([]);
});
