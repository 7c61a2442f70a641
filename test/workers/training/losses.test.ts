import type * as tfjs from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../../schema/random.ts';
import type { TF } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import {
  binaryCrossEntropy,
  crossEntropy,
  errorDivergence,
  priorDivergence,
  squaredError,
  weightPenalty,
} from '../../../workers/training/losses.ts';

let tf: TF;
beforeAll(async () => {
  tf = (await openBackend({ threads: 1 })).tf;
});

const random = Random.of(5, 'losses');
const numbers = (n: number, scale = 1) => Array.from({ length: n }, () => scale * random.normal());
const shades = (n: number) => Array.from({ length: n }, () => random.uniform());
const image = (values: number[]) => tf.tensor4d(values, [1, 3, 3, 1]);
const row = (v: tfjs.Tensor): tfjs.Tensor2D => tf.reshape(v, [1, 4]);
const square = (v: tfjs.Tensor): tfjs.Tensor4D => tf.reshape(v, [1, 3, 3, 1]);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const value = (loss: tfjs.Tensor) => Number(loss.dataSync()[0]);

/** KL( N(m, s^2) || N(0, e^2) ) by quadrature of p ln(p / q), independent of the closed form. */
function divergence(m: number, s: number, e: number): number {
  const steps = 20_000;
  const from = m - 12 * s;
  const width = (24 * s) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = from + i * width;
    const logP = -((x - m) ** 2) / (2 * s * s) - Math.log(s) - 0.5 * Math.log(2 * Math.PI);
    const logQ = -(x * x) / (2 * e * e) - Math.log(e) - 0.5 * Math.log(2 * Math.PI);
    sum += Math.exp(logP) * (logP - logQ) * (i === 0 || i === steps ? 0.5 : 1);
  }
  return sum * width;
}

describe('cross entropy', () => {
  test('is -ln of the probability of the right class', () => {
    const logits = [1.5, -0.3, 0.2];
    const total = logits.reduce((sum, l) => sum + Math.exp(l), 0);
    expect(value(crossEntropy(tf, tf.tensor2d([logits]), tf.tensor2d([[0, 1, 0]])))).toBeCloseTo(-Math.log(Math.exp(-0.3) / total), 5);
  });

  test('guessing among n classes costs ln n, a row without target nothing', () => {
    const losses = crossEntropy(tf, tf.zeros([2, 10]), tf.tensor2d([[1, 0, 0, 0, 0, 0, 0, 0, 0, 0], new Array(10).fill(0)]));
    expect(losses.dataSync()[0]).toBeCloseTo(Math.log(10), 5);
    expect(losses.dataSync()[1]).toBeCloseTo(0, 12);
  });

  test('stays a number for huge logits', () => {
    expect(value(crossEntropy(tf, tf.tensor2d([[1e4, -1e4]]), tf.tensor2d([[0, 1]])))).toBeCloseTo(2e4, 0);
  });
});

test('the squared error is the mean over the pixels of one image', () => {
  const [a, b] = [shades(9), shades(9)];
  const expected = a!.reduce((sum, x, i) => sum + (x - b![i]!) ** 2, 0) / 9;
  expect(value(squaredError(tf, image(a!), image(b!)))).toBeCloseTo(expected, 6);
  expect(
    [
      ...squaredError(
        tf,
        tf.concat([image(a!), image(b!)]) as tfjs.Tensor4D,
        tf.concat([image(a!), image(a!)]) as tfjs.Tensor4D,
      ).dataSync(),
    ][0],
  ).toBe(0);
});

describe('binary cross-entropy per pixel (eq. 7.13)', () => {
  test('equals the definition on probabilities', () => {
    const [x, l] = [shades(9), numbers(9, 2)];
    const expected = x.reduce((sum, p, i) => sum - p * Math.log(sigmoid(l[i]!)) - (1 - p) * Math.log(1 - sigmoid(l[i]!)), 0) / 9;
    expect(value(binaryCrossEntropy(tf, image(x), image(l)))).toBeCloseTo(expected, 5);
  });

  test('is ln 2 without knowledge, and safe where a probability would be 0', () => {
    expect(value(binaryCrossEntropy(tf, image(shades(9)), image(new Array(9).fill(0))))).toBeCloseTo(Math.LN2, 6);
    expect(value(binaryCrossEntropy(tf, image(new Array(9).fill(1)), image(new Array(9).fill(-500))))).toBeCloseTo(500, 3);
  });
});

