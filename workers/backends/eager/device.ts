import type * as tfjs from '@tensorflow/tfjs-core';
import type { Resident, TF } from '../backend.ts';
import type { Optimizer } from '../optimizer.ts';

/** What differs between the backends on which steps run eagerly: where numbers are, and how they are read and changed. */
export interface EagerDevice {
  tf: TF;
  /** Whether reading waits for nothing: dataSync works, and costs nothing. */
  readsAtOnce: boolean;
  /** A copy of a tensor's numbers, as float32. @throws Error when the device failed to compute them */
  read(tensor: tfjs.Tensor): Promise<Float32Array>;
  /** Zeros for moments, which updates may change in place. */
  zeros(shape: number[]): tfjs.Tensor;
  /** Some rows of a resident array, in the type that functions see: [rows.length, ...shape]. */
  gather(of: Resident, rows: Int32Array): tfjs.Tensor;
  update: UpdateVariables;
  /** A program has been disposed of: frees what the backend kept for the next tensors of the same sizes. */
  released(): void;
}

/** Of one variable; as many as momentsPerVariable (optimizer.ts) says. An update may replace them by new ones, and frees the old ones then. */
export type Moments = tfjs.Tensor[];

export interface StepOptions {
  learningRate: number;
  /** Counted from 1. */
  step: number;
  /** Those that weight decay makes smaller. */
  decayed: ReadonlySet<tfjs.Variable>;
}

/** Makes one update of all variables that have a gradient, in the formulas of optimizer.ts. */
export type UpdateVariables = (
  optimizer: Optimizer,
  variables: readonly tfjs.Variable[],
  moments: Moments[],
  gradients: readonly (tfjs.Tensor | undefined)[],
  options: StepOptions,
) => void;
