import { describe, expect, test } from 'vitest';
import { parseNotation, printNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import { example, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import {
  closeTable,
  emptyTable,
  openTable,
  Q_COLUMNS,
  type QTable,
  tableRows,
  touchWalk,
  updateGreedy,
  updateOriginal,
} from '../../../workers/controllers/q-table.ts';
import { MetaqnnOracle } from './metaqnn-oracle.ts';
import { arbitraryReward, mnist } from './setup.ts';

const space = makeSpace(spacePresets['metaqnn-mnist'], mnist);
const parse = (text: string) => parseNotation(text, { input: mnist.image, padding: 'same' });

/** 200 networks, long ones too (a uniform walk is short), with repeats; every second one passes a pool. */
function networks(): string[] {
  const random = Random.of(77, 'q-table');
  const distinct: string[] = [];
  while (distinct.length < 150) {
    const text = printNotation(example(space, random));
    const layers = text.split(' ').length;
    if (layers < 3 + random.integer(8) || (distinct.length % 2 === 0 && !text.includes('P('))) continue;
    distinct.push(text);
  }
  return [...distinct, ...Array.from({ length: 50 }, () => random.choose(distinct))];
}

/** The rows that the platform prints, as the oracle's. */
function rows(table: QTable, nets: string[]): Map<string, number> {
  const field = (row: string[], side: string) =>
    ['layer_type', 'layer_depth', 'filter_depth', 'filter_size', 'stride', 'image_size', 'fc_size', 'terminate']
      .map((name) => row[Q_COLUMNS.indexOf(`${side}_${name}`)])
      .join();
  return new Map(
    tableRows(table, space, nets.map(parse)).map((row) => [`${field(row, 'start')} ${field(row, 'end')}`, Number(row.at(-1))]),
  );
}

test.each([
  { update: 'ORIGINAL', initial: 0.5, alpha: 0.01, gamma: 1 },
  { update: 'ORIGINAL', initial: 0.5, alpha: 0.1, gamma: 0.9 },
  { update: 'GREEDY', initial: 0, alpha: 0.01, gamma: 1 },
])(
  "$update with alpha $alpha, gamma $gamma agrees with the public program's rules, number by number",
  ({ update, initial, alpha, gamma }) => {
    const nets = networks();
    expect(nets.filter((net) => net.includes('FC(')).length).toBeGreaterThan(20);
    const oracle = new MetaqnnOracle(initial, alpha, gamma, update === 'GREEDY');
    const table = openTable(emptyTable());
    for (const net of nets) {
      const walk = touchWalk(table, space, parse(net), initial);
      if (update === 'GREEDY') updateGreedy(table, walk, arbitraryReward(net));
      else updateOriginal(table, walk, arbitraryReward(net), alpha, gamma);
      oracle.update(net, arbitraryReward(net));
    }
    const ours = rows(closeTable(table), nets);
    expect(ours.size).toBeGreaterThan(3000);
    expect([...ours].sort()).toEqual([...oracle.rows()].sort());
  },
);

test('one update by hand', () => {
  const table = openTable(emptyTable());
  const net = parse('C(64,5,1), SM(10)');
  updateOriginal(table, touchWalk(table, space, net, 0.5), 1, 0.1, 1);
  const closed = closeTable(table);
  // SM: 0.5 + 0.1 (1 - 0.5). The start: 0.5 + 0.1 (max(0.55, 0.5) - 0.5).
  expect(tableRows(closed, space, [net]).filter((row) => row.at(-1) !== '0.5')).toEqual([
    ['0', '64', '5', '8', '1', 'conv', '1', '0', '0', '1', '0', '8', '0', 'start', '0', '0', String(0.5 + 0.1 * (0.55 - 0.5))],
    ['0', '64', '5', '8', '2', 'conv', '1', '1', '0', '64', '5', '8', '1', 'conv', '1', '0', '0.55'],
  ]);
  expect(tableRows(closed, space, [net])).toHaveLength(14 + 19);
});

test('columns are those of q_values.csv, in its order', () => {
  expect(Q_COLUMNS.join()).toBe(
    'end_fc_size,end_filter_depth,end_filter_size,end_image_size,end_layer_depth,end_layer_type,end_stride,end_terminate,' +
      'start_fc_size,start_filter_depth,start_filter_size,start_image_size,start_layer_depth,start_layer_type,start_stride,start_terminate,utility',
  );
});

describe('a table', () => {
  const nets = networks().slice(0, 40);
  const learn = (from: QTable, some: string[]) => {
    const table = openTable(from);
    for (const net of some) updateOriginal(table, touchWalk(table, space, parse(net), 0.5), arbitraryReward(net), 0.1, 1);
    return closeTable(table);
  };

  test('is never changed by what is made of it, also when two are made of one', () => {
    const first = learn(emptyTable(), nets.slice(0, 20));
    const frozen = JSON.stringify(first);
    const [a, b] = [learn(first, nets.slice(20)), learn(first, nets.slice(25))];
    expect(JSON.stringify(first)).toBe(frozen);
    const fresh = () => JSON.parse(frozen) as QTable;
    expect(a).toEqual(learn(fresh(), nets.slice(20)));
    expect(b).toEqual(learn(fresh(), nets.slice(25)));
    // The older branch goes on after the newer one was used.
    expect(learn(a, nets)).toEqual(learn(JSON.parse(JSON.stringify(a)), nets));
  });

  test('is not touched by a network that the space refuses', () => {
    const table = openTable(emptyTable());
    expect(() => touchWalk(table, space, parse('C(64,5,1), P(2,2), P(2,2), SM(10)'), 0.5)).toThrow('layer 3, P(2,2)');
    expect(closeTable(table)).toEqual(emptyTable());
  });

  test('prints rows for chains only', () => {
    const variational = makeSpace(spacePresets['tour-variational'], mnist);
    expect(() => tableRows(emptyTable(), variational, [])).toThrow('space: VARIATIONAL; allowed: CHAIN');
  });
});
