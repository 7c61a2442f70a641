import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { composedKernels } from '../../../workers/backends/eager/composed.ts';
import { segmentSumInto } from '../../../workers/backends/eager/segments.ts';
import { sumRows } from '../../../workers/backends/wasm/reductions.ts';
import { expectClose, onPlainJavaScript } from './contract.ts';

const backend = await openBackend({ name: 'wasm' });
const { tf } = backend;

type Operation = (...inputs: tfjs.Tensor[]) => tfjs.Tensor;

const normal = (shape: number[], seed: number): tfjs.Tensor => tf.randomNormal(shape as [number], 0, 1, 'float32', seed);
const weighted = (y: tfjs.Tensor) => tf.sum(tf.mul(y, tf.cos(tf.reshape(tf.range(0, y.size), y.shape)))) as tfjs.Scalar;

/** The operation on numbers from fixed seeds, and the gradients of a weighted sum of its output. */
function results(operation: Operation, shapes: number[][]): Float32Array[] {
  const given = shapes.map((shape, index) => normal(shape, index + 1));
  const value = tf.tidy(() => operation(...given));
  const gradients = tf.grads((...inputs: tfjs.Tensor[]) => weighted(operation(...inputs)))(given);
  const all = [value, ...gradients].map((tensor) => tensor.dataSync().slice() as Float32Array);
  tf.dispose([given, value, gradients]);
  return all;
}

async function agreesWithPlainJavaScript(operation: Operation, shapes: number[][], tolerance = 1e-5): Promise<void> {
  const actual = results(operation, shapes);
  const expected = await onPlainJavaScript(backend, () => results(operation, shapes));
  actual.forEach((numbers, index) => {
    expectClose(numbers, expected[index]!, tolerance);
  });
}

/** Central differences of the weighted sum, at a few numbers of each input: the operations are linear in each of them, or smooth. */
function agreesWithDifferences(operation: Operation, shapes: number[][], tolerance = 1e-2): void {
  const gradients = results(operation, shapes).slice(1);
  const given = shapes.map((shape, index) => normal(shape, index + 1));
  const step = 1e-2;
  given.forEach((input, which) => {
    const start = input.dataSync();
    const places = Array.from({ length: Math.min(12, start.length) }, (_, i) =>
      Math.floor((i * start.length) / Math.min(12, start.length)),
    );
    const differences = places.map((place) => {
      const at = (change: number) =>
        tf.tidy(() => {
          const moved = Float32Array.from(start);
          moved[place] = moved[place]! + change;
          return weighted(operation(...given.map((other, i) => (i === which ? tf.tensor(moved, input.shape) : other)))).dataSync()[0]!;
        });
      return (at(step) - at(-step)) / (2 * step);
    });
    expectClose(
      places.map((place) => gradients[which]![place]!),
      differences,
      tolerance,
    );
  });
  tf.dispose(given);
}

const geometries = [1, 2, 3].flatMap((stride) =>
  (['same', 'valid'] as const).flatMap((padding) => [2, 3, 5].map((size) => ({ stride, padding, size }))),
);

