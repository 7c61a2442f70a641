import type { TF } from '../backend.ts';
import { registerComposedKernels } from '../eager/composed.ts';

/** Gives the WebGPU backend the kernels that training needs and it lacks or computes wrongly. Call it once the backend is ready. */
export function registerWebgpuKernels(tf: TF): void {
  registerComposedKernels(tf, 'webgpu');
}
