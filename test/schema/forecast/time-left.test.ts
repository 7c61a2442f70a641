import { describe, expect, test } from 'vitest';
import { type CostModel, secondsOf } from '../../../schema/forecast/cost.ts';
import { type Job, makespan } from '../../../schema/forecast/schedule.ts';
import { remaining, type Standing, timeLeft } from '../../../schema/forecast/time-left.ts';
import type { Work } from '../../../schema/forecast/work.ts';
import { Random } from '../../../schema/random.ts';

/** The same, event by event: an independent oracle. Time goes on in small steps; whoever is free takes the first job that may begin. */
function played(jobs: readonly Job[], workers: number, parallelism: number, tick: number): number {
  const left = new Map(
    jobs.map((job) => [job.number, job.on === null ? Number.POSITIVE_INFINITY : Math.round(job.seconds[job.on]! / tick)]),
  );
  const on = new Map(jobs.filter((job) => job.on !== null).map((job) => [job.on!, job.number]));
  for (let time = 0; ; time++) {
    for (const [worker, number] of on) {
      if (left.get(number)! <= 0) {
        left.delete(number);
        on.delete(worker);
      }
    }
    if (left.size === 0) return time * tick;
    const first = Math.min(...left.keys());
    for (let worker = 0; worker < workers; worker++) {
      const next = jobs.find(({ number }) => left.get(number) === Number.POSITIVE_INFINITY && number - parallelism < first);
      if (on.has(worker) || !next) continue;
      on.set(worker, next.number);
      left.set(next.number, Math.round(next.seconds[worker]! / tick));
    }
    for (const number of on.values()) left.set(number, left.get(number)! - 1);
  }
}

describe('makespan', () => {
  test('one worker does one after the other', () => {
    const jobs = [3, 1, 2].map((seconds, i) => ({ number: i + 1, on: null, seconds: [seconds] }));
    expect(makespan(jobs, 1, 4, 0.5)).toBeCloseTo(7.5);
  });

  test('nothing to do takes no time', () => expect(makespan([], 2, 2, 1)).toBe(0));

  test('a slow candidate holds up what may only be proposed after it', () => {
    const jobs = [10, 1, 1, 1].map((seconds, i) => ({ number: i + 1, on: null, seconds: [seconds, seconds] }));
    // with four in flight the second worker does the three short ones meanwhile
    expect(makespan(jobs, 2, 4, 0)).toBe(10);
    // with two, 3 waits for 1 and 4 for 2: 10, then 3 and 4 beside each other
    expect(makespan(jobs, 2, 2, 0)).toBe(11);
  });

  test('rounds that propose take a worker each, one after the other', () => {
    const jobs = [1, 2, 3].map((number) => ({ number, on: null, seconds: [5, 5], round: 10 }));
    // one worker plays and trains in turn
    expect(makespan(jobs, 1, 3, 0)).toBe(45);
    // two: a round beside the training of the one before
    expect(makespan(jobs, 2, 3, 0)).toBe(35);
    // one in flight: no round before the last result
    expect(makespan(jobs, 2, 1, 0)).toBe(45);
    // what runs now until 5, and the rest of a round beside it until 2; then the second trial beside the last round, from 5 to 15
    const now = [{ number: 1, on: 0, seconds: [5, 5] }, { ...jobs[1]!, round: 2 }, jobs[2]!];
    expect(makespan(now, 2, 3, 0)).toBe(20);
  });

  test('agrees with a simulation in small steps of time', () => {
    const random = Random.of(1, 'jobs');
    for (let round = 0; round < 60; round++) {
      const workers = 1 + random.integer(4);
      const parallelism = workers + random.integer(4);
      const jobs: Job[] = Array.from({ length: 1 + random.integer(12) }, (_, i) => {
        const whole = 1 + random.integer(40);
        return { number: 5 + i, on: i < random.integer(workers + 1) ? i : null, seconds: new Array(workers).fill(whole) };
      }).map((job, i, all) => (i > 0 && all[i - 1]!.on === null ? { ...job, on: null } : job));
      expect(makespan(jobs, workers, parallelism, 0)).toBe(played(jobs, workers, parallelism, 1));
    }
  });
});

const model = (secondsPerTrial: number, spread = 0): CostModel => ({
  rates: { trials: secondsPerTrial, epochs: 0, updates: 0, flops: 1, outputs: 0 },
  spread,
  trials: 1000,
});
const work = (flops: number): Work => ({ trials: 1, epochs: 1, updates: 1, flops, outputs: 0 });
const standing = (change: Partial<Standing>): Standing => ({
  workers: [model(0)],
  parallelism: 2,
  running: [],
  queued: [],
  next: 1,
  last: 0,
  draw: () => work(1),
  lag: 0,
  share: 1,
  ...change,
});

