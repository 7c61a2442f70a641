import type * as tfjs from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtInTexts } from '../../../schema/datasets.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import { training } from '../../../schema/plans/defaults.ts';
import type { TrainingPlan } from '../../../schema/plans/plan.ts';
import { rewards } from '../../../schema/plans/rewards.ts';
import { Random } from '../../../schema/random.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { cacheFolder } from '../../../workers/backends/install/cache.ts';
import { withLock } from '../../../workers/backends/install/lock.ts';
import type { TextDataset } from '../../../workers/datasets/dataset.ts';
import { provideDataset } from '../../../workers/datasets/provide.ts';
import { initialValues } from '../../../workers/models/parameters.ts';
import { buildRecurrent } from '../../../workers/models/recurrent.ts';
import { predict } from '../../../workers/training/language.ts';
import { runTrial, type TrialReport, type TrialWork } from '../../../workers/training/trial.ts';
import { metricsOf, ofType, seriesOf, tools } from './kit.ts';

let book: TextDataset;
beforeAll(async () => {
  const { name, contentHash } = builtInTexts[0]!;
  const download = () => Promise.reject(new Error('comes with the platform'));
  const provided = { cache: cacheFolder(), progress: () => {}, lock: withLock, download };
  book = (await provideDataset({ name, hash: contentHash, url: null }, provided)) as TextDataset;
}, 120_000);

const cell = (notation: string, vocabulary: number) => {
  const network = parseNotation(notation, { input: { height: 1, width: 1, channels: vocabulary }, padding: 'same' });
  if (network.family !== 'recurrent') throw new Error(notation);
  return network;
};
const plan = (changes: Partial<TrainingPlan> = {}): TrainingPlan => ({
  ...training.LANGUAGE_MODELLING,
  epochs: 2,
  batchSize: 16,
  trainImages: 40_000,
  validationImages: 5_000,
  language: { sequenceLength: 20, dropout: 0 },
  ...changes,
  optimizer: { ...training.LANGUAGE_MODELLING.optimizer, learningRate: 0.01, clipNorm: 1, ...changes.optimizer },
});
const work = (changes: Partial<TrainingPlan> = {}, notation = 'R(48) | tanh(0), ReLU(1), sigmoid(1)'): TrialWork<TextDataset> => ({
  architecture: cell(notation, book.vocabulary.length),
  dataset: book,
  seed: 1,
  training: plan(changes),
});
async function run(of: TrialWork<TextDataset>, given = tools()): Promise<TrialReport[]> {
  const reports: TrialReport[] = [];
  for await (const report of runTrial(of, await given)) reports.push(report);
  return reports;
}

