import type { Walk } from './walk.ts';

/**
 * How much chance there was in a proposal, in nats. `entropy`: of the distribution that its network was drawn from, summed over the decisions of
 * its walk, each given those before it; in the mean over walks that is the entropy of the distribution over walks (chain rule). `uniform`: the same of the
 * policy that takes every allowed action with equal probability, along the same walk. 0 <= entropy <= uniform.
 *
 * It is that of the controller's own distribution: networks that are refused because they are known already, and a random one that takes the place of
 * such, do not change it.
 */
export interface Chance {
  entropy: number;
  uniform: number;
}

/** Of the uniform policy along a walk. */
export function uniformEntropy({ steps }: Pick<Walk, 'steps'>): number {
  return steps.reduce((sum, { actions }) => sum + Math.log(actions), 0);
}

/** `entropy` as it was summed up along a walk; rounding and estimates from above never pass that of the uniform policy. */
export function chanceOf(walk: Pick<Walk, 'steps'>, entropy: number): Chance {
  const uniform = uniformEntropy(walk);
  return { entropy: Math.min(Math.max(0, entropy), uniform), uniform };
}

/** Of epsilon-greedy at one state: with probability epsilon any of the actions, else one of the `best` equally good ones. */
export function epsilonGreedyEntropy(actions: number, best: number, epsilon: number): number {
  const other = epsilon / actions;
  const good = other + (1 - epsilon) / best;
  return best * surprise(good) + (actions - best) * surprise(other);
}

/** Of the winner of a tournament: the best of `size` that are drawn without replacement from `living`, none of which are equal. */
export function tournamentEntropy(living: number, size: number): number {
  if (size >= living) return 0;
  // the best wins with size / living; each following one with what its absence leaves
  let entropy = 0;
  let left = 1;
  for (let rank = 0; rank <= living - size; rank++) {
    const wins = left * (size / (living - rank));
    entropy += surprise(wins);
    left -= wins;
  }
  return entropy;
}

/** -p ln p, 0 at 0. */
export function surprise(p: number): number {
  return p > 0 ? -p * Math.log(p) : 0;
}
