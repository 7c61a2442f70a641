import type { SpacePreset } from '../../spaces/presets.ts';
import { adam, defaultPlan, thesisController } from '../defaults.ts';
import type { ControllerPlan, Plan, RewardKind, Task, TrainingPlan } from '../plan.ts';
import type { Preset } from './preset.ts';

/** An experiment of the thesis with its constants, and as small as minutes on two cores allow. */
export interface Experiment {
  full: Preset;
  quick: Preset;
}

interface Description {
  /** Chapter or section, and the number of a search in it: 10.3. */
  name: string;
  title: string;
  /** What is searched, how it is rewarded, and what the thesis leaves open. */
  text: string;
  dataset: 'MNIST' | 'CIFAR-10';
  task: Task;
  spaces: { full: SpacePreset; quick: SpacePreset };
  /** Candidates. */
  budgets: { full: number; quick: number };
  reward: RewardKind;
  training?: Partial<TrainingPlan>;
  quick?: Partial<TrainingPlan>;
  controller?: Partial<ControllerPlan>;
}

/** Images and epochs of a quick variant. */
const QUICK = { epochs: 2, batchSize: 64, trainImages: 4000, validationImages: 1000, timeoutSeconds: 300, chanceRetries: 0 };
/** Few updates want larger ones. */
const QUICK_ADAM = { ...adam, learningRate: 0.003 };

function experiment({ name, title, text, dataset, task, spaces, budgets, reward, controller, ...more }: Description): Experiment {
  const plan = defaultPlan(task);
  const base: Plan = {
    ...plan,
    reward,
    controller: { ...thesisController, ...controller },
    training: { ...plan.training, ...more.training },
  };
  return {
    full: {
      name: `thesis-${name}`,
      group: 'THESIS',
      title,
      description: text,
      dataset,
      space: spaces.full,
      plan: { ...base, budget: { candidates: budgets.full, seconds: null }, parallelism: Math.min(8, budgets.full) },
    },
    quick: {
      name: `quick-${name}`,
      group: 'QUICK',
      title: `${title}, in minutes`,
      description: `${text} Here in small: few images and epochs, and a space whose networks train in seconds.`,
      dataset,
      space: spaces.quick,
      plan: {
        ...base,
        budget: { candidates: budgets.quick, seconds: null },
        parallelism: Math.min(2, budgets.quick),
        controller: base.controller.kind === 'Q_LEARNING' ? { ...base.controller, learningRate: 0.1 } : base.controller,
        training: { ...base.training, ...QUICK, optimizer: QUICK_ADAM, ...more.quick },
      },
    },
  };
}

const classifiers: readonly Experiment[] = [
  experiment({
    name: '4.5',
    title: 'Classifiers of digits',
    text: 'Thesis 4.5, table 4.4: 2,700 networks by the best validation accuracy of 20 epochs. Sizes are checked as they are, not in bins.',
    dataset: 'MNIST',
    task: 'CLASSIFICATION',
    spaces: { full: 'thesis-mnist', quick: 'tour-chain' },
    budgets: { full: 2700, quick: 10 },
    reward: 'ACCURACY',
  }),
  experiment({
    name: '4.5-pyramid',
    title: 'Classifiers with a spatial pyramid',
    text: 'Thesis 4.5, table 4.5: convolutions, a spatial pyramid and a fixed head, by the best validation F1 of 50 epochs. Its pictures of bridges are not public, and the number of networks is not stated: 270 on MNIST; choose pictures of your own, of any sizes.',
    dataset: 'MNIST',
    task: 'CLASSIFICATION',
    spaces: { full: 'thesis-pyramid', quick: 'tour-pyramid' },
    budgets: { full: 270, quick: 6 },
    reward: 'MACRO_F1',
    training: { epochs: 50 },
    quick: { trainImages: 2000 },
  }),
  experiment({
    name: '5.1',
    title: 'Random convolutions, trained classifiers',
    text: 'Thesis 5.1, table 5.1: 270 networks of which only the fully connected layers and the classifier learn, by the mean of the best accuracies from 10 first weights. Retrain the best 50 in full and compare the rankings.',
    dataset: 'MNIST',
    task: 'CLASSIFICATION',
    spaces: { full: 'thesis-random-weights', quick: 'tour-random-weights' },
    budgets: { full: 270, quick: 8 },
    reward: 'ACCURACY',
    training: { scope: 'CLASSIFIER_ONLY', initialisations: 10, timeoutSeconds: 36_000 },
    quick: { initialisations: 3 },
  }),
  experiment({
    name: '11',
    title: 'The greedy update',
    text: 'Thesis 11, eq. 11.1: Q <- max(Q, r) from Q = 0 over 270 networks. Its data are not public: the search of 4.5 instead. Beside it, the same with the original update shows the difference of figure 11.1.',
    dataset: 'MNIST',
    task: 'CLASSIFICATION',
    spaces: { full: 'thesis-mnist', quick: 'tour-chain' },
    budgets: { full: 270, quick: 10 },
    reward: 'ACCURACY',
    controller: { update: 'GREEDY', initialValue: 0 },
  }),
];

