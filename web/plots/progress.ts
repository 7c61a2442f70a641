import { bestSoFar, buckets, rollingMean, type Value, windowFor } from './statistics.ts';

/** What the progress plot needs to know of a candidate. */
export interface ProgressPoint {
  number: number;
  status: 'QUEUED' | 'RUNNING' | 'DONE' | 'STOPPED_EARLY' | 'FAILED';
  reward: Value;
  epsilon: Value;
  picked: boolean;
  rejected: boolean;
}

/** One array a series, all of the same length: `number[i]` is the candidate that place i of every other array is about. */
export interface ProgressSeries {
  number: number[];
  /** Measured. */
  reward: Value[];
  /** Of candidates that were stopped early. */
  predicted: Value[];
  mean: Value[];
  best: Value[];
  epsilon: Value[];
  /** The reward where a member picked it, null elsewhere. */
  picked: Value[];
  /** 0 where it failed, null elsewhere: drawn at the bottom, whatever the scale. */
  failed: Value[];
  /** How many candidates a point of `mean` looks back on. */
  window: number;
}

/** `points` in order of their numbers. */
export function progressSeries(points: readonly ProgressPoint[]): ProgressSeries {
  const stopped = (point: ProgressPoint) => point.status === 'STOPPED_EARLY';
  const reward = points.map((point) => (stopped(point) ? null : point.reward));
  const window = windowFor(points.length);
  return {
    number: points.map((point) => point.number),
    reward,
    predicted: points.map((point) => (stopped(point) ? point.reward : null)),
    mean: rollingMean(
      points.map((point) => point.reward),
      window,
    ),
    best: bestSoFar(reward),
    epsilon: points.map((point) => point.epsilon),
    picked: points.map((point) => (point.picked ? point.reward : null)),
    failed: points.map((point) => (point.status === 'FAILED' ? 0 : null)),
    window,
  };
}

/** "Is it learning?": the mean reward of the first and of the last fifth; null while there are fewer than ten rewards. */
export function learning(points: readonly ProgressPoint[]): { first: number; last: number } | null {
  const rewards = points.flatMap((point) => (point.reward === null ? [] : [point.reward]));
  if (rewards.length < 10) return null;
  const fifth = Math.floor(rewards.length / 5);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { first: mean(rewards.slice(0, fifth)), last: mean(rewards.slice(-fifth)) };
}

/** Rows of the table beside the plot: at most 50 runs of candidates. */
export function progressRows(
  points: readonly ProgressPoint[],
): { numbers: string; count: number; mean: Value; max: Value; failed: number; picked: number; epsilon: Value }[] {
  return buckets(
    points.map((point) => point.reward),
    50,
  ).map(({ from, to, count, mean, max }) => {
    const run = points.slice(from, to + 1);
    const [first, last] = [run[0]!.number, run.at(-1)!.number];
    return {
      numbers: first === last ? String(first) : `${first}–${last}`,
      count,
      mean,
      max,
      failed: run.filter((point) => point.status === 'FAILED').length,
      picked: run.filter((point) => point.picked).length,
      epsilon: run.at(-1)!.epsilon,
    };
  });
}

/** The candidate under a pointer: the nearest drawn point within `reach` pixels, in the plot's own pixels. */
export function nearestPoint(
  at: { x: number; y: number },
  places: readonly ({ x: number; y: number } | null)[],
  reach: number,
): number | null {
  let best: number | null = null;
  let bestDistance = reach * reach;
  places.forEach((place, i) => {
    if (!place) return;
    const distance = (place.x - at.x) ** 2 + (place.y - at.y) ** 2;
    if (distance <= bestDistance) {
      bestDistance = distance;
      best = i;
    }
  });
  return best;
}

export interface Range {
  from: number | null;
  to: number | null;
  min: number | null;
  max: number | null;
}
