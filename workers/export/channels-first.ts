import { type ExportLayer, size, type Weights } from './layers.ts';

/*
 * PyTorch and ONNX hold maps as [channels, height, width]. Kernels are turned round for that, and where a map becomes a vector, or the other way, so
 * are the rows and columns of the matrix beside it: nothing has to be transposed when the network runs.
 */

/** A convolution's kernel [height, width, in, out] as [out, in, height, width]. */
export const convolutionKernel = (kernel: Weights): Weights => transpose(kernel, [3, 2, 0, 1]);

/** A transposed convolution's kernel [height, width, out, in] as [in, out, height, width]. */
export const transposedKernel = (kernel: Weights): Weights => transpose(kernel, [3, 2, 0, 1]);

/** Matrix [units, inputs] and bias of a dense layer, given the layers beside it. */
export function denseWeights(
  { kernel, bias }: { kernel: Weights; bias: Weights },
  before: ExportLayer | undefined,
  after: ExportLayer | undefined,
): { matrix: Weights; bias: Weights } {
  const [inputs, units] = kernel.shape as [number, number];
  const from = before?.kind === 'flatten' ? before.input : [1, 1, inputs];
  const to = after?.kind === 'reshape' ? after.output : [1, 1, units];
  const matrix = transpose({ shape: [...from, ...to], values: kernel.values }, [5, 3, 4, 2, 0, 1]);
  const turned = transpose({ shape: to, values: bias.values }, [2, 0, 1]);
  return { matrix: { shape: [units, inputs], values: matrix.values }, bias: { shape: [units], values: turned.values } };
}

/** Axis i of the outcome is axis `order[i]` of what is given. */
export function transpose({ shape, values }: Weights, order: readonly number[]): Weights {
  const strides = shape.map((_, axis) => size(shape.slice(axis + 1)));
  const turned = order.map((axis) => ({ length: shape[axis]!, stride: strides[axis]! }));
  const out = new Float32Array(values.length);
  let next = 0;
  const fill = (axis: number, at: number) => {
    const { length, stride } = turned[axis]!;
    if (axis === turned.length - 1) for (let i = 0; i < length; i++) out[next++] = values[at + i * stride]!;
    else for (let i = 0; i < length; i++) fill(axis + 1, at + i * stride);
  };
  fill(0, 0);
  return { shape: order.map((axis) => shape[axis]!), values: out };
}

/** The bytes of an array as every format here stores them: little-endian float32. */
export const bytesOf = ({ values }: Weights): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
