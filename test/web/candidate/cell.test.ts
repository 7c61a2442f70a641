import { expect, test } from 'vitest';
import type { Recurrent } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { CELL_NODE, layoutCell } from '../../../web/candidate/cell.ts';

const cell = (notation: string) => parseNotation(notation, { input: { height: 1, width: 1, channels: 9 }, padding: 'same' }) as Recurrent;

test('a node stands to the right of the one that it reads, nothing covers anything, and loose ends lead to the new state', () => {
  const { blocks, edges, width, height } = layoutCell(cell('R(8) | tanh(0), ReLU(1), sigmoid(1), identity(2), tanh(1)'));
  const at = Object.fromEntries(blocks.map((block) => [block.id, block]));
  for (const [from, to] of [
    ['0', '1'],
    ['1', '2'],
    ['1', '3'],
    ['2', '4'],
    ['1', '5'],
    ['3', 'end'],
    ['4', 'end'],
    ['5', 'end'],
  ] as const) {
    expect(edges.map(({ id }) => id)).toContain(`${from}-${to}`);
    expect(at[to]!.x).toBeGreaterThan(at[from]!.x + CELL_NODE.width);
  }
  expect(edges).toHaveLength(8);
  for (const one of blocks)
    for (const other of blocks)
      if (one !== other) expect(Math.abs(one.x - other.x) >= CELL_NODE.width || Math.abs(one.y - other.y) >= CELL_NODE.height).toBe(true);
  for (const { x, y } of blocks) expect(x + CELL_NODE.width <= width && y + CELL_NODE.height <= height).toBe(true);
});
