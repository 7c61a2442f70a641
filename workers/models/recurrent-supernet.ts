import type * as tfjs from '@tensorflow/tfjs-core';
import { ACTIVATIONS, type CellNode } from '../../schema/networks/architecture.ts';
import { looseEnds } from '../../schema/networks/recurrent.ts';
import type { InputSpec, Inputs, TF } from '../backends/backend.ts';
import { addWords, bypass, type Cell, type LanguageModel, languageModel } from './language-model.ts';
import type { Network } from './network.ts';
import { Parameters } from './parameters.ts';
import { activationsOf } from './recurrent.ts';

export interface RecurrentSupernet extends Network {
  /** Inputs that say which cell it is. */
  inputs: Record<string, InputSpec>;
  /** The language model of the cell that the inputs say, and the kernels that this cell has. */
  model(inputs: Inputs): LanguageModel & { kernels: tfjs.Tensor[] };
}

/** Names of the inputs: whom each node reads [N, N], what it applies [N, activations], and each node's part in the new state [1, N]. */
const CHOICE = { reads: 'reads', applies: 'applies', ends: 'ends' } as const;

/** What a cell is to a supernet of as many nodes. */
export function cellInputs(nodes: readonly CellNode[]): Record<string, Float32Array> {
  const count = nodes.length;
  const reads = new Float32Array(count * count);
  const applies = new Float32Array(count * ACTIVATIONS.length);
  const ends = new Float32Array(count);
  nodes.forEach(({ previous, activation }, i) => {
    if (previous > 0) reads[i * count + previous - 1] = 1;
    applies[i * ACTIVATIONS.length + ACTIVATIONS.indexOf(activation)] = 1;
  });
  const loose = looseEnds(nodes);
  for (const number of loose) ends[number - 1] = 1 / loose.length;
  return { [CHOICE.reads]: reads, [CHOICE.applies]: applies, [CHOICE.ends]: ends };
}

/**
 * All recurrent cells of so many nodes with shared weights (Pham et al. 2018, section 2.1): node i has a matrix for each node before it, of which a
 * cell uses the one of the node that it reads; embedding and first node belong to all. Which cell it is, is an input, so that one graph
 * serves them all: whatever a cell does not choose is multiplied by 0 and gets no gradient.
 */
export function buildRecurrentSupernet(tf: TF, vocabulary: number, units: number, count: number): RecurrentSupernet {
  const parameters = new Parameters(tf);
  const words = addWords(parameters, vocabulary, units);
  const glorot = { kind: 'GLOROT', fanIn: units, fanOut: units } as const;
  const matrix = (name: string) => parameters.kernel(name, [units, 2 * units], glorot) as tfjs.Tensor as tfjs.Tensor2D;
  const first = matrix('1.state');
  /** By node, from the second, and by the node that it reads. */
  const shared = Array.from({ length: count - 1 }, (_, i) => Array.from({ length: i + 1 }, (_, j) => matrix(`${i + 2}.node.${j + 1}`)));
  const functions = Object.values(activationsOf(tf));
  const inputs: Record<string, InputSpec> = {
    [CHOICE.reads]: { shape: [count, count], dtype: 'float32' },
    [CHOICE.applies]: { shape: [count, ACTIVATIONS.length], dtype: 'float32' },
    [CHOICE.ends]: { shape: [1, count], dtype: 'float32' },
  };

  return {
    parameters: parameters.all,
    inputs,
    model(given) {
      const reads = given[CHOICE.reads] as tfjs.Tensor2D;
      const applies = given[CHOICE.applies] as tfjs.Tensor2D;
      const number = (of: tfjs.Tensor2D, row: number, column: number) =>
        tf.reshape(tf.slice2d(of, [row, column], [1, 1]), []) as tfjs.Scalar;
      /** One-hot over the nodes before node i, from 0: [1, i]. */
      const choices = shared.map((_, i) => tf.slice2d(reads, [i + 1, 0], [1, i + 1]));
      const matrices = shared.map((all, i) => chosen(tf, choices[i]!, all));
      const weights = Array.from({ length: count }, (_, i) => functions.map((_, k) => number(applies, i, k)));
      const activate = (i: number) => (x: tfjs.Tensor2D) =>
        tf.addN(functions.map((apply, k) => tf.mul<tfjs.Tensor2D>(apply(x), weights[i]![k]!)));
      const cell: Cell = (word, state, kept) => {
        const seen: tfjs.Tensor2D = kept ? tf.mul(state, kept) : state;
        const nodes = [bypass(tf, state, tf.add(tf.matMul(seen, first), word), activate(0))];
        for (const [i, choice] of choices.entries()) {
          const read = chosen(tf, choice, nodes);
          nodes.push(bypass(tf, read, tf.matMul(read, matrices[i]!), activate(i + 1)));
        }
        return chosen(tf, given[CHOICE.ends] as tfjs.Tensor2D, nodes);
      };
      return { ...languageModel(tf, words, cell), kernels: [words.embedding, words.word, first, ...matrices] };
    },
  };
}

/** Sum of arrays of one shape [a, b] with the weights [1, n]. */
function chosen(tf: TF, weights: tfjs.Tensor2D, arrays: readonly tfjs.Tensor2D[]): tfjs.Tensor2D {
  const [rows, columns] = arrays[0]!.shape;
  const flat = arrays.map((array) => tf.reshape(array, [1, rows * columns]) as tfjs.Tensor2D);
  const all = flat.length > 1 ? tf.concat2d(flat, 0) : flat[0]!;
  return tf.reshape(tf.matMul(weights, all), [rows, columns]);
}
