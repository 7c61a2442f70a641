import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { batchNormalisation, standardise } from '../../../workers/models/normalise.ts';
import { initialValues, Parameters } from '../../../workers/models/parameters.ts';
import { mnistTrial, reportsOf, seriesOf } from '../training/kit.ts';

test('features of a batch are told in standard deviations, padding left out', async () => {
  const { tf } = await openBackend({ threads: 1 });
  const pass = { inputs: { weights: tf.tensor1d([0.5, 0.5, 0]) }, assign: () => {} };
  const values = [...standardise(tf, tf.tensor2d([1, 100, 3, 400, 99, 99], [3, 2]), pass).dataSync()];
  [-1, -1, 1, 1].forEach((value, i) => {
    expect(values[i]).toBeCloseTo(value, 4);
  });
});

describe('batch normalisation', () => {
  test('of a batch with padding is what the definition gives, and evaluation uses the moving averages of all updates', async () => {
    const { tf } = await openBackend({ threads: 1 });
    const p = new Parameters(tf);
    const normalise = batchNormalisation(tf, p, 'layer', 2);
    expect(p.all.map(({ name, moving = false }) => [name, moving])).toEqual([
      ['layer.gamma', false],
      ['layer.movingMean', true],
      ['layer.movingVariance', true],
    ]);
    const images = tf.variable(tf.zeros([3, 1, 2, 2]));
    // two images and one of padding, channels last
    const batches = [
      [1, 10, 3, 20, 5, 30, 7, 60, 99, 99, 99, 99],
      [2, -1, 4, -2, 2, -1, 0, 0, 99, 99, 99, 99],
    ];
    const results: number[][] = [];
    let [movingMean, movingVariance] = [
      [0, 0],
      [1, 1],
    ];
    initialValues(p.all, 1, 0).forEach((values, i) => {
      p.all[i]!.variable.assign(tf.tensor(values, [2]));
    });
    p.all[0]!.variable.assign(tf.tensor([2, 0.5]));
    for (const batch of batches) {
      images.assign(tf.tensor4d(batch, [3, 1, 2, 2]));
      const inputs = { weights: tf.tensor1d([0.5, 0.5, 0]) };
      const assigned = new Map<tfjs.Variable, tfjs.Tensor>();
      const assign = (variable: tfjs.Variable, value: tfjs.Tensor) => assigned.set(variable, value);
      results.push([...normalise(images as unknown as tfjs.Tensor4D, { inputs, assign }).dataSync()].slice(0, 8));
      for (const [variable, value] of assigned) variable.assign(value);
      const channel = (c: number) => batch.slice(0, 8).filter((_, i) => i % 2 === c);
      const mean = [0, 1].map((c) => channel(c).reduce((sum, x) => sum + x, 0) / 4);
      const variance = [0, 1].map((c) => channel(c).reduce((sum, x) => sum + (x - mean[c]!) ** 2, 0) / 4);
      const expected = batch.slice(0, 8).map((x, i) => ([2, 0.5][i % 2]! * (x - mean[i % 2]!)) / Math.sqrt(variance[i % 2]! + 1e-5));
      results.at(-1)!.forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i]!, 4);
      });
      movingMean = movingMean!.map((old, c) => 0.9 * old + 0.1 * mean[c]!);
      movingVariance = movingVariance!.map((old, c) => 0.9 * old + 0.1 * variance[c]!);
    }
    const evaluated = normalise(tf.tensor4d([5, 5], [1, 1, 1, 2])).dataSync();
    for (const c of [0, 1])
      expect(evaluated[c]).toBeCloseTo(([2, 0.5][c]! * (5 - movingMean![c]!)) / Math.sqrt(movingVariance![c]! + 1e-5), 4);
  });

  test('has the gradient that differences have, with padding and without', async () => {
    const { tf } = await openBackend({ threads: 1 });
    const p = new Parameters(tf);
    const normalise = batchNormalisation(tf, p, 'layer', 2);
    const gamma = p.all[0]!.variable;
    gamma.assign(tf.tensor1d([1.5, -0.7]));
    const random = Random.of(1);
    const numbers = Array.from({ length: 24 }, () => random.normal());
    const towards = tf.tensor4d(
      numbers.map((_, i) => Math.sin(i + 1)),
      [3, 2, 2, 2],
    );
    for (const weights of [
      [1 / 3, 1 / 3, 1 / 3],
      [0.5, 0.5, 0],
    ]) {
      const pass = { inputs: { weights: tf.tensor1d(weights) }, assign: () => {} };
      // images of padding have no part in the loss, as in training
      const seen = tf.tensor4d(
        weights.map((weight) => Math.sign(weight)),
        [3, 1, 1, 1],
      );
      const loss = (x: tfjs.Tensor) => tf.sum(tf.mul(tf.mul(normalise(x as tfjs.Tensor4D, pass), towards), seen)) as tfjs.Scalar;
      const x = tf.tensor4d(numbers, [3, 2, 2, 2]);
      const at = (i: number, by: number) => {
        const moved = tf.tensor4d(
          numbers.map((value, k) => (k === i ? value + by : value)),
          [3, 2, 2, 2],
        );
        return loss(moved).dataSync()[0]!;
      };
      const dx = tf.grad(loss)(x).dataSync();
      for (const i of [0, 1, 7, 8, 14, 15]) expect(dx[i]).toBeCloseTo((at(i, 0.02) - at(i, -0.02)) / 0.04, 2);
      const { grads } = tf.variableGrads(() => loss(x), [gamma]);
      const [first, second] = grads[gamma.name]!.dataSync();
      // linear in gamma
      const per = (scale: number[]) => {
        gamma.assign(tf.tensor1d(scale));
        const value = loss(x).dataSync()[0]!;
        gamma.assign(tf.tensor1d([1.5, -0.7]));
        return value;
      };
      expect(first).toBeCloseTo(per([1, 0]), 4);
      expect(second).toBeCloseTo(per([0, 1]), 4);
    }
  });

  test.each([
    'C(8,3,1), P(3,3), FC(16), SM(10)',
    'C(8,5,2), C(8,3,1) | C(8,3,1), C(8,5,2)',
    'C(8,4,2), C(8,4,2) | Z(4) | C(8,4,2), C(8,4,2), C(8,4,2)',
  ])('is in every convolution of %s, learns, and is ready for single images', async (notation) => {
    const plan = { epochs: 3, trainImages: 2000, batchNormalisation: true };
    const reports = await reportsOf(mnistTrial(notation, plan));
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    const [train, validation] = [seriesOf(reports, 'loss', 'TRAIN'), seriesOf(reports, 'loss')];
    expect(validation.at(-1)!).toBeLessThan(0.8 * validation[0]!);
    // moving averages that did not follow would make evaluation much worse than training
    expect(validation.at(-1)!).toBeLessThan(1.5 * train.at(-1)!);
  });
});
