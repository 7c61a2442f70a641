import { type ExportFormat, exportFormats } from '../../schema/exports.ts';
import type { Activation, Recurrent } from '../../schema/networks/architecture.ts';
import { looseEnds } from '../../schema/networks/recurrent.ts';
import { size, type Weights } from './layers.ts';
import type { WeightsOf } from './row.ts';

/** A trained language model of a recurrent cell; matrices multiply rows from the right. */
export interface RecurrentModel {
  units: number;
  vocabulary: number;
  /** [vocabulary, units]: of the words that are read, and of those that are predicted. */
  embedding: Weights;
  /** [vocabulary]. */
  bias: Weights;
  /** [units, 2 units]: a word's part in the first node. */
  word: Weights;
  /** In their order; what node i reads is the state (0), or node 1 to i - 1. */
  nodes: { reads: number; activation: Activation /** [units, 2 units]: gate, then proposal. */; matrix: Weights }[];
  /** Nodes, from 1, whose mean is the new state. */
  ends: number[];
}

/** Formats that a loop over time can be written in. */
export const RECURRENT_FORMATS: readonly ExportFormat[] = ['PYTORCH', 'ONNX'];

/** @throws Error for a format that has no such cell; when the weights are not those of the architecture */
export function recurrentModel({ input, units, nodes }: Recurrent, weights: WeightsOf, format: ExportFormat): RecurrentModel {
  if (!RECURRENT_FORMATS.includes(format)) {
    const allowed = RECURRENT_FORMATS.map((each) => exportFormats[each].title).join(' and ');
    throw new Error(`${exportFormats[format].title} has no layer for a recurrent cell that was searched for; allowed: ${allowed}`);
  }
  const vocabulary = input.channels;
  const take = (name: string, shape: number[]): Weights => {
    const found = weights(name);
    if (!found || found.values.length !== size(shape)) throw new Error(`checkpoint: no ${name} of ${shape.join(' x ')} numbers`);
    return { shape, values: found.values };
  };
  return {
    ...{ units, vocabulary },
    embedding: take('embedding.kernel', [vocabulary, units]),
    bias: take('words.bias', [vocabulary]),
    word: take('1.word.kernel', [units, 2 * units]),
    nodes: nodes.map(({ previous, activation }, i) => {
      return { reads: previous, activation, matrix: take(i === 0 ? '1.state.kernel' : `${i + 1}.node.kernel`, [units, 2 * units]) };
    }),
    ends: looseEnds(nodes),
  };
}

/** What goes in and comes out, for people and programs. */
export const RECURRENT_ARRAYS = {
  words: 'numbers of words in the vocabulary of the dataset, from 0; the texts of a batch beside each other',
  state: 'the state before the first word: zeros at the beginning of a text, or what came out after the words before',
  logits: 'for each word, scores of the words that may follow; their softmax are probabilities',
  last: 'the state after the last word',
} as const;
