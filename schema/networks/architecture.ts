/**
 * What a candidate network is, as plain data. Builds no tensors.
 *
 * `chain`: layers one after the other (classification; thesis 4.1, 4.5).
 * `variational`: an encoder, a latent size and a decoder, chosen independently (thesis 10.2).
 * `autoencoder`: an encoder of convolutions and the decoder that undoes it layer by layer (thesis 5.2).
 * `generator`: a latent size and a decoder, trained against a discriminator, which is a chain (thesis 13.1).
 * `dag`: layers that read any earlier ones, joined in depth (Zoph & Le 2017; thesis 4.2).
 * `macro`: a row of layers of one width with skip connections (Pham et al. 2018, section 2.3; thesis 4.4).
 * `cell`: two small cells, repeated and stacked (Pham et al. 2018, section 2.4; thesis 4.4).
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

/** What a layer of a `dag` applies. Everything is padded as "same"; convolutions have a ReLU. Kernels are height x width. */
export type DagOperation =
  | { type: 'convolution' | 'separable'; filters: number; height: number; width: number; stride: number }
  | { type: 'averagePool' | 'maxPool'; size: number; stride: number };

/** `C(36,3x5,1)@0+2`: what is applied, and whom it reads. */
export interface DagLayer {
  operation: DagOperation;
  /** Numbers of the layers it reads, rising; 0 is the image. Several are filled up with zeros below and on the right, and joined in depth. */
  inputs: number[];
}

/**
 * A network of NAS (Zoph & Le 2017, section 3.3; thesis 4.2). Layers are numbered from 1. Those that nobody reads are joined in depth; the
 * mean of each of their channels goes to the classifier.
 */
export interface Dag {
  family: 'dag';
  input: ImageShape;
  layers: DagLayer[];
  classes: number;
}

/** Convolution, separable convolution, average and max pooling by the side of their kernel (Pham et al. 2018, section 2.3). */
export const MACRO_OPERATIONS = ['C3', 'C5', 'S3', 'S5', 'A3', 'P3'] as const;
export type MacroOperation = (typeof MACRO_OPERATIONS)[number];

/** `S5+0+1`: what is applied to the layer before, and whose outcome is joined to it by a 1 x 1 convolution. */
export interface MacroLayer {
  operation: MacroOperation;
  /** Numbers of layers before the one before, rising; 0 is the stem. */
  skips: number[];
}

/**
 * A network of ENAS's macro search: a stem, a 3 x 3 convolution, is layer 0; every layer reads the one before. All have `filters` channels.
 * After a third and two thirds of the layers the map is halved. The mean of each channel of the last goes to the classifier.
 */
export interface Macro {
  family: 'macro';
  input: ImageShape;
  filters: number;
  layers: MacroLayer[];
  classes: number;
}

/** Identity, separable convolutions, average and max pooling (Pham et al. 2018, section 2.4). */
export const CELL_OPERATIONS = ['I', 'S3', 'S5', 'A3', 'P3'] as const;
export type CellOperation = (typeof CELL_OPERATIONS)[number];

/** `S3(1)`: what is applied to whose outcome. 0 and 1 are the cells before the last and the last one, 2 is the first node. */
export interface CellInput {
  from: number;
  operation: CellOperation;
}

/** `S3(1)+I(0)`: the sum of two; `CellInput`s in the order of `from`, then of CELL_OPERATIONS. */
export type CellSum = [CellInput, CellInput];

/**
 * A network of ENAS's micro search: a stem, `repetitions` normal cells, a reduction cell, as many normal cells, another reduction cell, as
 * many normal cells. Filters double with each reduction. A cell gives the nodes that none of its nodes reads, joined in depth.
 */
export interface Cell {
  family: 'cell';
  input: ImageShape;
  /** Channels of a node of the first cells. */
  filters: number;
  /** Normal cells of each size. */
  repetitions: number;
  normal: CellSum[];
  reduction: CellSum[];
  classes: number;
}

export type Architecture = Chain | Variational | Autoencoder | Generator | Recurrent | Dag | Macro | Cell;

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
