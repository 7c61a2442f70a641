import { describe, expect, it } from 'vitest';
import type { ControllerPlan } from '../../../schema/plans/controller.ts';
import { RUNG_KINDS, type RungKind } from '../../../schema/plans/rungs.ts';
import type { ChainLimits } from '../../../schema/spaces/limits.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import type { Proposal, Result } from '../../../workers/controllers/controller.ts';
import { makeController } from '../../../workers/controllers/make.ts';
import { arbitraryReward, mnist, original, random, search } from './setup.ts';

const limits: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [8, 16],
  kernels: [1, 3],
  pools: [{ size: 2, stride: 2 }],
  units: [32, 16],
  globalAveragePool: true,
  maxLayers: 4,
};
const space = makeSpace(limits, mnist);
const tiny = makeSpace({ ...limits, kernels: [1], pools: [], units: [], maxLayers: 3 }, mnist);

const plan = (kind: RungKind, eta = 3): ControllerPlan => ({ ...original, kind, fidelity: { eta, lowestEpochs: 1 } });

interface Played {
  /** Candidate, from 1, and the epochs that it was asked to be trained to; in order. */
  jobs: [candidate: number, epochs: number][];
  proposals: Proposal[];
}

/** A whole search with rewards by candidate and epochs; parallelism is how many trainings are in flight. */
function play(
  kind: RungKind,
  { epochs, budget, parallelism = 1, eta = 3 }: { epochs: number; budget: number; parallelism?: number; eta?: number },
  rewardOf: (candidate: number, epochs: number) => number | null,
): Played {
  const controller = makeController(plan(kind, eta), space, epochs);
  let state = controller.start(1);
  const played: Played = { jobs: [], proposals: [] };
  const numbers = new Map<string, number>();
  let results: Result[] = [];
  for (;;) {
    const outcome = controller.step(state, results, { parallelism, budget });
    state = outcome.state;
    for (const proposal of outcome.proposals) {
      const { notation, promotes } = proposal;
      if (promotes === null) numbers.set(notation, numbers.size + 1);
      else expect(numbers.get(notation)).toBe(promotes);
      played.jobs.push([numbers.get(notation)!, proposal.epochs!]);
      played.proposals.push(proposal);
    }
    if (state.observed === played.jobs.length) return played;
    const number = state.observed + 1;
    const [candidate, to] = played.jobs[number - 1]!;
    results = [{ number, notation: played.proposals[number - 1]!.notation, reward: rewardOf(candidate, to) }];
  }
}

/** Candidates that were trained to so many epochs, in order. */
const trainedTo = ({ jobs }: Played, epochs: number) => jobs.filter(([, to]) => to === epochs).map(([candidate]) => candidate);

describe('successive halving', () => {
  it('promotes the best third of a full rung, the best first', () => {
    // the later, the better at first; after 3 epochs it is the other way round
    const played = play('SUCCESSIVE_HALVING', { epochs: 9, budget: 9 }, (candidate, epochs) => (epochs === 1 ? candidate : -candidate));
    const fresh = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((candidate) => [candidate, 1]);
    expect(played.jobs).toEqual([...fresh, [9, 3], [8, 3], [7, 3], [7, 9]]);
  });

  it('asks for no promotion before the last result of a rung is there, whatever is in flight', () => {
    const played = play('SUCCESSIVE_HALVING', { epochs: 9, budget: 9, parallelism: 4 }, (candidate) => candidate);
    expect(played.jobs.slice(9)).toEqual([
      [9, 3],
      [8, 3],
      [7, 3],
      [9, 9],
    ]);
  });

  it('of equal rewards the earlier is promoted', () => {
    expect(
      trainedTo(
        play('SUCCESSIVE_HALVING', { epochs: 9, budget: 9 }, () => 1),
        3,
      ),
    ).toEqual([1, 2, 3]);
  });

  it('halves what a larger budget adds by itself', () => {
    const controller = makeController(plan('SUCCESSIVE_HALVING'), space, 3);
    let state = controller.start(1);
    const asked: (number | undefined)[] = [];
    let results: Result[] = [];
    const notations: string[] = [];
    for (let step = 0; step < 9; step++) {
      const budget = step < 5 ? 3 : 6;
      const outcome = controller.step(state, results, { parallelism: 1, budget });
      state = outcome.state;
      asked.push(...outcome.proposals.map(({ epochs }) => epochs));
      notations.push(...outcome.proposals.map(({ notation }) => notation));
      results = state.observed < notations.length ? [{ number: state.observed + 1, notation: notations[state.observed]!, reward: 1 }] : [];
    }
    // three, one promoted; then three more, one promoted
    expect(asked).toEqual([1, 1, 1, 3, 1, 1, 1, 3]);
  });
});

