/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a step has made. */
export type CommitStepInput = {
  /** Of ENAS: file id of the shared weights that the new state belongs to, as createUpload gave it for CHECKPOINT; replaces the one before. */
  checkpointFileId?: string | null | undefined;
  /** The space holds no more networks. */
  exhausted?: boolean;
  /** As it was given with the lease. */
  fence: number;
  /** The step's lease. */
  leaseId: string;
  /** Networks that the controller is expected to propose after these, at most 500: for forecasts of time only. null keeps what was said before. */
  outlook?: Array<string> | null | undefined;
  /** New networks, in order of their numbers. */
  proposals: Array<ProposalInput>;
  /** Numbers of known candidates that came up again, once for each time. */
  reused?: Array<number>;
  /** Of ENAS: what the round gave. */
  round?: EnasRoundInput | null | undefined;
  /** The controller's new state. */
  state: unknown;
  /** The version the step began from. */
  version: number;
};

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

/** A file that is to be uploaded. */
export type CreateUploadInput = {
  /** What it is. */
  mediaType: UploadType;
  /** Of the content, hex. */
  sha256: string;
  /** Bytes; at most 64 MiB for a sample or vectors, 1 MiB for texts, 1 GiB for a checkpoint. */
  size: number;
};

/** Kinds of devices. */
export type DeviceKind =
  /** A processor. */
  | 'CPU'
  /** A graphics card. */
  | 'GPU';

/** What a round of ENAS gave. */
export type EnasRoundInput = {
  /** Moving average that the policy compares rewards with. */
  baseline: number;
  /** Reward of the candidate with the shared weights. */
  bestReward: number;
  /** Drawing and ranking networks. */
  deriveSeconds: number;
  /** Share of different ones among the networks that taught the policy. */
  distinct: number;
  /** Mean entropy of the policy over whole networks, in nats. */
  entropy: number;
  /** Mean loss of the shared weights over the round's batches. */
  loss: number;
  /** Mean reward, on validation data, of the networks that taught the policy. */
  meanReward: number;
  /** Teaching the policy. */
  policySeconds: number;
  /** From 1. */
  round: number;
  /** Mean reward on them: accuracy of images, 1 / perplexity of text. */
  trainReward: number;
  /** Training the shared weights. */
  trainSeconds: number;
};

