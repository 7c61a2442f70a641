import { type GraphNode, graphOf } from '../../schema/networks/graph.ts';
import type { GraphNetwork } from '../../schema/networks/graph-notation.ts';
import { folded } from './folded.ts';
import type { ExportLayer, LayerKind, Sides, Weights } from './layers.ts';
import { mapOf } from './layers.ts';
import { along, checkedArray, type WeightsOf } from './row.ts';

/** The layers of a network of NAS or ENAS with whom each reads, ending with the classifier's scores. `input`: name of the images. */
export function graphLayers(network: GraphNetwork, input: string, weights: WeightsOf): ExportLayer[] {
  const nodes = graphOf(network);
  const layers: ExportLayer[] = [];
  const names = [input];
  const shapes = [mapOf(network.input)];
  const add = (name: string, shape: number[], output: number[], from: string[], what: LayerKind): string => {
    layers.push({ name, input: shape, output, from, ...what });
    return name;
  };
  /** The map of a node filled up with zeros to a size. */
  const filled = (name: string, number: number, [height, width]: readonly number[]): string => {
    const [rows, columns, channels] = shapes[number] as [number, number, number];
    if (rows === height && columns === width) return names[number]!;
    const sides = { top: 0, left: 0, bottom: height! - rows, right: width! - columns };
    return add(name, shapes[number]!, [height!, width!, channels], [names[number]!], { kind: 'zeros', sides });
  };
  for (const node of nodes) {
    const name = nameOf(node.name);
    const shape = shapes[node.from[0]!]!;
    const { operation } = node;
    const vector = operation.type === 'globalAverage' || operation.type === 'softmax';
    const output = vector ? [node.output.channels] : mapOf(node.output);
    const from =
      operation.type === 'join'
        ? node.from.map((number, i) => filled(`${name}_zeros_${i}`, number, output))
        : node.from.map((number) => names[number]!);
    names.push(add(name, shape, output, from, kindOf(node, shape, weights)));
    shapes.push(output);
  }
  return layers;
}

function kindOf({ name, operation }: GraphNode, input: number[], weights: WeightsOf): LayerKind {
  const channels = input.at(-1)!;
  switch (operation.type) {
    case 'convolution': {
      const { height, width, stride, filters } = operation;
      const pair = trained(weights, name, [height, width, channels, filters], filters);
      return { kind: 'convolution', ...pair, stride, padding: 'same', pads: padsOf(input, height, width, stride), activation: 'relu' };
    }
    case 'depthwise': {
      const { height, width, stride } = operation;
      const kernel = checkedArray(weights, `${name}.kernel`, [height, width, channels, 1]);
      return { kind: 'depthwise', kernel, stride, pads: padsOf(input, height, width, stride) };
    }
    case 'averagePool':
    case 'maxPool': {
      const { type, size, stride } = operation;
      return { kind: 'samePool', of: type === 'maxPool' ? 'max' : 'average', size, stride, pads: padsOf(input, size, size, stride) };
    }
    case 'join':
    case 'sum':
      return { kind: operation.type };
    case 'globalAverage':
      return { kind: 'globalAverage' };
    case 'softmax':
      return { kind: 'dense', ...trained(weights, name, [channels, operation.classes], operation.classes), activation: 'linear' };
  }
}

function trained(weights: WeightsOf, name: string, shape: number[], units: number): { kernel: Weights; bias: Weights } {
  const kernel = checkedArray(weights, `${name}.kernel`, shape);
  const bias = checkedArray(weights, `${name}.bias`, [units]);
  if (!weights(`${name}.gamma`)) return { kernel, bias };
  const [gamma, mean, variance] = ['gamma', 'movingMean', 'movingVariance'].map((part) =>
    checkedArray(weights, `${name}.${part}`, [units]),
  );
  return folded(kernel, bias, { gamma: gamma!, mean: mean!, variance: variance! }, shape.length - 1);
}

function padsOf([height, width]: readonly number[], rows: number, columns: number, stride: number): Sides {
  const [down, across] = [along(height!, rows, stride, 'same'), along(width!, columns, stride, 'same')];
  return { top: down.before, bottom: down.after, left: across.before, right: across.after };
}

/** `1.convolution` as `layer_1_convolution`, `cell1.node2a.first.depthwise` as `cell1_node2a_first_depthwise`: a name in every format. */
const nameOf = (name: string): string => `${/^\d/.test(name) ? 'layer_' : ''}${name.replaceAll('.', '_')}`;
