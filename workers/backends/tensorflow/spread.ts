import type { PlainConvolution, Substitute } from './substitute.ts';

/** Fewer channels are too little work for a number that is added up. */
const FEWEST_CHANNELS = 16;
/** To so few, TensorFlow's fills a fraction of its vectors. */
const FEW_FILTERS = 8;
/** From maps of so few pixels TensorFlow's spends its time at their borders. */
const FEW_PIXELS = 9;

/**
 * Transposed convolutions to few channels, such as a decoder's last one to an image, or from small maps, and such gradients of
 * convolutions to their inputs (native/spread.cc). Of one core's peak TensorFlow's reach 10 to 30% there, ours 30 to 80%. @returns null
 * where TensorFlow's is as good
 */
export function spread({ operation, shapes, output, stride, padding }: PlainConvolution): Substitute | null {
  if (operation !== 'Conv2DBackpropInput') return null;
  const [, weights, from] = shapes;
  const [side, width, filters, channels] = weights as [number, number, number, number];
  const pixels = from![1]! * from![2]!;
  if (side !== width || channels < FEWEST_CHANNELS || (filters > FEW_FILTERS && pixels > FEW_PIXELS)) return null;
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
