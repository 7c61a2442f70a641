import type * as tfjs from '@tensorflow/tfjs-core';

/** The tfjs-core functions and types; every backend registers its kernels with this one instance. */
export type TF = typeof tfjs;

export type BackendName = 'tensorflow' | 'wasm';

/** A machine's way to train: one tfjs backend, ready to use. Only workers/backends/ chooses a tfjs package. */
export interface Backend {
  readonly name: BackendName;
  /** Of the library under it, e.g. TensorFlow 2.21.0. */
  readonly version: string;
  readonly device: { kind: 'CPU' | 'GPU'; name: string; memoryBytes: number; threads: number };
  readonly tf: TF;
  /**
   * Makes one training step a unit: loss, gradients and update run as one graph on TensorFlow, eagerly elsewhere, with the
   * same losses on both. `loss` is traced once: everything that differs from step to step (images, labels, noise, dropout masks)
   * must be one of `inputs`; a value read from anywhere else is an error that names the operation, never a silent constant.
   */
  compileStep(spec: StepSpec): CompiledStep;
  /** A function of inputs and variables without gradients (evaluation, sampling), compiled the same way. */
  compileFunction(spec: FunctionSpec): CompiledFunction;
}

export interface InputSpec {
  name: string;
  shape: number[];
  dtype: 'float32' | 'int32';
}

export interface OptimizerSpec {
  kind: 'ADAM' | 'SGD';
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  momentum?: number;
}

export interface StepSpec {
  inputs: InputSpec[];
  /** Trained in place: after `read` they hold the current weights. */
  variables: tfjs.Variable[];
  /** Scalars to be reported, the first is minimised. */
  loss: (inputs: Record<string, tfjs.Tensor>) => tfjs.Scalar[];
  optimizer: OptimizerSpec;
}

/** One value a number of the input's shape, row-major. */
export type InputValues = Record<string, Float32Array | Int32Array>;

export interface CompiledStep {
  /** One update; returns the scalars of `loss`, computed before it. */
  step(inputs: InputValues, learningRate: number): Float32Array;
  /** Current weights, in the order of `variables`; also assigns them to the variables. */
  read(): Float32Array[];
  /** Sets weights (and clears the optimiser's moments unless `state` is given): for a retry or a checkpoint. */
  write(weights: readonly Float32Array[], state?: OptimizerState): void;
  /** The optimiser's moments and step count, for a checkpoint. */
  optimizerState(): OptimizerState;
  dispose(): void;
}

export interface OptimizerState {
  steps: number;
  moments: Float32Array[];
}

export interface FunctionSpec {
  inputs: InputSpec[];
  variables: tfjs.Variable[];
  outputs: (inputs: Record<string, tfjs.Tensor>) => tfjs.Tensor[];
}

export interface CompiledFunction {
  run(inputs: InputValues): Float32Array[];
  /** The variables have changed since (a step trained them): take their present values. */
  refresh(): void;
  dispose(): void;
}
