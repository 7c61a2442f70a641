import { size, type Weights } from './layers.ts';

/** Of workers/models: keeps a variance of 0 apart from 0. */
const EPSILON = 1e-5;

/** What a batch normalisation has learned, each [channels]. */
export interface Normalisation {
  gamma: Weights;
  mean: Weights;
  variance: Weights;
}

/**
 * A convolution's kernel and bias that give what the convolution and the batch normalisation after it give in evaluation: gamma (W x - mean) / s + b
 * is (gamma W / s) x + (b - gamma mean / s) with s = sqrt(variance + 1e-5).
 *
 * @param axis of the kernel that counts the channels of the outcome
 */
export function folded(
  kernel: Weights,
  bias: Weights,
  { gamma, mean, variance }: Normalisation,
  axis: number,
): { kernel: Weights; bias: Weights } {
  const scale = gamma.values.map((value, i) => value / Math.sqrt(variance.values[i]! + EPSILON));
  const inner = size(kernel.shape.slice(axis + 1));
  const channels = kernel.shape[axis]!;
  return {
    kernel: { shape: kernel.shape, values: kernel.values.map((value, i) => value * scale[Math.floor(i / inner) % channels]!) },
    bias: { shape: bias.shape, values: bias.values.map((value, i) => value - mean.values[i]! * scale[i]!) },
  };
}
