import { checkPairs, top } from './ranks.ts';

/** How many of the first k of one order are among the first k of another. */
export interface Overlap {
  k: number;
  shared: number;
  /** Expected for unrelated orders: k^2 / n. */
  chance: number;
}

/** Sizes that people ask for, below n. */
const SIZES = [1, 3, 5, 10, 20, 50, 100] as const;

/** Sizes of tops worth looking at among n: of all n the overlap is always whole. */
export const overlapSizes = (n: number): number[] => SIZES.filter((k) => k < n);

/**
 * Of equals at the edge those count that come first in the lists.
 * @throws RangeError for lists of different lengths, values that are not finite, or a k that is not a whole number from 1 to n
 */
export function topOverlap(x: readonly number[], y: readonly number[], k: number): Overlap {
  checkPairs(x, y);
  if (k > x.length) throw new RangeError(`k: ${k}; allowed: a whole number from 1 to ${x.length}`);
  const first = new Set(top(x, k));
  return { k, shared: top(y, k).filter((i) => first.has(i)).length, chance: (k * k) / x.length };
}
