import { setImmediate } from 'node:timers/promises';
import { TimedOut } from './failures.ts';

/**
 * Where time goes. `training` is forward pass, gradients and update: they are one compiled loop, so they are one number. `waiting` is all
 * that is done for the server's sake: reports on their way out, and turns of the event loop, in which they are sent.
 */
export const PHASES = ['data', 'build', 'training', 'evaluation', 'judging', 'samples', 'waiting'] as const;
export type Phase = (typeof PHASES)[number];
export type PhaseSeconds = Record<Phase, number>;

export const noTime = (): PhaseSeconds => Object.fromEntries(PHASES.map((phase) => [phase, 0])) as PhaseSeconds;

export function sumOf(a: PhaseSeconds, b: PhaseSeconds): PhaseSeconds {
  return Object.fromEntries(PHASES.map((phase) => [phase, a[phase] + b[phase]])) as PhaseSeconds;
}

/** Adds the seconds that the work takes, whether it succeeds or not. */
export async function spend<T>(phases: PhaseSeconds, phase: Phase, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  try {
    return await work();
  } finally {
    phases[phase] += (performance.now() - begin) / 1000;
  }
}

/** The signal aborted. */
export class Ended extends Error {
  constructor() {
    super('the trial was cancelled');
    this.name = 'Ended';
  }
}

/** The longest a trial computes before it lets timers, sockets and signals have their turn. */
const TURN_MS = 20;

/** Where a trial's time goes, and when it has to stop. */
export class Clock {
  readonly phases = noTime();
  /** Seconds of earlier attempts. */
  earlier = 0;
  epoch = 0;
  private readonly started = performance.now();
  private turn = performance.now();
  private busy = false;

  constructor(
    private readonly timeoutSeconds: number,
    private readonly signal: AbortSignal,
  ) {}

  get seconds(): number {
    return this.earlier + (performance.now() - this.started) / 1000;
  }

  during<T>(phase: Phase, work: () => T): T {
    if (this.busy) return work();
    const begin = performance.now();
    try {
      return work();
    } finally {
      this.phases[phase] += (performance.now() - begin) / 1000;
    }
  }

  /** Phases within another count for the outer one: no second counts twice. */
  async duringAsync<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
    if (this.busy) return work();
    this.busy = true;
    try {
      return await spend(this.phases, phase, work);
    } finally {
      this.busy = false;
    }
  }

  /** To be awaited between batches: lets the event loop run when it is time, then throws Ended or TimedOut when the trial must stop. */
  async breathe(): Promise<void> {
    if (performance.now() - this.turn >= TURN_MS) {
      await this.duringAsync('waiting', () => setImmediate());
      this.turn = performance.now();
    }
    if (this.signal.aborted) throw new Ended();
    if (this.seconds > this.timeoutSeconds) throw new TimedOut(this.timeoutSeconds, this.epoch);
  }
}
