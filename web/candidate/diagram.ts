import type { Architecture } from '../../schema/networks/architecture.ts';
import { type LayerShape, networkShape, type Part } from '../../schema/networks/shapes.ts';

/** Every node has this size, so that the layout needs no measuring. CSS pixels. */
export const NODE = { width: 132, height: 98 } as const;
const GAP = { across: 26, down: 30, part: 22 } as const;
/** Room above a part's first row for its name. */
const HEADING = 22;

export interface DiagramNode {
  id: string;
  /** INPUT is the image, which no layer stands for. */
  part: Part | 'INPUT';
  label: string;
  shape: { height: number; width: number; channels: number };
  parameters: number;
  flops: number;
  x: number;
  y: number;
  /** Side of the drawn feature map, and its thickness; CSS pixels, on a logarithmic scale. */
  side: number;
  depth: number;
}

export interface Diagram {
  nodes: DiagramNode[];
  /** SVG paths from the node before to the node after, in order. */
  edges: { id: string; path: string }[];
  headings: { part: Part | 'INPUT'; text: string; x: number; y: number }[];
  width: number;
  height: number;
  parameters: number;
  flops: number;
}

const NAMES: Record<Part, string> = {
  CHAIN: 'Network',
  ENCODER: 'Encoder',
  LATENT: 'Latent',
  DECODER: 'Decoder',
  CELL: 'Cell',
  GRAPH: 'Network',
};

/**
 * The network as rows of blocks that fit `width`; encoder, latent and decoder each begin a row of their own.
 * @throws ShapeError where the layers do not fit each other.
 */
export function layoutDiagram(architecture: Architecture, width: number): Diagram {
  const { layers, parameters, flops } = networkShape(architecture);
  const perRow = Math.max(1, Math.floor((width + GAP.across) / (NODE.width + GAP.across)));
  const nodes: DiagramNode[] = [];
  const headings: Diagram['headings'] = [];
  let y = 0;
  for (const part of parts(architecture, layers)) {
    headings.push({ part: part.name, text: NAMES[part.name], x: 0, y: y + 14 });
    y += HEADING;
    part.blocks.forEach((block, i) => {
      const row = Math.floor(i / perRow);
      nodes.push({ ...block, x: (i % perRow) * (NODE.width + GAP.across), y: y + row * (NODE.height + GAP.down) });
    });
    y += Math.ceil(part.blocks.length / perRow) * (NODE.height + GAP.down) - GAP.down + GAP.part;
  }
  const edges = links(nodes).map(([from, to]) => ({ id: `${from.id}-${to.id}`, path: edge(from, to) }));
  return { nodes, edges, headings, width: Math.max(...nodes.map((node) => node.x + NODE.width)), height: y - GAP.part, parameters, flops };
}

type Block = Omit<DiagramNode, 'x' | 'y'>;

function parts({ input }: Architecture, layers: readonly LayerShape[]): { name: Part; blocks: Block[] }[] {
  const result: { name: Part; blocks: Block[] }[] = [];
  layers.forEach((layer, i) => {
    if (result.at(-1)?.name !== layer.part) result.push({ name: layer.part, blocks: [] });
    result.at(-1)!.blocks.push(block(`layer-${i}`, layer.part, layer.label, layer.output, layer.parameters, layer.flops));
  });
  result[0]?.blocks.unshift(block('input', 'INPUT', 'input', input, 0, 0));
  return result;
}

function block(id: string, part: Block['part'], label: string, shape: Block['shape'], parameters: number, flops: number): Block {
  return { id, part, label, shape, parameters, flops, side: mapSide(Math.max(shape.height, shape.width)), depth: mapDepth(shape.channels) };
}

/** 1 pixel is drawn 6 high, 32 pixels 36. */
function mapSide(pixels: number): number {
  return Math.min(40, 6 + 6 * Math.log2(Math.max(1, pixels)));
}

/** 1 channel is drawn 4 thick, 512 channels 49. */
function mapDepth(channels: number): number {
  return Math.min(64, 4 + 5 * Math.log2(Math.max(1, channels)));
}

/** Each layer reads the one before it; mean and log-variance both read the encoder's end, and the decoder begins from both. */
function links(nodes: readonly DiagramNode[]): [DiagramNode, DiagramNode][] {
  const latent = nodes.filter((node) => node.part === 'LATENT');
  const before = nodes.findIndex((node) => node.part === 'LATENT') - 1;
  return nodes.slice(1).flatMap((node, i): [DiagramNode, DiagramNode][] => {
    if (node.part === 'LATENT') return [[nodes[before]!, node]];
    if (nodes[i]!.part === 'LATENT') return latent.map((branch) => [branch, node]);
    return [[nodes[i]!, node]];
  });
}

/** Straight within a row; from the end of one row to the beginning of the next through the gap between them. */
function edge(from: DiagramNode, to: DiagramNode): string {
  const right = { x: from.x + NODE.width, y: from.y + NODE.height / 2 };
  const left = { x: to.x, y: to.y + NODE.height / 2 };
  if (from.y === to.y) return `M${right.x} ${right.y}H${left.x}`;
  const below = { x: from.x + NODE.width / 2, y: from.y + NODE.height };
  const above = { x: to.x + NODE.width / 2, y: to.y };
  const middle = below.y + 12;
  return below.x === above.x ? `M${below.x} ${below.y}V${above.y}` : `M${below.x} ${below.y}V${middle}H${above.x}V${above.y}`;
}

/** 28 x 28 x 1; a vector of n features is n. */
export function describeShape({ height, width, channels }: DiagramNode['shape']): string {
  return height === 1 && width === 1 ? String(channels) : `${height} × ${width} × ${channels}`;
}
