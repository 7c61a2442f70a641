import { bestAt, type Curve } from './curve.ts';

/** Median and quartiles of several searches at one place. */
export interface BandPoint {
  low: number;
  median: number;
  high: number;
}

/** The band of curves at `x`; null where one of them has no result yet, or has ended: a median over whoever is left would jump. */
export function bandAt(curves: readonly Curve[], x: number): BandPoint | null {
  const values = curves.map((curve) => bestAt(curve, x));
  if (values.length === 0 || values.includes(null)) return null;
  const sorted = (values as number[]).sort((a, b) => a - b);
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

/** Of sorted numbers, between the neighbours in proportion (definition 7 of Hyndman & Fan 1996). */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}
