import type { PlainConvolution, Shape, Substitute } from './substitute.ts';

/** Points of a tile along an axis; a tile gives POINTS - kernel + 1 outputs. */
const POINTS = 6;
const KERNELS = [3, 5];
/** Fewer channels are transformed for too few products. */
const FEWEST_CHANNELS = 32;
/** Of the multiplications of the plain convolution: the transforms cost what the rest saves. */
const WORTH = 0.55;

/**
 * Convolutions of stride 1 and their gradients in 36 multiplications where the plain ones take 144 (3x3) or 100 (5x5), for each channel,
 * filter and tile (native/winograd.cc). @returns null where the plain operation is as good, or the only one
 */
export function winograd({ operation, shapes, output, stride, padding: kind }: PlainConvolution): Substitute | null {
  const parts = PARTS[operation]?.(shapes, output);
  if (!parts || stride !== 1) return null;
  const { image, filters, result } = parts;
  const [, height, width] = result;
  const kernel = filters[0]!;
  const [from, to] = [image[3]!, result[3]!];
  if (!KERNELS.includes(kernel) || filters[1] !== kernel || from < FEWEST_CHANNELS || to < FEWEST_CHANNELS) return null;
  const step = POINTS - kernel + 1;
  const tiles = Math.ceil(height! / step) * Math.ceil(width! / step);
  if (tiles * POINTS ** 2 > WORTH * height! * width! * kernel ** 2) return null;
  const before = kind === 'SAME' ? (kernel - 1) / 2 : 0;
  const backward = operation === 'Conv2DBackpropInput';
  const padding = backward ? kernel - 1 - before : before;
  return {
    operation: parts.operation,
    inputs: parts.inputs,
    attributes: (graph) => ({
      kernel: graph.integer(kernel),
      top: graph.integer(padding),
      left: graph.integer(padding),
      ...(parts.operation === 'HandpickConvolution' && {
        height: graph.integer(height!),
        width: graph.integer(width!),
        flipped: graph.flag(backward),
      }),
    }),
  };
}

interface Parts {
  operation: Substitute['operation'];
  /** Which inputs of the operation are handed on. */
  inputs: number[];
  /** What is convolved, by what, and what that gives: [B, h, w, c], [k, k, c, f], [B, h, w, f]. */
  image: readonly number[];
  filters: readonly number[];
  result: readonly number[];
}

const PARTS: Record<string, (shapes: readonly Shape[], output: Shape) => Parts> = {
  Conv2D: ([image, filters], result) => ({
    operation: 'HandpickConvolution',
    inputs: [0, 1],
    image: image!,
    filters: filters!,
    result,
  }),
  Conv2DBackpropInput: ([, filters, dy], result) => ({
    operation: 'HandpickConvolution',
    inputs: [2, 1],
    image: dy!,
    filters: filters!,
    result,
  }),
  Conv2DBackpropFilter: ([image, , dy], filters) => ({
    operation: 'HandpickFilterGradient',
    inputs: [0, 2],
    image: image!,
    filters,
    result: dy!,
  }),
};