/** How one of several trials ended. */
export type EndedTrialInput = {
  /** Given when it failed. */
  failure?: TrialFailureInput | null | undefined;
  /** As it was given with the lease. */
  fence: number;
  /** The trial's lease. */
  leaseId: string;
  /** New values; a later one of the same name, split and epoch replaces an earlier one. */
  metrics?: Array<MetricInput>;
  /** Where its time went. */
  phases: TrialPhasesInput;
  /** Of these metrics as a report: 1, 2, ... within this lease. */
  sequence: number;
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

/** How a trial ended. */
export type FinishTrialInput = {
  /** Given when it failed. */
  failure?: TrialFailureInput | null | undefined;
  /** As it was given with the lease. */
  fence: number;
  /** The trial's lease. */
  leaseId: string;
  /** Where its time went. */
  phases: TrialPhasesInput;
  /** It was stopped for a prediction, which has been reported. */
  stoppedEarly?: boolean;
};

/** Trials that end at once. */
export type FinishTrialsInput = {
  /** Of one search, 1 to 32. */
  trials: Array<EndedTrialInput>;
};

/** Who asks for work. */
export type LeaseWorkInput = {
  /** Kinds of work it can do. */
  accepts?: Array<WorkKind>;
  /** Trials at most, 1 to 32: more than one for a worker whose trials take moments. It begins them one after the other, and gives back those that would wait. */
  most?: number;
  /** 0 to 20. */
  waitSeconds?: number;
  /** As registerWorker gave it. */
  workerId: string;
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

/** A number that a trial reports. */
export type MetricInput = {
  /** From 1. */
  epoch: number;
  /** 1 to 64 letters, digits and `.`, `_`, `-`, the first a letter. */
  name: string;
  /** Measured on these images. */
  split: Split;
  /** Finite; a NaN is a failed trial, not a metric. */
  value: number;
};

/** Update rules. */
export type OptimizerKind =
  /** Adam (Kingma & Ba 2015) with its usual constants. */
  | 'ADAM'
  /** RMSProp: each gradient over the root of a running mean of its squares (Tieleman & Hinton 2012). */
  | 'RMSPROP'
  /** Stochastic gradient descent, with momentum or without. */
  | 'SGD';

/** A training: of a new network, or a promotion. */
export type ProposalInput = {
  /** In nats: of the distribution it was drawn from, along its walk; 0 to `uniformEntropy`. null where that is not defined. */
  entropy?: number | null | undefined;
  /** Of controllers with rungs, which need it: train up to this epoch, one of the plan's rungs. */
  epochs?: number | null | undefined;
  /** At which it was drawn; null for controllers without one. */
  epsilon?: number | null | undefined;
  /** The network as text; it has to be in the search's space, and new to the search but for a promotion. */
  notation: string;
  /** Of controllers with rungs: number of the candidate, with a reward, whose training goes on from where it ended. */
  promotes?: number | null | undefined;
  /** Known networks that came up since the proposal before it. */
  repeats?: number;
  /** In nats: of the uniform policy along the same walk; null where entropy is. */
  uniformEntropy?: number | null | undefined;
};

/** How Q-values are updated. */
export type QUpdate =
  /** Q <- max(Q, r) on every transition, eq. 11.1. */
  | 'GREEDY'
  /** Q <- Q + alpha (r + gamma max Q' - Q), eq. 4.1. */
  | 'ORIGINAL';

/** How the learning rate goes from epoch to epoch. */
export type RateSchedule =
  /** Stays as it is. */
  | 'CONSTANT'
  /** Goes down to 0 along half a cosine (Loshchilov & Hutter 2017). */
  | 'COSINE'
  /** Is multiplied by `decay` after every `decayEvery` epochs. */
  | 'STEP';

/** What a worker is. */
export type RegisterWorkerInput = {
  /** What it trains with. */
  backend: string;
  /** Version of the library under the backend. */
  backendVersion: string;
  /** Name of the device. */
  device: string;
  /** For a GPU: the same for all workers on it, such as its UUID; 1 to 200 characters. Left out: the name of the device. */
  deviceId?: string | null | undefined;
  /** What kind of device. */
  deviceKind: DeviceKind;
  /** Measured speed of one large matrix product; GFLOP/s. */
  gflops: number;
  /** Host it runs on. */
  host: string;
  /** The same for all workers of one machine, which share its memory; 1 to 200 characters. Left out: the name of the host, within the team. */
  hostId?: string | null | undefined;
  /** That training may use: what the device has, or less. */
  memoryBytes: number;
  /** For people; 1 to 200 characters. */
  name: string;
  /** Whether the same training gives the same numbers again, to the last bit. */
  reproducible?: boolean;
  /** That it trains with. */
  threads: number;
};

/** How final rewards are predicted. */
export type Regressor =
  /** A random forest of 100 regression trees (Breiman 2001). */
  | 'FOREST'
  /** Ordinary least squares: a straight line in every input; of equally good ones the flattest. */
  | 'OLS'
  /** Support vector regression with an RBF kernel, whose constants are chosen by cross-validation: the best of Baker et al. 2017. */
  | 'SVR';

/** Which lease is given back. */
export type ReleaseLeaseInput = {
  /** As it was given with the lease. */
  fence: number;
  /** The lease. */
  leaseId: string;
  /** Why, for the log. */
  reason?: string | null | undefined;
};

/** Which lease goes on. */
export type RenewLeaseInput = {
  /** As it was given with the lease. */
  fence: number;
  /** The lease. */
  leaseId: string;
  /** What a trial is doing now, for people who watch. */
  progress?: TrialProgressInput | null | undefined;
};

/** What is new of a trial. */
export type ReportTrialInput = {
  /** File id of a checkpoint; replaces the one before. */
  checkpointFileId?: string | null | undefined;
  /** As it was given with the lease. */
  fence: number;
  /** The trial's lease. */
  leaseId: string;
  /** New values; a later one of the same name, split and epoch replaces an earlier one. */
  metrics?: Array<MetricInput>;
  /** What was predicted after this epoch; only of work that came with a prediction. Replaces the one before. */
  prediction?: TrialPredictionInput | null | undefined;
  /** New sheets; each replaces the one of its kind. */
  samples?: Array<SampleInput>;
  /** 1, 2, ... within this lease. */
  sequence: number;
};

/** Which worker goes. */
export type RetireWorkerInput = {
  /** The worker. */
  workerId: string;
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

/** A sheet of equal tiles. */
export type SampleInput = {
  /** Tiles in a row. */
  columns: number;
  /** Tiles, or texts, in all. */
  count: number;
  /** Of EMBEDDING: length of the vectors. */
  dimensions?: number | null | undefined;
  /** After which it was made; from 1. */
  epoch: number;
  /** As createUpload gave it for PNG, or for TEXTS of a TEXT sample; the bytes have to be there. */
  fileId: string;
  /** What it shows. */
  kind: SampleKind;
  /** Pixels; 1 for texts. */
  tileHeight: number;
  /** Pixels; 1 for texts. */
  tileWidth: number;
  /** One for each tile, where there is something to say of them. */
  tiles?: Array<SampleTileInput> | null | undefined;
  /** Of EMBEDDING: file id of the vectors, as createUpload gave it for VECTORS. */
  vectorsFileId?: string | null | undefined;
};

/** Kinds of samples. */
export type SampleKind =
  /** Validation images, each with its vector in the last layer of the encoder (the latent mean of a variational autoencoder): where the network puts them. */
  | 'EMBEDDING'
  /** Decoded from unit-Gaussian latents, the same latents for every candidate of a search. */
  | 'GENERATED'
  /** Latents on a square grid [-5, 5] x [-5, 5] in steps of 0.5 (two latent dimensions). */
  | 'LATENT_GRID'
  /** Validation images that a classifier took for another class, the most confident first. */
  | 'MISTAKES'
  /** Pairs: input above, reconstruction below. */
  | 'RECONSTRUCTION'
  /** Texts that a language model writes, each token drawn with the probability that it gives it, with the same random numbers for every candidate of a search. */
  | 'TEXT';

/** What is known of one tile. */
export type SampleTileInput = {
  /** Class of the image, from 0. */
  label?: number | null | undefined;
  /** Class that the network takes it for. */
  predicted?: number | null | undefined;
  /** Probability that the network gives that class, 0 to 1. */
  probability?: number | null | undefined;
};

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

/** Part of a dataset. */
export type Split =
  /** Images that are trained on. */
  | 'TRAIN'
  /** Images that are held out. */
  | 'VALIDATION';

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

/** Why a trial failed. */
export type TrialFailureInput = {
  /** For people; cut after 2,000 characters. */
  message: string;
  /** For programs. */
  reason: FailureReason;
};

/** Seconds by phase. */
export type TrialPhasesInput = {
  /** Building the network and compiling its step. */
  build: number;
  /** Fetching the dataset, preparing batches. */
  data: number;
  /** Metrics of both splits. */
  evaluation: number;
  /** What the judge says of generated and reconstructed images. */
  judging?: number;
  /** Making samples. */
  samples: number;
  /** Forward passes, gradients and updates: one compiled loop. */
  training: number;
  /** Reports on their way to the server, a checkpoint from it, and turns of the event loop. */
  waiting?: number;
};

/** A prediction that a trial made. */
export type TrialPredictionInput = {
  /** As it came with the work. */
  best: number;
  /** 0 to 1. */
  chance: number;
  /** After so many epochs; from 1. */
  epoch: number;
  /** Upper end of its interval. */
  high: number;
  /** Lower end of its interval. */
  low: number;
  /** Rows that came with the work. */
  rows: number;
  /** Whether the trial is stopped for it. */
  stops: boolean;
  /** The predicted final reward. */
  value: number;
};

/** Where a trial stands within its epoch. */
export type TrialProgressInput = {
  /** From 1. */
  epoch: number;
  /** In all. */
  epochs: number;
  /** Training speed. */
  imagesPerSecond: number;
  /** Mean since the epoch began; null where it is not finite. */
  loss?: number | null | undefined;
  /** What is done before its training can begin; null while it trains. */
  preparing?: string | null | undefined;
  /** Batches of this epoch done. */
  step: number;
  /** Batches of an epoch. */
  steps: number;
};

/** What may be uploaded. */
export type UploadType =
  /** A checkpoint, application/octet-stream. */
  | 'CHECKPOINT'
  /** A sample sheet, image/png. */
  | 'PNG'
  /** Texts of a TEXT sample, application/json: an array of strings. */
  | 'TEXTS'
  /**
   * Vectors of an EMBEDDING, application/octet-stream, little-endian: for each of its dimensions a float32 minimum, then for each a float32 step;
   * then for each tile, row by row, a uint16 for each dimension: value = minimum + step x number.
   */
  | 'VECTORS';

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

/** Kinds of work. */
export type WorkKind =
  /** One step of a controller: observe results, propose networks. */
  | 'STEP'
  /** One training. */
  | 'TRIAL';

export type PlanFieldsFragment = { seed: number, parallelism: number, reward: RewardKind, budget: { candidates: number, seconds: number | null }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } }, training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null }, prediction: { regressor: Regressor, share: number, limit: number, minimum: number, fullEvery: number } | null };

