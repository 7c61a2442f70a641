import type { Search } from '../database/entities.ts';
import type { Tally } from './counts.ts';

/** Seconds of running, pauses left out. */
export function secondsOf({ secondsBefore, runningSince }: Search, now = Date.now()): number {
  return secondsBefore + (runningSince ? Math.max(0, now - runningSince.getTime()) / 1000 : 0);
}

/**
 * Predicted seconds left: the mean of what candidates took, for all that are missing, with as many at once as there are workers and the
 * plan allows; at most what the plan's time leaves. Null until a candidate has ended, 0 for a search that has ended.
 */
export function secondsLeft(search: Search, tally: Tally, workers: number, now = Date.now()): number | null {
  if (search.finishedAt) return 0;
  if (tally.meanSeconds === null) return null;
  const { budget, parallelism } = search.plan;
  const missing = (search.exhausted ? search.proposed : budget.candidates) - tally.done - tally.failed;
  const needed = (Math.max(0, missing) * tally.meanSeconds) / Math.min(parallelism, Math.max(1, workers));
  return budget.seconds === null ? needed : Math.min(needed, Math.max(0, budget.seconds - secondsOf(search, now)));
}
