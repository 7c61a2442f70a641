import type * as tfjs from '@tensorflow/tfjs-core';
import type { Activation, Recurrent } from '../../schema/networks/architecture.ts';
import { looseEnds } from '../../schema/networks/recurrent.ts';
import type { TF } from '../backends/backend.ts';
import { addWords, bypass, type Cell, type LanguageModel, languageModel } from './language-model.ts';
import type { Network } from './network.ts';
import { Parameters } from './parameters.ts';

export interface RecurrentNetwork extends Network, LanguageModel {}

/** The functions that a node may apply. */
export function activationsOf(tf: TF): Record<Activation, (x: tfjs.Tensor2D) => tfjs.Tensor2D> {
  return { tanh: tf.tanh, ReLU: tf.relu, identity: (x) => x, sigmoid: tf.sigmoid };
}

/**
 * A language model of one recurrent cell (Pham et al. 2018, section 2.1, and its public program). With x the word, h the last state, and j the
 * node that node i > 1 reads,
 *
 *     c_1 = sigmoid(x W_xc + h W_hc),   h_1 = c_1 f_1(x W_xh + h W_hh) + (1 - c_1) h
 *     c_i = sigmoid(h_j W_ic),          h_i = c_i f_i(h_j W_ih) + (1 - c_i) h_j
 *
 * and the new state is the mean of the h_i that no node reads. No matrix of the cell has a bias.
 */
export function buildRecurrent(tf: TF, { input, units, nodes }: Recurrent): RecurrentNetwork {
  const parameters = new Parameters(tf);
  const words = addWords(parameters, input.channels, units);
  const glorot = { kind: 'GLOROT', fanIn: units, fanOut: units } as const;
  const matrices = nodes.map((_, i) => parameters.kernel(i === 0 ? '1.state' : `${i + 1}.node`, [units, 2 * units], glorot));
  const activations = activationsOf(tf);
  const ends = looseEnds(nodes);
  const cell: Cell = (word, state, kept) => {
    const given: tfjs.Tensor2D[] = [];
    for (const [i, { previous, activation }] of nodes.entries()) {
      const read = i === 0 ? state : given[previous - 1]!;
      const seen: tfjs.Tensor2D = i === 0 && kept ? tf.mul(read, kept) : read;
      const product: tfjs.Tensor2D = tf.matMul(seen, matrices[i] as tfjs.Tensor as tfjs.Tensor2D);
      given.push(bypass(tf, read, i === 0 ? tf.add(product, word) : product, activations[activation]));
    }
    const [first, ...others] = ends.map((number) => given[number - 1]!);
    return others.length === 0 ? first! : tf.div(tf.addN([first!, ...others]), ends.length);
  };
  return { parameters: parameters.all, ...languageModel(tf, words, cell) };
}
