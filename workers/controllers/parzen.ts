/**
 * Parzen estimator over sequences of decisions, multivariate (Bergstra et al. 2011; Falkner et al. 2018): a mixture with one kernel an
 * observed walk and one that is uniform. At each step a kernel gives the observed decision 1 + w and every other one w, where
 * w = prior / kernels, divided by their sum over what is allowed there; a walk that ended before is uniform beyond its end.
 */
export interface Parzen {
  /** Weight of each kernel, the uniform one last; they sum to 1. */
  weights: number[];
  /** Decisions of the observed walks, as tokens. */
  observed: readonly (readonly string[])[];
  /** w above. */
  smoothing: number;
}

/** Observations that count in full, whatever their age. */
const RECENT = 25;

/** Weight of the uniform kernel, as that of one observation. */
const PRIOR = 1;

/** @param observed walks, oldest first */
export function parzen(observed: readonly (readonly string[])[]): Parzen {
  const raw = [...ages(observed.length), PRIOR];
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return { weights: raw.map((weight) => weight / total), observed, smoothing: PRIOR / (observed.length + 1) };
}

/** Bergstra et al. 2013: the latest 25 count 1; those before rise linearly from 1 / n to 1. */
function ages(count: number): number[] {
  const old = Math.max(0, count - RECENT);
  return Array.from({ length: count }, (_, i) => (i >= old ? 1 : old === 1 ? 1 / count : 1 / count + (i * (1 - 1 / count)) / (old - 1)));
}

/** What may be chosen at one step, and what was. */
export interface Decision {
  token: string;
  allowed: ReadonlySet<string>;
}

/** Probability of a decision under one kernel. */
export function kernelProbability({ observed, smoothing }: Parzen, kernel: number, step: number, { token, allowed }: Decision): number {
  const seen = observed[kernel]?.[step];
  if (seen === undefined || !allowed.has(seen)) return 1 / allowed.size;
  return (smoothing + (token === seen ? 1 : 0)) / (1 + smoothing * allowed.size);
}

/** ln of the density of a walk. */
export function logDensity(estimator: Parzen, walk: readonly Decision[]): number {
  const density = estimator.weights.reduce((sum, weight, kernel) => {
    let product = weight;
    for (const [step, decision] of walk.entries()) product *= kernelProbability(estimator, kernel, step, decision);
    return sum + product;
  }, 0);
  return Math.log(density);
}
