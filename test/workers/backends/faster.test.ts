import { readFileSync } from 'node:fs';
import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import type { Binding, OperationAttribute } from '../../../workers/backends/tensorflow/binding.ts';
import { faster, fitsProcessor } from '../../../workers/backends/tensorflow/faster.ts';
import { withTensorflow } from './skipped.ts';

const cpu: Pick<Binding, 'isUsingGpuDevice'> = { isUsingGpuDevice: () => false };
const attributes = (over: Record<string, unknown> = {}): OperationAttribute[] =>
  Object.entries({ T: 1, strides: [1, 1, 1, 1], dilations: [1, 1, 1, 1], padding: 'SAME', data_format: 'NHWC', ...over }).map(
    ([name, value]) => ({ name, type: 0, value }),
  );
const here = fitsProcessor(readFileSync('/proc/cpuinfo', 'utf8'));

describe('where convolutions take fewer multiplications', () => {
  const chosen = (image: number[], filters: number[], over?: Record<string, unknown>) =>
    faster(cpu, 'Conv2D', attributes(over), [image, filters], [image[0]!, image[1]!, image[2]!, filters[3]!])?.operation ?? null;
  const ours = here ? 'HandpickConvolution' : null;

  it('is: stride 1, filters of 3x3 or 5x5, from and to 32 channels at least', () => {
    expect(chosen([8, 28, 28, 32], [3, 3, 32, 64])).toBe(ours);
    expect(chosen([8, 28, 28, 32], [5, 5, 32, 64])).toBe(ours);
    expect(chosen([8, 28, 28, 32], [5, 3, 32, 64])).toBe(null);
    expect(chosen([8, 28, 28, 32], [1, 1, 32, 64])).toBe(null);
    expect(chosen([8, 28, 28, 3], [3, 3, 3, 64])).toBe(null);
    expect(chosen([8, 28, 28, 32], [3, 3, 32, 16])).toBe(null);
  });

  it('is not: strides, holes, other types, and maps so small that tiles are mostly empty', () => {
    expect(chosen([8, 28, 28, 32], [3, 3, 32, 64], { strides: [1, 2, 2, 1] })).toBe(null);
    expect(chosen([8, 28, 28, 32], [3, 3, 32, 64], { dilations: [1, 2, 2, 1] })).toBe(null);
    expect(chosen([8, 28, 28, 32], [3, 3, 32, 64], { T: 19 })).toBe(null);
    expect(chosen([8, 2, 2, 32], [3, 3, 32, 64])).toBe(null);
  });

  it('another one takes transposed convolutions to few channels, or from few pixels', () => {
    const spread = (weights: number[], side = 14, over?: Record<string, unknown>) => {
      const shapes = [[4], weights, [8, side, side, weights[3]!]];
      const output = [8, 2 * side, 2 * side, weights[2]!];
      return faster(cpu, 'Conv2DBackpropInput', attributes({ strides: [1, 2, 2, 1], ...over }), shapes, output)?.operation ?? null;
    };
    const other = here ? 'HandpickSpread' : null;
    expect(spread([4, 4, 1, 64])).toBe(other);
    expect(spread([5, 5, 3, 32])).toBe(other);
    expect(spread([4, 4, 64, 64], 3)).toBe(other);
    expect(spread([4, 4, 64, 64], 4)).toBe(null);
    expect(spread([4, 4, 1, 8])).toBe(null);
    expect(spread([4, 2, 1, 64])).toBe(null);
    expect(spread([4, 4, 1, 64], 14, { strides: [1, 2, 1, 1] })).toBe(null);
  });

  it('needs AVX2 and FMA, and leaves AVX-512 to TensorFlow', () => {
    expect(fitsProcessor('flags\t\t: fpu avx avx2 fma bmi2\n')).toBe(true);
    expect(fitsProcessor('flags\t\t: fpu avx\n')).toBe(false);
    expect(fitsProcessor('flags\t\t: fpu avx avx2 fma avx512f\n')).toBe(false);
    expect(fitsProcessor('')).toBe(false);
  });

  it('is never on a GPU', () => {
    const shapes = [
      [8, 28, 28, 32],
      [3, 3, 32, 64],
    ];
    expect(faster({ isUsingGpuDevice: () => true }, 'Conv2D', attributes(), shapes, [8, 28, 28, 64])).toBe(null);
  });
});

