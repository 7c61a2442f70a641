/** How a batch becomes an update. */
export interface Rule {
  kind: string;
  /** Passes over a batch. */
  passes: number;
  /**
   * What the gradient of ln p of each decision is multiplied with, beside the advantage.
   * @param ratios p(decision) now / when it was drawn, step by step
   */
  weights(ratios: readonly number[], advantage: number): number[];
}

/** An importance weight is cut here: a walk that has become much more probable would drown its batch. */
const MOST_WEIGHT = 5;

/** Eq. 2.3 and 2.5: the weight of a walk is the ratio of its probabilities, now and when it was drawn. */
export const reinforceRule: Rule = {
  kind: 'REINFORCE',
  passes: 1,
  weights(ratios) {
    const ratio = Math.min(
      MOST_WEIGHT,
      ratios.reduce((product, each) => product * each, 1),
    );
    return ratios.map(() => ratio);
  },
};

/** Clipped surrogate (Schulman et al. 2017, eq. 7): a decision that has moved far enough in its direction gets no more gradient. */
export function ppoRule(clip: number, passes: number): Rule {
  return {
    kind: 'PPO',
    passes,
    weights: (ratios, advantage) => ratios.map((ratio) => ((advantage > 0 ? ratio > 1 + clip : ratio < 1 - clip) ? 0 : ratio)),
  };
}
