/**
 * What a candidate network is, as plain data. Builds no tensors.
 *
 * `chain`: layers one after the other (classification; thesis 4.1, 4.5).
 * `variational`: an encoder, a latent size and a decoder, chosen independently (thesis 10.2).
 */

/** Height, width and channels of one image; pixels. */
export interface ImageShape {
  height: number;
  width: number;
  channels: number;
}

/** `C(filters,kernel,stride)`. In a decoder it is a transposed convolution and `filters` counts its *input* filters (thesis 9.1). */
export interface Convolution {
  type: 'convolution';
  filters: number;
  kernel: number;
  stride: number;
}

/** `P(size,stride)`: max pooling, never padded. */
export interface Pool {
  type: 'pool';
  size: number;
  stride: number;
}

/** `D(i,n)`: dropout number i of n, with rate i / (2n). */
export interface Dropout {
  type: 'dropout';
  index: number;
  of: number;
}

/** `FC(units)`: fully connected, ReLU. */
export interface FullyConnected {
  type: 'fullyConnected';
  units: number;
}

/** `GAP(classes)`: a 1 x 1 convolution to one map a class, then the mean of each map. */
export interface GlobalAveragePool {
  type: 'globalAveragePool';
  units: number;
}

/** `SM(classes)`: the softmax classifier, always last. */
export interface Softmax {
  type: 'softmax';
  classes: number;
}

export type Layer = Convolution | Pool | Dropout | FullyConnected | GlobalAveragePool | Softmax;
export type Padding = 'same' | 'valid';

export interface Chain {
  family: 'chain';
  input: ImageShape;
  /** Padding of every convolution; pools are always valid. */
  padding: Padding;
  layers: Layer[];
}

export interface Variational {
  family: 'variational';
  input: ImageShape;
  encoder: Convolution[];
  /** Length of the latent vector. */
  latent: number;
  decoder: Convolution[];
}

export type Architecture = Chain | Variational;
