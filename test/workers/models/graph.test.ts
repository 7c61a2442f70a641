import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { isGraph } from '../../../schema/networks/graph-notation.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import { Random } from '../../../schema/random.ts';
import { example, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { buildGraph } from '../../../workers/models/graph.ts';
import { mnistTrial, reportsOf, seriesOf } from '../training/kit.ts';

const { tf } = await openBackend({ threads: 1 });
const mnist = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };

const graph = (text: string, input = mnist.image) => {
  const network = parseNotation(text, { input, padding: 'same' });
  if (!isGraph(network)) throw new Error(`${text} is no graph`);
  return network;
};

test.each(['tour-nas', 'tour-macro', 'tour-micro', 'thesis-nas-strides'] as const)('%s: parameters are those that were counted', (name) => {
  const space = makeSpace(spacePresets[name], mnist);
  for (let i = 0; i < 15; i++) {
    const network = example(space, Random.of(i, name));
    if (!isGraph(network)) throw new Error('no graph');
    tf.tidy(() => {
      const { parameters, logits } = buildGraph(tf, network);
      expect(parameters.reduce((sum, { variable }) => sum + variable.size, 0)).toBe(networkShape(network).parameters);
      expect(logits(tf.zeros([2, 28, 28, 1])).shape).toEqual([2, 10]);
      expect(new Set(parameters.map((parameter) => parameter.name)).size).toBe(parameters.length);
    });
  }
});

describe('what a network gives, beside the same computed by hand', () => {
  const input = { height: 3, width: 3, channels: 1 };
  const pixels = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const run = (text: string, weights: Record<string, number[]>) =>
    tf.tidy(() => {
      const { parameters, features } = buildGraph(tf, graph(text, input));
      for (const { name, variable } of parameters) {
        const values = weights[name];
        if (values) variable.assign(tf.tensor(values, variable.shape));
      }
      return [...(features(tf.tensor4d(pixels, [1, 3, 3, 1])) as tfjs.Tensor2D).dataSync()];
    });

  test('a smaller map is filled up with zeros before it is joined', () => {
    // Layer 1 takes every second pixel: 1 3 7 9. Joined with the image and added by a 1 x 1 convolution, the mean is (20 + 45) / 9.
    const weights = { '1.convolution.kernel': [1], '2.convolution.kernel': [1, 1] };
    expect(run('DAG | C(1,1x1,2), C(1,1x1,1)@0+1 | SM(2)', weights)[0]).toBeCloseTo((20 + 45) / 9, 5);
  });

  test('layers that nobody reads are joined at the end', () => {
    const weights = { '1.convolution.kernel': [1], '2.convolution.kernel': [2] };
    expect(run('DAG | C(1,1x1,1)@0, C(1,1x1,1)@0 | SM(2)', weights)).toEqual([5, 10]);
  });

  test('kernels are height x width', () => {
    // A row of three ones: sums of neighbours in a row; the mean is (3 + 6 + 5 + 9 + 15 + 11 + 15 + 24 + 17) / 9.
    expect(run('DAG | C(1,1x3,1) | SM(2)', { '1.convolution.kernel': [1, 1, 1] })[0]).toBeCloseTo(105 / 9, 5);
    // In a column: 5 7 9, 12 15 18, 11 13 15.
    expect(run('DAG | C(1,3x1,1) | SM(2)', { '1.convolution.kernel': [1, 1, 1] })[0]).toBeCloseTo(105 / 9, 5);
    expect(run('DAG | C(1,1x3,1) | SM(2)', { '1.convolution.kernel': [1, 0, 0] })[0]).toBeCloseTo((1 + 2 + 4 + 5 + 7 + 8) / 9, 5);
    expect(run('DAG | C(1,3x1,1) | SM(2)', { '1.convolution.kernel': [1, 0, 0] })[0]).toBeCloseTo((1 + 2 + 3 + 4 + 5 + 6) / 9, 5);
  });

  test('a skip connection of the macro search joins what was applied and what is skipped', () => {
    // The stem passes on the image, the convolution doubles it, the second halves the result and joins the stem: 1/2 2 x + 3 x = 4 x.
    const middle = (value: number) => [0, 0, 0, 0, value, 0, 0, 0, 0];
    const weights = {
      'stem.kernel': middle(1),
      '1.convolution.kernel': middle(2),
      '2.convolution.kernel': middle(0.5),
      '2.skip.kernel': [1, 3],
    };
    expect(run('MACRO(1) | C3, C3+0 | SM(2)', weights)[0]).toBeCloseTo(20, 5);
  });

  test('a mean at the edge does not count what lies outside', () => {
    const ones = tf.tidy(() => {
      const { parameters, features } = buildGraph(tf, graph('DAG | A(3,1) | SM(2)', input));
      expect(parameters).toHaveLength(2);
      return features(tf.ones([1, 3, 3, 1])).dataSync()[0];
    });
    expect(ones).toBeCloseTo(1, 6);
  });
});

const learners = [
  'DAG | C(12,5x5,2), S(16,5x3,1), P(2,2), C(24,3x3,1)@1+3 | SM(10)',
  'MACRO(8) | C3, S5, P3+0, A3+0+1, S3, C5+2 | SM(10)',
  'CELL(6,1) | I(0)+S3(1), A3(0)+P3(2) | I(0)+S5(1), P3(0)+A3(1) | SM(10)',
];

test.each(learners)('%s learns real digits in a compiled step', { timeout: 240_000 }, async (notation) => {
  const work = mnistTrial(notation, {
    epochs: 3,
    trainImages: 2000,
    validationImages: 500,
    batchNormalisation: true,
    optimizer: { learningRate: 0.01 },
  });
  const accuracies = seriesOf(await reportsOf(work), 'accuracy');
  expect(Math.max(...accuracies)).toBeGreaterThan(0.5);
});