describe('language modelling on a real book', () => {
  test('the loss falls, and the perplexity is below that of the frequencies of words', { timeout: 120_000 }, async () => {
    const reports = await run(work());
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    const losses = seriesOf(reports, 'loss');
    expect(losses[1]!).toBeLessThan(losses[0]!);
    for (const split of ['TRAIN', 'VALIDATION'] as const)
      seriesOf(reports, 'perplexity', split).forEach((value, i) => {
        expect(value).toBeCloseTo(Math.exp(seriesOf(reports, 'loss', split)[i]!), 6);
      });
    // add-one frequencies of the same part of the text
    const counts = new Float64Array(book.vocabulary.length).fill(1);
    for (const token of book.train.subarray(0, 40_000)) counts[token]!++;
    const sum = counts.reduce((total, count) => total + count);
    const held = book.validation.subarray(0, 5_000);
    const unigram = Math.exp(held.reduce((total, token) => total - Math.log(counts[token]! / sum), 0) / held.length);
    const perplexity = seriesOf(reports, 'perplexity').at(-1)!;
    expect(perplexity).toBeLessThan(0.85 * unigram);
    expect(seriesOf(reports, 'test.perplexity')).toHaveLength(1);
    expect(rewards(metricsOf(reports)).INVERSE_PERPLEXITY).toBeCloseTo(80 / Math.min(...seriesOf(reports, 'perplexity')), 9);
    const [{ texts, epoch } = { texts: [], epoch: 0 }] = ofType(reports, 'texts');
    expect(epoch).toBe(2);
    expect(texts).toHaveLength(4);
    const words = new Set(texts.join(' ').split(/[\s.,;!?]+/));
    expect(words.size).toBeGreaterThan(30);
    expect(words.has('<unk>')).toBe(false);
  });

  test('the same work gives the same numbers, dropout included; from a checkpoint, too', { timeout: 120_000 }, async () => {
    const small = { trainImages: 8_000, validationImages: 1_000, language: { sequenceLength: 20, dropout: 0.2 } };
    const one = await run(work(small), tools({ checkpointSeconds: 0 }));
    expect(metricsOf(await run(work(small)))).toEqual(metricsOf(one));
    const [checkpoint] = ofType(one, 'checkpoint');
    const resumed = await run({ ...work(small), checkpoint: checkpoint!.data });
    expect(metricsOf(resumed)).toEqual(metricsOf(one).filter(({ epoch }) => epoch === 2));
  });

  test('what does not go together is named', async () => {
    const failed = async (changes: Partial<TrialWork<TextDataset>>) => (await run({ ...work(), ...changes })).at(-1);
    expect(await failed({ architecture: cell('R(8) | tanh(0)', 60) })).toMatchObject({
      reason: 'NOT_BUILDABLE',
      message: expect.stringContaining('60 words; dataset Moby-Dick has 5000'),
    });
    expect(await failed({ training: plan({ trainImages: 200 }) })).toMatchObject({
      reason: 'NOT_BUILDABLE',
      message: expect.stringContaining('too little text'),
    });
    const { language: _, ...without } = plan();
    expect(await failed({ training: without })).toMatchObject({ message: expect.stringContaining('training.language: missing') });
    expect(await failed({ training: { ...training.CLASSIFICATION } })).toMatchObject({ message: expect.stringContaining('it is text') });
    const steep = plan({ optimizer: { ...plan().optimizer, kind: 'SGD', learningRate: 1e38, clipNorm: null } });
    expect(await failed({ training: steep })).toMatchObject({ reason: 'NAN' });
  });
});

