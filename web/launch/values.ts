import { tasksFor } from '../../schema/plans/check.ts';
import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { training as defaults } from '../../schema/plans/defaults.ts';
import type { LanguagePlan, Plan } from '../../schema/plans/plan.ts';
import { defaultPlan, type Preset, presetLimits } from '../../schema/plans/presets/presets.ts';
import type { ChainLimits, SpaceLimits } from '../../schema/spaces/limits.ts';
import { type SpacePreset, spacePresets } from '../../schema/spaces/presets.ts';
import { type PredictionValues, predictionValues } from './prediction.ts';

/** A number as it stands in its field: text while it is none, empty for null. */
export type Entry = number | string;
type Entries<T> = { [K in keyof T]: T[K] extends number | null ? Entry : T[K] };

/** What the form holds. Its paths are those of problems (`plan.budget.candidates`, `limits.filters`); lists are text. */
export interface LaunchValues {
  name: string;
  datasetId: string;
  limits: LimitsValues;
  plan: {
    seed: Entry;
    budget: Entries<Plan['budget']>;
    parallelism: Entry;
    controller: ControllerValues;
    training: Entries<Omit<Plan['training'], 'optimizer' | 'loss' | 'discriminator' | 'language'>> & {
      /** Empty for the usual one. */
      discriminator: string;
      optimizer: Entries<Plan['training']['optimizer']>;
      loss: Entries<Plan['training']['loss']>;
      language: Entries<LanguagePlan>;
    };
    reward: Plan['reward'];
    prediction: PredictionValues;
  };
}

/** The schedule is text: epsilon:candidates, e.g. `1:1500, 0.9:100`. */
export type ControllerValues = Entries<Omit<ControllerPlan, 'epsilon' | 'networks' | ControllerPart>> & {
  epsilon: string;
  /** Of LIST, one on each line. */
  networks: string;
} & { [K in ControllerPart]: Entries<ControllerPlan[K]> };
type ControllerPart = 'fittedQ' | 'dqn' | 'policy' | 'evolution' | 'localSearch' | 'tpe' | 'fidelity' | 'enas';

/** Fields of all families. */
export interface LimitsValues {
  kind: SpaceLimits['kind'];
  rules: ChainLimits['rules'];
  filters: string;
  kernels: string;
  /** Size and stride, e.g. `(3,2) (2,2)`. */
  pools: string;
  units: string;
  globalAveragePool: boolean;
  /** Units of the fully connected layers of every network; empty for none. */
  head: string;
  levels: Entry;
  maxLayers: Entry;
  latent: string;
  stride: Entry;
  maxEncoderLayers: Entry;
  maxDecoderLayers: Entry;
  /** Of recurrent cells. */
  cellUnits: Entry;
  nodes: Entry;
  activations: string;
  /** Of networks of NAS and ENAS. */
  heights: string;
  widths: string;
  strides: string;
  skips: boolean;
  minLayers: Entry;
  layers: Entry;
  repetitions: Entry;
}

export function valuesOf(preset: Preset, datasetId: string): LaunchValues {
  return { name: preset.title, datasetId, limits: limitsValues(presetLimits(preset)), plan: planValues(preset.plan) };
}

