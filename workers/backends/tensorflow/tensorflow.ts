import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import type { Backend, TF } from '../backend.ts';
import type { Gpu } from '../install/nvidia.ts';
import { MissingError } from '../install/tools.ts';
import type { Native, NativeBackend, Protobuf } from './binding.ts';
import { registerNativeKernels } from './kernels.ts';
import { compileProgram } from './program.ts';
import { keepTensor } from './tensors.ts';

/** The npm package whose addon binds TensorFlow. */
export const PACKAGE = '@tensorflow/tfjs-node-gpu';

/**
 * Loads TensorFlow into this process. Its settings are read once, from the environment, so this works once a process.
 *
 * @param threads of one operation; default: TF_NUM_INTRAOP_THREADS, or one a core
 * @param gpu the only one that it sees; without it, TensorFlow sees none
 * @throws MissingError when the package or its addon (link.ts puts it there) does not load
 */
export function openTensorflow(threads = Number(process.env.TF_NUM_INTRAOP_THREADS) || cpus().length, gpu?: Gpu): Backend {
  setEnvironment(threads, gpu);
  restoreRemovedUtil();
  const require = createRequire(import.meta.url);
  const core = require('@tensorflow/tfjs-core') as TF;
  core.env().set('PROD', true); // no greeting, and no check of every result for NaN
  load(() => require(PACKAGE));
  const native: Native = {
    tf: core,
    backend: core.backend() as NativeBackend,
    protobuf: require(`${PACKAGE}/dist/proto/api_pb.js`) as Protobuf,
  };
  registerNativeKernels(native);
  const { binding } = native.backend;
  return {
    name: 'tensorflow',
    version: `TensorFlow ${binding.TF_Version}`,
    device:
      gpu && binding.isUsingGpuDevice()
        ? { kind: 'GPU', name: gpu.name, id: gpu.uuid, memoryBytes: gpu.memoryBytes || totalmem(), threads }
        : { kind: 'CPU', name: cpus()[0]?.model.trim() ?? process.arch, memoryBytes: totalmem(), threads },
    reproducible: !binding.isUsingGpuDevice(), // the gradients of its convolutions are summed in any order
    tf: core,
    keep: (array) => keepTensor(binding, array),
    compile: (spec) => compileProgram(native, spec),
  };
}

/** A library that this system cannot load, for instance for an older libc, is as good as missing. */
function load(requirePackage: () => unknown): void {
  try {
    requirePackage();
  } catch (error) {
    throw new MissingError(`its library does not load (${(error as Error).message.split('\n')[0]})`, { cause: error });
  }
}

function setEnvironment(threads: number, gpu: Gpu | undefined): void {
  process.env.CUDA_VISIBLE_DEVICES = gpu?.uuid ?? '';
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true'; // by default it takes all of the memory, and a second process on the GPU has none
  // What a user has set stays as it is, but for the number of threads, which the caller decides.
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '1'; // convolutions 1.7 times as fast; its default is off on some processors
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'; // errors only
  for (const name of ['TF_NUM_INTRAOP_THREADS', 'TF_NUM_INTEROP_THREADS', 'OMP_NUM_THREADS']) process.env[name] = String(threads);
}

/** The package calls two functions that Node 23 removed from `util`. */
function restoreRemovedUtil(): void {
  const util = createRequire(import.meta.url)('node:util') as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
}
