import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, ProgramSpec, Resident } from '../backend.ts';
import { outputsOf } from '../checks.ts';
import { given, seen, storedDtype, writeInput } from '../inputs.ts';
import { momentsPerVariable, type Optimizer } from '../optimizer.ts';
import type { Native } from './binding.ts';
import type { Graph } from './graph.ts';
import { type TraceBody, writeSteps } from './steps.ts';
import { trace } from './trace.ts';
import { type GraphVariable, writeAssign, writeVariable } from './variables.ts';

/** Names of the nodes that a session feeds and fetches to run a function. */
export const names = {
  input: (where: string, input: string) => `in_${where}_${input}`,
  output: (where: string, index: number) => `out_${where}_${index}`,
  resident: (index: number) => `resident_${index}`,
};

export interface Layout {
  /** `variables`, then `frozen`. */
  variables: GraphVariable[];
  /** How many scalars a step reports. */
  scalars: number;
  /** How many outputs each function has. */
  outputs: Map<string, number>;
}

/** Writes a whole program into the graph: its variables, K steps as one loop, functions, and the setting of weights and moments. */
export function writeProgram(native: Native, graph: Graph, spec: ProgramSpec, optimizer: Optimizer | undefined): Layout {
  const moments = momentsPerVariable(optimizer);
  const all = [...spec.variables, ...(spec.frozen ?? [])];
  const variables = all.map((variable, index) => writeVariable(graph, variable, index, index < spec.variables.length ? moments : 0));
  const residents = residentNames(spec);
  for (const [of, name] of residents) graph.placeholder(name, storedDtype(of), [of.rows, ...of.shape]);
  const resident = (of: Resident) => residents.get(of)!;
  const traceBody = tracer(native, graph);

  const scalars = spec.step && optimizer ? writeSteps(native, graph, traceBody, resident, spec, variables, spec.step, optimizer) : 0;
  const known = new Map(all.map((variable, index) => [variable.dataId, variables[index]!.read]));
  const outputs = new Map<string, number>();
  for (const [name, called] of Object.entries(spec.functions ?? {})) {
    const inputs = Object.fromEntries(
      Object.entries(called.inputs).map(([input, spec]) => {
        const { shape, dtype } = given(spec);
        const value = graph.placeholder(names.input(name, input), dtype, shape);
        return [input, { spec, endpoint: writeInput(graph, spec, value, resident) }];
      }),
    );
    const endpoints = traceBody(name, known, inputs, (values, endpointOf) =>
      outputsOf(native.tf, name, called.outputs, values).map(endpointOf),
    );
    endpoints.forEach((endpoint, index) => {
      graph.node('Identity', [endpoint], { name: names.output(name, index), attributes: { T: graph.type('float32') } });
    });
    outputs.set(name, endpoints.length);
  }
  writeAssign(graph, variables);
  return { variables, scalars, outputs };
}

/** The resident arrays that a program reads, each with the name of its placeholder. */
export function residentNames(spec: ProgramSpec): Map<Resident, string> {
  const residents = new Map<Resident, string>();
  for (const { inputs } of [...(spec.step ? [spec.step] : []), ...Object.values(spec.functions ?? {})])
    for (const input of Object.values(inputs))
      if ('of' in input && !residents.has(input.of)) residents.set(input.of, names.resident(residents.size));
  return residents;
}

/** All that the layout of a graph depends on, beside what the functions compute: equal for programs of one key that really are alike. */
export function outline(spec: ProgramSpec): string {
  const numbers = new Map([...residentNames(spec).keys()].map((of, index) => [of, index]));
  const inputs = (of: Record<string, InputSpec>) =>
    Object.entries(of).map(([name, input]) =>
      'of' in input
        ? [name, numbers.get(input.of), input.rows, input.of.rows, input.of.shape, storedDtype(input.of), input.of.as]
        : [name, input],
    );
  return JSON.stringify([
    spec.variables.map(({ shape }) => shape),
    (spec.frozen ?? []).map(({ shape }) => shape),
    spec.step && [
      inputs(spec.step.inputs),
      spec.step.optimizer,
      (spec.step.decayed ?? []).map((variable) => spec.variables.indexOf(variable)),
    ],
    Object.entries(spec.functions ?? {}).map(([name, called]) => [name, inputs(called.inputs)]),
  ]);
}

/** Traces functions with example inputs of zeros. */
function tracer(native: Native, graph: Graph): TraceBody {
  const { tf } = native;
  return (where, known, inputs, body) => {
    const examples: Record<string, tfjs.Tensor> = {};
    const readable = new Map(known);
    for (const [name, { spec, endpoint }] of Object.entries(inputs)) {
      const { shape, dtype } = seen(spec);
      examples[name] = tf.zeros(shape, dtype);
      readable.set(examples[name].dataId, endpoint);
    }
    try {
      return trace(native, graph, where, readable, (endpointOf) => body({ ...examples }, endpointOf));
    } finally {
      tf.dispose(examples);
    }
  };
}
