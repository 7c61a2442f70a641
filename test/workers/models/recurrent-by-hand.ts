import type { Recurrent } from '../../../schema/networks/architecture.ts';

/** Weights by the names that the models give them, as nested lists. */
export type Weights = Record<string, number[][]>;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const APPLY = { tanh: Math.tanh, ReLU: (x: number) => Math.max(0, x), sigmoid, identity: (x: number) => x };
/** Row times matrix. */
const times = (row: number[], matrix: number[][]) => matrix[0]!.map((_, k) => row.reduce((sum, x, i) => sum + x * matrix[i]![k]!, 0));

/**
 * A recurrent cell's language model number by number, from the equations alone (Pham et al. 2018, section 2.1): with p = (h_j W + the word's part for
 * node 1), whose first half is the gate, h_i = h_j + sigmoid(gate) (f(proposal) - h_j); the state is the mean of what no node reads, its norm at most 25.
 *
 * @param words of one text, the last only predicted
 * @returns the mean negative log-likelihood of words 2, 3, ..., the scores after each word, and the last state
 */
export function byHand({ units, nodes }: Pick<Recurrent, 'units' | 'nodes'>, weights: Weights, words: readonly number[]) {
  const read = new Set(nodes.map(({ previous }) => previous));
  let state = new Array<number>(units).fill(0);
  let loss = 0;
  const scores: number[][] = [];
  for (let t = 0; t + 1 < words.length; t++) {
    const part = times(weights['embedding.kernel']![words[t]!]!, weights['1.word.kernel']!);
    const outcome: number[][] = [];
    for (const [i, { previous, activation }] of nodes.entries()) {
      const from = i === 0 ? state : outcome[previous - 1]!;
      const product = times(from, weights[i === 0 ? '1.state.kernel' : `${i + 1}.node.kernel`]!);
      if (i === 0) for (const [k, x] of part.entries()) product[k]! += x;
      outcome.push(from.map((h, k) => h + sigmoid(product[k]!) * (APPLY[activation](product[units + k]!) - h)));
    }
    const ends = outcome.filter((_, i) => !read.has(i + 1));
    const mean = state.map((_, k) => ends.reduce((sum, h) => sum + h[k]!, 0) / ends.length);
    const norm = Math.hypot(...mean);
    state = mean.map((h) => (norm > 25 ? (25 * h) / norm : h));
    const given = weights['embedding.kernel']!.map((row, word) =>
      row.reduce((sum, x, k) => sum + x * state[k]!, weights['words.bias']![0]![word]!),
    );
    scores.push(given);
    loss += Math.log(given.reduce((sum, x) => sum + Math.exp(x), 0)) - given[words[t + 1]!]!;
  }
  return { loss: loss / (words.length - 1), scores, state };
}
