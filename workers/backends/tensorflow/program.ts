import type { InputSpec, InputValues, Program, ProgramSpec } from '../backend.ts';
import { checkLearningRates, checkSizes, checkSpec, checkValues } from '../checks.ts';
import { given } from '../inputs.ts';
import { momentsPerVariable, parseOptimizer, schedule } from '../optimizer.ts';
import type { Native } from './binding.ts';
import { compiledGraph } from './compiled.ts';
import { names, residentNames } from './layout.ts';
import type { Feed } from './session.ts';
import { FEEDS, STEPS } from './steps.ts';
import { tensorId } from './tensors.ts';
import { ASSIGN, assigned } from './variables.ts';
import { LOOP } from './while.ts';

/**
 * Compiles a program into one TensorFlow graph: steps, functions, and the reading and writing of weights and moments, all on the same
 * resource variables. The weights start as those of the specification's variables, which belong to the program from then on.
 */
export function compileProgram(native: Native, spec: ProgramSpec): Program {
  checkSpec(spec);
  const optimizer = spec.step && parseOptimizer(spec.step.optimizer);
  const residents = residentNames(spec);
  const { layout, session, release } = compiledGraph(native, spec, optimizer);
  const { variables, scalars, outputs } = layout;
  let open = true;
  const call = (feeds: readonly Feed[], fetches: readonly string[]) => {
    if (!open) throw new Error('the program has been disposed');
    return session.run(feeds, fetches);
  };
  const all = [...spec.variables, ...(spec.frozen ?? [])];

  const sizes = variables.map(({ size }) => size);
  const momentSizes = variables.flatMap(({ size, moments }) => moments.map(() => size));
  const momentCount = momentsPerVariable(optimizer);
  let made = 0;

  const feedInputs = (
    inputs: Record<string, InputSpec>,
    values: InputValues,
    name: (input: string) => string,
    stacked?: number,
  ): Feed[] => {
    const feeds: Feed[] = [];
    const used = new Set<string>();
    for (const [input, spec] of Object.entries(inputs)) {
      const { shape, dtype } = given(spec);
      feeds.push({ name: name(input), dtype, shape: stacked === undefined ? shape : [stacked, ...shape], values: values[input]! });
      if (!('of' in spec) || used.has(residents.get(spec.of)!)) continue;
      used.add(residents.get(spec.of)!);
      feeds.push({ name: residents.get(spec.of)!, id: tensorId(spec.of) });
    }
    return feeds;
  };
  const fetchAll = (reads: string[]) => (reads.length === 0 ? [] : (call([], reads) as Float32Array[]));

  const write = (weights: readonly Float32Array[], moments: readonly Float32Array[]) => {
    const feed = (name: string, shape: number[], array: Float32Array): Feed => ({ name, dtype: 'float32', shape, values: array });
    const feeds = variables.flatMap(({ shape, moments: { length } }, index) => [
      feed(assigned(index, -1), shape, weights[index]!),
      ...moments
        .slice(index * momentCount, index * momentCount + length)
        .map((array, moment) => feed(assigned(index, moment), shape, array)),
    ]);
    call(feeds, [ASSIGN]);
  };
  const noMoments = () => momentSizes.map((size) => new Float32Array(size));
  write(
    all.map((variable) => variable.dataSync() as Float32Array),
    noMoments(),
  );

  return {
    async steps(values, learningRates) {
      if (!spec.step || !optimizer) throw new Error('the program was compiled without a step');
      checkLearningRates(learningRates);
      const count = learningRates.length;
      checkValues('step', spec.step.inputs, values, count);
      const feeds: Feed[] = [
        ...feedInputs(spec.step.inputs, values, FEEDS.input, count),
        { name: FEEDS.schedule, dtype: 'float32', shape: [count, 3], values: schedule(optimizer, learningRates, made + 1) },
        { name: LOOP.count, dtype: 'int32', shape: [], values: Int32Array.of(count) },
        { name: LOOP.rows, dtype: 'float32', shape: [count, scalars], values: new Float32Array(count * scalars).fill(Number.NaN) },
      ];
      const rows = call(feeds, [STEPS])[0] as Float32Array;
      made += count;
      return rows;
    },
    async run(name, values) {
      const { inputs } = spec.functions?.[name] ?? {};
      if (!inputs)
        throw new RangeError(`functions: there is no ${name}; there are ${Object.keys(spec.functions ?? {}).join(', ') || 'none'}`);
      checkValues(name, inputs, values);
      const fetches = Array.from({ length: outputs.get(name)! }, (_, index) => names.output(name, index));
      const feeds = feedInputs(inputs, values, (input) => names.input(name, input));
      return call(feeds, fetches) as Float32Array[];
    },
    read: async () => fetchAll(variables.map(({ read }) => read)),
    async write(weights, state) {
      checkSizes('weights', weights, sizes);
      if (state) checkSizes('optimizer.moments', state.moments, momentSizes);
      write(weights, state?.moments ?? noMoments());
      made = state?.steps ?? 0;
    },
    optimizerState: async () => ({
      steps: made,
      moments: fetchAll(variables.flatMap(({ moments }) => moments.map(({ read }) => read))),
    }),
    dispose() {
      if (!open) return;
      open = false;
      native.tf.dispose(all);
      release();
    },
  };
}
