import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openBackend } from '../../../../workers/backends/choose.ts';
import { composedKernels } from '../../../../workers/backends/eager/composed.ts';
import { expectClose, onPlainJavaScript } from '../contract.ts';

const backend = await openBackend({ name: 'webgpu' });
const { tf } = backend;

type Operation = (...inputs: tfjs.Tensor[]) => tfjs.Tensor;

const numbers = (shape: number[], seed: number): tfjs.Tensor => tf.randomNormal(shape as [number], 0, 1, 'float32', seed);
/** With weights made in JavaScript: a GPU's cosine may be wrong in the fourth digit. */
const weighted = (y: tfjs.Tensor) => {
  const weights = Float32Array.from({ length: y.size }, (_, i) => Math.cos(i));
  return tf.sum(tf.mul(y, tf.tensor(weights, y.shape))) as tfjs.Scalar;
};

/** The operation on numbers from fixed seeds, and the gradients of a weighted sum of its output. */
async function results(operation: Operation, shapes: number[][]): Promise<Float32Array[]> {
  const tensors = tf.tidy(() => {
    const given = shapes.map((shape, index) => numbers(shape, index + 1));
    return [operation(...given), ...tf.grads((...inputs: tfjs.Tensor[]) => weighted(operation(...inputs)))(given)];
  });
  const all = await Promise.all(tensors.map((tensor) => tensor.data()));
  tf.dispose(tensors);
  return all.map((values) => Float32Array.from(values));
}

async function agrees(operation: Operation, shapes: number[][], tolerance = 1e-5): Promise<void> {
  const actual = await results(operation, shapes);
  const expected = await onPlainJavaScript(backend, () => results(operation, shapes));
  actual.forEach((values, index) => {
    expectClose(values, expected[index]!, tolerance);
  });
}

/** Central differences of the weighted sum in plain JavaScript, at every number: these operations are linear in each of them, or in pieces. */
async function agreesWithDifferences(operation: Operation, shapes: number[][]): Promise<void> {
  const gradients = (await results(operation, shapes)).slice(1);
  const differences = await onPlainJavaScript(backend, () =>
    shapes.map((shape, which) => {
      const start = numbers(shape, which + 1).dataSync<'float32'>();
      return start.map((_, place) => {
        const at = (change: number) =>
          tf.tidy(() => {
            const moved = start.slice();
            moved[place] = moved[place]! + change;
            const given = shapes.map((other, i) => (i === which ? tf.tensor(moved, shape) : numbers(other, i + 1)));
            return weighted(operation(...given)).dataSync()[0]!;
          });
        return (at(1e-3) - at(-1e-3)) / 2e-3;
      });
    }),
  );
  gradients.forEach((gradient, index) => {
    expectClose(gradient, differences[index]!, 1e-2);
  });
}

const geometries = [1, 2, 3].flatMap((stride) =>
  (['same', 'valid'] as const).flatMap((padding) => [2, 3, 5].map((size) => ({ stride, padding, size }))),
);

