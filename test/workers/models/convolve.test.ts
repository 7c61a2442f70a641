import type * as tfjs from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { convolve } from '../../../workers/models/convolve.ts';

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
