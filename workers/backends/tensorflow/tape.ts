import type * as tfjs from '@tensorflow/tfjs-core';
import { guarded, refuseRandom, TraceError } from '../guard.ts';
import type { Native, OperationAttribute, OperationInput, TensorValues } from './binding.ts';

type DataId = tfjs.Tensor['dataId'];

/** How a tensor is known on the tape: an input's or variable's own label, `#k` for the k-th constant, `k:i` for an operation's output. */
export type Label = string;

export interface ConstantEvent {
  kind: 'constant';
  label: Label;
  dtype: tfjs.DataType;
  shape: number[];
  values: TensorValues;
}

export interface OperationEvent {
  kind: 'operation';
  /** Number among the operations; output i has the label `number:i`. */
  number: number;
  operation: string;
  attributes: OperationAttribute[];
  /** A label, or the number of an int64 scalar. */
  inputs: (Label | bigint)[];
}

/** What happens at each event; `execute` computes the operation on `inputs`. */
export interface TapeHandler {
  constant(event: ConstantEvent): void;
  operation(event: OperationEvent, execute: () => tfjs.Tensor[], inputs: readonly OperationInput[]): tfjs.Tensor[];
}

/**
 * Runs `body` and tells `handler` of every constant and operation of the backend, in order. All tensors made inside are freed.
 *
 * @param known the tensors that existed before and may be read: inputs and variables
 * @throws TraceError when `body` reads any other tensor, or does what guard.ts refuses
 */
export function tape<T>(
  { tf, backend }: Native,
  where: string,
  known: ReadonlyMap<DataId, Label>,
  handler: TapeHandler,
  body: (labelOf: (tensor: tfjs.Tensor) => Label) => T,
): T {
  const labels = new WeakMap<DataId, Label>();
  for (const [id, label] of known) labels.set(id, label);
  const constants = new WeakMap<DataId, TensorValues>();
  let constantCount = 0;
  let operationCount = 0;

  const labelOf = (tensor: tfjs.Tensor, reader: string): Label => {
    const label = labels.get(tensor.dataId);
    if (label !== undefined) return label;
    const what = `a ${tensor.dtype} tensor of shape [${tensor.shape}]`;
    throw new TraceError(where, `${reader} reads ${what} that was made outside and is neither an input nor a variable; make it an input`);
  };
  const { executeSingleOutput, executeMultipleOutputs, write, readSync } = backend;
  const operation = (name: string, attributes: OperationAttribute[], inputs: OperationInput[], execute: () => tfjs.Tensor[]) => {
    refuseRandom(where, name);
    const read = inputs.map((input) => ('valueArray' in input ? BigInt(input.valueArray[0]!) : labelOf(input, `operation ${name}`)));
    const event: OperationEvent = { kind: 'operation', number: operationCount++, operation: name, attributes, inputs: read };
    const outputs = handler.operation(event, execute, inputs);
    outputs.forEach((output, index) => {
      labels.set(output.dataId, `${event.number}:${index}`);
    });
    return outputs;
  };

  backend.write = (written, shape, dtype) => {
    const values = numbers(written, dtype, where);
    const label = `#${constantCount++}`;
    handler.constant({ kind: 'constant', label, dtype, shape: [...shape], values });
    const id = write.call(backend, written, shape, dtype);
    labels.set(id, label);
    constants.set(id, values);
    return id;
  };
  backend.executeSingleOutput = (name, attributes, inputs) =>
    operation(name, attributes, inputs, () => [executeSingleOutput.call(backend, name, attributes, inputs)])[0]!;
  backend.executeMultipleOutputs = (name, attributes, inputs, count) =>
    operation(name, attributes, inputs, () => executeMultipleOutputs.call(backend, name, attributes, inputs, count));
  // Gather reads its indices to check their range: constants are at hand, and computed ones are left to the graph's own check.
  backend.readSync = (id) => constants.get(id) ?? new Int32Array(0);
  try {
    return guarded(
      tf,
      where,
      (id) => constants.has(id),
      () => tf.tidy(() => body((tensor) => labelOf(tensor, 'the result')) as tfjs.TensorContainer) as T,
    );
  } finally {
    Object.assign(backend, { executeSingleOutput, executeMultipleOutputs, write, readSync });
  }
}

function numbers(values: tfjs.backend_util.BackendValues, dtype: tfjs.DataType, where: string): TensorValues {
  if (dtype === 'string' || dtype === 'complex64') throw new TraceError(where, `a ${dtype} tensor is made inside; only numbers train`);
  if (ArrayBuffer.isView(values)) return values as TensorValues;
  if (dtype === 'bool') return Uint8Array.from(values as unknown as number[]);
  return dtype === 'int32' ? Int32Array.from(values as unknown as number[]) : Float32Array.from(values as unknown as number[]);
}
