import { CONTROLLER_DEFAULTS } from './controller.ts';
import type { ControllerPlan, EpsilonStep, LossPlan, OptimizerPlan, Plan, RewardKind, Task, TrainingPlan } from './plan.ts';

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
export const thesisController: ControllerPlan = { ...CONTROLLER_DEFAULTS, kind: 'Q_LEARNING', epsilon: [...thesisEpsilon] };

export const adam: OptimizerPlan = {
  kind: 'ADAM',
  learningRate: 0.001,
  schedule: 'CONSTANT',
  decay: 1,
  decayEvery: null,
  restartEvery: null,
  restartFactor: 1,
  lowestShare: 0,
  warmUpEpochs: 0,
  momentum: 0,
  nesterov: false,
  weightDecay: 0,
  clipNorm: null,
};
/** After every so many epochs the learning rate is multiplied. */
export const stepped = (decay: number, decayEvery: number) => ({ schedule: 'STEP' as const, decay, decayEvery });

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

/** The thesis's training for each task. */
export const training: Record<Task, TrainingPlan> = {
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
  // Pham et al. 2018, with Adam in place of averaged SGD.
  LANGUAGE_MODELLING: {
    ...whole,
    task: 'LANGUAGE_MODELLING',
    batchSize: 64,
    optimizer: { ...adam, clipNorm: 0.25 },
    loss: loss('CROSS_ENTROPY'),
    language: { sequenceLength: 35, dropout: 0.1 },
  },
};

const rewards: Record<Task, RewardKind> = {
  CLASSIFICATION: 'ACCURACY',
  VARIATIONAL: 'INVERSE_LOSS',
  RECONSTRUCTION: 'INVERSE_LOSS',
  ADVERSARIAL: 'DISCRIMINATOR_VERDICT',
  LANGUAGE_MODELLING: 'INVERSE_PERPLEXITY',
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
