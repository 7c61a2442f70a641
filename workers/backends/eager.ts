import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, Inputs, InputValues, Program, ProgramSpec, TF } from './backend.ts';
import { checkLearningRate, checkSizes, checkSpec, checkValues, outputsOf, scalarsOf } from './checks.ts';
import { checkRepeatable } from './observe.ts';
import { momentsPerVariable, parseOptimizer, update } from './optimizer.ts';

/**
 * A program where there is no graph: each call runs the functions anew, with the same results and the same refusals as compiled ones. The
 * weights are those of `spec.variables`, which belong to the program; their numbers and the moments are kept in JavaScript.
 */
export function compileEagerly(tf: TF, spec: ProgramSpec): Program {
  checkSpec(spec);
  const { variables } = spec;
  const optimizer = spec.step && parseOptimizer(spec.step.optimizer);
  const weights = variables.map((variable) => variable.dataSync().slice() as Float32Array);
  const perVariable = momentsPerVariable(optimizer);
  const zeros = () => weights.map(({ length }) => Array.from({ length: perVariable }, () => new Float32Array(length)));
  let moments = zeros();
  let steps = 0;
  let open = true;

  const assign = (index: number) => tf.tidy(() => variables[index]!.assign(tf.tensor(weights[index]!, variables[index]!.shape)));
  const tensorsOf = (inputs: Record<string, InputSpec>, values: InputValues): Inputs =>
    Object.fromEntries(Object.entries(inputs).map(([name, { shape, dtype }]) => [name, tf.tensor(values[name]!, shape, dtype)]));
  const mustBeOpen = () => {
    if (!open) throw new Error('the program has been disposed');
  };
  checkAll(tf, spec);

  return {
    step(values, learningRate) {
      mustBeOpen();
      if (!spec.step || !optimizer) throw new Error('the program was compiled without a step');
      const { inputs, loss } = spec.step;
      checkLearningRate(learningRate);
      checkValues('step', inputs, values);
      const { scalars, gradients } = tf.tidy(() => {
        const given = tensorsOf(inputs, values);
        let reported: tfjs.Scalar[] = [];
        const { grads } = tf.variableGrads(() => {
          reported = scalarsOf(tf, loss, given).map((scalar) => tf.keep(scalar));
          return tf.clone(reported[0]!);
        }, variables);
        const vector = tf.stack(reported);
        tf.dispose(reported);
        return { scalars: vector, gradients: variables.map(({ name }) => grads[name]) };
      });
      steps++;
      gradients.forEach((gradient, index) => {
        if (!gradient) return; // the loss does not depend on it
        update(optimizer, weights[index]!, moments[index]!, gradient.dataSync() as Float32Array, learningRate, steps);
        assign(index);
      });
      const result = scalars.dataSync() as Float32Array;
      tf.dispose([scalars, gradients.filter((gradient) => gradient !== undefined)]);
      return result;
    },
    run(name, values) {
      mustBeOpen();
      const called = spec.functions?.[name];
      if (!called)
        throw new RangeError(`functions: there is no ${name}; there are ${Object.keys(spec.functions ?? {}).join(', ') || 'none'}`);
      checkValues(name, called.inputs, values);
      const outputs = tf.tidy(() => outputsOf(tf, name, called.outputs, tensorsOf(called.inputs, values)));
      const results = outputs.map((output) => output.dataSync() as Float32Array);
      tf.dispose(outputs);
      return results;
    },
    read() {
      mustBeOpen();
      return weights.map((array) => array.slice());
    },
    write(given, state) {
      mustBeOpen();
      checkSizes(
        'weights',
        given,
        weights.map(({ length }) => length),
      );
      if (state)
        checkSizes(
          'optimizer.moments',
          state.moments,
          weights.flatMap(({ length }) => Array<number>(perVariable).fill(length)),
        );
      given.forEach((array, index) => {
        weights[index]!.set(array);
        assign(index);
      });
      moments = zeros();
      state?.moments.forEach((array, index) => {
        moments[Math.floor(index / perVariable)]![index % perVariable]!.set(array);
      });
      steps = state?.steps ?? 0;
    },
    optimizerState() {
      mustBeOpen();
      return { steps, moments: moments.flat().map((array) => array.slice()) };
    },
    dispose() {
      open = false;
      tf.dispose(variables);
    },
  };
}

/** Refuses, before anything trains, what would not be the same in each call. */
function checkAll(tf: TF, { variables, step, functions = {} }: ProgramSpec): void {
  const check = (where: string, inputs: Record<string, InputSpec>, body: (given: Inputs) => tfjs.Tensor[]) => {
    const given: Inputs = Object.fromEntries(Object.entries(inputs).map(([name, { shape, dtype }]) => [name, tf.zeros(shape, dtype)]));
    try {
      checkRepeatable(tf, where, [...variables, ...Object.values(given)], () => body({ ...given }));
    } finally {
      tf.dispose(given);
    }
  };
  if (step) check('step', step.inputs, (given) => scalarsOf(tf, step.loss, given));
  for (const [name, { inputs, outputs }] of Object.entries(functions)) check(name, inputs, (given) => outputsOf(tf, name, outputs, given));
}
