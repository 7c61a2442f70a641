import { describe, expect, it } from 'vitest';
import { printNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import type { ChainLimits } from '../../../schema/spaces/limits.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { tokenOf } from '../../../schema/values/encoding.ts';
import type { ArchiveState } from '../../../workers/controllers/archive.ts';
import { mutate, tokensOf } from '../../../workers/controllers/mutate.ts';
import { takeWalk } from '../../../workers/controllers/walk.ts';
import { mnist, original, search } from './setup.ts';

const limits: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [8, 16, 32],
  kernels: [1, 3],
  pools: [{ size: 2, stride: 2 }],
  units: [32, 16],
  globalAveragePool: true,
  maxLayers: 5,
};
const space = makeSpace(limits, mnist);

const networkOf = (choices: readonly number[]) => {
  const taken: unknown[] = [];
  let state = space.initial();
  for (const choice of choices) {
    taken.push(space.actions(state)[choice]);
    state = space.next(state, taken.at(-1));
  }
  return printNotation(space.architecture(taken));
};

/**
 * Whether one decision changed, put in or left out makes `child` of `parent`: before that place both are alike, and after it the child takes
 * what the parent took wherever the space allows it.
 */
function isNeighbour(parent: readonly number[], child: readonly number[]): boolean {
  const before = tokensOf(space, parent);
  return before.some((_, at) => [0, 1, -1].some((longer) => follows(before, child, at, longer)));
}

function follows(parent: readonly string[], child: readonly number[], at: number, longer: number): boolean {
  let state = space.initial();
  return child.every((choice, step) => {
    const actions = space.actions(state);
    const allowed = actions.map(tokenOf);
    state = space.next(state, actions[choice]);
    if (step === at && longer >= 0) return true; // whatever was put here
    const wanted = parent[step < at ? step : step - longer];
    return wanted === undefined || !allowed.includes(wanted) || allowed[choice] === wanted;
  });
}

/** Every mutation of a walk that `draws` draws find. */
function mutations(choices: readonly number[], draws = 4000): Set<string> {
  const random = Random.of(1, 'mutations');
  return new Set(Array.from({ length: draws }, () => mutate(space, choices, random).notation));
}

describe('a mutation', () => {
  it('is a network of the space that differs in one decision, where the space allows it', () => {
    const random = Random.of(2, 'test');
    let parent: number[] = [];
    for (let i = 0; i < 200; i++) {
      const { steps, notation } = mutate(space, parent.length > 0 ? parent : firstWalk(), random);
      const choices = steps.map(({ choice }) => choice);
      expect(networkOf(choices)).toBe(notation);
      if (parent.length > 0) expect(isNeighbour(parent, choices)).toBe(true);
      parent = choices;
    }
  });

  it('is told from a network that is no neighbour', () => {
    const random = Random.of(4, 'test');
    const start = firstWalk();
    const far = Array.from({ length: 200 }, () =>
      takeWalk(space, (_, actions) => random.integer(actions)).steps.map(({ choice }) => choice),
    );
    expect(far.filter((walk) => isNeighbour(start, walk)).length).toBeLessThan(100);
  });

  it('reaches changes, insertions and removals', () => {
    const random = Random.of(3, 'test');
    const lengths = new Set<number>();
    const start = firstWalk();
    for (let i = 0; i < 200; i++) lengths.add(mutate(space, start, random).steps.length - start.length);
    expect([...lengths].sort()).toEqual(expect.arrayContaining([-1, 0, 1]));
  });
});

/** Convolution, pool, convolution, classifier. */
function firstWalk(): number[] {
  const wished = ['convolution', 'pool', 'convolution', 'softmax'];
  let state = space.initial();
  return wished.map((type) => {
    const actions = space.actions(state) as { type: string }[];
    const choice = actions.findIndex((action) => action.type === type);
    state = space.next(state, actions[choice]);
    return choice;
  });
}

/** Longer networks are better, in a way that one can follow. */
const byLength = (notation: string) => notation.length;

describe('evolution', () => {
  it('takes the best of the living as parent when all of them are drawn, and lets the oldest die', () => {
    const plan = { ...original, kind: 'EVOLUTION' as const, evolution: { population: 5, tournament: 5 } };
    const { proposals, rewards, state } = search(plan, space, byLength, { seed: 1, budget: 25 });
    const { walks, own } = state as ArchiveState<{ living: number[] }>;
    for (let number = 6; number <= 25; number++) {
      const living = [5, 4, 3, 2, 1].map((age) => number - age); // one by one: the last five results
      const parent = living.reduce((best, other) => (rewards[other - 1]! > rewards[best - 1]! ? other : best));
      expect(mutations(walks[parent - 1]!), `candidate ${number} from ${parent}`).toContain(proposals[number - 1]!.notation);
    }
    expect(own.living).toEqual([21, 22, 23, 24, 25]);
  });

  it('never lets a failed trial live', () => {
    const plan = { ...original, kind: 'EVOLUTION' as const, evolution: { population: 4, tournament: 2 } };
    const { state } = search(plan, space, (notation, number) => (number % 2 ? null : byLength(notation)), { seed: 1, budget: 20 });
    expect((state as ArchiveState<{ living: number[] }>).own.living).toEqual([14, 16, 18, 20]);
  });
});

describe('local search', () => {
  it('looks at neighbours of the best so far, and climbs anew when none of so many is better', () => {
    const plan = { ...original, kind: 'LOCAL_SEARCH' as const, localSearch: { starts: 2, patience: 3 } };
    // Nothing is better than the first: after two starts, three neighbours of it; then two new starts, three neighbours, and so on.
    const { proposals, state } = search(plan, space, (_, number) => -number, { seed: 1, budget: 10 });
    const { walks } = state as ArchiveState<unknown>;
    for (const [from, neighbours] of [
      [1, [3, 4, 5]],
      [6, [8, 9, 10]],
    ] as const)
      for (const number of neighbours) expect(mutations(walks[from - 1]!)).toContain(proposals[number - 1]!.notation);
  });
});
