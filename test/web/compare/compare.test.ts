import { describe, expect, it } from 'vitest';
import { type Compared, columnsOf, curveOf, formatCost, linesOf, valueAt } from '../../../web/compare/curves.ts';
import { spread } from '../../../web/compare/labels.ts';
import { differenceName, differenceText, notesOf } from '../../../web/compare/notes.ts';
import { rowsOf, sorted } from '../../../web/compare/table.ts';

/** `steps`: number, networks, seconds, flops, reward of each improvement; then the totals. */
function compared(
  name: string,
  strategy: number,
  steps: [number, number, number, number, number][],
  [networks, seconds, flops]: [number, number, number],
  kind: Compared['search']['plan']['controller']['kind'] = 'RANDOM',
): Compared {
  return {
    search: {
      id: name,
      name,
      status: 'FINISHED',
      devices: [{ device: 'Xeon', backend: 'wasm', threads: 1, reproducible: true }],
      team: { id: 'team', latestCursor: '1' },
      dataset: { id: 'd', name: 'MNIST' },
      space: { id: 's', name: 'tour-chain', kind: 'CHAIN' },
      plan: { seed: 1, reward: 'ACCURACY', budget: { candidates: 20 }, controller: { kind } },
    },
    strategy,
    networks,
    imported: 0,
    measured: networks,
    mean: 0.5,
    median: 0.5,
    seconds,
    flops,
    improvements: steps.map(([number, count, s, f, reward]) => ({ number, networks: count, seconds: s, flops: f, reward })),
  };
}

const first = compared(
  'first',
  1,
  [
    [1, 1, 10, 1e6, 0.5],
    [4, 4, 30, 5e6, 0.75],
  ],
  [8, 100, 1e7],
);
const second = compared('second', 1, [[2, 2, 5, 2e6, 0.6]], [10, 50, 2e7]);
const third = compared(
  'third',
  2,
  [
    [1, 1, 1, 1e6, 0.25],
    [9, 10, 20, 9e6, 0.9],
  ],
  [10, 25, 9e6],
  'ASHA',
);
const all = [first, second, third];

describe('lines of several searches', () => {
  it('lie along what was spent: networks, seconds or operations', () => {
    expect(curveOf(third, 'candidates')).toEqual({
      steps: [
        { x: 1, reward: 0.25 },
        { x: 10, reward: 0.9 },
      ],
      end: 10,
    });
    expect(curveOf(first, 'seconds').steps.map(({ x }) => x)).toEqual([10, 30]);
    expect(curveOf(first, 'flops').end).toBe(1e7);
  });

  it('are called by seed as well where searches have one name', () => {
    const twin = { ...first, search: { ...first.search, plan: { ...first.search.plan, seed: 2 } } };
    expect(linesOf([first, second, twin], 'candidates', 'search').map(({ name }) => name)).toEqual([
      'first, seed 1',
      'second',
      'first, seed 2',
    ]);
  });

  it('are one a search, or one a strategy with its band', () => {
    expect(linesOf(all, 'candidates', 'search').map(({ label, name }) => [label, name])).toEqual([
      ['A', 'first'],
      ['B', 'second'],
      ['C', 'third'],
    ]);
    const lines = linesOf(all, 'candidates', 'strategy');
    expect(lines.map(({ label, name }) => [label, name])).toEqual([
      ['AB', 'Random search, 2 seeds'],
      ['C', 'Asynchronous halving (ASHA)'],
    ]);
    // no median before both have a result, nor after one has ended
    expect(valueAt(lines[0]!, 1)).toBeNull();
    expect(valueAt(lines[0]!, 2)!.value).toBeCloseTo(0.55, 12);
    expect(valueAt(lines[0]!, 4)).toEqual({ value: 0.675, low: expect.closeTo(0.6375, 12), high: expect.closeTo(0.7125, 12) });
    expect(valueAt(lines[0]!, 9)).toBeNull();
    expect(valueAt(lines[1]!, 9)).toEqual({ value: 0.25, low: 0.25, high: 0.25 });
  });

  it('have a column each over all places where one of them changes', () => {
    const { x, value } = columnsOf(linesOf(all, 'candidates', 'search'));
    expect(x).toEqual([1, 2, 4, 8, 10]);
    expect(value).toEqual([
      [0.5, 0.5, 0.75, 0.75, null],
      [null, 0.6, 0.6, 0.6, 0.6],
      [0.25, 0.25, 0.25, 0.25, 0.9],
    ]);
  });

  it('have no place beyond the end of the last, which for a median is where the first search ended', () => {
    expect(columnsOf(linesOf([first, second], 'candidates', 'strategy'))).toMatchObject({
      x: [1, 2, 4, 8],
      value: [[null, 0.55, 0.675, 0.675]],
    });
    expect(columnsOf(linesOf([compared('empty', 4, [], [0, 0, 0])], 'candidates', 'search')).x).toEqual([]);
  });

  it('have labels at their ends that do not lie upon each other', () => {
    const at = (ys: number[], xs: number[] = []) =>
      spread(
        ys.map((y, i) => ({ x: xs[i] ?? 0, y })),
        { near: 30, height: 10 },
        200,
      );
    expect(at([10, 50, 90])).toEqual([10, 50, 90]);
    expect(at([50, 50, 45])).toEqual([55, 65, 45]);
    expect(at([195, 198, 10])).toEqual([185, 195, 10]);
    // far from each other along the axis they may have one height
    expect(at([50, 50, 50], [0, 100, 110])).toEqual([50, 50, 60]);
  });
});

