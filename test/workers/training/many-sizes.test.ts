import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { Chain } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import type { ImageGroup, ManySizes } from '../../../workers/datasets/dataset.ts';
import { loadDataset } from '../../../workers/datasets/load.ts';
import { padded } from '../../../workers/datasets/padded.ts';
import { buildClassifier } from '../../../workers/models/classifier.ts';
import { initialValues } from '../../../workers/models/parameters.ts';
import { mnistTrial, reportsOf, seriesOf, tools } from './kit.ts';

/** Digits cut or widened to some sizes: rows are left out above and below, columns of 0 are added to the right. */
function manySizes(counts: { train: number; validation: number }): ManySizes {
  const mnist = loadDataset('MNIST');
  const sizes = [
    [28, 28],
    [24, 28],
    [24, 33],
  ] as const;
  const groups = (set: typeof mnist.train, count: number): ImageGroup[] =>
    sizes.map(([height, width], group) => {
      const images = new Uint8Array(count * height * width);
      const labels = new Uint8Array(count);
      for (let i = 0; i < count; i++) {
        const from = 3 * i + group;
        labels[i] = set.labels[from]!;
        for (let y = 0; y < height; y++) {
          const row = 784 * from + 28 * (y + (28 - height) / 2);
          images.set(set.images.subarray(row, row + 28), (i * height + y) * width);
        }
      }
      return { height, width, count, images, labels };
    });
  return {
    name: 'sizes',
    channels: 1,
    smallestSide: 24,
    classes: 10,
    multiLabel: false,
    train: groups(mnist.train, counts.train),
    validation: groups(mnist.validation, counts.validation),
    test: [],
    normalisation: { mean: [0], deviation: [1] },
    hash: 'sizes',
  };
}

const notation = 'C(8,5,1), C(8,3,1), SPP(3), FC(32), SM(10)';

describe('pictures of many sizes', () => {
  test('padded to one, each is whole and the rest is 0', () => {
    const given = manySizes({ train: 2, validation: 1 });
    const { train, image } = padded(given);
    expect(image).toEqual({ height: 28, width: 33, channels: 1 });
    expect([...train.sizes!]).toEqual([28, 28, 28, 28, 24, 28, 24, 28, 24, 33, 24, 33]);
    expect([...train.labels]).toEqual(given.train.flatMap(({ labels }) => [...labels]));
    const sum = (bytes: Uint8Array) => bytes.reduce((total, byte) => total + byte, 0);
    expect(sum(train.images)).toBe(given.train.reduce((total, { images }) => total + sum(images), 0));
    const third = given.train[1]!.images.subarray(0, 24 * 28);
    for (const [y, x] of [
      [0, 0],
      [12, 14],
      [23, 27],
    ] as const)
      expect(train.images[(2 * 28 + y) * 33 + x]).toBe(third[28 * y + x]);
    expect(padded(given)).toBe(padded(given));
  });

  test('a padded picture gets the logits and the gradients that it gets alone', async () => {
    const { tf } = (await tools()).backend;
    const random = Random.of(4, 'pictures');
    const wide = { height: 13, width: 17, channels: 2 };
    const architecture = (input: typeof wide) =>
      parseNotation('C(4,5,1), C(3,3,1), SPP(3), FC(5), SM(2)', { input, padding: 'same' }) as Chain;
    const network = buildClassifier(tf, architecture(wide));
    const variables = network.parameters.map(({ variable }) => variable);
    initialValues(network.parameters, 1, 0).forEach((values, i) => {
      // biases too, so that what lies outside of a picture would not be 0 by itself
      variables[i]!.assign(
        tf.tensor(
          values.map((value) => value || 0.3),
          variables[i]!.shape,
        ),
      );
    });
    const sizes = [
      [13, 9],
      [9, 17],
      [11, 11],
    ];
    const pictures = sizes.map(([h, w]) =>
      tf.tensor4d(
        Float32Array.from({ length: 2 * h! * w! }, () => random.uniform()),
        [1, h!, w!, 2],
      ),
    );
    const alone = pictures.map((picture) => network.logits(picture));
    const batch = tf.concat(
      pictures.map((picture, i) =>
        tf.pad(picture, [
          [0, 0],
          [0, 13 - sizes[i]![0]!],
          [0, 17 - sizes[i]![1]!],
          [0, 0],
        ]),
      ),
    ) as tfjs.Tensor4D;
    const together = network.logits(batch, { sizes: tf.tensor2d(sizes, [3, 2], 'int32') });
    const expected = [...tf.concat(alone).dataSync()];
    [...together.dataSync()].forEach((logit, i) => {
      expect(logit).toBeCloseTo(expected[i]!, 4);
    });
    const gradients = (loss: () => tfjs.Scalar) => tf.variableGrads(loss, variables).grads;
    const padding = gradients(() => tf.sum(tf.square(network.logits(batch, { sizes: tf.tensor2d(sizes, [3, 2], 'int32') }))));
    const none = gradients(() => tf.sum(tf.square(tf.concat(pictures.map((picture) => network.logits(picture))))));
    for (const { name } of variables) {
      const wanted = [...none[name]!.dataSync()];
      const scale = Math.max(...wanted.map(Math.abs), 1e-3);
      [...padding[name]!.dataSync()].forEach((value, i) => {
        expect(Math.abs(value - wanted[i]!) / scale).toBeLessThan(1e-3);
      });
    }
    tf.dispose(variables);
  });

  test('a network with a spatial pyramid learns them, in one compiled step', async () => {
    const dataset = padded(manySizes({ train: 700, validation: 100 }));
    const reports = await reportsOf(mnistTrial(notation, { epochs: 3, trainImages: null }, { dataset }));
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    expect(seriesOf(reports, 'accuracy').at(-1)!).toBeGreaterThan(0.7);
  });

  test('a network that needs one size is refused', async () => {
    const dataset = padded(manySizes({ train: 2, validation: 1 }));
    const [end] = await reportsOf(mnistTrial('C(4,3,1), P(2,2), SM(10)', { trainImages: null, validationImages: null }, { dataset }));
    expect(end).toMatchObject({ reason: 'NOT_BUILDABLE', message: expect.stringContaining('spatial pyramid') });
  });
});
