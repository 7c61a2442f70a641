/**
 * Parzen estimator over sequences of decisions, multivariate (Bergstra et al. 2011; Falkner et al. 2018): a mixture with one kernel an
 * observed walk and one that is uniform. At each step a kernel gives the observed decision 1 + w and every other one w, where
 * w = prior / kernels, divided by their sum over what is allowed there; a walk that ended before is uniform beyond its end.
 */
export interface Parzen {
  /** Weight of each kernel, the uniform one last; they sum to 1. */
  weights: Float64Array;
  /** w above. */
  smoothing: number;
  /** A number from 0 for every decision that was observed. */
  codes: ReadonlyMap<string, number>;
  /** By step, then by kernel: what the observed walk took there; NONE beyond its end, and for the uniform kernel. */
  observed: readonly Int32Array[];
}

export const NONE = -1;

/** Observations that count in full, whatever their age. */
const RECENT = 25;

/** Weight of the uniform kernel, as that of one observation. */
const PRIOR = 1;

/** @param observed decisions of walks, as tokens; oldest first */
export function parzen(observed: readonly (readonly string[])[]): Parzen {
  const weights = Float64Array.of(...ages(observed.length), PRIOR);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const codes = new Map<string, number>();
  const steps: Int32Array[] = [];
  for (let kernel = 0; kernel < observed.length; kernel++) {
    const tokens = observed[kernel]!;
    for (let step = 0; step < tokens.length; step++) {
      let code = codes.get(tokens[step]!);
      if (code === undefined) {
        code = codes.size;
        codes.set(tokens[step]!, code);
      }
      const taken = steps[step] ?? new Int32Array(observed.length + 1).fill(NONE);
      taken[kernel] = code;
      steps[step] = taken;
    }
  }
  return { weights: weights.map((weight) => weight / total), smoothing: PRIOR / (observed.length + 1), codes, observed: steps };
}

/** Bergstra et al. 2013: the latest 25 count 1; those before rise linearly from 1 / n to 1. */
function ages(count: number): number[] {
  const old = Math.max(0, count - RECENT);
  return Array.from({ length: count }, (_, i) => (i >= old ? 1 : old === 1 ? 1 / count : 1 / count + (i * (1 - 1 / count)) / (old - 1)));
}

/** What the kernels give to decisions at one step. */
export interface StepProbabilities {
  /** Of a decision that a kernel did not observe, by what it observed: entry code + 1, entry 0 for NONE. */
  other: Float64Array;
  /** Of the decision that it did observe. */
  same: number;
}

export function stepProbabilities({ smoothing, codes }: Parzen, allowed: ReadonlySet<string>): StepProbabilities {
  // a kernel whose decision is not allowed here is uniform
  const other = new Float64Array(codes.size + 1).fill(1 / allowed.size);
  const sum = 1 + smoothing * allowed.size;
  for (const token of allowed) {
    const code = codes.get(token);
    if (code !== undefined) other[code + 1] = smoothing / sum;
  }
  return { other, same: (smoothing + 1) / sum };
}

/** Multiplies the weight of each kernel with its probability of a decision, which is allowed at that step, in place. */
export function narrow({ observed, codes }: Parzen, weights: Float64Array, step: number, token: string, found: StepProbabilities): void {
  const { other, same } = found;
  const seen = observed[step];
  const code = codes.get(token) ?? NONE;
  const before = other[code + 1]!;
  // for the kernels that observed this very decision, as long as it is looked at
  if (code !== NONE) other[code + 1] = same;
  for (let k = 0; k < weights.length; k++) weights[k] = weights[k]! * other[seen ? seen[k]! + 1 : 0]!;
  other[code + 1] = before;
}

/** Probabilities of decisions that are allowed at that step, under kernels of these weights together. */
export function mixtures(
  { observed, codes }: Parzen,
  weights: Float64Array,
  step: number,
  tokens: readonly string[],
  found: StepProbabilities,
): number[] {
  const { other, same } = found;
  const seen = observed[step];
  /** Weight of the kernels by what they observed: entry code + 1. */
  const masses = new Float64Array(other.length);
  for (let k = 0; k < weights.length; k++) {
    const entry = seen ? seen[k]! + 1 : 0;
    masses[entry] = masses[entry]! + weights[k]!;
  }
  let unseen = 0;
  for (let entry = 0; entry < masses.length; entry++) unseen += masses[entry]! * other[entry]!;
  return tokens.map((token) => {
    const code = codes.get(token);
    return code === undefined ? unseen : unseen + masses[code + 1]! * (same - other[code + 1]!);
  });
}
