import { describe, expect, it } from 'vitest';
import { parseNotation, printNotation } from '../../../../schema/networks/notation.ts';
import { presets } from '../../../../schema/plans/presets/presets.ts';
import { difference, formatDifference, formatFigure, printTable } from '../../../../server/commands/client/table.ts';
import { rowsOf } from '../../../../server/commands/reproduce/chapter-9.ts';
import { chapter9, chapter10, retrainings, table44 } from '../../../../server/commands/reproduce/thesis.ts';

describe('figures beside the thesis', () => {
  it('differ relative to it, or by a factor where it gives a power of ten', () => {
    expect(difference(110, 100)).toBeCloseTo(0.1, 12);
    expect(difference(1, null)).toBeNull();
    expect([formatDifference(110, 100), formatDifference(90, 100), formatDifference(3e-7, 1e-6), formatDifference(null, 1)]).toEqual([
      '+10.0%',
      '-10.0%',
      'x 0.30',
      '',
    ]);
    expect([formatFigure(262.645), formatFigure(1e-7), formatFigure(0), formatFigure(null)]).toEqual(['262.6', '1.0e-7', '0.000', '']);
  });

  it('stand in columns', () => {
    expect(printTable(['a', 'bb', 'c'], [['111', '2', 'last']])).toBe('  a  bb  c\n111   2  last');
  });

  it('of chapter 9 are compared at the epochs of the thesis that were trained, and shown of the last one', () => {
    const metrics = [1, 2, 3].flatMap((epoch) =>
      ['TRAIN', 'VALIDATION'].flatMap((split) => ['reconstruction', 'bce', 'kl'].map((name) => ({ name, split, epoch, value: epoch / 4 }))),
    );
    const [reformulated, vanilla] = chapter9;
    const rows = rowsOf(reformulated!.rows, metrics, 3);
    expect(rows.map(({ epoch, split }) => `${epoch} ${split}`)).toEqual(['1 TRAIN', '1 VALIDATION', '3 TRAIN', '3 VALIDATION']);
    expect(rows[1]!.figures.reconstruction).toEqual({ here: 0.25, thesis: 262.645, difference: (0.25 - 262.645) / 262.645 });
    expect(rows[3]!.figures.bce).toEqual({ here: 0.75, thesis: null, difference: null });
    // the vanilla table has no reconstruction term: it is the BCE
    expect(Object.keys(rowsOf(vanilla!.rows, metrics, 3)[0]!.figures)).toEqual(['bce', 'kl']);
    expect(rowsOf(vanilla!.rows, metrics, 20).map(({ epoch }) => epoch)).toEqual([1, 1, 5, 5, 10, 10, 15, 15, 20, 20]);
  });
});

describe('tables of the thesis', () => {
  const { before, after } = retrainings['5.1'];
  it('hold networks as we write them', () => {
    for (const { rows } of [table44, before, after, ...Object.values(chapter10)])
      for (const { network } of rows)
        expect(printNotation(parseNotation(network, { input: { height: 32, width: 32, channels: 3 }, padding: 'same' }))).toBe(network);
  });

  it('fall in the order of what they are sorted by, and say what is known of the rankings', () => {
    for (const { rows } of [table44, before, after, retrainings['5.2'].before, retrainings['5.2'].after]) {
      const values = rows.map(({ figures }) => Object.values(figures)[0]!);
      expect(values).toEqual([...values].sort((a, b) => b - a));
    }
    const first = new Set(before.rows.map(({ network }) => network));
    expect(after.rows.filter(({ network }) => first.has(network))).toEqual([]);
  });

  it('belong to experiments that there are', () => {
    const names = presets.map(({ name }) => name);
    for (const chapter of ['4.5', '5.1', '5.2', '9-reformulated', '9-vanilla', ...Object.keys(chapter10)])
      for (const kind of ['thesis', 'quick']) expect(names).toContain(`${kind}-${chapter}`);
  });
});
