/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a node of a recurrent cell applies. */
export type Activation =
  /** Rectifier. */
  | 'ReLU'
  /** Nothing. */
  | 'identity'
  /** Logistic function. */
  | 'sigmoid'
  /** Hyperbolic tangent. */
  | 'tanh';

/** What a symmetric convolutional autoencoder may be made of. */
export type AutoencoderLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<number>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<number>;
  /** Convolutions of the encoder at most; the decoder has as many. */
  maxLayers: number;
  /** Stride of every convolution; the thesis has 1. */
  stride: number;
};

/** When a search ends. */
export type BudgetInput = {
  /** 1 to 100,000. */
  candidates: number;
  /** null for no limit. */
  seconds?: number | null | undefined;
};

/** Figures of candidates themselves. */
export type CandidateFigure =
  /** Operations of a forward pass of one image. */
  | 'FLOPS'
  /** Length of the latent vector. */
  | 'LATENT'
  /** In order of proposal. */
  | 'NUMBER'
  /** Trained numbers: weights and biases. */
  | 'PARAMETERS'
  /** Members who picked it. */
  | 'PICKS'
  /** Seconds of training. */
  | 'SECONDS';

/** Where a candidate stands. */
export type CandidateStatus =
  /** Trained. */
  | 'DONE'
  /** See its trial's reason. */
  | 'FAILED'
  /** Waits for a worker. */
  | 'QUEUED'
  /** Being trained. */
  | 'RUNNING'
  /** Its training was stopped, for it would hardly have beaten the best; its reward is the predicted one. */
  | 'STOPPED_EARLY';

/** What a chain may be made of. */
export type ChainLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<number>;
  /** Whether a network may end in global average pooling. */
  globalAveragePool: boolean;
  /** Units of fully connected layers that stand before every network's classifier, in this order (thesis 5.1: two); null for none. With it, units is empty and there is no global average pooling. */
  head?: Array<number> | null | undefined;
  /** Kernel sizes a convolution may have. */
  kernels: Array<number>;
  /** Layers at most, without dropout and classifier. */
  maxLayers: number;
  /** Pooling layers that may be used. */
  pools: Array<PoolInput>;
  /** Whether sizes are binned. */
  rules: ChainRules;
  /** Units a fully connected layer may have. */
  units: Array<number>;
};

/** Which rules a chain follows. */
export type ChainRules =
  /** Of the public MetaQNN program: sizes are compared by bins of 8, 4 and 1. */
  | 'METAQNN'
  /** Of the thesis: sizes are compared as they are. */
  | 'THESIS';

/** Which algorithm proposes networks. */
export type ControllerKind =
  /** Successive halving that promotes a network as soon as it is among the best of its rung so far, and never waits for a rung to be full (Li et al. 2020). */
  | 'ASHA'
  /** Deep Q-learning: a network in place of the table, with replay buffer and target network (thesis 2.3.2, algorithm 3). */
  | 'DQN'
  /** Efficient NAS: policy gradients on an LSTM, whose rewards come from one set of weights that all networks share; each candidate is the best network of a round (Pham et al. 2018; thesis 4.4, algorithm 6). */
  | 'ENAS'
  /** Regularized evolution: mutated children of tournament winners, the oldest dies (Real et al. 2019). */
  | 'EVOLUTION'
  /** Fitted Q iteration: trees in place of the table, fitted to all transitions at once, so that decisions that were never taken have the value of similar ones (Ernst et al. 2005; thesis 2.3.2, algorithm 2). */
  | 'FITTED_Q'
  /** Successive halving from several lowest rungs in turn: many networks a little, then fewer for longer (Li et al. 2018). */
  | 'HYPERBAND'
  /** The networks that the plan names, in its order, and no others: a retraining, or one network under several losses. */
  | 'LIST'
  /** Climbs from neighbour to neighbour, and begins anew where none is better (White et al. 2021). */
  | 'LOCAL_SEARCH'
  /** Policy gradients on an LSTM that writes a network decision by decision (Zoph and Le 2017; thesis 4.2). */
  | 'NAS'
  /** NAS with the clipped surrogate of proximal policy optimisation, several passes a batch (Schulman et al. 2017). */
  | 'PPO'
  /** MetaQNN: Q-learning with an epsilon schedule and replay (thesis 4.1, eq. 4.1). */
  | 'Q_LEARNING'
  /** Uniform random walks without repeats. */
  | 'RANDOM'
  /** Policy gradients on a table: a score for every action of every state (thesis 2.3.1, eq. 2.3 to 2.5). */
  | 'REINFORCE'
  /** Successive halving: random networks are trained a little, the best of them longer, rung by rung, until one is trained in full (Jamieson and Talwalkar 2016). */
  | 'SUCCESSIVE_HALVING'
  /** Tree-structured Parzen estimator: draws from the density of good networks (Bergstra et al. 2011). */
  | 'TPE';

/** The controller and its constants; the defaults are the thesis's. */
export type ControllerPlanInput = {
  /** 0 to 1. */
  discount?: number;
  /** Of DQN. */
  dqn?: DqnPlanInput;
  /** Of ENAS. */
  enas?: EnasPlanInput;
  /** Empty: the thesis's schedule, scaled to the budget. */
  epsilon?: Array<EpsilonStepInput>;
  /** Of EVOLUTION. */
  evolution?: EvolutionPlanInput;
  /** Of SUCCESSIVE_HALVING, HYPERBAND and ASHA. */
  fidelity?: FidelityPlanInput;
  /** Of FITTED_Q. */
  fittedQ?: FittedQPlanInput;
  /** Q of an action that was never updated. */
  initialValue?: number;
  /** The algorithm. */
  kind: ControllerKind;
  /** Above 0, at most 1. */
  learningRate?: number;
  /** Of LOCAL_SEARCH. */
  localSearch?: LocalSearchPlanInput;
  /** Of LIST: different networks of the space as text, as many as the budget has candidates; empty for the others. */
  networks?: Array<string>;
  /** Of REINFORCE, NAS and PPO. */
  policy?: PolicyPlanInput;
  /** 0 to 10,000. */
  replay?: number;
  /** Of TPE. */
  tpe?: TpePlanInput;
  /** The rule of Q-learning. */
  update?: QUpdate;
};

/** Give a preset, or dataset + space + plan; what is given beside a preset replaces its part. */
export type CreateSearchInput = {
  /** One of the team's datasets. */
  datasetId?: string | null | undefined;
  /** A space of its own for this search. */
  limits?: SpaceLimitsInput | null | undefined;
  /** 1 to 120 characters. */
  name: string;
  /** Replaces the preset's plan as a whole. */
  plan?: PlanInput | null | undefined;
  /** Name of a preset. */
  preset?: string | null | undefined;
  /** Seed instead of the preset's. */
  seed?: number | null | undefined;
  /** A kept space; or give `limits`. */
  spaceId?: string | null | undefined;
  /** Whose search it will be. */
  teamId: string;
};

