import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';
import type { UpdateVariables } from '../eager/device.ts';
import type { Optimizer } from '../optimizer.ts';
import type { WebgpuBackend } from './device.ts';
import { elementwise } from './programs.ts';

/** Runs one shader over tensors of equal shape: `expression` is WGSL in the names of the inputs and of the numbers. */
type Compute = (expression: string, inputs: Record<string, tfjs.Tensor>, numbers?: Record<string, number>) => tfjs.Tensor;

/** Updates on the GPU, in the formulas of optimizer.ts: a shader for each moment and one for the weights. Nothing is read. */
export function updateOnGpu(tf: TF, backend: WebgpuBackend): UpdateVariables {
  const compute: Compute = (expression, inputs, numbers = {}) => {
    const tensors = Object.values(inputs);
    const program = elementwise(expression, Object.keys(inputs), Object.keys(numbers), tensors[0]!.shape);
    const uniforms = Object.values(numbers).map((number) => ({ type: 'float32' as const, data: [number] }));
    return tf.engine().makeTensorFromTensorInfo(backend.runWebGPUProgram(program, tensors, 'float32', uniforms));
  };
  return (optimizer, variables, moments, gradients, { learningRate, step, decayed }) =>
    void tf.tidy(() => {
      const clipped = clip(tf, optimizer, gradients);
      variables.forEach((variable, index) => {
        const gradient = clipped[index];
        if (!gradient) return; // the loss does not depend on it
        const kept = decayed.has(variable) ? 1 - learningRate * optimizer.weightDecay : 1;
        const { weights, next } = updated(compute, optimizer, {
          w: variable,
          g: gradient,
          moments: moments[index]!,
          kept,
          learningRate,
          step,
        });
        variable.assign(weights);
        tf.dispose(moments[index]!);
        moments[index] = next.map((moment) => tf.keep(moment));
      });
    });
}

interface Before {
  w: tfjs.Tensor;
  /** The gradient. */
  g: tfjs.Tensor;
  moments: readonly tfjs.Tensor[];
  /** What weight decay leaves of the weights. */
  kept: number;
  learningRate: number;
  step: number;
}

function updated(
  compute: Compute,
  optimizer: Optimizer,
  { w, g, moments, kept, learningRate, step }: Before,
): { weights: tfjs.Tensor; next: tfjs.Tensor[] } {
  const [first, second] = moments as [tfjs.Tensor, tfjs.Tensor];
  const squares = (s: tfjs.Tensor, beta: number) => compute('s + (g * g - s) * part', { s, g }, { part: 1 - beta });
  switch (optimizer.kind) {
    case 'ADAM': {
      const { beta1, beta2, epsilon } = optimizer;
      const m = compute('m + (g - m) * part', { m: first, g }, { part: 1 - beta1 });
      const s = squares(second, beta2);
      const rate = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
      return { weights: compute('w * kept - rate * m / (sqrt(s) + epsilon)', { w, m, s }, { kept, rate, epsilon }), next: [m, s] };
    }
    case 'RMSPROP': {
      const { rho, momentum, epsilon } = optimizer;
      const s = squares(first, rho);
      const numbers = { momentum, rate: learningRate, epsilon };
      const change = compute('c * momentum + rate * g / sqrt(s + epsilon)', { c: second, g, s }, numbers);
      return { weights: compute('w * kept - c', { w, c: change }, { kept }), next: [s, change] };
    }
    case 'SGD': {
      const { momentum, nesterov } = optimizer;
      const numbers = { kept, rate: learningRate };
      if (momentum === 0) return { weights: compute('w * kept - rate * g', { w, g }, numbers), next: [] };
      const a = compute('a * momentum + g', { a: first, g }, { momentum });
      const weights = nesterov
        ? compute('w * kept - rate * (g + momentum * a)', { w, g, a }, { ...numbers, momentum })
        : compute('w * kept - rate * a', { w, a }, numbers);
      return { weights, next: [a] };
    }
  }
}

/** Scales all gradients so that their common norm is at most the limit (Pascanu et al. 2013). */
function clip(tf: TF, { clipNorm }: Optimizer, gradients: readonly (tfjs.Tensor | undefined)[]): (tfjs.Tensor | undefined)[] {
  const present = gradients.filter((gradient) => gradient !== undefined);
  if (clipNorm === undefined || present.length === 0) return [...gradients];
  const norm = tf.sqrt(tf.addN(present.map((gradient) => tf.sum(tf.square(gradient)))));
  const scale = tf.div(clipNorm, tf.maximum(norm, clipNorm));
  return gradients.map((gradient) => gradient && tf.mul(gradient, scale));
}