describe.each(geometries)('on WebGPU, stride $stride, $padding, filter $size', ({ stride, padding, size }) => {
  it('convolution', async () => {
    const convolution: Operation = (x, filter) => tf.conv2d(x as tfjs.Tensor4D, filter as tfjs.Tensor4D, stride, padding);
    await agrees(convolution, [
      [2, 7, 9, 3],
      [size, size - 1, 3, 4],
    ]);
    await agreesWithDifferences(convolution, [
      [1, 6, 5, 2],
      [size, size, 2, 2],
    ]);
  });

  it('transposed convolution', async () => {
    const side = (length: number) => (padding === 'valid' ? (length - 1) * stride + size : length * stride);
    const shape: [number, number, number, number] = [2, side(3), side(4), 3];
    const operation: Operation = (x, filter) => tf.conv2dTranspose(x as tfjs.Tensor4D, filter as tfjs.Tensor4D, shape, stride, padding);
    await agrees(operation, [
      [2, 3, 4, 4],
      [size, size, 3, 4],
    ]);
  });

  it.each([1, 2])('depthwise convolution with multiplier %i', async (multiplier) => {
    const depthwise: Operation = (x, filter) => tf.depthwiseConv2d(x as tfjs.Tensor4D, filter as tfjs.Tensor4D, stride, padding);
    await agrees(depthwise, [
      [2, 7, 9, 3],
      [size, size - 1, 3, multiplier],
    ]);
    await agreesWithDifferences(depthwise, [
      [1, 6, 5, 2],
      [size, size, 2, multiplier],
    ]);
  });

  it('both pools', async () => {
    const most: Operation = (x) => tf.maxPool(x as tfjs.Tensor4D, size, stride, padding);
    const mean: Operation = (x) => tf.avgPool(x as tfjs.Tensor4D, [size, size - 1], stride, padding);
    await agrees(most, [[2, 7, 9, 3]]);
    await agreesWithDifferences(most, [[1, 6, 5, 2]]);
    // Plain JavaScript divides by the whole window at padded edges too, which is not the gradient of what it computes forward.
    if (padding === 'valid') await agrees(mean, [[2, 7, 9, 3]]);
    await agreesWithDifferences(mean, [[1, 7, 5, 2]]);
  });
});

describe('on WebGPU, other operations of networks and losses', () => {
  const batchNormalised: Operation = (x, scale, offset) => {
    const { mean, variance } = tf.moments(x, [0, 1, 2]);
    const [m, v] = [mean as tfjs.Tensor1D, variance as tfjs.Tensor1D];
    return tf.batchNorm(x as tfjs.Tensor4D, m, v, offset as tfjs.Tensor1D, scale as tfjs.Tensor1D);
  };
  const cases: [string, Operation, number[][]][] = [
    ['batch normalisation by moments', batchNormalised, [[4, 5, 3, 3], [3], [3]]],
    [
      'a product',
      (a, b) => tf.matMul(a as tfjs.Tensor2D, b as tfjs.Tensor2D),
      [
        [7, 300],
        [300, 5],
      ],
    ],
    [
      'products with transposed sides',
      (a, b) => tf.matMul(a as tfjs.Tensor2D, b as tfjs.Tensor2D, true, true),
      [
        [6, 7],
        [5, 6],
      ],
    ],
    ['gather, with a row taken twice', (x) => tf.gather(x, tf.tensor1d([2, 0, 2, 1], 'int32')), [[3, 5]]],
    [
      'slice, pad, concat',
      (x) =>
        tf.concat([
          tf.pad(x, [
            [0, 1],
            [0, 0],
          ]),
          tf.slice(x, [1, 0], [2, 5]),
        ]),
      [[4, 5]],
    ],
    ['log softmax', (x) => tf.logSoftmax(x), [[4, 7]]],
    ['exp, log1p, softplus', (x) => tf.add(tf.log1p(tf.exp(x)), tf.softplus(x)), [[5, 5]]],
    ['the mean over rows and columns', (x) => tf.mean(x, [1, 2]), [[3, 5, 4, 3]]],
    ['the variance of an image', (x) => tf.moments(x, [1, 2, 3]).variance, [[3, 5, 4, 2]]],
    ['relu, elu, leaky relu', (x) => tf.concat([tf.relu(x), tf.elu(x), tf.leakyRelu(x, 0.1)]), [[5, 6]]],
    ['division, powers and roots', (x) => tf.div(tf.pow(tf.abs(x), 1.5), tf.sqrt(tf.add(tf.square(x), 1))), [[4, 5]]],
  ];
  it.each(cases)('%s', (_, operation, shapes) => agrees(operation, shapes, 2e-5));

  it('every composed kernel exists', () => {
    for (const name of Object.keys(composedKernels(tf))) expect(tf.getKernel(name, 'webgpu'), name).toBeTruthy();
  });
});
