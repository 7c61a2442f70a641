import { dataShape } from '../../schema/datasets.ts';
import { checkPlan } from '../../schema/plans/check.ts';
import type { Plan } from '../../schema/plans/plan.ts';
import { type Preset, presetLimits } from '../../schema/plans/presets/presets.ts';
import type { DataShape, SpaceLimits } from '../../schema/spaces/limits.ts';
import { inWords } from '../lib/code-names.ts';
import type { CreateSearchInput, DatasetKind, SpaceLimitsInput } from '../lib/operations.generated.ts';
import { readLimits, readPlan, type Unreadable } from './read.ts';
import { type LaunchValues, limitsValues } from './values.ts';

export interface KnownDataset {
  id: string;
  name: string;
  height: number;
  width: number;
  channels: number;
  classes: readonly string[];
  trainCount: number;
  validationCount: number;
  /** Whether a picture may have several classes, or none. */
  multiLabel: boolean;
  manySizes: boolean;
  kind: DatasetKind;
  /** Of text. */
  vocabularySize?: number | null;
}

export interface KnownSpace {
  id: string;
  name: string;
  limits: unknown;
}

/** What a search can be put together from. */
export interface Known {
  teamId: string;
  datasets: readonly KnownDataset[];
  spaces: readonly KnownSpace[];
  presets: readonly Preset[];
}

export interface Launch {
  input: CreateSearchInput;
  limits: SpaceLimits;
  plan: Plan;
  /** The preset that this is, apart from name, seed and budget; null when something else differs. */
  preset: Preset | null;
  /** The kept space with these very limits. */
  space: KnownSpace | null;
  /** Everything wrong that can be known without the server, by path of the form. */
  problems: Record<string, string>;
}

/** The request that the form stands for, as short as it can be said: a preset or a kept space by its name where nothing of it was changed. */
export function launchOf(values: LaunchValues, known: Known): Launch {
  const unreadable: Unreadable = {};
  const limits = readLimits(values.limits, unreadable);
  const plan = readPlan(values.plan, unreadable);
  const dataset = known.datasets.find(({ id }) => id === values.datasetId);
  const space = known.spaces.find((each) => same(each.limits, limits)) ?? null;
  const alike = known.presets.filter((each) => isPreset(each, dataset, limits, plan));
  // Some presets differ in their budgets alone.
  const preset = alike.find((each) => same(each.plan.budget, plan.budget)) ?? alike[0] ?? null;
  const problems: Record<string, string> = {};
  if (dataset) {
    const around = {
      limits,
      data: shapeOf(dataset),
      trainCount: dataset.trainCount,
      validationCount: dataset.validationCount,
      multiLabel: dataset.multiLabel,
      memoryBytes: null,
    };
    for (const { field, message } of checkPlan(plan, around)) problems[formPath(field)] ??= readable(message);
  }
  Object.assign(problems, unreadable);
  if (values.name.trim() === '') problems.name = 'A name is needed';

  const base = { teamId: known.teamId, name: values.name.trim() };
  if (preset && same(preset.plan.budget, plan.budget)) {
    return {
      input: { ...base, preset: preset.name, ...(plan.seed === preset.plan.seed ? {} : { seed: plan.seed }) },
      limits,
      plan,
      preset,
      space,
      problems,
    };
  }
  const place = space ? { spaceId: space.id } : { limits: limitsInput(limits) };
  return { input: { ...base, datasetId: values.datasetId, ...place, plan }, limits, plan, preset, space, problems };
}

export function shapeOf({ height, width, channels, classes, manySizes, vocabularySize }: KnownDataset): DataShape {
  return dataShape({ image: { height, width, channels }, classes, manySizes, vocabulary: vocabularySize });
}

/** Where the form shows a problem: lists are one field, and limits have no family in their path. */
export function formPath(field: string): string {
  return field
    .replace(/^limits\.(chain|pyramid|autoencoder|variational|generator|recurrent|nas|macro|micro)\./, 'limits.')
    .replace(/^limits\.data\..*$/, 'datasetId')
    .replace(
      /^(limits\.(?:filters|kernels|pools|units|latent|head|activations|heights|widths|strides)|plan\.controller\.(?:epsilon|networks))\..*$/,
      '$1',
    )
    .replace(/^seed$/, 'plan.seed')
    .replace(/^plan\.prediction$/, 'plan.prediction.on');
}

function isPreset(preset: Preset, dataset: KnownDataset | undefined, limits: SpaceLimits, plan: Plan): boolean {
  const { seed, budget, ...settings } = plan;
  const { seed: theirSeed, budget: theirBudget, ...theirs } = preset.plan;
  return dataset?.name === preset.dataset && same(presetLimits(preset), limits) && same(settings, theirs);
}

function limitsInput(limits: SpaceLimits): SpaceLimitsInput {
  switch (limits.kind) {
    case 'CHAIN': {
      const { kind, ...chain } = limits;
      return { chain };
    }
    case 'PYRAMID': {
      const { kind, ...pyramid } = limits;
      return { pyramid };
    }
    case 'AUTOENCODER': {
      const { kind, ...autoencoder } = limits;
      return { autoencoder };
    }
    case 'GENERATOR': {
      const { kind, ...generator } = limits;
      return { generator };
    }
    case 'VARIATIONAL': {
      const { kind, ...variational } = limits;
      return { variational };
    }
    case 'RECURRENT': {
      const { kind, ...recurrent } = limits;
      return { recurrent };
    }
    case 'NAS': {
      const { kind, ...nas } = limits;
      return { nas };
    }
    case 'MACRO': {
      const { kind, ...macro } = limits;
      return { macro };
    }
    case 'MICRO': {
      const { kind, ...micro } = limits;
      return { micro };
    }
  }
}

/** Whether the form has a field for everything in these limits: what it would lose, it must not offer. */
export function fitsForm(limits: SpaceLimits): boolean {
  return same(readLimits(limitsValues(limits), {}), limits);
}

/** Equal as data, whatever the order of fields. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const readable = (message: string) => inWords(message.replace(/^(NaN|null);/, 'Not a number; '));
