import type * as tfjs from '@tensorflow/tfjs-core';
import { expect, it, test } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { parseOptimizer, update } from '../../../workers/backends/optimizer.ts';
import { descended, momentsOf, type Rule } from '../../../workers/enas/descent.ts';
import { SharedWeights } from '../../../workers/enas/shared-weights.ts';

const { tf } = await openBackend({ threads: 1 });
const ADAM: Rule = { kind: 'ADAM', momentum: 0, nesterov: false };

it.each([
  ADAM,
  { kind: 'SGD', momentum: 0, nesterov: false },
  { kind: 'SGD', momentum: 0.9, nesterov: false },
  { kind: 'SGD', momentum: 0.9, nesterov: true },
  { kind: 'RMSPROP', momentum: 0, nesterov: false },
  { kind: 'RMSPROP', momentum: 0.5, nesterov: false },
] as Rule[])('%o updates as the rule of compiled programs does, computed number by number', (rule) => {
  const { kind, momentum, nesterov } = rule;
  const optimizer = parseOptimizer(kind === 'ADAM' ? { kind } : kind === 'SGD' ? { kind, momentum, nesterov } : { kind, momentum });
  const expected = Float32Array.of(1, -2, 0.5);
  const beside = [new Float32Array(3), new Float32Array(3)];
  let weights = tf.tensor1d([1, -2, 0.5]);
  let moments: tfjs.Tensor1D[] = Array.from({ length: momentsOf(rule) }, () => tf.zeros([3]));
  for (let step = 1; step <= 3; step++) {
    const gradient = [0.3 * step, -1, 2 / step];
    const how = { learningRate: 0.1, step, scale: 1, decayed: false };
    update(optimizer, expected, beside, Float32Array.from(gradient), how);
    const steps = new Float32Array(3).fill(step);
    [weights, ...moments] = descended(tf, rule, { weights, gradient: tf.tensor1d(gradient), moments, learningRate: 0.1, steps }) as [
      tfjs.Tensor1D,
    ];
    [...weights.dataSync()].forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 5);
    });
  }
});

test('an update changes what has a gradient, by a gradient that is cut to its longest norm; who restores goes on alike', async () => {
  const rule: Rule = { kind: 'SGD', momentum: 0.9, nesterov: true };
  const made = () => {
    const shared = new SharedWeights(tf, 1, rule);
    const p = shared.parameters();
    const [a, b, c] = [p.bias('a', 2), p.bias('b', 1), p.bias('c', 1)];
    shared.begin();
    return { shared, read: () => [a, b, c].flatMap((each) => [...each.dataSync()]), a, b };
  };
  const one = made();
  // a gradient of norm 5, cut to 1
  const gradients = (to: typeof one) => ({ [to.a.name]: tf.tensor1d([3, 0]), [to.b.name]: tf.tensor1d([4]) });
  one.shared.descend(gradients(one), { learningRate: 1, clipNorm: 1 });
  // the first update with Nesterov momentum goes 1.9 times as far as the gradient
  const expected = [-1.9 * 0.6, 0, -1.9 * 0.8, 0];
  one.read().forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 5);
  });
  const saved = await one.shared.save();
  const again = made();
  one.shared.descend(gradients(one), { learningRate: 1, clipNorm: 1 });
  again.shared.restore(saved);
  const p = again.shared.parameters();
  const [a, b] = [p.bias('a', 2), p.bias('b', 1)];
  again.shared.begin();
  again.shared.descend({ [a.name]: tf.tensor1d([3, 0]), [b.name]: tf.tensor1d([4]) }, { learningRate: 1, clipNorm: 1 });
  expect([...a.dataSync(), ...b.dataSync()]).toEqual(one.read().slice(0, 3));
  // under another rule the weights go on, from moments of 0: the first update of Adam goes as far as its rate
  const other = new SharedWeights(tf, 1, ADAM);
  other.restore(saved);
  const under = other.parameters().bias('a', 2);
  other.begin();
  const restored = [...under.dataSync()];
  expect(restored[0]).toBeCloseTo(-1.9 * 0.6, 5);
  other.descend({ [under.name]: tf.tensor1d([3, 0]) }, { learningRate: 0.1, clipNorm: null });
  expect(under.dataSync()[0]).toBeCloseTo(restored[0]! - 0.1, 5);
  for (const shared of [one.shared, again.shared, other]) shared.dispose();
});