describe('the network of a recurrent cell', () => {
  /** A network with its first weights, and a function that computes on it and frees. */
  async function network(notation: string, vocabulary: number) {
    const { tf } = await openBackend({ threads: 1 });
    const architecture = cell(notation, vocabulary);
    const built = buildRecurrent(tf, architecture);
    initialValues(built.parameters, 3, 0).forEach((values, i) => {
      const { variable } = built.parameters[i]!;
      // larger than usual: activations shall not be nearly linear
      variable.assign(
        tf.tensor(
          values.map((value) => 3 * value),
          variable.shape,
        ),
      );
    });
    return { tf, architecture, built };
  }

  test('has the parameters that its shape says', async () => {
    for (const notation of ['R(6) | tanh(0)', 'R(5) | ReLU(0), identity(1), sigmoid(1), tanh(3)']) {
      const { built, architecture } = await network(notation, 11);
      expect(built.parameters.reduce((sum, { variable }) => sum + variable.size, 0)).toBe(networkShape(architecture).parameters);
    }
  });

  test('a sequence in pieces with the state carried over is the sequence in one', async () => {
    const { tf, built } = await network('R(6) | tanh(0), ReLU(1), identity(1), sigmoid(2)', 11);
    const random = Random.of(5);
    const words = Int32Array.from({ length: 3 * 13 }, () => Math.floor(11 * random.uniform()));
    const at = (from: number, to: number) => tf.tensor2d(words.subarray(3 * from, 3 * to), [to - from, 3], 'int32');
    const zero = tf.zeros([3, 6]) as tfjs.Tensor2D;
    const whole = predict(tf, built, at(0, 13), zero);
    const first = predict(tf, built, at(0, 5), zero);
    const second = predict(tf, built, at(4, 13), first.last);
    const pieces = [...first.losses.dataSync(), ...second.losses.dataSync()];
    [...whole.losses.dataSync()].forEach((loss, i) => {
      expect(pieces[i]!).toBeCloseTo(loss, 5);
    });
    expect(Math.max(...tf.abs(tf.sub(whole.last, second.last)).dataSync())).toBeLessThan(1e-5);
    // and the state matters
    const fresh = predict(tf, built, at(4, 13), zero);
    expect(Math.abs(fresh.losses.dataSync()[0]! - second.losses.dataSync()[0]!)).toBeGreaterThan(1e-4);
  });

  test('computes the equations of the paper, written out in plain numbers', async () => {
    const { built, architecture } = await network('R(4) | tanh(0), ReLU(1), identity(1), sigmoid(2)', 7);
    const { tf } = await openBackend({ threads: 1 });
    const weights = Object.fromEntries(built.parameters.map(({ name, variable }) => [name, [...variable.dataSync()]]));
    const units = 4;
    const row = (name: string, r: number, width: number) => weights[name]!.slice(r * width, (r + 1) * width);
    const times = (x: number[], name: string) =>
      Array.from({ length: 2 * units }, (_, c) => x.reduce((sum, value, r) => sum + value * row(name, r, 2 * units)[c]!, 0));
    const logistic = (x: number) => 1 / (1 + Math.exp(-x));
    const functions = { tanh: Math.tanh, ReLU: (x: number) => Math.max(0, x), identity: (x: number) => x, sigmoid: logistic };
    let state = new Array<number>(units).fill(0);
    const words = [2, 5, 0, 6, 6];
    const expected: number[] = [];
    for (let t = 0; t + 1 < words.length; t++) {
      const x = row('embedding.kernel', words[t]!, units);
      const given: number[][] = [];
      for (const [i, { previous, activation }] of architecture.nodes.entries()) {
        const read = i === 0 ? state : given[previous - 1]!;
        let product = times(read, i === 0 ? '1.state.kernel' : `${i + 1}.node.kernel`);
        if (i === 0) product = product.map((value, c) => value + times(x, '1.word.kernel')[c]!);
        given.push(
          read.map((value, c) => {
            const gate = logistic(product[c]!);
            return gate * functions[activation](product[units + c]!) + (1 - gate) * value;
          }),
        );
      }
      // nodes 3 and 4 are read by nobody
      state = state.map((_, c) => (given[2]![c]! + given[3]![c]!) / 2);
      const scores = Array.from({ length: 7 }, (_, word) => {
        const e = row('embedding.kernel', word, units);
        return state.reduce((sum, value, c) => sum + value * e[c]!, weights['words.bias']![word]!);
      });
      const sum = scores.reduce((total, score) => total + Math.exp(score), 0);
      expected.push(Math.log(sum) - scores[words[t + 1]!]!);
    }
    const { losses } = predict(tf, built, tf.tensor2d(words, [5, 1], 'int32'), tf.zeros([1, units]) as tfjs.Tensor2D);
    [...losses.dataSync()].forEach((loss, i) => {
      expect(loss).toBeCloseTo(expected[i]!, 5);
    });
  });

  test('its gradients are those of finite differences', async () => {
    const { tf, built } = await network('R(4) | tanh(0), sigmoid(1), identity(1)', 6);
    const words = tf.tensor2d([1, 4, 2, 5, 3, 0, 1, 1], [4, 2], 'int32');
    const state = tf.fill([2, 4], 0.3) as tfjs.Tensor2D;
    const masks = { words: tf.fill([2, 4], 1.25) as tfjs.Tensor2D, states: tf.tensor2d([2, 0, 2, 2, 0, 2, 2, 2], [2, 4]) };
    const loss = () => tf.mean(predict(tf, built, words, state, masks).losses) as tfjs.Scalar;
    const variables = built.parameters.map(({ variable }) => variable);
    const { grads } = tf.variableGrads(loss, variables);
    const step = 3e-3;
    for (const variable of variables) {
      const gradient = grads[variable.name]!.dataSync();
      const values = Float32Array.from(variable.dataSync());
      const at = (i: number, change: number) => {
        const moved = values.slice();
        moved[i]! += change;
        variable.assign(tf.tensor(moved, variable.shape));
        const value = loss().dataSync()[0]!;
        variable.assign(tf.tensor(values.slice(), variable.shape));
        return value;
      };
      for (let i = 0; i < values.length; i++)
        expect(Math.abs((at(i, step) - at(i, -step)) / (2 * step) - gradient[i]!), `${variable.name} ${i}`).toBeLessThan(2e-3);
    }
  });
});
