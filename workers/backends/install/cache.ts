import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the native backend is put together from; a change of any of them is another folder of the cache. */
export const NATIVE = {
  /** The version of the wheel on the Python package index. */
  tensorflow: '2.21.0',
  /** The wheel is one of CPython's, for which hardly matters: only its libraries and headers are used. */
  python: '3.11',
  nodeApi: 8,
  /** Of @tensorflow/tfjs-node-gpu, whose binding is compiled. */
  tfjs: '4.22.0',
  /** Counts changes of the way we compile it. */
  build: 5,
} as const;

/** The two ways to have it: for the processor alone, or with NVIDIA's libraries beside it. */
export const FLAVOURS = {
  cpu: { wheel: 'tensorflow-cpu', extra: undefined, roomBytes: 1.4e9 },
  cuda: { wheel: 'tensorflow', extra: 'and-cuda', roomBytes: 10e9 },
} as const;
export type Flavour = keyof typeof FLAVOURS;

/** The per-user cache: HANDPICK_CACHE, or handpick/ in XDG_CACHE_HOME, or ~/.cache/handpick. */
export function cacheFolder(environment: Record<string, string | undefined> = process.env): string {
  if (environment.HANDPICK_CACHE) return environment.HANDPICK_CACHE;
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'handpick');
}

/** The folder of the native backend, named by its versions. */
export function nativeFolder(cache: string = cacheFolder(), flavour: Flavour = 'cpu'): string {
  const name = `tensorflow-${NATIVE.tensorflow}-napi-v${NATIVE.nodeApi}-tfjs-${NATIVE.tfjs}-${NATIVE.build}`;
  return join(cache, flavour === 'cpu' ? name : `${name}-${flavour}`);
}

/** The compiled addon in such a folder. */
export const addonIn = (folder: string): string => join(folder, 'tfjs_binding.node');
/** TensorFlow's own library in such a folder. */
export const libraryIn = (folder: string): string => join(folder, 'lib', 'libtensorflow_cc.so.2');
