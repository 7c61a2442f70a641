import type { Cell, CellOperation, CellSum, Dag, ImageShape, Macro, MacroOperation } from './architecture.ts';
import { type GraphNetwork, printCellInput, printOperation } from './graph-notation.ts';
import type { LayerShape } from './shapes.ts';

/*
 * What the networks of NAS and ENAS come to: a directed acyclic graph of a few simple operations. Sizes, FLOPs, memory, training and export all
 * read this graph, so that they cannot differ.
 */

/** Everything is padded as "same": a side n becomes ceil(n / stride). */
export type GraphOperation =
  /** Convolution, normalisation where it is wanted, bias, ReLU. */
  | { type: 'convolution'; filters: number; height: number; width: number; stride: number }
  /** One kernel a channel; no bias, no ReLU: a 1 x 1 convolution follows. */
  | { type: 'depthwise'; height: number; width: number; stride: number }
  /** Padding counts for nothing, in the mean as well. */
  | { type: 'averagePool' | 'maxPool'; size: number; stride: number }
  /** Filled up with zeros below and on the right to one size, and joined in depth. */
  | { type: 'join' }
  | { type: 'sum' }
  /** The mean of each channel. */
  | { type: 'globalAverage' }
  | { type: 'softmax'; classes: number };

export interface GraphNode {
  /** Unique, and the beginning of the names of its parameters: letters, digits, points. */
  name: string;
  /** For people. */
  label: string;
  operation: GraphOperation;
  /** Whom it reads: 0 is the image, n the n-th node, from 1. */
  from: number[];
  output: ImageShape;
}

/** The nodes of a network, each after those that it reads; the last is the classifier. */
export function graphOf(network: GraphNetwork): GraphNode[] {
  const graph = new Graph(network.input);
  const last =
    network.family === 'dag'
      ? dagNodes(graph, network)
      : network.family === 'macro'
        ? macroNodes(graph, network)
        : cellNodes(graph, network);
  const features = graph.add('mean', 'mean', { type: 'globalAverage' }, [last]);
  graph.add('softmax', `SM(${network.classes})`, { type: 'softmax', classes: network.classes }, [features]);
  return graph.nodes;
}

/** Sizes, parameters and FLOPs of every node. */
export function graphShapes(network: GraphNetwork): LayerShape[] {
  const nodes = graphOf(network);
  const outputOf = (number: number) => (number === 0 ? network.input : nodes[number - 1]!.output);
  return nodes.map(({ label, operation, from, output }) => {
    const channels = outputOf(from[0]!).channels;
    const weights = weightsOf(operation, channels);
    const bias = operation.type === 'convolution' ? operation.filters : operation.type === 'softmax' ? operation.classes : 0;
    const flops = 2 * output.height * output.width * weights;
    return { part: 'GRAPH', label, output, parameters: weights + bias, flops, from: from.map((number) => number - 1) };
  });
}

/** Numbers of a kernel or matrix. */
function weightsOf(operation: GraphOperation, channels: number): number {
  switch (operation.type) {
    case 'convolution':
      return operation.height * operation.width * channels * operation.filters;
    case 'depthwise':
      return operation.height * operation.width * channels;
    case 'softmax':
      return channels * operation.classes;
    default:
      return 0;
  }
}

class Graph {
  readonly nodes: GraphNode[] = [];

  constructor(private readonly input: ImageShape) {}

  shape(number: number): ImageShape {
    return number === 0 ? this.input : this.nodes[number - 1]!.output;
  }

  /** @returns the number of the node */
  add(name: string, label: string, operation: GraphOperation, from: number[]): number {
    const output = outputOf(
      operation,
      from.map((number) => this.shape(number)),
    );
    return this.nodes.push({ name, label, operation, from, output });
  }

  /** One is left as it is. */
  join(name: string, label: string, from: number[]): number {
    return from.length === 1 ? from[0]! : this.add(name, label, { type: 'join' }, from);
  }

  convolution(name: string, label: string, filters: number, height: number, width: number, stride: number, from: number): number {
    return this.add(name, label, { type: 'convolution', filters, height, width, stride }, [from]);
  }

