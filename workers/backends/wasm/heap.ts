import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';
import type { EagerDevice, UpdateVariables } from '../eager/device.ts';
import { gatherRows } from '../eager/inputs.ts';
import { clipScale, update } from '../optimizer.ts';

/** The wasm backend's own memory. */
export interface WasmHeap {
  makeOutput(shape: number[], dtype: 'float32'): tfjs.TensorInfo;
  /** A view, good until the next allocation. */
  typedArrayFromHeap(tensor: tfjs.TensorInfo): Float32Array;
  /** Counts one more owner of a tensor's numbers. */
  incRef(dataId: tfjs.TensorInfo['dataId']): void;
}

/**
 * This memory as a place to train: it is JavaScript's to read and write. Moments change where they are; weights get a new place with every
 * update, since the kernels keep what they made of a filter for as long as its tensor lives.
 */
export function heapDevice(tf: TF): EagerDevice {
  return {
    tf,
    readsAtOnce: true,
    read: async (tensor) => Float32Array.from(tensor.dataSync()),
    zeros: (shape) => tf.tensor(new Float32Array(tf.util.sizeFromShape(shape)), shape),
    gather: (of, rows) => gatherRows(tf, of, rows),
    update: updateOnHeap(tf, tf.backend() as unknown as WasmHeap),
    released: () => {},
  };
}

function updateOnHeap(tf: TF, heap: WasmHeap): UpdateVariables {
  return (optimizer, variables, moments, gradients, { learningRate, step, decayed }) => {
    const next = variables.map(({ shape }, index) => (gradients[index] ? heap.makeOutput(shape, 'float32') : undefined));
    // Nothing is allocated from here on: views stay good.
    const views = gradients.map((gradient) => gradient && heap.typedArrayFromHeap(gradient));
    const scale = clipScale(
      optimizer,
      views.filter((gradient) => gradient !== undefined),
    );
    variables.forEach((variable, index) => {
      const gradient = views[index];
      if (!gradient) return; // the loss does not depend on it
      const weights = heap.typedArrayFromHeap(next[index]!);
      weights.set(heap.typedArrayFromHeap(variable));
      const state = moments[index]!.map((moment) => heap.typedArrayFromHeap(moment));
      update(optimizer, weights, state, gradient, { learningRate, step, scale, decayed: decayed.has(variable) });
    });
    tf.tidy(() => {
      next.forEach((info, index) => {
        if (info) variables[index]!.assign(tf.engine().makeTensorFromTensorInfo(info));
      });
    });
  };
}
