/** How well a number ranks the picked before the others. */
export interface Agreement {
  /** Pairs of a picked and another. */
  pairs: number;
  /** Area under the ROC curve; null without pairs. */
  concordance: number | null;
  low: number | null;
  high: number | null;
}

/**
 * Share of pairs (picked, other) in which the picked one has the higher value, ties counting half: the Mann-Whitney statistic over the
 * number of pairs, which is the area under the ROC curve. O(n log n).
 */
export function concordance(picked: readonly number[], others: readonly number[]): number | null {
  const pairs = picked.length * others.length;
  if (pairs === 0) return null;
  const all = [...picked.map((value) => ({ value, isPicked: true })), ...others.map((value) => ({ value, isPicked: false }))];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    let ties = 0;
    for (; end < all.length && all[end]!.value === all[start]!.value; end++) if (all[end]!.isPicked) ties++;
    // ranks from 1: start + 1 .. end, equal values share their mean
    ranks += (ties * (start + 1 + end)) / 2;
    start = end;
  }
  return (ranks - (picked.length * (picked.length + 1)) / 2) / pairs;
}

/** Of the standard normal distribution: 95% lie within. */
const Z = 1.959963984540054;

/**
 * Concordance with its 95% interval by Hanley & McNeil (Radiology 143, 1982): with Q1 = A / (2 - A) and Q2 = 2 A^2 / (1 + A),
 *
 *     variance = (A (1 - A) + (m - 1) (Q1 - A^2) + (n - 1) (Q2 - A^2)) / (m n)
 *
 * Their variance is 0 where A is 0 or 1, however few the pairs: there it is taken half a pair inside.
 */
export function agreement(picked: readonly number[], others: readonly number[]): Agreement {
  const m = picked.length;
  const n = others.length;
  const pairs = m * n;
  const area = concordance(picked, others);
  if (area === null) return { pairs, concordance: null, low: null, high: null };
  const a = Math.min(Math.max(area, 0.5 / pairs), 1 - 0.5 / pairs);
  const q1 = a / (2 - a);
  const q2 = (2 * a * a) / (1 + a);
  const variance = (a * (1 - a) + (m - 1) * (q1 - a * a) + (n - 1) * (q2 - a * a)) / pairs;
  const half = Z * Math.sqrt(Math.max(0, variance));
  return { pairs, concordance: area, low: Math.max(0, area - half), high: Math.min(1, area + half) };
}
