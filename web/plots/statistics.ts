/** A number, or a gap in a series. */
export type Value = number | null;

/**
 * Mean of the last `window` values that are there (fewer at the beginning), at every place that has a value; null at gaps.
 * Sums are taken anew for each window, so that rounding errors do not pile up over a long series.
 */
export function rollingMean(values: readonly Value[], window: number): Value[] {
  if (!Number.isInteger(window) || window < 1) throw new RangeError(`window: ${window}; allowed: a whole number from 1`);
  const recent: number[] = [];
  return values.map((value) => {
    if (value === null) return null;
    recent.push(value);
    if (recent.length > window) recent.shift();
    return recent.reduce((sum, next) => sum + next, 0) / recent.length;
  });
}

/** The largest value up to each place; null before the first value. */
export function bestSoFar(values: readonly Value[]): Value[] {
  let best: Value = null;
  return values.map((value) => {
    if (value !== null && (best === null || value > best)) best = value;
    return best;
  });
}

/** Window of the rolling mean for a series of this length: a twelfth of it, 5 to 100. */
export function windowFor(length: number): number {
  return Math.min(100, Math.max(5, Math.round(length / 12)));
}

/** A run of consecutive places, summarised. */
export interface Bucket {
  /** First and last place, both included. */
  from: number;
  to: number;
  /** Values that are there. */
  count: number;
  min: Value;
  mean: Value;
  max: Value;
}

/** Splits a series into at most `limit` runs of equal length (the last may be shorter); no spike is lost, for each keeps its extremes. */
export function buckets(values: readonly Value[], limit: number): Bucket[] {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`limit: ${limit}; allowed: a whole number from 1`);
  const size = Math.max(1, Math.ceil(values.length / limit));
  const result: Bucket[] = [];
  for (let from = 0; from < values.length; from += size) {
    const to = Math.min(values.length, from + size) - 1;
    result.push({ from, to, ...summary(values.slice(from, to + 1)) });
  }
  return result;
}

function summary(values: readonly Value[]): Pick<Bucket, 'count' | 'min' | 'mean' | 'max'> {
  const present = values.filter((value): value is number => value !== null);
  if (present.length === 0) return { count: 0, min: null, mean: null, max: null };
  const sum = present.reduce((total, value) => total + value, 0);
  return { count: present.length, min: Math.min(...present), mean: sum / present.length, max: Math.max(...present) };
}