/** Where a dataset on its way stands. */
export type DatasetImportStatus =
  /** All have arrived and are converted. */
  | 'CONVERTING'
  /** There is a dataset. */
  | 'DONE'
  /** Bytes are arriving. */
  | 'RECEIVING'
  /** Refused, or cancelled; nothing is kept. */
  | 'REFUSED';

/** What a dataset consists of. */
export type DatasetKind =
  /** Pictures with classes. */
  | 'IMAGES'
  /** Words or characters, one after the other. */
  | 'TEXT';

/** The network of DQN and how it learns. */
export type DqnPlanInput = {
  /** 1 to 4,096. */
  batch?: number;
  /** 1 to 100,000. */
  buffer?: number;
  /** 1 to 1,024. */
  hidden?: number;
  /** Above 0, at most 1. */
  learningRate?: number;
  /** 1 to 10,000. */
  targetEvery?: number;
  /** 1 to 1,000. */
  updates?: number;
};

/** A round of ENAS. */
export type EnasPlanInput = {
  /** 1 to 1,000. */
  epochs?: number;
  /** Above 0, at most 100. */
  learningRate?: number;
  /** 1 to 1,000. */
  samples?: number;
  /** 1 to 10,000. */
  updates?: number;
};

/** epsilon for so many candidates. */
export type EpsilonStepInput = {
  /** Share of the schedule: the whole is scaled to the budget. */
  candidates: number;
  /** 0 to 1. */
  epsilon: number;
};

/** What changed. */
export type EventKind =
  /** A member said something about a candidate, or took it back. */
  | 'ANNOTATION_CHANGED'
  /** A step proposed a new network. */
  | 'CANDIDATE_PROPOSED'
  /** A known candidate came up again. */
  | 'CANDIDATE_REUSED'
  /** A member preferred one candidate to others, or took that back. */
  | 'CHOICE_RECORDED'
  /** There is a new version of a dataset. */
  | 'DATASET_ADDED'
  /** An import began, has all its bytes, is done, was refused or cancelled. */
  | 'DATASET_IMPORT_CHANGED'
  /** Someone joined, left or got another role. */
  | 'MEMBER_CHANGED'
  /** A trial has new metric values. */
  | 'METRICS_REPORTED'
  /** A trial has new samples. */
  | 'SAMPLES_REPORTED'
  /** Status, name or plan. */
  | 'SEARCH_CHANGED'
  /** The controller of a search begins to settle on few networks: once, until it has recovered. */
  | 'SEARCH_COLLAPSING'
  /** A member began a search. */
  | 'SEARCH_CREATED'
  /** A trial is done, failed or cancelled. */
  | 'TRIAL_FINISHED'
  /** A trial was queued again: worker lost, given back, or retried. */
  | 'TRIAL_QUEUED'
  /** A worker took a trial. */
  | 'TRIAL_STARTED'
  /** A worker came, went or was lost. */
  | 'WORKER_CHANGED';

/** Of regularized evolution. */
export type EvolutionPlanInput = {
  /** 2 to 10,000. */
  population?: number;
  /** 1 to the population. */
  tournament?: number;
};

/** Formats that a trained network can be written in. Each is a zip with the models, README.md, and the same for programs in handpick.json. */
export type ExportFormat =
  /** Keras 3: a .keras file for each model, channels last. */
  | 'KERAS'
  /** The older format of Keras: an .h5 file for each model, channels last. */
  | 'KERAS_H5'
  /** ONNX, operator set 13: an .onnx file for each model, channels first. */
  | 'ONNX'
  /** PyTorch: model.py, source that needs only torch, and model.safetensors, channels first. */
  | 'PYTORCH'
  /** TensorFlow.js layers: a folder with model.json and weights.bin for each model, channels last. */
  | 'TFJS';

/** Which candidate, in which format. */
export type ExportModelInput = {
  /** A candidate that is trained. */
  candidateId: string;
  /** What is to be written. */
  format: ExportFormat;
};

/** Reasons for failure; each is a result, and the search goes on. */
export type FailureReason =
  /** Anything else. */
  | 'ERROR'
  /** Its worker was lost three times. */
  | 'LOST'
  /** The loss became infinite or not a number. */
  | 'NAN'
  /** The network cannot be built on this data. */
  | 'NOT_BUILDABLE'
  /** It does not fit into the memory of any worker, even with batches of 8: found out before it was trained, or twice while it was. */
  | 'OUT_OF_MEMORY'
  /** It took longer than plan.training.timeoutSeconds. */
  | 'TIMEOUT';

/** How candidates climb. The budget has to have enough networks for one to reach the highest rung. */
export type FidelityPlanInput = {
  /** 2 to 100. */
  eta?: number;
  /** 1 to the epochs of a whole training divided by eta. */
  lowestEpochs?: number;
};

/** The trees of FITTED_Q and how they are fitted. */
export type FittedQPlanInput = {
  /** 100 to 50,000. */
  buffer?: number;
  /** 1 to 10,000. */
  fitEvery?: number;
  /** 1 to 200. */
  iterations?: number;
  /** 2 to 1,000. */
  smallest?: number;
  /** 1 to 200. */
  trees?: number;
};

/** What a generator may be made of. */
export type GeneratorLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<number>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<number>;
  /** Latent sizes. */
  latent: Array<number>;
  /** Transposed convolutions at most. */
  maxLayers: number;
  /** Stride of every convolution. */
  stride: number;
};

/** What will be sent, and what becomes of it. */
export type ImportDatasetInput = {
  /** Cut all pictures to squares around their centre, so that they have one size. */
  crop?: boolean;
  /** Name of the file. */
  fileName: string;
  /** Under which licence it may be used; at most 200 characters. */
  licence?: string | null | undefined;
  /** 1 to 80 characters. With the name of an own dataset it becomes a new version of it. */
  name: string;
  /** Of the split. */
  seed?: number;
  /** Its bytes; at most 4 GiB. */
  size: string;
  /** Share of the pictures that may be broken and left out, 0 to 0.5. */
  skippedShare?: number;
  /** Scale all pictures so that their smallest side has so many pixels, 4 to 512, and keep their shape; without, they stay as they are. */
  smallestSide?: number | null | undefined;
  /** Where it is from; at most 500 characters. */
  source?: string | null | undefined;
  /** Whose dataset it will be. */
  teamId: string;
  /** Share for testing, 0 to 0.5. */
  testShare?: number;
  /** What the tokens of a text are. */
  textUnit?: TextUnit;
  /** Share for validation, 0.01 to 0.5; not used where folders are named train, validation and test. */
  validationShare?: number;
  /** Words that a text's vocabulary has at most, `<unk>` and `<eos>` among them: the most frequent ones of the train split; 10 to 65,536. */
  vocabularySize?: number;
};

/** A search that begins with old results. */
export type ImportSearchInput = {
  /** The replay file's text: CSV with the columns `net`, `accuracy_best_val` and, if there, `epsilon`; one row a sampled network. */
  replay: string;
  /** As for createSearch: a space of chains, Q-learning, and the accuracy as reward. The budget counts the networks of the file too. */
  search: CreateSearchInput;
};

