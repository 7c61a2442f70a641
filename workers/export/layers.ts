import type { ImageShape } from '../../schema/networks/architecture.ts';

/*
 * A network as the formats see it: layers in a row, each with the shapes of one image, channels last, and its weights. What every format has as
 * a layer of its own is one here; what only some have is put together from those (network.ts).
 */

/** A trained array, row by row. */
export interface Weights {
  shape: number[];
  values: Float32Array;
}

/** Rows and columns at each side. */
export interface Sides {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

type Activation = 'relu' | 'linear';

export type LayerKind =
  /** kernel [height, width, in, out]; `pads` is what `padding` comes to for this map, TensorFlow's rule. */
  | { kind: 'convolution'; kernel: Weights; bias: Weights; stride: number; padding: 'same' | 'valid'; pads: Sides; activation: Activation }
  /** kernel [height, width, out, in], each side at least `stride`; nothing is padded. */
  | { kind: 'transposedConvolution'; kernel: Weights; bias: Weights; stride: number; activation: Activation }
  /** kernel [in, out]. */
  | { kind: 'dense'; kernel: Weights; bias: Weights; activation: Activation }
  /** kernel [height, width, channels, 1]: one for each channel, without a bias; `pads` as "same" comes to. */
  | { kind: 'depthwise'; kernel: Weights; stride: number; pads: Sides }
  /** Of pools whose padding counts for nothing, in the mean as well; `pads` as "same" comes to. */
  | { kind: 'samePool'; of: 'max' | 'average'; size: number; stride: number; pads: Sides }
  /** Zeros around a map. */
  | { kind: 'zeros'; sides: Sides }
  /** Maps joined in depth, or added. */
  | { kind: 'join' }
  | { kind: 'sum' }
  | { kind: 'maxPool'; size: number; stride: number }
  | { kind: 'globalAverage' }
  | { kind: 'pyramid'; levels: number }
  /** A map to a vector, row by row, channels last. */
  | { kind: 'flatten' }
  /** A vector to a map in the same order. */
  | { kind: 'reshape' }
  | { kind: 'crop'; sides: Sides }
  | { kind: 'dropout'; rate: number }
  | { kind: 'softmax' }
  | { kind: 'sigmoid' };

export type ExportLayer = LayerKind & {
  /** Letters, digits and _, unique within the model; begins with a letter. */
  name: string;
  /** Of one image: [height, width, channels] or [features]. */
  input: number[];
  output: number[];
  /** Names of the layers that it reads, or of the model's input; absent: the layer before. */
  from?: string[];
};

/** One model of an export: layers in a row, then one or more outputs of what they give. */
export interface ExportModel {
  /** Of its file: `classifier`, `encoder`, `decoder`, `generator`. */
  name: string;
  input: { name: string; shape: number[]; meaning: string };
  layers: ExportLayer[];
  outputs: { name: string; layers: ExportLayer[]; meaning: string }[];
}

export const mapOf = ({ height, width, channels }: ImageShape): number[] => [height, width, channels];
export const size = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

/** All layers of a model, those of the outputs after the common ones. */
export const allLayers = (model: ExportModel): ExportLayer[] => [...model.layers, ...model.outputs.flatMap(({ layers }) => layers)];
