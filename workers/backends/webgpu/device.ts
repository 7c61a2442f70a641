import type * as tfjs from '@tensorflow/tfjs-core';
import type { Resident, ResidentArray, TF } from '../backend.ts';
import type { EagerDevice } from '../eager/device.ts';
import { gatherRows } from '../eager/inputs.ts';
import { seen } from '../inputs.ts';
import { DeviceLost } from '../lost.ts';
import { resident } from '../residents.ts';
import type { Device } from './dawn.ts';
import { type GpuProgram, rowsOfBytes } from './programs.ts';
import { updateOnGpu } from './updates.ts';

interface GpuBuffer {
  size: number;
  destroy(): void;
}

/** Of tfjs's backend, what is used here. */
export interface WebgpuBackend {
  device: Device;
  runWebGPUProgram(
    program: GpuProgram,
    inputs: tfjs.TensorInfo[],
    dtype: 'float32' | 'int32',
    uniforms: { type: 'int32' | 'float32'; data: number[] }[],
  ): tfjs.TensorInfo;
  endComputePassEncoder(): void;
  submitQueue(): void;
  commandEncoder: object | null;
  pipelineCache: Record<string, object>;
  bufferManager: {
    freeBuffers: Map<string, GpuBuffer[]>;
    usedBuffers: Map<string, GpuBuffer[]>;
    numFreeBuffers: number;
    numBytesAllocated: number;
  };
}

/** Compiled programs that are kept; a network needs some fifty. */
const PIPELINES = 1_000;

/** A GPU as a place to train: everything is queued there, and reading waits for it. */
export function gpuDevice(tf: TF, backend: WebgpuBackend): EagerDevice {
  const fault = watch(backend.device);
  return {
    tf,
    readsAtOnce: false,
    async read(tensor) {
      try {
        const numbers = await tensor.data();
        fault.check();
        return Float32Array.from(numbers);
      } catch (error) {
        await fault.lossIsTold();
        fault.check();
        throw error;
      }
    },
    zeros: (shape) => tf.zeros(shape),
    gather: (of, rows) => gatherOnGpu(tf, backend, of, rows),
    update: updateOnGpu(tf, backend),
    released: () => {
      freeBuffers(backend);
      if (Object.keys(backend.pipelineCache).length > PIPELINES) backend.pipelineCache = {};
    },
  };
}

/** A device tells beside the operations what went wrong with them: they give zeros then, and reading must not pass for a result. */
function watch(device: Device): { check(): void; lossIsTold(): Promise<unknown> } {
  let failed: string | undefined;
  let lost: DeviceLost | undefined;
  device.addEventListener('uncapturederror', ({ error }) => {
    failed ??= error.message.split('\n')[0];
  });
  void device.lost.then(({ message }) => {
    lost = new DeviceLost(message);
  });
  return {
    // What fails with the device may say so before the device does.
    lossIsTold: () => Promise.race([device.lost, new Promise((resolve) => setTimeout(resolve, 100))]),
    check() {
      if (lost) throw lost;
      const message = failed;
      failed = undefined;
      if (message !== undefined) throw new Error(`WebGPU: ${message}`);
    },
  };
}

/** tfjs keeps every buffer for the next tensor of just its size; the next network has others. */
function freeBuffers(backend: WebgpuBackend): void {
  backend.endComputePassEncoder();
  if (backend.commandEncoder) backend.submitQueue(); // what is disposed of becomes free with it
  const { bufferManager } = backend;
  for (const [key, buffers] of bufferManager.freeBuffers) {
    for (const buffer of buffers.splice(0)) {
      buffer.destroy();
      bufferManager.numFreeBuffers--;
      bufferManager.numBytesAllocated -= buffer.size;
    }
    if (bufferManager.usedBuffers.get(key)?.length) continue;
    bufferManager.freeBuffers.delete(key);
    bufferManager.usedBuffers.delete(key);
  }
}

const stored = new WeakMap<Resident, tfjs.Tensor>();

/** Keeps an array on the GPU, bytes four to a number. One that is larger than a buffer may be stays in JavaScript. */
export function keepOnGpu(tf: TF, { device }: WebgpuBackend, array: ResidentArray): Resident {
  const kept = resident(array, () => {
    stored.get(kept)?.dispose();
    stored.delete(kept);
  });
  const { values, shape, rows } = kept;
  const limit = Math.min(device.limits.maxStorageBufferBindingSize!, device.limits.maxBufferSize!);
  if (values.byteLength > limit) return kept;
  const tensor = values instanceof Uint8Array ? tf.tensor1d(packed(values), 'int32') : tf.tensor(values.slice(), [rows, ...shape]);
  stored.set(kept, tensor);
  return kept;
}

function packed(bytes: Uint8Array): Int32Array {
  const padded = new Uint8Array(4 * Math.ceil(bytes.length / 4));
  padded.set(bytes);
  return new Int32Array(padded.buffer);
}

function gatherOnGpu(tf: TF, backend: WebgpuBackend, of: Resident, rows: Int32Array): tfjs.Tensor {
  const array = stored.get(of);
  if (!array) return gatherRows(tf, of, rows);
  const numbers = tf.tensor1d(rows.slice(), 'int32');
  if (!(of.values instanceof Uint8Array)) return tf.gather(array, numbers);
  const { shape, dtype } = seen({ of, rows: rows.length });
  const width = { type: 'int32' as const, data: [tf.util.sizeFromShape([...of.shape])] };
  const info = backend.runWebGPUProgram(rowsOfBytes(shape, of.as), [array, numbers], dtype, [width]);
  return tf.engine().makeTensorFromTensorInfo(info);
}
