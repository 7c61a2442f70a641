import { describe, expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import type { ChainLimits } from '../../../schema/spaces/limits.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { tokenOf } from '../../../schema/values/encoding.ts';
import { type Blocks, descend, emptyBlocks, openBlocks, storeBlocks } from '../../../workers/controllers/blocks.ts';
import { lstmPolicy } from '../../../workers/controllers/lstm-policy.ts';
import { distribution, type Policy } from '../../../workers/controllers/policy.ts';
import { ppoRule, reinforceRule } from '../../../workers/controllers/policy-rules.ts';
import { gradientOfBatch, type Sample } from '../../../workers/controllers/policy-update.ts';
import { tablePolicy } from '../../../workers/controllers/table-policy.ts';
import { mnist, original } from './setup.ts';

const limits: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [8, 16],
  kernels: [3],
  pools: [{ size: 2, stride: 2 }],
  units: [],
  globalAveragePool: true,
  maxLayers: 3,
};
const space = makeSpace(limits, mnist);
const plan = { ...original.policy, tanhConstant: 2.5, temperature: 1.3 };
const ENTROPY = 0.3;

/** Walks with the probabilities that another policy drew them with. */
const samples: Sample[] = [[walkOf([1, 2, 0]), 1.4] as const, [walkOf([2, 1, 1]), -0.8] as const].map(([choices, advantage]) => ({
  choices,
  advantage,
  logs: choices.map((_, step) => -0.7 - 0.2 * step),
}));

/** As many choices as a walk needs, the wished ones first where they are there. */
function walkOf(wished: number[]): number[] {
  const choices: number[] = [];
  let state = space.initial();
  for (let actions = space.actions(state); actions.length > 0; actions = space.actions(state)) {
    const choice = Math.min(wished[choices.length] ?? 0, actions.length - 1);
    choices.push(choice);
    state = space.next(state, actions[choice]);
  }
  return choices;
}

/** The loss whose gradient is asked for, written down once more: weights of the rule are numbers that are not differentiated. */
function loss(policy: Policy, blocks: Blocks, weights: number[][]): number {
  return samples.reduce((sum, { choices, advantage }, i) => {
    const walk = policy.walk(blocks);
    let state = space.initial();
    let previous: string | null = null;
    return (
      sum +
      choices.reduce((inner, taken, step) => {
        const actions = space.actions(state);
        const allowed = actions.map(tokenOf);
        const scores = walk.scores({ key: space.stateKey(state), allowed }, previous);
        const { logs, probabilities } = distribution(scores, plan);
        const entropy = -probabilities.reduce((h, p, k) => h + p * logs[k]!, 0);
        previous = allowed[taken]!;
        state = space.next(state, actions[taken]);
        return inner - (advantage * weights[i]![step]! * logs[taken]! + ENTROPY * entropy) / samples.length;
      }, 0)
    );
  }, 0);
}

describe.each([
  ['a table', tablePolicy()],
  ['an LSTM', lstmPolicy(5, 7)],
] as const)('the policy gradient of %s', (_, policy) => {
  it('is that of finite differences', () => {
    const blocks = openBlocks(emptyBlocks());
    const weights: number[][] = [];
    const rule = {
      weights: (ratios: readonly number[], advantage: number) => {
        weights.push(ppoRule(10, 1).weights(ratios, advantage));
        return weights.at(-1)!;
      },
    };
    gradientOfBatch(space, policy, blocks, samples, plan, rule, ENTROPY);
    const random = Random.of(1, 'values');
    for (const values of blocks.values.values()) for (let i = 0; i < values.length; i++) values[i] = 0.5 * random.normal();
    weights.length = 0;
    const gradients = gradientOfBatch(space, policy, blocks, samples, plan, rule, ENTROPY);
    let compared = 0;
    for (const [name, gradient] of gradients)
      for (let i = 0; i < gradient.length; i += name.startsWith('lstm') ? 7 : 1) {
        const values = blocks.values.get(name)!;
        const before = values[i]!;
        const at = (delta: number) => {
          values[i] = before + delta;
          return loss(policy, blocks, weights);
        };
        const numeric = (at(1e-5) - at(-1e-5)) / 2e-5;
        values[i] = before;
        expect(Math.abs(numeric - gradient[i]!), `${name}[${i}]`).toBeLessThan(1e-7);
        compared++;
      }
    expect(compared).toBeGreaterThan(10);
  });
});

