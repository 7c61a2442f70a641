import { setMaxListeners } from 'node:events';
import type { LeaseWorkInput } from '../operations.generated.ts';
import { Courier } from './courier.ts';
import type { Leased } from './leased.ts';
import { releaseLease } from './release.ts';
import { type TrialContext, type TrialWork, workTrial } from './trial.ts';

/** Trials that take moments are leased several at a time: else the way to the server and back would be most of what a worker does. */

/** What a worker takes at a time lasts about so long, as far as it knows; never more trials than the server gives at once. */
const TOGETHER_MS = 250;
const MOST = 64;

/** For whoever still sends. */
const OVER = new Error('the trials are over');

/** Once one takes longer than this, those that wait behind it are given back, for others to take. */
const PATIENCE_MS = 1_000;

/** How many trials to ask for: one, until the last ones were short. */
export class Pace {
  private milliseconds = Number.POSITIVE_INFINITY;

  get most(): number {
    return Math.max(1, Math.min(MOST, Math.floor(TOGETHER_MS / this.milliseconds)));
  }

  /** A trial took so long; the longest of the last few counts. */
  took(milliseconds: number): void {
    this.milliseconds = Math.max(1, milliseconds, Number.isFinite(this.milliseconds) ? 0.7 * this.milliseconds : 0);
  }
}

interface Lease {
  id: string;
  fence: number;
  work: TrialWork;
}

/**
 * Works trials one after the other; their ends go to the server together. Each is finished, given back, or lost to another, as `workTrial`
 * has it; those that were not begun because an earlier one took long, or failed with an exception, are given back.
 *
 * @param ask how to ask for so many, in the request that brings the ends of all
 * @returns what that gave to do next; undefined when it was not asked
 */
export async function workTrials(
  leases: readonly Lease[],
  context: TrialContext,
  pace: Pace,
  ask: (most: number) => LeaseWorkInput,
): Promise<Leased[] | undefined> {
  const sending = new AbortController();
  let began = performance.now();
  const courier = new Courier(context.platform, leases.length, sending.signal, () => {
    // the last one is about to end
    pace.took(performance.now() - began);
    return context.stop.aborted ? null : ask(pace.most);
  });
  const farewell = () => courier.leave();
  // each trial whose end is under way listens
  setMaxListeners(leases.length + 10, context.stop);
  context.stop.addEventListener('abort', farewell, { once: true });
  const leasedAt = performance.now();
  const begun: Promise<void>[] = [];
  let next = 0;
  let late: Promise<void> | null = null;
  const giveBack = (why: string) => {
    courier.leave();
    const waiting = leases.slice(next);
    next = leases.length;
    late ??= release(waiting, why, context);
  };
  while (next < leases.length && !context.stop.aborted) {
    const { work, ...lease } = leases[next++]!;
    began = performance.now();
    const patience = setTimeout(() => giveBack('the trial before it takes long'), PATIENCE_MS);
    const done = new Promise<void>((trained, failed) => {
      const all = workTrial(lease, work, { ...context, courier, leasedAt, trained });
      begun.push(all);
      all.then(trained, failed);
    });
    try {
      await done;
      pace.took(performance.now() - began);
    } catch {
      // told below, with what became of the others
      giveBack('the trial before it failed');
    } finally {
      clearTimeout(patience);
    }
  }
  courier.leave();
  const outcomes = await Promise.allSettled([...begun, late]);
  context.stop.removeEventListener('abort', farewell);
  sending.abort(OVER);
  const fault = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!fault) return courier.next;
  await release(courier.next ?? [], 'the trial before it failed', context);
  throw fault.reason;
}

async function release(leases: readonly Pick<Lease, 'id' | 'fence'>[], why: string, { platform, stop }: TrialContext): Promise<void> {
  for (const lease of leases) await releaseLease(platform, lease, why, { signal: stop });
}
