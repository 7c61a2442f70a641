/** Whether a controller still explores, from what is known of its candidates. */

/** Networks drawn that are looked back on. */
export const WINDOW = 50;
/** Candidates whose entropies make a mean, and after which the share of new networks is compared. */
const RUN = 10;
const FEWEST_NEW = 0.5;
const LEAST_ENTROPY = 0.1;

export interface Collapse {
  sign: 'REPEATS' | 'ENTROPY';
  /** First candidate that showed it. */
  number: number;
  /** Share of new networks among the last 50 drawn, or entropy of the last ten candidates by that of the first ten. */
  value: number;
}

/** A candidate's place in the history of its controller's draws. */
export interface Draws {
  /** Known networks that came up since the candidate before. */
  repeats: number;
}

/**
 * Share of new networks among the last 50 that were drawn, up to the last of `draws`; of all where there were fewer.
 * @param draws of the last candidates in order, at least one and as many as there are or 50
 */
export function shareOfNew(draws: readonly Draws[]): number {
  let seen = 0;
  let fresh = 0;
  for (let i = draws.length - 1; i >= 0 && seen < WINDOW; i--) {
    fresh++;
    seen += 1 + draws[i]!.repeats;
  }
  return fresh / Math.min(seen, WINDOW);
}

export interface Explored {
  number: number;
  /** Share of new networks among the last 50 drawn. */
  distinct: number | null;
  /** As a share of the uniform policy's. */
  entropyShare: number | null;
}

/**
 * The sign of a collapse that the newest candidate shows, if any, before half of the budget: fewer than half of the last 50 networks drawn are new,
 * and fewer than ten candidates before; or the mean entropy of the last ten candidates is below a tenth of that of the first ten. No sign before 50
 * candidates, for want of a history, and none once half of a space's networks are known: then repeats are no fault of the controller.
 *
 * @param first the first ten candidates
 * @param last the last eleven, in order of numbers
 */
export function collapseOf(
  first: readonly Explored[],
  last: readonly Explored[],
  budget: number,
  networks: bigint | null,
): Collapse | null {
  const newest = last.at(-1);
  if (!newest || newest.number < WINDOW || newest.number > budget / 2) return null;
  if (networks !== null && BigInt(2 * newest.number) > networks) return null;
  const before = last.at(-1 - RUN)?.distinct ?? null;
  const { number, distinct } = newest;
  if (distinct !== null && distinct < FEWEST_NEW && before !== null && distinct < before)
    return { sign: 'REPEATS', number, value: distinct };
  const [begun, now] = [meanEntropy(first.slice(0, RUN)), meanEntropy(last.slice(-RUN))];
  if (begun !== null && now !== null && begun > 0 && now < LEAST_ENTROPY * begun) return { sign: 'ENTROPY', number, value: now / begun };
  return null;
}

/** Whether a search whose controller settled explores again: neither sign's limit is passed. */
export function hasRecovered(first: readonly Explored[], last: readonly Explored[]): boolean {
  const distinct = last.at(-1)?.distinct ?? 1;
  const [begun, now] = [meanEntropy(first.slice(0, RUN)), meanEntropy(last.slice(-RUN))];
  return distinct >= FEWEST_NEW && !(begun !== null && now !== null && now < LEAST_ENTROPY * begun);
}

/** null where one of them has none. */
function meanEntropy(candidates: readonly Explored[]): number | null {
  let sum = 0;
  for (const { entropyShare } of candidates) {
    if (entropyShare === null) return null;
    sum += entropyShare;
  }
  return candidates.length < RUN ? null : sum / candidates.length;
}
