import type { Plan, Task } from '../../schema/plans/plan.ts';
import { defaultPlan, type Preset, presetLimits } from '../../schema/plans/presets.ts';
import type { ChainLimits, SpaceLimits, VariationalLimits } from '../../schema/spaces/limits.ts';
import { spacePresets } from '../../schema/spaces/presets.ts';

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
    /** The schedule as epsilon:candidates, e.g. `1:1500, 0.9:100`. */
    controller: Omit<Entries<Plan['controller']>, 'epsilon'> & { epsilon: string };
    training: Entries<Omit<Plan['training'], 'optimizer' | 'loss' | 'discriminator'>> & {
      /** Empty for the usual one. */
      discriminator: string;
      optimizer: Entries<Plan['training']['optimizer']>;
      loss: Entries<Plan['training']['loss']>;
    };
    reward: Plan['reward'];
  };
}

/** Fields of both families, so that going back and forth between them loses nothing. */
export interface LimitsValues {
  kind: SpaceLimits['kind'];
  rules: ChainLimits['rules'];
  filters: string;
  kernels: string;
  /** Size and stride, e.g. `(3,2) (2,2)`. */
  pools: string;
  units: string;
  globalAveragePool: boolean;
  maxLayers: Entry;
  latent: string;
  stride: Entry;
  maxEncoderLayers: Entry;
  maxDecoderLayers: Entry;
}

export function valuesOf(preset: Preset, datasetId: string): LaunchValues {
  return { name: preset.title, datasetId, limits: limitsValues(presetLimits(preset)), plan: planValues(preset.plan) };
}

export function limitsValues(limits: SpaceLimits): LimitsValues {
  const chain: ChainLimits = limits.kind === 'CHAIN' ? limits : spacePresets['tour-chain'];
  const variational: VariationalLimits = limits.kind === 'VARIATIONAL' ? limits : spacePresets['tour-variational'];
  return {
    kind: limits.kind,
    rules: chain.rules,
    filters: limits.filters.join(', '),
    kernels: limits.kernels.join(', '),
    pools: chain.pools.map(({ size, stride }) => `(${size},${stride})`).join(' '),
    units: chain.units.join(', '),
    globalAveragePool: chain.globalAveragePool,
    maxLayers: chain.maxLayers,
    latent: variational.latent.join(', '),
    stride: variational.stride,
    maxEncoderLayers: variational.maxEncoderLayers,
    maxDecoderLayers: variational.maxDecoderLayers,
  };
}

export function planValues({ budget, controller, training, ...plan }: Plan): LaunchValues['plan'] {
  const { optimizer } = training;
  return {
    ...plan,
    budget: { candidates: budget.candidates, seconds: budget.seconds ?? '' },
    controller: { ...controller, epsilon: controller.epsilon.map((step) => `${step.epsilon}:${step.candidates}`).join(', ') },
    training: {
      ...training,
      trainImages: training.trainImages ?? '',
      validationImages: training.validationImages ?? '',
      patience: training.patience ?? '',
      discriminator: training.discriminator ?? '',
      optimizer: { ...optimizer, decayEvery: optimizer.decayEvery ?? '', clipNorm: optimizer.clipNorm ?? '' },
      loss: { ...training.loss },
    },
  };
}

/** Another family of networks is another task: its training, loss and reward, and a space to begin with; budget and controller stay. */
export function withFamily(values: LaunchValues, kind: SpaceLimits['kind']): LaunchValues {
  const task: Task = kind === 'CHAIN' ? 'CLASSIFICATION' : 'VARIATIONAL';
  const { training, reward, controller } = planValues(defaultPlan(task));
  const { initialValue } = controller;
  return {
    ...values,
    limits: limitsValues(spacePresets[kind === 'CHAIN' ? 'tour-chain' : 'tour-variational']),
    plan: { ...values.plan, training, reward, controller: { ...values.plan.controller, initialValue } },
  };
}
