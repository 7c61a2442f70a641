import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, Inputs, InputValues, OptimizerState, Program, ProgramSpec } from '../backend.ts';
import { checkedAssign, checkLearningRates, checkSizes, checkSpec, checkValues, outputsOf, scalarsOf } from '../checks.ts';
import { seen } from '../inputs.ts';
import { momentsPerVariable, parseOptimizer } from '../optimizer.ts';
import type { EagerDevice, Moments } from './device.ts';
import { sliceOf, tensorsOf } from './inputs.ts';
import { checkRepeatable } from './observe.ts';

/**
 * A program where there is no graph: each call runs the functions anew, with the same results and the same refusals as compiled ones.
 * Weights and moments stay on the device. Where reading waits for the device, `steps` reads once, when all of its updates are under way: a
 * loss that is not finite is found then, and the updates behind it were made; their losses are NaN all the same, and whoever goes on after
 * that writes weights first.
 */
export function compileEagerly(device: EagerDevice, spec: ProgramSpec): Program {
  checkSpec(spec);
  const { tf } = device;
  const { variables, frozen = [] } = spec;
  const all = [...variables, ...frozen];
  const optimizer = spec.step && parseOptimizer(spec.step.optimizer);
  const decayed = new Set(spec.step?.decayed ?? []);
  const perVariable = momentsPerVariable(optimizer);
  let moments: Moments[] | undefined;
  let made = 0;
  let open = true;

  const mustBeOpen = () => {
    if (!open) throw new Error('the program has been disposed');
  };
  checkAll(device, spec);

  const disposeMoments = () => {
    tf.dispose(moments ?? []);
    moments = undefined;
  };
  /** Zeros until the first step. */
  const momentsNow = () => {
    moments ??= tf.tidy(() => variables.map(({ shape }) => Array.from({ length: perVariable }, () => tf.keep(device.zeros(shape)))));
    return moments;
  };

  /** Makes one update. @returns what is reported, [scalars] */
  const step = (values: InputValues, learningRate: number): tfjs.Tensor1D => {
    const { inputs, loss } = spec.step!;
    const assigned = new Map<tfjs.Variable, tfjs.Tensor>();
    return tf.tidy(() => {
      const tensors = tensorsOf(device, inputs, values);
      let scalars: tfjs.Scalar[] = [];
      const { grads } = tf.variableGrads(() => {
        const assign = checkedAssign(frozen, (variable, value) => assigned.set(variable, tf.keep(tf.clone(value))));
        scalars = scalarsOf(tf, (of) => loss(of, assign), tensors).map((scalar) => tf.keep(tf.clone(scalar)));
        return tf.clone(scalars[0]!);
      }, variables);
      const reported = tf.stack(scalars) as tfjs.Tensor1D;
      tf.dispose(scalars);
      const gradients = variables.map(({ name }) => grads[name]);
      made++;
      device.update(optimizer!, variables, momentsNow(), gradients, { learningRate, step: made, decayed });
      for (const [variable, value] of assigned) variable.assign(value);
      tf.dispose([...assigned.values()]);
      return reported;
    });
  };

  const writeMoments = ({ moments: given }: OptimizerState) => {
    moments = variables.map(({ shape }, index) =>
      given.slice(index * perVariable, (index + 1) * perVariable).map((array) => tf.tensor(array.slice(), shape)),
    );
  };

  return {
    async steps(values, learningRates) {
      mustBeOpen();
      if (!spec.step) throw new Error('the program was compiled without a step');
      checkLearningRates(learningRates);
      const count = learningRates.length;
      checkValues('step', spec.step.inputs, values, count);
      const rows: tfjs.Tensor1D[] = [];
      try {
        for (let k = 0; k < count; k++) {
          const row = step(sliceOf(spec.step.inputs, values, k), learningRates[k]!);
          rows.push(row);
          if (device.readsAtOnce && !Number.isFinite(row.dataSync()[0])) break;
        }
        const stacked = tf.stack(rows);
        rows.push(stacked as tfjs.Tensor1D);
        return upToNonFinite(await device.read(stacked), count, stacked.shape[1]!);
      } finally {
        tf.dispose(rows);
      }
    },
    async run(name, values) {
      mustBeOpen();
      const called = spec.functions?.[name];
      if (!called)
        throw new RangeError(`functions: there is no ${name}; there are ${Object.keys(spec.functions ?? {}).join(', ') || 'none'}`);
      checkValues(name, called.inputs, values);
      const outputs = tf.tidy(() => outputsOf(tf, name, called.outputs, tensorsOf(device, called.inputs, values)));
      try {
        return await Promise.all(outputs.map((output) => device.read(output)));
      } finally {
        tf.dispose(outputs);
      }
    },
    async read() {
      mustBeOpen();
      return Promise.all(all.map((variable) => device.read(variable)));
    },
    async write(given, state) {
      mustBeOpen();
      checkSizes(
        'weights',
        given,
        all.map(({ size }) => size),
      );
      if (state)
        checkSizes(
          'optimizer.moments',
          state.moments,
          variables.flatMap(({ size }) => Array<number>(perVariable).fill(size)),
        );
      all.forEach((variable, index) => {
        tf.tidy(() => variable.assign(tf.tensor(given[index]!.slice(), variable.shape)));
      });
      disposeMoments();
      if (state) writeMoments(state);
      made = state?.steps ?? 0;
    },
    async optimizerState() {
      mustBeOpen();
      return {
        steps: made,
        moments: await Promise.all(
          momentsNow()
            .flat()
            .map((tensor) => device.read(tensor)),
        ),
      };
    },
    dispose() {
      if (!open) return;
      open = false;
      disposeMoments();
      tf.dispose(all);
      device.released();
    },
  };
}

/** What is reported of `count` updates, NaN behind the first whose minimised scalar is not finite. */
function upToNonFinite(numbers: Float32Array, count: number, width: number): Float32Array {
  const result = new Float32Array(count * width).fill(Number.NaN);
  const rows = numbers.length / width;
  let used = 0;
  while (used < rows && (used === 0 || Number.isFinite(numbers[(used - 1) * width]))) used++;
  result.set(numbers.subarray(0, used * width));
  return result;
}

/** Refuses, before anything trains, what would not be the same in each call. */
function checkAll({ tf }: EagerDevice, { variables, frozen = [], step, functions = {} }: ProgramSpec): void {
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
