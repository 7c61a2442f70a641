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
}

export interface Budget {
  /** Distinct networks to train. */
  candidates: number;
  /** Stops proposing after that many seconds of running; null for no limit. */
  seconds: number | null;
}

/** LIST: the networks that the plan names, in its order, nothing else. */
export type ControllerKind = 'Q_LEARNING' | 'RANDOM' | 'LIST';

/** `epsilon` holds for `candidates` distinct trained networks. */
export interface EpsilonStep {
  epsilon: number;
  candidates: number;
}

export interface ControllerPlan {
  kind: ControllerKind;
  /** alpha of eq. 4.1. */
  learningRate: number;
  /** gamma of eq. 4.1. */
  discount: number;
  /** Q of an action that was never updated. */
  initialValue: number;
  /** ORIGINAL: eq. 4.1. GREEDY: eq. 11.1, Q <- max(Q, terminal reward) on every transition. */
  update: 'ORIGINAL' | 'GREEDY';
  /** Stored candidates drawn (uniformly, with replacement) and updated again after each result. */
  replay: number;
  /** Scaled to the budget, the total kept exact. */
  epsilon: EpsilonStep[];
  /** Of LIST: notations of different networks of the space, as many as the budget has candidates. Missing under the others. */
  networks?: string[];
}

export type Task = 'CLASSIFICATION' | 'VARIATIONAL';

export interface TrainingPlan {
  task: Task;
  epochs: number;
  batchSize: number;
  optimizer: OptimizerPlan;
  loss: LossPlan;
  /** Images of the train split that are used (the first n of a seeded shuffle); null for all. */
  trainImages: number | null;
  /** Images of the validation split that are used; null for all. */
  validationImages: number | null;
  /** A trial that takes longer is stopped with the reason TIMEOUT. */
  timeoutSeconds: number;
  /** MetaQNN: start again with the learning rate x 0.4 while accuracy after epoch 1 is at chance; 0 for never. */
  chanceRetries: number;
}

export interface OptimizerPlan {
  kind: 'ADAM' | 'SGD';
  learningRate: number;
  /** Learning rate x decay after every `decayEvery` epochs; null for constant. */
  decay: number;
  decayEvery: number | null;
  /** L2 penalty on kernels. */
  weightDecay: number;
}

export interface LossPlan {
  /** CROSS_ENTROPY: classification. VANILLA: eq. 7.13, mean BCE + beta KL / J. REFORMULATED: eq. 8.1. */
  kind: 'CROSS_ENTROPY' | 'VANILLA' | 'REFORMULATED';
  /** E of eq. 8.1: standard deviation of the target error distribution. */
  errorDeviation: number;
  /** Weight of the prior term. */
  beta: number;
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
  | 'DISCRIMINATOR_VERDICT';
