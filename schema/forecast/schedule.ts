/** A candidate that has not ended. */
export interface Job {
  /** Its number; jobs are in order of numbers, and all numbers that are missing have ended. */
  number: number;
  /** The worker that has it, by position; null: it waits. */
  on: number | null;
  /** Seconds that it takes, or that are left of it, on each worker. */
  seconds: readonly number[];
  /** Seconds of work on any worker by which it is proposed, as a round of ENAS; missing: it is proposed in no time. */
  round?: number;
}

/**
 * Seconds until the last of the jobs has ended: each goes to the worker that is free first, in order of numbers. Candidate n is proposed when
 * 1 .. n - parallelism have ended, so it cannot begin before; rounds that propose are played one after the other.
 *
 * @param lag seconds between two trials of a worker
 */
export function makespan(jobs: readonly Job[], workers: number, parallelism: number, lag: number): number {
  const free = new Float64Array(workers);
  for (const { on, seconds } of jobs) if (on !== null) free[on] = Math.max(free[on]!, seconds[on]!);
  // latest end of the jobs up to each one: when the unbroken row of ended candidates reaches it
  const row = new Float64Array(jobs.length);
  let gate = 0;
  let proposed = 0;
  let behind = 0;
  let last = 0;
  const firstFree = () => {
    let worker = 0;
    for (let w = 1; w < workers; w++) if (free[w]! < free[worker]!) worker = w;
    return worker;
  };
  for (const [i, { number, on, seconds, round }] of jobs.entries()) {
    while (behind < i && jobs[behind]!.number <= number - parallelism) gate = row[behind++]!;
    let end: number;
    if (on !== null) end = seconds[on]!;
    else {
      if (round !== undefined) {
        const player = firstFree();
        proposed = Math.max(free[player]!, gate, proposed) + round;
        free[player] = proposed;
      }
      const worker = firstFree();
      end = Math.max(free[worker]!, gate, proposed) + lag + seconds[worker]!;
      free[worker] = end;
    }
    last = Math.max(last, end);
    row[i] = last;
  }
  return last;
}
