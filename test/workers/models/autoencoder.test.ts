import type * as tfjs from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Autoencoder } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import type { TF } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { buildAutoencoder } from '../../../workers/models/autoencoder.ts';

let tf: TF;
beforeAll(async () => {
  tf = (await openBackend({ threads: 1 })).tf;
});
const network = (text: string, input = { height: 28, width: 28, channels: 1 }) =>
  parseNotation(text, { input, padding: 'valid' }) as Autoencoder;

describe('symmetric autoencoder', () => {
  test.each([
    'C(4,1,1) | C(4,1,1)',
    'C(8,5,1), C(4,7,1), C(2,3,1) | C(2,3,1), C(4,7,1), C(8,5,1)',
    'C(8,4,3), C(4,2,2) | C(4,2,2), C(8,4,3)',
  ])('%s has the maps and parameters of its shape, and gives the image back', (text) => {
    const architecture = network(text);
    const { parameters, encode, decode } = buildAutoencoder(tf, architecture);
    const { layers, parameters: count } = networkShape(architecture);
    expect(parameters.reduce((sum, p) => sum + p.variable.size, 0)).toBe(count);
    const features = encode(tf.zeros([2, 28, 28, 1]));
    const { height, width, channels } = layers[architecture.encoder.length - 1]!.output;
    expect(features.shape).toEqual([2, height, width, channels]);
    expect(decode(features).shape).toEqual([2, 28, 28, 1]);
    expect(parameters.map((p) => p.part)).toEqual(parameters.map((p) => (p.name.startsWith('encoder') ? 'FEATURES' : 'HEAD')));
    tf.dispose(parameters.map((p) => p.variable));
  });

  test('a known network computes what a hand does, also where a stride leaves a column out', () => {
    const { parameters, encode, decode } = buildAutoencoder(tf, network('C(1,2,2) | C(1,2,2)', { height: 3, width: 3, channels: 1 }));
    const values = [[1, 0, 0, 1], [0.5], [1, 2, 3, 4], [-1]];
    values.forEach((v, i) => {
      parameters[i]!.variable.assign(tf.tensor(v, parameters[i]!.variable.shape));
    });
    const images = tf.tensor4d([1, 2, 9, 3, 4, 9, 9, 9, 9], [1, 3, 3, 1]);
    // 1 + 4 + 0.5; times (1, 2, 3, 4), less 1; the third row and column see nothing but the bias
    expect([...encode(images).dataSync()]).toEqual([5.5]);
    const decoded = decode(encode(images)) as tfjs.Tensor4D;
    expect([...decoded.dataSync()]).toEqual([4.5, 10, -1, 15.5, 21, -1, -1, -1, -1]);
    tf.dispose(parameters.map((p) => p.variable));
  });
});
