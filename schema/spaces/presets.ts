import { ACTIVATIONS } from '../networks/architecture.ts';
import type {
  AutoencoderLimits,
  ChainLimits,
  GeneratorLimits,
  NasLimits,
  PyramidLimits,
  RecurrentLimits,
  SpaceLimits,
  VariationalLimits,
} from './limits.ts';

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

/** Sizes of the one network of chapter 9 (table 9.1), and a few beside it. */
const chapter9: VariationalLimits = { ...variational, latent: [5], maxEncoderLayers: 4, maxDecoderLayers: 3 };

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

/** Thesis 5.1: the space of 4.5 with the same two fully connected layers in every network; their size is not stated. */
const randomWeights: ChainLimits = { ...mnist, rules: 'THESIS', units: [], globalAveragePool: false, head: [128, 128] };

/** Pictures of many sizes (thesis 4.5, table 4.5). The size of the pyramid and of its two fully connected layers is not stated. */
const pyramid: PyramidLimits = {
  kind: 'PYRAMID',
  filters: [32, 64, 96, 128],
  kernels: [3, 5, 7, 9],
  maxLayers: 12,
  levels: 3,
  head: [128, 128],
};

/** Symmetric convolutional autoencoders (thesis 5.2, tables 5.3 and 5.4). */
const autoencoder: AutoencoderLimits = {
  kind: 'AUTOENCODER',
  filters: [64, 128, 256],
  kernels: [1, 3, 5, 7, 9],
  stride: 1,
  maxLayers: 12,
};

/** Generators (thesis 13.1 names the search and leaves the space open): latent sizes and decoders of 10.2. */
const generator: GeneratorLimits = {
  kind: 'GENERATOR',
  latent: [2, 8, 16, 32, 64, 128, 256, 512],
  filters: [64, 128, 256, 512],
  kernels: [2, 4, 6, 8],
  stride: 2,
  maxLayers: 12,
};

/** Recurrent cells (thesis 4.4 and 4.6; Pham et al. 2018: 12 nodes of 1,000 units in the search). */
const recurrent: RecurrentLimits = { kind: 'RECURRENT', units: 1000, nodes: 12, activations: [...ACTIVATIONS] };

/** NAS (thesis 4.2 and 4.6; Zoph & Le 2017: 6 layers at first, 2 more after every 1,600 networks of 12,800). */
const nas: NasLimits = {
  kind: 'NAS',
  ...{ heights: [1, 3, 5, 7], widths: [1, 3, 5, 7], filters: [24, 36, 48, 64], strides: [1], skips: true },
  ...{ minLayers: 6, maxLayers: 20 },
};

/** Spaces that can be chosen by name. */
export const spacePresets = {
  'metaqnn-mnist': mnist,
  'thesis-mnist': { ...mnist, rules: 'THESIS' },
  'tour-chain': tourChain,
  'thesis-variational': variational,
  'tour-variational': tourVariational,
  'thesis-chapter-9': chapter9,
  'thesis-latent-2': { ...variational, latent: [2] },
  'tour-latent-2': { ...tourVariational, latent: [2] },
  'thesis-random-weights': randomWeights,
  'thesis-pyramid': pyramid,
  'thesis-autoencoder': autoencoder,
  'thesis-generator': generator,
  'enas-recurrent': recurrent,
  'thesis-nas': nas,
  'thesis-nas-strides': { ...nas, strides: [1, 2, 3] },
  'enas-macro': { kind: 'MACRO', layers: 12, filters: 36 },
  'enas-micro': { kind: 'MICRO', nodes: 5, repetitions: 2, filters: 20 },
  'tour-random-weights': { ...tourChain, units: [], maxLayers: 6, head: [32, 32] },
  'tour-pyramid': { ...pyramid, filters: [8, 16, 32], kernels: [3, 5], maxLayers: 5, head: [32, 32] },
  'tour-autoencoder': { ...autoencoder, filters: [4, 8, 16], kernels: [1, 3, 5], maxLayers: 4 },
  'tour-generator': { ...generator, latent: [2, 8, 16], filters: [8, 16, 32], kernels: [2, 4, 6], maxLayers: 4 },
  'tour-recurrent': { ...recurrent, units: 64, nodes: 5 },
  'tour-nas': { ...nas, heights: [1, 3, 5], widths: [1, 3, 5], filters: [8, 12, 16], strides: [1, 2], minLayers: 2, maxLayers: 4 },
  'tour-macro': { kind: 'MACRO', layers: 6, filters: 8 },
  'tour-micro': { kind: 'MICRO', nodes: 3, repetitions: 1, filters: 4 },
} as const satisfies Record<string, SpaceLimits>;

export type SpacePreset = keyof typeof spacePresets;
