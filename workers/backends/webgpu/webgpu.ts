import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import type { Backend, TF } from '../backend.ts';
import { compileEagerly } from '../eager/program.ts';
import { announceLoss } from '../lost.ts';
import { type Adapter, type Device, findAdapter, isSoftware, nameOf } from './dawn.ts';
import { gpuDevice, keepOnGpu, type WebgpuBackend } from './device.ts';
import { registerWebgpuKernels } from './kernels.ts';

const PACKAGE = '@tensorflow/tfjs-backend-webgpu';

/** Limits of the adapter that tfjs makes use of; a device has the least that WebGPU allows unless they are asked for. */
const LIMITS = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
];

/**
 * Loads the WebGPU backend: on any GPU with a driver for Vulkan, Metal or Direct3D. Operations are queued, and only reading waits for them.
 *
 * @param index of the adapter, as adapterNames (dawn.ts) lists them; default: the fastest
 * @throws RangeError when there is no such adapter
 * @throws MissingError when there is no GPU, or no library for this platform
 */
export async function openWebgpu(index?: number): Promise<Backend> {
  const adapter = await findAdapter(index);
  const require = createRequire(import.meta.url);
  const tf = require('@tensorflow/tfjs-core') as TF;
  tf.env().set('PROD', true); // no greeting, and no check of every result for NaN
  require('@tensorflow/tfjs'); // registers the gradient of every operation
  const webgpu = require(PACKAGE) as { WebGPUBackend: new (device: Device, info: object) => never };
  const { version } = require(`${PACKAGE}/package.json`) as { version: string };
  const device = await openDevice(adapter);
  tf.removeBackend('webgpu'); // the package's own, which would choose another device
  tf.registerBackend('webgpu', () => new webgpu.WebGPUBackend(device, adapter.info));
  await tf.setBackend('webgpu');
  registerWebgpuKernels(tf);
  const backend = tf.backend() as unknown as WebgpuBackend;
  const eager = gpuDevice(tf, backend);
  const software = isSoftware(adapter.info);
  return {
    name: 'webgpu',
    version: `tfjs webgpu ${version}`,
    device: {
      kind: software ? 'CPU' : 'GPU',
      name: nameOf(adapter.info),
      memoryBytes: memoryOf(adapter, software),
      threads: software ? cpus().length : 1,
    },
    reproducible: false, // some products are summed in any order
    tf,
    keep: (array) => keepOnGpu(tf, backend, array),
    compile: (spec) => compileEagerly(eager, spec),
  };
}

async function openDevice(adapter: Adapter): Promise<Device> {
  const device = await adapter.requestDevice({
    requiredFeatures: [],
    requiredLimits: Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]!])),
  });
  void device.lost.then(({ message }) => announceLoss(message || 'WebGPU gives no reason'));
  return device;
}

/**
 * WebGPU does not tell how much memory a GPU has. Until the user does (HANDPICK_GPU_MEMORY, in MB), it counts as much as one buffer may take,
 * which every device has and most have several times.
 *
 * @throws RangeError when the variable is no number
 */
function memoryOf({ limits }: Adapter, software: boolean): number {
  const given = process.env.HANDPICK_GPU_MEMORY;
  if (given) {
    const megabytes = Number(given);
    if (!(megabytes >= 1)) throw new RangeError(`HANDPICK_GPU_MEMORY: ${given}; it must be a number of MB, at least 1`);
    return Math.round(megabytes * 1e6);
  }
  return software ? totalmem() : limits.maxBufferSize!;
}
