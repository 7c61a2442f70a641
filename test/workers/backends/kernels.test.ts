import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { maxPoolGradient } from '../../../workers/backends/eager/pooling.ts';
import { expectClose, onPlainJavaScript } from './contract.ts';

const backend = await openBackend({ name: 'wasm' });
const { tf } = backend;

type Padding = 'same' | 'valid' | number;
type Operation = (x: tfjs.Tensor4D, filter: tfjs.Tensor4D) => tfjs.Tensor;

/** Odd and even sizes, filters that are not square, strides that do and do not divide, also above the filter, both paddings and a number. */
const convolutions = [5, 7, 8].flatMap((height) =>
  [1, 2, 3, 4].flatMap((size) =>
    [1, 2, 3].flatMap((stride) => (['same', 'valid', 1] as Padding[]).map((padding) => ({ height, width: 6, size, stride, padding }))),
  ),
);

/** Numbers from a fixed seed, and the gradients of a weighted sum of the operation's output. */
function gradients(operation: Operation, xShape: number[], filterShape: number[]): Float32Array {
  return tf.tidy(() => {
    const x = tf.randomNormal(xShape as [number, number, number, number], 0, 1, 'float32', 1) as tfjs.Tensor4D;
    const filter = tf.randomNormal(filterShape as [number, number, number, number], 0, 1, 'float32', 2) as tfjs.Tensor4D;
    const [dx, dFilter] = tf.grads((x: tfjs.Tensor, filter: tfjs.Tensor) =>
      weighted(operation(x as tfjs.Tensor4D, filter as tfjs.Tensor4D)),
    )([x, filter]);
    return Float32Array.from([...operation(x, filter).dataSync(), ...dx!.dataSync(), ...dFilter!.dataSync()]);
  });
}

const weighted = (y: tfjs.Tensor) => tf.sum(tf.mul(y, tf.cos(tf.reshape(tf.range(0, y.size), y.shape)))) as tfjs.Scalar;

describe('convolution on wasm agrees with plain JavaScript', () => {
  it.each(convolutions)(
    '$height x $width, filter $size, stride $stride, padding $padding',
    async ({ height, width, size, stride, padding }) => {
      const operation: Operation = (x, filter) => tf.conv2d(x, filter, stride, padding, 'NHWC', 1, padding === 1 ? 'floor' : undefined);
      const compute = () => gradients(operation, [2, height, width, 3], [size, padding === 1 ? size : size + 1, 3, 4]);
      expectClose(compute(), await onPlainJavaScript(backend, compute), 1e-5);
    },
  );

  it.each([1, 2, 3].flatMap((stride) => [2, 3, 5].map((size) => ({ stride, size }))))(
    'transposed, filter $size, stride $stride',
    async ({ stride, size }) => {
      const side = (length: number) => (length - 1) * stride + size;
      const operation: Operation = (x, filter) => tf.conv2dTranspose(x, filter, [2, side(3), side(4), 3], stride, 'valid');
      const compute = () => gradients(operation, [2, 3, 4, 4], [size, size, 3, 4]);
      expectClose(compute(), await onPlainJavaScript(backend, compute), 1e-5);
    },
  );

  it('with different strides for rows and columns', async () => {
    const operation: Operation = (x, filter) => tf.conv2d(x, filter, [2, 1], 'same');
    const compute = () => gradients(operation, [2, 7, 6, 3], [3, 2, 3, 4]);
    expectClose(compute(), await onPlainJavaScript(backend, compute), 1e-5);
  });
});

describe('padding that wasm alone gets wrong', () => {
  it.each([
    { height: 8, filter: [1, 2], stride: 2 },
    { height: 5, filter: [1, 3], stride: 3 },
    { height: 9, filter: [2, 2], stride: 3 },
  ])('"same" with filter $filter and stride $stride, depthwise and fused too', async ({ height, filter, stride }) => {
    const make = (channels: number[], seed: number) =>
      tf.randomNormal([...filter, ...channels] as [number, number, number, number], 0, 1, 'float32', seed) as tfjs.Tensor4D;
    const operations = [
      (x: tfjs.Tensor4D) => tf.conv2d(x, make([3, 4], 2), stride, 'same'),
      (x: tfjs.Tensor4D) => tf.fused.conv2d({ x, filter: make([3, 4], 2), strides: stride, pad: 'same', activation: 'relu' }),
      (x: tfjs.Tensor4D) => tf.depthwiseConv2d(x, make([3, 1], 2), stride, 'same'),
    ];
    for (const operation of operations) {
      const compute = () =>
        tf.tidy(() =>
          operation(tf.randomNormal([2, height, 6, 3], 0, 1, 'float32', 1) as tfjs.Tensor4D)
            .dataSync()
            .slice(),
        );
      expectClose(compute(), await onPlainJavaScript(backend, compute), 1e-5);
    }
  });

  it('a number with a filter that is not square is refused: it would write outside of its memory', () => {
    const x = tf.zeros([1, 5, 6, 3]) as tfjs.Tensor4D;
    expect(() => tf.conv2d(x, tf.zeros([1, 2, 3, 4]) as tfjs.Tensor4D, 1, 1)).toThrow(
      'pad: 1 with a filter of 1 x 2 gives 7 x 7, and tfjs expects 7 x 8',
    );
  });
});

