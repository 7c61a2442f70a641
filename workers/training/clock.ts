import { setImmediate } from 'node:timers/promises';
import { TimedOut } from './failures.ts';

export type Phase = 'data' | 'build' | 'training' | 'evaluation' | 'judging' | 'samples';
export type PhaseSeconds = Record<Phase, number>;

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
  readonly phases: PhaseSeconds = { data: 0, build: 0, training: 0, evaluation: 0, judging: 0, samples: 0 };
  /** Seconds of earlier attempts. */
  earlier = 0;
  epoch = 0;
  private readonly started = performance.now();
  private turn = performance.now();

  constructor(
    private readonly timeoutSeconds: number,
    private readonly signal: AbortSignal,
  ) {}

  get seconds(): number {
    return this.earlier + (performance.now() - this.started) / 1000;
  }

  during<T>(phase: Phase, work: () => T): T {
    const begin = performance.now();
    try {
      return work();
    } finally {
      this.phases[phase] += (performance.now() - begin) / 1000;
    }
  }

  async duringAsync<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    try {
      return await work();
    } finally {
      this.phases[phase] += (performance.now() - begin) / 1000;
    }
  }

  /** To be awaited between batches: lets the event loop run when it is time, then throws Ended or TimedOut when the trial must stop. */
  async breathe(): Promise<void> {
    if (performance.now() - this.turn >= TURN_MS) {
      await setImmediate();
      this.turn = performance.now();
    }
    if (this.signal.aborted) throw new Ended();
    if (this.seconds > this.timeoutSeconds) throw new TimedOut(this.timeoutSeconds, this.epoch);
  }
}
