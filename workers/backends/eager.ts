import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, Inputs, InputValues, Program, ProgramSpec, TF } from './backend.ts';
import { checkedAssign, checkLearningRates, checkSizes, checkSpec, checkValues, outputsOf, scalarsOf } from './checks.ts';
import { given, seen } from './inputs.ts';
import { checkRepeatable } from './observe.ts';
import { clipScale, momentsPerVariable, parseOptimizer, update } from './optimizer.ts';
import { drawNumbers } from './philox.ts';

/**
 * A program where there is no graph: each call runs the functions anew, with the same results and the same refusals as compiled ones. The
 * weights are those of the specification's variables, which belong to the program; their numbers and the moments are kept in JavaScript.
 */
export function compileEagerly(tf: TF, spec: ProgramSpec): Program {
  checkSpec(spec);
  const { variables, frozen = [] } = spec;
  const all = [...variables, ...frozen];
  const optimizer = spec.step && parseOptimizer(spec.step.optimizer);
  const decayed = new Set(spec.step?.decayed ?? []);
  const weights = all.map((variable) => variable.dataSync().slice() as Float32Array);
  const perVariable = momentsPerVariable(optimizer);
  const zeros = () => variables.map(({ size }) => Array.from({ length: perVariable }, () => new Float32Array(size)));
  let moments = zeros();
  let made = 0;
  let open = true;

  const upload = (index: number) => tf.tidy(() => all[index]!.assign(tf.tensor(weights[index]!, all[index]!.shape)));
  const mustBeOpen = () => {
    if (!open) throw new Error('the program has been disposed');
  };
  checkAll(tf, spec);

  const step = async (values: InputValues, learningRate: number): Promise<Float32Array> => {
    const { inputs, loss } = spec.step!;
    const assigned = new Map<tfjs.Variable, tfjs.Tensor>();
    const { scalars, gradients } = tf.tidy(() => {
      const tensors = tensorsOf(tf, inputs, values);
      let reported: tfjs.Scalar[] = [];
      const { grads } = tf.variableGrads(() => {
        const assign = checkedAssign(frozen, (variable, value) => assigned.set(variable, tf.keep(tf.clone(value))));
        reported = scalarsOf(tf, (of) => loss(of, assign), tensors).map((scalar) => tf.keep(scalar));
        return tf.clone(reported[0]!);
      }, variables);
      const vector = tf.stack(reported);
      tf.dispose(reported);
      return { scalars: vector, gradients: variables.map(({ name }) => grads[name]) };
    });
    made++;
    const numbers = await Promise.all(gradients.map((gradient) => gradient?.data() as Promise<Float32Array> | undefined));
    const scale = clipScale(
      optimizer!,
      numbers.filter((gradient) => gradient !== undefined),
    );
    numbers.forEach((gradient, index) => {
      if (!gradient) return; // the loss does not depend on it
      const options = { learningRate, step: made, scale, decayed: decayed.has(variables[index]!) };
      update(optimizer!, weights[index]!, moments[index]!, gradient, options);
      upload(index);
    });
    for (const [variable, value] of assigned) {
      weights[all.indexOf(variable)]!.set((await value.data()) as Float32Array);
      variable.assign(value);
    }
    const result = (await scalars.data()) as Float32Array;
    tf.dispose([scalars, ...assigned.values(), ...gradients.filter((gradient) => gradient !== undefined)]);
    return result;
  };

  return {
    async steps(values, learningRates) {
      mustBeOpen();
      if (!spec.step) throw new Error('the program was compiled without a step');
      checkLearningRates(learningRates);
      const count = learningRates.length;
      checkValues('step', spec.step.inputs, values, count);
      const rows: Float32Array[] = [];
      for (let k = 0; k < count; k++) {
        rows.push(await step(sliceOf(spec.step.inputs, values, k), learningRates[k]!));
        if (!Number.isFinite(rows[k]![0])) break;
      }
      const width = rows[0]!.length;
      const result = new Float32Array(count * width).fill(Number.NaN);
      rows.forEach((row, k) => {
        result.set(row, k * width);
      });
      return result;
    },
    async run(name, values) {
      mustBeOpen();
      const called = spec.functions?.[name];
      if (!called)
        throw new RangeError(`functions: there is no ${name}; there are ${Object.keys(spec.functions ?? {}).join(', ') || 'none'}`);
      checkValues(name, called.inputs, values);
      const outputs = tf.tidy(() => outputsOf(tf, name, called.outputs, tensorsOf(tf, called.inputs, values)));
      const results = await Promise.all(outputs.map((output) => output.data() as Promise<Float32Array>));
      tf.dispose(outputs);
      return results;
    },
    async read() {
      mustBeOpen();
      return weights.map((array) => array.slice());
    },
    async write(given, state) {
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
          variables.flatMap(({ size }) => Array<number>(perVariable).fill(size)),
        );
      given.forEach((array, index) => {
        weights[index]!.set(array);
        upload(index);
      });
      moments = zeros();
      state?.moments.forEach((array, index) => {
        moments[Math.floor(index / perVariable)]![index % perVariable]!.set(array);
      });
      made = state?.steps ?? 0;
    },
    async optimizerState() {
      mustBeOpen();
      return { steps: made, moments: moments.flat().map((array) => array.slice()) };
    },
    dispose() {
      open = false;
      tf.dispose(all);
    },
  };
}

