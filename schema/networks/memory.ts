import type { Architecture } from './architecture.ts';
import { type LayerShape, networkShape } from './shapes.ts';

/** Bytes that training a network takes beside its process: `fixed + batch x perImage`. */
export interface TrainingMemory {
  /** Whatever the batch. */
  fixed: number;
  /** For each image of a batch. */
  perImage: number;
}

export type OptimizerKind = 'ADAM' | 'SGD' | 'RMSPROP';

/** Momentum counts one for SGD and RMSProp. */
const MOMENTS: Record<OptimizerKind, number> = { ADAM: 2, SGD: 1, RMSPROP: 2 };

/** Arrays beside each weight that an update rule keeps. */
export const momentsOf = (optimizer: OptimizerKind): number => MOMENTS[optimizer];

/** Of a worker before it trains: Node, TensorFlow with its threads and code, and a dataset of 70,000 small images; measured 587 to 608 MB. */
export const PROCESS_BYTES = 594e6;

/** Graph, session and buffers of even the smallest network. */
const PROGRAM_BYTES = 14e6;

/** Tokens of a sequence, where a plan does not say. */
const SEQUENCE = 35;
/** Arrays of a recurrent cell's training, for each token: of a node's units, and of a number for each word. */
const NODE_ARRAYS = 12;
const WORD_ARRAYS = 4;

/** Share of a device's memory that training may fill; the rest is for the system, the server and the error of the estimate. */
export const USABLE_SHARE = 0.9;

/**
 * Memory of one training, known before it begins. With P bytes of weights and m moments, and for each image a, the bytes of a layer's
 * output (32-bit floats):
 *
 *     fixed    = program + (4 + m) P + 3 (1 + m) P
 *     perImage = sum a (layers with weights) + 4 sum a (pools, dropout, crop) + 2 max (a of a layer + a of its input)
 *
 * - Weights, what the loop of updates hands on of them, gradients and their sums, and moments. A checkpoint holds weights and moments three
 *   times for a moment: as read from the device, as encoded, and as content of the upload.
 * - What backpropagation reads of each layer until its turn comes: of a layer with weights one array, for the ReLU works in place; of a pool or
 *   a dropout the gradient, mask and copies in another layout beside it.
 * - The workspace of the one layer that works, in the blocked layout of oneDNN.
 *
 * How it was measured: `test/workers/memory/table.ts` trains thirty networks of both families (MNIST, Adam, batches of 32, 64 and 128), each in a
 * process of its own on TensorFlow with one thread, and reads the peak of resident memory. The five coefficients (process and program, P, and the
 * three sums) were fitted to every second one of them by least squares of relative errors, none below 0, and rounded. For the fifteen others,
 * which the fit has not seen, estimate over measurement was 0.87 to 1.07; what a network adds to its process, where that is more than 60 MB, was
 * 0.86 to 1.24. Other images, optimisers and backends were not measured: for m other than 2 the coefficient of P is an assumption.
 */
export function trainingMemory(architecture: Architecture, optimizer: OptimizerKind, sequenceLength = SEQUENCE): TrainingMemory {
  const { layers, parameters } = networkShape(architecture);
  const moments = MOMENTS[optimizer];
  if (architecture.family === 'recurrent') {
    const { units, nodes, input } = architecture;
    const perToken = 4 * (NODE_ARRAYS * nodes.length * units + WORD_ARRAYS * input.channels);
    return { fixed: PROGRAM_BYTES + parameters * bytesPerParameter(moments), perImage: sequenceLength * perToken };
  }
  const bytes = ({ output: { height, width, channels } }: Pick<LayerShape, 'output'>) => 4 * height * width * channels;
  const before = layers.map(({ from }, i) =>
    (from ?? [i - 1]).reduce((sum, row) => sum + bytes(layers[row] ?? { output: architecture.input }), 0),
  );
  const kept = layers.reduce((sum, layer) => sum + (layer.parameters > 0 ? 1 : 4) * bytes(layer), 0);
  const workspace = 2 * Math.max(...layers.map((layer, i) => bytes(layer) + before[i]!));
  return { fixed: PROGRAM_BYTES + parameters * bytesPerParameter(moments), perImage: kept + workspace };
}

const bytesPerParameter = (moments: number) => 4 * (4 + moments + 3 * (1 + moments));

/** What a parameter and an output of a layer add to the memory of a training, in bytes; its largest layer's workspace is not in it. */
export function memoryCosts(optimizer: OptimizerKind, batchSize: number): { parameter: number; output: number } {
  return { parameter: bytesPerParameter(MOMENTS[optimizer]), output: 4 * 4 * batchSize };
}

/** Bytes with batches of this size, the process left out. */
export function memoryOfBatch({ fixed, perImage }: TrainingMemory, batchSize: number): number {
  return fixed + batchSize * perImage;
}

/** Batches are not made smaller than this to save memory: gradients of fewer images are another training. */
export const SMALLEST_BATCH = 8;

/** The next smaller batch: half, but not below SMALLEST_BATCH; null when it is the smallest already. */
export function smallerBatch(batchSize: number): number | null {
  return batchSize > SMALLEST_BATCH ? Math.max(SMALLEST_BATCH, Math.floor(batchSize / 2)) : null;
}

/** The largest of `batchSize`, its half, its quarter, ... SMALLEST_BATCH with which a training takes at most `bytes`; null when none does. */
export function fittingBatch(memory: TrainingMemory, batchSize: number, bytes: number): number | null {
  for (let batch: number | null = batchSize; batch !== null; batch = smallerBatch(batch))
    if (memoryOfBatch(memory, batch) <= bytes) return batch;
  return null;
}

/** 1.5 GiB; 120 MiB below one. */
export function formatBytes(bytes: number): string {
  return bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GiB` : `${Math.ceil(bytes / 2 ** 20)} MiB`;
}
