import type { Batches, RoundProgress } from './round.ts';

/** A batch that only looks at a network takes about this share of one that trains it: one pass of three. */
const LOOK = 1 / 3;
/** How much of what is known of a batch is new after each one. */
const UPDATE = 0.1;

/** How fast rounds go, for people: seconds of a batch of each kind, as moving means over all rounds that one worker plays. */
export class Pace {
  private readonly seconds: Partial<Record<keyof Batches, number>> = {};

  /** Takes note of one batch of a part. */
  add(part: RoundProgress['part'], seconds: number): void {
    const kind = part === 'TRAINING' ? 'trainings' : 'evaluations';
    const known = this.seconds[kind];
    this.seconds[kind] = known === undefined ? seconds : known + UPDATE * (seconds - known);
  }

  /** Predicted seconds of so many batches; null before the first batch of all. */
  of({ trainings, evaluations }: Batches): number | null {
    const { trainings: train, evaluations: look } = this.seconds;
    if (train === undefined && look === undefined) return null;
    return trainings * (train ?? look! / LOOK) + evaluations * (look ?? train! * LOOK);
  }
}
