import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, Inputs, ProgramSpec } from './backend.ts';
import { outputsOf, scalarsOf } from './checks.ts';
import type { Graph } from './graph.ts';
import type { Native } from './native.ts';
import { momentsPerVariable, type Optimizer } from './optimizer.ts';
import { trace } from './trace.ts';
import { writeUpdates } from './updates.ts';

/** A variable's nodes: its handle and that of each moment, and the node that reads it. */
export interface GraphVariable {
  shape: number[];
  size: number;
  handle: string;
  read: string;
  moments: { handle: string; read: string }[];
}

/** Names of the nodes that a session feeds and fetches. */
export const names = {
  input: (where: string, input: string) => `in_${where}_${input}`,
  output: (where: string, index: number) => `out_${where}_${index}`,
  /** All scalars of the loss in one vector; fetching it runs the update. */
  step: 'step',
  /** The new value of a variable (moment -1) or of one of its moments. */
  assigned: (variable: number, moment: number) => (moment < 0 ? `set_${variable}` : `set_${variable}_${moment}`),
  /** Fetching it assigns all of them. */
  assign: 'assign',
};

/** Writes a whole program into the graph. Returns its variables, and how many outputs each function has. */
export function writeProgram(native: Native, graph: Graph, spec: ProgramSpec, optimizer: Optimizer | undefined) {
  const variables = spec.variables.map((variable, index) => writeVariable(graph, variable, index, momentsPerVariable(optimizer)));
  const known = new Map(spec.variables.map((variable, index) => [variable.dataId, variables[index]!.read]));
  const outputCounts = new Map<string, number>();
  if (spec.step && optimizer) writeStep(native, graph, known, spec.variables, variables, spec.step, optimizer);
  for (const [name, { inputs, outputs }] of Object.entries(spec.functions ?? {})) {
    const endpoints = traceWith(native, graph, name, known, inputs, (given, endpointOf) =>
      outputsOf(native.tf, name, outputs, given).map(endpointOf),
    );
    endpoints.forEach((endpoint, index) => {
      graph.node('Identity', [endpoint], { name: names.output(name, index), attributes: { T: graph.type('float32') } });
    });
    outputCounts.set(name, endpoints.length);
  }
  writeAssign(graph, variables);
  return { variables, outputCounts };
}

function writeVariable(graph: Graph, { shape, size }: tfjs.Variable, index: number, momentCount: number): GraphVariable {
  const declare = (name: string) => {
    const attributes = {
      dtype: graph.type('float32'),
      shape: graph.shape(shape),
      shared_name: graph.text(name),
      container: graph.text(''),
    };
    const handle = graph.node('VarHandleOp', [], { attributes });
    return { handle, read: graph.node('ReadVariableOp', [handle], { name: `read_${name}`, attributes: { dtype: graph.type('float32') } }) };
  };
  const moments = Array.from({ length: momentCount }, (_, moment) => declare(`${index}_${moment}`));
  return { shape, size, moments, ...declare(`${index}`) };
}

function writeStep(
  native: Native,
  graph: Graph,
  known: ReadonlyMap<tfjs.Tensor['dataId'], string>,
  trained: tfjs.Variable[],
  variables: readonly GraphVariable[],
  { inputs, loss }: NonNullable<ProgramSpec['step']>,
  optimizer: Optimizer,
): void {
  const { tf } = native;
  const { scalars, gradients } = traceWith(native, graph, 'step', known, inputs, (given, endpointOf) => {
    let reported: string[] = [];
    const { grads } = tf.variableGrads(() => {
      const values = scalarsOf(tf, loss, given);
      reported = values.map(endpointOf);
      return values[0]!;
    }, trained);
    return { scalars: reported, gradients: trained.map(({ name }) => (grads[name] ? endpointOf(grads[name]) : undefined)) };
  });
  const float = graph.type('float32');
  const vector = graph.node('Pack', scalars, { attributes: { N: graph.integer(scalars.length), T: float, axis: graph.integer(0) } });
  const updates = writeUpdates(
    graph,
    optimizer,
    variables.map(({ handle, read, moments }, index) => {
      return { handle, read, moments: moments.map((moment) => moment.handle), gradient: gradients[index] };
    }),
  );
  graph.node('Identity', [vector], { name: names.step, attributes: { T: float }, after: updates });
}

/** Traces `body` with example inputs of zeros. */
function traceWith<T>(
  native: Native,
  graph: Graph,
  where: string,
  variables: ReadonlyMap<tfjs.Tensor['dataId'], string>,
  inputs: Record<string, InputSpec>,
  body: (inputs: Inputs, endpointOf: (tensor: tfjs.Tensor) => string) => T,
): T {
  const { tf } = native;
  const given: Inputs = {};
  const known = new Map(variables);
  for (const [name, { shape, dtype }] of Object.entries(inputs)) {
    given[name] = tf.zeros(shape, dtype);
    known.set(given[name].dataId, graph.placeholder(names.input(where, name), dtype, shape));
  }
  try {
    return trace(native, graph, where, known, (endpointOf) => body({ ...given }, endpointOf));
  } finally {
    tf.dispose(given);
  }
}

/** Writes what sets all variables and moments. The copy keeps a variable from living in the memory of the caller's array. */
function writeAssign(graph: Graph, variables: readonly GraphVariable[]): void {
  const attributes = { dtype: graph.type('float32') };
  const assigns = variables.flatMap(({ shape, handle, moments }, variable) =>
    [handle, ...moments.map((moment) => moment.handle)].map((target, index) => {
      const value = graph.placeholder(names.assigned(variable, index - 1), 'float32', shape);
      const copy = graph.node('DeepCopy', [value], { attributes: { T: graph.type('float32') } });
      return graph.node('AssignVariableOp', [target, copy], { attributes });
    }),
  );
  const done = graph.constant('int32', [], Int32Array.of(variables.length));
  graph.node('Identity', [done], { name: names.assign, attributes: { T: graph.type('int32') }, after: assigns });
}