const reconstructions: readonly Experiment[] = [
  experiment({
    name: '5.2',
    title: 'Autoencoders with a random encoder',
    text: 'Thesis 5.2: 75 symmetric convolutional autoencoders whose encoder stays random, by 1 / lowest validation loss (binary cross entropy). Retrain the best 20 in full and compare the rankings.',
    dataset: 'MNIST',
    task: 'RECONSTRUCTION',
    spaces: { full: 'thesis-autoencoder', quick: 'tour-autoencoder' },
    budgets: { full: 75, quick: 6 },
    reward: 'INVERSE_LOSS',
    quick: { trainImages: 1500, validationImages: 500 },
  }),
];

const CHAPTER_9 = 'C(64,6,2), C(128,4,2), C(256,2,2), C(512,2,2) | Z(5) | C(128,8,2), C(256,2,2), C(512,4,2)';
const lossTitle = { REFORMULATED: 'reformulated', VANILLA: 'vanilla' } as const;
type PriorLoss = keyof typeof lossTitle;

/** Chapters 8 and 9: one network under both losses. */
const chapter9 = (['REFORMULATED', 'VANILLA'] as const).map((kind) =>
  experiment({
    name: `9-${lossTitle[kind]}`,
    title: `Chapter 9, ${lossTitle[kind]} loss`,
    text: `One variational autoencoder of latent size 5 on MNIST with the ${lossTitle[kind]} loss (${kind === 'VANILLA' ? 'eq. 7.13, table 9.3: it collapses' : 'eq. 8.1, table 9.2'}), 20 epochs.`,
    dataset: 'MNIST',
    task: 'VARIATIONAL',
    spaces: { full: 'thesis-chapter-9', quick: 'thesis-chapter-9' },
    budgets: { full: 1, quick: 1 },
    reward: 'INVERSE_LOSS',
    training: { loss: lossOf(kind) },
    quick: { trainImages: 6000 },
    controller: { kind: 'LIST', networks: [CHAPTER_9], epsilon: [], replay: 0 },
  }),
);

/** The searches of section 10.1: which loss trains, and what is rewarded; 5 to 8 are 1 to 4 with latent size 2 (10.2.1). */
const methods: { kind: PriorLoss; reward: RewardKind }[] = [
  { kind: 'REFORMULATED', reward: 'INVERSE_LOSS' },
  { kind: 'VANILLA', reward: 'INVERSE_LOSS' },
  { kind: 'REFORMULATED', reward: 'INVERSE_KL' },
  { kind: 'VANILLA', reward: 'INVERSE_KL' },
];

function generation(number: number, dataset: 'MNIST' | 'CIFAR-10'): Experiment {
  const { kind, reward } = methods[(number - 1) % 4]!;
  const flat = number > 4;
  const rewarded = reward === 'INVERSE_LOSS' ? '1 / lowest combined validation loss' : '1 / KL at the epoch of the lowest combined loss';
  return experiment({
    name: dataset === 'MNIST' ? `10.${number}` : `10.${number}-cifar`,
    title: `Search ${number} on ${dataset}`,
    text: `Thesis 10: variational autoencoders with the ${lossTitle[kind]} loss, by ${rewarded}${flat ? ', latent size 2, with the grid of figure 10.5' : ''}; 20 epochs, Adam 0.001. The number of networks is not stated: 75, as in 5.2.`,
    dataset,
    task: 'VARIATIONAL',
    spaces: flat ? { full: 'thesis-latent-2', quick: 'tour-latent-2' } : { full: 'thesis-variational', quick: 'tour-variational' },
    budgets: { full: 75, quick: dataset === 'MNIST' ? 6 : 4 },
    reward,
    training: { loss: lossOf(kind) },
  });
}

function lossOf(kind: PriorLoss) {
  return { ...defaultPlan('VARIATIONAL').training.loss, kind };
}

const generations: readonly Experiment[] = [
  ...Array.from({ length: 8 }, (_, i) => generation(i + 1, 'MNIST')),
  ...Array.from({ length: 4 }, (_, i) => generation(i + 1, 'CIFAR-10')),
  experiment({
    name: '13.1',
    title: 'Generators against a discriminator',
    text: 'Thesis 13.1: generators against a discriminator of fixed architecture, by the probability that it gives generated images to be original. Everything else is left open: 75 networks, 20 epochs, Adam 0.001, batch normalisation.',
    dataset: 'MNIST',
    task: 'ADVERSARIAL',
    spaces: { full: 'thesis-generator', quick: 'tour-generator' },
    budgets: { full: 75, quick: 4 },
    reward: 'DISCRIMINATOR_VERDICT',
    quick: { discriminator: 'C(4,5,2), D(1,1), C(8,5,2), D(1,1)', optimizer: adam },
  }),
];

/** In the order of the thesis. */
export const experiments: readonly Experiment[] = [...classifiers, ...reconstructions, ...chapter9, ...generations];
