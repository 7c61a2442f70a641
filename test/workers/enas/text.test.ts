import type * as tfjs from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Recurrent } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { training } from '../../../schema/plans/defaults.ts';
import { Random } from '../../../schema/random.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import type { TextDataset } from '../../../workers/datasets/dataset.ts';
import { textSupernet } from '../../../workers/enas/text.ts';
import { initialValues } from '../../../workers/models/parameters.ts';
import { buildRecurrent } from '../../../workers/models/recurrent.ts';
import { buildRecurrentSupernet, cellInputs } from '../../../workers/models/recurrent-supernet.ts';
import { decodeCheckpoint } from '../../../workers/training/checkpoint.ts';
import { predict } from '../../../workers/training/language.ts';

const VOCABULARY = 6;
const cell = (nodes: string) =>
  parseNotation(`R(8) | ${nodes}`, { input: { height: 1, width: 1, channels: VOCABULARY }, padding: 'same' }) as Recurrent;
const one = cell('tanh(0), ReLU(1), sigmoid(1)');
const other = cell('sigmoid(0), identity(1), tanh(2)');

/** Words of which each but now and then is followed by the next one. */
const random = Random.of(3);
const said = (length: number) => {
  let word = 0;
  return Int32Array.from({ length }, () => {
    word = random.uniform() < 0.1 ? random.integer(VOCABULARY) : (word + 1) % VOCABULARY;
    return word;
  });
};
const dataset: TextDataset = {
  name: 'Song',
  unit: 'WORDS',
  vocabulary: Array.from({ length: VOCABULARY }, (_, i) => `w${i}`),
  train: said(2000),
  validation: said(300),
  test: new Int32Array(0),
  hash: 'song',
};
const supernet = async (clipNorm: number | null = 1) => {
  const { language: _, ...usual } = training.LANGUAGE_MODELLING;
  const plan = { ...usual, batchSize: 4, optimizer: { ...usual.optimizer, clipNorm }, language: { sequenceLength: 8, dropout: 0.1 } };
  return textSupernet(await openBackend({ threads: 1 }), dataset, { nodes: 3, units: 8, training: plan, seed: 1 });
};

test('a cell of the shared weights computes what it computes by itself', async () => {
  const { tf } = await openBackend({ threads: 1 });
  const shared = buildRecurrentSupernet(tf, VOCABULARY, 8, 3);
  initialValues(shared.parameters, 2, 0).forEach((values, i) => {
    const { variable } = shared.parameters[i]!;
    variable.assign(
      tf.tensor(
        values.map((value) => 2 * value),
        variable.shape,
      ),
    );
  });
  const weights = new Map(shared.parameters.map(({ name, variable }) => [name, variable]));
  const words = tf.tensor2d(said(15), [5, 3], 'int32');
  for (const architecture of [one, other]) {
    const alone = buildRecurrent(tf, architecture);
    for (const { name, variable } of alone.parameters) {
      const node = Number(/^(\d+)\.node/.exec(name)?.[1] ?? 0);
      const source = node === 0 ? name : `${node}.node.${architecture.nodes[node - 1]!.previous}.kernel`;
      variable.assign(weights.get(source)!);
    }
    const given = cellInputs(architecture.nodes);
    const inputs = Object.fromEntries(
      Object.entries(shared.inputs).map(([name, spec]) => [name, tf.tensor(given[name]!, 'shape' in spec ? spec.shape : [])]),
    );
    const state = tf.zeros([3, 8]) as tfjs.Tensor2D;
    const expected = predict(tf, alone, words, state).losses.dataSync();
    [...predict(tf, shared.model(inputs), words, state).losses.dataSync()].forEach((loss, i) => {
      expect(loss).toBeCloseTo(expected[i]!, 5);
    });
  }
});

test('an update leaves the weights that the cell does not have as they are', async () => {
  const net = await supernet();
  const { tf } = await openBackend({ threads: 1 });
  const { parameters } = buildRecurrentSupernet(tf, VOCABULARY, 8, 3);
  const carried = { ...parameters[0]!, name: 'state', variable: tf.variable(tf.zeros([4, 8])) };
  const all = [...parameters, carried];
  const read = async () => decodeCheckpoint(await net.save(), all, 1).weights;
  const before = await read();
  net.begin(1);
  await net.train({ batch: 0, architecture: one }, 0.01);
  const after = await read();
  const changed = parameters.filter((_, i) => before[i]!.some((value, k) => value !== after[i]![k])).map(({ name }) => name);
  // node 3 of the cell reads node 1
  const expected = ['embedding.kernel', 'words.bias', '1.word.kernel', '1.state.kernel', '2.node.1.kernel', '3.node.1.kernel'];
  expect(changed.sort()).toEqual(expected.sort());
  expect(parameters.map(({ name }) => name)).toContain('3.node.2.kernel');
  net.dispose();
});

test('cells learn together, and who goes on from what was saved goes on to the bit', { timeout: 120_000 }, async () => {
  const net = await supernet();
  const play = async (from: Awaited<ReturnType<typeof supernet>>, epoch: number) => {
    from.begin(epoch);
    const seen = [];
    for (let batch = 0; batch < from.trainBatches; batch++)
      seen.push(await from.train({ batch, architecture: batch % 2 === 0 ? one : other }, 0.01));
    return seen;
  };
  const judge = async () => {
    let reward = 0;
    for (const architecture of [one, other])
      for (let batch = 0; batch < net.validationBatches; batch++) reward += (await net.evaluate({ batch, architecture })).reward;
    return reward / (2 * net.validationBatches);
  };
  const untrained = await judge();
  // six words of which nothing is known
  expect(untrained).toBeGreaterThan(0.8 * (80 / 6));
  expect(untrained).toBeLessThan(1.2 * (80 / 6));
  for (let epoch = 1; epoch <= 4; epoch++) await play(net, epoch);
  expect(await judge()).toBeGreaterThan(80 / 3);
  const saved = await net.save();
  const expected = await play(net, 5);
  const again = await supernet();
  await again.restore(saved);
  expect(await play(again, 5)).toEqual(expected);
  net.dispose();
  again.dispose();
});

test('what it cannot do is refused; after a loss that is no number the weights are those with which the epoch began', async () => {
  const net = await supernet(null);
  await expect(net.evaluate({ batch: 0, architecture: cell('tanh(0), ReLU(1)') })).rejects.toThrow(
    'recurrent cells of 3 nodes and 8 units',
  );
  await expect(net.restore(new Uint8Array(100))).rejects.toThrow();
  net.begin(1);
  const begun = await net.save();
  await net.train({ batch: 0, architecture: one }, 1e38);
  expect(await net.save()).not.toEqual(begun);
  await expect(net.train({ batch: 1, architecture: one }, 1e38)).rejects.toThrow('loss is');
  expect(await net.save()).toEqual(begun);
  net.dispose();
});