describe.each(geometries)('stride $stride, $padding, filter $size', ({ stride, padding, size }) => {
  const depthwise: Operation = (x, filter) => tf.depthwiseConv2d(x as tfjs.Tensor4D, filter as tfjs.Tensor4D, stride, padding);
  const separable: Operation = (x, filter, mix) =>
    tf.separableConv2d(x as tfjs.Tensor4D, filter as tfjs.Tensor4D, mix as tfjs.Tensor4D, stride, padding);

  it.each([1, 2])('depthwise convolution with multiplier %i, on odd and even sizes', async (multiplier) => {
    for (const [height, width] of [
      [7, 9],
      [8, 6],
    ] as const)
      await agreesWithPlainJavaScript(depthwise, [
        [2, height, width, 3],
        [size, size - 1, 3, multiplier],
      ]);
    agreesWithDifferences(depthwise, [
      [1, 7, 5, 2],
      [size, size - 1, 2, multiplier],
    ]);
  });

  it('separable convolution', () =>
    agreesWithPlainJavaScript(separable, [
      [2, 7, 9, 3],
      [size, size, 3, 2],
      [1, 1, 6, 4],
    ]));

  it('the composed gradients of a depthwise convolution, which a GPU uses, agree with the loops', () => {
    const kernel = composedKernels(tf)[tf.DepthwiseConv2dNativeBackpropFilter]!;
    for (const multiplier of [1, 2]) {
      const [x, filter] = [normal([2, 7, 9, 3], 1) as tfjs.Tensor4D, normal([size, size - 1, 3, multiplier], 2) as tfjs.Tensor4D];
      const dy = tf.ones(tf.depthwiseConv2d(x, filter, stride, padding).shape) as tfjs.Tensor4D;
      const attrs = { strides: [stride, stride], dilations: [1, 1], pad: padding, filterShape: filter.shape };
      const composed = kernel({ inputs: { x, dy }, attrs: attrs as unknown as tfjs.NamedAttrMap, backend: tf.backend() }) as tfjs.Tensor;
      const looped = tf.engine().runKernel(tf.DepthwiseConv2dNativeBackpropFilter, { x, dy }, attrs) as tfjs.Tensor;
      expectClose(composed.dataSync(), looped.dataSync(), 1e-5);
      tf.dispose([x, filter, dy, composed, looped]);
    }
  });

  it('a batch of 128: convolution, depthwise convolution, both pools', async () => {
    const shape = [128, 7, 6, 2];
    const convolution: Operation = (x, filter) => tf.conv2d(x as tfjs.Tensor4D, filter as tfjs.Tensor4D, stride, padding);
    await agreesWithPlainJavaScript(convolution, [shape, [size, size, 2, 2]], 2e-5);
    await agreesWithPlainJavaScript(depthwise, [shape, [size, size, 2, 1]], 2e-5);
    await agreesWithPlainJavaScript((x) => tf.maxPool(x as tfjs.Tensor4D, size, stride, padding), [shape]);
    await agreesWithPlainJavaScript((x) => tf.avgPool(x as tfjs.Tensor4D, size, stride, 'valid'), [shape]);
  });

  it('average pooling', async () => {
    const pool: Operation = (x) => tf.avgPool(x as tfjs.Tensor4D, [size, size - 1], stride, padding);
    // Plain JavaScript divides by the whole window at padded edges too, which is not the gradient of what it computes forward.
    if (padding === 'valid') await agreesWithPlainJavaScript(pool, [[2, 7, 9, 3]]);
    agreesWithDifferences(pool, [[1, 7, 5, 2]]);
    agreesWithDifferences(pool, [[2, 8, 6, 1]]);
  });
});

describe('other operations of networks and losses', () => {
  const batchNormalised: Operation = (x, scale, offset) => {
    const { mean, variance } = tf.moments(x, [0, 1, 2]);
    return tf.batchNorm(
      x as tfjs.Tensor4D,
      mean as tfjs.Tensor1D,
      variance as tfjs.Tensor1D,
      offset as tfjs.Tensor1D,
      scale as tfjs.Tensor1D,
    );
  };
  /** One step of an LSTM: gates in the order input, forget, cell, output. */
  const lstm: Operation = (x, hidden, cell, kernel) => {
    const sums = tf.matMul(tf.concat([x, hidden], 1), kernel as tfjs.Tensor2D);
    const [i, f, g, o] = tf.split(sums, 4, 1) as [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];
    const next = tf.add(tf.mul(tf.sigmoid(f), cell), tf.mul(tf.sigmoid(i), tf.tanh(g)));
    return tf.mul(tf.sigmoid(o), tf.tanh(next));
  };
  const cases: [string, Operation, number[][]][] = [
    ['batch normalisation by moments', batchNormalised, [[4, 5, 3, 3], [3], [3]]],
    [
      'a step of an LSTM',
      lstm,
      [
        [3, 4],
        [3, 5],
        [3, 5],
        [9, 20],
      ],
    ],
    ['gather, with a row taken twice', (x) => tf.gather(x, tf.tensor1d([2, 0, 2, 1], 'int32')), [[3, 5]]],
    ['gather along another axis', (x) => tf.gather(x, tf.tensor1d([2, 0, 2, 1], 'int32'), 1), [[2, 4, 3]]],
    ['slice', (x) => tf.slice(x, [1, 0, 2], [1, 3, 2]), [[3, 4, 5]]],
    [
      'stack and unstack',
      (x, y) => tf.stack(tf.unstack(tf.stack([x, y]), 2)),
      [
        [3, 4],
        [3, 4],
      ],
    ],
    ['log softmax', (x) => tf.logSoftmax(x), [[4, 7]]],
    ['exp, log1p, softplus', (x) => tf.add(tf.log1p(tf.exp(x)), tf.softplus(x)), [[5, 5]]],
    ['the square root of a sum of squares', (x) => tf.sqrt(tf.add(tf.sum(tf.square(x)), 1e-6)), [[6, 5]]],
    ['the mean over rows and columns', (x) => tf.mean(x, [1, 2]), [[3, 5, 4, 3]]],
    ['sums over the first axes, with and without keeping them', (x) => tf.add(tf.sum(x, [0, 1]), tf.sum(x, [1, 0], true)), [[3, 5, 7]]],
    ['the variance of an image', (x) => tf.moments(x, [1, 2, 3]).variance, [[3, 5, 4, 2]]],
    ['relu, elu, leaky relu', (x) => tf.concat([tf.relu(x), tf.elu(x), tf.leakyRelu(x, 0.1)]), [[5, 6]]],
    [
      'maximum of two, absolute values, clipping',
      (x, y) => tf.add(tf.maximum(x, y), tf.clipByValue(tf.abs(x), 0.2, 1)),
      [
        [4, 5],
        [4, 5],
      ],
    ],
    [
      'division, powers and roots',
      (x, y) => tf.div(tf.pow(tf.abs(x), 1.5), tf.rsqrt(tf.add(tf.square(y), 1))),
      [
        [4, 5],
        [4, 5],
      ],
    ],
  ];

  it.each(cases)('%s', async (_, operation, shapes) => {
    await agreesWithPlainJavaScript(operation, shapes);
    agreesWithDifferences(operation, shapes, 3e-2);
  });

  it.each([
    [13, 9],
    [7, 7],
    [5, 12],
  ])('spatial pyramid pooling of a map of %i x %i, with windows that differ', async (height, width) => {
    const pyramid: Operation = (x) => {
      const parts = [1, 2, 4].map((bins) => {
        const window: [number, number] = [Math.ceil(height / bins), Math.ceil(width / bins)];
        const stride: [number, number] = [Math.floor(height / bins), Math.floor(width / bins)];
        const pooled = tf.maxPool(x as tfjs.Tensor4D, window, stride, 'valid');
        return tf.reshape(tf.slice(pooled, [0, 0, 0, 0], [2, bins, bins, 3]), [2, bins * bins * 3]);
      });
      return tf.concat(parts, 1);
    };
    await agreesWithPlainJavaScript(pyramid, [[2, height, width, 3]]);
    agreesWithDifferences(pyramid, [[2, height, width, 3]]);
  });

  it('every composed kernel exists on wasm', () => {
    for (const name of Object.keys(composedKernels(tf))) expect(tf.getKernel(name, 'wasm'), name).toBeTruthy();
  });
});

