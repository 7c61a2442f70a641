import type { ControllerPlan } from './controller.ts';
import type { PredictionPlan } from './prediction.ts';

export type { ControllerKind, ControllerPlan, EpsilonStep } from './controller.ts';

/** What a search is asked to do; stored with the search, the same in GraphQL (`Plan`, `PlanInput`) and on the command line. */
export interface Plan {
  /** Everything random in the search derives from it. */
  seed: number;
  budget: Budget;
  /** Candidates in flight at once. Candidate n is proposed after exactly the results of 1 .. n - parallelism: the same seed gives the same search however many workers there are. */
  parallelism: number;
  controller: ControllerPlan;
  training: TrainingPlan;
  reward: RewardKind;
  /** Stops candidates that will hardly beat the best; missing or null: all run to the end. */
  prediction?: PredictionPlan | null;
}

export interface Budget {
  /** Distinct networks to train. */
  candidates: number;
  /** Stops proposing after that many seconds of running; null for no limit. */
  seconds: number | null;
}

/**
 * CLASSIFICATION: predict the classes of an image (thesis 4.5). VARIATIONAL: variational autoencoder (7 to 10). RECONSTRUCTION: symmetric
 * convolutional autoencoder (5.2). ADVERSARIAL: a generator against a discriminator (13.1). LANGUAGE_MODELLING: predict the next token of a
 * text (4.4, 4.6).
 */
export type Task = 'CLASSIFICATION' | 'VARIATIONAL' | 'RECONSTRUCTION' | 'ADVERSARIAL' | 'LANGUAGE_MODELLING';

/**
 * Which part of a network is trained. FULL: all of it. CLASSIFIER_ONLY: convolutions keep their random first weights, only fully connected
 * layers and classifier learn (thesis 5.1). DECODER_ONLY: the encoder keeps its random first weights (thesis 5.2).
 */
export type Scope = 'FULL' | 'CLASSIFIER_ONLY' | 'DECODER_ONLY';

export interface TrainingPlan {
  task: Task;
  scope: Scope;
  epochs: number;
  batchSize: number;
  optimizer: OptimizerPlan;
  loss: LossPlan;
  /** Images of the train split that are used (the first n of a seeded shuffle), or tokens of a text (the first n); null for all. */
  trainImages: number | null;
  /** Images of the validation split that are used, or tokens of a text; null for all. */
  validationImages: number | null;
  /** A trial that takes longer is stopped with the reason TIMEOUT. */
  timeoutSeconds: number;
  /** MetaQNN: start again with the learning rate x 0.4 while accuracy after epoch 1 is at chance; 0 for never. */
  chanceRetries: number;
  /** A training ends after so many epochs without a lower validation loss; null for never. */
  patience: number | null;
  /** Trainings of one candidate from different first weights, whose metrics are averaged (thesis 5.1: 10). */
  initialisations: number;
  /** Normalises every convolution's result over the batch before its ReLU (Ioffe & Szegedy 2015), but for the one that gives the image. */
  batchNormalisation: boolean;
  /** ADVERSARIAL: the layers of the discriminator, as `C(64,5,2), FC(128)`; null for the usual ones. */
  discriminator: string | null;
  /** Of LANGUAGE_MODELLING; missing, or null as an API says it, under the others. */
  language?: LanguagePlan | null;
}

/** Of a text, which is cut into as many streams as a batch has. */
export interface LanguagePlan {
  /** Tokens of each stream that an update sees; gradients go no further back, the state is carried over (truncated backpropagation through time). */
  sequenceLength: number;
  /** Share of the units of words and of states that is dropped, the same for all tokens of a sequence (Gal & Ghahramani 2016). */
  dropout: number;
}

/** How the learning rate goes from epoch to epoch. STEP: x decay after every `decayEvery` epochs. COSINE: down along half a cosine, once or again and again. */
export type RateSchedule = 'CONSTANT' | 'STEP' | 'COSINE';