export type ControllerPlanFieldsFragment = { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } };

export type TrainingPlanFieldsFragment = { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null };

export type RegisterWorkerMutationVariables = Exact<{
  input: RegisterWorkerInput;
}>;


export type RegisterWorkerMutation = { registerWorker: { worker: { id: string } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type RetireWorkerMutationVariables = Exact<{
  input: RetireWorkerInput;
}>;


export type RetireWorkerMutation = { retireWorker: { userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type LeaseWorkMutationVariables = Exact<{
  input: LeaseWorkInput;
}>;


export type LeaseWorkMutation = { leaseWork: { lease: { id: string, fence: number, work:
        | { __typename: 'StepWork', version: number, results: Array<{ number: number, notation: string, reward: number | null }>, history: Array<{ number: number, notation: string, reward: number | null }>, search: { id: string, name: string, dataset: { height: number, width: number, channels: number, classes: Array<string>, vocabularySize: number | null }, space: { limits: unknown }, plan: { seed: number, parallelism: number, budget: { candidates: number }, training: { epochs: number }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } } } } }
        | { __typename: 'TrialWork', seed: number, batchSize: number, epochs: number, checkpointUrl: string | null, prediction: { regressor: Regressor, seed: number, epoch: number, reward: RewardKind, limit: number | null, best: number, features: Array<number>, rows: Array<{ curve: Array<number>, features: Array<number>, reward: number }> } | null, trial: { id: string, attempt: number, candidate: { number: number, notation: string, architecture: unknown } }, search: { id: string, name: string, dataset: { name: string, contentHash: string, url: string | null }, plan: { training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null } } } }
       | null } | null, more: Array<{ id: string, fence: number, work:
        | { __typename: 'StepWork', version: number, results: Array<{ number: number, notation: string, reward: number | null }>, history: Array<{ number: number, notation: string, reward: number | null }>, search: { id: string, name: string, dataset: { height: number, width: number, channels: number, classes: Array<string>, vocabularySize: number | null }, space: { limits: unknown }, plan: { seed: number, parallelism: number, budget: { candidates: number }, training: { epochs: number }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } } } } }
        | { __typename: 'TrialWork', seed: number, batchSize: number, epochs: number, checkpointUrl: string | null, prediction: { regressor: Regressor, seed: number, epoch: number, reward: RewardKind, limit: number | null, best: number, features: Array<number>, rows: Array<{ curve: Array<number>, features: Array<number>, reward: number }> } | null, trial: { id: string, attempt: number, candidate: { number: number, notation: string, architecture: unknown } }, search: { id: string, name: string, dataset: { name: string, contentHash: string, url: string | null }, plan: { training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null } } } }
       | null }> | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type LeasedWorkFragment = { id: string, fence: number, work:
    | { __typename: 'StepWork', version: number, results: Array<{ number: number, notation: string, reward: number | null }>, history: Array<{ number: number, notation: string, reward: number | null }>, search: { id: string, name: string, dataset: { height: number, width: number, channels: number, classes: Array<string>, vocabularySize: number | null }, space: { limits: unknown }, plan: { seed: number, parallelism: number, budget: { candidates: number }, training: { epochs: number }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } } } } }
    | { __typename: 'TrialWork', seed: number, batchSize: number, epochs: number, checkpointUrl: string | null, prediction: { regressor: Regressor, seed: number, epoch: number, reward: RewardKind, limit: number | null, best: number, features: Array<number>, rows: Array<{ curve: Array<number>, features: Array<number>, reward: number }> } | null, trial: { id: string, attempt: number, candidate: { number: number, notation: string, architecture: unknown } }, search: { id: string, name: string, dataset: { name: string, contentHash: string, url: string | null }, plan: { training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null } } } }
   | null };