/** How a text is read. */
export type LanguagePlanInput = {
  /** From 0, below 1. */
  dropout?: number;
  /** 1 to 512. */
  sequenceLength?: number;
};

/** Of local search. */
export type LocalSearchPlanInput = {
  /** 1 to 10,000. */
  patience?: number;
  /** 1 to 10,000. */
  starts?: number;
};

/** What training minimises. */
export type LossKind =
  /** Mean binary cross entropy: of each class by itself where an image may have several, of each pixel of a reconstruction (thesis 5.2). */
  | 'BINARY_CROSS_ENTROPY'
  /** Negative log-likelihood of the class. */
  | 'CROSS_ENTROPY'
  /** Mean squared error of the pixels of a reconstruction. */
  | 'MEAN_SQUARED_ERROR'
  /** ln(1 - D(G(z))): what a generator minimises in the game of Goodfellow et al. 2014, eq. 1; has little gradient while the discriminator is sure. */
  | 'MINIMAX'
  /** -ln D(G(z)), which the same paper advises for a generator: the same goal, with a gradient from the start. */
  | 'NON_SATURATING'
  /** KL of the error distribution to N(0, E^2), + beta KL / latent size (eq. 8.1): up to a logarithm an ELBO whose decoder has standard deviation E. */
  | 'REFORMULATED'
  /** Mean binary cross entropy + beta KL / latent size (eq. 7.13). As normalised it is a beta-VAE with beta = pixels / latent size, which tends to collapse. */
  | 'VANILLA';

/** The loss and its constants. */
export type LossPlanInput = {
  /** 0 or more. */
  beta?: number;
  /** Above 0. */
  errorDeviation?: number;
  /** One of the task's. */
  kind: LossKind;
  /** 0 to 1,000. */
  warmUpEpochs?: number;
};

/** What a network of ENAS's macro search may be made of: 3 x 3 and 5 x 5 convolutions, plain and separable, 3 x 3 average and max pooling. */
export type MacroLimitsInput = {
  /** Filters of every layer. */
  filters: number;
  /** Layers of every network, 1 to 32; after a third and two thirds of them the map is halved. */
  layers: number;
};

/** A number by which candidates can be compared. */
export type MeasureInput =
  {   /** A figure of the candidate itself. */
  figure: CandidateFigure; metric?: never; reward?: never; }
  |  { figure?: never;   /** Name of a validation metric; its value after the last epoch. */
  metric: string; reward?: never; }
  |  { figure?: never; metric?: never;   /** A reward formulation. */
  reward: RewardKind; };

/** What a network of ENAS's micro search may be made of: identity, 3 x 3 and 5 x 5 separable convolutions, 3 x 3 average and max pooling. */
export type MicroLimitsInput = {
  /** Filters of a node of the first cells; they double with each reduction. */
  filters: number;
  /** Nodes of a cell, 1 to 8; each adds two of what is before it. */
  nodes: number;
  /** Normal cells of each of the three sizes; between them are reduction cells. */
  repetitions: number;
};

/** What a network of NAS may be made of. */
export type NasLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<number>;
  /** Heights a kernel may have. */
  heights: Array<number>;
  /** Layers at most, up to 32. */
  maxLayers: number;
  /** Layers at least. */
  minLayers: number;
  /** Whether a layer may read any earlier ones (skip connections); else each reads the one before. */
  skips: boolean;
  /** Strides a convolution may have. */
  strides: Array<number>;
  /** Widths a kernel may have. */
  widths: Array<number>;
};

/** Update rules. */
export type OptimizerKind =
  /** Adam (Kingma & Ba 2015) with its usual constants. */
  | 'ADAM'
  /** RMSProp: each gradient over the root of a running mean of its squares (Tieleman & Hinton 2012). */
  | 'RMSPROP'
  /** Stochastic gradient descent, with momentum or without. */
  | 'SGD';

/** The update rule and its constants. */
export type OptimizerPlanInput = {
  /** Above 0; null for no limit. */
  clipNorm?: number | null | undefined;
  /** Above 0, at most 1. */
  decay?: number;
  /** Epochs, at least 1; needed for STEP. */
  decayEvery?: number | null | undefined;
  /** The update rule. */
  kind?: OptimizerKind;
  /** Above 0. */
  learningRate?: number;
  /** From 0 to below 1; 0 but for COSINE. */
  lowestShare?: number;
  /** From 0 to below 1; 0 for ADAM, which has moments of its own. */
  momentum?: number;
  /** Only for SGD with momentum. */
  nesterov?: boolean;
  /** Epochs, at least 1; only for COSINE. */
  restartEvery?: number | null | undefined;
  /** 1 to 10; 1 without `restartEvery`. */
  restartFactor?: number;
  /** Left out: STEP with a `decayEvery`, else CONSTANT. */
  schedule?: RateSchedule | null | undefined;
  /** 0 to 1,000. */
  warmUpEpochs?: number;
  /** 0 or more. */
  weightDecay?: number;
};

/** Which dataset, and what noise. */
export type PerturbDatasetInput = {
  /** Pictures of this team, or of the platform. */
  datasetId: string;
  /** Standard deviation of Gaussian noise on every intensity, of which 1 is white; 0 to 1. */
  deviation?: number;
  /** 1 to 80 characters; without, the name of the dataset and the noise. */
  name?: string | null | undefined;
  /** Share of the pixels that become black or white; 0 to 1. */
  saltAndPepper?: number;
  /** Of the noise. */
  seed?: number;
  /** Whose dataset the new one will be. */
  teamId: string;
};

/** A plan; see Plan. */
export type PlanInput = {
  /** When the search ends. */
  budget: BudgetInput;
  /** What proposes networks. */
  controller: ControllerPlanInput;
  /** 1 to 64. */
  parallelism: number;
  /** Only for trainings of at least 2 epochs and 1 initialisation; null for none. */
  prediction?: PredictionPlanInput | null | undefined;
  /** One that the task's metrics can give. */
  reward: RewardKind;
  /** A 32-bit integer; the same seed gives the same search. */
  seed: number;
  /** How each network is trained. */
  training: TrainingPlanInput;
};

/** How REINFORCE, NAS and PPO learn. The entropy, the baseline, the scaled advantages, the bounds of gradient and logits keep the policy from settling on one network too early. */
export type PolicyPlanInput = {
  /** 0 to below 1. */
  baselineDecay?: number;
  /** 1 to 1,000. */
  batch?: number;
  /** Above 0, below 1. */
  clip?: number;
  /** Above 0, at most 1,000,000. */
  clipNorm?: number | null | undefined;
  /** Above 0, at most 1. */
  entropyDecay?: number;
  /** 0 to 100. */
  entropyWeight?: number;
  /** 0 to 1,000,000; 0 for none. */
  growthEvery?: number;
  /** 1 to 32. */
  growthLayers?: number;
  /** 1 to 512. */
  hidden?: number;
  /** Above 0, at most 1. */
  learningRate?: number;
  /** Whether advantages are divided by the moving deviation of rewards. */
  normalise?: boolean;
  /** 1 to 100. */
  passes?: number;
  /** False: entropy weight, normalise, temperature, tanhConstant and clipNorm do not act, and the baseline begins at 0. */
  safeguards?: boolean;
  /** Above 0, at most 100. */
  tanhConstant?: number | null | undefined;
  /** Above 0, at most 100. */
  temperature?: number;
};

