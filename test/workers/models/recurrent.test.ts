import type * as tfjs from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Recurrent } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { buildRecurrent } from '../../../workers/models/recurrent.ts';
import { byHand, type Weights } from './recurrent-by-hand.ts';

const { tf } = await openBackend({ threads: 1 });
const VOCABULARY = 4;
const WORDS = [2, 0, 3, 3, 1];

/** A cell with random weights, in the model and as lists. */
function made(notation: string, scale: number) {
  const architecture = parseNotation(notation, { input: { height: 1, width: 1, channels: VOCABULARY }, padding: 'same' }) as Recurrent;
  const network = buildRecurrent(tf, architecture);
  const random = Random.of(5, notation);
  const weights: Weights = {};
  for (const { name, variable } of network.parameters) {
    const [rows, columns] = variable.shape.length === 2 ? (variable.shape as [number, number]) : [1, variable.size];
    weights[name] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => scale * random.normal()));
    variable.assign(tf.tensor(weights[name]!.flat(), variable.shape));
  }
  return { architecture, network, weights };
}

const CELLS = [
  ['R(3) | tanh(0), ReLU(1), sigmoid(1)', 0.8],
  ['R(2) | sigmoid(0), identity(1), tanh(2), ReLU(2)', 0.8],
  // grows beyond the longest norm of a state
  ['R(3) | identity(0), ReLU(1)', 8],
] as const;

test.each(CELLS)('%s computes what its equations say, computed number by number', (notation, scale) => {
  const { architecture, network, weights } = made(notation, scale);
  const { scores, state } = byHand(architecture, weights, WORDS);
  const words = tf.tensor1d(WORDS.slice(0, -1), 'int32');
  const { states, last } = network.read(words, tf.zeros([1, architecture.units]));
  const found = network.scores(states).arraySync();
  found.flat().forEach((value, i) => {
    expect(value / scores.flat()[i]!).toBeCloseTo(1, 3);
  });
  [...last.dataSync()].forEach((value, k) => {
    expect(value).toBeCloseTo(state[k]!, 4);
  });
  if (scale > 1) expect(Math.hypot(...state)).toBeCloseTo(25, 6);
});

test.each(CELLS.slice(0, 2))('%s has the gradient that differences of the equations have, in every weight', (notation, scale) => {
  const { architecture, network, weights } = made(notation, scale);
  const variables = network.parameters.map(({ variable }) => variable);
  const { grads } = tf.variableGrads(() => {
    const words = tf.tensor1d(WORDS.slice(0, -1), 'int32');
    const { states } = network.read(words, tf.zeros([1, architecture.units]));
    return tf.mean(network.losses(states, tf.tensor1d(WORDS.slice(1), 'int32'))) as tfjs.Scalar;
  }, variables);
  for (const { name, variable } of network.parameters) {
    const gradient = grads[variable.name]!.dataSync();
    const list = weights[name]!;
    for (let i = 0; i < gradient.length; i++) {
      const [row, column] = [Math.floor(i / list[0]!.length), i % list[0]!.length];
      const at = (by: number) => {
        const before = list[row]![column]!;
        list[row]![column] = before + by;
        const { loss } = byHand(architecture, weights, WORDS);
        list[row]![column] = before;
        return loss;
      };
      expect(gradient[i], `${name} ${i}`).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 4);
    }
  }
});
