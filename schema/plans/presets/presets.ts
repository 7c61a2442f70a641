import { spacePresets } from '../../spaces/presets.ts';
import { adam, defaultPlan, stepped, thesisController, training } from '../defaults.ts';
import { enasPresets } from './enas.ts';
import { experiments } from './experiments.ts';
import { nasPresets } from './nas.ts';
import type { Preset } from './preset.ts';
import { quickEvolution } from './quick-evolution.ts';
import { quickPrediction } from './quick-prediction.ts';
import { fullText, quickText } from './text.ts';

export { defaultPlan, thesisController, thesisEpsilon } from '../defaults.ts';
export type { Preset } from './preset.ts';

/** A first look, in minutes. */
const tours: readonly Preset[] = [
  {
    name: 'tour',
    group: 'TOUR',
    title: 'Tour: digits classified',
    description:
      'MetaQNN over small chains on MNIST: 25 networks, each trained on 16,000 digits and judged on 10,000 held-out ones. A few minutes on two cores; the best reaches 98%.',
    dataset: 'MNIST',
    space: 'tour-chain',
    plan: {
      ...defaultPlan('CLASSIFICATION'),
      budget: { candidates: 25, seconds: null },
      parallelism: 4,
      controller: { ...thesisController, learningRate: 0.1 },
      training: {
        ...training.CLASSIFICATION,
        epochs: 2,
        batchSize: 32,
        trainImages: 16_000,
        optimizer: { ...adam, learningRate: 0.003, ...stepped(0.2, 1) },
        timeoutSeconds: 300,
        chanceRetries: 2,
      },
    },
  },
  {
    name: 'tour-vae',
    group: 'TOUR',
    title: 'Tour: digits generated',
    description:
      'Small variational autoencoders on MNIST with the reformulated loss: 14 networks, each shows 32 digits decoded from Gaussian noise. The prior weighs 50 times (eq. 7.14): in so few epochs that makes the digits. Some minutes on two cores; look at them and pick.',
    dataset: 'MNIST',
    space: 'tour-variational',
    plan: {
      ...defaultPlan('VARIATIONAL'),
      budget: { candidates: 14, seconds: null },
      controller: { ...thesisController, learningRate: 0.1, initialValue: 0 },
      training: {
        ...training.VARIATIONAL,
        epochs: 4,
        batchSize: 64,
        optimizer: { ...adam, learningRate: 0.003, ...stepped(0.5, 1) },
        loss: { ...training.VARIATIONAL.loss, beta: 50 },
        timeoutSeconds: 600,
      },
    },
  },
];

/** Controllers in minutes, beside the thesis's. */
const quick: readonly Preset[] = [
  {
    name: 'quick-asha',
    group: 'QUICK',
    title: 'Asynchronous halving, in minutes',
    description:
      'ASHA over small chains on MNIST: 27 random networks are trained for one epoch on 4,000 digits, about a third of them for 3, and about a third of these for 9. A quarter to a third of the epochs that training all in full would take; a minute or two on two cores.',
    dataset: 'MNIST',
    space: 'tour-chain',
    plan: {
      ...defaultPlan('CLASSIFICATION'),
      budget: { candidates: 27, seconds: null },
      parallelism: 4,
      controller: { ...thesisController, kind: 'ASHA', epsilon: [], replay: 0 },
      training: {
        ...training.CLASSIFICATION,
        epochs: 9,
        batchSize: 64,
        trainImages: 4000,
        validationImages: 1000,
        optimizer: { ...adam, learningRate: 0.003, ...stepped(0.5, 3) },
        timeoutSeconds: 300,
        chanceRetries: 0,
      },
    },
  },
];

/** Searches that want a fleet. */
const large: readonly Preset[] = [
  {
    name: 'metaqnn-mnist',
    group: 'THESIS',
    title: 'MetaQNN on MNIST',
    description:
      'The search of thesis 4.5: 2,700 networks of the published space with its epsilon schedule, 20 epochs each on all 60,000 digits. Days on a large GPU fleet; the memory of small machines does not suffice.',
    dataset: 'MNIST',
    space: 'metaqnn-mnist',
    plan: { ...defaultPlan('CLASSIFICATION'), budget: { candidates: 2700, seconds: null }, parallelism: 8 },
  },
  {
    name: 'vae-mnist',
    group: 'THESIS',
    title: 'Variational autoencoders on MNIST',
    description:
      'The reformulated search of thesis 10.2 on MNIST, rewarded with the inverse of the lowest combined validation loss: encoder, latent size and decoder chosen independently, 20 epochs each.',
    dataset: 'MNIST',
    space: 'thesis-variational',
    plan: { ...defaultPlan('VARIATIONAL'), parallelism: 8 },
  },
];

/** Smallest first: tours, the thesis's experiments in minutes, the same with its constants. */
export const presets: readonly Preset[] = [
  ...tours,
  ...quick,
  ...experiments.map((each) => each.quick),
  ...enasPresets,
  quickEvolution,
  quickPrediction,
  nasPresets[0]!,
  ...quickText,
  ...experiments.map(({ full }) => full),
  ...large,
  ...nasPresets.slice(1),
  fullText,
];

/** A preset's space limits. */
export function presetLimits(preset: Preset) {
  return spacePresets[preset.space];
}
