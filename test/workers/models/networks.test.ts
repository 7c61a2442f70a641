import type * as tfjs from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Chain, Padding, Variational } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { networkShape, ShapeError } from '../../../schema/networks/shapes.ts';
import type { TF } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { buildClassifier } from '../../../workers/models/classifier.ts';
import { dropoutInputs, NotBuildable } from '../../../workers/models/network.ts';
import { initialValues, type Parameter } from '../../../workers/models/parameters.ts';
import { buildVariational, reparameterise } from '../../../workers/models/variational.ts';

let tf: TF;
beforeAll(async () => {
  tf = (await openBackend({ threads: 1 })).tf;
});

const input = { height: 28, width: 28, channels: 1 };
const chain = (text: string, padding: Padding = 'same') => parseNotation(text, { input, padding }) as Chain;
const autoencoder = (text: string) => parseNotation(text, { input, padding: 'valid' }) as Variational;
const total = (parameters: readonly Parameter[]) => parameters.reduce((sum, p) => sum + p.variable.size, 0);
const set = (parameters: readonly Parameter[], seed = 1) => {
  initialValues(parameters, seed, 0).forEach((values, i) => {
    const { variable } = parameters[i]!;
    variable.assign(tf.tensor(values, variable.shape));
  });
};

describe('classifier', () => {
  test.each<[string, Padding]>([
    ['SM(10)', 'same'],
    ['C(16,5,1), P(2,2), C(32,3,1), P(2,2), FC(64), SM(10)', 'same'],
    ['C(8,3,1), C(8,5,2), P(5,3), D(1,2), C(4,1,1), FC(16), D(2,2), FC(8), SM(10)', 'same'],
    ['C(8,5,1), P(3,2), C(4,3,1), SM(10)', 'valid'],
    ['C(8,3,1), P(3,3), GAP(10), SM(10)', 'same'],
    ['C(8,3,1), GAP(16), D(1,1), SM(10)', 'same'],
  ])('%s (%s) has the parameters of its shape, and gives a logit a class', (text, padding) => {
    const architecture = chain(text, padding);
    const network = buildClassifier(tf, architecture);
    expect(total(network.parameters)).toBe(networkShape(architecture).parameters);
    set(network.parameters);
    const images = tf.randomUniform([3, 28, 28, 1], 0, 1, 'float32', 1) as tfjs.Tensor4D;
    const plain = network.logits(images);
    expect(plain.shape).toEqual([3, 10]);
    const drawn = Object.fromEntries(Object.entries(dropoutInputs(network.dropouts, 3)).map(([name, { shape }]) => [name, tf.ones(shape)]));
    if (network.dropouts.length === 0) expect([...network.logits(images, { drawn }).dataSync()]).toEqual([...plain.dataSync()]);
    expect(network.logits(images, { drawn }).shape).toEqual([3, 10]);
    tf.dispose(network.parameters.map((p) => p.variable));
  });

  test('dropout has the rate i / 2n and drops what is drawn below it', () => {
    const network = buildClassifier(tf, chain('C(4,3,1), P(3,3), D(1,3), FC(6), D(2,3), SM(10)'));
    expect(network.dropouts).toEqual([
      { input: 'dropout0', shape: [9, 9, 4], rate: 1 / 6 },
      { input: 'dropout1', shape: [6], rate: 1 / 3 },
    ]);
    set(network.parameters);
    const images = tf.randomUniform([1, 28, 28, 1], 0, 1, 'float32', 1) as tfjs.Tensor4D;
    const bias = network.parameters.at(-1)!.variable;
    bias.assign(tf.range(0, 10));
    const dropped = network.logits(images, { drawn: { dropout0: tf.fill([1, 9, 9, 4], 0.2), dropout1: tf.fill([1, 6], 0.3) } });
    expect([...dropped.dataSync()]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    tf.dispose(network.parameters.map((p) => p.variable));
  });

  test('a known network computes what a hand does', () => {
    const small = { height: 2, width: 2, channels: 1 };
    const network = buildClassifier(tf, parseNotation('C(1,2,1), SM(2)', { input: small, padding: 'valid' }) as Chain);
    const values = [[1, 2, 3, 4], [-1], [2, -1], [0.5, 0]];
    values.forEach((v, i) => {
      network.parameters[i]!.variable.assign(tf.tensor(v, network.parameters[i]!.variable.shape));
    });
    // 1 x 0.1 + 2 x 0.2 + 3 x 0.3 + 4 x 0.4 - 1 = 2, then relu, then (2, -1) x 2 + (0.5, 0); the second image is below 0.
    const logits = network.logits(tf.tensor4d([0.1, 0.2, 0.3, 0.4, 0, 0, 0, 0.1], [2, 2, 2, 1])).dataSync();
    [4.5, -2, 0.5, 0].forEach((expected, i) => {
      expect(logits[i]).toBeCloseTo(expected, 5);
    });
    tf.dispose(network.parameters.map((p) => p.variable));
  });

  test('what cannot be built is refused, and leaves nothing behind', () => {
    const before = tf.memory().numTensors;
    expect(() => buildClassifier(tf, chain('C(8,3,1), P(5,3), P(5,3), P(5,3), SM(10)'))).toThrow(ShapeError);
    expect(() => buildClassifier(tf, { ...chain('SM(10)'), layers: [] })).toThrow(NotBuildable);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('variational autoencoder', () => {
  test.each([
    'C(64,6,2), C(128,4,2), C(256,2,2), C(512,2,2) | Z(5) | C(128,8,2), C(256,2,2), C(512,4,2)', // table 9.1
    'C(8,4,2) | Z(2) | C(16,4,2)',
    'C(8,2,2), C(16,2,2) | Z(16) | C(32,6,2), C(8,2,2)',
  ])('%s has the parameters of its shape, and decodes to the image', (text) => {
    const architecture = autoencoder(text);
    const network = buildVariational(tf, architecture);
    expect(total(network.parameters)).toBe(networkShape(architecture).parameters);
    set(network.parameters);
    const posterior = network.encode(tf.zeros([2, 28, 28, 1]));
    expect(posterior.mean.shape).toEqual([2, architecture.latent]);
    expect(posterior.logVariance.shape).toEqual([2, architecture.latent]);
    expect(network.decode(posterior.mean).shape).toEqual([2, 28, 28, 1]);
    tf.dispose(network.parameters.map((p) => p.variable));
  });

  test('the output is cropped at its centre', () => {
    const image = { height: 4, width: 4, channels: 1 };
    const network = buildVariational(tf, parseNotation('C(1,2,2) | Z(1) | C(1,6,3)', { input: image, padding: 'valid' }) as Variational);
    const named = new Map(network.parameters.map((p) => [p.name, p.variable]));
    // A start of 1 x 1 that holds 1 and a kernel that numbers its 6 x 6 pixels make an image of 6 x 6; one pixel goes on each side.
    const pixels = Array.from({ length: 36 }, (_, i) => i);
    named.get('decoder.start.bias')!.assign(tf.ones([1]));
    named.get('decoder.1.kernel')!.assign(tf.tensor(pixels, [6, 6, 1, 1]));
    const made = [...network.decode(tf.zeros([1, 1])).dataSync()];
    expect(made).toEqual([1, 2, 3, 4].flatMap((y) => [1, 2, 3, 4].map((x) => 6 * y + x)));
    tf.dispose(network.parameters.map((p) => p.variable));
  });

  test('reparameterisation: mean + deviation x noise', () => {
    const posterior = { mean: tf.tensor2d([[1, -2]]), logVariance: tf.tensor2d([[Math.log(4), Math.log(0.25)]]) };
    const z = reparameterise(tf, posterior, tf.tensor2d([[1, -2]])).dataSync();
    expect(z[0]).toBeCloseTo(3, 5);
    expect(z[1]).toBeCloseTo(-3, 5);
  });
});

describe('first weights', () => {
  const network = () => buildClassifier(tf, chain('C(32,5,1), P(2,2), FC(64), SM(10)'));

  test('are a function of seed, attempt and layer', () => {
    const { parameters } = network();
    const values = (seed: number, attempt: number) => [...initialValues(parameters, seed, attempt)[0]!];
    expect(values(1, 0)).toEqual(values(1, 0));
    expect(values(1, 0)).not.toEqual(values(2, 0));
    expect(values(1, 0)).not.toEqual(values(1, 1));
    tf.dispose(parameters.map((p) => p.variable));
  });

  test('He before a ReLU, Glorot before the logits, zeros for biases', () => {
    const { parameters } = network();
    const values = new Map(initialValues(parameters, 1, 0).map((v, i) => [parameters[i]!.name, v]));
    const deviation = (v: Float32Array) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0) / v.length);
    expect(deviation(values.get('3.fullyConnected.kernel')!) / Math.sqrt(2 / (14 * 14 * 32))).toBeCloseTo(1, 1);
    const limit = Math.sqrt(6 / (64 + 10));
    const softmax = values.get('4.softmax.kernel')!;
    expect(Math.max(...softmax)).toBeLessThanOrEqual(limit);
    expect(deviation(softmax) / (limit / Math.sqrt(3))).toBeCloseTo(1, 1);
    expect(values.get('1.convolution.bias')!.every((x) => x === 0)).toBe(true);
    expect(parameters.map((p) => p.kernel)).toEqual([true, false, true, false, true, false]);
    tf.dispose(parameters.map((p) => p.variable));
  });
});
