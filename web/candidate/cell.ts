import type { Recurrent } from '../../schema/networks/architecture.ts';
import { looseEnds } from '../../schema/networks/recurrent.ts';

/** Size of a node, and the gaps between them; CSS pixels. */
export const CELL_NODE = { width: 84, height: 40 } as const;
const GAP = { across: 36, down: 14 } as const;

export interface CellBlock {
  id: string;
  label: string;
  /** Below the label. */
  note: string;
  x: number;
  y: number;
}

export interface CellDiagram {
  blocks: CellBlock[];
  /** SVG paths from whom a node reads. */
  edges: { id: string; path: string }[];
  width: number;
  height: number;
}

/** A cell from left to right: each node one column behind the one that it reads, and at the end the mean of those that no other reads. */
export function layoutCell({ nodes, units }: Pick<Recurrent, 'nodes' | 'units'>): CellDiagram {
  const columns: number[] = [];
  for (const { previous } of nodes) columns.push(previous === 0 ? 1 : columns[previous - 1]! + 1);
  const last = Math.max(...columns) + 1;
  const used = new Map<number, number>();
  const place = (column: number) => {
    const row = used.get(column) ?? 0;
    used.set(column, row + 1);
    return { x: column * (CELL_NODE.width + GAP.across), y: row * (CELL_NODE.height + GAP.down) };
  };
  const block = (id: string, label: string, note: string, column: number): CellBlock => ({ id, label, note, ...place(column) });
  const input = block('0', 'word, state', `${units} + ${units}`, 0);
  const made = nodes.map(({ activation }, i) => block(`${i + 1}`, activation, `node ${i + 1}`, columns[i]!));
  const end = block('end', 'new state', 'mean', last);
  const links: [CellBlock, CellBlock][] = [
    ...nodes.map(({ previous }, i): [CellBlock, CellBlock] => [previous === 0 ? input : made[previous - 1]!, made[i]!]),
    ...looseEnds(nodes).map((number): [CellBlock, CellBlock] => [made[number - 1]!, end]),
  ];
  const blocks = [input, ...made, end];
  return {
    blocks,
    edges: links.map(([from, to]) => ({ id: `${from.id}-${to.id}`, path: curve(from, to) })),
    width: Math.max(...blocks.map(({ x }) => x + CELL_NODE.width)),
    height: Math.max(...blocks.map(({ y }) => y + CELL_NODE.height)),
  };
}

function curve(from: CellBlock, to: CellBlock): string {
  const [x1, y1] = [from.x + CELL_NODE.width, from.y + CELL_NODE.height / 2];
  const [x2, y2] = [to.x, to.y + CELL_NODE.height / 2];
  // bends in the gap before the node that reads, so that it passes under nothing in its own row
  const turn = x2 - GAP.across;
  return y1 === y2
    ? `M${x1} ${y1}H${x2}`
    : `M${x1} ${y1}H${turn}C${turn + GAP.across / 2} ${y1} ${turn + GAP.across / 2} ${y2} ${x2} ${y2}`;
}
