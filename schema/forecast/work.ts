import type { Architecture } from '../networks/architecture.ts';
import { networkShape } from '../networks/shapes.ts';
import type { TrainingPlan } from '../plans/plan.ts';

/** What a trial's seconds are made of; each part has a rate, in seconds. */
export const PARTS = ['trials', 'epochs', 'updates', 'flops', 'outputs'] as const;
export type Part = (typeof PARTS)[number];

/**
 * How much of each part there is: 1 trial (compiling), its epochs (samples, checkpoint), updates (calls, optimiser), floating-point operations
 * and numbers that layers put out, over all images of all epochs. Small layers are bound by memory: their outputs cost more than their
 * operations.
 */
export type Work = Readonly<Record<Part, number>>;

/** Images of the splits of a dataset, or tokens of a text. */
export interface ImageCounts {
  trainCount: number;
  validationCount: number;
}

/** Training takes a forward pass, a gradient to the input and one to the weights, each about as much. */
const PASSES = 3;

/** Forward passes that an epoch of one training costs as much as, over both splits. */
export function epochPasses(
  training: Pick<TrainingPlan, 'trainImages' | 'validationImages'>,
  { trainCount, validationCount }: ImageCounts,
): number {
  return (
    PASSES * Math.min(training.trainImages ?? trainCount, trainCount) +
    Math.min(training.validationImages ?? validationCount, validationCount)
  );
}

/** Work of one trial of a network under a plan, trained to its end. */
export function trialWork(
  architecture: Architecture,
  training: Pick<TrainingPlan, 'epochs' | 'batchSize' | 'trainImages' | 'validationImages'> &
    Partial<Pick<TrainingPlan, 'initialisations' | 'language'>>,
  counts: ImageCounts,
): Work {
  const { layers, flops } = networkShape(architecture);
  const { initialisations = 1, language } = training;
  const batchSize = training.batchSize * (language?.sequenceLength ?? 1);
  const epochs = initialisations * training.epochs;
  const train = Math.min(training.trainImages ?? counts.trainCount, counts.trainCount);
  const passes = epochs * epochPasses(training, counts);
  const outputs = layers.reduce((sum, { output: { height, width, channels } }) => sum + height * width * channels, 0);
  return { trials: 1, epochs, updates: epochs * Math.ceil(train / batchSize), flops: passes * flops, outputs: passes * outputs };
}

/** The work of so many epochs of a training, which is compiled for it. */
export function partOf({ trials, epochs, updates, flops, outputs }: Work, some: number): Work {
  const share = some / epochs;
  return { trials, epochs: some, updates: share * updates, flops: share * flops, outputs: share * outputs };
}