export interface OptimizerPlan {
  kind: 'ADAM' | 'SGD' | 'RMSPROP';
  learningRate: number;
  schedule: RateSchedule;
  /** Of STEP. */
  decay: number;
  /** Of STEP; null under the others. */
  decayEvery: number | null;
  /** Of COSINE: it begins anew after so many epochs (Loshchilov & Hutter 2017: T_0); null for one cosine over all epochs, and under the others. */
  restartEvery: number | null;
  /** Of COSINE: each cosine after a restart is so many times as long as the one before (T_mult). */
  restartFactor: number;
  /** Of COSINE: the share of the learning rate that it ends at. */
  lowestShare: number;
  /** The learning rate rises in a straight line, update by update, over so many epochs, or parts of one; 0 for none. */
  warmUpEpochs: number;
  /** Of SGD and RMSPROP; ADAM has its own. */
  momentum: number;
  /** SGD looks ahead along its momentum. */
  nesterov: boolean;
  /** L2 penalty on kernels. */
  weightDecay: number;
  /** Longest norm of all gradients together; longer ones are scaled down to it. null for no limit. */
  clipNorm: number | null;
}

export interface LossPlan {
  /**
   * CROSS_ENTROPY: one class an image. BINARY_CROSS_ENTROPY: each class by itself where an image may have several; pixels of a
   * reconstruction (thesis 5.2). MEAN_SQUARED_ERROR: pixels of a reconstruction. VANILLA: eq. 7.13, mean BCE + beta KL / J. REFORMULATED:
   * eq. 8.1. MINIMAX and NON_SATURATING: what a generator minimises against a discriminator (Goodfellow et al. 2014).
   */
  kind: 'CROSS_ENTROPY' | 'BINARY_CROSS_ENTROPY' | 'MEAN_SQUARED_ERROR' | 'VANILLA' | 'REFORMULATED' | 'MINIMAX' | 'NON_SATURATING';
  /** E of eq. 8.1: standard deviation of the target error distribution. */
  errorDeviation: number;
  /** Weight of the prior term (omega of eq. 7.14). */
  beta: number;
  /** Over so many epochs n the weight of the prior rises in steps: beta e / n in epoch e; 0 for beta from the start. */
  warmUpEpochs: number;
}

/** Which formulation the controller learns from; all that can be computed are kept for every candidate. */
export type RewardKind =
  | 'ACCURACY'
  | 'MEAN_ACCURACY'
  | 'MACRO_F1'
  | 'WORST_F1'
  | 'INVERSE_LOSS'
  | 'INVERSE_KL'
  | 'INVERSE_BCE'
  | 'GENERATED_CONFIDENCE'
  | 'INCEPTION_SCORE'
  | 'INVERSE_FRECHET'
  | 'RECONSTRUCTION_ACCURACY'
  | 'INVERSE_PATCH_ERROR'
  | 'DISCRIMINATOR_VERDICT'
  | 'INVERSE_PERPLEXITY';

type Added = {
  training: 'scope' | 'patience' | 'initialisations' | 'batchNormalisation' | 'discriminator';
  optimizer: 'schedule' | 'restartEvery' | 'restartFactor' | 'lowestShare' | 'warmUpEpochs' | 'momentum' | 'nesterov' | 'clipNorm';
  loss: 'warmUpEpochs';
};
type Older<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** Training as an earlier version wrote it: what it did not know yet may be missing. */
export type OlderTraining = Omit<Older<TrainingPlan, Added['training']>, 'optimizer' | 'loss'> & {
  optimizer: Older<OptimizerPlan, Added['optimizer']>;
  loss: Older<LossPlan, Added['loss']>;
};

/** A stored plan in the terms of this version: a search goes on as it began. */
export function completeTraining({ optimizer, loss, ...training }: OlderTraining): TrainingPlan {
  return {
    scope: 'FULL',
    patience: null,
    initialisations: 1,
    batchNormalisation: false,
    discriminator: null,
    ...training,
    optimizer: {
      schedule: optimizer.decayEvery === null ? 'CONSTANT' : 'STEP',
      restartEvery: null,
      restartFactor: 1,
      lowestShare: 0,
      warmUpEpochs: 0,
      momentum: 0,
      nesterov: false,
      clipNorm: null,
      ...optimizer,
    },
    loss: { warmUpEpochs: 0, ...loss },
  };
}
