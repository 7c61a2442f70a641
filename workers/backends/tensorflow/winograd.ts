import { readFileSync } from 'node:fs';
import type { Binding, OperationAttribute } from './binding.ts';
import type { Graph, NodeAttribute } from './graph.ts';

/** An operation in the place of another, of some of its inputs. */
export interface Substitute {
  operation: 'HandpickConvolution' | 'HandpickFilterGradient';
  inputs: number[];
  attributes: (graph: Graph) => Record<string, NodeAttribute>;
}

/** Points of a tile along an axis; a tile gives POINTS - kernel + 1 outputs. */
const POINTS = 6;
const KERNELS = [3, 5];
/** Fewer channels are transformed for too few products. */
const FEWEST_CHANNELS = 32;
/** Of the multiplications of the plain convolution: the transforms cost what the rest saves. */
const WORTH = 0.55;

/**
 * Convolutions of stride 1 and their gradients in 36 multiplications where the plain ones take 144 (3x3) or 100 (5x5), for each channel,
 * filter and tile (native/winograd.cc). Same numbers to some 1e-6, on processors with AVX2 and FMA. With AVX-512 TensorFlow's own
 * convolutions are twice as fast, and ours are not made for it. HANDPICK_WINOGRAD=0 leaves all to TensorFlow.
 *
 * @param shapes of the operation's inputs, NHWC
 * @returns null where the plain operation is as good, or the only one
 */
export function faster(
  binding: Pick<Binding, 'isUsingGpuDevice'>,
  operation: string,
  attributes: readonly OperationAttribute[],
  shapes: readonly (readonly number[])[],
  output: readonly number[],
): Substitute | null {
  const parts = PARTS[operation]?.(shapes, output);
  if (!parts || !isPlain(attributes) || !hasInstructions() || binding.isUsingGpuDevice()) return null;
  const { image, filters, result } = parts;
  const [, height, width] = result;
  const kernel = filters[0]!;
  const [from, to] = [image[3]!, result[3]!];
  if (!KERNELS.includes(kernel) || filters[1] !== kernel || from < FEWEST_CHANNELS || to < FEWEST_CHANNELS) return null;
  const step = POINTS - kernel + 1;
  const tiles = Math.ceil(height! / step) * Math.ceil(width! / step);
  if (tiles * POINTS ** 2 > WORTH * height! * width! * kernel ** 2) return null;
  const same = attributes.find(({ name }) => name === 'padding')!.value === 'SAME';
  const before = same ? (kernel - 1) / 2 : 0;
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

type Shape = readonly number[];

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

/** Stride 1, no holes, NHWC, float32. */
function isPlain(attributes: readonly OperationAttribute[]): boolean {
  const value = (name: string) => attributes.find((attribute) => attribute.name === name)?.value;
  const ones = (list: unknown) => list === undefined || (list as number[]).every((number) => number === 1);
  const padding = value('padding');
  return (
    value('T') === FLOAT &&
    value('data_format') === 'NHWC' &&
    (padding === 'SAME' || padding === 'VALID') &&
    ones(value('strides')) &&
    ones(value('dilations'))
  );
}

/** TF_FLOAT. */
const FLOAT = 1;

let instructions: boolean | undefined;

function hasInstructions(): boolean {
  instructions ??= process.env.HANDPICK_WINOGRAD !== '0' && fitsProcessor(readFileSync('/proc/cpuinfo', 'utf8'));
  return instructions;
}

/** @param info of Linux, /proc/cpuinfo */
export function fitsProcessor(info: string): boolean {
  const flags = new Set(/^flags\s*:(.*)$/m.exec(info)?.[1]?.split(' '));
  return flags.has('avx2') && flags.has('fma') && !flags.has('avx512f');
}
