import type { PlainConvolution, Substitute } from './substitute.ts';

/** Below, TensorFlow's is as good: ours gains from reading many channels once for all of the numbers that they give. */
const FEWEST_CHANNELS = 32;
/** Channels of an image, and one for its transparency. */
const MOST_FILTERS = 4;
/** Numbers that a pixel gives: kernel^2 filters. */
const MOST_GIVEN = 144;

/**
 * Transposed convolutions to the few channels of an image, a decoder's last layer: TensorFlow's reaches 10 to 20% of the machine's peak
 * (native/spread.cc). @returns null where the operation is another one
 */
export function spread({ operation, shapes, output, stride, padding }: PlainConvolution): Substitute | null {
  if (operation !== 'Conv2DBackpropInput') return null;
  const [, weights, from] = shapes;
  const [side, width, filters, channels] = weights as [number, number, number, number];
  if (side !== width || channels < FEWEST_CHANNELS || filters > MOST_FILTERS || side ** 2 * filters > MOST_GIVEN) return null;
  const [, height, across] = output as [number, number, number];
  const before = (whole: number, part: number) =>
    padding === 'SAME' ? Math.floor(Math.max(0, (part - 1) * stride + side - whole) / 2) : 0;
  return {
    operation: 'HandpickSpread',
    inputs: [2, 1],
    attributes: (graph) => ({
      kernel: graph.integer(side),
      stride: graph.integer(stride),
      top: graph.integer(before(height, from![1]!)),
      left: graph.integer(before(across, from![2]!)),
      height: graph.integer(height),
      width: graph.integer(across),
    }),
  };
}
