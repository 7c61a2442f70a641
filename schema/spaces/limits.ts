import type { Activation, ImageShape } from '../networks/architecture.ts';

/** What a user edits of a space, and what the database stores. Lists are what a controller may choose from. */
export interface ChainLimits {
  kind: 'CHAIN';
  /** `METAQNN`: sizes are checked by bins (8, 4, 1), as the public program does. `THESIS`: every check uses the actual size (4.5, table 4.4). */
  rules: 'METAQNN' | 'THESIS';
  filters: number[];
  kernels: number[];
  /** Pairs of size and stride. */
  pools: { size: number; stride: number }[];
  /** Units of fully connected layers; at most two in a row, the second not larger. */
  units: number[];
  globalAveragePool: boolean;
  /** Layers without dropout and without the classifier. */
  maxLayers: number;
  /**
   * Units of fully connected layers that stand before every network's classifier, so that no candidate has a stronger one (thesis 5.1:
   * two of them). Then `units` is empty, there is no GAP, and every network has at least one convolution. Absent: no such layers.
   */
  head?: number[];
}

/** Pictures of many sizes (thesis 4.5): "same" convolutions with stride 1, SPP, the same fully connected layers for all, SM. */
export interface PyramidLimits {
  kind: 'PYRAMID';
  filters: number[];
  kernels: number[];
  /** Convolutions, at least one. */
  maxLayers: number;
  /** Of the spatial pyramid: 1, 2 x 2, 4 x 4, ... parts. The thesis does not say how many. */
  levels: number;
  /** Units of the fully connected layers of every network, in this order; the thesis has two and does not state their size. */
  head: number[];
}

/** Symmetric convolutional autoencoders (thesis 5.2): "valid" convolutions and their mirror, no pooling. */
export interface AutoencoderLimits {
  kind: 'AUTOENCODER';
  filters: number[];
  kernels: number[];
  stride: number;
  /** Convolutions of the encoder, at least one; the decoder has as many. */
  maxLayers: number;
}

/** Generators (thesis 13.1): a latent size and a decoder as of variational autoencoders. */
export interface GeneratorLimits {
  kind: 'GENERATOR';
  latent: number[];
  filters: number[];
  kernels: number[];
  stride: number;
  /** Transposed convolutions, at least one. */
  maxLayers: number;
}

export interface VariationalLimits {
  kind: 'VARIATIONAL';
  latent: number[];
  filters: number[];
  kernels: number[];
  stride: number;
  /** Convolutions of the encoder, at least one. */
  maxEncoderLayers: number;
  /** Transposed convolutions of the decoder, at least one. */
  maxDecoderLayers: number;
}

/** Recurrent cells (Pham et al. 2018; thesis 4.4, 4.6): every node chooses one before it and what it applies. */
export interface RecurrentLimits {
  kind: 'RECURRENT';
  /** Of state, embedding and every node. */
  units: number;
  /** Of every cell. */
  nodes: number;
  activations: Activation[];
}

/** Convolutional networks of NAS (Zoph & Le 2017; thesis 4.2). */
export interface NasLimits {
  kind: 'NAS';
  /** Of kernels, pixels. */
  heights: number[];
  widths: number[];
  filters: number[];
  strides: number[];
  /** Whether a layer may read any earlier ones; else it reads the one before. */
  skips: boolean;
  minLayers: number;
  maxLayers: number;
}

/** ENAS's macro search (Pham et al. 2018, section 2.3; thesis 4.4). */
export interface MacroLimits {
  kind: 'MACRO';
  /** Of every network. */
  layers: number;
  /** Channels of every layer. */
  filters: number;
}

/** ENAS's micro search (Pham et al. 2018, section 2.4; thesis 4.4). */
export interface MicroLimits {
  kind: 'MICRO';
  /** Of each cell. */
  nodes: number;
  /** Normal cells of each size. */
  repetitions: number;
  /** Channels of a node of the first cells. */
  filters: number;
}

export type SpaceLimits =
  | ChainLimits
  | PyramidLimits
  | AutoencoderLimits
  | VariationalLimits
  | GeneratorLimits
  | RecurrentLimits
  | NasLimits
  | MacroLimits
  | MicroLimits;

/** What a space needs to know of the data. */
export interface DataShape {
  /** Of every picture; where they have many sizes, the smallest height and width. Of text: a token, one of so many channels. */
  image: ImageShape;
  /** Whether the data is text. */
  text?: boolean;
  /** Whether pictures have many sizes: only networks that give each of them a vector of the same length can take them. */
  manySizes?: boolean;
  /** Where pictures have many sizes: as high as the highest and as wide as the widest, which is what each is padded to in training. */
  frame?: ImageShape;
  /** Number of classes; 0 where there are none. */
  classes: number;
}

/** One thing wrong with an input: which field (dotted path), what was given, what is allowed. */
export interface Problem {
  field: string;
  message: string;
  code: 'REQUIRED' | 'OUT_OF_RANGE' | 'NOT_ALLOWED' | 'EMPTY' | 'UNKNOWN' | 'TOO_LARGE';
}
