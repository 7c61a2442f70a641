import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, Inputs, ProgramSpec, Resident, StepSpec } from '../backend.ts';
import { checkedAssign, scalarsOf } from '../checks.ts';
import { gather, given, storedDtype, writeInput } from '../inputs.ts';
import type { Optimizer } from '../optimizer.ts';
import type { Native } from './binding.ts';
import type { Graph } from './graph.ts';
import { writeUpdates } from './updates.ts';
import { type GraphVariable, readVariable } from './variables.ts';
import { writeWhile } from './while.ts';

/** Names of what a session feeds for K steps; `name` is an input's. */
export const FEEDS = {
  /** [K, 3]: learning rate, beta1^t, beta2^t. */
  schedule: 'schedule',
  input: (name: string) => `in_step_${name}`,
};
/** Fetching it makes the steps: [K, scalars]. */
export const STEPS = 'steps';

/** Runs `body` on tensors that stand for the inputs, and gives it the endpoints of what it makes. */
export type TraceBody = <T>(
  where: string,
  known: ReadonlyMap<tfjs.Tensor['dataId'], string>,
  inputs: Record<string, { spec: InputSpec; endpoint: string }>,
  body: (inputs: Inputs, endpointOf: (tensor: tfjs.Tensor) => string) => T,
) => T;

/** Writes K steps as one loop: in each the inputs, the loss, its gradients and the updates. Returns how many scalars a step reports. */
export function writeSteps(
  { tf }: Native,
  graph: Graph,
  trace: TraceBody,
  resident: (of: Resident) => string,
  { variables, frozen = [] }: ProgramSpec,
  nodes: readonly GraphVariable[],
  step: StepSpec,
  optimizer: Optimizer,
): number {
  const float = graph.type('float32');
  const schedule = graph.placeholder(FEEDS.schedule, 'float32', [-1, 3]);
  const placeholders = Object.entries(step.inputs).map(([name, spec]) => {
    const { shape, dtype } = given(spec);
    return { name, spec, dtype, stacked: graph.placeholder(FEEDS.input(name), dtype, [-1, ...shape]) };
  });
  let width = 0;
  const rows = writeWhile(graph, ({ iteration, enter }) => {
    const inside = nodes.map(({ handle, moments }) => {
      const entered = enter(handle, 'resource');
      return { handle: entered, read: readVariable(graph, entered), moments: moments.map((moment) => enter(moment.handle, 'resource')) };
    });
    const all = [...variables, ...frozen];
    const known = new Map(all.map((variable, index) => [variable.dataId, inside[index]!.read]));
    const here = (of: Resident) => enter(resident(of), storedDtype(of));
    const inputs = Object.fromEntries(
      placeholders.map(({ name, spec, dtype, stacked }) => {
        const value = gather(graph, enter(stacked, dtype), dtype, iteration);
        return [name, { spec, endpoint: writeInput(graph, spec, value, here) }];
      }),
    );
    const { scalars, gradients, assigns } = trace('step', known, inputs, (values, endpointOf) => {
      let reported: string[] = [];
      const assigns = new Map<tfjs.Variable, string>();
      const assign = checkedAssign(frozen, (variable, value) => assigns.set(variable, endpointOf(value)));
      const { grads } = tf.variableGrads(() => {
        const found = scalarsOf(tf, (of) => step.loss(of, assign), values);
        reported = found.map(endpointOf);
        return found[0]!;
      }, variables);
      const gradients = variables.map(({ name }) => (grads[name] ? endpointOf(grads[name]) : undefined));
      return { scalars: reported, gradients, assigns };
    });
    width = scalars.length;
    const row = graph.node('Pack', scalars, { attributes: { N: graph.integer(scalars.length), T: float, axis: graph.integer(0) } });
    const decayed = new Set(step.decayed ?? []);
    const trained = variables.map((variable, index) => ({
      ...inside[index]!,
      gradient: gradients[index],
      decayed: decayed.has(variable),
    }));
    const updates = writeUpdates(graph, optimizer, gather(graph, enter(schedule, 'float32'), 'float32', iteration), trained);
    const moved = [...assigns].map(([variable, value]) => {
      const { handle, read } = inside[all.indexOf(variable)]!;
      return graph.node('AssignVariableOp', [handle, value], { attributes: { dtype: float }, after: [read] });
    });
    const go = graph.node('IsFinite', [scalars[0]!], { attributes: { T: float } });
    return { row, go, after: [...updates, ...moved] };
  });
  graph.node('Identity', [rows], { name: STEPS, attributes: { T: float } });
  return width;
}
