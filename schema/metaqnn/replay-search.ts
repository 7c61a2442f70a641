import { defaultPlan } from '../plans/defaults.ts';
import type { Plan } from '../plans/plan.ts';
import type { ChainLimits } from '../spaces/limits.ts';
import { type SpacePreset, spacePresets } from '../spaces/presets.ts';

/** Spaces that a replay file may be read in: chains, as the public program builds them. */
export const replaySpaces = Object.entries(spacePresets).flatMap(([name, limits]) =>
  limits.kind === 'CHAIN' ? [name as SpacePreset] : [],
);

/** The public program's own space. */
export const REPLAY_SPACE: SpacePreset = 'metaqnn-mnist';

/** The dataset of an imported search, and how many networks it has in all unless told otherwise, as thesis 4.5. */
export const REPLAY_DATASET = 'MNIST';
export const REPLAY_CANDIDATES = 2700;

/** What an imported search is asked to do, as input of the API: Q-learning with the usual constants, by accuracy. */
export function replaySearch(space: SpacePreset, { candidates, seed }: { candidates: number; seed: number }) {
  const { kind: _, ...chain } = spacePresets[space] as ChainLimits;
  const { training, controller, parallelism, reward }: Plan = defaultPlan('CLASSIFICATION');
  const limits = {
    chain: { ...chain, filters: [...chain.filters], kernels: [...chain.kernels], pools: [...chain.pools], units: [...chain.units] },
  };
  // the preset brings the dataset, MNIST
  return { preset: 'tour', limits, plan: { seed, budget: { candidates }, parallelism, reward, training, controller } };
}
