import { adam, defaultPlan, stepped, thesisController, training } from '../defaults.ts';
import type { Preset } from './preset.ts';

/** Regularized evolution (Real et al. 2019) in minutes: population and tournament in the paper's proportions, for a fraction of its networks. */
export const quickEvolution: Preset = {
  name: 'quick-evolution',
  group: 'QUICK',
  title: 'Regularized evolution, in minutes',
  description:
    'The baseline that a controller has to beat: 10 random small chains, then 30 children, each a mutation of the best of 4 drawn among the 10 youngest. 4,000 pieces of clothing, 3 epochs each; three or four minutes on two cores.',
  dataset: 'Fashion-MNIST',
  space: 'tour-chain',
  plan: {
    ...defaultPlan('CLASSIFICATION'),
    budget: { candidates: 40, seconds: null },
    parallelism: 2,
    controller: { ...thesisController, kind: 'EVOLUTION', epsilon: [], replay: 0, evolution: { population: 10, tournament: 4 } },
    training: {
      ...training.CLASSIFICATION,
      epochs: 3,
      batchSize: 32,
      trainImages: 4000,
      validationImages: 1000,
      optimizer: { ...adam, learningRate: 0.003, ...stepped(0.5, 1) },
      timeoutSeconds: 300,
      chanceRetries: 0,
    },
  },
};
