import type { Resident, ResidentArray } from '../backend.ts';
import { storedDtype } from '../inputs.ts';
import { resident } from '../residents.ts';
import type { Binding } from './binding.ts';
import { createTensor } from './session.ts';

const ids = new WeakMap<Resident, number>();

/** Keeps an array as one of TensorFlow's tensors. */
export function keepTensor(binding: Binding, array: ResidentArray): Resident {
  const kept = resident(array, () => {
    const id = ids.get(kept);
    if (id !== undefined) binding.deleteTensor(id);
    ids.delete(kept);
  });
  const { values, shape, rows } = kept;
  ids.set(kept, createTensor(binding, { dtype: storedDtype(kept), shape: [rows, ...shape], values }));
  return kept;
}

/** @throws Error when the array is not kept any more, or by another backend */
export function tensorId(of: Resident): number {
  const id = ids.get(of);
  if (id === undefined) throw new Error('a resident array has been disposed, or is not of this backend');
  return id;
}