/** Size and stride of a max pooling layer. */
export type PoolInput = {
  /** Pixels, at least 2. */
  size: number;
  /** Pixels, at most the size. */
  stride: number;
};

/** Early stop by predicted performance. */
export type PredictionPlanInput = {
  /** 2 to 1,000. */
  fullEvery?: number;
  /** Above 0, below 1. */
  limit?: number;
  /** 5 to 256. */
  minimum?: number;
  /** The method. */
  regressor?: Regressor;
  /** Above 0, below 1; rounded up to whole epochs. */
  share?: number;
};

/** What a classifier of pictures of many sizes may be made of. */
export type PyramidLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<number>;
  /** Units of the fully connected layers of every network, in this order; may be empty. */
  head: Array<number>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<number>;
  /** Levels of the spatial pyramid: 1, 2 x 2, 4 x 4, ... parts of the map. */
  levels: number;
  /** Convolutions at most. */
  maxLayers: number;
};

/** How Q-values are updated. */
export type QUpdate =
  /** Q <- max(Q, r) on every transition, eq. 11.1. */
  | 'GREEDY'
  /** Q <- Q + alpha (r + gamma max Q' - Q), eq. 4.1. */
  | 'ORIGINAL';

/** One order of candidates: those with the best values first. */
export type RankingInput = {
  /**
   * What orders them: a loss or another metric of which less is better, the smallest first; anything else, the largest first. Under PICKS only
   * those that somebody judged, or passed over in a choice, are in the order, by picks less rejections.
   */
  measure: MeasureInput;
  /** Whose candidates. */
  searchId: string;
};

/** How the learning rate goes from epoch to epoch. */
export type RateSchedule =
  /** Stays as it is. */
  | 'CONSTANT'
  /** Goes down along half a cosine, once or with restarts (Loshchilov & Hutter 2017). */
  | 'COSINE'
  /** Is multiplied by `decay` after every `decayEvery` epochs. */
  | 'STEP';

/** What a recurrent cell may be made of. */
export type RecurrentLimitsInput = {
  /** What a node may apply. */
  activations: Array<Activation>;
  /** Nodes of every cell, 1 to 32; each but the first chooses one before it. */
  nodes: number;
  /** Length of the state, of the embedding of a word, and of what every node gives. */
  units: number;
};

/** How final rewards are predicted. */
export type Regressor =
  /** A random forest of 100 regression trees (Breiman 2001). */
  | 'FOREST'
  /** Ordinary least squares: a straight line in every input; of equally good ones the flattest. */
  | 'OLS'
  /** Support vector regression with an RBF kernel, whose constants are chosen by cross-validation: the best of Baker et al. 2017. */
  | 'SVR';

/** Which candidates are trained again. */
export type RetrainCandidatesInput =
  {   /** By number, in this order. */
  numbers: Array<number>; picked?: never; top?: never; }
  |  { numbers?: never;   /** true: those that at least one member picked, in order of numbers. */
  picked: boolean; top?: never; }
  |  { numbers?: never; picked?: never;   /** The best, best first. */
  top: RetrainTopInput; };

/** A retraining. */
export type RetrainInput = {
  /** Which of them; at most 1,000. */
  candidates: RetrainCandidatesInput;
  /** 1 to 120 characters; when left out, what is retrained of which search. */
  name?: string | null | undefined;
  /** What they are ranked by; the search's when left out. */
  reward?: RewardKind | null | undefined;
  /** Whose candidates. */
  searchId: string;
  /** Seed of everything random; the search's when left out. */
  seed?: number | null | undefined;
  /**
   * How they are trained. When left out, as in the search, but all of each network, once, on all images, without an early end, and for at least
   * as many epochs as the thesis has: 20.
   */
  training?: TrainingPlanInput | null | undefined;
};

/** The best candidates by a measure. */
export type RetrainTopInput = {
  /** The reward that the search learns from when left out; the smallest first for a metric of which less is better. */
  by?: MeasureInput | null | undefined;
  /** So many, or all that have the measure. */
  count: number;
};

/**
 * Reward formulations (thesis 10.1, 13); more is always better. All that a trial's metrics give are kept, whatever the search learns from.
 * The judge is a classifier that each worker trains once for a dataset.
 */
export type RewardKind =
  /** Highest validation accuracy of all epochs; the mean of it where a candidate is trained from several first weights; 0 to 1 (MetaQNN, thesis 4.5). */
  | 'ACCURACY'
  /** Mean probability that the discriminator gives generated images to be original data, after the last epoch; 0 to 1 (thesis 13.1). */
  | 'DISCRIMINATOR_VERDICT'
  /** Mean probability of the most probable class of generated images, in the eyes of the judge; blind to a network that generates one class only; 1 / classes to 1 (thesis 13.1). */
  | 'GENERATED_CONFIDENCE'
  /** exp(E KL(p(y|x) || p(y))) over generated images: each clearly of one class, all classes among them; 1 to the number of classes (Salimans et al. 2016, with the judge for the Inception network). */
  | 'INCEPTION_SCORE'
  /** 1 / lowest validation binary cross entropy per pixel; above 0 (thesis 5.2). */
  | 'INVERSE_BCE'
  /** 1 / Frechet distance between generated and validation images, both as Gaussians over the judge's last features; above 0 (Heusel et al. 2017, with the judge for the Inception network). */
  | 'INVERSE_FRECHET'
  /** 1 / KL divergence from the prior at the epoch of the lowest combined validation loss; above 0 (thesis 10.1, second method). */
  | 'INVERSE_KL'
  /** 1 / lowest combined validation loss; above 0 (thesis 10.1, first method). */
  | 'INVERSE_LOSS'
  /** 1 / KL divergence of the mean errors of 4 x 4 patches from those of independent pixel errors of deviation E; above 0 (thesis 13.2: errors from local neighbourhoods). */
  | 'INVERSE_PATCH_ERROR'
  /** 80 / lowest validation perplexity; above 0 (Pham et al. 2018, section 3.1; thesis 4.4). */
  | 'INVERSE_PERPLEXITY'
  /** Highest macro-averaged F1 on the validation split: every class counts the same; 0 to 1 (thesis 4.5). */
  | 'MACRO_F1'
  /** Validation accuracy averaged over the epochs: what learns early is preferred; 0 to 1 (thesis 10.1). */
  | 'MEAN_ACCURACY'
  /** Share of reconstructed validation images that the judge gives the label of the input; 0 to 1 (thesis 13.1). */
  | 'RECONSTRUCTION_ACCURACY'
  /** Highest F1 of the class that is predicted worst: no class may be given up; 0 to 1 (per-class F1 of thesis 4.5). */
  | 'WORST_F1';