await withTensorflow('convolutions of compiled programs', (backend) => {
  const { tf } = backend;
  const numbers = (shape: number[], seed: number) => {
    const random = Random.of(seed, 'convolution');
    return Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.normal());
  };

  /** Relative error of the sum of squares. */
  const distance = (a: Float32Array, b: Float32Array) => {
    expect(a.length).toBe(b.length);
    let [error, size] = [0, 0];
    a.forEach((x, i) => {
      error += (x - b[i]!) ** 2;
      size += b[i]! ** 2;
    });
    return Math.sqrt(error / size);
  };

  // height, width, from, to: whole tiles and cut ones, panels of 16 filters and remainders, 1 thread of tiles and many
  const cases: [number, number, number, number, number, 'same' | 'valid', number][] = [
    [3, 28, 28, 32, 32, 'same', 2],
    [3, 13, 11, 35, 50, 'same', 3],
    [3, 15, 9, 50, 35, 'valid', 1],
    [5, 28, 28, 32, 32, 'same', 2],
    [5, 13, 11, 35, 50, 'same', 3],
    [5, 15, 12, 50, 35, 'valid', 1],
    [3, 8, 8, 64, 33, 'same', 40],
  ];
  /** That the compiled operation and its gradients give the plain ones' numbers, and the same each time. */
  async function expectPlain(
    shapes: { x: number[]; w: number[] },
    operation: (x: tfjs.Tensor4D, w: tfjs.Tensor4D) => tfjs.Tensor,
    other: boolean,
  ) {
    const fan = shapes.w.reduce((a, b) => a * b) / shapes.w.at(-1)!;
    const values = { x: numbers(shapes.x, 1), w: numbers(shapes.w, 2).map((x) => x / Math.sqrt(fan)) };
    const apply = (x: tfjs.Tensor, w: tfjs.Tensor) => operation(x as tfjs.Tensor4D, w as tfjs.Tensor4D);
    // sin makes every gradient another number
    const all = (x: tfjs.Tensor, w: tfjs.Tensor) => [
      apply(x, w),
      ...tf.grads((a: tfjs.Tensor, b: tfjs.Tensor) => tf.sum(tf.sin(apply(a, b))))([x, w]),
    ];
    const plain = tf.tidy(() => all(tf.tensor(values.x, shapes.x), tf.tensor(values.w, shapes.w)).map((t) => t.dataSync<'float32'>()));
    const variable = tf.variable(tf.scalar(0));
    const inputs = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, { shape, dtype: 'float32' as const }]));
    const program = backend.compile({ variables: [variable], functions: { all: { inputs, outputs: ({ x, w }) => all(x!, w!) } } });
    try {
      const compiled = await program.run('all', values);
      for (const [i, made] of compiled.entries()) expect(distance(made, plain[i]!)).toBeLessThan(1e-5);
      // where they are ours their last bits are not TensorFlow's, or this test compares a thing with itself
      if (here && other) expect(distance(compiled[0]!, plain[0]!)).toBeGreaterThan(0);
      expect(await program.run('all', values)).toEqual(compiled);
    } finally {
      program.dispose();
    }
  }

  it.each(cases)('filters of side %i, images of %i x %i, %i to %i channels, %s, batch %i: the numbers of plain ones', async (...given) => {
    const [kernel, height, width, from, to, padding, batch] = given;
    const shapes = { x: [batch, height, width, from], w: [kernel, kernel, from, to] };
    await expectPlain(shapes, (x, w) => tf.conv2d(x, w, 1, padding), height > 8);
  });

  // kernel, stride, height, width, channels, filters: panels of 16 numbers and remainders, blocks of 48 pixels and less, gaps, borders
  const transposed: [number, number, number, number, number, number, 'same' | 'valid', number][] = [
    [4, 2, 16, 16, 64, 1, 'valid', 3],
    [5, 1, 9, 7, 33, 3, 'valid', 2],
    [3, 2, 5, 6, 32, 4, 'same', 5],
    [2, 3, 4, 3, 40, 1, 'valid', 1],
    [6, 3, 7, 7, 32, 2, 'same', 2],
    [6, 2, 3, 3, 32, 20, 'valid', 3],
  ];
  it.each(transposed)('transposed, of side %i, stride %i, from %i x %i, %i to %i channels, %s, batch %i', async (...given) => {
    const [kernel, stride, height, width, channels, filters, padding, batch] = given;
    const size = (length: number) => (padding === 'same' ? length * stride : (length - 1) * stride + kernel);
    const shape: [number, number, number, number] = [batch, size(height), size(width), filters];
    const shapes = { x: [batch, height, width, channels], w: [kernel, kernel, filters, channels] };
    await expectPlain(shapes, (x, w) => tf.conv2dTranspose(x, w, shape, stride, padding), kernel > stride);
  });
});
