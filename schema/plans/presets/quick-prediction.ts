import { adam, defaultPlan, thesisController, training } from '../defaults.ts';
import { PREDICTION_DEFAULTS } from '../prediction.ts';
import type { Preset } from './preset.ts';

/** Early stop by predicted performance (thesis 4.3) in minutes: shares and limit as usual, fewer candidates before the first is stopped. */
export const quickPrediction: Preset = {
  name: 'quick-prediction',
  group: 'QUICK',
  title: 'Stopped by prediction, in minutes',
  description:
    'Thesis 4.3 in small: 60 random small chains on 1,000 digits, 8 epochs each. After 15 networks the final accuracy of each next one is predicted from its first 2 epochs by support vector regression; one that has a chance below 5% to beat the best is stopped there. Every fifth runs to the end all the same and shows how good the predictions are.',
  dataset: 'MNIST',
  space: 'tour-chain',
  plan: {
    ...defaultPlan('CLASSIFICATION'),
    budget: { candidates: 60, seconds: null },
    parallelism: 2,
    controller: { ...thesisController, kind: 'RANDOM', epsilon: [] },
    training: {
      ...training.CLASSIFICATION,
      epochs: 8,
      batchSize: 32,
      trainImages: 1000,
      validationImages: 1000,
      optimizer: { ...adam, learningRate: 0.003 },
      timeoutSeconds: 300,
      chanceRetries: 0,
    },
    prediction: { ...PREDICTION_DEFAULTS, minimum: 15, fullEvery: 5 },
  },
};
