import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { Dataset, ImageSet } from '../../../workers/datasets/dataset.ts';
import { loadDataset } from '../../../workers/datasets/load.ts';
import { severalClasses } from '../../../workers/training/labels.ts';
import { mnistTrial, reportsOf, seriesOf, tools } from './kit.ts';

/** Digits with three labels each: odd, above 4, and 0. */
function manyLabels(): Dataset {
  const mnist = loadDataset('MNIST');
  const labelled = (set: ImageSet): ImageSet => ({
    ...set,
    labels: Uint8Array.from({ length: 3 * set.count }, (_, i) => {
      const digit = set.labels[Math.floor(i / 3)]!;
      return Number([digit % 2 === 1, digit > 4, digit === 0][i % 3]);
    }),
  });
  const { train, validation } = mnist;
  return {
    ...mnist,
    name: 'three labels',
    classes: 3,
    multiLabel: true,
    train: labelled(train),
    validation: labelled(validation),
    hash: 'x',
  };
}

describe('images of several classes', () => {
  test('loss, accuracy and F1 are those of the definitions', async () => {
    const { tf } = (await tools()).backend;
    const labelling = severalClasses(tf, 2);
    const logits = [
      [2, -1],
      [-0.5, 3],
      [1, 1],
    ];
    const labels = [1, 0, 1, 1, 0, 1];
    const p = (x: number) => 1 / (1 + Math.exp(-x));
    const expected = logits.map((row, i) => row.reduce((sum, l, c) => sum - Math.log(labels[2 * i + c] ? p(l) : 1 - p(l)), 0) / 2);
    const tensor = tf.tensor2d(labels, [3, 2], 'int32');
    const numbers = (x: tfjs.Tensor) => [...x.dataSync()];
    numbers(labelling.losses(tf.tensor2d(logits), tensor)).forEach((loss, i) => {
      expect(loss).toBeCloseTo(expected[i]!, 6);
    });
    expect(numbers(labelling.right(tf.tensor2d(logits), tensor))).toEqual([1, 0, 0]);
    const counted = labelling.count();
    counted.add(Uint8Array.from(labels), Float32Array.from(logits.flat()), 3);
    // class 0: one hit, one false alarm, one miss; class 1: two hits
    expect(counted.values()).toEqual({ accuracy: 1 / 3, macroF1: (2 / 4 + 1) / 2, 'f1.0': 2 / 4, 'f1.1': 1 });
  });

  test('a network learns them all, in a compiled step', async () => {
    const plan = { epochs: 4, trainImages: 3000, loss: { kind: 'BINARY_CROSS_ENTROPY' as const } };
    const reports = await reportsOf(mnistTrial('C(8,5,1), P(3,3), FC(32), SM(3)', plan, { dataset: manyLabels() }));
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    for (const name of ['f1.0', 'f1.1', 'f1.2', 'macroF1']) expect(seriesOf(reports, name).at(-1)!, name).toBeGreaterThan(0.8);
    const [train, validation] = [seriesOf(reports, 'accuracy', 'TRAIN'), seriesOf(reports, 'accuracy')];
    expect(validation.at(-1)!).toBeGreaterThan(0.7);
    expect(Math.abs(train.at(-1)! - validation.at(-1)!)).toBeLessThan(0.15);
  });

  test('a loss that does not fit the labels is refused', async () => {
    const [end] = await reportsOf(mnistTrial('SM(3)', {}, { dataset: manyLabels() }));
    expect(end).toMatchObject({ reason: 'NOT_BUILDABLE', message: expect.stringContaining('allowed is BINARY_CROSS_ENTROPY') });
  });
});
