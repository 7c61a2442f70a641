import type * as tfjs from '@tensorflow/tfjs-core';

/** The doors of @tensorflow/tfjs-node-gpu's addon that we use; its own typings are not exported. */
export interface Binding {
  createTensor(shape: readonly number[], dtype: number, values: TensorValues): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): TensorValues;
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  /** `feeds` and `fetches` are comma-separated endpoints such as `loss:0`. */
  runSavedModel(id: number, tensorIds: readonly number[], feeds: string, fetches: string): { id: number; shape: number[]; dtype: number }[];
  isUsingGpuDevice(): boolean;
  readonly TF_Version: string;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_FLOAT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_SHAPE: number;
}

export type TensorValues = Float32Array | Int32Array | Uint8Array;

/** An attribute as the kernels of tfjs-node hand it over; `type` is one of the binding's TF_ATTR_ numbers. */
export interface OperationAttribute {
  name: string;
  type: number;
  value: unknown;
}

/** A tensor, or the package's Int64Scalar, which carries its number instead of a data id. */
export type OperationInput = tfjs.Tensor | { readonly valueArray: Int32Array };

/** The tfjs backend object: every kernel of tfjs-node runs through the two `execute` methods. */
export interface NativeBackend extends tfjs.KernelBackend {
  readonly binding: Binding;
  executeSingleOutput(operation: string, attributes: OperationAttribute[], inputs: OperationInput[]): tfjs.Tensor;
  executeMultipleOutputs(operation: string, attributes: OperationAttribute[], inputs: OperationInput[], count: number): tfjs.Tensor[];
}

/** What a compiled program needs of the loaded package. */
export interface Native {
  tf: typeof tfjs;
  backend: NativeBackend;
  /** The package's generated protobuf classes (GraphDef, SavedModel); they carry no typings. */
  protobuf: Protobuf;
}

/** A protobuf message class: setters by field name. */
// biome-ignore lint/suspicious/noExplicitAny: generated JavaScript without typings; graph.ts is the only file that touches it.
export type Protobuf = any;
