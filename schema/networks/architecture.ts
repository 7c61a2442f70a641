/**
 * What a candidate network is, as plain data. Builds no tensors.
 *
 * `chain`: layers one after the other (classification; thesis 4.1, 4.5).
 * `variational`: an encoder, a latent size and a decoder, chosen independently (thesis 10.2).
 * `autoencoder`: an encoder of convolutions and the decoder that undoes it layer by layer (thesis 5.2).
 * `generator`: a latent size and a decoder, trained against a discriminator, which is a chain (thesis 13.1).
 * `recurrent`: a recurrent cell of nodes, each of which reads one before it (thesis 4.4, 4.6).
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

/**
 * `SPP(levels)`: spatial pyramid pooling (He et al. 2014; thesis 4.5). Level l, from 1, divides the map into 2^(l-1) x 2^(l-1) parts and
 * keeps the largest value of each, so that maps of any size give one vector of channels x (4^levels - 1) / 3 numbers. Part i of n of a
 * side s reaches from floor(i s / n) up to ceil((i + 1) s / n).
 */
export interface SpatialPyramidPool {
  type: 'spatialPyramidPool';
  levels: number;
}

/** `SM(classes)`: the softmax classifier, always last. */
export interface Softmax {
  type: 'softmax';
  classes: number;
}

export type Layer = Convolution | Pool | Dropout | FullyConnected | GlobalAveragePool | SpatialPyramidPool | Softmax;
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

/**
 * A symmetric convolutional autoencoder: "valid" convolutions, then the same layers backwards as transposed convolutions, each of which
 * gives exactly the map that its convolution was given (see `mirror`).
 */
export interface Autoencoder {
  family: 'autoencoder';
  input: ImageShape;
  encoder: Convolution[];
}

/** The decoder of a variational autoencoder without an encoder: noise to images. */
export interface Generator {
  family: 'generator';
  /** The images it makes. */
  input: ImageShape;
  /** Length of the noise vector. */
  latent: number;
  decoder: Convolution[];
}

/** What a node of a recurrent cell applies. */
export const ACTIVATIONS = ['tanh', 'ReLU', 'identity', 'sigmoid'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** Reads the node with the number `previous`, from 1; the first node reads 0, the word and the last state. */
export interface CellNode {
  previous: number;
  activation: Activation;
}

/** A recurrent cell (Pham et al. 2018, section 2.1 and figure 1) between an embedding of words and the same embedding transposed. */
export interface Recurrent {
  family: 'recurrent';
  /** A word, 1 x 1 x the size of the vocabulary. */
  input: ImageShape;
  /** Length of state, embedding and what each node gives. */
  units: number;
  nodes: CellNode[];
}

export type Architecture = Chain | Variational | Autoencoder | Generator | Recurrent;

/**
 * The decoder of a symmetric autoencoder: since a transposed `C(filters,kernel,stride)` counts its input filters, it is the encoder
 * read backwards.
 */
export function mirror(encoder: readonly Convolution[]): Convolution[] {
  return encoder.map((layer) => ({ ...layer })).reverse();
}

/** Length of the vector that images are made from; null for networks without one. */
export function latentSize(architecture: Architecture): number | null {
  return architecture.family === 'variational' || architecture.family === 'generator' ? architecture.latent : null;
}
