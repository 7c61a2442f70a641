import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, Inputs, InputValues, ProgramSpec, TF } from './backend.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** @throws RangeError or TypeError naming the field of a specification that no backend can compile. */
export function checkSpec(spec: ProgramSpec): void {
  if (spec.variables.length === 0 && spec.step) throw new RangeError('variables: a step needs at least one variable to train');
  for (const variable of spec.variables) {
    if (variable.dtype !== 'float32') throw new TypeError(`variable ${variable.name}: ${variable.dtype}; only float32 trains`);
    if (variable.isDisposed) throw new RangeError(`variable ${variable.name}: already disposed`);
  }
  const names = new Set(spec.variables.map((variable) => variable.name));
  if (names.size < spec.variables.length) throw new RangeError('variables: two have the same name');
  if (spec.step) checkInputs('step', spec.step.inputs);
  for (const [name, { inputs }] of Object.entries(spec.functions ?? {})) {
    if (!NAME.test(name) || name === 'step') throw new RangeError(`functions.${name}: a name is letters, digits and _, and not "step"`);
    checkInputs(name, inputs);
  }
}

function checkInputs(where: string, inputs: Record<string, InputSpec>): void {
  for (const [name, { shape, dtype }] of Object.entries(inputs)) {
    if (!NAME.test(name)) throw new RangeError(`${where}: input name ${JSON.stringify(name)}; allowed are letters, digits and _`);
    if (dtype !== 'float32' && dtype !== 'int32') throw new TypeError(`${where}: input ${name}: ${dtype}; allowed are float32 and int32`);
    if (!shape.every((length) => Number.isInteger(length) && length > 0))
      throw new RangeError(`${where}: input ${name}: shape [${shape}]; every length must be a positive integer`);
  }
}

/** @throws RangeError or TypeError naming the input whose values do not fit its specification. */
export function checkValues(where: string, inputs: Record<string, InputSpec>, values: InputValues): void {
  for (const name of Object.keys(values)) if (!(name in inputs)) throw new RangeError(`${where}: there is no input ${name}`);
  for (const [name, { shape, dtype }] of Object.entries(inputs)) {
    const given = values[name];
    if (given === undefined) throw new RangeError(`${where}: input ${name} is missing`);
    if (!(dtype === 'float32' ? given instanceof Float32Array : given instanceof Int32Array))
      throw new TypeError(`${where}: input ${name}: values must be a ${dtype === 'float32' ? 'Float32Array' : 'Int32Array'}`);
    const size = shape.reduce((product, length) => product * length, 1);
    if (given.length !== size) throw new RangeError(`${where}: input ${name}: ${given.length} numbers; shape [${shape}] takes ${size}`);
  }
}

export function checkLearningRate(learningRate: number): void {
  if (!Number.isFinite(learningRate) || learningRate < 0)
    throw new RangeError(`learningRate: ${learningRate}; it must be a finite number of at least 0`);
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
