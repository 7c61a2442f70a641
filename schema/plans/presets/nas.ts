import { adam, defaultPlan, thesisController, training } from '../defaults.ts';
import type { Preset } from './preset.ts';

/** NAS (Zoph & Le 2017; thesis 4.2 and 4.6), which did not collapse here: in minutes, and with the constants of the paper where it states them. */
export const nasPresets: readonly Preset[] = [
  {
    name: 'quick-nas',
    group: 'QUICK',
    title: 'NAS with skip connections on Fashion-MNIST',
    description:
      'The LSTM controller of NAS (thesis 4.2) on convolutional networks of 2 layers with skip connections, later 3 and 4: 24 networks, each trained on 4,000 pictures of clothes; some minutes on two cores.',
    dataset: 'Fashion-MNIST',
    space: 'tour-nas',
    plan: {
      ...defaultPlan('CLASSIFICATION'),
      budget: { candidates: 24, seconds: null },
      controller: {
        ...thesisController,
        kind: 'NAS',
        epsilon: [],
        policy: { ...thesisController.policy, batch: 4, growthEvery: 8, growthLayers: 1 },
      },
      training: {
        ...training.CLASSIFICATION,
        ...{ epochs: 2, batchSize: 32, trainImages: 4000, validationImages: 1000, timeoutSeconds: 300, chanceRetries: 0 },
        optimizer: { ...adam, learningRate: 0.01 },
        batchNormalisation: true,
      },
    },
  },
  {
    name: 'nas-mnist',
    group: 'THESIS',
    title: 'NAS on MNIST',
    description:
      'Thesis 4.6, whose controller collapsed: NAS with the space of the paper, 6 layers with skip connections at first, 2 more after every 340 networks. The number of networks and the training are not stated: 2,700 networks as in 4.5, 20 epochs each, batches of 10 networks an update. Days on a large GPU fleet.',
    dataset: 'MNIST',
    space: 'thesis-nas',
    plan: {
      ...defaultPlan('CLASSIFICATION'),
      budget: { candidates: 2700, seconds: null },
      parallelism: 8,
      controller: {
        ...{ ...thesisController, kind: 'NAS', epsilon: [] },
        // 12,800 networks and 1,600 in the paper
        policy: { ...thesisController.policy, growthEvery: 340, growthLayers: 2 },
      },
      training: { ...training.CLASSIFICATION, chanceRetries: 0, batchNormalisation: true, timeoutSeconds: 36_000 },
    },
  },
];