  separable(name: string, label: string, filters: number, height: number, width: number, stride: number, from: number): number {
    const depthwise = this.add(`${name}.depthwise`, `${label} by channel`, { type: 'depthwise', height, width, stride }, [from]);
    return this.convolution(`${name}.pointwise`, label, filters, 1, 1, 1, depthwise);
  }
}

function outputOf(operation: GraphOperation, inputs: ImageShape[]): ImageShape {
  const [first] = inputs as [ImageShape];
  const strided = (stride: number, channels: number): ImageShape => {
    return { height: Math.ceil(first.height / stride), width: Math.ceil(first.width / stride), channels };
  };
  switch (operation.type) {
    case 'convolution':
      return strided(operation.stride, operation.filters);
    case 'depthwise':
    case 'averagePool':
    case 'maxPool':
      return strided(operation.stride, first.channels);
    case 'join':
      return {
        height: Math.max(...inputs.map(({ height }) => height)),
        width: Math.max(...inputs.map(({ width }) => width)),
        channels: inputs.reduce((sum, { channels }) => sum + channels, 0),
      };
    case 'sum':
      return first;
    case 'globalAverage':
      return { height: 1, width: 1, channels: first.channels };
    case 'softmax':
      return { height: 1, width: 1, channels: operation.classes };
  }
}

/** Zoph & Le 2017, section 3.3. */
function dagNodes(graph: Graph, { layers }: Dag): number {
  const outcome = [0];
  const read = new Set<number>();
  for (const [i, { operation, inputs }] of layers.entries()) {
    const number = i + 1;
    for (const input of inputs) read.add(input);
    const from = graph.join(
      `${number}.join`,
      `join ${inputs.join(' + ')}`,
      inputs.map((input) => outcome[input]!),
    );
    const label = `${number}: ${printOperation(operation)}`;
    if ('filters' in operation) {
      const { type, filters, height, width, stride } = operation;
      outcome.push(graph[type](`${number}.${type}`, label, filters, height, width, stride, from));
    } else outcome.push(graph.add(`${number}.pool`, label, operation, [from]));
  }
  const loose = layers.map((_, i) => i + 1).filter((number) => !read.has(number));
  return graph.join(
    'join',
    `join ${loose.join(' + ')}`,
    loose.map((number) => outcome[number]!),
  );
}

/** How often the map was halved before layer `number` of `count` is reached: after a third and two thirds of the layers. */
export function macroStage(number: number, count: number): number {
  const third = Math.floor(count / 3);
  return third === 0 ? 0 : (number > third ? 1 : 0) + (number > 2 * third ? 1 : 0);
}

/** Pham et al. 2018, section 2.3. A map that is read after it was halved is max pooled. */
function macroNodes(graph: Graph, { filters, layers }: Macro): number {
  const outcome = [graph.convolution('stem', 'stem C3', filters, 3, 3, 1, 0)];
  const read = (number: number, by: number): number => {
    const size = 2 ** (macroStage(by, layers.length) - macroStage(number, layers.length));
    if (size === 1) return outcome[number]!;
    return graph.add(`${by}.half${number}`, `${number} halved`, { type: 'maxPool', size, stride: size }, [outcome[number]!]);
  };
  for (const [i, { operation, skips }] of layers.entries()) {
    const number = i + 1;
    const applied = applyMacro(graph, `${number}`, `${number}: ${operation}`, operation, filters, read(i, number));
    if (skips.length === 0) outcome.push(applied);
    else {
      const joined = graph.add(`${number}.join`, `join ${[number, ...skips].join(' + ')}`, { type: 'join' }, [
        applied,
        ...skips.map((skip) => read(skip, number)),
      ]);
      outcome.push(graph.convolution(`${number}.skip`, `${number}: C1`, filters, 1, 1, 1, joined));
    }
  }
  return outcome.at(-1)!;
}

