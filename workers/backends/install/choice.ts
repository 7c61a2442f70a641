import { nativeFolder } from './cache.ts';
import { findDamage } from './manifest.ts';
import { findGpus, type Gpu } from './nvidia.ts';
import { provideNative } from './provide.ts';

/** A folder of native TensorFlow, and the GPU that it is to use. */
export interface NativeChoice {
  folder: string;
  gpu?: Gpu;
}

/**
 * TensorFlow with CUDA where that is installed and there is a GPU, else without, which is provided when it is not there.
 *
 * @param device which of the visible GPUs, from 0
 * @throws RangeError when `device` names none that can be used
 * @throws MissingError when neither can be had
 */
export async function chooseNative(progress: (line: string) => void, device?: number, cache?: string): Promise<NativeChoice> {
  const folder = nativeFolder(cache, 'cuda');
  const damage = await findDamage(folder);
  if (damage === 'it is not there') {
    if (device !== undefined) throw new RangeError(`device: ${device}; CUDA is not installed (npm run backend -- install --cuda)`);
    return { folder: await provideNative({ progress, cache }) };
  }
  const { visible, problem } = await findGpus();
  if (device !== undefined && !visible[device])
    throw new RangeError(`device: ${device}; ${problem ?? `allowed is a whole number from 0 to ${visible.length - 1}`}`);
  if (problem) {
    progress(`CUDA is installed but not used: ${problem}`);
    return { folder: await provideNative({ progress, cache }) };
  }
  return { folder: await provideNative({ progress, cache, flavour: 'cuda' }), gpu: visible[device ?? 0]! };
}

/** What people are told where there is no TensorFlow. On two cores a small network trained 10.6 times as fast on TensorFlow (`npm run bench -- train`). */
export const withoutTensorflow = (problem: string): string =>
  `TensorFlow is not used: ${problem}. Training runs on wasm instead, about 10 times slower.`;