/** Which part of a network is trained. */
export type Scope =
  /** Convolutions keep their random first weights; only fully connected layers and classifier learn (thesis 5.1). */
  | 'CLASSIFIER_ONLY'
  /** The encoder keeps its random first weights; only the decoder learns (thesis 5.2). */
  | 'DECODER_ONLY'
  /** All of it. */
  | 'FULL';

/** Where a search stands. */
export type SearchStatus =
  /** Can't go on; see statusReason. */
  | 'FAILED'
  /** The budget is used up or the space is exhausted. */
  | 'FINISHED'
  /** Proposes and trains nothing until it is resumed. */
  | 'PAUSED'
  /** No worker has begun. */
  | 'QUEUED'
  /** Workers propose and train. */
  | 'RUNNING'
  /** Ended by a member. */
  | 'STOPPED';

/** Families of networks. */
export type SpaceKind =
  /** Convolutions and their mirror as a decoder, for reconstruction (thesis 5.2). */
  | 'AUTOENCODER'
  /** Layers one after the other, for classification (thesis 4.1, 4.5). */
  | 'CHAIN'
  /** Latent size and decoder, trained against a fixed discriminator (thesis 13.1). */
  | 'GENERATOR'
  /** Whole networks of ENAS: layers of one width with skip connections (thesis 4.4; Pham et al. 2018, macro search). */
  | 'MACRO'
  /** Cells of ENAS, repeated and stacked (thesis 4.4; Pham et al. 2018, micro search). */
  | 'MICRO'
  /** Convolutional networks of NAS whose layers read any earlier ones (thesis 4.2; Zoph and Le 2017). */
  | 'NAS'
  /** Classifiers of pictures of many sizes: convolutions, then a spatial pyramid (thesis 4.5, table 4.5). */
  | 'PYRAMID'
  /** Recurrent cells for text (thesis 4.4, 4.6; Pham et al. 2018). */
  | 'RECURRENT'
  /** Encoder, latent size and decoder chosen independently (thesis 10.2). */
  | 'VARIATIONAL';

/** A space's family and limits; exactly one field is given. */
export type SpaceLimitsInput =
  {   /** For symmetric autoencoders. */
  autoencoder: AutoencoderLimitsInput; chain?: never; generator?: never; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  { autoencoder?: never;   /** For classification. */
  chain: ChainLimitsInput; generator?: never; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  { autoencoder?: never; chain?: never;   /** For generators. */
  generator: GeneratorLimitsInput; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  { autoencoder?: never; chain?: never; generator?: never;   /** For networks of ENAS's macro search. */
  macro: MacroLimitsInput; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  { autoencoder?: never; chain?: never; generator?: never; macro?: never;   /** For networks of ENAS's micro search. */
  micro: MicroLimitsInput; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro?: never;   /** For networks of NAS. */
  nas: NasLimitsInput; pyramid?: never; recurrent?: never; variational?: never; }
  |  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro?: never; nas?: never;   /** For pictures of many sizes. */
  pyramid: PyramidLimitsInput; recurrent?: never; variational?: never; }
  |  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro?: never; nas?: never; pyramid?: never;   /** For recurrent cells. */
  recurrent: RecurrentLimitsInput; variational?: never; }
  |  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent?: never;   /** For variational autoencoders. */
  variational: VariationalLimitsInput; };

/** Part of a dataset. */
export type Split =
  /** Images that are trained on. */
  | 'TRAIN'
  /** Images that are held out. */
  | 'VALIDATION';

/** Which search. */
export type SteerSearchInput = {
  /** The search. */
  searchId: string;
};

/** What the networks are trained for. */
export type Task =
  /** A generator against a discriminator, which is the same for all and learns along (thesis 13.1). */
  | 'ADVERSARIAL'
  /** Predict the class. */
  | 'CLASSIFICATION'
  /** Predict the next token of a text (thesis 4.4, 4.6). */
  | 'LANGUAGE_MODELLING'
  /** Symmetric convolutional autoencoder: reconstruct (thesis 5.2). */
  | 'RECONSTRUCTION'
  /** Variational autoencoder: reconstruct, and generate from a Gaussian. */
  | 'VARIATIONAL';

/** What the tokens of a text are. */
export type TextUnit =
  /** Every character by itself, spaces and punctuation too. */
  | 'CHARACTERS'
  /** Words in small letters, numbers and signs; rare ones are `<unk>`, and `<eos>` ends a paragraph. */
  | 'WORDS';

/** Of the Parzen estimator. */
export type TpePlanInput = {
  /** 1 to 1,000. */
  candidates?: number;
  /** 2 to 10,000. */
  startup?: number;
};

/** How each candidate is trained. */
export type TrainingPlanInput = {
  /** Its scales are not counted among the parameters of the space's networks. */
  batchNormalisation?: boolean;
  /** 1 to 4,096. */
  batchSize?: number;
  /** 0 to 10. */
  chanceRetries?: number;
  /** Only for ADVERSARIAL; layers in notation, which have to fit the images. */
  discriminator?: string | null | undefined;
  /** 1 to 1,000. */
  epochs: number;
  /** 1 to 100. */
  initialisations?: number;
  /** Only for LANGUAGE_MODELLING, which has this one where it is left out. */
  language?: LanguagePlanInput | null | undefined;
  /** One of the task's. */
  loss: LossPlanInput;
  /** How weights are updated. */
  optimizer: OptimizerPlanInput;
  /** 1 to 1,000; null for never. */
  patience?: number | null | undefined;
  /** CLASSIFIER_ONLY only for classification, DECODER_ONLY only for reconstruction. */
  scope?: Scope;
  /** Has to fit the space: CLASSIFICATION for CHAIN, PYRAMID, NAS, MACRO and MICRO, VARIATIONAL for VARIATIONAL, RECONSTRUCTION for AUTOENCODER, ADVERSARIAL for GENERATOR, LANGUAGE_MODELLING for RECURRENT. */
  task: Task;
  /** 1 to 86,400. */
  timeoutSeconds?: number;
  /** At most what the dataset has; null for all. */
  trainImages?: number | null | undefined;
  /** At most what the dataset has; null for all. */
  validationImages?: number | null | undefined;
};

/** Kinds of refusal. */
export type UserErrorCode =
  /** Already exists, already used, or changed meanwhile. */
  | 'CONFLICT'
  /** A set from which nothing can be chosen. */
  | 'EMPTY'
  /** Your role does not allow it. */
  | 'FORBIDDEN'
  /** The lease is over: someone else has, or may get, this work. */
  | 'LEASE_LOST'
  /** A value or combination that does not work here. */
  | 'NOT_ALLOWED'
  /** A number or text outside its limits. */
  | 'OUT_OF_RANGE'
  /** The field may not be empty. */
  | 'REQUIRED'
  /** More than the machine, the quota or the limits allow. */
  | 'TOO_LARGE'
  /** Nothing with this name or id, or not visible to you. */
  | 'UNKNOWN';

/** What a variational autoencoder may be made of. */
export type VariationalLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<number>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<number>;
  /** Latent sizes. */
  latent: Array<number>;
  /** Transposed convolutions of the decoder at most. */
  maxDecoderLayers: number;
  /** Convolutions of the encoder at most. */
  maxEncoderLayers: number;
  /** Stride of every convolution. */
  stride: number;
};

