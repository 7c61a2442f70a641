import type { Graph, NodeAttribute } from './graph.ts';

/** An operation of ours (native/operations.cc) in the place of one of TensorFlow's, of some of its inputs. */
export interface Substitute {
  operation: 'HandpickConvolution' | 'HandpickFilterGradient' | 'HandpickSpread';
  inputs: number[];
  attributes: (graph: Graph) => Record<string, NodeAttribute>;
}

export type Shape = readonly number[];

/** A convolution or one of its gradients: NHWC, float32, no holes. */
export interface PlainConvolution {
  operation: string;
  /** Of all its inputs. */
  shapes: readonly Shape[];
  output: Shape;
  stride: number;
  padding: 'SAME' | 'VALID';
}
