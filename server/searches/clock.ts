import type { Search } from '../database/entities.ts';

/** Seconds of running, pauses left out. */
export function secondsOf({ secondsBefore, runningSince }: Search, now = Date.now()): number {
  return secondsBefore + (runningSince ? Math.max(0, now - runningSince.getTime()) / 1000 : 0);
}
