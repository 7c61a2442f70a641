import { defaultPlan, thesisController, training } from '../defaults.ts';
import type { OptimizerPlan, Plan, TrainingPlan } from '../plan.ts';
import type { Preset } from './preset.ts';

/* Recurrent cells on a real text (thesis 4.4 and 4.6; Pham et al. 2018). */

const usual = training.LANGUAGE_MODELLING;
const quickTraining: TrainingPlan = {
  ...usual,
  epochs: 2,
  batchSize: 16,
  trainImages: 120_000,
  optimizer: { ...usual.optimizer, learningRate: 0.01, clipNorm: 1 },
  language: { sequenceLength: 20, dropout: 0 },
  timeoutSeconds: 300,
};

function quick(change: Pick<Plan, 'controller' | 'parallelism'> & { candidates: number; optimizer?: OptimizerPlan }): Plan {
  const { candidates, optimizer = quickTraining.optimizer, ...plan } = change;
  return {
    ...defaultPlan('LANGUAGE_MODELLING'),
    ...plan,
    budget: { candidates, seconds: null },
    training: { ...quickTraining, optimizer },
  };
}

const { policy } = thesisController;

/** In minutes on two cores. */
export const quickText: readonly Preset[] = [
  {
    name: 'quick-text',
    group: 'QUICK',
    title: 'Recurrent cells on Moby-Dick',
    description:
      'REINFORCE over recurrent cells of 5 nodes (thesis 4.4, 4.6), each a language model of 64 units, by 80 / perplexity. 10 networks, each trained on 120,000 words of Moby-Dick; a minute or two on two cores. By the frequencies of words alone the perplexity is 283; a cell reaches 135.',
    dataset: 'Moby-Dick',
    space: 'tour-recurrent',
    plan: quick({
      controller: { ...thesisController, kind: 'REINFORCE', epsilon: [], policy: { ...policy, batch: 2 } },
      parallelism: 2,
      candidates: 10,
    }),
  },
  {
    name: 'quick-enas-text',
    group: 'QUICK',
    title: 'ENAS of recurrent cells on Moby-Dick',
    description:
      'ENAS (thesis 4.4, 4.6) over recurrent cells of 5 nodes and 64 units: all cells share their weights, and an LSTM learns from 80 / perplexity on batches of validation data. 4 rounds, each of an epoch of shared weights; the best cell of each is trained by itself on 120,000 words. Some minutes on two cores.',
    dataset: 'Moby-Dick',
    space: 'tour-recurrent',
    plan: quick({
      controller: {
        ...thesisController,
        ...{ kind: 'ENAS', epsilon: [], policy: { ...policy, batch: 5 } },
        enas: { epochs: 1, learningRate: 0.003, updates: 10, samples: 10 },
      },
      parallelism: 1,
      candidates: 4,
      // Adam would move weights that a cell does not have
      optimizer: { ...quickTraining.optimizer, kind: 'RMSPROP' },
    }),
  },
];

/** For GPUs. */
export const fullText: Preset = {
  name: 'text',
  group: 'THESIS',
  title: 'Recurrent cells on text',
  description:
    'Cells of 12 nodes and 1,000 units as ENAS searches them (Pham et al. 2018; thesis 4.4), each trained by itself for 20 epochs, with a controller that is an LSTM (4.2). The Penn Treebank that they used is not public: Moby-Dick here; choose a text of your own. For GPUs.',
  dataset: 'Moby-Dick',
  space: 'enas-recurrent',
  plan: {
    ...defaultPlan('LANGUAGE_MODELLING'),
    budget: { candidates: 270, seconds: null },
    parallelism: 8,
    controller: { ...thesisController, kind: 'NAS', epsilon: [] },
    training: { ...usual, epochs: 20 },
  },
};