/** The k-th of stacked values. */
function sliceOf(inputs: Record<string, InputSpec>, values: InputValues, k: number): InputValues {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, spec]) => {
      const size = given(spec).shape.reduce((product, length) => product * length, 1);
      return [name, values[name]!.subarray(k * size, (k + 1) * size)];
    }),
  );
}

/** What functions see, made of what the caller gave. */
function tensorsOf(tf: TF, inputs: Record<string, InputSpec>, values: InputValues): Inputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, spec]) => [name, tensorOf(tf, spec, values[name]!)]));
}

function tensorOf(tf: TF, spec: InputSpec, value: Float32Array | Int32Array): tfjs.Tensor {
  const { shape, dtype } = seen(spec);
  if ('draw' in spec) return tf.tensor(drawNumbers(spec, tf.util.sizeFromShape(shape), value), shape, dtype);
  if (!('of' in spec)) return tf.tensor(value, shape, dtype);
  const { values, as } = spec.of;
  const width = tf.util.sizeFromShape([...spec.of.shape]);
  const numbers = dtype === 'float32' ? new Float32Array(spec.rows * width) : new Int32Array(spec.rows * width);
  for (let row = 0; row < spec.rows; row++) {
    const from = value[row]! * width;
    const to = row * width;
    if (as === 'UNIT') for (let i = 0; i < width; i++) numbers[to + i] = UNIT[values[from + i]!]!;
    else numbers.set(values.subarray(from, from + width), to);
  }
  return tf.tensor(numbers, shape, dtype);
}

/** Bytes as numbers from 0 to 1. */
const UNIT = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

/** Refuses, before anything trains, what would not be the same in each call. */
function checkAll(tf: TF, { variables, frozen = [], step, functions = {} }: ProgramSpec): void {
  const check = (where: string, inputs: Record<string, InputSpec>, body: (values: Inputs) => tfjs.Tensor[]) => {
    const examples: Inputs = Object.fromEntries(
      Object.entries(inputs).map(([name, spec]) => {
        const { shape, dtype } = seen(spec);
        return [name, tf.zeros(shape, dtype)];
      }),
    );
    try {
      checkRepeatable(tf, where, [...variables, ...frozen, ...Object.values(examples)], () => body({ ...examples }));
    } finally {
      tf.dispose(examples);
    }
  };
  const ignore = checkedAssign(frozen, () => {});
  if (step) check('step', step.inputs, (values) => scalarsOf(tf, (of) => step.loss(of, ignore), values));
  for (const [name, { inputs, outputs }] of Object.entries(functions))
    check(name, inputs, (values) => outputsOf(tf, name, outputs, values));
}
