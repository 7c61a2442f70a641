import { CONTROLLER_DEFAULTS } from '../controller.ts';
import { adam, defaultPlan, thesisController, training } from '../defaults.ts';
import type { Plan } from '../plan.ts';
import type { Preset } from './preset.ts';

/** Real digits, few of them; shared weights and candidates are trained on the same ones. */
const quick: Plan = {
  ...defaultPlan('CLASSIFICATION'),
  budget: { candidates: 6, seconds: null },
  parallelism: 2,
  controller: {
    ...thesisController,
    kind: 'ENAS',
    epsilon: [],
    policy: { ...CONTROLLER_DEFAULTS.policy, batch: 5 },
    enas: { epochs: 1, learningRate: 0.01, updates: 8, samples: 12 },
  },
  training: {
    ...training.CLASSIFICATION,
    epochs: 3,
    batchSize: 64,
    trainImages: 4000,
    validationImages: 2000,
    optimizer: { ...adam, learningRate: 0.003 },
    timeoutSeconds: 600,
    chanceRetries: 0,
    batchNormalisation: true,
  },
};

/** Cells by the paper's update rule: their weights are many and each is drawn a few times a round, of which Adam makes less. */
const cells: Plan = {
  ...quick,
  controller: { ...quick.controller, enas: { ...quick.controller.enas, learningRate: 0.05 } },
  training: {
    ...quick.training,
    optimizer: { ...adam, kind: 'SGD', momentum: 0.9, nesterov: true, learningRate: 0.05, weightDecay: 0.0001, clipNorm: 5 },
  },
};

/** ENAS (Pham et al. 2018; thesis 4.4) in minutes. */
export const enasPresets: readonly Preset[] = [
  {
    name: 'quick-enas-macro',
    group: 'QUICK',
    title: 'ENAS macro search, in minutes',
    description:
      'Thesis 4.4 in small: whole networks of 6 layers with skip connections share one set of weights. In each of 6 rounds the weights see 4,000 digits, an LSTM learns from 40 networks, and the best of 12 is trained from scratch.',
    dataset: 'MNIST',
    space: 'tour-macro',
    plan: quick,
  },
  {
    name: 'quick-enas-micro',
    group: 'QUICK',
    title: 'ENAS micro search, in minutes',
    description:
      'Thesis 4.4 in small: a normal and a reduction cell of 3 nodes, stacked to one network. In each of 6 rounds the shared weights see 4,000 digits, an LSTM learns from 40 networks, and the best of 12 is trained from scratch.',
    dataset: 'MNIST',
    space: 'tour-micro',
    plan: cells,
  },
];