describe('the table', () => {
  it('tells area and cost of the target along the axis, up to where all go', () => {
    const { rows, target, end } = rowsOf(all, 'candidates', null);
    expect([target, end]).toEqual([0.6, 8]);
    expect(rows.map(({ reached }) => reached)).toEqual([4, 2, 10]);
    expect(rows.map(({ area }) => area)).toEqual([expect.closeTo((3 * 0.5 + 5 * 0.75) / 8, 12), expect.closeTo((7 * 0.6) / 8, 12), 0.25]);
    expect(rowsOf(all, 'seconds', 0.7).rows.map(({ reached }) => reached)).toEqual([30, null, 20]);
  });

  it('is sorted by any column, rows without a value last', () => {
    const { rows } = rowsOf(all, 'seconds', 0.7);
    const keys = (by: Parameters<typeof sorted>[1], order: 'up' | 'down') =>
      sorted(rows, by, order)
        .map(({ key }) => key)
        .join('');
    expect(keys('reached', 'up')).toBe('CAB');
    expect(keys('reached', 'down')).toBe('ACB');
    expect(keys('controller', 'up')).toBe('CAB');
    expect(keys('key', 'down')).toBe('CBA');
    expect(keys('mean', 'down')).toBe('ABC');
  });
});

describe('what has to be known first', () => {
  it('names values of what differs, searches with the same one together', () => {
    expect(differenceText({ field: 'plan.training.epochs', breaks: true, values: [3, 9, 3] })).toBe('A, C: 3 · B: 9');
    expect(differenceText({ field: 'plan.reward', breaks: false, values: ['ACCURACY', 'MACRO_F1'] })).toBe('A: accuracy · B: macro F1');
    expect(differenceText({ field: 'space.head', breaks: true, values: [null, [10]] })).toBe('A: none · B: [10]');
    expect(differenceText({ field: 'plan.training.trainImages', breaks: true, values: [16000, null] })).toBe('A: 16,000 · B: all');
    expect(differenceText({ field: 'plan.training.optimizer.schedule', breaks: true, values: ['STEP', 'COSINE'] })).toBe(
      'A: decay in steps · B: cosine decay',
    );
    expect(differenceText({ field: 'dataset', breaks: true, values: ['LIST', 'MNIST'] })).toBe('A: LIST · B: MNIST');
    expect(['plan.training.optimizer.decayEvery', 'dataset', 'plan.reward'].map(differenceName)).toEqual([
      'Training: optimizer, decay every',
      'Dataset',
      'Reward that is learned from',
    ]);
  });

  it('says where the axis or the reward would mislead', () => {
    expect(notesOf(all, 'seconds', 'ACCURACY')).toEqual([]);
    expect(notesOf(all, 'candidates', 'MACRO_F1')[0]).toBe(
      'A, B, C did not learn from macro F1: what is drawn is not what they looked for.',
    );
    const card = { ...third, search: { ...third.search, devices: [{ ...third.search.devices[0]!, device: 'H100' }] } };
    expect(notesOf([first, card], 'seconds', 'ACCURACY')).toEqual([
      'They were trained on different devices (Xeon; H100), so seconds say as much about these as about the searches.',
    ]);
    expect(notesOf([first, card], 'flops', 'ACCURACY')).toEqual([]);
    const enas = compared('enas', 3, [], [0, 0, 0], 'ENAS');
    expect(notesOf([{ ...first, imported: 4 }, enas], 'flops', 'ACCURACY')).toEqual([
      'Candidates of A that came from a file cost nothing here.',
      'Training the shared weights of B (ENAS) is not in the FLOPs; it is in the seconds.',
      'B has no result with this reward yet.',
    ]);
  });
});

it('writes costs as their axis has them', () => {
  expect([formatCost('candidates', 1234), formatCost('seconds', 75), formatCost('flops', 4.56e9), formatCost('flops', null)]).toEqual([
    '1,234',
    '1 min 15 s',
    '4.56 G',
    '–',
  ]);
});
