/** Best reward so far as a step function: a result holds from what had been spent when it was there. */
export interface Curve {
  /** Improvements in order: `x` grows or stays, `reward` grows. */
  steps: readonly { x: number; reward: number }[];
  /** What has been spent in all; nothing is known beyond. */
  end: number;
}

/** The best reward after spending x; null before the first result, and beyond the end. */
export function bestAt({ steps, end }: Curve, x: number): number | null {
  if (x > end) return null;
  let best: number | null = null;
  for (const step of steps) {
    if (step.x > x) break;
    best = step.reward;
  }
  return best;
}

/**
 * Area under the best reward from 0 to `until`, divided by `until`: the mean best reward while so much was spent, 0 before the first result. What finds
 * good networks early has more of it. null beyond the end, where it would have to be guessed, and for an `until` of 0.
 */
export function meanBest({ steps, end }: Curve, until: number): number | null {
  if (!(until > 0) || until > end) return null;
  let area = 0;
  steps.forEach(({ x, reward }, i) => {
    const next = Math.min(until, steps[i + 1]?.x ?? until);
    area += reward * Math.max(0, next - x);
  });
  return area / until;
}

/** What had been spent when the best reward first reached the target; null when it never did. */
export function reached({ steps }: Curve, target: number): number | null {
  return steps.find(({ reward }) => reward >= target)?.x ?? null;
}

/** The highest reward that all curves reach; null while one has none. */
export function commonTarget(curves: readonly Curve[]): number | null {
  const bests = curves.map(({ steps }) => steps.at(-1)?.reward);
  return bests.length > 0 && bests.every((best) => best !== undefined) ? Math.min(...(bests as number[])) : null;
}

/** How far all curves go. */
export const commonEnd = (curves: readonly Curve[]): number => (curves.length === 0 ? 0 : Math.min(...curves.map(({ end }) => end)));

/** All places at which one of the curves changes, or ends, in order and once. */
export function places(curves: readonly Curve[]): number[] {
  const all = new Set(curves.flatMap(({ steps, end }) => [...steps.map(({ x }) => x), end]));
  return [...all].sort((a, b) => a - b);
}
