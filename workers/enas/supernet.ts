import type { Architecture } from '../../schema/networks/architecture.ts';
import type { OptimizerState } from '../backends/backend.ts';
import type { Parameter } from '../models/parameters.ts';

/** One batch of an epoch and the network that it trains, or that is looked at with it. */
export interface Draw {
  /** Which batch of the epoch that `begin` has begun, or of the validation data; from 0. */
  batch: number;
  architecture: Architecture;
}

/** Of one network on one batch. */
export interface Seen {
  /** Mean over the batch of what training minimises. */
  loss: number;
  /** What the controller learns from; larger is better: accuracy of images, 1 / perplexity of text. */
  reward: number;
}

/** Everything that training has changed; a search that goes on from it goes on to the bit. */
export interface SharedState {
  /** In the order of `parameters`. */
  weights: Float32Array[];
  optimizer: OptimizerState;
}

/**
 * One directed acyclic graph that holds every network of a space, with one set of weights for all of them (Pham et al. 2018; thesis 4.4). It
 * knows its training and validation data, and cuts them into batches itself. Everything random derives from the seed that it was made with
 * and from the epoch.
 */
export interface Supernet {
  /** Those that learn. */
  readonly parameters: readonly Parameter[];
  /** Batches of an epoch. */
  readonly trainBatches: number;
  readonly validationBatches: number;
  /** Sets the first weights and an optimiser without moments. */
  reset(): Promise<void>;
  /** Orders the training data for an epoch, from 1; state from batch to batch, as of recurrent networks, begins anew. */
  begin(epoch: number): void;
  /**
   * One update a draw, in their order (eq. 4.3 with M = 1). Weights and moments that a draw's network does not have stay as they are.
   * @param learningRates one a draw
   * @returns what each network gave before its update; NaN from the first loss on that is not finite
   */
  train(draws: readonly Draw[], learningRates: readonly number[]): Promise<Seen[]>;
  /** How a network does with the present weights on one batch of the validation data. */
  evaluate(draw: Draw): Promise<Seen>;
  state(): Promise<SharedState>;
  restore(state: SharedState): Promise<void>;
  dispose(): void;
}
