import type { Backend, BackendName } from './backend.ts';
import { nativeFolder } from './install/cache.ts';
import { chooseNative, withoutTensorflow } from './install/choice.ts';
import { linkAddon } from './install/link.ts';
import { findDamage } from './install/manifest.ts';
import { findGpus } from './install/nvidia.ts';
import { MissingError, packageFolder } from './install/tools.ts';
import { openTensorflow } from './tensorflow/tensorflow.ts';
import { openWasm } from './wasm/wasm.ts';
import { findWebgpu } from './webgpu/find.ts';
import { openWebgpu } from './webgpu/webgpu.ts';

export const BACKEND_NAMES: readonly BackendName[] = ['tensorflow', 'webgpu', 'wasm'];

export interface OpenOptions {
  /**
   * Forces a backend; default: HANDPICK_BACKEND, else TensorFlow on an NVIDIA GPU, else WebGPU on another GPU, else TensorFlow where it can
   * be had, else wasm. A WebGPU that computes on the processor is slower than both and must be forced.
   */
  name?: BackendName;
  /** Of one operation; default: one a core. wasm always has one, and a GPU its own. */
  threads?: number;
  /** Which of the GPUs that are visible, from 0; default: the first. WebGPU counts its adapters instead. */
  device?: number;
  /** Gets a line whenever there is something to tell, e.g. while TensorFlow is downloaded. */
  progress?: (line: string) => void;
}

let opened: Promise<Backend> | undefined;

/**
 * Opens the backend of this process; a second call gives the same one. What is missing for TensorFlow is one line to `progress`, and wasm.
 *
 * @throws RangeError when the name is unknown, or when another backend is already open
 * @throws MissingError when TensorFlow was forced and cannot be had
 */
export async function openBackend(options: OpenOptions = {}): Promise<Backend> {
  const name = options.name ?? forcedBackend();
  opened ??= open(name, options).catch((error: unknown) => {
    opened = undefined; // what is missing may be there next time
    throw error;
  });
  const backend = await opened;
  if (name !== undefined && backend.name !== name)
    throw new RangeError(`backend: ${name}; ${backend.name} is already open, and a process has one`);
  return backend;
}

/** What HANDPICK_BACKEND asks for. @throws RangeError when there is no such backend */
export function forcedBackend(environment: Record<string, string | undefined> = process.env): BackendName | undefined {
  const name = environment.HANDPICK_BACKEND;
  if (!name) return undefined;
  if ((BACKEND_NAMES as readonly string[]).includes(name)) return name as BackendName;
  throw new RangeError(`HANDPICK_BACKEND: ${name}; allowed are ${BACKEND_NAMES.join(', ')}`);
}

async function open(name: BackendName | undefined, { threads, device, progress = () => {} }: OpenOptions): Promise<Backend> {
  if (name === 'wasm') {
    if (device !== undefined) throw new RangeError(`device: ${device}; wasm runs on the processor and has none to choose`);
    return openWasm();
  }
  if (name === 'webgpu') return openWebgpu(device);
  if (name === undefined && (await webgpuIsUsed())) {
    try {
      return await openWebgpu(device);
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
      progress(`WebGPU is not used: ${error.message}`);
    }
  }
  try {
    const { folder, gpu } = await chooseNative(progress, device);
    await linkAddon(folder, packageFolder());
    return openTensorflow(threads, gpu);
  } catch (error) {
    if (!(error instanceof MissingError) || name === 'tensorflow') throw error;
    progress(withoutTensorflow(error.message));
    return openWasm();
  }
}

/** Whether TensorFlow would train on a GPU, as install/choice.ts chooses. */
export async function cudaIsUsed(): Promise<boolean> {
  return (await findDamage(nativeFolder(undefined, 'cuda'))) === undefined && (await findGpus()).visible.length > 0;
}

/** Whether WebGPU is the best of this machine: a GPU that is none for TensorFlow, and no program that imitates one. */
export async function webgpuIsUsed(): Promise<boolean> {
  if (await cudaIsUsed()) return false;
  const found = await findWebgpu();
  return 'chosen' in found && !found.chosen.software;
}