describe('REINFORCE', () => {
  it('has on two arms the gradient of the closed form', () => {
    // p = softmax(s); for a sample of arm a with advantage A, drawn by the policy itself, d(-A ln p_a)/d s = A (p - e_a).
    const two = makeSpace({ ...limits, filters: [8], pools: [], globalAveragePool: false, maxLayers: 1 }, mnist);
    const first = two.actions(two.initial());
    expect(first).toHaveLength(2); // the classifier at once, or one convolution before it
    const blocks = openBlocks(emptyBlocks());
    const key = two.stateKey(two.initial());
    blocks.values.set(key, Float64Array.of(0.4, -0.2));
    const p = 1 / (1 + Math.exp(-0.2 - 0.4));
    const plain = { ...plan, temperature: 1, tanhConstant: null };
    const sample = { choices: [1, 0], logs: [Math.log(1 - p), 0], advantage: 2 };
    const gradient = gradientOfBatch(two, tablePolicy(), blocks, [sample], plain, reinforceRule, 0).get(key)!;
    expect([...gradient]).toEqual([expect.closeTo(2 * p, 12), expect.closeTo(-2 * p, 12)]);
  });

  it('weighs a walk by the ratio of its probabilities, cut at 5', () => {
    expect(reinforceRule.weights([0.5, 3], 1)).toEqual([1.5, 1.5]);
    expect(reinforceRule.weights([4, 4], 1)).toEqual([5, 5]);
  });
});

describe('PPO', () => {
  it('stops where a ratio has moved far enough in the direction of its advantage', () => {
    const { weights } = ppoRule(0.2, 4);
    expect(weights([0.5, 0.9, 1.1, 1.5], 1)).toEqual([0.5, 0.9, 1.1, 0]);
    expect(weights([0.5, 0.9, 1.1, 1.5], -1)).toEqual([0, 0.9, 1.1, 1.5]);
  });
});

describe('blocks', () => {
  it('descend by Adam: the first step is the learning rate against the sign, later ones agree with the formula', () => {
    const blocks = openBlocks(emptyBlocks());
    blocks.values.set('w', Float64Array.of(1, -1));
    descend(blocks, new Map([['w', Float64Array.of(0.3, -4)]]), 0.1, null);
    expect([...blocks.values.get('w')!]).toEqual([expect.closeTo(0.9, 6), expect.closeTo(-0.9, 6)]);
    descend(blocks, new Map([['w', Float64Array.of(-0.1, 0)]]), 0.1, null);
    const m = (0.9 * 0.1 * 0.3 + 0.1 * -0.1) / (1 - 0.81);
    const v = (0.999 * 0.001 * 0.09 + 0.001 * 0.01) / (1 - 0.999 ** 2);
    expect(blocks.values.get('w')![0]).toBeCloseTo(0.9 - (0.1 * m) / Math.sqrt(v), 6);
  });

  it('scale all gradients together down to the longest norm', () => {
    const step = (scale: number, clip: number | null) => {
      const blocks = openBlocks(emptyBlocks());
      blocks.values.set('a', Float64Array.of(0)).set('b', Float64Array.of(0));
      descend(
        blocks,
        new Map([
          ['a', Float64Array.of(3 * scale)],
          ['b', Float64Array.of(4 * scale)],
        ]),
        0.1,
        clip,
      );
      return storeBlocks(blocks).moments;
    };
    expect(step(100, 5)).toEqual(step(1, null));
    expect(step(1, 5)).toEqual(step(1, null));
  });

  it('come back from JSON to the last bit', () => {
    const blocks = openBlocks(emptyBlocks());
    blocks.values.set('w', Float64Array.of(0.1, -0, 1e-308, Math.PI));
    descend(blocks, new Map([['w', Float64Array.of(1, 2, 3, 4)]]), 0.1, null);
    expect(openBlocks(JSON.parse(JSON.stringify(storeBlocks(blocks))))).toEqual(blocks);
  });
});
