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
   * Makes the training of one network a unit: loss, gradients and update run as one graph on TensorFlow, eagerly elsewhere, with the
   * same losses on both, and `functions` (evaluation, sampling) run beside it on the same variables. Everything is traced once: what
   * differs from call to call (images, labels, noise, dropout masks) must be an input; a value read from anywhere else is an error
   * that names the operation, never a silent constant.
   */
  compile(spec: ProgramSpec): Program;
}

export interface InputSpec {
  shape: number[];
  dtype: 'float32' | 'int32';
}

export interface OptimizerSpec {
  kind: 'ADAM' | 'SGD';
  /** ADAM only; default 0.9. */
  beta1?: number;
  /** ADAM only; default 0.999. */
  beta2?: number;
  /** ADAM only; default 1e-7. */
  epsilon?: number;
  /** SGD only; default 0. */
  momentum?: number;
}

/** Inputs by name, in the shapes of the spec. */
export type Inputs = Record<string, tfjs.Tensor>;

export interface ProgramSpec {
  variables: tfjs.Variable[];
  /** Without a step the program only runs functions. */
  step?: {
    inputs: Record<string, InputSpec>;
    optimizer: OptimizerSpec;
    /** Scalars to be reported; the first is minimised. */
    loss: (inputs: Inputs) => tfjs.Scalar[];
  };
  functions?: Record<string, { inputs: Record<string, InputSpec>; outputs: (inputs: Inputs) => tfjs.Tensor[] }>;
}

/** One value a number of the input's shape, row-major. */
export type InputValues = Record<string, Float32Array | Int32Array>;

export interface Program {
  /** One update; returns the scalars of `loss`, computed before it. */
  step(inputs: InputValues, learningRate: number): Float32Array;
  /** Calls a function on the present weights. */
  run(name: string, inputs: InputValues): Float32Array[];
  /** Present weights, in the order of `variables`. */
  read(): Float32Array[];
  /** Sets the weights, and the optimiser (cleared when not given): for a retry or a checkpoint. */
  write(weights: readonly Float32Array[], optimizer?: OptimizerState): void;
  optimizerState(): OptimizerState;
  /** Frees graph, session and variables, those of the specification too: they belong to the program. */
  dispose(): void;
}

/** Adam's m and v (or momentum's accumulator), variable by variable. */
export interface OptimizerState {
  steps: number;
  moments: Float32Array[];
}
