import { type SpacePreset, spacePresets } from '../spaces/presets.ts';
import type { ControllerPlan, EpsilonStep, LossPlan, OptimizerPlan, Plan, RewardKind, Task, TrainingPlan } from './plan.ts';

/** A complete proposal for a search. */
export interface Preset {
  name: string;
  title: string;
  description: string;
  /** Name of a built-in dataset. */
  dataset: string;
  space: SpacePreset;
  plan: Plan;
}

/** MetaQNN's schedule for 2,700 candidates (thesis 4.5); controllers scale it to the budget. */
export const thesisEpsilon: readonly EpsilonStep[] = [
  { epsilon: 1, candidates: 1500 },
  { epsilon: 0.9, candidates: 100 },
  { epsilon: 0.8, candidates: 100 },
  { epsilon: 0.7, candidates: 100 },
  { epsilon: 0.6, candidates: 150 },
  { epsilon: 0.5, candidates: 150 },
  { epsilon: 0.4, candidates: 150 },
  { epsilon: 0.3, candidates: 150 },
  { epsilon: 0.2, candidates: 150 },
  { epsilon: 0.1, candidates: 150 },
];

/** Q-learning with the constants of thesis 4.5. */
export const thesisController: ControllerPlan = {
  kind: 'Q_LEARNING',
  learningRate: 0.01,
  discount: 1,
  initialValue: 0.5,
  update: 'ORIGINAL',
  replay: 128,
  epsilon: [...thesisEpsilon],
};

const adam: OptimizerPlan = {
  kind: 'ADAM',
  learningRate: 0.001,
  schedule: 'CONSTANT',
  decay: 1,
  decayEvery: null,
  warmUpEpochs: 0,
  momentum: 0,
  nesterov: false,
  weightDecay: 0,
  clipNorm: null,
};
/** After every so many epochs the learning rate is multiplied. */
const stepped = (decay: number, decayEvery: number) => ({ schedule: 'STEP' as const, decay, decayEvery });

const loss = (kind: LossPlan['kind']): LossPlan => ({ kind, errorDeviation: 0.01, beta: 1, warmUpEpochs: 0 });

/** What tasks have in common: all images, all of the network. */
const whole = {
  scope: 'FULL',
  epochs: 20,
  batchSize: 128,
  optimizer: adam,
  trainImages: null,
  validationImages: null,
  timeoutSeconds: 3600,
  chanceRetries: 0,
  patience: null,
  initialisations: 1,
  batchNormalisation: false,
  discriminator: null,
} as const;

const training: Record<Task, TrainingPlan> = {
  CLASSIFICATION: {
    ...whole,
    task: 'CLASSIFICATION',
    optimizer: { ...adam, ...stepped(0.2, 5), weightDecay: 0.0005 },
    loss: loss('CROSS_ENTROPY'),
    chanceRetries: 5,
  },
  VARIATIONAL: { ...whole, task: 'VARIATIONAL', loss: loss('REFORMULATED') },
  // Thesis 5.2: settings as for classification, without weight decay.
  RECONSTRUCTION: {
    ...whole,
    task: 'RECONSTRUCTION',
    scope: 'DECODER_ONLY',
    optimizer: { ...adam, ...stepped(0.2, 5) },
    loss: loss('BINARY_CROSS_ENTROPY'),
  },
  // Thesis 13.1 states none of it; Adam as in 10.2.
  ADVERSARIAL: { ...whole, task: 'ADVERSARIAL', loss: loss('NON_SATURATING'), batchNormalisation: true },
};

const rewards: Record<Task, RewardKind> = {
  CLASSIFICATION: 'ACCURACY',
  VARIATIONAL: 'INVERSE_LOSS',
  RECONSTRUCTION: 'INVERSE_LOSS',
  ADVERSARIAL: 'DISCRIMINATOR_VERDICT',
};

/** The thesis's plan for a task, from which a user goes on. */
export function defaultPlan(task: Task): Plan {
  return {
    seed: 1,
    budget: { candidates: 270, seconds: null },
    parallelism: 2,
    controller: thesisController,
    training: training[task],
    reward: rewards[task],
  };
}

/** Smallest first. */
export const presets: readonly Preset[] = [
  {
    name: 'tour',
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
  {
    name: 'metaqnn-mnist',
    title: 'MetaQNN on MNIST',
    description:
      'The search of thesis 4.5: 2,700 networks of the published space with its epsilon schedule, 20 epochs each on all 60,000 digits. Days on a large GPU fleet; the memory of small machines does not suffice.',
    dataset: 'MNIST',
    space: 'metaqnn-mnist',
    plan: { ...defaultPlan('CLASSIFICATION'), budget: { candidates: 2700, seconds: null }, parallelism: 8 },
  },
  {
    name: 'vae-mnist',
    title: 'Variational autoencoders on MNIST',
    description:
      'The reformulated search of thesis 10.2 on MNIST, rewarded with the inverse of the lowest combined validation loss: encoder, latent size and decoder chosen independently, 20 epochs each.',
    dataset: 'MNIST',
    space: 'thesis-variational',
    plan: { ...defaultPlan('VARIATIONAL'), parallelism: 8 },
  },
];

/** A preset's space limits. */
export function presetLimits(preset: Preset) {
  return spacePresets[preset.space];
}
