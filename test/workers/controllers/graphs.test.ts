import { describe, expect, it } from 'vitest';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { CONTROLLER_KINDS, type ControllerPlan } from '../../../schema/plans/controller.ts';
import { usesRungs } from '../../../schema/plans/rungs.ts';
import { Random } from '../../../schema/random.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { mutate } from '../../../workers/controllers/mutate.ts';
import { arbitraryReward, mnist, original, search } from './setup.ts';

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

describe.each(CONTROLLER_KINDS.filter((kind) => kind !== 'LIST' && kind !== 'ENAS' && !usesRungs(kind)))('%s', (kind) => {
  it.each(['tour-nas', 'tour-macro', 'tour-micro', 'enas-macro'] as const)('walks %s, and goes on from its stored state', (name) => {
    const space = makeSpace(spacePresets[name], mnist);
    const run = (between?: Parameters<typeof search>[3]['between']) =>
      search(plan(kind), space, (notation, number) => (number % 7 === 3 ? null : arbitraryReward(notation)), {
        ...{ seed: 3, budget: 30, parallelism: 3 },
        ...(between && { between }),
      });
    const { proposals } = run();
    expect(new Set(proposals.map(({ notation }) => notation)).size).toBe(30);
    for (const { notation } of proposals) space.walk(parseNotation(notation, { input: mnist.image, padding: 'same' }));
    expect(run((state) => JSON.parse(JSON.stringify(state))).proposals).toEqual(proposals);
  });
});

it('a mutation of a factored space changes one decision and leaves the others, where they are still asked', () => {
  const space = makeSpace(spacePresets['tour-macro'], mnist);
  const random = Random.of(1, 'mutate');
  const choicesOf = (notation: string) => {
    const taken = space.walk(parseNotation(notation, { input: mnist.image, padding: 'same' }));
    let state = space.initial();
    return taken.map((action) => {
      const choice = space.actions(state).findIndex((other) => JSON.stringify(other) === JSON.stringify(action));
      state = space.next(state, action);
      return choice;
    });
  };
  const parent = choicesOf('MACRO(8) | C3, S5, P3+0, A3+0+1, S3, C5+2 | SM(10)');
  for (let i = 0; i < 50; i++) {
    const child = choicesOf(mutate(space, parent, random).notation);
    expect(child.filter((choice, step) => choice !== parent[step])).toHaveLength(1);
  }
});

it.each(['NAS', 'PPO', 'REINFORCE'] as const)(
  '%s: depth grows as the plan says, and nothing is learned from a depth that was prescribed',
  (kind) => {
    const space = makeSpace(spacePresets['tour-nas'], mnist);
    const grown = { ...plan(kind), policy: { ...plan(kind).policy, growthEvery: 10, growthLayers: 1 } };
    const { proposals, state } = search(grown, space, arbitraryReward, { seed: 5, budget: 35, parallelism: 2 });
    const depths = proposals.map(({ notation }) => notation.split('|')[1]!.split(/,(?![^(]*\))/).length);
    expect(depths).toEqual(Array.from({ length: 35 }, (_, i) => Math.min(4, 2 + Math.floor(i / 10))));
    expect((state as unknown as { own: { updates: number } }).own.updates).toBeGreaterThan(3);
  },
);
