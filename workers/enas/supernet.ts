import type { Architecture } from '../../schema/networks/architecture.ts';

/** One batch and the network that it trains, or that is looked at with it. */
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

/**
 * Every network of a space, with one set of weights for all of them (Pham et al. 2018; thesis 4.4). It knows its training and validation data, and
 * cuts them into batches itself. Everything random derives from the seed that it was made with and from the epoch.
 */
export interface Supernet {
  /** Batches of an epoch. */
  readonly trainBatches: number;
  readonly validationBatches: number;
  /** Orders the training data for an epoch, from 1; state from batch to batch, as of recurrent networks, begins anew. */
  begin(epoch: number): void;
  /**
   * One update (eq. 4.3 with M = 1). Weights and moments that the draw's network does not have stay as they are.
   * @returns what the network gave before its update
   * @throws NonFinite when the loss is not finite; nothing was changed then
   */
  train(draw: Draw, learningRate: number): Promise<Seen>;
  /** How a network does with the present weights on one batch of the validation data. */
  evaluate(draw: Draw): Promise<Seen>;
  /** All that training has changed: who goes on from it goes on to the bit. */
  save(): Promise<Uint8Array>;
  /** @throws Error that says what is wrong with the bytes */
  restore(bytes: Uint8Array): Promise<void>;
  dispose(): void;
}
