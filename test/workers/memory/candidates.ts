import { builtInDatasets, dataShape } from '../../../schema/datasets.ts';
import type { Architecture } from '../../../schema/networks/architecture.ts';
import { memoryOfBatch, trainingMemory } from '../../../schema/networks/memory.ts';
import { printNotation } from '../../../schema/networks/notation.ts';
import type { Task } from '../../../schema/plans/plan.ts';
import { Random } from '../../../schema/random.ts';
import { example, makeSpace } from '../../../schema/spaces/make.ts';
import { type SpacePreset, spacePresets } from '../../../schema/spaces/presets.ts';

/** A network whose training is measured. */
export interface Subject {
  space: SpacePreset;
  architecture: Architecture;
  notation: string;
  task: Task;
  batchSize: number;
}

const SEED = 4;
const DRAWN = 200;
const BATCHES = [32, 64, 128];

/** How many of which space. */
const TABLE: readonly [SpacePreset, number][] = [
  ['tour-chain', 6],
  ['thesis-mnist', 6],
  ['metaqnn-mnist', 6],
  ['thesis-variational', 12],
];

/** Thirty networks of both families, drawn with a seed and spread evenly over the sizes of what was drawn; batches take turns. */
export function subjects(): Subject[] {
  const mnist = builtInDatasets.find(({ name }) => name === 'MNIST')!;
  return TABLE.flatMap(([space, count]) => {
    const made = makeSpace(spacePresets[space], dataShape(mnist));
    const random = Random.of(SEED, space);
    const drawn = Array.from({ length: DRAWN }, () => example(made, random));
    const size = (architecture: Architecture) => memoryOfBatch(trainingMemory(architecture, 'ADAM'), 64);
    const sorted = drawn.map((architecture) => ({ architecture, bytes: size(architecture) })).sort((a, b) => a.bytes - b.bytes);
    return Array.from({ length: count }, (_, i): Subject => {
      const { architecture } = sorted[Math.floor(((i + 0.5) * DRAWN) / count)]!;
      const task = architecture.family === 'chain' ? 'CLASSIFICATION' : 'VARIATIONAL';
      return { space, architecture, notation: printNotation(architecture), task, batchSize: BATCHES[i % BATCHES.length]! };
    });
  });
}
