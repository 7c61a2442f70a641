import type * as tfjs from '@tensorflow/tfjs-core';
import { TraceError } from '../guard.ts';
import type { Native, OperationInput } from './binding.ts';
import { faster } from './faster.ts';
import type { Graph, GraphType } from './graph.ts';
import { inferShape, type Shaped } from './infer.ts';
import { type ConstantEvent, type Label, type OperationEvent, tape } from './tape.ts';

type OutputShape = { shape: number[]; dtype: tfjs.DataType };
type Event = ConstantEvent | (OperationEvent & { outputs: OutputShape[] });

/**
 * Runs `body` once on the backend and writes each operation that it executes into the graph (only shapes matter, so the dear ones are not
 * computed: infer.ts); then once more without computing, to see that it does the same with the same constants.
 *
 * @param known the endpoints of the tensors that `body` may read: inputs and variables
 * @param body  gets a function that gives the endpoint of a tensor
 * @throws TraceError when another tensor is read, when a value cannot be repeated (guard.ts), or when the two runs differ
 */
export function trace<T>(
  native: Native,
  graph: Graph,
  where: string,
  known: ReadonlyMap<tfjs.Tensor['dataId'], string>,
  body: (endpointOf: (tensor: tfjs.Tensor) => string) => T,
): T {
  const events: Event[] = [];
  const result = record(native, graph, where, known, events, body);
  repeat(native, where, known, events, body);
  return result;
}

function record<T>(
  native: Native,
  graph: Graph,
  where: string,
  known: ReadonlyMap<tfjs.Tensor['dataId'], string>,
  events: Event[],
  body: (endpointOf: (tensor: tfjs.Tensor) => string) => T,
): T {
  const blank = blankTensors(native);
  const constants = new Map<Label, ConstantEvent>();
  const endpoints = new Map<Label, string>([...known.values()].map((endpoint) => [endpoint, endpoint]));
  const endpointOf = (label: Label): string => {
    let endpoint = endpoints.get(label);
    if (endpoint === undefined) {
      // The only labels without an endpoint are constants, written when they are first read: many never are.
      const { dtype, shape, values } = constants.get(label)!;
      endpoint = graph.constant(dtype as GraphType, shape, values);
      endpoints.set(label, endpoint);
    }
    return endpoint;
  };
  return tape(
    native,
    where,
    known,
    {
      constant(event) {
        constants.set(event.label, event);
        events.push(event);
      },
      operation(event, execute, tensors) {
        const shape = inferred(event, tensors, constants);
        const outputs = shape ? [blank(shape)] : execute();
        const inputs = event.inputs.map((input) =>
          typeof input === 'bigint' ? graph.constant('int64', [], BigInt64Array.of(input)) : endpointOf(input),
        );
        const node = writeOperation(native, graph, event, inputs, tensors, outputs);
        outputs.forEach((_, index) => {
          endpoints.set(`${event.number}:${index}`, index === 0 ? node : `${node}:${index}`);
        });
        events.push({ ...event, outputs: outputs.map(({ shape, dtype }) => ({ shape, dtype })) });
        return outputs;
      },
    },
    (labelOf) => body((tensor) => endpointOf(labelOf(tensor))),
  );
}

/** As the backend does it, or as something that gives the same in less time. */
function writeOperation(
  native: Native,
  graph: Graph,
  { operation, attributes }: OperationEvent,
  inputs: string[],
  tensors: readonly OperationInput[],
  outputs: readonly OutputShape[],
): string {
  const shapes = tensors.map((tensor) => ('valueArray' in tensor ? [] : tensor.shape));
  const other = faster(native.backend.binding, operation, attributes, shapes, outputs[0]!.shape);
  if (other)
    return graph.node(
      other.operation,
      other.inputs.map((index) => inputs[index]!),
      { attributes: other.attributes(graph) },
    );
  return graph.node(operation, inputs, {
    attributes: Object.fromEntries(attributes.map((attribute) => [attribute.name, graph.attribute(attribute)])),
  });
}

/** The output's shape, where it is float32 and needs no computing. */
function inferred(
  { operation, attributes, inputs }: OperationEvent,
  tensors: readonly OperationInput[],
  constants: ReadonlyMap<Label, ConstantEvent>,
): number[] | undefined {
  const shaped: Shaped[] = [];
  for (const [index, tensor] of tensors.entries()) {
    if ('valueArray' in tensor) return undefined;
    const constant = constants.get(inputs[index] as Label);
    if (tensor.dtype !== 'float32' && !constant) return undefined;
    shaped.push({ shape: tensor.shape, ...(constant && { values: constant.values }) });
  }
  return inferShape(operation, attributes, shaped);
}

/** Makes tensors of zeros that cost nothing: all in the same memory, which TensorFlow reads in place. */
function blankTensors({ tf, backend }: Native): (shape: number[]) => tfjs.Tensor {
  const write = backend.write.bind(backend);
  let zeros = new Float32Array(0);
  return (shape) => {
    const size = shape.reduce((product, length) => product * length, 1);
    if (zeros.length < size) zeros = new Float32Array(size);
    const dataId = write(zeros.subarray(0, size), shape, 'float32');
    return tf.engine().makeTensorFromTensorInfo({ dataId, shape, dtype: 'float32' });
  };
}

/** Runs `body` again; operations answer with tensors of the recorded shapes that hold no values, so that this costs next to nothing. */
function repeat<T>(
  native: Native,
  where: string,
  known: ReadonlyMap<tfjs.Tensor['dataId'], string>,
  events: readonly Event[],
  body: (endpointOf: (tensor: tfjs.Tensor) => string) => T,
): void {
  const write = native.backend.write.bind(native.backend);
  let at = 0;
  tape(
    native,
    where,
    known,
    {
      constant(event) {
        const before = events[at++];
        if (
          before?.kind === 'constant' &&
          before.dtype === event.dtype &&
          equal(before.shape, event.shape) &&
          equal(before.values, event.values)
        )
          return;
        const reader = events.find((other) => other.kind === 'operation' && other.inputs.includes(event.label)) as
          | OperationEvent
          | undefined;
        const who = reader ? `operation ${reader.operation}` : 'the function';
        const what = `numbers of shape [${event.shape}] that differ from one call to the next`;
        throw new TraceError(where, `${who} reads ${what}; what varies must be an input`);
      },
      operation(event) {
        const before = events[at++];
        if (before?.kind !== 'operation' || !sameOperation(before, event))
          throw new TraceError(where, `operation ${event.operation} differs from one call to the next; what varies must be an input`);
        return before.outputs.map(({ shape, dtype }) => {
          const dataId = write(null as unknown as tfjs.backend_util.BackendValues, shape, dtype);
          return native.tf.engine().makeTensorFromTensorInfo({ dataId, shape, dtype });
        });
      },
    },
    (labelOf) => body(labelOf),
  );
}

function sameOperation(a: OperationEvent, b: OperationEvent): boolean {
  return a.operation === b.operation && equal(a.inputs, b.inputs) && JSON.stringify(a.attributes) === JSON.stringify(b.attributes);
}

function equal(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