describe('divergence from the prior (eq. 7.12)', () => {
  test.each([
    [0.7, 0.4],
    [-1.2, 1.9],
    [0, 1],
  ])('of N(%d, %d^2), by quadrature', (m, s) => {
    const kl = priorDivergence(tf, tf.tensor2d([[m]]), tf.tensor2d([[2 * Math.log(s)]]));
    expect(value(kl)).toBeCloseTo(divergence(m, s, 1), 4);
  });

  test('is the mean over the latent dimensions', () => {
    const kl = priorDivergence(tf, tf.tensor2d([[0.7, 0]]), tf.tensor2d([[2 * Math.log(0.4), 0]]));
    expect(value(kl)).toBeCloseTo(divergence(0.7, 0.4, 1) / 2, 4);
  });
});

describe('reformulated reconstruction term (eq. 8.1)', () => {
  test.each([0.01, 0.1, 1])('is the divergence of the pixel errors from N(0, %d^2), by quadrature', (e) => {
    const [x, y] = [shades(9), shades(9)];
    const d = x.map((p, i) => p - y[i]!);
    const m = d.reduce((sum, v) => sum + v, 0) / 9;
    const s = Math.sqrt(d.reduce((sum, v) => sum + (v - m) ** 2, 0) / 9);
    const expected = divergence(m, s, e);
    expect(value(errorDivergence(tf, image(x), image(y), e)) / expected).toBeCloseTo(1, 4);
  });

  test('is 0 where the errors have mean 0 and deviation E, and positive elsewhere', () => {
    const d = [-1, 1, -1, 1, -1, 1, -1, 1, 0].map((v) => v * 0.1 * Math.sqrt(9 / 8));
    const flat = new Array(9).fill(0.5);
    expect(value(errorDivergence(tf, image(flat.map((p, i) => p + d[i]!)), image(flat), 0.1))).toBeCloseTo(0, 5);
    expect(value(errorDivergence(tf, image(flat.map((p, i) => p + 2 * d[i]!)), image(flat), 0.1))).toBeGreaterThan(0.1);
  });

  test('a perfect reconstruction, or the same error everywhere, gives a number and a gradient', () => {
    for (const shift of [0, 0.25]) {
      const x = image(shades(9).map((p) => p / 2));
      const { value: loss, grad } = tf.valueAndGrad((y) => tf.sum(errorDivergence(tf, x, y as tfjs.Tensor4D, 0.01)))(tf.add(x, shift));
      expect(Number.isFinite(value(loss))).toBe(true);
      expect([...grad.dataSync()].every(Number.isFinite)).toBe(true);
    }
  });

  test('each image of a batch has its own mean and variance', () => {
    const [x, y] = [shades(18), shades(18)];
    const both = errorDivergence(tf, tf.tensor4d(x, [2, 3, 3, 1]), tf.tensor4d(y, [2, 3, 3, 1]), 0.1).dataSync();
    const alone = [0, 9].map((at) => value(errorDivergence(tf, image(x.slice(at, at + 9)), image(y.slice(at, at + 9)), 0.1)));
    expect(both[0]).toBeCloseTo(alone[0]!, 3);
    expect(both[1]).toBeCloseTo(alone[1]!, 3);
  });
});

describe('gradients agree with finite differences', () => {
  const x = shades(9);
  const logVariance = numbers(4, 0.3);
  test.each<[string, number[], (v: tfjs.Tensor) => tfjs.Tensor]>([
    ['cross entropy', numbers(4), (v) => crossEntropy(tf, row(v), tf.tensor2d([[0, 0, 1, 0]]))],
    ['BCE', numbers(9), (v) => binaryCrossEntropy(tf, image(x), square(v))],
    ['prior, mean', numbers(4), (v) => priorDivergence(tf, row(v), tf.tensor2d([logVariance]))],
    ['prior, variance', numbers(4), (v) => priorDivergence(tf, tf.tensor2d([logVariance]), row(v))],
    ['errors', numbers(9), (v) => errorDivergence(tf, image(x), tf.sigmoid(square(v)), 0.3)],
  ])('%s', (_name, at, loss) => {
    const gradient = tf
      .grad((v) => tf.sum(loss(v)))(tf.tensor1d(at))
      .dataSync();
    const h = 1e-2;
    for (const i of at.keys()) {
      const moved = (by: number) => value(loss(tf.tensor1d(at.map((v, j) => (j === i ? v + by : v)))));
      const [near, far] = [(moved(h) - moved(-h)) / (2 * h), (moved(2 * h) - moved(-2 * h)) / (4 * h)];
      expect(gradient[i]).toBeCloseTo((4 * near - far) / 3, 2); // Richardson: what is left is the rounding of float32
    }
  });
});

test('the gradient of the weight penalty is decay times the weight', () => {
  const w = numbers(6);
  const gradient = tf
    .grad((v) => weightPenalty(tf, [v], 0.3)!)(tf.tensor1d(w))
    .dataSync();
  for (const i of w.keys()) expect(gradient[i]).toBeCloseTo(0.3 * w[i]!, 5);
  expect(weightPenalty(tf, [tf.tensor1d(w)], 0)).toBeUndefined();
});
