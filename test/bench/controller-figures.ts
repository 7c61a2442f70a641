import { Random } from '../../schema/random.ts';
import type { Kind } from './controller-plans.ts';
import type { ControllerRun } from './controller-run.ts';
import type { StepFigure } from './controller-steps.ts';
import { quantile } from './figures.ts';
import type { TabularProblem } from './tabular.ts';

export type Quartiles = [low: number, median: number, high: number];

/** One line: medians and quartiles over seeds. Regret is the best of the table less the best found. Costs are in whole trainings. */
export interface ControllerFigure {
  bench: 'controllers';
  kind: Kind;
  table: string;
  networks: number;
  candidates: number;
  seeds: number;
  /** Null where a seed had trained no network to the end. */
  best: Quartiles | null;
  /** At a tenth, a fifth, a half and all of the budget. */
  regret: { candidates: number; quartiles: Quartiles | null }[];
  /** Median of best less RANDOM's median best, with its 95% interval; null for RANDOM, and where RANDOM did not run. */
  over_random: { value: number; low: number; high: number; test: string } | null;
  yardstick: 'RANDOM';
  /** Median regret to RANDOM's: below 1 is better. */
  ratio: number | null;
  /** Median and least share of new networks among the 50 drawn last before half of the budget. */
  distinct: number;
  distinct_least: number;
  /** Networks that were proposed, in the median; with rungs more than whole trainings. */
  proposed: number;
  /** Of them, the share that a prediction stopped. */
  stopped: number;
  /** Median of the mean time of a step. */
  ms_per_step: number;
  step_ms_at_10000: number | null;
  step_ms_p95_at_10000: number | null;
  /** From the state's text to the next one's. */
  step_json_ms_at_10000: number | null;
  state_bytes_at_10000: number | null;
}

const RESAMPLES = 2000;
export const TEST = `bootstrap over seeds, both sides drawn anew, ${RESAMPLES} resamples`;

/** @param random RANDOM's runs; null where there are none */
export function figureOf(
  kind: Kind,
  runs: readonly ControllerRun[],
  problem: Pick<TabularProblem, 'name' | 'rewards' | 'best'>,
  random: readonly ControllerRun[] | null,
  steps: StepFigure | null,
): ControllerFigure {
  const candidates = runs[0]!.best.length;
  const last = lastOf(runs);
  const theirs = kind === 'RANDOM' || !random ? null : lastOf(random);
  const middle = (values: readonly number[]) => quantile(values, 0.5);
  return {
    bench: 'controllers',
    kind,
    table: problem.name,
    networks: problem.rewards.size,
    candidates,
    seeds: runs.length,
    best: last && quartiles(last),
    regret: [0.1, 0.2, 0.5, 1].map((share) => {
      const at = Math.max(1, Math.round(share * candidates));
      return { candidates: at, quartiles: regretAt(runs, at, problem.best) };
    }),
    over_random: last && theirs && { ...difference(last, theirs), test: TEST },
    yardstick: 'RANDOM',
    ratio: last && theirs && Number(((problem.best - middle(last)) / (problem.best - middle(theirs))).toFixed(3)),
    distinct: middle(runs.map(({ distinct }) => distinct)),
    distinct_least: Math.min(...runs.map(({ distinct }) => distinct)),
    proposed: Math.round(middle(runs.map(({ networks }) => networks))),
    stopped: Number(middle(runs.map(({ stopped, networks }) => stopped / networks)).toFixed(3)),
    ms_per_step: Number(middle(runs.map(({ milliseconds }) => milliseconds)).toFixed(3)),
    step_ms_at_10000: steps?.ms ?? null,
    step_ms_p95_at_10000: steps?.ms_p95 ?? null,
    step_json_ms_at_10000: steps?.json_ms ?? null,
    state_bytes_at_10000: steps?.bytes ?? null,
  };
}

/** What each run had found in the end; null where one had nothing. */
function lastOf(runs: readonly ControllerRun[]): number[] | null {
  return known(runs.map(({ best }) => best.at(-1)!));
}

/** Regret after so many whole trainings, from 1; null where a seed had found nothing yet. */
export function regretAt(runs: readonly ControllerRun[], at: number, best: number): Quartiles | null {
  const found = known(runs.map((run) => run.best[at - 1]!));
  return found && quartiles(found.map((value) => best - value));
}

/** Best reward after so many whole trainings. */
export function bestAt(runs: readonly ControllerRun[], at: number): Quartiles | null {
  const found = known(runs.map((run) => run.best[at - 1]!));
  return found && quartiles(found);
}

const known = (values: readonly (number | null)[]) => (values.includes(null) ? null : (values as number[]));

/** Difference of medians with its 95% interval: both sides are drawn anew with replacement (Efron 1979). */
export function difference(ours: readonly number[], theirs: readonly number[]): { value: number; low: number; high: number } {
  const random = Random.of(1, 'bootstrap');
  const anew = (values: readonly number[]) =>
    quantile(
      values.map(() => random.choose(values)),
      0.5,
    );
  const drawn = Array.from({ length: RESAMPLES }, () => anew(ours) - anew(theirs));
  const value = quantile(ours, 0.5) - quantile(theirs, 0.5);
  return { value: round(value), low: round(quantile(drawn, 0.025)), high: round(quantile(drawn, 0.975)) };
}

const quartiles = (values: readonly number[]): Quartiles => [0.25, 0.5, 0.75].map((share) => round(quantile(values, share))) as Quartiles;
const round = (value: number) => Number(value.toFixed(5));
