import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backends/backend.ts';
import type { Parameters } from './parameters.ts';

/** What dropout keeps, 0 or 1 / (1 - rate), of the units of words and of states; both [B, units]. */
export interface Masks {
  words: tfjs.Tensor2D;
  states: tfjs.Tensor2D;
}

/** What every language model has beside its cell. */
export interface WordWeights {
  /** [vocabulary, units]. */
  embedding: tfjs.Tensor2D;
  /** [vocabulary]. */
  bias: tfjs.Tensor1D;
  /** [units, 2 units]: a word's part in the first node. */
  word: tfjs.Tensor2D;
}

/**
 * One moment of a cell: the word's part [B, 2 units] and the state before, [B, units], to the new state.
 * @param kept what dropout keeps of a state where a matrix reads it, [B, units]
 */
export type Cell = (word: tfjs.Tensor2D, state: tfjs.Tensor2D, kept?: tfjs.Tensor2D) => tfjs.Tensor2D;

export interface LanguageModel {
  /**
   * Reads T words of each of B texts, [T x B] with the texts of one moment beside each other, from a state [B, units].
   * @returns what predicts the next words, [T x B, units], and the last state
   */
  read(words: tfjs.Tensor1D, state: tfjs.Tensor2D, masks?: Masks): { states: tfjs.Tensor2D; last: tfjs.Tensor2D };
  /** Scores of all words: [n, units] to [n, vocabulary]. */
  scores(states: tfjs.Tensor2D): tfjs.Tensor2D;
  /** Negative log-likelihoods [n] of words [n] after states [n, units]. */
  losses(states: tfjs.Tensor2D, words: tfjs.Tensor1D): tfjs.Tensor1D;
}

/** First numbers of an embedding lie within plus and minus this (Zaremba et al. 2014). */
const EMBEDDING_LIMIT = 0.1;

/** Makes the weights of words. */
export function addWords(parameters: Parameters, vocabulary: number, units: number): WordWeights {
  const uniform = { kind: 'UNIFORM', limit: EMBEDDING_LIMIT } as const;
  const embedding = parameters.kernel('embedding', [vocabulary, units], uniform) as tfjs.Tensor as tfjs.Tensor2D;
  const bias = parameters.bias('words', vocabulary) as tfjs.Tensor as tfjs.Tensor1D;
  const glorot = { kind: 'GLOROT', fanIn: units, fanOut: units } as const;
  return { embedding, bias, word: parameters.kernel('1.word', [units, 2 * units], glorot) as tfjs.Tensor as tfjs.Tensor2D };
}

/**
 * A language model: the embedding of words, a cell that is unrolled over the time of the words given, and the same embedding transposed
 * (Press & Wolf 2017) with a bias. Dropout keeps the same units at all moments (Gal & Ghahramani 2016).
 */
export function languageModel(tf: TF, { embedding, bias, word }: WordWeights, cell: Cell): LanguageModel {
  const scores = (states: tfjs.Tensor2D): tfjs.Tensor2D => tf.add(tf.matMul(states, embedding, false, true), bias);
  return {
    read(words, state, masks) {
      const [texts] = state.shape;
      const length = words.size / texts;
      const repeat = (mask: tfjs.Tensor2D) => tf.tile(mask, [length, 1]);
      const embedded: tfjs.Tensor2D = tf.gather(embedding, words);
      const parts: tfjs.Tensor2D = tf.matMul(masks ? tf.mul(embedded, repeat(masks.words)) : embedded, word);
      const moments = (length > 1 ? tf.split(parts, length) : [parts]) as tfjs.Tensor2D[];
      let last = state;
      const states = moments.map((part) => {
        last = bounded(tf, cell(part, last, masks?.states));
        return last;
      });
      const all = states.length > 1 ? tf.concat2d(states, 0) : states[0]!;
      return { states: masks ? tf.mul(all, repeat(masks.states)) : all, last };
    },
    scores,
    losses(states, words) {
      const right = tf.add(tf.sum(tf.mul(states, tf.gather(embedding, words)), 1), tf.gather(bias, words));
      return tf.sub(logSumExp(tf, scores(states)), right);
    },
  };
}

/** Longest norm of a state, as in public programs of ENAS: cells without a bound of their own would grow from word to word. */
export const LONGEST_STATE = 25;

function bounded(tf: TF, state: tfjs.Tensor2D): tfjs.Tensor2D {
  const squares = tf.maximum(tf.sum(tf.square(state), 1, true), LONGEST_STATE ** 2);
  return tf.mul(state, tf.div(LONGEST_STATE, tf.sqrt(squares)));
}

/** ln sum e^x of each row, [n, k] to [n]. Its gradient is the softmax, which this keeps from being worked out anew. */
function logSumExp(tf: TF, x: tfjs.Tensor2D): tfjs.Tensor1D {
  const operation = tf.customGrad((given, save) => {
    const input = given as tfjs.Tensor2D;
    const highest = tf.max(input, 1, true);
    const powers: tfjs.Tensor2D = tf.exp(tf.sub(input, highest));
    const sums: tfjs.Tensor2D = tf.sum(powers, 1, true);
    (save as tfjs.GradSaveFunc)([powers, sums]);
    return {
      value: tf.reshape(tf.add(tf.log(sums), highest), [input.shape[0]]) as tfjs.Tensor1D,
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => tf.mul(saved[0]!, tf.div(tf.reshape(dy, [-1, 1]), saved[1]!)),
    };
  });
  return operation(x) as tfjs.Tensor1D;
}

/** What a node makes of what it read and of its product with the node's matrix, [B, 2 units]: how much is new, and what (highway, eq. of section 2.1). */
export function bypass(tf: TF, read: tfjs.Tensor2D, product: tfjs.Tensor2D, activate: (x: tfjs.Tensor2D) => tfjs.Tensor2D): tfjs.Tensor2D {
  const [gate, proposal] = tf.split(product, 2, 1) as [tfjs.Tensor2D, tfjs.Tensor2D];
  return tf.add(read, tf.mul(tf.sigmoid(gate), tf.sub(activate(proposal), read)));
}