export type PlanFieldsFragment = { seed: number, parallelism: number, reward: RewardKind, budget: { candidates: number, seconds: number | null }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } }, training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, restartEvery: number | null, restartFactor: number, lowestShare: number, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null }, prediction: { regressor: Regressor, share: number, limit: number, minimum: number, fullEvery: number } | null };

export type PredictionPlanFieldsFragment = { regressor: Regressor, share: number, limit: number, minimum: number, fullEvery: number };

export type ControllerPlanFieldsFragment = { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } };

export type TrainingPlanFieldsFragment = { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, restartEvery: number | null, restartFactor: number, lowestShare: number, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null };

export type CommandTeamQueryVariables = Exact<{ [key: string]: never; }>;


export type CommandTeamQuery = { viewer: { teams: Array<{ id: string, name: string, latestCursor: string }> } | null, presets: Array<{ name: string, title: string, description: string, dataset: string, spaceKind: SpaceKind, plan: { seed: number, parallelism: number, reward: RewardKind, budget: { candidates: number, seconds: number | null }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } }, training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, restartEvery: number | null, restartFactor: number, lowestShare: number, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null }, prediction: { regressor: Regressor, share: number, limit: number, minimum: number, fullEvery: number } | null } }> };

export type CreateCommandSearchMutationVariables = Exact<{
  input: CreateSearchInput;
}>;


export type CreateCommandSearchMutation = { createSearch: { search: { id: string, name: string, dataset: { id: string } } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type StopCommandSearchMutationVariables = Exact<{
  input: SteerSearchInput;
}>;


export type StopCommandSearchMutation = { stopSearch: { userErrors: Array<{ message: string, code: UserErrorCode }> } };

export type CommandEventsSubscriptionVariables = Exact<{
  teamId: string;
  searchId: string;
  after?: string | null | undefined;
}>;


export type CommandEventsSubscription = { events: { cursor: string, kind: EventKind, candidate: { number: number, notation: string, status: CandidateStatus, reward: number | null, seconds: number | null, rungs: Array<{ epochs: number, reward: number | null, endedAt: string | null }>, prediction: { epoch: number, epochs: number, chance: number, best: number, stops: boolean } | null } | null, trial: { failure: { reason: FailureReason, message: string } | null } | null, search: { status: SearchStatus, statusReason: string | null, timeLeft: { seconds: number, low: number, high: number } | null, counts: { proposed: number, done: number, stoppedEarly: number, failed: number, running: number, reused: number }, best: { number: number, notation: string, reward: number | null } | null } | null } };

export type SearchResultQueryVariables = Exact<{
  id: string;
  datasetId: string;
}>;


export type SearchResultQuery = { search: { id: string, name: string, seconds: number, status: SearchStatus, statusReason: string | null, predictions: { stopped: number, savedEpochs: number, savedShare: number, savedSeconds: number, error: { count: number, r2: number | null, spearman: number | null, covered: number | null }, unbiased: { count: number, r2: number | null, spearman: number | null, covered: number | null } } | null, rungs: Array<{ epochs: number, done: number, failed: number, promoted: number, best: number | null, epochsSpent: number }>, dataset: { name: string }, space: { kind: SpaceKind, networkCount: string | null }, plan: { seed: number, parallelism: number, reward: RewardKind, budget: { candidates: number, seconds: number | null }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } }, training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, restartEvery: number | null, restartFactor: number, lowestShare: number, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null }, prediction: { regressor: Regressor, share: number, limit: number, minimum: number, fullEvery: number } | null }, timeLeft: { seconds: number, low: number, high: number } | null, counts: { proposed: number, done: number, stoppedEarly: number, failed: number, running: number, reused: number }, best: { number: number, notation: string, reward: number | null } | null } | null };

export type ResultCandidatesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ResultCandidatesQuery = { search: { candidates: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { number: number, notation: string, status: CandidateStatus, reward: number | null, parameters: number, latent: number | null, seconds: number | null, trial: { worker: { backend: string } | null, failure: { reason: FailureReason, message: string } | null, metrics: Array<{ name: string, split: Split, epoch: number, value: number }> } | null } }> } } | null };

export type StandingFragment = { status: SearchStatus, statusReason: string | null, timeLeft: { seconds: number, low: number, high: number } | null, counts: { proposed: number, done: number, stoppedEarly: number, failed: number, running: number, reused: number }, best: { number: number, notation: string, reward: number | null } | null };

export type CommandDatasetFragment = { id: string, name: string, kind: DatasetKind, builtIn: boolean, contentHash: string, height: number, width: number, channels: number, classes: Array<string>, manySizes: boolean, vocabularySize: number | null, textUnit: TextUnit | null, trainCount: number, validationCount: number, testCount: number, skipped: Array<{ file: string, reason: string }> };

export type CommandImportFragment = { id: string, name: string, fileName: string, size: string, received: string, status: DatasetImportStatus, progress: number, problem: string | null, uploadUrl: string | null, dataset: { id: string, name: string, kind: DatasetKind, builtIn: boolean, contentHash: string, height: number, width: number, channels: number, classes: Array<string>, manySizes: boolean, vocabularySize: number | null, textUnit: TextUnit | null, trainCount: number, validationCount: number, testCount: number, skipped: Array<{ file: string, reason: string }> } | null };

export type CommandDatasetsQueryVariables = Exact<{ [key: string]: never; }>;


export type CommandDatasetsQuery = { viewer: { teams: Array<{ id: string, name: string, datasets: Array<{ id: string, name: string, kind: DatasetKind, builtIn: boolean, contentHash: string, height: number, width: number, channels: number, classes: Array<string>, manySizes: boolean, vocabularySize: number | null, textUnit: TextUnit | null, trainCount: number, validationCount: number, testCount: number, skipped: Array<{ file: string, reason: string }> }>, datasetImports: Array<{ id: string, name: string, fileName: string, size: string, received: string, status: DatasetImportStatus, progress: number, problem: string | null, uploadUrl: string | null, dataset: { id: string, name: string, kind: DatasetKind, builtIn: boolean, contentHash: string, height: number, width: number, channels: number, classes: Array<string>, manySizes: boolean, vocabularySize: number | null, textUnit: TextUnit | null, trainCount: number, validationCount: number, testCount: number, skipped: Array<{ file: string, reason: string }> } | null }> }> } | null };

export type CommandDatasetImportQueryVariables = Exact<{
  id: string;
}>;


