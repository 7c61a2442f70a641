import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, Inputs, InputValues, Resident, TF } from '../backend.ts';
import { given, seen } from '../inputs.ts';
import type { EagerDevice } from './device.ts';
import { drawNumbers } from './philox.ts';

/** The k-th of stacked values. */
export function sliceOf(inputs: Record<string, InputSpec>, values: InputValues, k: number): InputValues {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, spec]) => {
      const size = given(spec).shape.reduce((product, length) => product * length, 1);
      return [name, values[name]!.subarray(k * size, (k + 1) * size)];
    }),
  );
}

/** What functions see, made of what the caller gave. */
export function tensorsOf(device: EagerDevice, inputs: Record<string, InputSpec>, values: InputValues): Inputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, spec]) => [name, tensorOf(device, spec, values[name]!)]));
}

function tensorOf(device: EagerDevice, spec: InputSpec, value: Float32Array | Int32Array): tfjs.Tensor {
  const { tf } = device;
  const { shape, dtype } = seen(spec);
  if ('draw' in spec) return tf.tensor(drawNumbers(spec, tf.util.sizeFromShape(shape), value), shape, dtype);
  if ('of' in spec) return device.gather(spec.of, value as Int32Array);
  return tf.tensor(value.slice(), shape, dtype); // a backend may keep the array; the caller may change it
}

/** Rows of a resident array, gathered in JavaScript. */
export function gatherRows(tf: TF, of: Resident, rows: Int32Array): tfjs.Tensor {
  const { values, as } = of;
  const { shape, dtype } = seen({ of, rows: rows.length });
  const width = tf.util.sizeFromShape([...of.shape]);
  const numbers = dtype === 'float32' ? new Float32Array(rows.length * width) : new Int32Array(rows.length * width);
  for (let row = 0; row < rows.length; row++) {
    const from = rows[row]! * width;
    const to = row * width;
    if (as === 'UNIT') for (let i = 0; i < width; i++) numbers[to + i] = UNIT[values[from + i]!]!;
    else numbers.set(values.subarray(from, from + width), to);
  }
  return tf.tensor(numbers, shape, dtype);
}

/** Bytes as numbers from 0 to 1. */
const UNIT = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);
