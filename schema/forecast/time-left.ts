import { Random } from '../random.ts';
import { type CostModel, secondsOf } from './cost.ts';
import { type Job, makespan } from './schedule.ts';
import type { Work } from './work.ts';

/** Where a search stands, and who works on it. */
export interface Standing {
  /** Workers that may take its trials, at least one: what a trial costs on each. */
  workers: readonly CostModel[];
  parallelism: number;
  running: readonly Running[];
  /** Proposed, and waiting. */
  queued: readonly Known[];
  /** Numbers of candidates that are not proposed yet, `next` to `last`; none when last < next. */
  next: number;
  last: number;
  /** Work of a network that the controller might propose as this number. */
  draw: (number: number, random: Random) => Work;
  /** Seconds between two trials of a worker. */
  lag: number;
  /** The workers' share that this search gets: 0 to 1. */
  share: number;
  /** Seconds of a round that proposes a candidate, and what is left of the next one, which may be under way; missing: candidates are proposed in no time. */
  rounds?: { each: number; next: number };
}

export interface Known {
  number: number;
  work: Work;
}

export interface Running extends Known {
  /** Position in `workers`. */
  worker: number;
  /** Seconds since it began. */
  elapsed: number;
  /** Share of its training that was done, 0 to 1, when it had run for `after` seconds; null when nothing was heard. */
  progress: { done: number; after: number } | null;
}

/** A predicted time in seconds: the median, and the interval that holds it with 80%. */
export interface TimeRange {
  seconds: number;
  low: number;
  high: number;
}

/** Futures that are drawn, at most; long searches need fewer, for their sums vary less. */
const FUTURES = 200;
/** Trials of all futures together, and of one; what lies beyond goes on in proportion. */
const MOST_TRIALS = 20_000;
const MOST_AHEAD = 1_000;
/** A machine's speed changes while a search runs: standard deviation of its logarithm, beyond what the trials tell. */
const DRIFT = 0.1;
/** A trial that has already run for longer than was predicted takes at least this share of the prediction more. */
const OVERDUE = 0.1;

/**
 * Predicted seconds until a search has trained all its candidates. Draws futures: networks that are not known yet by `draw`, trials by the
 * workers' models with their spread, one speed for all of them; and plays each through with `makespan`. The same standing and seed give the
 * same answer.
 */
export function timeLeft(standing: Standing, seed: number): TimeRange {
  const { workers, queued, running, next, last, share } = standing;
  const unknown = Math.max(0, last - next + 1);
  const ahead = Math.min(unknown, MOST_AHEAD);
  const known = [...running, ...queued].sort((a, b) => a.number - b.number);
  const jobs = known.length + ahead;
  if (jobs === 0) return { seconds: 0, low: 0, high: 0 };
  const random = Random.of(seed, 'time left');
  const futures = Math.max(20, Math.min(FUTURES, Math.floor(MOST_TRIALS / jobs)));
  const doubt = Math.hypot(DRIFT, ...workers.map(({ spread, trials }) => spread / Math.sqrt(Math.max(1, trials) * workers.length)));
  const ends = Array.from({ length: futures }, () => {
    const speed = logNormal(doubt, random);
    const futureJobs = [...known.map((job) => jobOf(job, standing, speed, random)), ...drawn(ahead, standing, speed, random)];
    const seconds = makespan(futureJobs, workers.length, standing.parallelism, standing.lag);
    return (seconds * (known.length + unknown)) / jobs / share;
  });
  ends.sort((a, b) => a - b);
  const at = (quantile: number) => ends[Math.round(quantile * (ends.length - 1))]!;
  return { seconds: at(0.5), low: at(0.1), high: at(0.9) };
}

function* drawn(count: number, standing: Standing, speed: number, random: Random): Generator<Job> {
  const { rounds } = standing;
  // rounds were measured on what they are played on: the model's doubt about trials is none about them
  const pace = rounds ? logNormal(DRIFT, random) : 1;
  for (let i = 0; i < count; i++) {
    const number = standing.next + i;
    const job = jobOf({ number, work: standing.draw(number, random) }, standing, speed, random);
    yield rounds ? { ...job, round: pace * (i === 0 ? rounds.next : rounds.each) } : job;
  }
}

function jobOf(known: Known | Running, { workers }: Standing, speed: number, random: Random): Job {
  const { number, work } = known;
  const luck = random.normal();
  const seconds = workers.map((model) => secondsOf(model, work) * speed * logNormalAt(model.spread, luck));
  if (!('worker' in known)) return { number, on: null, seconds };
  seconds[known.worker] = remaining(known, seconds[known.worker]!);
  return { number, on: known.worker, seconds };
}

/** What is left of a running trial: the model's word and its own speed so far, in proportion to how far it has come. */
export function remaining({ elapsed, progress }: Pick<Running, 'elapsed' | 'progress'>, predicted: number): number {
  const least = OVERDUE * predicted;
  if (!progress || progress.done <= 0) return Math.max(predicted - elapsed, least);
  const { done, after } = progress;
  const whole = done * (after / done) + (1 - done) * predicted;
  return Math.max((1 - done) * whole - (elapsed - after), (1 - done) * least);
}

/** Log-normal of mean 1. */
const logNormal = (deviation: number, random: Random) => logNormalAt(deviation, random.normal());
const logNormalAt = (deviation: number, normal: number) => Math.exp(deviation * normal - deviation ** 2 / 2);
