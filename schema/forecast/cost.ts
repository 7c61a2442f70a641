import { PARTS, type Part, type Work } from './work.ts';

/** Seconds of a trial: the sum over the parts of work x rate. */
export interface CostModel {
  /** Seconds for one of each part. */
  rates: Readonly<Record<Part, number>>;
  /** How far single trials are from it: standard deviation of log(seconds / predicted). */
  spread: number;
  /** Trials that it was fitted on. */
  trials: number;
}

/** A trial that ended. */
export interface Timed {
  work: Work;
  seconds: number;
}

/** Rates of a device with so many GFLOP/s in a large matrix product, on which nothing was trained yet: orders of magnitude. */
export function usualCost(gflops: number): CostModel {
  const flop = 1 / (0.6 * gflops * 1e9);
  return { rates: { trials: 0.5, epochs: 0.3, updates: 0.001, flops: flop, outputs: 60 * flop }, spread: 0.7, trials: 0 };
}

export function secondsOf({ rates }: Pick<CostModel, 'rates'>, work: Work): number {
  return PARTS.reduce((sum, part) => sum + rates[part] * work[part], 0);
}

/** Spread of trials around a fitted model before there is evidence, and how many trials that belief is worth. */
const USUAL_SPREAD = 0.2;
const SPREAD_WEIGHT = 3;
/** Standard deviation of a rate around its prior, as a share of it, once the speed of the whole is known. */
const RATE_DEVIATION = 2;
/** No rate falls below this share of its prior. */
const LEAST = 0.01;
/** Trials that are further off than so many spreads count less (Huber's weights). */
const FAR = 1.5;
/** In the sum, a trial that took so many times what is predicted counts no more. */
const HUNG = 3;
const ROUNDS = 12;
const SWEEPS = 60;

/**
 * The model of some trials, which all ran on devices of one kind. With a prior mean r of the rates, scaled by the median of
 * seconds / predicted, it minimises over rates q >= r / 100
 *
 *     sum_i h_i ((t_i - q w_i) / (s p_i))^2 + sum_j ((q_j - r_j) / (2 r_j))^2
 *
 * where p_i is the prediction of the round before, s the spread and h_i Huber's weight: errors count in proportion, and a trial that
 * something disturbed counts little. Last, the whole is scaled to
 * the sum of the trials, for a sum is what is asked for.
 */
export function fitCost(trials: readonly Timed[], prior: CostModel): CostModel {
  const timed = trials.filter(({ seconds }) => seconds > 0);
  if (timed.length === 0) return prior;
  const logs = timed.map(({ work, seconds }) => Math.log(seconds / secondsOf(prior, work)));
  // a prior that was fitted knows the speed, too, and yields to the third trial at most
  const speed = scaled(prior.rates, Math.exp(median(logs) * (timed.length / (timed.length + (prior.trials > 0 ? 0.5 : 0)))));
  let rates = speed;
  let spread = USUAL_SPREAD;
  for (let round = 0; round < ROUNDS; round++) {
    const errors = timed.map(({ work, seconds }) => seconds / secondsOf({ rates }, work) - 1);
    spread = Math.sqrt((sum(errors.map((e) => Math.min(1, e * e))) + SPREAD_WEIGHT * USUAL_SPREAD ** 2) / (timed.length + SPREAD_WEIGHT));
    const weights = errors.map((e) => Math.min(1, (FAR * spread) / Math.max(1e-9, Math.abs(e))));
    rates = ridge(timed, rates, weights, spread, speed);
  }
  const predicted = timed.map(({ work }) => secondsOf({ rates }, work));
  const whole = sum(timed.map(({ seconds }, i) => Math.min(seconds, HUNG * predicted[i]!))) / sum(predicted);
  return { rates: scaled(rates, whole ** (timed.length / (timed.length + 2))), spread, trials: timed.length };
}

/** Minimises the square above by coordinate descent: five rates, and the bound is only a maximum. */
function ridge(
  timed: readonly Timed[],
  before: CostModel['rates'],
  weights: readonly number[],
  spread: number,
  prior: CostModel['rates'],
): CostModel['rates'] {
  // in units of the prior: q_j = r_j x_j
  const rows = timed.map(({ work, seconds }, i) => {
    const scale = Math.sqrt(weights[i]!) / (spread * secondsOf({ rates: before }, work));
    return { features: PARTS.map((part) => scale * prior[part] * work[part]), target: scale * seconds };
  });
  const x = PARTS.map((part) => before[part] / prior[part]);
  const pull = 1 / RATE_DEVIATION ** 2;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let j = 0; j < x.length; j++) {
      let top = pull;
      let bottom = pull;
      for (const { features, target } of rows) {
        const f = features[j]!;
        let rest = target;
        for (let k = 0; k < x.length; k++) if (k !== j) rest -= features[k]! * x[k]!;
        top += f * rest;
        bottom += f * f;
      }
      x[j] = Math.max(LEAST, top / bottom);
    }
  }
  return Object.fromEntries(PARTS.map((part, j) => [part, prior[part] * x[j]!])) as Record<Part, number>;
}

function scaled(rates: CostModel['rates'], factor: number): CostModel['rates'] {
  return Object.fromEntries(PARTS.map((part) => [part, rates[part] * factor])) as Record<Part, number>;
}

const sum = (list: readonly number[]) => list.reduce((total, x) => total + x, 0);

export function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
