import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';

export type Shape4D = [number, number, number, number];
export type KernelFunction = NonNullable<ReturnType<TF['getKernel']>>['kernelFunc'];

/** Registers a kernel in the place of the one that a backend has. */
export function replaceKernel(tf: TF, kernelName: string, backendName: string, wrap: (original: KernelFunction) => KernelFunction): void {
  const kernel = tf.getKernel(kernelName, backendName);
  tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({ ...kernel, kernelName, backendName, kernelFunc: wrap(kernel.kernelFunc) });
}

/** A kernel's inputs as tensors that operations take; they are the caller's own. */
export function tensors<K extends string>(tf: TF, inputs: tfjs.NamedTensorInfoMap, ...names: K[]): Record<K, tfjs.Tensor> {
  const entries = names.map((name) => {
    const input = inputs[name]!;
    if (!(input instanceof tf.Tensor)) throw new TypeError(`${name} is not a tensor`);
    return [name, input];
  });
  return Object.fromEntries(entries) as Record<K, tfjs.Tensor>;
}