describe('gradients on wasm agree with finite differences', () => {
  const x = tf.randomNormal([1, 5, 5, 2], 0, 1, 'float32', 3) as tfjs.Tensor4D;
  const filter = tf.randomNormal([3, 3, 2, 2], 0, 1, 'float32', 4) as tfjs.Tensor4D;
  const matrix = tf.randomNormal([4, 3], 0, 1, 'float32', 5) as tfjs.Tensor2D;
  const other = tf.randomNormal([4, 3], 0, 1, 'float32', 6) as tfjs.Tensor2D;
  const cases: [string, tfjs.Tensor, (variable: tfjs.Tensor) => tfjs.Tensor][] = [
    ['convolution, to its input', x, (x) => tf.conv2d(x as tfjs.Tensor4D, filter, 2, 'same')],
    ['convolution, to its filter', filter, (filter) => tf.conv2d(x, filter as tfjs.Tensor4D, 2, 'valid')],
    [
      'transposed convolution, to its filter',
      filter,
      (filter) => tf.conv2dTranspose(x, filter as tfjs.Tensor4D, [1, 11, 11, 2], 2, 'valid'),
    ],
    ['max pooling', x, (x) => tf.maxPool(x as tfjs.Tensor4D, 3, 2, 'same')],
    ['product with a transposed left side', matrix, (m) => tf.matMul(m as tfjs.Tensor2D, other, true, false)],
    ['product with a transposed right side', matrix, (m) => tf.matMul(other, m as tfjs.Tensor2D, false, true)],
    ['product with both transposed', matrix, (m) => tf.matMul(m as tfjs.Tensor2D, tf.reshape(other, [3, 4]), true, true)],
  ];

  it.each(cases)('%s', (_, at, operation) => {
    const gradient = tf.tidy(() =>
      tf
        .grad((value: tfjs.Tensor) => weighted(operation(value)))(at)
        .dataSync(),
    );
    const start = at.dataSync();
    const step = 1e-2;
    // A weighted sum of these operations is linear, or linear in pieces, in each number: the central difference has no error of its own.
    const value = (index: number, change: number) =>
      tf.tidy(() => {
        const moved = Float32Array.from(start);
        moved[index] = moved[index]! + change;
        return weighted(operation(tf.tensor(moved, at.shape))).dataSync()[0]!;
      });
    const differences = Float32Array.from(start, (_, index) => (value(index, step) - value(index, -step)) / (2 * step));
    expectClose(gradient, differences, 5e-3);
  });
});

describe('the gradient of max pooling', () => {
  it.each([
    { size: 2, stride: 2, padding: 'valid' },
    { size: 2, stride: 2, padding: 'same' },
    { size: 3, stride: 2, padding: 'same' },
    { size: 3, stride: 1, padding: 'valid' },
    { size: 5, stride: 3, padding: 'same' },
    { size: 2, stride: 3, padding: 'valid' },
  ] as const)('pool $size, stride $stride, $padding agrees with plain JavaScript', async ({ size, stride, padding }) => {
    for (const [height, width] of [
      [9, 7],
      [8, 6],
    ]) {
      const compute = () =>
        tf.tidy(() => {
          const x = tf.randomNormal([2, height!, width!, 3], 0, 1, 'float32', 6);
          return tf
            .grad((x: tfjs.Tensor) => weighted(tf.maxPool(x as tfjs.Tensor4D, size, stride, padding)))(x)
            .dataSync()
            .slice();
        });
      expectClose(compute(), await onPlainJavaScript(backend, compute), 1e-6);
    }
  });

  it('goes to the first of equal numbers, and adds up where windows overlap', () => {
    const info = tf.backend_util.computePool2DInfo([1, 1, 3, 1], [1, 2], [1, 1], 1, 'valid');
    const dx = new Float32Array(3);
    maxPoolGradient(Float32Array.of(4, 4, 1), Float32Array.of(10, 100), dx, info);
    expect([...dx]).toEqual([10, 100, 0]);
    dx.fill(0);
    maxPoolGradient(Float32Array.of(1, 4, 4), Float32Array.of(10, 100), dx, info);
    expect([...dx]).toEqual([0, 110, 0]);
  });
});

it('leaves the listeners of the process as they were, and frees what the kernels use', () => {
  expect(process.listeners('unhandledRejection').some((listener) => listener.toString().includes('throw reason'))).toBe(false);
  const before = tf.memory();
  for (const { height, size } of convolutions.slice(0, 12))
    gradients((x, filter) => tf.conv2d(x, filter, 2, 'same'), [2, height, 6, 3], [size, size, 3, 4]);
  expect(tf.memory().numTensors).toBe(before.numTensors);
  expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
});
