import type * as tfjs from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { parseOptimizer, update } from '../../../workers/backends/optimizer.ts';
import { adam } from '../../../workers/enas/adam.ts';
import { SharedWeights } from '../../../workers/enas/shared-weights.ts';

const { tf } = await openBackend({ threads: 1 });

test('updates as the rule of compiled programs does, computed number by number', () => {
  const optimizer = parseOptimizer({ kind: 'ADAM' });
  const expected = Float32Array.of(1, -2, 0.5);
  const beside = [new Float32Array(3), new Float32Array(3)];
  let weights = tf.tensor1d([1, -2, 0.5]);
  let moments: readonly [tfjs.Tensor1D, tfjs.Tensor1D] = [tf.zeros([3]), tf.zeros([3])];
  for (let step = 1; step <= 3; step++) {
    const gradient = [0.3 * step, -1, 2 / step];
    update(optimizer, expected, beside, Float32Array.from(gradient), { learningRate: 0.1, step, scale: 1, decayed: false });
    const steps = new Float32Array(3).fill(step);
    const [next, ...kept] = adam(tf, { weights, gradient: tf.tensor1d(gradient), moments, learningRate: 0.1, steps });
    [weights, moments] = [next, kept];
    [...weights.dataSync()].forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 5);
    });
  }
});

test('an update changes what has a gradient, by a gradient that is cut to its longest norm; who restores goes on alike', async () => {
  const made = () => {
    const shared = new SharedWeights(tf, 1);
    const p = shared.parameters();
    const [a, b, c] = [p.bias('a', 2), p.bias('b', 1), p.bias('c', 1)];
    shared.begin();
    return { shared, read: () => [a, b, c].flatMap((each) => [...each.dataSync()]), a, b };
  };
  const gradients = (to: { a: tfjs.Variable; b: tfjs.Variable }, by = 1) => ({
    [to.a.name]: tf.tensor1d([3 * by, 0]),
    [to.b.name]: tf.tensor1d([4 * by]),
  });
  const one = made();
  // a gradient of norm 5, cut to 1; the next, of norm 0.5, is left as it is
  one.shared.descend(gradients(one), { learningRate: 1, clipNorm: 1 });
  one.shared.descend(gradients(one, 0.1), { learningRate: 1, clipNorm: 1 });
  const adamOf = (...given: number[]) => {
    const weights = new Float32Array(1);
    const beside = [new Float32Array(1), new Float32Array(1)];
    for (const [i, gradient] of given.entries())
      update(parseOptimizer({ kind: 'ADAM' }), weights, beside, Float32Array.of(gradient), {
        learningRate: 1,
        step: i + 1,
        scale: 1,
        decayed: false,
      });
    return weights[0]!;
  };
  one.read().forEach((value, i) => {
    expect(value).toBeCloseTo([adamOf(0.6, 0.3), 0, adamOf(0.8, 0.4), 0][i]!, 4);
  });
  const saved = await one.shared.save();
  one.shared.descend(gradients(one), { learningRate: 1, clipNorm: 1 });
  const again = new SharedWeights(tf, 1);
  again.restore(saved);
  const p = again.parameters();
  const [a, b] = [p.bias('a', 2), p.bias('b', 1)];
  again.begin();
  again.descend(gradients({ a, b }), { learningRate: 1, clipNorm: 1 });
  expect([...a.dataSync(), ...b.dataSync()]).toEqual(one.read().slice(0, 3));
  for (const shared of [one.shared, again]) shared.dispose();
});
