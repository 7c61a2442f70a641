import type { InputSpec, InputValues, Program, ProgramSpec } from './backend.ts';
import { checkLearningRate, checkSizes, checkSpec, checkValues } from './checks.ts';
import { createGraph } from './graph.ts';
import { names, writeProgram } from './layout.ts';
import type { Native } from './native.ts';
import { momentsPerVariable, parseOptimizer } from './optimizer.ts';
import { type Feed, openSession } from './session.ts';
import { SCHEDULE } from './updates.ts';

/**
 * Compiles a program into one TensorFlow graph: step, functions, and the reading and writing of weights and moments, all on the same
 * resource variables. The weights start as those of `spec.variables`, which belong to the program from then on.
 */
export function compileProgram(native: Native, spec: ProgramSpec): Program {
  checkSpec(spec);
  const optimizer = spec.step && parseOptimizer(spec.step.optimizer);
  const graph = createGraph(native.protobuf, native.backend.binding);
  const { variables, outputCounts } = writeProgram(native, graph, spec, optimizer);
  const session = openSession(native.backend.binding, graph);

  const sizes = variables.map(({ size }) => size);
  const momentCount = momentsPerVariable(optimizer);
  const momentSizes = sizes.flatMap((size) => Array<number>(momentCount).fill(size));
  let steps = 0;

  const feedsOf = (where: string, inputs: Record<string, InputSpec>, values: InputValues): Feed[] => {
    checkValues(where, inputs, values);
    return Object.entries(inputs).map(([name, input]) => ({ name: names.input(where, name), ...input, values: values[name]! }));
  };
  const fetchAll = (reads: string[]) => (reads.length === 0 ? [] : (session.run([], reads) as Float32Array[]));

  const program: Program = {
    step(values, learningRate) {
      if (!spec.step || !optimizer) throw new Error('the program was compiled without a step');
      checkLearningRate(learningRate);
      const feeds = feedsOf('step', spec.step.inputs, values);
      const { beta1, beta2 } = optimizer.kind === 'ADAM' ? optimizer : { beta1: 0, beta2: 0 };
      const schedule = Float32Array.of(learningRate, beta1 ** (steps + 1), beta2 ** (steps + 1));
      feeds.push({ name: SCHEDULE, dtype: 'float32', shape: [3], values: schedule });
      const [scalars] = session.run(feeds, [names.step]);
      steps++;
      return scalars as Float32Array;
    },
    run(name, values) {
      const { inputs } = spec.functions?.[name] ?? {};
      if (!inputs)
        throw new RangeError(`functions: there is no ${name}; there are ${Object.keys(spec.functions ?? {}).join(', ') || 'none'}`);
      const fetches = Array.from({ length: outputCounts.get(name)! }, (_, index) => names.output(name, index));
      return session.run(feedsOf(name, inputs, values), fetches) as Float32Array[];
    },
    read: () => fetchAll(variables.map(({ read }) => read)),
    write(weights, state) {
      checkSizes('weights', weights, sizes);
      if (state) checkSizes('optimizer.moments', state.moments, momentSizes);
      const moments = state?.moments ?? momentSizes.map((size) => new Float32Array(size));
      const feed = (name: string, shape: number[], array: Float32Array): Feed => ({ name, dtype: 'float32', shape, values: array });
      const feeds = variables.flatMap(({ shape }, index) => [
        feed(names.assigned(index, -1), shape, weights[index]!),
        ...moments
          .slice(index * momentCount, (index + 1) * momentCount)
          .map((array, moment) => feed(names.assigned(index, moment), shape, array)),
      ]);
      session.run(feeds, [names.assign]);
      steps = state?.steps ?? 0;
    },
    optimizerState: () => ({ steps, moments: fetchAll(variables.flatMap(({ moments }) => moments.map(({ read }) => read))) }),
    dispose() {
      session.dispose();
      native.tf.dispose(spec.variables);
    },
  };
  program.write(spec.variables.map((variable) => variable.dataSync() as Float32Array));
  return program;
}