function applyMacro(graph: Graph, name: string, label: string, operation: MacroOperation, filters: number, from: number): number {
  const side = Number(operation[1]);
  switch (operation[0]) {
    case 'C':
      return graph.convolution(`${name}.convolution`, label, filters, side, side, 1, from);
    case 'S':
      return graph.separable(`${name}.separable`, label, filters, side, side, 1, from);
    default:
      return graph.add(`${name}.pool`, label, { type: operation === 'A3' ? 'averagePool' : 'maxPool', size: side, stride: 1 }, [from]);
  }
}

/** Of a network of cells: which cells there are, from the image on, and the channels of their nodes. */
export function cellPlan({
  filters,
  repetitions,
}: Pick<Cell, 'filters' | 'repetitions'>): { kind: 'normal' | 'reduction'; filters: number }[] {
  return [0, 1, 2].flatMap((stage) => {
    const width = filters * 2 ** stage;
    const normal = Array.from({ length: repetitions }, () => ({ kind: 'normal' as const, filters: width }));
    return stage === 0 ? normal : [{ kind: 'reduction' as const, filters: width }, ...normal];
  });
}

/** Channels of the stem for each channel of the first cells, as in the paper's program. */
export const STEM = 3;

/** Pham et al. 2018, section 2.4. */
function cellNodes(graph: Graph, network: Cell): number {
  const stem = graph.convolution('stem', 'stem C3', STEM * network.filters, 3, 3, 1, 0);
  let before = [stem, stem] as [number, number];
  for (const [i, { kind, filters }] of cellPlan(network).entries()) {
    const out = cellOf(graph, `cell${i + 1}`, `${i + 1}`, network[kind], filters, kind === 'reduction' ? 2 : 1, before);
    before = [before[1], out];
  }
  return before[1];
}

/** Both inputs are brought to the cell's channels by 1 x 1 convolutions, and to one size. */
function cellOf(
  graph: Graph,
  name: string,
  label: string,
  nodes: readonly CellSum[],
  filters: number,
  stride: number,
  before: [number, number],
): number {
  const [older, last] = before;
  const smaller = graph.shape(older).height > graph.shape(last).height || graph.shape(older).width > graph.shape(last).width;
  const fitted = smaller ? graph.add(`${name}.half`, `${label}/0 halved`, { type: 'averagePool', size: 2, stride: 2 }, [older]) : older;
  const outcome = [fitted, last].map((from, i) => graph.convolution(`${name}.input${i}`, `${label}/${i}: C1`, filters, 1, 1, 1, from));
  const read = new Set<number>();
  for (const [i, inputs] of nodes.entries()) {
    const number = i + 2;
    const terms = inputs.map((input, k) => {
      read.add(input.from);
      const place = `${name}.node${number}${'ab'[k]}`;
      return applyCell(
        graph,
        place,
        `${label}/${number}: ${printCellInput(input)}`,
        input.operation,
        filters,
        input.from < 2 ? stride : 1,
        outcome[input.from]!,
      );
    });
    outcome.push(graph.add(`${name}.node${number}`, `${label}/${number}: sum`, { type: 'sum' }, terms));
  }
  const loose = nodes.map((_, i) => i + 2).filter((number) => !read.has(number));
  return graph.join(
    `${name}.join`,
    `${label}: join ${loose.join(' + ')}`,
    loose.map((number) => outcome[number]!),
  );
}

/** A separable convolution is applied twice (Zoph et al. 2018). An identity that has to halve is an average pool. */
function applyCell(
  graph: Graph,
  name: string,
  label: string,
  operation: CellOperation,
  filters: number,
  stride: number,
  from: number,
): number {
  const side = Number(operation[1]);
  switch (operation) {
    case 'I':
      return stride === 1 ? from : graph.add(`${name}.half`, label, { type: 'averagePool', size: 2, stride: 2 }, [from]);
    case 'S3':
    case 'S5': {
      const once = graph.separable(`${name}.first`, `${label}, first`, filters, side, side, stride, from);
      return graph.separable(`${name}.second`, label, filters, side, side, 1, once);
    }
    case 'A3':
    case 'P3':
      return graph.add(`${name}.pool`, label, { type: operation === 'A3' ? 'averagePool' : 'maxPool', size: side, stride }, [from]);
  }
}