export type CommandDatasetImportQuery = { node:
    | { id: string, name: string, fileName: string, size: string, received: string, status: DatasetImportStatus, progress: number, problem: string | null, uploadUrl: string | null, dataset: { id: string, name: string, kind: DatasetKind, builtIn: boolean, contentHash: string, height: number, width: number, channels: number, classes: Array<string>, manySizes: boolean, vocabularySize: number | null, textUnit: TextUnit | null, trainCount: number, validationCount: number, testCount: number, skipped: Array<{ file: string, reason: string }> } | null }
    | Record<PropertyKey, never>
   | null };

export type CommandImportDatasetMutationVariables = Exact<{
  input: ImportDatasetInput;
}>;


export type CommandImportDatasetMutation = { importDataset: { import: { id: string, name: string, fileName: string, size: string, received: string, status: DatasetImportStatus, progress: number, problem: string | null, uploadUrl: string | null, dataset: { id: string, name: string, kind: DatasetKind, builtIn: boolean, contentHash: string, height: number, width: number, channels: number, classes: Array<string>, manySizes: boolean, vocabularySize: number | null, textUnit: TextUnit | null, trainCount: number, validationCount: number, testCount: number, skipped: Array<{ file: string, reason: string }> } | null } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type CommandPerturbDatasetMutationVariables = Exact<{
  input: PerturbDatasetInput;
}>;


export type CommandPerturbDatasetMutation = { perturbDataset: { import: { id: string, name: string, fileName: string, size: string, received: string, status: DatasetImportStatus, progress: number, problem: string | null, uploadUrl: string | null, dataset: { id: string, name: string, kind: DatasetKind, builtIn: boolean, contentHash: string, height: number, width: number, channels: number, classes: Array<string>, manySizes: boolean, vocabularySize: number | null, textUnit: TextUnit | null, trainCount: number, validationCount: number, testCount: number, skipped: Array<{ file: string, reason: string }> } | null } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type ExportedCandidateQueryVariables = Exact<{
  searchId: string;
  number: number;
}>;


export type ExportedCandidateQuery = { search: { candidate: { id: string } | null } | null };

export type ExportModelByCommandMutationVariables = Exact<{
  input: ExportModelInput;
}>;


export type ExportModelByCommandMutation = { exportModel: { export: { name: string, size: number, url: string } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type ImportSearchByCommandMutationVariables = Exact<{
  input: ImportSearchInput;
}>;


export type ImportSearchByCommandMutation = { importSearch: { search: { id: string, counts: { done: number, reused: number } } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type SearchProgressQueryVariables = Exact<{
  id: string;
}>;


export type SearchProgressQuery = { search: { status: SearchStatus, statusReason: string | null, candidates: { edges: Array<{ node: { number: number, trial: { progress: { epoch: number, epochs: number, step: number, steps: number, preparing: string | null } | null } | null } }> }, timeLeft: { seconds: number, low: number, high: number } | null, counts: { proposed: number, done: number, stoppedEarly: number, failed: number, running: number, reused: number }, best: { number: number, notation: string, reward: number | null } | null } | null };

export type CandidateMetricsQueryVariables = Exact<{
  id: string;
  number: number;
}>;


export type CandidateMetricsQuery = { search: { candidate: { notation: string, status: CandidateStatus, trial: { failure: { reason: FailureReason, message: string } | null, metrics: Array<{ name: string, split: Split, epoch: number, value: number }> } | null } | null } | null };

export type RetrainCommandMutationVariables = Exact<{
  input: RetrainInput;
}>;


export type RetrainCommandMutation = { retrain: { search: { id: string, name: string, dataset: { id: string }, plan: { budget: { candidates: number }, training: { epochs: number, trainImages: number | null } } } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type RankingsOfQueryVariables = Exact<{
  first: RankingInput;
  second: RankingInput;
}>;


export type RankingsOfQuery = { compareRankings: { count: number, onlyFirst: number, onlySecond: number, tau: { value: number | null, low: number | null, high: number | null }, rho: { value: number | null, low: number | null, high: number | null }, overlaps: Array<{ k: number, shared: number, chance: number }>, candidates: Array<{ firstRank: number, secondRank: number, firstValue: number, secondValue: number, first: { number: number, notation: string }, second: { number: number } }> } | null };

export type SearchByNameQueryVariables = Exact<{
  teamId: string;
  after?: string | null | undefined;
}>;


export type SearchByNameQuery = { team: { searches: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, plan: { seed: number, parallelism: number, reward: RewardKind, budget: { candidates: number, seconds: number | null }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } }, training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, restartEvery: number | null, restartFactor: number, lowestShare: number, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null }, prediction: { regressor: Regressor, share: number, limit: number, minimum: number, fullEvery: number } | null } } }> } } | null };

export const ControllerPlanFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}}]} as unknown as DocumentNode<ControllerPlanFieldsFragment, unknown>;
export const TrainingPlanFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartFactor"}},{"kind":"Field","name":{"kind":"Name","value":"lowestShare"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}}]} as unknown as DocumentNode<TrainingPlanFieldsFragment, unknown>;
export const PredictionPlanFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PredictionPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PredictionPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regressor"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"fullEvery"}}]}}]} as unknown as DocumentNode<PredictionPlanFieldsFragment, unknown>;
export const PlanFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"controller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ControllerPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"prediction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PredictionPlanFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PredictionPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PredictionPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regressor"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"fullEvery"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartFactor"}},{"kind":"Field","name":{"kind":"Name","value":"lowestShare"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}}]} as unknown as DocumentNode<PlanFieldsFragment, unknown>;
export const StandingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposed"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedEarly"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"reused"}}]}},{"kind":"Field","name":{"kind":"Name","value":"best"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}}]}}]} as unknown as DocumentNode<StandingFragment, unknown>;
export const CommandDatasetFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandDataset"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"builtIn"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"manySizes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}},{"kind":"Field","name":{"kind":"Name","value":"textUnit"}},{"kind":"Field","name":{"kind":"Name","value":"trainCount"}},{"kind":"Field","name":{"kind":"Name","value":"validationCount"}},{"kind":"Field","name":{"kind":"Name","value":"testCount"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<CommandDatasetFragment, unknown>;
export const CommandImportFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandImport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandDataset"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandDataset"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"builtIn"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"manySizes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}},{"kind":"Field","name":{"kind":"Name","value":"textUnit"}},{"kind":"Field","name":{"kind":"Name","value":"trainCount"}},{"kind":"Field","name":{"kind":"Name","value":"validationCount"}},{"kind":"Field","name":{"kind":"Name","value":"testCount"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<CommandImportFragment, unknown>;
export const CommandTeamDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommandTeam"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"teams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latestCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"presets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"spaceKind"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"controller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ControllerPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"prediction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PredictionPlanFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PredictionPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PredictionPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regressor"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"fullEvery"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartFactor"}},{"kind":"Field","name":{"kind":"Name","value":"lowestShare"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}}]} as unknown as DocumentNode<CommandTeamQuery, CommandTeamQueryVariables>;
export const CreateCommandSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCommandSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSearchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CreateCommandSearchMutation, CreateCommandSearchMutationVariables>;
export const StopCommandSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopCommandSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SteerSearchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<StopCommandSearchMutation, StopCommandSearchMutationVariables>;
export const CommandEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CommandEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"teamId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"searchId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"teamId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"teamId"}}},{"kind":"Argument","name":{"kind":"Name","value":"searchId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"searchId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"candidate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"rungs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"prediction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epoch"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"chance"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"stops"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"trial"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposed"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedEarly"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"reused"}}]}},{"kind":"Field","name":{"kind":"Name","value":"best"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}}]}}]} as unknown as DocumentNode<CommandEventsSubscription, CommandEventsSubscriptionVariables>;
export const SearchResultDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchResult"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"datasetId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"predictions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"r2"}},{"kind":"Field","name":{"kind":"Name","value":"spearman"}},{"kind":"Field","name":{"kind":"Name","value":"covered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unbiased"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"r2"}},{"kind":"Field","name":{"kind":"Name","value":"spearman"}},{"kind":"Field","name":{"kind":"Name","value":"covered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stopped"}},{"kind":"Field","name":{"kind":"Name","value":"savedEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"savedShare"}},{"kind":"Field","name":{"kind":"Name","value":"savedSeconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rungs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"promoted"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"epochsSpent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"networkCount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"datasetId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"datasetId"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"controller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ControllerPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"prediction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PredictionPlanFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PredictionPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PredictionPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regressor"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"fullEvery"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartFactor"}},{"kind":"Field","name":{"kind":"Name","value":"lowestShare"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposed"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedEarly"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"reused"}}]}},{"kind":"Field","name":{"kind":"Name","value":"best"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}}]}}]} as unknown as DocumentNode<SearchResultQuery, SearchResultQueryVariables>;
export const ResultCandidatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResultCandidates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"latent"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"trial"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"worker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backend"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"split"}},{"kind":"Field","name":{"kind":"Name","value":"epoch"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ResultCandidatesQuery, ResultCandidatesQueryVariables>;
export const CommandDatasetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommandDatasets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"teams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"datasets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandDataset"}}]}},{"kind":"Field","name":{"kind":"Name","value":"datasetImports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandImport"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandDataset"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"builtIn"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"manySizes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}},{"kind":"Field","name":{"kind":"Name","value":"textUnit"}},{"kind":"Field","name":{"kind":"Name","value":"trainCount"}},{"kind":"Field","name":{"kind":"Name","value":"validationCount"}},{"kind":"Field","name":{"kind":"Name","value":"testCount"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandImport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandDataset"}}]}}]}}]} as unknown as DocumentNode<CommandDatasetsQuery, CommandDatasetsQueryVariables>;
export const CommandDatasetImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommandDatasetImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandImport"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandDataset"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"builtIn"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"manySizes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}},{"kind":"Field","name":{"kind":"Name","value":"textUnit"}},{"kind":"Field","name":{"kind":"Name","value":"trainCount"}},{"kind":"Field","name":{"kind":"Name","value":"validationCount"}},{"kind":"Field","name":{"kind":"Name","value":"testCount"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandImport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandDataset"}}]}}]}}]} as unknown as DocumentNode<CommandDatasetImportQuery, CommandDatasetImportQueryVariables>;
export const CommandImportDatasetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CommandImportDataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportDatasetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importDataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"import"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandImport"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandDataset"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"builtIn"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"manySizes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}},{"kind":"Field","name":{"kind":"Name","value":"textUnit"}},{"kind":"Field","name":{"kind":"Name","value":"trainCount"}},{"kind":"Field","name":{"kind":"Name","value":"validationCount"}},{"kind":"Field","name":{"kind":"Name","value":"testCount"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandImport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandDataset"}}]}}]}}]} as unknown as DocumentNode<CommandImportDatasetMutation, CommandImportDatasetMutationVariables>;
export const CommandPerturbDatasetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CommandPerturbDataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PerturbDatasetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"perturbDataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"import"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandImport"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandDataset"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"builtIn"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"manySizes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}},{"kind":"Field","name":{"kind":"Name","value":"textUnit"}},{"kind":"Field","name":{"kind":"Name","value":"trainCount"}},{"kind":"Field","name":{"kind":"Name","value":"validationCount"}},{"kind":"Field","name":{"kind":"Name","value":"testCount"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandImport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandDataset"}}]}}]}}]} as unknown as DocumentNode<CommandPerturbDatasetMutation, CommandPerturbDatasetMutationVariables>;
export const ExportedCandidateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExportedCandidate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"searchId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PositiveInt"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"searchId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ExportedCandidateQuery, ExportedCandidateQueryVariables>;
export const ExportModelByCommandDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExportModelByCommand"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExportModelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportModel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"export"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ExportModelByCommandMutation, ExportModelByCommandMutationVariables>;
export const ImportSearchByCommandDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportSearchByCommand"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportSearchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"reused"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ImportSearchByCommandMutation, ImportSearchByCommandMutationVariables>;
export const SearchProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"4"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"RUNNING"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"trial"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epoch"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"steps"}},{"kind":"Field","name":{"kind":"Name","value":"preparing"}}]}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposed"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"stoppedEarly"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"reused"}}]}},{"kind":"Field","name":{"kind":"Name","value":"best"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}}]}}]} as unknown as DocumentNode<SearchProgressQuery, SearchProgressQueryVariables>;
export const CandidateMetricsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CandidateMetrics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PositiveInt"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"trial"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"split"}},{"kind":"Field","name":{"kind":"Name","value":"epoch"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CandidateMetricsQuery, CandidateMetricsQueryVariables>;
export const RetrainCommandDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetrainCommand"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetrainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retrain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RetrainCommandMutation, RetrainCommandMutationVariables>;
export const RankingsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RankingsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RankingInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"second"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RankingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"compareRankings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"second"},"value":{"kind":"Variable","name":{"kind":"Name","value":"second"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"onlyFirst"}},{"kind":"Field","name":{"kind":"Name","value":"onlySecond"}},{"kind":"Field","name":{"kind":"Name","value":"tau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rho"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overlaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"k"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"chance"}}]}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstRank"}},{"kind":"Field","name":{"kind":"Name","value":"secondRank"}},{"kind":"Field","name":{"kind":"Name","value":"firstValue"}},{"kind":"Field","name":{"kind":"Name","value":"secondValue"}},{"kind":"Field","name":{"kind":"Name","value":"first"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"second"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RankingsOfQuery, RankingsOfQueryVariables>;
export const SearchByNameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchByName"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"teamId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"team"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"teamId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanFields"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"controller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ControllerPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"prediction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PredictionPlanFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PredictionPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PredictionPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regressor"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"fullEvery"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartEvery"}},{"kind":"Field","name":{"kind":"Name","value":"restartFactor"}},{"kind":"Field","name":{"kind":"Name","value":"lowestShare"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}}]} as unknown as DocumentNode<SearchByNameQuery, SearchByNameQueryVariables>;