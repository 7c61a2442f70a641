import { describe, expect, it } from 'vitest';
import type { Space } from '../../schema/spaces/space.ts';
import { KINDS, planOf } from './controller-plans.ts';
import { runController } from './controller-run.ts';
import { CELLS, CONVERTER, cells, nasBench201, OPERATIONS, parseCell, parseTable, printCell } from './nas-bench-201.ts';
import type { TabularProblem } from './tabular.ts';

/** All cells, by counting in the base of the operations. */
const all = Array.from({ length: CELLS }, (_, i) => Array.from({ length: 6 }, (_, edge) => OPERATIONS[Math.floor(i / 5 ** edge) % 5]!));
/** In percent: convolutions are good, more so on the edges into the last node, and a cell without a way to the output learns nothing. */
const accuracy = (cell: (typeof all)[number]) => {
  const worth = { none: 0, skip_connect: 2, nor_conv_1x1: 4, nor_conv_3x3: 6, avg_pool_3x3: 1 };
  const open = cell[3] !== 'none' || (cell[4] !== 'none' && cell[0] !== 'none') || cell[5] !== 'none';
  return open
    ? 30 +
        cell.reduce(
          (sum, operation, edge) => sum + worth[operation] * (edge < 3 ? 1 : 1.5) - (edge === 3 && operation === 'nor_conv_3x3' ? 4 : 0),
          0,
        )
    : 10;
};
const rows = all.map((cell) => ({ architecture: printCell(cell), cifar10: accuracy(cell), cifar100: accuracy(cell) / 2, seconds: 100 }));
const json = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).join('\n');
const changed = (at: number, fields: object) => json(rows.map((row, i) => (i === at ? { ...row, ...fields } : row)));

describe('a table of NAS-Bench-201', () => {
  it('has 15,625 cells, whose strings are those of its programs', () => {
    expect(CELLS).toBe(15_625);
    expect(new Set(all.map(printCell)).size).toBe(CELLS);
    const text = '|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|';
    expect(printCell(parseCell(text))).toBe(text);
  });

  it('is read from JSON lines and from CSV alike, with the first data set or another', () => {
    const { rewards, dataset } = parseTable(json(rows), null);
    expect({ size: rewards.size, dataset }).toEqual({ size: CELLS, dataset: 'cifar10' });
    expect(rewards.get(rows[77]!.architecture)).toBeCloseTo(rows[77]!.cifar10 / 100, 12);
    const csv = ['architecture,cifar10,cifar100', ...rows.map((row) => [row.architecture, row.cifar10, row.cifar100].join(','))].join('\n');
    expect(parseTable(csv, null).rewards).toEqual(rewards);
    expect(parseTable(csv, 'cifar100').rewards.get(rows[77]!.architecture)).toBeCloseTo(rows[77]!.cifar100 / 100, 12);
  });

  it('is refused with row, field, value and what is allowed', () => {
    const fault =
      (text: string, dataset: string | null = null) =>
      () =>
        parseTable(text, dataset);
    expect(fault(json(rows.slice(1)))).toThrow('15624 rows; allowed: 15625');
    expect(fault(changed(4, { architecture: rows[3]!.architecture }))).toThrow(/^row 5, architecture: "\|.*"; allowed: each cell once$/);
    expect(fault(changed(4, { architecture: '|none~0|' }))).toThrow('row 5, architecture: "|none~0|"; allowed: a cell like |none~0|+|');
    const other = rows[4]!.architecture.replace('none~2', 'conv_9x9~2');
    expect(fault(changed(4, { architecture: other }))).toThrow('row 5, architecture: "conv_9x9" in');
    expect(fault(changed(9, { cifar100: 101 }))).toThrow('row 10, cifar100: 101; allowed: a number from 0 to 100');
    expect(fault(changed(9, { seconds: -1 }))).toThrow('row 10, seconds: -1; allowed: a number from 0');
    expect(fault(json(rows), 'mnist')).toThrow('row 1, mnist: missing; allowed: one of cifar10, cifar100');
    expect(fault('{"architecture"')).toThrow('row 1: "{\\"architecture\\""; allowed: an object in JSON');
    expect(fault('architecture,cifar10\n|none~0|')).toThrow('row 2: 1 values; allowed: 2, as the first row names');
  });

  it('that is the official file is refused with what makes a table of it', () => {
    expect(() => nasBench201('NAS-Bench-201-v1_1-096897.pth', null)).toThrow(`allowed: the table that python ${CONVERTER} makes of it`);
  });

  it.each(KINDS)('is searched by %s', (kind) => {
    const { rewards } = parseTable(json(rows), null);
    const best = Math.max(...rewards.values());
    const problem: TabularProblem = { name: 'cells', space: cells as Space, rewards, best, rewardAfter: null };
    const run = () => runController(planOf(kind, false), problem, { seed: 1, candidates: 60, parallelism: 4 });
    if (['SUCCESSIVE_HALVING', 'HYPERBAND', 'ASHA'].includes(kind))
      return expect(run).toThrow(`${kind}: rewards before the end are not known`);
    const { best: found, networks } = run();
    expect(networks).toBe(60);
    expect(found.at(-1)).toBeGreaterThan(best - 0.15);
  });
});
