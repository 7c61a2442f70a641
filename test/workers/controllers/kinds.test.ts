import { describe, expect, it } from 'vitest';
import { CONTROLLER_KINDS, type ControllerPlan } from '../../../schema/plans/controller.ts';
import { usesRungs } from '../../../schema/plans/rungs.ts';
import type { ChainLimits, VariationalLimits } from '../../../schema/spaces/limits.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { makeController } from '../../../workers/controllers/make.ts';
import { arbitraryReward, mnist, original, search } from './setup.ts';

const chain: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [8, 16],
  kernels: [1, 3],
  pools: [{ size: 2, stride: 2 }],
  units: [32, 16],
  globalAveragePool: true,
  maxLayers: 4,
};
const variational: VariationalLimits = {
  kind: 'VARIATIONAL',
  latent: [2, 8],
  filters: [8, 16],
  kernels: [2, 4],
  stride: 2,
  maxEncoderLayers: 2,
  maxDecoderLayers: 2,
};
/** Small enough that every network comes up. */
const tiny: ChainLimits = { ...chain, kernels: [1], pools: [], units: [], maxLayers: 3 };

/** Small constants, so that every part of a controller is used within some tens of candidates. */
const plan = (kind: ControllerPlan['kind']): ControllerPlan => ({
  ...original,
  kind,
  replay: 4,
  fittedQ: { fitEvery: 5, iterations: 6, trees: 4, smallest: 2, buffer: 120 },
  dqn: { hidden: 8, learningRate: 0.01, batch: 8, updates: 2, buffer: 30, targetEvery: 3 },
  policy: { ...original.policy, batch: 4, hidden: 6 },
  evolution: { population: 8, tournament: 3 },
  localSearch: { starts: 3, patience: 4 },
  tpe: { startup: 6, candidates: 8 },
});

/** Some trials fail, as they do. */
const reward = (notation: string, number: number) => (number % 7 === 3 ? null : arbitraryReward(notation));

describe.each(CONTROLLER_KINDS.filter((kind) => kind !== 'LIST' && kind !== 'ENAS' && !usesRungs(kind)))('%s', (kind) => {
  describe.each([chain, variational])('on $kind', (limits) => {
    const space = makeSpace(limits, mnist);
    const run = (options: Partial<Parameters<typeof search>[3]> = {}) =>
      search(plan(kind), space, reward, { seed: 3, budget: 60, parallelism: 4, ...options });
    const whole = run();

    it('proposes as many different networks of the space as its budget says', () => {
      const notations = whole.proposals.map(({ notation }) => notation);
      expect(new Set(notations).size).toBe(60);
      expect(whole.proposals).toHaveLength(60);
    });

    it('proposes the same again from the same seed, and others from another', () => {
      expect(run()).toEqual(whole);
      expect(run({ seed: 4 }).proposals).not.toEqual(whole.proposals);
    });

    it('proposes the same whether results come one by one or several at once', () => {
      const { proposals, reused } = run({ batch: 4 });
      expect({ proposals, reused }).toEqual({ proposals: whole.proposals, reused: whole.reused });
    });

    it('can be stopped and resumed after any step: its state is all that it knows', () => {
      expect(run({ between: (state) => JSON.parse(JSON.stringify(state)) })).toEqual(whole);
    });
  });

  it('ends when a space holds no more networks', () => {
    const space = makeSpace(tiny, mnist);
    const { proposals, exhausted } = search(plan(kind), space, reward, { seed: 1, budget: 10_000, parallelism: 3 });
    expect({ exhausted, proposed: new Set(proposals.map(({ notation }) => notation)).size }).toEqual({
      exhausted: true,
      proposed: Number(space.count()),
    });
  });

  it('goes on when every trial fails, or gives what is no number', () => {
    const space = makeSpace(chain, mnist);
    for (const broken of [null, Number.NaN, Number.POSITIVE_INFINITY])
      expect(search(plan(kind), space, () => broken, { seed: 1, budget: 30, parallelism: 2 }).proposals).toHaveLength(30);
  });

  it('refuses the state of another controller, by name', () => {
    const space = makeSpace(chain, mnist);
    const controller = makeController(plan(kind), space);
    const foreign = { ...controller.start(1), kind: 'OTHER' };
    expect(() => controller.step(foreign, [], { parallelism: 1, budget: 1 })).toThrow(`state: OTHER 1; allowed: ${kind} 1`);
    const older = { ...controller.start(1), version: 0 as 1 };
    expect(() => controller.step(older, [], { parallelism: 1, budget: 1 })).toThrow(`${kind} 0; allowed: ${kind} 1`);
  });
});