/** Where the limits have no such field it is as in small spaces. */
export function limitsValues(limits: SpaceLimits): LimitsValues {
  const chain = spacePresets['tour-chain'];
  const others = { ...chain, head: [], levels: spacePresets['tour-pyramid'].levels };
  const cell = limits.kind === 'RECURRENT' ? limits : spacePresets['tour-recurrent'];
  const nas = limits.kind === 'NAS' ? limits : spacePresets['tour-nas'];
  const macro = limits.kind === 'MACRO' ? limits : spacePresets['tour-macro'];
  const micro = limits.kind === 'MICRO' ? limits : spacePresets['tour-micro'];
  const stack = limits.kind === 'RECURRENT' || limits.kind === 'MACRO' || limits.kind === 'MICRO' ? { kind: limits.kind } : limits;
  const all = {
    ...others,
    ...spacePresets['tour-variational'],
    maxLayers: chain.maxLayers,
    filters: chain.filters,
    kernels: chain.kernels,
    ...stack,
  } as Required<Omit<ChainLimits, 'kind'>> & {
    levels: number;
    latent: number[];
    stride: number;
    maxEncoderLayers: number;
    maxDecoderLayers: number;
  };
  return {
    kind: limits.kind,
    rules: all.rules,
    filters: limits.kind === 'MACRO' || limits.kind === 'MICRO' ? `${limits.filters}` : all.filters.join(', '),
    kernels: all.kernels.join(', '),
    pools: all.pools.map(({ size, stride }) => `(${size},${stride})`).join(' '),
    units: all.units.join(', '),
    globalAveragePool: all.globalAveragePool,
    head: all.head.join(', '),
    levels: all.levels,
    maxLayers: all.maxLayers,
    latent: all.latent.join(', '),
    stride: all.stride,
    maxEncoderLayers: all.maxEncoderLayers,
    maxDecoderLayers: all.maxDecoderLayers,
    cellUnits: cell.units,
    nodes: limits.kind === 'MICRO' ? micro.nodes : cell.nodes,
    activations: cell.activations.join(', '),
    heights: nas.heights.join(', '),
    widths: nas.widths.join(', '),
    strides: nas.strides.join(', '),
    skips: nas.skips,
    minLayers: nas.minLayers,
    layers: macro.layers,
    repetitions: micro.repetitions,
  };
}

function planValues({ budget, controller, training, prediction, ...plan }: Plan): LaunchValues['plan'] {
  const { optimizer } = training;
  return {
    ...plan,
    budget: { candidates: budget.candidates, seconds: budget.seconds ?? '' },
    controller: controllerValues(controller),
    training: {
      ...training,
      trainImages: training.trainImages ?? '',
      validationImages: training.validationImages ?? '',
      patience: training.patience ?? '',
      discriminator: training.discriminator ?? '',
      optimizer: {
        ...optimizer,
        decayEvery: optimizer.decayEvery ?? '',
        restartEvery: optimizer.restartEvery ?? '',
        clipNorm: optimizer.clipNorm ?? '',
      },
      loss: { ...training.loss },
      language: { ...(training.language ?? defaults.LANGUAGE_MODELLING.language!) },
    },
    prediction: predictionValues(prediction),
  };
}

/** `1:1500, 0.9:100`, as people type it. */
export const scheduleText = (epsilon: readonly { epsilon: number; candidates: number }[]): string =>
  epsilon.map((step) => `${step.epsilon}:${step.candidates}`).join(', ');

function controllerValues(controller: ControllerPlan): ControllerValues {
  const { epsilon, policy, networks } = controller;
  return {
    ...controller,
    epsilon: scheduleText(epsilon),
    networks: (networks ?? []).join('\n'),
    policy: { ...policy, tanhConstant: policy.tanhConstant ?? '', clipNorm: policy.clipNorm ?? '' },
  };
}

/** A small space of each family, to begin with. */
const SMALL: Record<SpaceLimits['kind'], SpacePreset> = {
  CHAIN: 'tour-chain',
  PYRAMID: 'tour-pyramid',
  AUTOENCODER: 'tour-autoencoder',
  VARIATIONAL: 'tour-variational',
  GENERATOR: 'tour-generator',
  RECURRENT: 'tour-recurrent',
  NAS: 'tour-nas',
  MACRO: 'tour-macro',
  MICRO: 'tour-micro',
};

/** Another family of networks is another task: its training, loss and reward, and a space to begin with; budget and controller stay. */
export function withFamily(values: LaunchValues, kind: SpaceLimits['kind'], multiLabel = false): LaunchValues {
  const { training, reward, controller } = planValues(defaultPlan(tasksFor(kind)[0]!));
  const { initialValue } = controller;
  if (training.task === 'CLASSIFICATION') training.loss.kind = multiLabel ? 'BINARY_CROSS_ENTROPY' : 'CROSS_ENTROPY';
  return {
    ...values,
    limits: limitsValues(spacePresets[SMALL[kind]]),
    plan: { ...values.plan, training, reward, controller: { ...values.plan.controller, initialValue } },
  };
}
