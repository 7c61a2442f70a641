import type * as tfjs from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Padding } from '../../../schema/networks/architecture.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { convolve, convolveTransposed } from '../../../workers/models/convolve.ts';

const { tf } = await openBackend({ threads: 1 });

/** Pixels that a 1x1 kernel with stride 2 meets. */
const met = (size: number): number[] => Array.from({ length: Math.ceil(size / 2) }, (_, i) => 2 * i);

test.each([28, 7])('1x1 with stride 2 on a grey picture of %i: its result and the gradient of its kernel, sum by sum', (size) => {
  tf.tidy(() => {
    const x = tf.randomUniform([32, size, size, 1], 0, 1, 'float32', 3) as tfjs.Tensor4D;
    const kernel = tf.tensor4d([1, -2, 0.5], [1, 1, 1, 3]);
    const pixels = x.arraySync();
    const squares = pixels.flatMap((rows) => met(size).flatMap((row) => met(size).map((column) => rows[row]![column]![0]! ** 2)));
    const sum = squares.reduce((total, square) => total + square, 0);
    const result = convolve(tf, x, kernel, 2, 'same');
    expect(result.shape).toEqual([32, Math.ceil(size / 2), Math.ceil(size / 2), 3]);
    expect(result.arraySync()[5]![1]![2]![1]).toBeCloseTo(-2 * pixels[5]![2]![4]![0]!, 5);
    const gradient = tf.grad((weights) => tf.sum(tf.square(convolve(tf, x, weights as tfjs.Tensor4D, 2, 'same'))))(kernel);
    const expected = [1, -2, 0.5].map((weight) => 2 * weight * sum);
    for (const [i, value] of [...gradient.dataSync()].entries()) expect(value / expected[i]!).toBeCloseTo(1, 4);
  });
});

type Operation = (x: tfjs.Tensor, kernel: tfjs.Tensor) => tfjs.Tensor;

/** Whether two operations of the same inputs agree in their results and in both gradients of a function of them, which is not linear. */
function expectSame(mine: Operation, plain: Operation, from: number[], kernel: number[]): void {
  tf.tidy(() => {
    const inputs = [tf.randomNormal(from, 0, 1, 'float32', 1), tf.randomNormal(kernel, 0, 0.1, 'float32', 2)];
    const results = [mine, plain].map((operation) => [
      operation(inputs[0]!, inputs[1]!),
      ...tf.grads((x: tfjs.Tensor, w: tfjs.Tensor) => tf.sum(tf.sin(operation(x, w))))(inputs),
    ]);
    for (const [i, tensor] of results[0]!.entries()) {
      const other = results[1]![i]!;
      expect(tensor.shape).toEqual(other.shape);
      const worst = tf.max(tf.abs(tf.sub(tensor, other))).dataSync()[0]!;
      expect(worst).toBeLessThan(2e-5 * (1 + tf.max(tf.abs(other)).dataSync()[0]!));
    }
  });
}

const four = (tensor: tfjs.Tensor) => tensor as tfjs.Tensor4D;

test.each<[string, number[], number[], number, Padding]>([
  ['patches that fill the picture', [3, 6, 8, 16], [2, 2, 16, 5], 2, 'same'],
  ['patches that leave a row and two columns', [3, 7, 8, 16], [3, 3, 16, 5], 3, 'valid'],
  ['one patch, with any stride', [4, 2, 3, 20], [2, 3, 20, 7], 1, 'valid'],
  ['one patch of a larger picture', [4, 5, 5, 20], [4, 4, 20, 7], 4, 'valid'],
  ['patches that would be padded', [3, 7, 7, 16], [2, 2, 16, 5], 2, 'same'],
  ['patches that overlap', [3, 7, 7, 16], [3, 3, 16, 5], 2, 'valid'],
])('convolution, %s: the numbers of the plain one', (_, image, kernel, stride, padding) => {
  expectSame(
    (x, w) => convolve(tf, four(x), four(w), stride, padding),
    (x, w) => tf.conv2d(four(x), four(w), stride, padding),
    image,
    kernel,
  );
});

test.each<[string, number[], number[], [number, number], number]>([
  ['results side by side', [3, 4, 5, 16], [2, 2, 6, 16], [8, 10], 2],
  ['side by side, and a row more', [3, 4, 5, 16], [3, 3, 6, 16], [13, 15], 3],
  ['from one pixel, with any stride', [5, 1, 1, 20], [4, 4, 6, 20], [4, 4], 2],
  ['overlapping', [3, 4, 5, 16], [4, 4, 2, 16], [10, 12], 2],
])('transposed convolution, %s: the numbers of the plain one', (_, map, kernel, [height, width], stride) => {
  const shape: [number, number, number, number] = [map[0]!, height, width, kernel[2]!];
  const bias = tf.linspace(-1, 1, kernel[2]!);
  const finish = (y: tfjs.Tensor, repeats: number) => tf.relu(tf.add(y, tf.tile(bias, [repeats])));
  expectSame(
    (x, w) => convolveTransposed(tf, four(x), four(w), shape, stride, finish),
    (x, w) => tf.relu(tf.add(tf.conv2dTranspose(four(x), four(w), shape, stride, 'valid'), bias)),
    map,
    kernel,
  );
});
