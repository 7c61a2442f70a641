import { MissingError } from '../install/tools.ts';

/*
 * Dawn, the WebGPU implementation inside the npm package `webgpu`: it finds GPUs by Vulkan, Metal or Direct3D. The few types of WebGPU that
 * are needed here are written out, since the package's own are those of a browser.
 */

export interface AdapterInfo {
  vendor: string;
  architecture: string;
  device: string;
  description: string;
  isFallbackAdapter?: boolean;
}

export interface Adapter {
  info: AdapterInfo;
  limits: Record<string, number>;
  requestDevice(descriptor: { requiredFeatures: string[]; requiredLimits: Record<string, number> }): Promise<Device>;
}

export interface Device {
  limits: Record<string, number>;
  lost: Promise<{ reason: string; message: string }>;
  addEventListener(type: 'uncapturederror', listener: (event: { error: { message: string } }) => void): void;
  destroy(): void;
}

interface Gpu {
  requestAdapter(options: { powerPreference: 'high-performance' }): Promise<Adapter | null>;
}

/** `adapter=NAME` chooses one, by a part of its name. */
type Create = (options: string[]) => Gpu;

const NONE = 'no GPU is found by Vulkan, Metal or Direct3D (on Linux: a Vulkan driver of the GPU, and libvulkan1)';

/** Renderers that compute on the processor, by the names that they give themselves. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render/i;

export const isSoftware = ({ vendor, architecture, device, description, isFallbackAdapter }: AdapterInfo): boolean =>
  isFallbackAdapter === true || SOFTWARE.test([vendor, architecture, device, description].join(' '));

export const nameOf = ({ device, description, vendor }: AdapterInfo): string => device || description || vendor || 'unnamed';

/**
 * The adapter to train on.
 *
 * @param index of `adapterNames`; default: the one that Dawn takes for the fastest
 * @throws RangeError when there is no such adapter
 * @throws MissingError when there is none at all, or no Dawn
 */
export async function findAdapter(index?: number): Promise<Adapter> {
  const create = await loadDawn();
  const names = index === undefined ? [] : await namesOf(create);
  if (index !== undefined && !names[index])
    throw new RangeError(`device: ${index}; ${names.length === 0 ? NONE : `allowed is a whole number from 0 to ${names.length - 1}`}`);
  const gpu = create(index === undefined ? [] : [`adapter=${names[index]}`]);
  hold(gpu);
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new MissingError(NONE);
  return adapter;
}

/** Where tfjs looks for WebGPU. What Dawn gave works only as long as Dawn itself is held: without this, the process crashes. */
function hold(gpu: Gpu): void {
  const scope = globalThis as { navigator?: object };
  if (!scope.navigator) Object.defineProperty(scope, 'navigator', { value: {}, configurable: true });
  Object.defineProperty(scope.navigator, 'gpu', { value: gpu, configurable: true });
}

/** Names of all adapters. @throws MissingError when Dawn cannot be had here */
export async function adapterNames(): Promise<string[]> {
  return namesOf(await loadDawn());
}

async function loadDawn(): Promise<Create> {
  try {
    const { create, globals } = (await import('webgpu')) as unknown as { create: Create; globals: object };
    Object.assign(globalThis, globals); // classes such as GPUBuffer, which tfjs looks for there
    return create;
  } catch (error) {
    const { message } = error as Error;
    throw new MissingError(`the package webgpu does not load here (${message.split('\n')[0]})`, { cause: error });
  }
}

/** Dawn lists its adapters only to those who ask for one that is not there. */
async function namesOf(create: Create): Promise<string[]> {
  try {
    await create(['adapter=\n']).requestAdapter({ powerPreference: 'high-performance' });
    return [];
  } catch (error) {
    const lines = error instanceof Error ? error.message.split('\n') : [];
    const names = lines.map((line) => /^ \* backend: '(?!null)[^']*', name: '(.*)'$/.exec(line)?.[1]).filter((name) => name !== undefined);
    return [...new Set(names)];
  }
}
