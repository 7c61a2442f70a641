import type * as tfjs from '@tensorflow/tfjs-core';

/** The tfjs-core functions and types; every backend registers its kernels with this one instance. */
export type TF = typeof tfjs;

export type BackendName = 'tensorflow' | 'webgpu' | 'wasm';

/** What a backend computes on. */
export interface Device {
  kind: 'CPU' | 'GPU';
  name: string;
  /** Of a GPU: tells it from others, such as its UUID. */
  id?: string;
  memoryBytes: number;
  threads: number;
}

/** A machine's way to train: one tfjs backend on one device, ready to use. Only workers/backends/ chooses a tfjs package. */
export interface Backend {
  readonly name: BackendName;
  /** Of the library under it, e.g. TensorFlow 2.21.0. */
  readonly version: string;
  readonly device: Device;
  /** Whether the same program with the same inputs gives the same bits again. */
  readonly reproducible: boolean;
  readonly tf: TF;
  /**
   * Puts an array where programs read rows of it, without a copy at every call. It is never freed as long as it is kept: dispose of it
   * after the programs that name it.
   */
  keep(array: ResidentArray): Resident;
  /**
   * Makes the training of one network a unit: loss, gradients and update run as one graph on TensorFlow, eagerly elsewhere, with the
   * same losses on both, and `functions` (evaluation, sampling) run beside it on the same variables. Everything is traced once: what
   * differs from call to call (images, labels, noise, dropout) must be an input; a value read from anywhere else is an error that names
   * the operation, never a silent constant.
   */
  compile(spec: ProgramSpec): Program;
}

/** Rows of equal shape, such as the images or the labels of a dataset. Must not be changed while it is kept. */
export interface ResidentArray {
  /** [rows, ...shape], row-major. */
  values: Uint8Array | Float32Array | Int32Array;
  /** Of one row; [] for one number a row. */
  shape: readonly number[];
  /** What functions see: UNIT is float32, a byte divided by 255; SAME is the numbers as they are, float32, or int32 for bytes and integers. */
  as: 'UNIT' | 'SAME';
}

export interface Resident extends ResidentArray {
  readonly rows: number;
  dispose(): void;
}

export type InputSpec = GivenInput | RowsInput | DrawnInput;

/** Numbers that the caller gives. */
export interface GivenInput {
  shape: number[];
  dtype: 'float32' | 'int32';
}

/** Rows of a resident array; the caller gives their numbers, an Int32Array of length `rows`. */
export interface RowsInput {
  of: Resident;
  rows: number;
}

/**
 * Random numbers, standard normal or uniform in [0, 1); the caller gives a seed, an Int32Array of two. The same seed gives the same numbers
 * on every backend (normal ones to rounding): those of TensorFlow's stateless generators (Philox 4x32-10, Salmon et al. 2011).
 */
export interface DrawnInput {
  shape: number[];
  draw: 'NORMAL' | 'UNIFORM';
}

export type OptimizerSpec = (
  | {
      kind: 'ADAM';
      /** Default 0.9. */
      beta1?: number;
      /** Default 0.999. */
      beta2?: number;
      /** Default 1e-7. */
      epsilon?: number;
    }
  | {
      kind: 'SGD';
      /** Default 0. */
      momentum?: number;
      /** Looks ahead along the momentum (Sutskever et al. 2013); default false. */
      nesterov?: boolean;
    }
  | {
      kind: 'RMSPROP';
      /** Of the running mean of squares; default 0.9. */
      rho?: number;
      /** Default 0. */
      momentum?: number;
      /** Default 1e-7. */
      epsilon?: number;
    }
) & {
  /** Decoupled (Loshchilov & Hutter 2019): w is made smaller by learningRate x weightDecay x w, of `decayed` only. Default 0. */
  weightDecay?: number;
  /** Longest norm of all gradients together; longer ones are scaled down to it (Pascanu et al. 2013). */
  clipNorm?: number;
};

/** What functions see, by name: tensors in the shapes of the specification. */
export type Inputs = Record<string, tfjs.Tensor>;

/** Gives a frozen variable a new value once the update is made, such as a moving average. */
export type Assign = (variable: tfjs.Variable, value: tfjs.Tensor) => void;

export interface StepSpec {
  inputs: Record<string, InputSpec>;
  optimizer: OptimizerSpec;
  /** Variables that weight decay makes smaller; default: none. */
  decayed?: readonly tfjs.Variable[];
  /** Scalars to be reported; the first is minimised. */
  loss: (inputs: Inputs, assign: Assign) => tfjs.Scalar[];
}

export interface FunctionSpec {
  inputs: Record<string, InputSpec>;
  outputs: (inputs: Inputs) => tfjs.Tensor[];
}

export interface ProgramSpec {
  /**
   * Programs of the same key are the same but for the values of their variables and inputs: what was compiled for one that is disposed of
   * may serve the next. Default: none is like it.
   */
  key?: string;
  /** Trained by the step. */
  variables: tfjs.Variable[];
  /** Read, and never touched by the optimiser: frozen parts, moving averages. */
  frozen?: tfjs.Variable[];
  /** Without a step the program only runs functions. */
  step?: StepSpec;
  functions?: Record<string, FunctionSpec>;
}

/** What callers give, by name: one value a number of the input's shape, row-major; row numbers; or a seed of two. */
export type InputValues = Record<string, Float32Array | Int32Array>;

export interface Program {
  /**
   * Makes as many updates as there are learning rates, K; every input is stacked, [K, ...]. Ends after the first update whose minimised
   * scalar is not finite.
   *
   * @returns [K, scalars], each computed before its update; NaN for updates that were not made
   */
  steps(inputs: InputValues, learningRates: ArrayLike<number>): Promise<Float32Array>;
  /** Calls a function on the present weights. */
  run(name: string, inputs: InputValues): Promise<Float32Array[]>;
  /** Present weights, in the order of `variables`, then `frozen`. */
  read(): Promise<Float32Array[]>;
  /** Sets the weights, in the same order, and the optimiser (cleared when not given): for a retry or a checkpoint. */
  write(weights: readonly Float32Array[], optimizer?: OptimizerState): Promise<void>;
  optimizerState(): Promise<OptimizerState>;
  /** Frees graph, session and variables, those of the specification too: they belong to the program. */
  dispose(): void;
}

/** The optimiser's moments (Adam's m and v, RMSProp's mean square and momentum, momentum's accumulator), variable by variable. */
export interface OptimizerState {
  steps: number;
  moments: Float32Array[];
}