export type FinishTrialsMutationVariables = Exact<{
  input: FinishTrialsInput;
}>;


export type FinishTrialsMutation = { finishTrials: { refused: Array<{ leaseId: string, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> }> | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type ControllerStateQueryVariables = Exact<{
  leaseId: string;
}>;


export type ControllerStateQuery = { node:
    | { __typename: 'Annotation' }
    | { __typename: 'ApiToken' }
    | { __typename: 'Candidate' }
    | { __typename: 'Choice' }
    | { __typename: 'Dataset' }
    | { __typename: 'DatasetImport' }
    | { __typename: 'Invitation' }
    | { __typename: 'Lease', work:
        | { __typename: 'StepWork', version: number, state: unknown }
        | { __typename: 'TrialWork' }
       | null }
    | { __typename: 'Member' }
    | { __typename: 'Sample' }
    | { __typename: 'Search' }
    | { __typename: 'SearchSpace' }
    | { __typename: 'Team' }
    | { __typename: 'Trial' }
    | { __typename: 'Worker' }
   | null };

export type EnasWorkQueryVariables = Exact<{
  leaseId: string;
}>;


export type EnasWorkQuery = { node:
    | { __typename: 'Annotation' }
    | { __typename: 'ApiToken' }
    | { __typename: 'Candidate' }
    | { __typename: 'Choice' }
    | { __typename: 'Dataset' }
    | { __typename: 'DatasetImport' }
    | { __typename: 'Invitation' }
    | { __typename: 'Lease', work:
        | { __typename: 'StepWork', state: unknown, checkpointUrl: string | null, search: { id: string, name: string, dataset: { name: string, contentHash: string, url: string | null }, plan: { training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null } } } }
        | { __typename: 'TrialWork' }
       | null }
    | { __typename: 'Member' }
    | { __typename: 'Sample' }
    | { __typename: 'Search' }
    | { __typename: 'SearchSpace' }
    | { __typename: 'Team' }
    | { __typename: 'Trial' }
    | { __typename: 'Worker' }
   | null };

export type CommitStepMutationVariables = Exact<{
  input: CommitStepInput;
}>;


export type CommitStepMutation = { commitStep: { userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type ReportTrialMutationVariables = Exact<{
  input: ReportTrialInput;
}>;


export type ReportTrialMutation = { reportTrial: { wanted: boolean, trial: { candidate: { search: { status: SearchStatus } } } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type FinishTrialMutationVariables = Exact<{
  input: FinishTrialInput;
}>;


export type FinishTrialMutation = { finishTrial: { userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { createUpload: { fileId: string | null, uploadUrl: string | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type RenewLeaseMutationVariables = Exact<{
  input: RenewLeaseInput;
}>;


export type RenewLeaseMutation = { renewLease: { wanted: boolean, lease: { work:
        | { __typename: 'StepWork' }
        | { __typename: 'TrialWork', search: { status: SearchStatus } }
       | null } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type ReleaseLeaseMutationVariables = Exact<{
  input: ReleaseLeaseInput;
}>;


export type ReleaseLeaseMutation = { releaseLease: { userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };

export type RefusalFragment = { field: string | null, message: string, code: UserErrorCode };

export type SearchOfStepFragment = { id: string, name: string, dataset: { height: number, width: number, channels: number, classes: Array<string>, vocabularySize: number | null }, space: { limits: unknown }, plan: { seed: number, parallelism: number, budget: { candidates: number }, training: { epochs: number }, controller: { kind: ControllerKind, learningRate: number, discount: number, initialValue: number, update: QUpdate, replay: number, networks: Array<string>, epsilon: Array<{ epsilon: number, candidates: number }>, fittedQ: { fitEvery: number, iterations: number, trees: number, smallest: number, buffer: number }, dqn: { hidden: number, learningRate: number, batch: number, updates: number, buffer: number, targetEvery: number }, policy: { batch: number, learningRate: number, baselineDecay: number, normalise: boolean, entropyWeight: number, entropyDecay: number, temperature: number, tanhConstant: number | null, clipNorm: number | null, hidden: number, clip: number, passes: number, safeguards: boolean, growthEvery: number, growthLayers: number }, evolution: { population: number, tournament: number }, localSearch: { starts: number, patience: number }, tpe: { startup: number, candidates: number }, fidelity: { eta: number, lowestEpochs: number }, enas: { epochs: number, learningRate: number, updates: number, samples: number } } } };

export type SearchOfTrialFragment = { id: string, name: string, dataset: { name: string, contentHash: string, url: string | null }, plan: { training: { task: Task, scope: Scope, epochs: number, batchSize: number, trainImages: number | null, validationImages: number | null, timeoutSeconds: number, chanceRetries: number, patience: number | null, initialisations: number, batchNormalisation: boolean, discriminator: string | null, optimizer: { kind: OptimizerKind, learningRate: number, schedule: RateSchedule, decay: number, decayEvery: number | null, warmUpEpochs: number, momentum: number, nesterov: boolean, weightDecay: number, clipNorm: number | null }, loss: { kind: LossKind, errorDeviation: number, beta: number, warmUpEpochs: number }, language: { sequenceLength: number, dropout: number } | null } } };

export const ControllerPlanFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}}]} as unknown as DocumentNode<ControllerPlanFieldsFragment, unknown>;
export const TrainingPlanFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}}]} as unknown as DocumentNode<TrainingPlanFieldsFragment, unknown>;
export const PlanFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"controller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ControllerPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"prediction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regressor"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"fullEvery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}}]} as unknown as DocumentNode<PlanFieldsFragment, unknown>;
export const SearchOfStepFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SearchOfStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}}]}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"controller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ControllerPlanFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}}]} as unknown as DocumentNode<SearchOfStepFragment, unknown>;
export const SearchOfTrialFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SearchOfTrial"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}}]} as unknown as DocumentNode<SearchOfTrialFragment, unknown>;
export const LeasedWorkFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeasedWork"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fence"}},{"kind":"Field","name":{"kind":"Name","value":"work"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StepWork"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}},{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SearchOfStep"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrialWork"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"checkpointUrl"}},{"kind":"Field","name":{"kind":"Name","value":"prediction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regressor"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"epoch"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"curve"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"trial"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"attempt"}},{"kind":"Field","name":{"kind":"Name","value":"candidate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"architecture"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SearchOfTrial"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SearchOfStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}}]}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"controller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ControllerPlanFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SearchOfTrial"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}}]}}]}}]} as unknown as DocumentNode<LeasedWorkFragment, unknown>;
export const RefusalFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<RefusalFragment, unknown>;
export const RegisterWorkerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterWorker"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterWorkerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerWorker"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"worker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<RegisterWorkerMutation, RegisterWorkerMutationVariables>;
export const RetireWorkerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetireWorker"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetireWorkerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retireWorker"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<RetireWorkerMutation, RetireWorkerMutationVariables>;
export const LeaseWorkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LeaseWork"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeaseWorkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leaseWork"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lease"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeasedWork"}}]}},{"kind":"Field","name":{"kind":"Name","value":"more"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeasedWork"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ControllerPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ControllerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"discount"}},{"kind":"Field","name":{"kind":"Name","value":"initialValue"}},{"kind":"Field","name":{"kind":"Name","value":"update"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"epsilon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epsilon"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"fittedQ"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fitEvery"}},{"kind":"Field","name":{"kind":"Name","value":"iterations"}},{"kind":"Field","name":{"kind":"Name","value":"trees"}},{"kind":"Field","name":{"kind":"Name","value":"smallest"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dqn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"targetEvery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"baselineDecay"}},{"kind":"Field","name":{"kind":"Name","value":"normalise"}},{"kind":"Field","name":{"kind":"Name","value":"entropyWeight"}},{"kind":"Field","name":{"kind":"Name","value":"entropyDecay"}},{"kind":"Field","name":{"kind":"Name","value":"temperature"}},{"kind":"Field","name":{"kind":"Name","value":"tanhConstant"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"clip"}},{"kind":"Field","name":{"kind":"Name","value":"passes"}},{"kind":"Field","name":{"kind":"Name","value":"safeguards"}},{"kind":"Field","name":{"kind":"Name","value":"growthEvery"}},{"kind":"Field","name":{"kind":"Name","value":"growthLayers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evolution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"tournament"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localSearch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"starts"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tpe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startup"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fidelity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"lowestEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"updates"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeasedWork"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fence"}},{"kind":"Field","name":{"kind":"Name","value":"work"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StepWork"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}},{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SearchOfStep"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrialWork"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"checkpointUrl"}},{"kind":"Field","name":{"kind":"Name","value":"prediction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regressor"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"epoch"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"curve"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"trial"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"attempt"}},{"kind":"Field","name":{"kind":"Name","value":"candidate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"notation"}},{"kind":"Field","name":{"kind":"Name","value":"architecture"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SearchOfTrial"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SearchOfStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"classes"}},{"kind":"Field","name":{"kind":"Name","value":"vocabularySize"}}]}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"}}]}},{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"controller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ControllerPlanFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SearchOfTrial"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}}]}}]}}]} as unknown as DocumentNode<LeaseWorkMutation, LeaseWorkMutationVariables>;
export const FinishTrialsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FinishTrials"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FinishTrialsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"finishTrials"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refused"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leaseId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<FinishTrialsMutation, FinishTrialsMutationVariables>;
export const ControllerStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ControllerState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leaseId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leaseId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"work"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StepWork"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ControllerStateQuery, ControllerStateQueryVariables>;
export const EnasWorkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EnasWork"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leaseId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leaseId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"work"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StepWork"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"checkpointUrl"}},{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SearchOfTrial"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrainingPlanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"epochs"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"optimizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningRate"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"decay"}},{"kind":"Field","name":{"kind":"Name","value":"decayEvery"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}},{"kind":"Field","name":{"kind":"Name","value":"momentum"}},{"kind":"Field","name":{"kind":"Name","value":"nesterov"}},{"kind":"Field","name":{"kind":"Name","value":"weightDecay"}},{"kind":"Field","name":{"kind":"Name","value":"clipNorm"}}]}},{"kind":"Field","name":{"kind":"Name","value":"loss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"errorDeviation"}},{"kind":"Field","name":{"kind":"Name","value":"beta"}},{"kind":"Field","name":{"kind":"Name","value":"warmUpEpochs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trainImages"}},{"kind":"Field","name":{"kind":"Name","value":"validationImages"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"chanceRetries"}},{"kind":"Field","name":{"kind":"Name","value":"patience"}},{"kind":"Field","name":{"kind":"Name","value":"initialisations"}},{"kind":"Field","name":{"kind":"Name","value":"batchNormalisation"}},{"kind":"Field","name":{"kind":"Name","value":"discriminator"}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequenceLength"}},{"kind":"Field","name":{"kind":"Name","value":"dropout"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SearchOfTrial"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Search"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"training"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrainingPlanFields"}}]}}]}}]}}]} as unknown as DocumentNode<EnasWorkQuery, EnasWorkQueryVariables>;
export const CommitStepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CommitStep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommitStepInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commitStep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<CommitStepMutation, CommitStepMutationVariables>;
export const ReportTrialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportTrial"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportTrialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportTrial"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wanted"}},{"kind":"Field","name":{"kind":"Name","value":"trial"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<ReportTrialMutation, ReportTrialMutationVariables>;
export const FinishTrialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FinishTrial"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FinishTrialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"finishTrial"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<FinishTrialMutation, FinishTrialMutationVariables>;
export const CreateUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const RenewLeaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewLease"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenewLeaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewLease"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wanted"}},{"kind":"Field","name":{"kind":"Name","value":"lease"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"work"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrialWork"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<RenewLeaseMutation, RenewLeaseMutationVariables>;
export const ReleaseLeaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseLease"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseLeaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseLease"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<ReleaseLeaseMutation, ReleaseLeaseMutationVariables>;