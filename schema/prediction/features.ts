import { type Architecture, latentSize } from '../networks/architecture.ts';
import type { TrainingPlan } from '../plans/plan.ts';
import { differences } from './curve.ts';

/** A candidate as it is known before it is trained. */
export interface Described {
  architecture: Architecture;
  parameters: number;
  /** Of one forward pass of one image. */
  flops: number;
  /** Of the training it had or has: halved where memory was short. */
  batchSize: number;
  training: TrainingPlan;
}

interface Feature {
  name: string;
  meaning: string;
  of(candidate: Described, layers: readonly Part[]): number;
}

/** A piece of an architecture: anything in it that has a `type`, whatever its family. */
type Part = Readonly<Record<string, unknown>> & { type: string };

/** Kinds of layers that are counted one by one. */
const COUNTED = ['convolution', 'pool', 'dropout', 'fullyConnected', 'globalAveragePool', 'spatialPyramidPool'];

/** Of quantities that differ by orders of magnitude, the order tells more than the amount. */
const order = (amount: number) => Math.log10(1 + amount);
const numbersOf = (layers: readonly Part[], field: string) =>
  layers.flatMap((layer) => (typeof layer[field] === 'number' ? [layer[field]] : []));
const mean = (numbers: readonly number[]) => (numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length);
const largest = (numbers: readonly number[]) => numbers.reduce((most, each) => Math.max(most, each), 0);

const feature = (name: string, meaning: string, of: Feature['of']): Feature => ({ name, meaning, of });

/**
 * What is known of a candidate beside its curve: its architecture, then its hyperparameters (thesis 4.3: number of weights, number of layers,
 * initial learning rate, its decay). What is the same for all candidates of a search says nothing and is left out by the regressors.
 */
export const FEATURES: readonly Feature[] = [
  feature('depth', 'Layers, dropouts left out', (_, layers) => layers.filter(({ type }) => type !== 'dropout').length),
  ...COUNTED.map((type) =>
    feature(`layers.${type}`, `Layers of the kind ${type}`, (_, layers) => layers.filter((layer) => layer.type === type).length),
  ),
  feature('layers.other', 'Layers of other kinds', (_, layers) => layers.filter(({ type }) => !COUNTED.includes(type)).length),
  feature('filters.mean', 'log10 of 1 + mean filters of a convolution', (_, layers) => order(mean(numbersOf(layers, 'filters')))),
  feature('filters.largest', 'log10 of 1 + most filters of a convolution', (_, layers) => order(largest(numbersOf(layers, 'filters')))),
  feature('kernel.mean', 'Mean side of a kernel', (_, layers) => mean(numbersOf(layers, 'kernel'))),
  feature('stride.mean', 'Mean stride of convolutions and pools', (_, layers) => mean(numbersOf(layers, 'stride'))),
  feature('units.mean', 'log10 of 1 + mean units of a fully connected layer', (_, layers) => order(mean(numbersOf(layers, 'units')))),
  feature('parameters', 'log10 of 1 + trained numbers', ({ parameters }) => order(parameters)),
  feature('flops', 'log10 of 1 + operations of a forward pass', ({ flops }) => order(flops)),
  feature('latent', 'log10 of 1 + length of the latent vector', ({ architecture }) => order(latentSize(architecture) ?? 0)),
  feature('learningRate', 'log10 of the initial learning rate', ({ training }) => Math.log10(training.optimizer.learningRate)),
  feature('decay', 'Factor of the learning rate at each step', ({ training }) => training.optimizer.decay),
  feature('weightDecay', 'L2 penalty on kernels', ({ training }) => training.optimizer.weightDecay),
  feature('batchSize', 'log10 of 1 + images of a batch', ({ batchSize }) => order(batchSize)),
  feature('epochs', 'Epochs of a whole training', ({ training }) => training.epochs),
];

/** Values of FEATURES, in their order; finite. */
export function featuresOf(candidate: Described): number[] {
  const layers = partsOf(candidate.architecture);
  return FEATURES.map(({ of }) => of(candidate, layers));
}

/** All that a regressor is given: the points of the curve, their first and second differences, then the features (thesis 4.3). */
export function inputOf(curve: readonly number[], features: readonly number[]): number[] {
  const first = differences(curve);
  return [...curve, ...first, ...differences(first), ...features];
}

/** Every layer, in whatever nest of lists and records a family keeps it. */
function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(partsOf);
  return typeof (value as { type?: unknown }).type === 'string' ? [value as Part, ...inside] : inside;
}
