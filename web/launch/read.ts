import { ACTIVATIONS, type Activation } from '../../schema/networks/architecture.ts';
import type { Plan } from '../../schema/plans/plan.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import { readPrediction } from './prediction.ts';
import { readController } from './read-controller.ts';
import { numberOf, orNull } from './read-number.ts';
import type { LaunchValues, LimitsValues } from './values.ts';

/** What could not be read, by path of the form. */
export type Unreadable = Record<string, string>;

/** `8, 16, 32`: numbers with commas or spaces between. */
function readNumbers(text: string): number[] | { problem: string } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const wrong = parts.find((part) => !/^\d+$/.test(part));
  return wrong === undefined ? parts.map(Number) : { problem: `“${wrong}”; allowed: whole numbers with commas between` };
}

/** `(3,2), (2,2)`: pairs of size and stride, in brackets. */
function readPools(text: string): { size: number; stride: number }[] | { problem: string } {
  const rest = text.replace(/P?\(\s*\d+\s*,\s*\d+\s*\)/g, '').replace(/[\s,;]+/g, '');
  if (rest !== '') return { problem: `“${rest}”; allowed: pairs of size and stride, e.g. (3,2), (2,2)` };
  return [...text.matchAll(/\(\s*(\d+)\s*,\s*(\d+)\s*\)/g)].map(([, size, stride]) => ({ size: Number(size), stride: Number(stride) }));
}

/** `tanh, ReLU`: what nodes may apply. */
function readActivations(text: string): Activation[] | { problem: string } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const wrong = parts.find((part) => !ACTIVATIONS.some((each) => each === part));
  return wrong === undefined ? (parts as Activation[]) : { problem: `“${wrong}”; allowed: ${ACTIVATIONS.join(', ')}` };
}

/** `1:1500, 0.9:100`: epsilon and for how many candidates. */
export function readSchedule(text: string): Plan['controller']['epsilon'] | { problem: string } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const wrong = parts.find((part) => !/^\d*\.?\d+:\d+$/.test(part));
  if (wrong !== undefined) return { problem: `“${wrong}”; allowed: epsilon:candidates, e.g. 1:1500, 0.9:100` };
  return parts.map((part) => {
    const [epsilon, candidates] = part.split(':').map(Number);
    return { epsilon: epsilon!, candidates: candidates! };
  });
}

/** The limits that the form holds; `unreadable` gets what is not even a list. */
export function readLimits(values: LimitsValues, unreadable: Unreadable): SpaceLimits {
  const list = <T>(field: string, read: T[] | { problem: string }): T[] => {
    if (Array.isArray(read)) return read;
    unreadable[`limits.${field}`] = read.problem;
    return [];
  };
  if (values.kind === 'RECURRENT') {
    const activations = list('activations', readActivations(values.activations));
    return { kind: 'RECURRENT', units: numberOf(values.cellUnits), nodes: numberOf(values.nodes), activations };
  }
  const filters = list('filters', readNumbers(values.filters));
  const one = () => {
    if (filters.length > 1) unreadable['limits.filters'] = `${filters.length} numbers; allowed: one`;
    return filters[0] ?? Number.NaN;
  };
  if (values.kind === 'MACRO') return { kind: 'MACRO', layers: numberOf(values.layers), filters: one() };
  if (values.kind === 'MICRO')
    return { kind: 'MICRO', nodes: numberOf(values.nodes), repetitions: numberOf(values.repetitions), filters: one() };
  if (values.kind === 'NAS')
    return {
      kind: 'NAS',
      heights: list('heights', readNumbers(values.heights)),
      widths: list('widths', readNumbers(values.widths)),
      filters,
      strides: list('strides', readNumbers(values.strides)),
      skips: values.skips,
      minLayers: numberOf(values.minLayers),
      maxLayers: numberOf(values.maxLayers),
    };
  const kernels = list('kernels', readNumbers(values.kernels));
  const head = () => list('head', readNumbers(values.head));
  const latent = () => list('latent', readNumbers(values.latent));
  const maxLayers = numberOf(values.maxLayers);
  switch (values.kind) {
    case 'CHAIN':
      return {
        kind: 'CHAIN',
        rules: values.rules,
        filters,
        kernels,
        pools: list('pools', readPools(values.pools)),
        units: list('units', readNumbers(values.units)),
        globalAveragePool: values.globalAveragePool,
        maxLayers,
        ...(values.head.trim() !== '' && { head: head() }),
      };
    case 'PYRAMID':
      return { kind: 'PYRAMID', filters, kernels, maxLayers, levels: numberOf(values.levels), head: head() };
    case 'AUTOENCODER':
      return { kind: 'AUTOENCODER', filters, kernels, stride: numberOf(values.stride), maxLayers };
    case 'GENERATOR':
      return { kind: 'GENERATOR', latent: latent(), filters, kernels, stride: numberOf(values.stride), maxLayers };
    case 'VARIATIONAL':
      return {
        kind: 'VARIATIONAL',
        latent: latent(),
        filters,
        kernels,
        stride: numberOf(values.stride),
        maxEncoderLayers: numberOf(values.maxEncoderLayers),
        maxDecoderLayers: numberOf(values.maxDecoderLayers),
      };
  }
}

export function readPlan(
  { seed, budget, parallelism, controller, training, reward, prediction }: LaunchValues['plan'],
  unreadable: Unreadable,
): Plan {
  const epsilon = readSchedule(controller.epsilon);
  if ('problem' in epsilon) unreadable['plan.controller.epsilon'] = epsilon.problem;
  const { optimizer, loss } = training;
  return {
    seed: numberOf(seed),
    budget: { candidates: numberOf(budget.candidates), seconds: orNull(budget.seconds) },
    parallelism: numberOf(parallelism),
    controller: readController(controller, Array.isArray(epsilon) ? epsilon : []),
    training: {
      task: training.task,
      scope: training.scope,
      epochs: numberOf(training.epochs),
      batchSize: numberOf(training.batchSize),
      optimizer: {
        kind: optimizer.kind,
        learningRate: numberOf(optimizer.learningRate),
        schedule: optimizer.schedule,
        decay: numberOf(optimizer.decay),
        decayEvery: orNull(optimizer.decayEvery),
        restartEvery: orNull(optimizer.restartEvery),
        restartFactor: numberOf(optimizer.restartFactor),
        lowestShare: numberOf(optimizer.lowestShare),
        warmUpEpochs: numberOf(optimizer.warmUpEpochs),
        momentum: numberOf(optimizer.momentum),
        nesterov: optimizer.nesterov,
        weightDecay: numberOf(optimizer.weightDecay),
        clipNorm: orNull(optimizer.clipNorm),
      },
      loss: {
        kind: loss.kind,
        errorDeviation: numberOf(loss.errorDeviation),
        beta: numberOf(loss.beta),
        warmUpEpochs: numberOf(loss.warmUpEpochs),
      },
      trainImages: orNull(training.trainImages),
      validationImages: orNull(training.validationImages),
      timeoutSeconds: numberOf(training.timeoutSeconds),
      chanceRetries: numberOf(training.chanceRetries),
      patience: orNull(training.patience),
      initialisations: numberOf(training.initialisations),
      batchNormalisation: training.batchNormalisation,
      discriminator: training.discriminator.trim() || null,
      ...(training.task === 'LANGUAGE_MODELLING' && {
        language: { sequenceLength: numberOf(training.language.sequenceLength), dropout: numberOf(training.language.dropout) },
      }),
    },
    reward,
    ...(prediction.on && { prediction: readPrediction(prediction) }),
  };
}
