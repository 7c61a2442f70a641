import { CONTROLLER_DEFAULTS, type EnasPlan, type PolicyPlan } from '../../../schema/plans/controller.ts';
import { adam, training } from '../../../schema/plans/defaults.ts';
import type { TrainingPlan } from '../../../schema/plans/plan.ts';
import type { ChainLimits } from '../../../schema/spaces/limits.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { loadDataset } from '../../../workers/datasets/load.ts';
import { imageSupernet } from '../../../workers/enas/images.ts';

export const dataset = loadDataset('MNIST');

/** Chains that differ in kernels, filters and depth; small enough to train in seconds. */
const limits: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [4, 8],
  kernels: [1, 3],
  pools: [{ size: 3, stride: 3 }],
  units: [],
  globalAveragePool: false,
  maxLayers: 4,
};

export const space = makeSpace(limits, { image: dataset.image, classes: dataset.classes });

/** Real digits, few of them. */
export async function digits(changes: Partial<TrainingPlan> = {}, seed = 1) {
  const { backend } = { backend: await openBackend() };
  const plan = { ...training.CLASSIFICATION, batchSize: 64, trainImages: 1024, validationImages: 512, ...changes };
  return imageSupernet(backend, dataset, plan, seed);
}

export function settings(enas: Partial<EnasPlan> = {}, policy: Partial<PolicyPlan> = {}) {
  return {
    enas: { ...CONTROLLER_DEFAULTS.enas, learningRate: 0.003, ...enas },
    policy: { ...CONTROLLER_DEFAULTS.policy, batch: 4, ...policy },
    optimizer: adam,
    rounds: 10,
  };
}

export const tools = () => ({ signal: new AbortController().signal, progress: () => {}, breathe: async () => {} });
