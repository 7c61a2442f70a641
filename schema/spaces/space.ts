import type { Architecture } from '../networks/architecture.ts';

/**
 * Which networks may be built, as a Markov decision process: a controller starts at `initial`, takes one of `actions`
 * until none is left (`actions` is empty exactly in terminal states), and `architecture` is what the walk has built.
 *
 * States and actions are plain serialisable data and never change in place. `stateKey` and `actionKey` are what a Q-table is
 * indexed by: two states with one key share their values (MetaQNN bins the image size), so `next` may lead from one
 * (stateKey, actionKey) to several keys.
 *
 * A space validates itself when it is made (see `makeSpace`): one that allows no network is never constructed.
 */
export interface Space<State = unknown, Action = unknown> {
  readonly kind: SpaceKind;
  initial(): State;
  actions(state: State): Action[];
  next(state: State, action: Action): State;
  stateKey(state: State): string;
  actionKey(state: State, action: Action): string;
  /** The network that a complete walk has built; throws when the walk is not complete or not allowed. */
  architecture(actions: readonly Action[]): Architecture;
  /** The name of the network that a complete walk has built; missing: the notation of its architecture. */
  notation?(actions: readonly Action[]): string;
  /** The walk that builds this network; throws a NotAllowed that names the first layer the space refuses. */
  walk(architecture: Architecture): Action[];
  /** Exact number of different networks, by dynamic programming. */
  count(): bigint;
  /** True where every decision of a walk answers a question of its own, so that one decision more or less would answer others with it. */
  readonly factored?: boolean;
  /** Where the first decision of a walk is the number of layers: the position, among the initial actions, of the least and so many more, or of the most. */
  depthChoice?(more: number): number;
}

export type SpaceKind = 'CHAIN' | 'PYRAMID' | 'AUTOENCODER' | 'VARIATIONAL' | 'GENERATOR' | 'RECURRENT' | 'NAS' | 'MACRO' | 'MICRO';

/** The first thing in a network that a space refuses; `position` counts layers from 0. */
export class NotAllowed extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

/** For messages. */
export const FAMILY_NAMES: Record<Architecture['family'], string> = {
  chain: 'a chain',
  variational: 'a variational autoencoder',
  autoencoder: 'a symmetric autoencoder',
  generator: 'a generator',
  recurrent: 'a recurrent cell',
  dag: 'a network of NAS',
  macro: 'a network of the macro search',
  cell: 'a network of cells',
};