describe('hyperband', () => {
  it('has the brackets of the paper, one after the other', () => {
    const played = play('HYPERBAND', { epochs: 81, budget: 143 }, (candidate) => candidate);
    const counts = [1, 3, 9, 27, 81].map((epochs) => trainedTo(played, epochs).length);
    // by hand: the table for R = 81, eta = 3, added up by epochs
    expect(counts).toEqual([81, 27 + 34, 9 + 11 + 15, 3 + 3 + 5 + 8, 1 + 1 + 1 + 2 + 5]);
    // bracket s = 3 begins with 34 networks at 3 epochs; its best 11 go on
    expect(played.proposals.filter(({ promotes, epochs }) => promotes === null && epochs === 3)).toHaveLength(34);
    const third = Array.from({ length: 11 }, (_, i) => 81 + 34 - i);
    expect(trainedTo(played, 9).filter((candidate) => candidate > 81 && candidate <= 115)).toEqual(third);
  });

  it('begins the next bracket while one waits for its results', () => {
    const { jobs } = play('HYPERBAND', { epochs: 9, budget: 17, parallelism: 4 }, (candidate) => candidate);
    // s = 2 has 9 networks: when they are out, the 5 of s = 1 begin; the promotions of s = 2 come as soon as its ninth result is there
    expect(jobs.slice(0, 16)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((candidate) => [candidate, 1]),
      ...[10, 11, 12].map((candidate) => [candidate, 3]),
      ...[9, 8, 7].map((candidate) => [candidate, 3]),
      [13, 3],
    ]);
  });
});

describe('ASHA', () => {
  it('promotes as soon as a candidate is among the best third of its rung so far: a run by hand', () => {
    const rewards: Record<string, number> = {
      ...{ '1 1': 0.1, '2 1': 0.5, '3 1': 0.3, '4 1': 0.9, '5 1': 0.2, '6 1': 0.6, '7 1': 0.4 },
      ...{ '2 3': 0.7, '4 3': 0.6, '6 3': 0.8 },
      '6 9': 0.85,
    };
    const played = play('ASHA', { epochs: 9, budget: 7 }, (candidate, epochs) => rewards[`${candidate} ${epochs}`]!);
    expect(played.jobs).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      // best of 3
      [2, 3],
      // 3 results: the best was promoted
      [4, 1],
      // 4 results, one may climb, and it is a better one
      [4, 3],
      [5, 1],
      // 5 results
      [6, 1],
      // 6 results, two may climb: 4 and 6
      [6, 3],
      // the rung above has 3 results: its best is looked at first
      [6, 9],
      [7, 1],
      // 7 results, two may climb, both have; the budget has no more networks
    ]);
  });

  it('goes on promoting when the budget has no new networks', () => {
    const played = play('ASHA', { epochs: 9, budget: 9, parallelism: 9 }, (candidate) => candidate);
    // nine in flight at once: while their results come in, the best so far climb
    expect(played.jobs.slice(0, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((candidate) => [candidate, 1]));
    expect(trainedTo(played, 3)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(trainedTo(played, 9).at(-1)).toBe(9);
  });
});

