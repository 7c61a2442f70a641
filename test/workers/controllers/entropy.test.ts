import { expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import type { ChainLimits } from '../../../schema/spaces/limits.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { chanceOf, epsilonGreedyEntropy, tournamentEntropy } from '../../../workers/controllers/entropy.ts';
import { arbitraryReward, metaqnnSchedule, mnist, original, search } from './setup.ts';

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

/** By counting: -sum p ln p of what came up. */
function counted(outcomes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / outcomes.length) * Math.log(count / outcomes.length), 0);
}

it('knows the entropy of epsilon-greedy at a state', () => {
  expect(epsilonGreedyEntropy(4, 1, 1)).toBeCloseTo(Math.log(4), 12);
  expect(epsilonGreedyEntropy(4, 1, 0)).toBe(0);
  expect(epsilonGreedyEntropy(4, 2, 0)).toBeCloseTo(Math.log(2), 12);
  // 0.2 / 4 for each of three, the rest for the best
  expect(epsilonGreedyEntropy(4, 1, 0.2)).toBeCloseTo(-3 * 0.05 * Math.log(0.05) - 0.85 * Math.log(0.85), 12);
});

it('knows the entropy of the winner of a tournament, as counted over many', () => {
  const random = Random.of(3, 'tournaments');
  const ranks = Array.from({ length: 8 }, (_, rank) => rank);
  const winners = Array.from({ length: 100_000 }, () => Math.min(...random.shuffle([...ranks]).slice(0, 3)));
  expect(tournamentEntropy(8, 3)).toBeCloseTo(counted(winners), 2);
  expect(tournamentEntropy(8, 8)).toBe(0);
  expect(tournamentEntropy(8, 1)).toBeCloseTo(Math.log(8), 12);
});

it('stays between 0 and the uniform policy', () => {
  const walk = { steps: [2, 3].map((actions) => ({ key: '', actions, choice: 0 })) };
  expect(chanceOf(walk, 9)).toEqual({ entropy: Math.log(2) + Math.log(3), uniform: Math.log(2) + Math.log(3) });
  expect(chanceOf(walk, -1e-12).entropy).toBe(0);
});

it.each(['RANDOM', 'ASHA'] as const)('%s draws new networks by pure chance', (kind) => {
  const { proposals } = search({ ...original, kind }, space, arbitraryReward, { seed: 1, budget: 30 });
  for (const { promotes, entropy, uniformEntropy } of proposals) {
    if (promotes == null) expect(entropy).toBe(uniformEntropy);
    else expect(entropy).toBeNull();
  }
});

it.each(['Q_LEARNING', 'FITTED_Q', 'DQN'] as const)(
  '%s has the entropy of pure chance at epsilon 1, and less of it as epsilon falls',
  (kind) => {
    const { proposals } = search({ ...original, kind, epsilon: metaqnnSchedule }, space, arbitraryReward, {
      seed: 2,
      budget: 90,
      parallelism: 2,
    });
    const share = (of: typeof proposals) =>
      of.reduce((sum, { entropy, uniformEntropy }) => sum + entropy! / uniformEntropy!, 0) / of.length;
    const at = (epsilon: number) => proposals.filter((each) => each.epsilon === epsilon);
    expect(share(at(1))).toBeCloseTo(1, 9);
    expect(share(at(0.5))).toBeLessThan(0.95);
    expect(share(at(0.1))).toBeLessThan(share(at(0.5)));
    expect(share(at(0.1))).toBeGreaterThan(0);
  },
);

it.each(['REINFORCE', 'NAS', 'PPO', 'EVOLUTION', 'LOCAL_SEARCH', 'TPE'] as const)(
  '%s says the chance of every proposal, and every repeat belongs to one',
  (kind) => {
    const { proposals, reused } = search({ ...original, kind }, space, arbitraryReward, { seed: 4, budget: 80, parallelism: 3 });
    for (const { entropy, uniformEntropy } of proposals) {
      expect(entropy).toBeGreaterThanOrEqual(0);
      expect(entropy).toBeLessThanOrEqual(uniformEntropy!);
      expect(uniformEntropy).toBeGreaterThan(0);
    }
    expect(proposals.reduce((sum, { repeats = 0 }) => sum + repeats, 0)).toBe(reused.length);
  },
);

it('a list is not drawn', () => {
  const networks = ['SM(10)', 'C(8,3,1), SM(10)'];
  const { proposals } = search({ ...original, kind: 'LIST', networks }, space, arbitraryReward, { seed: 1, budget: 2 });
  expect(proposals.map(({ entropy }) => entropy ?? null)).toEqual([null, null]);
});
