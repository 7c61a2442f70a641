import type { ImageShape } from '../networks/architecture.ts';

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

export type SpaceLimits = ChainLimits | VariationalLimits;

/** What a space needs to know of the data. */
export interface DataShape {
  image: ImageShape;
  /** Number of classes; 0 where there are none. */
  classes: number;
}

/** One thing wrong with an input: which field (dotted path), what was given, what is allowed. */
export interface Problem {
  field: string;
  message: string;
  code: 'REQUIRED' | 'OUT_OF_RANGE' | 'NOT_ALLOWED' | 'EMPTY' | 'UNKNOWN' | 'TOO_LARGE';
}
