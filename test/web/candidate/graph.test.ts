import { expect, test } from 'vitest';
import type { GraphNetwork } from '../../../schema/networks/graph-notation.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { GRAPH_NODE, graphDiagrams } from '../../../web/candidate/graph.ts';

const drawn = (notation: string) =>
  graphDiagrams(parseNotation(notation, { input: { height: 28, width: 28, channels: 1 }, padding: 'same' }) as GraphNetwork);

test.each([
  ['DAG | C(8,3x3,1), P(2,2)@0, C(8,5x1,1)@0+1 | SM(10)', ['0-1, 0-2, 0-3, 1-3, 2-end, 3-end']],
  ['MACRO(8) | C3, S5+0, P3+0+1 | SM(10)', ['0-1, 0-2, 1-2, 0-3, 1-3, 2-3, 3-end']],
  ['CELL(4,1) | I(0)+S3(1), A3(0)+P3(2) | I(0)+I(0), P3(0)+A3(1) | SM(10)', ['0-2, 1-2, 0-3, 2-3, 3-end', '0-2, 0-3, 1-3, 2-end, 3-end']],
])('%s: who reads whom', (notation, edges) => {
  const diagrams = drawn(notation);
  expect(diagrams.map((diagram) => diagram.edges.map(({ id }) => id).join(', '))).toEqual(edges);
});

test('readers stand to the right, nothing covers anything, connections that pass by are told apart', () => {
  const [{ blocks, edges, width, height }] = drawn('MACRO(8) | C3, S5, P3+0, C3+0+1, A3+2, S3+0+1+2+3 | SM(10)') as [
    ReturnType<typeof drawn>[0],
  ];
  const at = Object.fromEntries(blocks.map((block) => [block.id, block]));
  for (const { id, skip } of edges) {
    const [from, to] = id.split('-').map((end) => at[end]!) as [(typeof blocks)[0], (typeof blocks)[0]];
    expect(to.x).toBeGreaterThan(from.x + GRAPH_NODE.width);
    expect(skip).toBe(to.x - from.x > 2 * GRAPH_NODE.width);
  }
  for (const one of blocks) {
    expect(one.x >= 0 && one.y >= 0 && one.x + GRAPH_NODE.width <= width && one.y + GRAPH_NODE.height <= height).toBe(true);
    for (const other of blocks)
      if (one !== other) expect(Math.abs(one.x - other.x) >= GRAPH_NODE.width || Math.abs(one.y - other.y) >= GRAPH_NODE.height).toBe(true);
  }
});