describe('time left', () => {
  test('nothing left is 0', () => expect(timeLeft(standing({}), 1)).toEqual({ seconds: 0, low: 0, high: 0 }));

  test('known candidates cost what the model says, within the doubt about the speed', () => {
    const queued = Array.from({ length: 10 }, (_, i) => ({ number: i + 1, work: work(i) }));
    const { seconds, low, high } = timeLeft(standing({ queued, workers: [model(1)] }), 1);
    const exact = queued.reduce((sum, known) => sum + secondsOf(model(1), known.work), 0);
    expect(exact).toBe(55);
    expect(seconds / exact).toBeGreaterThan(0.95);
    expect(seconds / exact).toBeLessThan(1.05);
    expect(low).toBeLessThan(exact);
    expect(high).toBeGreaterThan(exact);
  });

  test('two workers take half as long, and a share of the fleet longer', () => {
    const queued = Array.from({ length: 40 }, (_, i) => ({ number: i + 1, work: work(5) }));
    const alone = timeLeft(standing({ queued }), 1).seconds;
    expect(timeLeft(standing({ queued, workers: [model(0), model(0)] }), 1).seconds / alone).toBeCloseTo(0.5, 1);
    expect(timeLeft(standing({ queued, share: 0.5 }), 1).seconds / alone).toBeCloseTo(2, 5);
  });

  test('what is not proposed yet is drawn, by its number', () => {
    const asked = new Set<number>();
    const draw = (number: number, random: Random) => {
      asked.add(number);
      return work(random.uniform() * 2 * number);
    };
    const { seconds, low, high } = timeLeft(standing({ next: 11, last: 30, draw }), 1);
    expect([...asked].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 11 + i));
    // the mean of uniform(0, 2 n) is n
    const mean = (20 * (11 + 30)) / 2;
    expect(seconds / mean).toBeGreaterThan(0.9);
    expect(seconds / mean).toBeLessThan(1.1);
    expect(high - low).toBeGreaterThan(0.2 * mean);
  });

  test('rounds that are still to be played come on top, and the one under way with what is left of it', () => {
    const alone = standing({ next: 3, last: 6, draw: () => work(5), parallelism: 1, rounds: { each: 60, next: 20 } });
    const { seconds } = timeLeft(alone, 1);
    expect(seconds / (20 + 3 * 60 + 4 * 5)).toBeGreaterThan(0.95);
    expect(seconds / (20 + 3 * 60 + 4 * 5)).toBeLessThan(1.05);
  });

  test('of eight in ten searches the truth lies between low and high', () => {
    const random = Random.of(3, 'truth');
    let inside = 0;
    for (let search = 0; search < 200; search++) {
      const { low, high } = timeLeft(standing({ workers: [model(0, 0.3)], last: 12, draw: (_, r) => work(r.uniform()) }), search);
      const speed = Math.exp(0.1 * random.normal() - 0.005);
      let truth = 0;
      for (let i = 0; i < 12; i++) truth += random.uniform() * speed * Math.exp(0.3 * random.normal() - 0.045);
      if (low <= truth && truth <= high) inside++;
    }
    expect(inside).toBeGreaterThan(140);
    expect(inside).toBeLessThan(185);
  });

  test('the same standing gives the same answer; a long one ends soon and in proportion', () => {
    const long = standing({ last: 50_000, draw: () => work(2) });
    expect(timeLeft(long, 4)).toEqual(timeLeft(long, 4));
    expect(timeLeft(long, 4).seconds / 100_000).toBeGreaterThan(0.9);
    expect(timeLeft(long, 4).seconds / 100_000).toBeLessThan(1.1);
  });
});

describe('what is left of a running trial', () => {
  test('follows the model before anything was heard, and is never nothing', () => {
    expect(remaining({ elapsed: 3, progress: null }, 10)).toBe(7);
    expect(remaining({ elapsed: 30, progress: null }, 10)).toBe(1);
  });

  test('follows its own speed the more, the further it has come', () => {
    // at half of its way after 20 s: its own speed says 40 in all, the model 10
    const seen = remaining({ elapsed: 20, progress: { done: 0.5, after: 20 } }, 10);
    expect(seen).toBeGreaterThan(5);
    expect(seen).toBeLessThan(20);
    expect(remaining({ elapsed: 99, progress: { done: 0.99, after: 99 } }, 10)).toBeCloseTo(1, 0);
  });
});
