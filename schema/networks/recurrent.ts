import type { CellNode, Recurrent } from './architecture.ts';
import type { LayerShape } from './shapes.ts';

/** Numbers, from 1, of the nodes that no other reads: their mean is the new state. */
export function looseEnds(nodes: readonly CellNode[]): number[] {
  const read = new Set(nodes.map(({ previous }) => previous));
  return nodes.map((_, i) => i + 1).filter((number) => !read.has(number));
}

/** `tanh(0)`: what a node applies, and whom it reads. */
export const printNode = ({ previous, activation }: CellNode): string => `${activation}(${previous})`;

/** Trained numbers of a node: one matrix for what it adds and one for how much of it, without biases; of the first node also those of the word. */
export const nodeParameters = (number: number, units: number): number => (number === 1 ? 4 : 2) * units * units;

/**
 * The parts of a network, in the order in which a word passes them; FLOPs are of one word. The output shares its matrix with the embedding
 * (Press & Wolf 2017), which is looked up and not multiplied, and has a bias for each word.
 */
export function recurrentShapes({ input, units, nodes }: Recurrent): LayerShape[] {
  const vector = { height: 1, width: 1, channels: units };
  const embedding: LayerShape = { part: 'CELL', label: `E(${units})`, output: vector, parameters: input.channels * units, flops: 0 };
  const cell = nodes.map((node, i): LayerShape => {
    const parameters = nodeParameters(i + 1, units);
    return { part: 'CELL', label: printNode(node), output: vector, parameters, flops: 2 * parameters };
  });
  const output: LayerShape = {
    ...{ part: 'CELL', label: `SM(${input.channels})`, output: { ...input } },
    ...{ parameters: input.channels, flops: 2 * units * input.channels },
  };
  return [embedding, ...cell, output];
}
