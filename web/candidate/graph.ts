import type { CellSum } from '../../schema/networks/architecture.ts';
import { type GraphNetwork, printCellInput, printOperation } from '../../schema/networks/graph-notation.ts';

/** Size of a node, and the gaps between them; CSS pixels. */
export const GRAPH_NODE = { width: 104, height: 40 } as const;
const GAP = { across: 34, down: 16 } as const;
/** Room above the nodes for each column that a connection passes by. */
const ARC = 13;

export interface GraphItem {
  id: string;
  label: string;
  /** Below the label. */
  note: string;
  /** Ids of those it reads. */
  reads: string[];
}

export interface GraphDiagram {
  title: string;
  blocks: (GraphItem & { x: number; y: number })[];
  /** SVG paths from whom a node reads; `skip`: it passes by others. */
  edges: { id: string; path: string; skip: boolean }[];
  width: number;
  height: number;
}

/** What is drawn of a network: all its layers, or its normal and its reduction cell. */
export function graphDiagrams(network: GraphNetwork): GraphDiagram[] {
  switch (network.family) {
    case 'dag':
      return [
        layoutGraph('Layers', [
          { id: '0', label: 'image', note: 'layer 0', reads: [] },
          ...network.layers.map(({ operation, inputs }, i) => item(i + 1, printOperation(operation), inputs)),
          ending(
            network.classes,
            loose(
              network.layers.map(({ inputs }) => inputs),
              1,
            ),
          ),
        ]),
      ];
    case 'macro':
      return [
        layoutGraph('Layers', [
          { id: '0', label: 'C3', note: 'stem', reads: [] },
          ...network.layers.map(({ operation, skips }, i) => item(i + 1, operation, [...skips, i])),
          ending(network.classes, [network.layers.length]),
        ]),
      ];
    case 'cell':
      return (['normal', 'reduction'] as const).map((kind) =>
        layoutGraph(`${kind === 'normal' ? 'Normal' : 'Reduction'} cell`, cellItems(network[kind])),
      );
  }
}

const item = (number: number, label: string, reads: readonly number[]): GraphItem => {
  return { id: `${number}`, label, note: `layer ${number}`, reads: reads.map(String) };
};

const ending = (classes: number, reads: readonly number[]): GraphItem => {
  return { id: 'end', label: `SM(${classes})`, note: reads.length > 1 ? 'join, mean' : 'mean', reads: reads.map(String) };
};

function cellItems(nodes: readonly CellSum[]): GraphItem[] {
  const inputs = nodes.map((sum) => [...new Set(sum.map(({ from }) => from))]);
  return [
    { id: '0', label: 'cell before', note: '0: the last but one', reads: [] },
    { id: '1', label: 'cell before', note: '1: the last', reads: [] },
    ...nodes.map((sum, i) => ({ ...item(i + 2, sum.map(printCellInput).join('+'), inputs[i]!), note: `node ${i + 2}` })),
    { id: 'end', label: 'join', note: 'gives', reads: loose(inputs, 2).map(String) },
  ];
}

/** Numbers, from `first`, of those that nobody reads. */
function loose(reads: readonly number[][], first: number): number[] {
  const read = new Set(reads.flat());
  return reads.map((_, i) => first + i).filter((number) => !read.has(number));
}

/** From left to right: each node one column behind the last of those it reads. A connection that passes by columns goes over the nodes. */
export function layoutGraph(title: string, items: readonly GraphItem[]): GraphDiagram {
  const columns = new Map<string, number>();
  for (const { id, reads } of items) columns.set(id, reads.length === 0 ? 0 : 1 + Math.max(...reads.map((read) => columns.get(read)!)));
  const spans = items.flatMap(({ id, reads }) => reads.map((read) => columns.get(id)! - columns.get(read)! - 1));
  const top = ARC * Math.max(0, ...spans) + (Math.max(0, ...spans) > 0 ? 6 : 0);
  const used = new Map<number, number>();
  const blocks = items.map((each) => {
    const column = columns.get(each.id)!;
    const row = used.get(column) ?? 0;
    used.set(column, row + 1);
    return { ...each, x: column * (GRAPH_NODE.width + GAP.across), y: top + row * (GRAPH_NODE.height + GAP.down) };
  });
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const edges = blocks.flatMap((to) =>
    to.reads.map((read) => {
      const from = byId.get(read)!;
      const span = columns.get(to.id)! - columns.get(read)! - 1;
      return { id: `${read}-${to.id}`, skip: span > 0, path: span > 0 ? over(from, to, top - ARC * span) : curve(from, to) };
    }),
  );
  return {
    title,
    blocks,
    edges,
    width: Math.max(...blocks.map(({ x }) => x + GRAPH_NODE.width)),
    height: Math.max(...blocks.map(({ y }) => y + GRAPH_NODE.height)),
  };
}

interface Place {
  x: number;
  y: number;
}

function curve(from: Place, to: Place): string {
  const [x1, y1] = [from.x + GRAPH_NODE.width, from.y + GRAPH_NODE.height / 2];
  const [x2, y2] = [to.x, to.y + GRAPH_NODE.height / 2];
  const half = GAP.across / 2;
  return y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}C${x1 + half} ${y1} ${x2 - half} ${y2} ${x2} ${y2}`;
}

/** Up beside the node that is read, along the height `y`, down beside the one that reads. */
function over(from: Place, to: Place, y: number): string {
  const [x1, y1] = [from.x + GRAPH_NODE.width, from.y + GRAPH_NODE.height / 2 - 8];
  const [x2, y2] = [to.x, to.y + GRAPH_NODE.height / 2 - 8];
  return `M${x1} ${y1}C${x1 + 20} ${y1} ${x1} ${y} ${x1 + 28} ${y}H${x2 - 28}C${x2} ${y} ${x2 - 20} ${y2} ${x2} ${y2}`;
}
