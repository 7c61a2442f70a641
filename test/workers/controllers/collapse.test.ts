import { expect, it } from 'vitest';
import { shareOfNew, WINDOW } from '../../../schema/plans/collapse.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import type { Proposal } from '../../../workers/controllers/controller.ts';
import { tabularProblem } from '../../bench/tabular.ts';
import { mnist, original, search } from './setup.ts';

const { space, rewards } = tabularProblem();
const BUDGET = 300;

/** Share of new networks among the last 50 drawn when candidate `number` was proposed. */
const distinctAt = (proposals: readonly Proposal[], number: number) =>
  shareOfNew(proposals.slice(Math.max(0, number - WINDOW), number).map(({ repeats = 0 }) => ({ repeats })));

const entropyAt = (proposals: readonly Proposal[], number: number) =>
  proposals.slice(number - 10, number).reduce((sum, { entropy, uniformEntropy }) => sum + entropy! / uniformEntropy! / 10, 0);

const nas = (seed: number, safeguards: boolean) =>
  search(
    // five times the usual learning rate: a hurry that tempts to settle
    { ...original, kind: 'NAS', policy: { ...original.policy, learningRate: 0.05, safeguards } },
    space,
    (notation) => rewards.get(notation)!,
    { seed, budget: BUDGET, parallelism: 4 },
  ).proposals;

it.each([1, 2, 3])('NAS does not settle on few networks with its safeguards, and does so without (seed %i)', (seed) => {
  const guarded = nas(seed, true);
  for (let number = WINDOW; number <= BUDGET; number += 10) expect(distinctAt(guarded, number)).toBeGreaterThan(0.6);
  expect(entropyAt(guarded, BUDGET)).toBeGreaterThan(0.3);

  const bare = nas(seed, false);
  expect(distinctAt(bare, BUDGET)).toBeLessThan(0.2);
  expect(entropyAt(bare, BUDGET)).toBeLessThan(0.05);
});

/** The shortest network is the best: a policy that has found it learns to end at once, which is a single decision with a small bonus. */
it.each(['NAS', 'REINFORCE'] as const)('%s goes on to find new networks although the best of all is known', (kind) => {
  const chain = makeSpace(spacePresets['tour-chain'], mnist);
  const run = (safeguards: boolean) =>
    search(
      { ...original, kind, policy: { ...original.policy, learningRate: 0.05, safeguards } },
      chain,
      (notation) => 1 / notation.split(',').length,
      {
        seed: 1,
        budget: BUDGET,
        parallelism: 4,
      },
    ).proposals;
  const meanDistinct = (proposals: Proposal[]) => {
    const numbers = Array.from({ length: 21 }, (_, i) => 100 + 10 * i);
    return numbers.reduce((sum, number) => sum + distinctAt(proposals, number), 0) / numbers.length;
  };
  expect(meanDistinct(run(true))).toBeGreaterThan(0.3);
  expect(meanDistinct(run(false))).toBeLessThan(0.2);
});