describe.each(RUNG_KINDS)('%s', (kind) => {
  const reward = (notation: string, number: number) => (number % 7 === 3 ? null : arbitraryReward(notation));
  const run = (options: Partial<Parameters<typeof search>[3]> = {}) =>
    search(plan(kind), space, reward, { seed: 3, budget: 40, parallelism: 4, ...options });
  const whole = run();

  it('draws as many different networks as its budget says', () => {
    const fresh = whole.proposals.filter(({ promotes }) => promotes === null);
    expect(new Set(fresh.map(({ notation }) => notation)).size).toBe(40);
    expect(fresh).toHaveLength(40);
  });

  it('proposes the same again from the same seed, and others from another', () => {
    expect(run()).toEqual(whole);
    expect(run({ seed: 4 }).proposals).not.toEqual(whole.proposals);
  });

  it('proposes the same whether results come one by one or several at once', () => {
    expect(run({ batch: 4 }).proposals).toEqual(whole.proposals);
  });

  it('can be stopped and resumed after any step: its state is all that it knows', () => {
    expect(run({ between: (state) => JSON.parse(JSON.stringify(state)) })).toEqual(whole);
  });

  it('never changes a state that it was given', () => {
    run({
      between: (state) => {
        const freeze = (value: unknown): void => {
          if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
          Object.freeze(value);
          for (const each of Object.values(value)) freeze(each);
        };
        freeze(state);
        return state;
      },
    });
  });

  it('never promotes what failed or gave what is no number, and nobody twice to one rung', () => {
    for (const broken of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      const played = play(kind, { epochs: 9, budget: 27, parallelism: 3 }, (candidate) => (candidate % 2 === 0 ? broken : candidate));
      const promoted = played.proposals.flatMap(({ promotes }) => (typeof promotes === 'number' ? [promotes] : []));
      expect(promoted.length).toBeGreaterThan(3);
      expect(promoted.filter((candidate) => candidate % 2 === 0)).toEqual([]);
      const asked = played.jobs.map(String);
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  it('ends without promotions when every training fails', () => {
    const played = play(kind, { epochs: 9, budget: 27, parallelism: 3 }, () => null);
    expect(played.proposals.every(({ promotes }) => promotes === null)).toBe(true);
    expect(played.proposals).toHaveLength(27);
  });

  it('climbs on with what there is when the space ends', () => {
    const { proposals, exhausted } = search(plan(kind), tiny, arbitraryReward, { seed: 1, budget: 10_000, parallelism: 3 });
    expect(exhausted).toBe(true);
    expect(proposals.filter(({ promotes }) => promotes === null)).toHaveLength(Number(tiny.count()));
    expect(proposals.some(({ epochs, promotes }) => epochs === 9 && promotes !== null)).toBe(true);
  });

  it('refuses the state of another controller, and results that are not its own, by name', () => {
    const controller = makeController(plan(kind), space, 9);
    const within = { parallelism: 2, budget: 9 };
    const start = controller.start(1);
    expect(() => controller.step({ ...start, kind: 'OTHER' }, [], within)).toThrow(`state: OTHER 1; allowed: ${kind} 1`);
    const { state, proposals } = controller.step(start, [], within);
    const wrong = { number: 1, notation: proposals[1]!.notation, reward: 1 };
    expect(() => controller.step(state, [wrong], within)).toThrow(
      `results: candidate 1 is ${wrong.notation}; allowed: ${proposals[0]!.notation}`,
    );
    expect(() => controller.step(state, [{ ...wrong, number: 2 }], within)).toThrow('allowed: candidate 1');
    expect(() => makeController(plan(kind), space)).toThrow(/^epochs: missing/);
  });

  it('knows 9,000 results in a state of some megabytes at most', () => {
    const { state } = search(plan(kind), makeSpace({ ...limits, maxLayers: 8 }, mnist), arbitraryReward, {
      seed: 1,
      budget: 7_000,
      parallelism: 8,
      batch: 8,
    });
    expect(state.observed).toBeGreaterThan(9_000);
    expect(JSON.stringify(state).length).toBeLessThan(5e6);
  });
});

it('other controllers say nothing of epochs and promotions', () => {
  const { proposals } = search(random, space, arbitraryReward, { seed: 3, budget: 40, parallelism: 4 });
  expect(proposals.every(({ epochs, promotes }) => epochs === undefined && promotes === undefined)).toBe(true);
});
