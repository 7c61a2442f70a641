import type { ChainLimits, SpaceLimits, VariationalLimits } from './limits.ts';

/** The thesis's space for MNIST (4.5), which is the MetaQNN paper's; lists in the order of the public program. */
const mnist: ChainLimits = {
  kind: 'CHAIN',
  rules: 'METAQNN',
  filters: [64, 128, 256, 512],
  kernels: [1, 3, 5],
  pools: [
    { size: 5, stride: 3 },
    { size: 5, stride: 2 },
    { size: 3, stride: 3 },
    { size: 3, stride: 2 },
    { size: 2, stride: 2 },
  ],
  units: [512, 256, 128],
  globalAveragePool: true,
  maxLayers: 12,
};

/** A small space of the same kind: every network trains in seconds on two cores. */
const tourChain: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [8, 16, 32],
  kernels: [3],
  pools: mnist.pools,
  units: [128, 64, 32],
  globalAveragePool: false,
  maxLayers: 5,
};

/** The thesis's space of variational autoencoders (10.2). */
const variational: VariationalLimits = {
  kind: 'VARIATIONAL',
  latent: [2, 8, 16, 32, 64, 128, 256, 512],
  filters: [64, 128, 256, 512],
  kernels: [2, 4, 6, 8],
  stride: 2,
  maxEncoderLayers: 12,
  maxDecoderLayers: 12,
};

/** A small space of the same kind. */
const tourVariational: VariationalLimits = {
  kind: 'VARIATIONAL',
  latent: [2, 8, 16],
  filters: [8, 16, 32],
  kernels: [2, 4, 6],
  stride: 2,
  maxEncoderLayers: 3,
  maxDecoderLayers: 3,
};

/** Spaces that can be chosen by name. */
export const spacePresets = {
  'metaqnn-mnist': mnist,
  'thesis-mnist': { ...mnist, rules: 'THESIS' },
  'tour-chain': tourChain,
  'thesis-variational': variational,
  'tour-variational': tourVariational,
} as const satisfies Record<string, SpaceLimits>;

export type SpacePreset = keyof typeof spacePresets;
