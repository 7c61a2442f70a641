import type * as tfjs from '@tensorflow/tfjs-core';
import type { Assign, InputSpec, Inputs, InputValues, ProgramSpec, TF } from './backend.ts';
import { given, seen } from './inputs.ts';
import { checkRows } from './residents.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** @throws RangeError or TypeError naming the field of a specification that no backend can compile. */
export function checkSpec(spec: ProgramSpec): void {
  const { variables, frozen = [], step } = spec;
  if (variables.length === 0 && step) throw new RangeError('variables: a step needs at least one variable to train');
  for (const variable of [...variables, ...frozen]) {
    if (variable.dtype !== 'float32') throw new TypeError(`variable ${variable.name}: ${variable.dtype}; only float32 trains`);
    if (variable.isDisposed) throw new RangeError(`variable ${variable.name}: already disposed`);
  }
  const names = new Set([...variables, ...frozen].map((variable) => variable.name));
  if (names.size < variables.length + frozen.length) throw new RangeError('variables: two have the same name');
  for (const variable of step?.decayed ?? [])
    if (!variables.includes(variable)) throw new RangeError(`step.decayed: ${variable.name} is not one of \`variables\``);
  if (step) checkInputs('step', step.inputs);
  for (const [name, { inputs }] of Object.entries(spec.functions ?? {})) {
    if (!NAME.test(name) || name === 'step') throw new RangeError(`functions.${name}: a name is letters, digits and _, and not "step"`);
    checkInputs(name, inputs);
  }
}

function checkInputs(where: string, inputs: Record<string, InputSpec>): void {
  for (const [name, spec] of Object.entries(inputs)) {
    if (!NAME.test(name)) throw new RangeError(`${where}: input name ${JSON.stringify(name)}; allowed are letters, digits and _`);
    if ('draw' in spec && spec.draw !== 'NORMAL' && spec.draw !== 'UNIFORM')
      throw new RangeError(`${where}: input ${name}: draw ${spec.draw}; allowed are NORMAL and UNIFORM`);
    const { shape, dtype } = seen(spec);
    if (dtype !== 'float32' && dtype !== 'int32') throw new TypeError(`${where}: input ${name}: ${dtype}; allowed are float32 and int32`);
    if (!shape.every((length) => Number.isInteger(length) && length > 0))
      throw new RangeError(`${where}: input ${name}: shape [${shape}]; every length must be a positive integer`);
  }
}

/**
 * @param stacked how many values of each input there must be, one after the other; undefined for one that is not stacked
 * @throws RangeError or TypeError naming the input whose values do not fit its specification
 */
export function checkValues(where: string, inputs: Record<string, InputSpec>, values: InputValues, stacked?: number): void {
  for (const name of Object.keys(values)) if (!(name in inputs)) throw new RangeError(`${where}: there is no input ${name}`);
  for (const [name, spec] of Object.entries(inputs)) {
    const { shape, dtype } = given(spec);
    const array = values[name];
    if (array === undefined) throw new RangeError(`${where}: input ${name} is missing`);
    if (!(dtype === 'float32' ? array instanceof Float32Array : array instanceof Int32Array))
      throw new TypeError(`${where}: input ${name}: values must be a ${dtype === 'float32' ? 'Float32Array' : 'Int32Array'}`);
    const whole = stacked === undefined ? shape : [stacked, ...shape];
    const size = whole.reduce((product, length) => product * length, 1);
    if (array.length !== size) throw new RangeError(`${where}: input ${name}: ${array.length} numbers; shape [${whole}] takes ${size}`);
    if ('of' in spec) checkRows(`${where}: input ${name}`, array as Int32Array, spec.of);
  }
}

export function checkLearningRates(learningRates: ArrayLike<number>): void {
  if (learningRates.length === 0) throw new RangeError('learningRates: there are none; each step takes one');
  for (let i = 0; i < learningRates.length; i++) {
    const rate = learningRates[i]!;
    if (!Number.isFinite(rate) || rate < 0) throw new RangeError(`learningRates[${i}]: ${rate}; it must be a finite number of at least 0`);
  }
}

/** An `assign` that refuses what cannot be assigned. */
export function checkedAssign(frozen: readonly tfjs.Variable[], assign: Assign): Assign {
  return (variable, value) => {
    if (!frozen.includes(variable)) throw new RangeError(`step: ${variable.name} is assigned and is not one of \`frozen\``);
    if (value.shape.join() !== variable.shape.join())
      throw new RangeError(`step: ${variable.name} is assigned a value of shape [${value.shape}]; it has [${variable.shape}]`);
    assign(variable, value);
  };
}

/** @throws RangeError when lists of numbers do not fit the sizes that a program holds. */
export function checkSizes(field: string, arrays: readonly Float32Array[], sizes: readonly number[]): void {
  if (arrays.length !== sizes.length) throw new RangeError(`${field}: ${arrays.length} arrays; there must be ${sizes.length}`);
  sizes.forEach((size, index) => {
    const length = arrays[index]!.length;
    if (length !== size) throw new RangeError(`${field}[${index}]: ${length} numbers; there must be ${size}`);
  });
}

/** Runs a loss and checks that it gives what can be reported: float32 scalars, at least one. */
export function scalarsOf(tf: TF, loss: (inputs: Inputs) => unknown, inputs: Inputs): tfjs.Scalar[] {
  const scalars = loss(inputs);
  if (!Array.isArray(scalars) || scalars.length === 0) throw new TypeError('step: loss must return at least one scalar, as an array');
  return scalars.map((scalar: unknown, index) => {
    if (!(scalar instanceof tf.Tensor)) throw new TypeError(`step: loss[${index}] is not a tensor`);
    if (scalar.rank !== 0) throw new TypeError(`step: loss[${index}] has shape [${scalar.shape}]; it must be a scalar`);
    return (scalar.dtype === 'float32' ? scalar : tf.cast(scalar, 'float32')) as tfjs.Scalar;
  });
}

/** Runs a function of a program and gives its outputs as float32. */
export function outputsOf(tf: TF, name: string, outputs: (inputs: Inputs) => unknown, inputs: Inputs): tfjs.Tensor[] {
  const tensors = outputs(inputs);
  if (!Array.isArray(tensors)) throw new TypeError(`${name}: outputs must return an array of tensors`);
  return tensors.map((tensor: unknown, index) => {
    if (!(tensor instanceof tf.Tensor)) throw new TypeError(`${name}: outputs[${index}] is not a tensor`);
    return tensor.dtype === 'float32' ? tensor : tf.cast(tensor, 'float32');
  });
}
