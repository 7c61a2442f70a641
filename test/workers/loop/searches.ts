import { setTimeout as sleep } from 'node:timers/promises';
import type { ControllerPlan, TrainingPlan } from '../../../schema/plans/plan.ts';
import type { PredictionPlan } from '../../../schema/plans/prediction.ts';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import type { Caller } from '../../kit/client.ts';

/** Networks that train in moments, on real digits. */
const SPACE = {
  rules: 'THESIS',
  filters: [4, 8],
  kernels: [3],
  pools: [{ size: 2, stride: 2 }],
  units: [16],
  globalAveragePool: false,
  maxLayers: 3,
};

export interface TinySearch {
  candidates: number;
  training: Partial<TrainingPlan>;
  parallelism?: number;
  prediction?: PredictionPlan;
  /** Where it differs from the usual one. */
  space?: Partial<typeof SPACE>;
  /** These alone, in their order. */
  networks?: readonly string[];
  controller?: Partial<ControllerPlan>;
}

/** Begins a search; returns its id. */
export async function createTinySearch(
  user: Caller & { teamId: string },
  { candidates, training, parallelism = 2, prediction, networks, space, controller = {} }: TinySearch,
): Promise<string> {
  const plan = defaultPlan('CLASSIFICATION');
  const { team } = await user.ask<{ team: { datasets: { id: string; name: string }[] } }>(
    'query ($id: ID!) { team(id: $id) { datasets { id name } } }',
    {
      id: user.teamId,
    },
  );
  const { createSearch } = await user.ask<{
    createSearch: { search: { id: string } | null; userErrors: { field: string; message: string }[] };
  }>('mutation ($input: CreateSearchInput!) { createSearch(input: $input) { search { id } userErrors { field message } } }', {
    input: {
      teamId: user.teamId,
      name: 'Tiny',
      datasetId: team.datasets.find(({ name }) => name === 'MNIST')!.id,
      limits: { chain: { ...SPACE, ...space } },
      plan: {
        ...plan,
        parallelism,
        prediction,
        budget: { candidates, seconds: null },
        controller: { ...plan.controller, ...(networks && { kind: 'LIST', epsilon: [], networks }), ...controller },
        training: { ...plan.training, trainImages: 512, validationImages: 256, epochs: 1, chanceRetries: 0, ...training },
      },
    },
  });
  if (!createSearch.search) throw new Error(createSearch.userErrors.map(({ field, message }) => `${field}: ${message}`).join('; '));
  return createSearch.search.id;
}

export interface SearchState {
  status: string;
  counts: { done: number; failed: number; proposed: number };
  candidates: { edges: { node: CandidateState }[] };
}

export interface CandidateState {
  number: number;
  notation: string;
  status: string;
  reward: number | null;
  trial: {
    status: string;
    attempt: number;
    failure: { reason: string; message: string } | null;
    metrics: { name: string; split: string; epoch: number; value: number }[];
  };
}

export async function readSearch(user: Caller, id: string): Promise<SearchState> {
  const { search } = await user.ask<{ search: SearchState }>(
    `query ($id: ID!) { search(id: $id) { status counts { done failed proposed } candidates(first: 100) { edges { node {
       number notation status reward trial { status attempt failure { reason message } metrics { name split epoch value } } } } } } }`,
    { id },
  );
  return search;
}

/** Waits until it holds for the search. @throws with the search after `seconds` */
export async function until(user: Caller, id: string, holds: (search: SearchState) => boolean, seconds = 100): Promise<SearchState> {
  for (const deadline = Date.now() + 1000 * seconds; ; ) {
    const begun = Date.now();
    const search = await readSearch(user, id);
    if (holds(search)) return search;
    // a look that takes long is taken rarely: it would hold up what is waited for
    await sleep(Math.max(100, 5 * (Date.now() - begun)));
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${JSON.stringify(search).slice(0, 2000)}`);
  }
}

/** Epochs whose accuracy on the validation images the server has, of the first candidate. */
export const epochsOf = (search: SearchState, number = 1): number[] =>
  search.candidates.edges
    .filter(({ node }) => node.number === number)
    .flatMap(({ node }) => node.trial?.metrics ?? [])
    .filter(({ name, split }) => name === 'accuracy' && split === 'VALIDATION')
    .map(({ epoch }) => epoch)
    .sort((a, b) => a - b);
