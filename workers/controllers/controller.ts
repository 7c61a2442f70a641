import type { ControllerPlan } from '../../schema/plans/plan.ts';
import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';

/** What became of a proposed candidate. `reward` is null when it failed: it then teaches nothing. */
export interface Result {
  /** The candidate's number within the search; of a controller with rungs that of the training, of which a candidate may have several. */
  number: number;
  notation: string;
  reward: number | null;
}

/** One training: of a new candidate, or of one that is promoted. */
export interface Proposal {
  notation: string;
  /** epsilon at which it was drawn; null for controllers without one. */
  epsilon: number | null;
  /** In nats: of the distribution it was drawn from, along its walk (entropy.ts); null or missing where that is not defined. */
  entropy?: number | null;
  /** In nats: of the uniform policy along the same walk, so that entropy / uniformEntropy is a share from 0 to 1; null where entropy is. */
  uniformEntropy?: number | null;
  /** Known networks that came up since the proposal before it. Missing: none. */
  repeats?: number;
  /** Of controllers with rungs: it is trained up to so many epochs. Missing: the plan's. */
  epochs?: number;
  /** Of controllers with rungs: number of the candidate whose training goes on; null for a new one. */
  promotes?: number | null;
}

/** What a controller knows. Plain JSON; everything it has learned, its random generator included. */
export interface ControllerState {
  version: 1;
  kind: string;
  random: Random.State;
  /** Results observed so far, in order of their numbers. */
  observed: number;
  proposed: number;
  [more: string]: unknown;
}

export interface StepOutcome {
  state: ControllerState;
  proposals: Proposal[];
  /** Known candidates that came up again (by number, once for each time). They are not trained again: their stored reward was used. */
  reused: number[];
  /** The space holds no more networks that were not proposed: the search ends early. */
  exhausted: boolean;
}

/**
 * A controller is a pure step. Promises: (1) the outcome is a function of the arguments alone; (2) feeding results one a step or
 * many in one step gives the same proposals: after each observed result the controller tops up to `parallelism` candidates in flight
 * before it looks at the next; (3) `state` survives JSON. The caller passes results in order of candidate numbers, without gaps.
 */
export interface Controller {
  /**
   * `history`: results from elsewhere, row by row, whose candidates are numbered from 1 in the order in which they first come; the state has observed
   * them, each as often as it comes. @throws RangeError where a controller can't learn from them
   */
  start(seed: number, history?: readonly Result[]): ControllerState;
  step(state: ControllerState, results: readonly Result[], limits: { parallelism: number; budget: number }): StepOutcome;
}

/** `epochs` of a whole training: controllers with rungs need it. */
export type MakeController = (plan: ControllerPlan, space: Space, epochs?: number) => Controller;