describe('sums', () => {
  it.each([
    [1, 1],
    [3, 5],
    [700, 3],
    [5, 3001],
    [257, 16],
  ])('of %i rows of %i numbers', (rows, columns) => {
    const x = Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i));
    const sums = new Float32Array(columns);
    sumRows(x, sums);
    const expected = Array.from({ length: columns }, (_, column) => {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += x[row * columns + column]!;
      return sum;
    });
    expectClose(sums, expected, 1e-6);
  });

  it('of segments leave out rows that belong to none', async () => {
    const sums = new Float32Array(4);
    segmentSumInto(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8), Int32Array.of(1, -1, 1, 2), sums, 2);
    expect([...sums]).toEqual([0, 0, 6, 8]);
    const compute = () => {
      const segments = tf.tensor1d([1, -1, 1, 2], 'int32');
      return tf
        .unsortedSegmentSum(tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]), segments, 2)
        .dataSync()
        .slice();
    };
    expect([...compute()]).toEqual([0, 0, 6, 8]);
    expect([...(await onPlainJavaScript(backend, compute))]).toEqual([0, 0, 6, 8]);
  });
});

describe('copies', () => {
  it('share their numbers, and each lives as long as it is held', () => {
    const x = tf.tensor1d([1, 2, 3]);
    const [copy, same] = [tf.clone(x), tf.cast(x, 'float32')];
    x.dispose();
    expect([...copy.dataSync()]).toEqual([1, 2, 3]);
    copy.dispose();
    expect([...same.dataSync()]).toEqual([1, 2, 3]);
    same.dispose();
  });

  it('a variable that gets a new value leaves its copies as they were', () => {
    const variable = tf.variable(tf.tensor1d([1, 2]));
    const copy = tf.clone(variable);
    variable.assign(tf.tensor1d([3, 4]));
    expect([...copy.dataSync()]).toEqual([1, 2]);
    tf.dispose([variable, copy]);
  });

  it('every number but zero is true', () => {
    expect([...tf.cast(tf.tensor1d([0, 0.5, 256, -1]), 'bool').dataSync()]).toEqual([0, 1, 1, 1]);
  });
});

it('a thousand steps with every kernel leave no tensor', () => {
  const operation: Operation = (x, filter, mix) => {
    const y = tf.separableConv2d(x as tfjs.Tensor4D, filter as tfjs.Tensor4D, mix as tfjs.Tensor4D, 2, 'same');
    const pooled = tf.avgPool(tf.maxPool(tf.relu(y), 2, 1, 'same'), 2, 2, 'same');
    return tf.gather(tf.mean(pooled, [1, 2]), tf.tensor1d([1, 1], 'int32'));
  };
  const step = () =>
    tf.tidy(
      () =>
        void results(operation, [
          [2, 7, 6, 2],
          [3, 3, 2, 1],
          [1, 1, 2, 3],
        ]),
    );
  step();
  const { numTensors, numDataBuffers } = tf.memory();
  for (let i = 0; i < 1000; i++) step();
  expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
});
