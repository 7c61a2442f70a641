import type { Architecture } from '../networks/architecture.ts';
import { graphOf } from '../networks/graph.ts';
import { isGraph } from '../networks/graph-notation.ts';
import { momentsOf, type TrainingMemory } from '../networks/memory.ts';
import { nodeParameters } from '../networks/recurrent.ts';
import { networkShape } from '../networks/shapes.ts';
import { Random } from '../random.ts';
import type { DataShape, SpaceLimits } from '../spaces/limits.ts';
import { example, heaviestNetwork, makeSpace } from '../spaces/make.ts';
import type { TrainingPlan } from './plan.ts';

/** What of a training plan decides about the memory of shared weights. */
export type RoundTraining = Pick<TrainingPlan, 'optimizer' | 'batchNormalisation' | 'language'>;

/** Networks that are drawn to see which weights there are: those that no draw has are seldom trained. */
const DRAWN = 50;
/** Arrays of each weight and each of its moments: itself, as read for a checkpoint, encoded, and as content of the upload. */
const COPIES = 4;
/** Buffers of even the smallest. */
const PROGRAM_BYTES = 30e6;

/**
 * Bytes that a round of ENAS takes beside its process, whatever networks are drawn: `fixed + batch x perImage`, as of one training (networks/memory.ts).
 * Pictures are trained eagerly, so whatever a layer makes on its way there and back stays until the update: of each layer's output as many arrays as
 * `arraysOf` says, of the network that has the most of it. Recurrent cells are one compiled graph, in which every node reads a weighted sum of all before
 * it; perImage is there of each stream of a batch.
 *
 * The factors were fitted to peaks of resident memory as test/workers/memory/round-peak.ts measures them.
 */
export function roundMemory(limits: SpaceLimits, data: DataShape, training: RoundTraining): TrainingMemory {
  const arrays = COPIES * (1 + momentsOf(training.optimizer.kind));
  if (limits.kind === 'RECURRENT') return recurrentMemory(limits, data.image.channels, arrays, training);
  const space = makeSpace(limits, data);
  const random = Random.of(1, 'round memory');
  const heaviest = heaviestNetwork(space, { parameter: 0, output: 1 });
  const weights = new Map<string, number>();
  for (const network of [heaviest, ...Array.from({ length: DRAWN }, () => example(space, random))])
    for (const [key, count] of weightsOf(network)) weights.set(key, Math.max(count, weights.get(key) ?? 0));
  const parameters = [...weights.values()].reduce((sum, count) => sum + count, 0);
  return { fixed: PROGRAM_BYTES + 4 * arrays * parameters, perImage: imageBytes(heaviest, training.batchNormalisation) };
}

/** Weights of a network by what they are shared by. Of a kernel in parts, one for each map that it reads, the one with most parts has all. */
function* weightsOf(network: Architecture): Generator<[key: string, count: number]> {
  for (const [i, { label, parameters }] of networkShape(network).layers.entries())
    yield [isGraph(network) ? label : `${i} ${label} ${parameters}`, parameters];
}

/** Bytes that one image has in memory before its update. */
function imageBytes(network: Architecture, normalised: boolean): number {
  const kinds = isGraph(network) ? graphOf(network).map(({ operation }) => operation.type) : null;
  return networkShape(network).layers.reduce((sum, { output: { height, width, channels }, parameters }, i) => {
    const kind = kinds?.[i] ?? (parameters > 0 ? 'convolution' : 'maxPool');
    return sum + 4 * arraysOf(kind, normalised) * height * width * channels;
  }, 0);
}

/** Arrays of the size of a layer's output, there and back. */
function arraysOf(kind: string, normalised: boolean): number {
  switch (kind) {
    case 'convolution':
      // product, normalisation, bias, ReLU; their gradients, and the layer's part in that of its input
      return normalised ? 17 : 8;
    case 'join':
    case 'sum':
      return 2;
    default:
      return 3;
  }
}

/** Arrays of a node's units that one token has: of its own, and for each node before it, whose weighted sum it reads. */
const NODE_ARRAYS = 24;
const READ_ARRAYS = 3;
/** Of a number for each word: logits, their logarithms of softmax, targets, and what is made of them on the way back. */
const WORD_ARRAYS = 8;
/** Graph and session of the update and of evaluation. */
const GRAPH_BYTES = 90e6;
/** Copies of the weights that a compiled update makes beside those of a checkpoint: the loop's, the chosen matrices, gradients and their sums. */
const UPDATE_COPIES = 4;

function recurrentMemory(
  { nodes, units }: { nodes: number; units: number },
  vocabulary: number,
  arrays: number,
  { language }: RoundTraining,
): TrainingMemory {
  const edges = (nodes * (nodes - 1)) / 2;
  const parameters = vocabulary * (units + 1) + nodeParameters(1, units) + 2 * edges * units * units;
  const perToken = 4 * (units * (NODE_ARRAYS * nodes + READ_ARRAYS * edges) + WORD_ARRAYS * vocabulary);
  return {
    fixed: PROGRAM_BYTES + GRAPH_BYTES + 4 * (arrays + UPDATE_COPIES) * parameters,
    perImage: (language?.sequenceLength ?? 1) * perToken,
  };
}
