import { Random } from '../random.ts';
import { prepare } from './correlation.ts';

/** A coefficient with its 95% interval; null where it is not defined. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Agreement {
  tau: Estimate;
  rho: Estimate;
}

export const RESAMPLES = 1_000;
/** With fewer there is no interval worth the name. */
export const LEAST_PAIRS = 4;

/**
 * Kendall's tau-b and Spearman's rho with 95% intervals by the percentile bootstrap (Efron 1979): the pairs are drawn anew with
 * replacement, and the middle 95% of the coefficients of such draws are the interval. Draws without an order (all alike) are left out.
 * The same seed gives the same interval. Yields after each draw, so that a caller may do something else in between; its result is returned.
 */
export function* bootstrap(
  x: readonly number[],
  y: readonly number[],
  seed: number,
  resamples = RESAMPLES,
): Generator<undefined, Agreement> {
  const prepared = prepare(x, y);
  const n = x.length;
  const random = Random.of(seed, 'bootstrap');
  const weights = new Uint32Array(n).fill(1);
  const value = { tau: prepared.tau(weights), rho: prepared.rho(weights) };
  const taus: number[] = [];
  const rhos: number[] = [];
  for (let draw = 0; draw < resamples && n >= LEAST_PAIRS; draw++) {
    weights.fill(0);
    for (let i = 0; i < n; i++) weights[random.integer(n)]!++;
    const tau = prepared.tau(weights);
    const rho = prepared.rho(weights);
    if (tau !== null) taus.push(tau);
    if (rho !== null) rhos.push(rho);
    yield;
  }
  return { tau: { value: value.tau, ...middle(taus) }, rho: { value: value.rho, ...middle(rhos) } };
}

/** The whole of it at once. */
export function agreementOf(x: readonly number[], y: readonly number[], seed: number, resamples = RESAMPLES): Agreement {
  const steps = bootstrap(x, y, seed, resamples);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Percentiles 2.5 and 97.5, between neighbours in a straight line. */
function middle(values: number[]): { low: number | null; high: number | null } {
  if (values.length === 0) return { low: null, high: null };
  values.sort((a, b) => a - b);
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/** Of sorted values (type 7 of Hyndman & Fan 1996, as numpy and R do). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const before = Math.floor(place);
  const low = sorted[before]!;
  return low + (place - before) * ((sorted[before + 1] ?? low) - low);
}
