import { completeController } from '../plans/controller.ts';
import { completeTraining, type Plan } from '../plans/plan.ts';
import type { SpaceLimits } from '../spaces/limits.ts';

/** What a search is about, and how it goes about it. */
export interface ComparedPlan {
  dataset: { name: string; contentHash: string };
  limits: SpaceLimits;
  plan: Plan;
}

/** Something that searches do not have in common; `values` in their order, null where one has none. */
export interface Difference {
  field: string;
  breaks: boolean;
  values: unknown[];
}

/**
 * Why searches are not comparable: what differs of dataset, space and training, each field by itself. What belongs to the strategy is what is compared:
 * controller, seed, budget, parallelism, early stop; of these only the reward that it learns from is told, for it may be another than the one looked at.
 */
export function differences(searches: readonly ComparedPlan[]): Difference[] {
  return [
    ...datasetDifference(searches.map(({ dataset }) => dataset)),
    ...leafDifferences(
      'space',
      searches.map(({ limits }) => limits),
    ).map((each) => ({ ...each, breaks: true })),
    ...leafDifferences(
      'plan.training',
      searches.map(({ plan }) => completeTraining(plan.training)),
    ).map((each) => ({ ...each, breaks: true })),
    ...leafDifferences(
      'plan.reward',
      searches.map(({ plan }) => plan.reward),
    ).map((each) => ({ ...each, breaks: false })),
  ];
}

/** By content: two datasets with one name may be two versions, and one that was added twice is the same. */
function datasetDifference(datasets: readonly ComparedPlan['dataset'][]): Difference[] {
  if (new Set(datasets.map(({ contentHash }) => contentHash)).size <= 1) return [];
  const names = datasets.map(({ name }) => name);
  const ambiguous = datasets.some((one) => datasets.some((other) => other.name === one.name && other.contentHash !== one.contentHash));
  return [
    {
      field: 'dataset',
      breaks: true,
      values: ambiguous ? datasets.map((each) => `${each.name} (${each.contentHash.slice(0, 12)})`) : names,
    },
  ];
}

/** Paths below `field` at which the values are not all equal; lists are one value. */
function leafDifferences(field: string, values: readonly unknown[]): Omit<Difference, 'breaks'>[] {
  if (values.every((value) => text(value) === text(values[0]))) return [];
  if (!values.every(isRecord)) return [{ field, values: values.map((value) => value ?? null) }];
  const names = [...new Set(values.flatMap((value) => Object.keys(value)))];
  return names.flatMap((name) =>
    leafDifferences(
      `${field}.${name}`,
      values.map((value) => value[name]),
    ),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same text for equal values, whatever the order of their names; what is missing equals null. */
function text(value: unknown): string {
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, each]) => each != null);
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, text(each)]));
}

/** Of each search, the number of its strategy, from 1: the same where nothing but seed and budget differs. */
export function strategies(searches: readonly ComparedPlan[]): number[] {
  const known: string[] = [];
  return searches.map(({ dataset, limits, plan: { seed: _, budget: __, controller, training, ...rest } }) => {
    const whole = { ...rest, controller: completeController(controller), training: completeTraining(training) };
    const key = text({ content: dataset.contentHash, limits, ...whole });
    if (!known.includes(key)) known.push(key);
    return known.indexOf(key) + 1;
  });
}
