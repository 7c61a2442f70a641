import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Annotation as AnnotationParent, ApiToken as ApiTokenParent, Candidate as CandidateParent, Choice as ChoiceParent, ComparedSearch as ComparedSearchParent, ControllerPlan as ControllerPlanParent, Dataset as DatasetParent, DatasetImport as DatasetImportParent, Event as EventParent, Invitation as InvitationParent, Lease as LeaseParent, Member as MemberParent, Metric as MetricParent, QValues as QValuesParent, RankedCandidate as RankedCandidateParent, RankingComparison as RankingComparisonParent, Reward as RewardParent, RungResult as RungResultParent, Sample as SampleParent, Search as SearchParent, SearchChange as SearchChangeParent, SearchSpace as SearchSpaceParent, Team as TeamParent, Trial as TrialParent, Worker as WorkerParent, Viewer as ViewerParent, CandidatePage, ChoicePage, EventPage, MemberPage, SearchPage } from './parents.ts';
import type { Context } from './access/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An integer of any size, as a decimal string. */
  BigInt: { input: string; output: string; }
  /** An opaque place in a list or feed; hand it back as `after` or `before`. */
  Cursor: { input: string; output: string; }
  /** A moment, ISO 8601 with time zone. */
  DateTime: { input: Date | string; output: Date | string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** An integer of at least 1. */
  PositiveInt: { input: number; output: number; }
};

/** How a person joins. */
export type AcceptInvitationInput = {
  /** Required when nobody is signed in. */
  account?: InputMaybe<NewAccountInput>;
  /** Last part of the link. */
  secret: Scalars['String']['input'];
};

/** Outcome of acceptInvitation. */
export type AcceptInvitationPayload = {
  __typename?: 'AcceptInvitationPayload';
  /** Your place in the team. */
  member?: Maybe<Member>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

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

/** A member's word on a candidate, or a part of it. */
export type AnnotateCandidateInput = {
  /** Candidates that were in view when this one was picked; at most 200. */
  alternatives?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What it is about. */
  candidateId: Scalars['ID']['input'];
  /** At most 10,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 5. */
  rating?: InputMaybe<Scalars['Int']['input']>;
  /** At most 20, each 1 to 40 characters. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** null takes the verdict back, and withdraws the choices that were made with a pick. */
  verdict?: InputMaybe<Verdict>;
};

/** Outcome of annotateCandidate. */
export type AnnotateCandidatePayload = {
  __typename?: 'AnnotateCandidatePayload';
  /** Your word as it stands now. */
  annotation?: Maybe<Annotation>;
  /** The candidate with its new annotations. */
  candidate?: Maybe<Candidate>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** A member's word on a candidate. */
export type Annotation = Node & {
  __typename?: 'Annotation';
  /** What it is about. */
  candidate: Candidate;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Who said it. */
  member: Member;
  /** Plain text or Markdown; @name mentions a member. */
  note: Scalars['String']['output'];
  /** 1 to 5. */
  rating?: Maybe<Scalars['Int']['output']>;
  /** Words the member filed the candidate under. */
  tags: Array<Scalars['String']['output']>;
  /** When the member last changed it. */
  updatedAt: Scalars['DateTime']['output'];
  /** Picked, rejected, or null: undecided. */
  verdict?: Maybe<Verdict>;
};

/** A secret with which a script or a worker calls the API. It is shown once and stored as a hash. */
export type ApiToken = Node & {
  __typename?: 'ApiToken';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it; null for those the platform made for its own worker. */
  createdBy?: Maybe<Member>;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** What it may do. */
  kind: ApiTokenKind;
  /** When it was last used, to the minute. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  name: Scalars['String']['output'];
  /** The first characters, to recognise it by. */
  prefix: Scalars['String']['output'];
};

/** What a token may do. */
export type ApiTokenKind =
  /** All that its owner may do in this team. */
  | 'PERSONAL'
  /** Lease and report work, nothing else. */
  | 'WORKER';

/** What a symmetric convolutional autoencoder may be made of. */
export type AutoencoderLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<Scalars['PositiveInt']['input']>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<Scalars['PositiveInt']['input']>;
  /** Convolutions of the encoder at most; the decoder has as many. */
  maxLayers: Scalars['PositiveInt']['input'];
  /** Stride of every convolution; the thesis has 1. */
  stride: Scalars['PositiveInt']['input'];
};

/** When a search ends. */
export type Budget = {
  __typename?: 'Budget';
  /** Distinct networks to train. */
  candidates: Scalars['Int']['output'];
  /** Seconds of running; null for no limit. */
  seconds?: Maybe<Scalars['Int']['output']>;
};

/** When a search ends. */
export type BudgetInput = {
  /** 1 to 100,000. */
  candidates: Scalars['Int']['input'];
  /** null for no limit. */
  seconds?: InputMaybe<Scalars['Int']['input']>;
};

/** Which import. */
export type CancelDatasetImportInput = {
  /** The import. */
  datasetImportId: Scalars['ID']['input'];
};

/** One architecture that a search proposed. */
export type Candidate = Node & {
  __typename?: 'Candidate';
  /** What members said of it. */
  annotations: Array<Annotation>;
  /** The network as data: family, input, layers. */
  architecture: Scalars['JSON']['output'];
  /** Share of networks that were new among the last 50 that the controller drew, up to this one; null for candidates from before this was known. */
  distinct?: Maybe<Scalars['Float']['output']>;
  /** Entropy of the distribution it was drawn from, along its walk, in nats; null where that is not defined. */
  entropy?: Maybe<Scalars['Float']['output']>;
  /** epsilon at its proposal. */
  epsilon?: Maybe<Scalars['Float']['output']>;
  /** Its validation metrics after the last epoch, by name: what lists sort by. */
  finalMetrics: Array<FinalMetric>;
  /** Floating-point operations of one forward pass of one image. */
  flops: Scalars['Float']['output'];
  /** The same for every occurrence of the same network. */
  hash: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Came with its reward from a file: it was not trained here, and has no trainings. */
  imported: Scalars['Boolean']['output'];
  /** Length of the latent vector; null for other families. */
  latent?: Maybe<Scalars['Int']['output']>;
  /** The network as text, e.g. `C(16,5,1), P(2,2), SM(10)` or `C(8,4,2) | Z(2) | C(16,4,2)`. */
  notation: Scalars['String']['output'];
  /** From 1, in order of proposal. */
  number: Scalars['Int']['output'];
  /** The same network in the search that its search trains again; null in a search of its own. */
  original?: Maybe<Candidate>;
  /** Trained numbers: weights and biases. */
  parameters: Scalars['Float']['output'];
  /** Members who picked it. */
  picks: Scalars['Int']['output'];
  /** What was predicted of it; null where nothing was. Where it was stopped, `reward` is the prediction. */
  prediction?: Maybe<Prediction>;
  /** When the step that proposed it was committed, or it was imported. */
  proposedAt: Scalars['DateTime']['output'];
  /** Members who rejected it. */
  rejections: Scalars['Int']['output'];
  /** The same network in searches that train networks of its search again, newest first. */
  retrained: Array<Candidate>;
  /** How often it came up again; its stored reward was used then. */
  reused: Scalars['Int']['output'];
  /** The reward that the search learns from. */
  reward?: Maybe<Scalars['Float']['output']>;
  /** Under every formulation that can be computed from its metrics. */
  rewards: Array<Reward>;
  /** The rungs that it was trained to or climbs to, the lowest first; empty in searches without. Its reward is that of the highest it has passed. */
  rungs: Array<RungResult>;
  /** Newest samples, one a kind. */
  samples: Array<Sample>;
  /** Which search proposed it. */
  search: Search;
  /** Seconds of training, all attempts. */
  seconds?: Maybe<Scalars['Float']['output']>;
  /** Where its training stands. */
  status: CandidateStatus;
  /** Tags given by anyone. */
  tags: Array<Scalars['String']['output']>;
  /** The newest training. */
  trial?: Maybe<Trial>;
  /** Trainings, newest first. */
  trials: Array<Trial>;
  /** Entropy of the uniform policy along the same walk, in nats: `entropy / uniformEntropy` is 1 for pure chance and 0 for none. */
  uniformEntropy?: Maybe<Scalars['Float']['output']>;
  /** What you said of it. */
  viewerAnnotation?: Maybe<Annotation>;
};


/** One architecture that a search proposed. */
export type CandidateSamplesArgs = {
  kind?: InputMaybe<SampleKind>;
};

/** A page of candidates. */
export type CandidateConnection = {
  __typename?: 'CandidateConnection';
  /** The rows of the page. */
  edges: Array<CandidateEdge>;
  /** Where the page lies in the whole. */
  pageInfo: PageInfo;
  /** All that the filter lets through. */
  totalCount: Scalars['Int']['output'];
};

/** How many candidates stand where. */
export type CandidateCounts = {
  __typename?: 'CandidateCounts';
  /** Trained to the end. */
  done: Scalars['Int']['output'];
  /** Could not be trained. */
  failed: Scalars['Int']['output'];
  /** Candidates picked by at least one member. */
  picked: Scalars['Int']['output'];
  /** Distinct networks proposed. */
  proposed: Scalars['Int']['output'];
  /** Wait for a worker. */
  queued: Scalars['Int']['output'];
  /** Candidates rejected by at least one member. */
  rejected: Scalars['Int']['output'];
  /** Times a known network came up again and its stored reward was used. */
  reused: Scalars['Int']['output'];
  /** Being trained. */
  running: Scalars['Int']['output'];
  /** Stopped early by what was predicted of them. */
  stoppedEarly: Scalars['Int']['output'];
};

/** A candidate in a list. */
export type CandidateEdge = {
  __typename?: 'CandidateEdge';
  /** Its place in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The row itself. */
  node: Candidate;
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

/** Only candidates for which all that is given holds. */
export type CandidateFilter = {
  /** The notation contains this text, e.g. `C(64`. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Number at least. */
  fromNumber?: InputMaybe<Scalars['Int']['input']>;
  /** Has samples of this kind. */
  hasSample?: InputMaybe<SampleKind>;
  /** Latent size is one of these. */
  latent?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Reward that the search learns from, at most. */
  maxReward?: InputMaybe<Scalars['Float']['input']>;
  /** Reward that the search learns from, at least. */
  minReward?: InputMaybe<Scalars['Float']['input']>;
  /** Picked by this member. */
  pickedBy?: InputMaybe<Scalars['ID']['input']>;
  /** Within each of these ranges; a candidate without the value is in none. At most 10. */
  ranges?: InputMaybe<Array<MeasureRange>>;
  /** Status is one of these. */
  status?: InputMaybe<Array<CandidateStatus>>;
  /** Has one of these tags, by anyone. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Number at most. */
  toNumber?: InputMaybe<Scalars['Int']['input']>;
  /** By what members said. */
  verdict?: InputMaybe<VerdictFilter>;
};

/** What a plot needs to know of a candidate. */
export type CandidatePoint = {
  __typename?: 'CandidatePoint';
  /** Share of networks that were new among the last 50 drawn, up to this one. */
  distinct?: Maybe<Scalars['Float']['output']>;
  /** Entropy of the distribution it was drawn from as a share of the uniform policy's, 0 to 1; null where that is not defined. */
  entropyShare?: Maybe<Scalars['Float']['output']>;
  /** epsilon at its proposal. */
  epsilon?: Maybe<Scalars['Float']['output']>;
  /** Of the candidate. */
  id: Scalars['ID']['output'];
  /** From 1, in order of proposal. */
  number: Scalars['Int']['output'];
  /** Picked by at least one member. */
  picked: Scalars['Boolean']['output'];
  /** Rejected by at least one member. */
  rejected: Scalars['Boolean']['output'];
  /** The reward that the search learns from; null when there is none (yet). */
  reward?: Maybe<Scalars['Float']['output']>;
  /** Where its training stands. */
  status: CandidateStatus;
};

/** Order of a list of candidates; those without the value come last. */
export type CandidateSort = {
  /** What decides the order; equals are in order of numbers. */
  by?: CandidateSortField;
  /** Whether small or large values come first. */
  direction?: SortDirection;
  /** Name of the metric, for METRIC. */
  metric?: InputMaybe<Scalars['String']['input']>;
  /** Which formulation, for REWARD; the search's own when left out. */
  reward?: InputMaybe<RewardKind>;
};

/** What candidates can be sorted by. */
export type CandidateSortField =
  /** By the epochs of the highest rung with a reward; for searches with rungs. */
  | 'EPOCHS'
  /** By operations of a forward pass. */
  | 'FLOPS'
  /** By latent size. */
  | 'LATENT'
  /** By a validation metric after the last epoch. */
  | 'METRIC'
  /** By the text of the network. */
  | 'NOTATION'
  /** In order of proposal. */
  | 'NUMBER'
  /** By the count of trained numbers. */
  | 'PARAMETERS'
  /** By members who picked it. */
  | 'PICKS'
  /** By a reward formulation. */
  | 'REWARD'
  /** By training time. */
  | 'SECONDS'
  /** By the name of the status. */
  | 'STATUS';

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
  filters: Array<Scalars['PositiveInt']['input']>;
  /** Whether a network may end in global average pooling. */
  globalAveragePool: Scalars['Boolean']['input'];
  /** Units of fully connected layers that stand before every network's classifier, in this order (thesis 5.1: two); null for none. With it, units is empty and there is no global average pooling. */
  head?: InputMaybe<Array<Scalars['PositiveInt']['input']>>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<Scalars['PositiveInt']['input']>;
  /** Layers at most, without dropout and classifier. */
  maxLayers: Scalars['PositiveInt']['input'];
  /** Pooling layers that may be used. */
  pools: Array<PoolInput>;
  /** Whether sizes are binned. */
  rules: ChainRules;
  /** Units a fully connected layer may have. */
  units: Array<Scalars['PositiveInt']['input']>;
};

/** Which rules a chain follows. */
export type ChainRules =
  /** Of the public MetaQNN program: sizes are compared by bins of 8, 4 and 1. */
  | 'METAQNN'
  /** Of the thesis: sizes are compared as they are. */
  | 'THESIS';

/** A member's new role. */
export type ChangeMemberRoleInput = {
  /** Whose. */
  memberId: Scalars['ID']['input'];
  /** The new one. */
  role: Role;
};

/** Outcome of changeMemberRole. */
export type ChangeMemberRolePayload = {
  __typename?: 'ChangeMemberRolePayload';
  /** The member with the new role. */
  member?: Maybe<Member>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** What is changed of a search's plan; what is left out stays, and null is none for `patience` and `prediction` alone. Within the bounds of createSearch. */
export type ChangeSearchInput = {
  /** The budget: at least what is proposed already. Not for SUCCESSIVE_HALVING, HYPERBAND and LIST, which are laid out by it. */
  candidates?: InputMaybe<Scalars['Int']['input']>;
  /** Of REINFORCE, NAS, PPO and ENAS. */
  entropyWeight?: InputMaybe<Scalars['Float']['input']>;
  /** Of Q_LEARNING, FITTED_Q and DQN; scaled to the budget, counted from candidate 1. */
  epsilon?: InputMaybe<Array<EpsilonStepInput>>;
  /** Of the controller: Q_LEARNING, DQN, REINFORCE, NAS, PPO, and ENAS (of its policy). */
  learningRate?: InputMaybe<Scalars['Float']['input']>;
  /** Candidates in flight at once. */
  parallelism?: InputMaybe<Scalars['Int']['input']>;
  /** A training ends after so many epochs without a lower validation loss; null for never. What is proposed already is trained as it was meant to be. */
  patience?: InputMaybe<Scalars['Int']['input']>;
  /** Stops candidates early that will hardly beat the best; null: all run to the end. What is proposed already is trained as it was meant to be. Not for SUCCESSIVE_HALVING, HYPERBAND, ASHA and ENAS. */
  prediction?: InputMaybe<PredictionPlanInput>;
  /** The search. */
  searchId: Scalars['ID']['input'];
};

/** This one rather than those: a preference a member showed. */
export type Choice = Node & {
  __typename?: 'Choice';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Who chose. */
  member: Member;
  /** Those that were passed over. */
  over: Array<Candidate>;
  /** null: none of them. */
  preferred?: Maybe<Candidate>;
  /** Where both sides come from. */
  search: Search;
  /** Taken back since, because the pick was undone. */
  withdrawn: Scalars['Boolean']['output'];
};

/** A page of choices. */
export type ChoiceConnection = {
  __typename?: 'ChoiceConnection';
  /** The rows of the page. */
  edges: Array<ChoiceEdge>;
  /** Where the page lies in the whole. */
  pageInfo: PageInfo;
  /** All rows, on whatever page. */
  totalCount: Scalars['Int']['output'];
};

/** A choice in a list. */
export type ChoiceEdge = {
  __typename?: 'ChoiceEdge';
  /** Its place in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The row itself. */
  node: Choice;
};

/** Pictures of one class. */
export type ClassCount = {
  __typename?: 'ClassCount';
  /** The class. */
  name: Scalars['String']['output'];
  /** In the test split. */
  test: Scalars['Int']['output'];
  /** In the train split. */
  train: Scalars['Int']['output'];
  /** In the validation split. */
  validation: Scalars['Int']['output'];
};

/**
 * A controller that settles on few networks before half of the budget. Looked at with every step, once 50 networks were drawn and as long as the space has
 * more than half of its networks left; it is over when neither sign is there any more.
 */
export type Collapse = {
  __typename?: 'Collapse';
  /** First candidate that showed it. */
  number: Scalars['Int']['output'];
  /** What shows it. */
  sign: CollapseSign;
  /** What the sign is about at that candidate, a share from 0 to 1: of new networks among the last 50, or of the entropy that was left. */
  value: Scalars['Float']['output'];
};

/** What shows that a controller settles. */
export type CollapseSign =
  /** The entropy of the last ten candidates is below a tenth of that of the first ten. */
  | 'ENTROPY'
  /** Fewer than half of the last 50 networks that it drew were new, and fewer than ten candidates before. */
  | 'REPEATS';

/** What a step has made. */
export type CommitStepInput = {
  /** Of ENAS: file id of the shared weights that the new state belongs to, as createUpload gave it for CHECKPOINT; replaces the one before. */
  checkpointFileId?: InputMaybe<Scalars['ID']['input']>;
  /** The space holds no more networks. */
  exhausted?: Scalars['Boolean']['input'];
  /** As it was given with the lease. */
  fence: Scalars['Int']['input'];
  /** The step's lease. */
  leaseId: Scalars['ID']['input'];
  /** Networks that the controller is expected to propose after these, at most 500: for forecasts of time only. null keeps what was said before. */
  outlook?: InputMaybe<Array<Scalars['String']['input']>>;
  /** New networks, in order of their numbers. */
  proposals: Array<ProposalInput>;
  /** Numbers of known candidates that came up again, once for each time. */
  reused?: Array<Scalars['Int']['input']>;
  /** Of ENAS: what the round gave. */
  round?: InputMaybe<EnasRoundInput>;
  /** The controller's new state. */
  state: Scalars['JSON']['input'];
  /** The version the step began from. */
  version: Scalars['Int']['input'];
};

/** Outcome of commitStep. */
export type CommitStepPayload = {
  __typename?: 'CommitStepPayload';
  /** The search with its new candidates. */
  search?: Maybe<Search>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** What a search had found, for what it had spent. Costs are summed in the order in which the controller learns from results, whatever order they came in. */
export type ComparedSearch = {
  __typename?: 'ComparedSearch';
  /**
   * Floating-point operations of these trainings: a forward pass for each image that was validated on, three for each that was trained on, in every
   * epoch that gave metrics. What else a task needs (a discriminator, a judge) and the rounds of ENAS are left out.
   */
  flops: Scalars['Float']['output'];
  /** Of these, came from a file: they cost nothing here. */
  imported: Scalars['Int']['output'];
  /** Where the best so far got better, in order. */
  improvements: Array<Improvement>;
  /** Their mean reward. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** Networks that have the reward, measured and not predicted. */
  measured: Scalars['Int']['output'];
  /** Their median reward. */
  median?: Maybe<Scalars['Float']['output']>;
  /** Networks whose training has ended, in whatever way. */
  networks: Scalars['Int']['output'];
  /** Which one. */
  search: Search;
  /** Seconds of training of all that has ended, one after the other; of ENAS those of its rounds, too. */
  seconds: Scalars['Float']['output'];
  /** The same for searches that differ at most in seed, budget and name: repetitions of one strategy. From 1. */
  strategy: Scalars['Int']['output'];
};

/** A candidate in the plane of two measures. */
export type ComparisonPoint = {
  __typename?: 'ComparisonPoint';
  /** Of the candidate. */
  id: Scalars['ID']['output'];
  /** From 1, in order of proposal. */
  number: Scalars['Int']['output'];
  /** Picked by at least one member. */
  picked: Scalars['Boolean']['output'];
  /** Rejected by at least one member. */
  rejected: Scalars['Boolean']['output'];
  /** Value of the first measure. */
  x: Scalars['Float']['output'];
  /** Value of the second measure. */
  y: Scalars['Float']['output'];
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

/** The controller and its constants. */
export type ControllerPlan = {
  __typename?: 'ControllerPlan';
  /** gamma of eq. 4.1. */
  discount: Scalars['Float']['output'];
  /** Of DQN. */
  dqn: DqnPlan;
  /** Of ENAS. */
  enas: EnasPlan;
  /** Of Q_LEARNING, FITTED_Q and DQN; scaled to the budget. */
  epsilon: Array<EpsilonStep>;
  /** Of EVOLUTION. */
  evolution: EvolutionPlan;
  /** Of SUCCESSIVE_HALVING, HYPERBAND and ASHA. */
  fidelity: FidelityPlan;
  /** Of FITTED_Q. */
  fittedQ: FittedQPlan;
  /** Q of an action that was never updated. */
  initialValue: Scalars['Float']['output'];
  /** The algorithm. */
  kind: ControllerKind;
  /** alpha of eq. 4.1. */
  learningRate: Scalars['Float']['output'];
  /** Of LOCAL_SEARCH. */
  localSearch: LocalSearchPlan;
  /** Of LIST: the networks to train; empty for the others. */
  networks: Array<Scalars['String']['output']>;
  /** Of REINFORCE, NAS, PPO and ENAS. */
  policy: PolicyPlan;
  /** Stored candidates updated again after each result. */
  replay: Scalars['Int']['output'];
  /** Of TPE. */
  tpe: TpePlan;
  /** The rule of Q-learning. */
  update: QUpdate;
};

/** The controller and its constants; the defaults are the thesis's. */
export type ControllerPlanInput = {
  /** 0 to 1. */
  discount?: Scalars['Float']['input'];
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
  initialValue?: Scalars['Float']['input'];
  /** The algorithm. */
  kind: ControllerKind;
  /** Above 0, at most 1. */
  learningRate?: Scalars['Float']['input'];
  /** Of LOCAL_SEARCH. */
  localSearch?: LocalSearchPlanInput;
  /** Of LIST: different networks of the space as text, as many as the budget has candidates; empty for the others. */
  networks?: Array<Scalars['String']['input']>;
  /** Of REINFORCE, NAS and PPO. */
  policy?: PolicyPlanInput;
  /** 0 to 10,000. */
  replay?: Scalars['Int']['input'];
  /** Of TPE. */
  tpe?: TpePlanInput;
  /** The rule of Q-learning. */
  update?: QUpdate;
};

/** A new token. */
export type CreateApiTokenInput = {
  /** What it may do. */
  kind: ApiTokenKind;
  /** 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** The only team it will be good for. */
  teamId: Scalars['ID']['input'];
};

/** Outcome of createApiToken. */
export type CreateApiTokenPayload = {
  __typename?: 'CreateApiTokenPayload';
  /** The token, without its secret. */
  apiToken?: Maybe<ApiToken>;
  /** The token itself, shown only here; send it as `Authorization: Bearer <token>`. */
  secret?: Maybe<Scalars['String']['output']>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** Give a preset, or dataset + space + plan; what is given beside a preset replaces its part. */
export type CreateSearchInput = {
  /** One of the team's datasets. */
  datasetId?: InputMaybe<Scalars['ID']['input']>;
  /** A space of its own for this search. */
  limits?: InputMaybe<SpaceLimitsInput>;
  /** 1 to 120 characters. */
  name: Scalars['String']['input'];
  /** Replaces the preset's plan as a whole. */
  plan?: InputMaybe<PlanInput>;
  /** Name of a preset. */
  preset?: InputMaybe<Scalars['String']['input']>;
  /** Seed instead of the preset's. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** A kept space; or give `limits`. */
  spaceId?: InputMaybe<Scalars['ID']['input']>;
  /** Whose search it will be. */
  teamId: Scalars['ID']['input'];
};

/** Outcome of createSearch. */
export type CreateSearchPayload = {
  __typename?: 'CreateSearchPayload';
  /** The search that was begun. */
  search?: Maybe<Search>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** A space to keep. */
export type CreateSearchSpaceInput = {
  /** What networks may be made of. */
  limits: SpaceLimitsInput;
  /** 1 to 80 characters, unique within the team. */
  name: Scalars['String']['input'];
  /** Whose it will be. */
  teamId: Scalars['ID']['input'];
};

/** Outcome of createSearchSpace. */
export type CreateSearchSpacePayload = {
  __typename?: 'CreateSearchSpacePayload';
  /** The space that was kept. */
  searchSpace?: Maybe<SearchSpace>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** A new team. */
export type CreateTeamInput = {
  /** 1 to 80 characters. */
  name: Scalars['String']['input'];
};

/** Outcome of createTeam. */
export type CreateTeamPayload = {
  __typename?: 'CreateTeamPayload';
  /** The team that was made. */
  team?: Maybe<Team>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** A file that is to be uploaded. */
export type CreateUploadInput = {
  /** What it is. */
  mediaType: UploadType;
  /** Of the content, hex. */
  sha256: Scalars['String']['input'];
  /** Bytes; at most 64 MiB for a sample or vectors, 1 MiB for texts, 1 GiB for a checkpoint. */
  size: Scalars['PositiveInt']['input'];
};

/** Outcome of createUpload. */
export type CreateUploadPayload = {
  __typename?: 'CreateUploadPayload';
  /** Hand it to reportTrial. */
  fileId?: Maybe<Scalars['ID']['output']>;
  /** PUT the bytes here; null when this content is already known. */
  uploadUrl?: Maybe<Scalars['String']['output']>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** Images with classes, or text, versioned by content hash. */
export type Dataset = Node & {
  __typename?: 'Dataset';
  /** Whether it comes with the platform. */
  builtIn: Scalars['Boolean']['output'];
  /** 1 for grey and text, 3 for colour. */
  channels: Scalars['PositiveInt']['output'];
  /** What those who publish with it cite; null for what a team added. */
  citation?: Maybe<Scalars['String']['output']>;
  /** Pictures of each class, in order of the labels. */
  classCounts: Array<ClassCount>;
  /** Names of the classes, in order of their labels; none for text. */
  classes: Array<Scalars['String']['output']>;
  /** SHA-256: of the packed file, or, for what comes with the platform, over images and labels of all splits. A changed dataset is another version. */
  contentHash: Scalars['String']['output'];
  /** When this version was added. */
  createdAt: Scalars['DateTime']['output'];
  /** Who added it; null for what comes with the platform. */
  createdBy?: Maybe<Member>;
  /** Height of every image in pixels; the smallest side of all where sizes differ; 1 for text. */
  height: Scalars['PositiveInt']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Pictures or text. */
  kind: DatasetKind;
  /** Under which licence it may be used, in the words of whoever added it. */
  licence?: Maybe<Scalars['String']['output']>;
  /** Whether its pictures have many sizes: only networks with a spatial pyramid, those of PYRAMID spaces, take them. */
  manySizes: Scalars['Boolean']['output'];
  /** Whether a picture may have several classes, or none. */
  multiLabel: Scalars['Boolean']['output'];
  /** As shown, e.g. `MNIST`. */
  name: Scalars['String']['output'];
  /** Of the train pixels; null for text. */
  normalisation?: Maybe<Normalisation>;
  /** The file of which it was made, and how; null for what comes with the platform, and for what is derived. */
  origin?: Maybe<DatasetOrigin>;
  /** What was done to which dataset to make this one; null where it is not derived. */
  perturbation?: Maybe<Perturbation>;
  /** Pictures as one sheet; null where there are none. */
  pictures?: Maybe<PictureSheet>;
  /** How many searches of the team are on this version. */
  searchCount: Scalars['Int']['output'];
  /** The team's searches on this version, the newest first; at most 50. */
  searches: Array<Search>;
  /** Seed and shares by which it was split; null for what comes with the platform. */
  shares?: Maybe<DatasetShares>;
  /** Sizes of the pictures, the most frequent first. */
  sizes: Array<SizeCount>;
  /** Broken pictures that were left out. */
  skipped: Array<SkippedPicture>;
  /** Where it is from, in the words of whoever added it. */
  source?: Maybe<Scalars['String']['output']>;
  /** Images that no search looks at; tokens of a text. */
  testCount: Scalars['Int']['output'];
  /** What the tokens of a text are; null for pictures. */
  textUnit?: Maybe<TextUnit>;
  /** Images in the train split; tokens of a text. */
  trainCount: Scalars['Int']['output'];
  /** Where its packed file is, for whoever may see it; null for what comes with the platform, which is had from its registry package. */
  url?: Maybe<Scalars['String']['output']>;
  /** Images in the held-out validation split; tokens of a text. */
  validationCount: Scalars['Int']['output'];
  /** Every version of this name, the newest first; this one among them. */
  versions: Array<Dataset>;
  /** Different tokens of a text; null for pictures. */
  vocabularySize?: Maybe<Scalars['Int']['output']>;
  /** Width of every image in pixels; the smallest side of all where sizes differ; 1 for text. */
  width: Scalars['PositiveInt']['output'];
};


/** Images with classes, or text, versioned by content hash. */
export type DatasetPicturesArgs = {
  first?: Scalars['PositiveInt']['input'];
  label?: InputMaybe<Scalars['Int']['input']>;
  skip?: Scalars['Int']['input'];
  split: DatasetSplit;
};


/** Images with classes, or text, versioned by content hash. */
export type DatasetSearchCountArgs = {
  teamId: Scalars['ID']['input'];
};


/** Images with classes, or text, versioned by content hash. */
export type DatasetSearchesArgs = {
  teamId: Scalars['ID']['input'];
};

/** A dataset on its way: bytes that arrive, are converted, and become a dataset or are refused. */
export type DatasetImport = Node & {
  __typename?: 'DatasetImport';
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
  /** What it became. */
  dataset?: Maybe<Dataset>;
  /** The dataset that it is derived from; null for an upload. */
  derivedFrom?: Maybe<Dataset>;
  /** Name of the uploaded file, as its owner knows it; of the dataset, where it is derived from one. */
  fileName: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Of the dataset to be. */
  name: Scalars['String']['output'];
  /** Which file is wrong and why, where it was refused. */
  problem?: Maybe<Scalars['String']['output']>;
  /** Share of the conversion that is done, 0 to 1. */
  progress: Scalars['Float']['output'];
  /** Bytes that have arrived: go on from here after a lost connection. */
  received: Scalars['BigInt']['output'];
  /** Bytes of the file; 0 where it is derived. */
  size: Scalars['BigInt']['output'];
  /** Where it stands. */
  status: DatasetImportStatus;
  /** PATCH the next bytes here, with their offset in the header Upload-Offset; good for ten minutes, ask again for another. Null when all have arrived. */
  uploadUrl?: Maybe<Scalars['String']['output']>;
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

/** The file of which a dataset was made, and how. */
export type DatasetOrigin = {
  __typename?: 'DatasetOrigin';
  /** Whether they were cut to squares. */
  crop: Scalars['Boolean']['output'];
  /** Its name, as its owner knows it. */
  fileName: Scalars['String']['output'];
  /** Its bytes. */
  size: Scalars['BigInt']['output'];
  /** All pictures were scaled so that their smallest side has so many pixels; null: they stayed as they were. */
  smallestSide?: Maybe<Scalars['Int']['output']>;
};

/** How a dataset was split: class by class, at random by the seed. */
export type DatasetShares = {
  __typename?: 'DatasetShares';
  /** Seed of the assignment. */
  seed: Scalars['Int']['output'];
  /** Share for testing. */
  test: Scalars['Float']['output'];
  /** Share for validation. */
  validation: Scalars['Float']['output'];
};

/** A part of a dataset. */
export type DatasetSplit =
  /** No search looks at it. */
  | 'TEST'
  /** Networks are trained on it. */
  | 'TRAIN'
  /** Rewards are measured on it. */
  | 'VALIDATION';

/** Kinds of devices. */
export type DeviceKind =
  /** A processor. */
  | 'CPU'
  /** A graphics card. */
  | 'GPU';

/** The network of DQN and how it learns. */
export type DqnPlan = {
  __typename?: 'DqnPlan';
  /** Transitions an update. */
  batch: Scalars['Int']['output'];
  /** Trained candidates whose transitions are kept: the replay buffer. */
  buffer: Scalars['Int']['output'];
  /** Units of the hidden layer. */
  hidden: Scalars['Int']['output'];
  /** Of Adam. */
  learningRate: Scalars['Float']['output'];
  /** The target network follows after so many results. */
  targetEvery: Scalars['Int']['output'];
  /** Updates after each result. */
  updates: Scalars['Int']['output'];
};

/** The network of DQN and how it learns. */
export type DqnPlanInput = {
  /** 1 to 4,096. */
  batch?: Scalars['Int']['input'];
  /** 1 to 100,000. */
  buffer?: Scalars['Int']['input'];
  /** 1 to 1,024. */
  hidden?: Scalars['Int']['input'];
  /** Above 0, at most 1. */
  learningRate?: Scalars['Float']['input'];
  /** 1 to 10,000. */
  targetEvery?: Scalars['Int']['input'];
  /** 1 to 1,000. */
  updates?: Scalars['Int']['input'];
};

/** A round of ENAS: shared weights are trained, then the policy learns from them, then the best of some networks becomes a candidate. The budget has one candidate a round. */
export type EnasPlan = {
  __typename?: 'EnasPlan';
  /** Epochs of the shared weights a round, on the training images of the plan; each batch is of one network that the policy draws. */
  epochs: Scalars['Int']['output'];
  /** Of the shared weights at the start; their update rule, schedule, momentum, weight decay and longest gradient are those of the plan's optimizer. Schedules count the epochs of all rounds. */
  learningRate: Scalars['Float']['output'];
  /** Networks drawn at the end of a round and ranked by one batch of validation data; the best new one becomes a candidate. */
  samples: Scalars['Int']['output'];
  /** Updates of the policy a round, each from `policy.batch` networks on one batch of validation data each. */
  updates: Scalars['Int']['output'];
};

/** A round of ENAS. */
export type EnasPlanInput = {
  /** 1 to 1,000. */
  epochs?: Scalars['Int']['input'];
  /** Above 0, at most 100. */
  learningRate?: Scalars['Float']['input'];
  /** 1 to 1,000. */
  samples?: Scalars['Int']['input'];
  /** 1 to 10,000. */
  updates?: Scalars['Int']['input'];
};

/** What a round of ENAS gave. */
export type EnasRound = {
  __typename?: 'EnasRound';
  /** Moving average that the policy compares rewards with. */
  baseline: Scalars['Float']['output'];
  /** Reward of the candidate with the shared weights. */
  bestReward: Scalars['Float']['output'];
  /** Drawing and ranking networks. */
  deriveSeconds: Scalars['Float']['output'];
  /** Share of different ones among the networks that taught the policy. */
  distinct: Scalars['Float']['output'];
  /** Mean entropy of the policy over whole networks, in nats. */
  entropy: Scalars['Float']['output'];
  /** Mean loss of the shared weights over the round's batches. */
  loss: Scalars['Float']['output'];
  /** Mean reward, on validation data, of the networks that taught the policy. */
  meanReward: Scalars['Float']['output'];
  /** Teaching the policy. */
  policySeconds: Scalars['Float']['output'];
  /** From 1. */
  round: Scalars['Int']['output'];
  /** Mean reward on them: accuracy of images, 1 / perplexity of text. */
  trainReward: Scalars['Float']['output'];
  /** Training the shared weights. */
  trainSeconds: Scalars['Float']['output'];
};

/** What a round of ENAS gave. */
export type EnasRoundInput = {
  /** Moving average that the policy compares rewards with. */
  baseline: Scalars['Float']['input'];
  /** Reward of the candidate with the shared weights. */
  bestReward: Scalars['Float']['input'];
  /** Drawing and ranking networks. */
  deriveSeconds: Scalars['Float']['input'];
  /** Share of different ones among the networks that taught the policy. */
  distinct: Scalars['Float']['input'];
  /** Mean entropy of the policy over whole networks, in nats. */
  entropy: Scalars['Float']['input'];
  /** Mean loss of the shared weights over the round's batches. */
  loss: Scalars['Float']['input'];
  /** Mean reward, on validation data, of the networks that taught the policy. */
  meanReward: Scalars['Float']['input'];
  /** Teaching the policy. */
  policySeconds: Scalars['Float']['input'];
  /** From 1. */
  round: Scalars['Int']['input'];
  /** Mean reward on them: accuracy of images, 1 / perplexity of text. */
  trainReward: Scalars['Float']['input'];
  /** Training the shared weights. */
  trainSeconds: Scalars['Float']['input'];
};

/** How one of several trials ended. */
export type EndedTrialInput = {
  /** Given when it failed. */
  failure?: InputMaybe<TrialFailureInput>;
  /** As it was given with the lease. */
  fence: Scalars['Int']['input'];
  /** The trial's lease. */
  leaseId: Scalars['ID']['input'];
  /** New values; a later one of the same name, split and epoch replaces an earlier one. */
  metrics?: Array<MetricInput>;
  /** Where its time went. */
  phases: TrialPhasesInput;
  /** Of these metrics as a report: 1, 2, ... within this lease. */
  sequence: Scalars['PositiveInt']['input'];
};

/** epsilon for so many candidates. */
export type EpsilonStep = {
  __typename?: 'EpsilonStep';
  /** For so many distinct networks. */
  candidates: Scalars['Int']['output'];
  /** Probability of a random action. */
  epsilon: Scalars['Float']['output'];
};

/** epsilon for so many candidates. */
export type EpsilonStepInput = {
  /** Share of the schedule: the whole is scaled to the budget. */
  candidates: Scalars['PositiveInt']['input'];
  /** 0 to 1. */
  epsilon: Scalars['Float']['input'];
};

/** One line in a team's append-only feed: what changed. The objects are as they are now, not as they were. */
export type Event = {
  __typename?: 'Event';
  /** Who did it; null for workers and the platform. */
  actor?: Maybe<Member>;
  /** The annotation that changed, if any. */
  annotation?: Maybe<Annotation>;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The candidate it concerns, if any. */
  candidate?: Maybe<Candidate>;
  /** Hand it to `after` to go on from here. */
  cursor: Scalars['Cursor']['output'];
  /** The dataset it concerns, if any. */
  dataset?: Maybe<Dataset>;
  /** The import it concerns, if any. */
  datasetImport?: Maybe<DatasetImport>;
  /** Which kind of change. */
  kind: EventKind;
  /** The search it concerns, if any. */
  search?: Maybe<Search>;
  /** The trial it concerns, if any. */
  trial?: Maybe<Trial>;
  /** The worker it concerns, if any. */
  worker?: Maybe<Worker>;
};

/** A page of events. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The rows of the page. */
  edges: Array<EventEdge>;
  /** Where the page lies in the whole. */
  pageInfo: PageInfo;
};

/** An event in a list. */
export type EventEdge = {
  __typename?: 'EventEdge';
  /** Its place in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The row itself. */
  node: Event;
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
export type EvolutionPlan = {
  __typename?: 'EvolutionPlan';
  /** Networks alive. */
  population: Scalars['Int']['output'];
  /** Of those alive, how many are drawn; the best of them is the parent. */
  tournament: Scalars['Int']['output'];
};

/** Of regularized evolution. */
export type EvolutionPlanInput = {
  /** 2 to 10,000. */
  population?: Scalars['Int']['input'];
  /** 1 to the population. */
  tournament?: Scalars['Int']['input'];
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
  candidateId: Scalars['ID']['input'];
  /** What is to be written. */
  format: ExportFormat;
};

/** Outcome of exportModel. */
export type ExportModelPayload = {
  __typename?: 'ExportModelPayload';
  /** The file. */
  export?: Maybe<ModelExport>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
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

/** Rungs: candidates are compared after few epochs, and the best of them are promoted, which goes on with their training. The epochs of a whole training are the highest rung. */
export type FidelityPlan = {
  __typename?: 'FidelityPlan';
  /** One of so many is promoted, and trained so many times longer. */
  eta: Scalars['Int']['output'];
  /** The lowest rung has at least so many epochs. */
  lowestEpochs: Scalars['Int']['output'];
};

/** How candidates climb. The budget has to have enough networks for one to reach the highest rung. */
export type FidelityPlanInput = {
  /** 2 to 100. */
  eta?: Scalars['Int']['input'];
  /** 1 to the epochs of a whole training divided by eta. */
  lowestEpochs?: Scalars['Int']['input'];
};

/** A validation metric of a candidate after its last epoch. */
export type FinalMetric = {
  __typename?: 'FinalMetric';
  /** As its trial reported it. */
  name: Scalars['String']['output'];
  /** After the last epoch that has it. */
  value: Scalars['Float']['output'];
};

/** How a trial ended. */
export type FinishTrialInput = {
  /** Given when it failed. */
  failure?: InputMaybe<TrialFailureInput>;
  /** As it was given with the lease. */
  fence: Scalars['Int']['input'];
  /** The trial's lease. */
  leaseId: Scalars['ID']['input'];
  /** Where its time went. */
  phases: TrialPhasesInput;
  /** It was stopped for a prediction, which has been reported. */
  stoppedEarly?: Scalars['Boolean']['input'];
};

/** Outcome of finishTrial. */
export type FinishTrialPayload = {
  __typename?: 'FinishTrialPayload';
  /** The trial as it ended. */
  trial?: Maybe<Trial>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** Trials that end at once. */
export type FinishTrialsInput = {
  /** Of one search, 1 to 64. */
  trials: Array<EndedTrialInput>;
};

/** Outcome of finishTrials. */
export type FinishTrialsPayload = {
  __typename?: 'FinishTrialsPayload';
  /** Those that were refused, all others have ended; null when the whole was refused. */
  refused?: Maybe<Array<RefusedTrial>>;
  /** What was refused of the whole; empty on success. */
  userErrors: Array<UserError>;
};

/** The trees of FITTED_Q and how they are fitted. */
export type FittedQPlan = {
  __typename?: 'FittedQPlan';
  /** Transitions that are learned from: those of the latest trained candidates. */
  buffer: Scalars['Int']['output'];
  /** Results from one fit to the next; after 50 fits a fiftieth of all results, so that steps of a long search cost no more. */
  fitEvery: Scalars['Int']['output'];
  /** Iterations of a fit, each of which takes rewards one decision further back: K of algorithm 2. */
  iterations: Scalars['Int']['output'];
  /** Transitions below which a node of a tree is not split. */
  smallest: Scalars['Int']['output'];
  /** Extremely randomised trees, whose mean is Q. */
  trees: Scalars['Int']['output'];
};

/** The trees of FITTED_Q and how they are fitted. */
export type FittedQPlanInput = {
  /** 100 to 50,000. */
  buffer?: Scalars['Int']['input'];
  /** 1 to 10,000. */
  fitEvery?: Scalars['Int']['input'];
  /** 1 to 200. */
  iterations?: Scalars['Int']['input'];
  /** 2 to 1,000. */
  smallest?: Scalars['Int']['input'];
  /** 1 to 200. */
  trees?: Scalars['Int']['input'];
};

/** What a generator may be made of. */
export type GeneratorLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<Scalars['PositiveInt']['input']>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<Scalars['PositiveInt']['input']>;
  /** Latent sizes. */
  latent: Array<Scalars['PositiveInt']['input']>;
  /** Transposed convolutions at most. */
  maxLayers: Scalars['PositiveInt']['input'];
  /** Stride of every convolution. */
  stride: Scalars['PositiveInt']['input'];
};

/** What will be sent, and what becomes of it. */
export type ImportDatasetInput = {
  /** Cut all pictures to squares around their centre, so that they have one size. */
  crop?: Scalars['Boolean']['input'];
  /** Name of the file. */
  fileName: Scalars['String']['input'];
  /** Under which licence it may be used; at most 200 characters. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 80 characters. With the name of an own dataset it becomes a new version of it. */
  name: Scalars['String']['input'];
  /** Of the split. */
  seed?: Scalars['Int']['input'];
  /** Its bytes; at most 4 GiB. */
  size: Scalars['BigInt']['input'];
  /** Share of the pictures that may be broken and left out, 0 to 0.5. */
  skippedShare?: Scalars['Float']['input'];
  /** Scale all pictures so that their smallest side has so many pixels, 4 to 512, and keep their shape; without, they stay as they are. */
  smallestSide?: InputMaybe<Scalars['Int']['input']>;
  /** Where it is from; at most 500 characters. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** Whose dataset it will be. */
  teamId: Scalars['ID']['input'];
  /** Share for testing, 0 to 0.5. */
  testShare?: Scalars['Float']['input'];
  /** What the tokens of a text are. */
  textUnit?: TextUnit;
  /** Share for validation, 0.01 to 0.5; not used where folders are named train, validation and test. */
  validationShare?: Scalars['Float']['input'];
  /** Words that a text's vocabulary has at most, `<unk>` and `<eos>` among them: the most frequent ones of the train split; 10 to 65,536. */
  vocabularySize?: Scalars['Int']['input'];
};

/** Outcome of importDataset, perturbDataset and cancelDatasetImport. */
export type ImportDatasetPayload = {
  __typename?: 'ImportDatasetPayload';
  /** The import as it is now. */
  import?: Maybe<DatasetImport>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** A search that begins with old results. */
export type ImportSearchInput = {
  /** The replay file's text: CSV with the columns `net`, `accuracy_best_val` and, if there, `epsilon`; one row a sampled network. */
  replay: Scalars['String']['input'];
  /** As for createSearch: a space of chains, Q-learning, and the accuracy as reward. The budget counts the networks of the file too. */
  search: CreateSearchInput;
};

/** A result that was better than all before it, and what had been spent when it was there, itself included. */
export type Improvement = {
  __typename?: 'Improvement';
  /** Floating-point operations of training so far. */
  flops: Scalars['Float']['output'];
  /** Networks so far. */
  networks: Scalars['Int']['output'];
  /** Number of the candidate. */
  number: Scalars['Int']['output'];
  /** Its reward. */
  reward: Scalars['Float']['output'];
  /** Seconds of training so far. */
  seconds: Scalars['Float']['output'];
};

/** A one-time link with which one person joins a team. */
export type Invitation = Node & {
  __typename?: 'Invitation';
  /** Until when it can be used. */
  expiresAt: Scalars['DateTime']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** For whom, as a reminder; anyone who has the link may use it. */
  note?: Maybe<Scalars['String']['output']>;
  /** The role the person will have. */
  role: Role;
};

/** What the holder of an invitation's link may know before using it. */
export type InvitationPreview = {
  __typename?: 'InvitationPreview';
  /** True for the link that the platform printed at its first start. */
  firstAccount: Scalars['Boolean']['output'];
  /** The role the person will have. */
  role: Role;
  /** The team that invites. */
  teamName: Scalars['String']['output'];
};

/** Whom to invite, and as what. */
export type InviteMemberInput = {
  /** For whom, as a reminder; at most 200 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What the person may do. */
  role: Role;
  /** Where to. */
  teamId: Scalars['ID']['input'];
};

/** Outcome of inviteMember. */
export type InviteMemberPayload = {
  __typename?: 'InviteMemberPayload';
  /** What was made. */
  invitation?: Maybe<Invitation>;
  /** The secret, shown only here; the link is `/welcome/<secret>`. */
  secret?: Maybe<Scalars['String']['output']>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** How a text is read. */
export type LanguagePlan = {
  __typename?: 'LanguagePlan';
  /** Share of the units of words and of states that is dropped in training, the same for all tokens of a sequence (Gal & Ghahramani 2016). */
  dropout: Scalars['Float']['output'];
  /** Tokens of each stream that an update sees; gradients go no further back, the state is carried over. */
  sequenceLength: Scalars['Int']['output'];
};

/** How a text is read. */
export type LanguagePlanInput = {
  /** From 0, below 1. */
  dropout?: Scalars['Float']['input'];
  /** 1 to 512. */
  sequenceLength?: Scalars['Int']['input'];
};

/**
 * The right to do one piece of work until a time. Renew it before it expires. `fence` grows with every lease of the same work:
 * whatever is sent under an older one is refused and changes nothing.
 */
export type Lease = Node & {
  __typename?: 'Lease';
  /** Until when it has to be renewed. */
  expiresAt: Scalars['DateTime']['output'];
  /** Hand it back with everything that is sent under this lease. */
  fence: Scalars['Int']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Whose work it is. */
  search: Search;
  /** The training; null for a step of the controller. */
  trial?: Maybe<Trial>;
  /** The work in full; null for anyone but its worker. */
  work?: Maybe<Work>;
  /** Who holds it. */
  worker: Worker;
};

/** Who asks for work. */
export type LeaseWorkInput = {
  /** Kinds of work it can do. */
  accepts?: Array<WorkKind>;
  /** Trials at most, 1 to 64: more than one for a worker whose trials take moments. It begins them one after the other, and gives back those that would wait. */
  most?: Scalars['Int']['input'];
  /** 0 to 20. */
  waitSeconds?: Scalars['Int']['input'];
  /** As registerWorker gave it. */
  workerId: Scalars['ID']['input'];
};

/** Outcome of leaseWork. */
export type LeaseWorkPayload = {
  __typename?: 'LeaseWorkPayload';
  /** null when there is nothing to do now. */
  lease?: Maybe<Lease>;
  /** Trials of the same search that come after `lease`, in this order; empty unless `most` allows some, null when the whole was refused. */
  more?: Maybe<Array<Lease>>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** Of local search. */
export type LocalSearchPlan = {
  __typename?: 'LocalSearchPlan';
  /** Neighbours that are no better before a new climb begins. */
  patience: Scalars['Int']['output'];
  /** Random networks at the beginning of each climb. */
  starts: Scalars['Int']['output'];
};

/** Of local search. */
export type LocalSearchPlanInput = {
  /** 1 to 10,000. */
  patience?: Scalars['Int']['input'];
  /** 1 to 10,000. */
  starts?: Scalars['Int']['input'];
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
export type LossPlan = {
  __typename?: 'LossPlan';
  /** Weight of the prior term, omega of eq. 7.14; the beta-VAE takes 10 to 500. */
  beta: Scalars['Float']['output'];
  /** E of eq. 8.1; smaller weighs reconstruction more. */
  errorDeviation: Scalars['Float']['output'];
  /** Which loss. */
  kind: LossKind;
  /** Warm-up of eq. 7.14: over so many epochs the prior's weight rises in steps to beta; validation always counts the whole beta. 0 for none. */
  warmUpEpochs: Scalars['Int']['output'];
};

/** The loss and its constants. */
export type LossPlanInput = {
  /** 0 or more. */
  beta?: Scalars['Float']['input'];
  /** Above 0. */
  errorDeviation?: Scalars['Float']['input'];
  /** One of the task's. */
  kind: LossKind;
  /** 0 to 1,000. */
  warmUpEpochs?: Scalars['Int']['input'];
};

/** What a network of ENAS's macro search may be made of: 3 x 3 and 5 x 5 convolutions, plain and separable, 3 x 3 average and max pooling. */
export type MacroLimitsInput = {
  /** Filters of every layer. */
  filters: Scalars['PositiveInt']['input'];
  /** Layers of every network, 1 to 32; after a third and two thirds of them the map is halved. */
  layers: Scalars['PositiveInt']['input'];
};

/** A number by which candidates can be compared. */
export type MeasureInput =
  /** A figure of the candidate itself. */
  { figure: CandidateFigure; metric?: never; reward?: never; }
  |  /** Name of a validation metric; its value after the last epoch. */
  { figure?: never; metric: Scalars['String']['input']; reward?: never; }
  |  /** A reward formulation. */
  { figure?: never; metric?: never; reward: RewardKind; };

/** Bounds of a measure, both included. */
export type MeasureRange = {
  /** Not above. */
  max?: InputMaybe<Scalars['Float']['input']>;
  /** What is bounded. */
  measure: MeasureInput;
  /** Not below. */
  min?: InputMaybe<Scalars['Float']['input']>;
};

/** One person's place in a team. */
export type Member = Node & {
  __typename?: 'Member';
  /** E-mail address of the account. */
  email: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Since when. */
  joinedAt: Scalars['DateTime']['output'];
  /** Whose. */
  name: Scalars['String']['output'];
  /** What the member may do. */
  role: Role;
  /** The team. */
  team: Team;
};

/** A page of members. */
export type MemberConnection = {
  __typename?: 'MemberConnection';
  /** The members with their cursors. */
  edges: Array<MemberEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** All members. */
  totalCount: Scalars['Int']['output'];
};

/** A member in a list. */
export type MemberEdge = {
  __typename?: 'MemberEdge';
  /** Its place in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The row itself. */
  node: Member;
};

/** A number that a trial reported. */
export type Metric = {
  __typename?: 'Metric';
  /** From 1. */
  epoch: Scalars['Int']['output'];
  /** E.g. `loss`, `accuracy`, `macroF1`, `reconstruction`, `bce`, `kl`. */
  name: Scalars['String']['output'];
  /** Measured on these images. */
  split: Split;
  /** Always finite. */
  value: Scalars['Float']['output'];
};

/** A number that a trial reports. */
export type MetricInput = {
  /** From 1. */
  epoch: Scalars['Int']['input'];
  /** 1 to 64 letters, digits and `.`, `_`, `-`, the first a letter. */
  name: Scalars['String']['input'];
  /** Measured on these images. */
  split: Split;
  /** Finite; a NaN is a failed trial, not a metric. */
  value: Scalars['Float']['input'];
};

/** A validation metric that candidates of a search have. */
export type MetricKind = {
  __typename?: 'MetricKind';
  /** Candidates that have it. */
  count: Scalars['Int']['output'];
  /** What it measures; null for a name that this version does not know. */
  description?: Maybe<Scalars['String']['output']>;
  /** Whether more is better; null for a name that this version does not know. */
  higherIsBetter?: Maybe<Scalars['Boolean']['output']>;
  /** As trials report it. */
  name: Scalars['String']['output'];
};

/** What a network of ENAS's micro search may be made of: identity, 3 x 3 and 5 x 5 separable convolutions, 3 x 3 average and max pooling. */
export type MicroLimitsInput = {
  /** Filters of a node of the first cells; they double with each reduction. */
  filters: Scalars['PositiveInt']['input'];
  /** Nodes of a cell, 1 to 8; each adds two of what is before it. */
  nodes: Scalars['PositiveInt']['input'];
  /** Normal cells of each of the three sizes; between them are reduction cells. */
  repetitions: Scalars['PositiveInt']['input'];
};

/** A trained network as a file. */
export type ModelExport = {
  __typename?: 'ModelExport';
  /** When it is removed. */
  expiresAt: Scalars['DateTime']['output'];
  /** What is in it. */
  format: ExportFormat;
  /** A name for the file, e.g. `tour-3-onnx.zip`. */
  name: Scalars['String']['output'];
  /** Bytes. */
  size: Scalars['Float']['output'];
  /** Where its bytes are: a path on this server, with the same sign-in as the API. */
  url: Scalars['String']['output'];
};

/** Entry points for writing. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Joins a team by an invitation: makes an account first when nobody is signed in. Needs no account. The secret works once. */
  acceptInvitation: AcceptInvitationPayload;
  /** Changes your word on a candidate; fields left out stay, null takes back. Picking with `alternatives` also records a Choice. */
  annotateCandidate: AnnotateCandidatePayload;
  /** Ends an import that is not done; nothing is kept of it. */
  cancelDatasetImport: ImportDatasetPayload;
  /** Changes a member's role. For admins; a team keeps at least one admin. */
  changeMemberRole: ChangeMemberRolePayload;
  /**
   * Changes settings of a search while it runs, waits or is paused; a finished one goes on when its budget is raised. It holds for what is proposed and learned from
   * the next step on.
   */
  changeSearch: SteerSearchPayload;
  /** Commits a controller's state and its proposals together. For WORKER tokens. */
  commitStep: CommitStepPayload;
  /** Makes an API token. WORKER tokens are for admins. */
  createApiToken: CreateApiTokenPayload;
  /** Validates and begins a search. */
  createSearch: CreateSearchPayload;
  /** Keeps a space under a name. */
  createSearchSpace: CreateSearchSpacePayload;
  /** Makes a team with yourself as its admin. */
  createTeam: CreateTeamPayload;
  /** Asks for an address to PUT a file to, good for ten minutes. For WORKER tokens. */
  createUpload: CreateUploadPayload;
  /**
   * Writes a trained candidate in a format: the weights after the last epoch of its newest finished training. Answers when the file is there, after some
   * seconds. The file is kept for a day; asking again makes it again.
   */
  exportModel: ExportModelPayload;
  /** Ends a trial. A repetition changes nothing. For WORKER tokens. */
  finishTrial: FinishTrialPayload;
  /** Ends several trials of one search at once, each with the last that it reports: for trials that take moments. Repetitions change nothing. For WORKER tokens. */
  finishTrials: FinishTrialsPayload;
  /** Announces a zip of pictures in class folders (or with a table labels.csv), a zip of texts, or a text: send its bytes to the import's uploadUrl. */
  importDataset: ImportDatasetPayload;
  /**
   * Begins a search with the results of a replay file of the public MetaQNN program: its networks become candidates with their rewards, and the
   * controller goes on from the Q-table that its rows give. A file with anything wrong in it is refused whole.
   */
  importSearch: CreateSearchPayload;
  /** Makes a one-time link. For admins. */
  inviteMember: InviteMemberPayload;
  /** Gives out work, fairly over searches; waits up to `waitSeconds` for some. For WORKER tokens. */
  leaseWork: LeaseWorkPayload;
  /** No new work is given out; trials under way are told to stop at their next checkpoint and are queued again. */
  pauseSearch: SteerSearchPayload;
  /** Makes a dataset of another one and noise, on the server: an import that is converted at once. */
  perturbDataset: ImportDatasetPayload;
  /** Records a preference between candidates of one search. */
  recordChoice: RecordChoicePayload;
  /** A worker says what it has. For WORKER tokens. */
  registerWorker: RegisterWorkerPayload;
  /** Gives work back undone; it is queued again at once. For WORKER tokens. */
  releaseLease: ReleaseLeasePayload;
  /** Takes a member out of the team; what the person made stays. For admins, or yourself. */
  removeMember: RemoveMemberPayload;
  /** Gives a search another name. */
  renameSearch: SteerSearchPayload;
  /** Prolongs a lease, and says whether the work is still wanted. For WORKER tokens. */
  renewLease: RenewLeasePayload;
  /** Reports what a trial has produced so far. A repeated sequence number changes nothing. For WORKER tokens. */
  reportTrial: ReportTrialPayload;
  /** Goes on with a paused search. */
  resumeSearch: SteerSearchPayload;
  /** A worker says goodbye: its leases are given back at once. For WORKER tokens. */
  retireWorker: RetireWorkerPayload;
  /** Begins a search that trains chosen networks of another one again, and no others; its plan is made from the other's. */
  retrain: CreateSearchPayload;
  /** Queues the failed trials of a search again. */
  retryFailed: SteerSearchPayload;
  /** Makes a token useless at once. For its owner and admins. */
  revokeApiToken: RevokeApiTokenPayload;
  /** Makes an invitation useless. For admins. */
  revokeInvitation: RevokeInvitationPayload;
  /** Ends a search for good; what it found stays. */
  stopSearch: SteerSearchPayload;
};


/** Entry points for writing. */
export type MutationAcceptInvitationArgs = {
  input: AcceptInvitationInput;
};


/** Entry points for writing. */
export type MutationAnnotateCandidateArgs = {
  input: AnnotateCandidateInput;
};


/** Entry points for writing. */
export type MutationCancelDatasetImportArgs = {
  input: CancelDatasetImportInput;
};


/** Entry points for writing. */
export type MutationChangeMemberRoleArgs = {
  input: ChangeMemberRoleInput;
};


/** Entry points for writing. */
export type MutationChangeSearchArgs = {
  input: ChangeSearchInput;
};


/** Entry points for writing. */
export type MutationCommitStepArgs = {
  input: CommitStepInput;
};


/** Entry points for writing. */
export type MutationCreateApiTokenArgs = {
  input: CreateApiTokenInput;
};


/** Entry points for writing. */
export type MutationCreateSearchArgs = {
  input: CreateSearchInput;
};


/** Entry points for writing. */
export type MutationCreateSearchSpaceArgs = {
  input: CreateSearchSpaceInput;
};


/** Entry points for writing. */
export type MutationCreateTeamArgs = {
  input: CreateTeamInput;
};


/** Entry points for writing. */
export type MutationCreateUploadArgs = {
  input: CreateUploadInput;
};


/** Entry points for writing. */
export type MutationExportModelArgs = {
  input: ExportModelInput;
};


/** Entry points for writing. */
export type MutationFinishTrialArgs = {
  input: FinishTrialInput;
};


/** Entry points for writing. */
export type MutationFinishTrialsArgs = {
  input: FinishTrialsInput;
};


/** Entry points for writing. */
export type MutationImportDatasetArgs = {
  input: ImportDatasetInput;
};


/** Entry points for writing. */
export type MutationImportSearchArgs = {
  input: ImportSearchInput;
};


/** Entry points for writing. */
export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


/** Entry points for writing. */
export type MutationLeaseWorkArgs = {
  input: LeaseWorkInput;
};


/** Entry points for writing. */
export type MutationPauseSearchArgs = {
  input: SteerSearchInput;
};


/** Entry points for writing. */
export type MutationPerturbDatasetArgs = {
  input: PerturbDatasetInput;
};


/** Entry points for writing. */
export type MutationRecordChoiceArgs = {
  input: RecordChoiceInput;
};


/** Entry points for writing. */
export type MutationRegisterWorkerArgs = {
  input: RegisterWorkerInput;
};


/** Entry points for writing. */
export type MutationReleaseLeaseArgs = {
  input: ReleaseLeaseInput;
};


/** Entry points for writing. */
export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


/** Entry points for writing. */
export type MutationRenameSearchArgs = {
  input: RenameSearchInput;
};


/** Entry points for writing. */
export type MutationRenewLeaseArgs = {
  input: RenewLeaseInput;
};


/** Entry points for writing. */
export type MutationReportTrialArgs = {
  input: ReportTrialInput;
};


/** Entry points for writing. */
export type MutationResumeSearchArgs = {
  input: SteerSearchInput;
};


/** Entry points for writing. */
export type MutationRetireWorkerArgs = {
  input: RetireWorkerInput;
};


/** Entry points for writing. */
export type MutationRetrainArgs = {
  input: RetrainInput;
};


/** Entry points for writing. */
export type MutationRetryFailedArgs = {
  input: SteerSearchInput;
};


/** Entry points for writing. */
export type MutationRevokeApiTokenArgs = {
  input: RevokeApiTokenInput;
};


/** Entry points for writing. */
export type MutationRevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


/** Entry points for writing. */
export type MutationStopSearchArgs = {
  input: SteerSearchInput;
};

/** What a network of NAS may be made of. */
export type NasLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<Scalars['PositiveInt']['input']>;
  /** Heights a kernel may have. */
  heights: Array<Scalars['PositiveInt']['input']>;
  /** Layers at most, up to 32. */
  maxLayers: Scalars['PositiveInt']['input'];
  /** Layers at least. */
  minLayers: Scalars['PositiveInt']['input'];
  /** Whether a layer may read any earlier ones (skip connections); else each reads the one before. */
  skips: Scalars['Boolean']['input'];
  /** Strides a convolution may have. */
  strides: Array<Scalars['PositiveInt']['input']>;
  /** Widths a kernel may have. */
  widths: Array<Scalars['PositiveInt']['input']>;
};

/** A network in numbers. */
export type NetworkSummary = {
  __typename?: 'NetworkSummary';
  /** Floating-point operations of one forward pass of one image. */
  flops: Scalars['Float']['output'];
  /** The network as text. */
  notation: Scalars['String']['output'];
  /** Trained numbers: weights and biases. */
  parameters: Scalars['Float']['output'];
};

/** A new account. */
export type NewAccountInput = {
  /** Used to sign in; no mail is sent. */
  email: Scalars['String']['input'];
  /** 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** 10 to 128 characters. */
  password: Scalars['String']['input'];
};

/** Anything with a global id. */
export type Node = {
  /** Opaque, unique over all types. */
  id: Scalars['ID']['output'];
};

/** Of each channel, of intensities from 0 to 1. */
export type Normalisation = {
  __typename?: 'Normalisation';
  /** Standard, one number a channel. */
  deviation: Array<Scalars['Float']['output']>;
  /** One number a channel. */
  mean: Array<Scalars['Float']['output']>;
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
export type OptimizerPlan = {
  __typename?: 'OptimizerPlan';
  /** Longest norm of all gradients together; longer ones are scaled down to it (Pascanu et al. 2013); null for no limit. */
  clipNorm?: Maybe<Scalars['Float']['output']>;
  /** Under STEP the learning rate is multiplied by it after every `decayEvery` epochs. */
  decay: Scalars['Float']['output'];
  /** Epochs between two steps of STEP; null under other schedules. */
  decayEvery?: Maybe<Scalars['Int']['output']>;
  /** The update rule. */
  kind: OptimizerKind;
  /** At the start. */
  learningRate: Scalars['Float']['output'];
  /** Under COSINE the share of the learning rate that each cosine ends at. */
  lowestShare: Scalars['Float']['output'];
  /** Share of the last update that is made again, of SGD and RMSProp. */
  momentum: Scalars['Float']['output'];
  /** SGD looks ahead along its momentum (Sutskever et al. 2013). */
  nesterov: Scalars['Boolean']['output'];
  /** Under COSINE the learning rate begins anew after so many epochs: T_0 of Loshchilov & Hutter 2017. Null: one cosine over all epochs; null under other schedules. */
  restartEvery?: Maybe<Scalars['Int']['output']>;
  /** Under COSINE with restarts each cosine is so many times as long as the one before: T_mult. */
  restartFactor: Scalars['Float']['output'];
  /** How the learning rate goes from there. */
  schedule: RateSchedule;
  /** The learning rate rises in a straight line over so many epochs, or parts of one, before its schedule holds; 0 for none. */
  warmUpEpochs: Scalars['Float']['output'];
  /** L2 penalty on kernels. */
  weightDecay: Scalars['Float']['output'];
};

/** The update rule and its constants. */
export type OptimizerPlanInput = {
  /** Above 0; null for no limit. */
  clipNorm?: InputMaybe<Scalars['Float']['input']>;
  /** Above 0, at most 1. */
  decay?: Scalars['Float']['input'];
  /** Epochs, at least 1; needed for STEP. */
  decayEvery?: InputMaybe<Scalars['Int']['input']>;
  /** The update rule. */
  kind?: OptimizerKind;
  /** Above 0. */
  learningRate?: Scalars['Float']['input'];
  /** From 0 to below 1; 0 but for COSINE. */
  lowestShare?: Scalars['Float']['input'];
  /** From 0 to below 1; 0 for ADAM, which has moments of its own. */
  momentum?: Scalars['Float']['input'];
  /** Only for SGD with momentum. */
  nesterov?: Scalars['Boolean']['input'];
  /** Epochs, at least 1; only for COSINE. */
  restartEvery?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 10; 1 without `restartEvery`. */
  restartFactor?: Scalars['Float']['input'];
  /** Left out: STEP with a `decayEvery`, else CONSTANT. */
  schedule?: InputMaybe<RateSchedule>;
  /** 0 to 1,000. */
  warmUpEpochs?: Scalars['Float']['input'];
  /** 0 or more. */
  weightDecay?: Scalars['Float']['input'];
};

/** Where a page of a connection lies within the whole. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null when the page is empty. */
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  /** There is more after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** There is more before `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null when the page is empty. */
  startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** Which dataset, and what noise. */
export type PerturbDatasetInput = {
  /** Pictures of this team, or of the platform. */
  datasetId: Scalars['ID']['input'];
  /** Standard deviation of Gaussian noise on every intensity, of which 1 is white; 0 to 1. */
  deviation?: Scalars['Float']['input'];
  /** 1 to 80 characters; without, the name of the dataset and the noise. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Share of the pixels that become black or white; 0 to 1. */
  saltAndPepper?: Scalars['Float']['input'];
  /** Of the noise. */
  seed?: Scalars['Int']['input'];
  /** Whose dataset the new one will be. */
  teamId: Scalars['ID']['input'];
};

/** Noise that was added to a dataset (thesis 13.1); the same input and seed give the same bytes. */
export type Perturbation = {
  __typename?: 'Perturbation';
  /** Standard deviation of Gaussian noise on every intensity, in [0, 1]; what leaves this interval is clipped. */
  deviation: Scalars['Float']['output'];
  /** The dataset it was added to; null where you may not see it. */
  of?: Maybe<Dataset>;
  /** Share of the pixels that became black or white, one as often as the other. */
  saltAndPepper: Scalars['Float']['output'];
  /** Of both kinds of noise. */
  seed: Scalars['Int']['output'];
};

/** Pictures as tiles of one PNG, row by row. */
export type PictureSheet = {
  __typename?: 'PictureSheet';
  /** Tiles in a row. */
  columns: Scalars['Int']['output'];
  /** Tiles in it. */
  count: Scalars['Int']['output'];
  /** In pixels; smaller pictures lie in the middle, larger ones are shrunk. */
  tileHeight: Scalars['Int']['output'];
  /** In pixels; smaller pictures lie in the middle, larger ones are shrunk. */
  tileWidth: Scalars['Int']['output'];
  /** Pictures of this split and class in all. */
  total: Scalars['Int']['output'];
  /** Where the PNG is; needs the same sign-in as the API. */
  url: Scalars['String']['output'];
};

/** What a search is asked to do. */
export type Plan = {
  __typename?: 'Plan';
  /** When it ends. */
  budget: Budget;
  /** What proposes networks. */
  controller: ControllerPlan;
  /** Candidates in flight at once. */
  parallelism: Scalars['Int']['output'];
  /** Stops candidates early that will hardly beat the best; null: all run to the end. */
  prediction?: Maybe<PredictionPlan>;
  /** Which reward the controller learns from; all others are kept as well. */
  reward: RewardKind;
  /** Everything random in the search derives from it. */
  seed: Scalars['Int']['output'];
  /** How each network is trained. */
  training: TrainingPlan;
};

/** A plan; see Plan. */
export type PlanInput = {
  /** When the search ends. */
  budget: BudgetInput;
  /** What proposes networks. */
  controller: ControllerPlanInput;
  /** 1 to 64. */
  parallelism: Scalars['PositiveInt']['input'];
  /** Only for trainings of at least 2 epochs and 1 initialisation; null for none. */
  prediction?: InputMaybe<PredictionPlanInput>;
  /** One that the task's metrics can give. */
  reward: RewardKind;
  /** A 32-bit integer; the same seed gives the same search. */
  seed: Scalars['Int']['input'];
  /** How each network is trained. */
  training: TrainingPlanInput;
};

/** How REINFORCE, NAS and PPO learn. The entropy, the baseline, the scaled advantages, the bounds of gradient and logits keep the policy from settling on one network too early. */
export type PolicyPlan = {
  __typename?: 'PolicyPlan';
  /** How much of the moving averages of reward and variance stays after a batch. */
  baselineDecay: Scalars['Float']['output'];
  /** Walks an update. */
  batch: Scalars['Int']['output'];
  /** PPO: how far the ratio of probabilities may go from 1. */
  clip: Scalars['Float']['output'];
  /** Longest norm of the gradient; null for no limit. */
  clipNorm?: Maybe<Scalars['Float']['output']>;
  /** The entropy's weight is multiplied by this after each update. */
  entropyDecay: Scalars['Float']['output'];
  /** Weight of the policy's entropy, in units of the advantage; it grows by itself while most of a batch are networks that are known. */
  entropyWeight: Scalars['Float']['output'];
  /** Spaces of NAS: depth begins at the least and rises after so many candidates; 0: the policy chooses it. */
  growthEvery: Scalars['Int']['output'];
  /** By how many layers it rises. */
  growthLayers: Scalars['Int']['output'];
  /** Size of the LSTM's state (NAS, PPO). */
  hidden: Scalars['Int']['output'];
  /** Of Adam. */
  learningRate: Scalars['Float']['output'];
  /** Whether advantages are divided by the moving deviation of rewards. */
  normalise: Scalars['Boolean']['output'];
  /** PPO: passes over a batch. */
  passes: Scalars['Int']['output'];
  /** Whether entropy bonus, first baseline, scaled advantages, and bounds of gradient and logits act; false shows what happens without. */
  safeguards: Scalars['Boolean']['output'];
  /** Logits stay within plus and minus this; null for no bound. */
  tanhConstant?: Maybe<Scalars['Float']['output']>;
  /** Scores are divided by it. */
  temperature: Scalars['Float']['output'];
};

/** How REINFORCE, NAS and PPO learn. The entropy, the baseline, the scaled advantages, the bounds of gradient and logits keep the policy from settling on one network too early. */
export type PolicyPlanInput = {
  /** 0 to below 1. */
  baselineDecay?: Scalars['Float']['input'];
  /** 1 to 1,000. */
  batch?: Scalars['Int']['input'];
  /** Above 0, below 1. */
  clip?: Scalars['Float']['input'];
  /** Above 0, at most 1,000,000. */
  clipNorm?: InputMaybe<Scalars['Float']['input']>;
  /** Above 0, at most 1. */
  entropyDecay?: Scalars['Float']['input'];
  /** 0 to 100. */
  entropyWeight?: Scalars['Float']['input'];
  /** 0 to 1,000,000; 0 for none. */
  growthEvery?: Scalars['Int']['input'];
  /** 1 to 32. */
  growthLayers?: Scalars['Int']['input'];
  /** 1 to 512. */
  hidden?: Scalars['Int']['input'];
  /** Above 0, at most 1. */
  learningRate?: Scalars['Float']['input'];
  /** Whether advantages are divided by the moving deviation of rewards. */
  normalise?: Scalars['Boolean']['input'];
  /** 1 to 100. */
  passes?: Scalars['Int']['input'];
  /** False: entropy weight, normalise, temperature, tanhConstant and clipNorm do not act, and the baseline begins at 0. */
  safeguards?: Scalars['Boolean']['input'];
  /** Above 0, at most 100. */
  tanhConstant?: InputMaybe<Scalars['Float']['input']>;
  /** Above 0, at most 100. */
  temperature?: Scalars['Float']['input'];
};

/** Size and stride of a max pooling layer. */
export type PoolInput = {
  /** Pixels, at least 2. */
  size: Scalars['PositiveInt']['input'];
  /** Pixels, at most the size. */
  stride: Scalars['PositiveInt']['input'];
};

/** What was predicted of a candidate in the course of its training. */
export type Prediction = {
  __typename?: 'Prediction';
  /** The highest reward that the controller knew when it proposed the candidate. */
  best: Scalars['Float']['output'];
  /** Chance that the final reward is above `best`. */
  chance: Scalars['Float']['output'];
  /** After so many epochs. */
  epoch: Scalars['Int']['output'];
  /** Of how many. */
  epochs: Scalars['Int']['output'];
  /** Upper end of the interval. */
  high: Scalars['Float']['output'];
  /** Lower end of the interval that holds the final reward 19 times in 20. */
  low: Scalars['Float']['output'];
  /** Candidates that it was learned from: the newest, at most 256, that ran to the end. */
  rows: Scalars['Int']['output'];
  /** Whether the candidate was stopped for it. */
  stops: Scalars['Boolean']['output'];
  /** The predicted final reward, within the rewards that it was learned from. */
  value: Scalars['Float']['output'];
};

/** How far predictions were off. */
export type PredictionError = {
  __typename?: 'PredictionError';
  /** Candidates that were predicted and ran to the end. */
  count: Scalars['Int']['output'];
  /** Share of rewards within their intervals; null without any. */
  covered?: Maybe<Scalars['Float']['output']>;
  /** Coefficient of determination: 1 is exact, 0 as good as their mean; null where all rewards are the same. */
  r2?: Maybe<Scalars['Float']['output']>;
  /** Spearman's rho of predictions and rewards; null where either are all the same. */
  spearman?: Maybe<Scalars['Float']['output']>;
};

/**
 * Early stop by predicted performance (thesis 4.3; Baker et al. 2017): the final reward is predicted from the first part of the validation curve, its
 * first and second differences, and what is known of architecture and training; a candidate that will hardly beat the best so far is stopped.
 * What candidate n is judged by are the results 1 to n - parallelism, so the same seed gives the same search.
 */
export type PredictionPlan = {
  __typename?: 'PredictionPlan';
  /** Every so many candidates one runs to the end whatever is predicted, so that the error is measured without bias. */
  fullEvery: Scalars['Int']['output'];
  /** A candidate is stopped when its chance to beat the best is below this. */
  limit: Scalars['Float']['output'];
  /** Candidates that run to the end before the first may be stopped. */
  minimum: Scalars['Int']['output'];
  /** The method. */
  regressor: Regressor;
  /** Share of the epochs after which a candidate is judged. */
  share: Scalars['Float']['output'];
};

/** Early stop by predicted performance. */
export type PredictionPlanInput = {
  /** 2 to 1,000. */
  fullEvery?: Scalars['Int']['input'];
  /** Above 0, below 1. */
  limit?: Scalars['Float']['input'];
  /** 5 to 256. */
  minimum?: Scalars['Int']['input'];
  /** The method. */
  regressor?: Regressor;
  /** Above 0, below 1; rounded up to whole epochs. */
  share?: Scalars['Float']['input'];
};

/** A prediction and what came of it. */
export type PredictionPoint = {
  __typename?: 'PredictionPoint';
  /** Upper end of the interval. */
  high: Scalars['Float']['output'];
  /** Of the candidate. */
  id: Scalars['ID']['output'];
  /** Lower end of the interval. */
  low: Scalars['Float']['output'];
  /** From 1, in order of proposal. */
  number: Scalars['Int']['output'];
  /** The predicted reward. */
  predicted: Scalars['Float']['output'];
  /** The reward after the last epoch. */
  reward: Scalars['Float']['output'];
  /** It would have run to the end whatever was predicted. */
  unbiased: Scalars['Boolean']['output'];
};

/** How well a search predicts final rewards, and what it saved by stopping candidates. */
export type PredictionReport = {
  __typename?: 'PredictionReport';
  /** The error over all of them. */
  error: PredictionError;
  /** Candidates that were predicted and ran to the end, in order of numbers. */
  points: Array<PredictionPoint>;
  /** Epochs that they were not trained for. */
  savedEpochs: Scalars['Int']['output'];
  /** Seconds that they would have taken at the speed of their first epochs. */
  savedSeconds: Scalars['Float']['output'];
  /** The same as a share of the epochs that all trained candidates would have had. */
  savedShare: Scalars['Float']['output'];
  /** Candidates that were stopped. */
  stopped: Scalars['Int']['output'];
  /** The error over those alone that would have run to the end whatever was predicted: without bias, since nobody chose them. */
  unbiased: PredictionError;
};

/** A candidate that ran to the end. */
export type PredictionRow = {
  __typename?: 'PredictionRow';
  /** Its validation curve up to the epoch of the prediction, in the reward's terms. */
  curve: Array<Scalars['Float']['output']>;
  /** What is known of its architecture and training. */
  features: Array<Scalars['Float']['output']>;
  /** Its final reward. */
  reward: Scalars['Float']['output'];
};

/** What a trial needs to predict its final reward. */
export type PredictionWork = {
  __typename?: 'PredictionWork';
  /** The highest reward among the results that the controller had observed. */
  best: Scalars['Float']['output'];
  /** The epoch after which the prediction is made. */
  epoch: Scalars['Int']['output'];
  /** Features of the trial's own candidate, in the order of the rows'. */
  features: Array<Scalars['Float']['output']>;
  /** The trial is stopped when its chance is below this; null: it runs to the end whatever is predicted. */
  limit?: Maybe<Scalars['Float']['output']>;
  /** The method. */
  regressor: Regressor;
  /** The reward that is predicted. */
  reward: RewardKind;
  /** Candidates that ran to the end, in order of numbers. */
  rows: Array<PredictionRow>;
  /** Everything random in the prediction derives from it. */
  seed: Scalars['Int']['output'];
};

/** A complete proposal for a search, ready to launch. */
export type Preset = {
  __typename?: 'Preset';
  /** Name of the dataset. */
  dataset: Scalars['String']['output'];
  /** What it does and what to expect. */
  description: Scalars['String']['output'];
  /** The space's limits. */
  limits: Scalars['JSON']['output'];
  /** For `npm run search -- --preset NAME`. */
  name: Scalars['String']['output'];
  /** The complete plan. */
  plan: Plan;
  /** Name of the space. */
  space: Scalars['String']['output'];
  /** Family of the space. */
  spaceKind: SpaceKind;
  /** One line. */
  title: Scalars['String']['output'];
};

/** A training: of a new network, or a promotion. */
export type ProposalInput = {
  /** In nats: of the distribution it was drawn from, along its walk; 0 to `uniformEntropy`. null where that is not defined. */
  entropy?: InputMaybe<Scalars['Float']['input']>;
  /** Of controllers with rungs, which need it: train up to this epoch, one of the plan's rungs. */
  epochs?: InputMaybe<Scalars['Int']['input']>;
  /** At which it was drawn; null for controllers without one. */
  epsilon?: InputMaybe<Scalars['Float']['input']>;
  /** The network as text; it has to be in the search's space, and new to the search but for a promotion. */
  notation: Scalars['String']['input'];
  /** Of controllers with rungs: number of the candidate, with a reward, whose training goes on from where it ended. */
  promotes?: InputMaybe<Scalars['Int']['input']>;
  /** Known networks that came up since the proposal before it. */
  repeats?: Scalars['Int']['input'];
  /** In nats: of the uniform policy along the same walk; null where entropy is. */
  uniformEntropy?: InputMaybe<Scalars['Float']['input']>;
};

/** What a classifier of pictures of many sizes may be made of. */
export type PyramidLimitsInput = {
  /** Filters a convolution may have. */
  filters: Array<Scalars['PositiveInt']['input']>;
  /** Units of the fully connected layers of every network, in this order; may be empty. */
  head: Array<Scalars['PositiveInt']['input']>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<Scalars['PositiveInt']['input']>;
  /** Levels of the spatial pyramid: 1, 2 x 2, 4 x 4, ... parts of the map. */
  levels: Scalars['PositiveInt']['input'];
  /** Convolutions at most. */
  maxLayers: Scalars['PositiveInt']['input'];
};

/** A decision with its value. */
export type QAction = {
  __typename?: 'QAction';
  /** The best of these so far. */
  best?: Maybe<Candidate>;
  /** Candidates that begin with the decisions up to here and this one. */
  candidates: Scalars['Int']['output'];
  /** Whether it has the largest value here, alone or with others. */
  greedy: Scalars['Boolean']['output'];
  /** As a network is written: `C(64,3,1)`, or in the words of the space. */
  name: Scalars['String']['output'];
  /** Probability that the next network that comes here takes it, at the present epsilon. */
  probability: Scalars['Float']['output'];
  /** How often candidates took it in this state, on whatever way they came: what its value was learned from. */
  taken: Scalars['Int']['output'];
  /** Q: the reward that the controller expects of networks that go on from here in the best way that it knows. */
  value: Scalars['Float']['output'];
};

/** How Q-values are updated. */
export type QUpdate =
  /** Q <- max(Q, r) on every transition, eq. 11.1. */
  | 'GREEDY'
  /** Q <- Q + alpha (r + gamma max Q' - Q), eq. 4.1. */
  | 'ORIGINAL';

/** A state of a search's space, and what its controller makes of it. */
export type QValues = {
  __typename?: 'QValues';
  /** What may be decided here, in the order of the space; empty where the network is complete. */
  actions: Array<QAction>;
  /** Its candidate, where it was proposed. */
  candidate?: Maybe<Candidate>;
  /** At which the next candidate is drawn. */
  epsilon: Scalars['Float']['output'];
  /** The state's key: states with one key share their values. */
  key: Scalars['String']['output'];
  /** The network, where no decision is left; else null. */
  notation?: Maybe<Scalars['String']['output']>;
  /** Results that it had learned from. */
  observed: Scalars['Int']['output'];
  /** The decisions that lead here, as a network is written. */
  path: Array<Scalars['String']['output']>;
  /** Candidates proposed by then. */
  proposed: Scalars['Int']['output'];
  /** The steps of the controller that went before: it changes when there is something new to see. */
  version: Scalars['Int']['output'];
};

/** Entry points for reading. */
export type Query = {
  __typename?: 'Query';
  /** A candidate by id. */
  candidate?: Maybe<Candidate>;
  /** Compares two orders of the same networks; candidates of two searches are the same where their networks are. null where you may not see a search. */
  compareRankings?: Maybe<RankingComparison>;
  /**
   * Compares searches of one team: 2 to 12. null where you may not see one of them. Costs one statement a question, not one a search, and sends a
   * point for each improvement only.
   */
  compareSearches?: Maybe<SearchComparison>;
  /** A dataset by its id; null when it does not exist or you may not see it. */
  dataset?: Maybe<Dataset>;
  /** What a search would cost and what is wrong with it, before it is made. */
  estimateSearch: SearchEstimate;
  /** What an invitation's secret is good for; null when it is unknown, used or expired. Needs no account. */
  invitation?: Maybe<InvitationPreview>;
  /** Any object by its global id; null when it does not exist or you may not see it. */
  node?: Maybe<Node>;
  /** The presets, smallest first. */
  presets: Array<Preset>;
  /** A search by id. */
  search?: Maybe<Search>;
  /** A team by id or slug. */
  team?: Maybe<Team>;
  /** Who is signed in; null when nobody is. */
  viewer?: Maybe<Viewer>;
};


/** Entry points for reading. */
export type QueryCandidateArgs = {
  id: Scalars['ID']['input'];
};


/** Entry points for reading. */
export type QueryCompareRankingsArgs = {
  first: RankingInput;
  second: RankingInput;
  seed?: Scalars['Int']['input'];
};


/** Entry points for reading. */
export type QueryCompareSearchesArgs = {
  reward?: InputMaybe<RewardKind>;
  searchIds: Array<Scalars['ID']['input']>;
};


/** Entry points for reading. */
export type QueryDatasetArgs = {
  id: Scalars['ID']['input'];
};


/** Entry points for reading. */
export type QueryEstimateSearchArgs = {
  input: CreateSearchInput;
};


/** Entry points for reading. */
export type QueryInvitationArgs = {
  secret: Scalars['String']['input'];
};


/** Entry points for reading. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Entry points for reading. */
export type QuerySearchArgs = {
  id: Scalars['ID']['input'];
};


/** Entry points for reading. */
export type QueryTeamArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** A correlation of two orders with its 95% interval, by 1,000 draws of the networks with replacement (percentile bootstrap, Efron 1979). */
export type RankCorrelation = {
  __typename?: 'RankCorrelation';
  /** Upper end. */
  high?: Maybe<Scalars['Float']['output']>;
  /** Lower end; null for fewer than four networks. */
  low?: Maybe<Scalars['Float']['output']>;
  /** null for fewer than two networks, or where all have one value. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** A network in two orders. */
export type RankedCandidate = {
  __typename?: 'RankedCandidate';
  /** The candidate in the search of the first order. */
  first: Candidate;
  /** From 1 for the best; equals share the mean of their ranks. */
  firstRank: Scalars['Float']['output'];
  /** What ranks it in the first order. */
  firstValue: Scalars['Float']['output'];
  /** The candidate in the search of the second order; the same one where both orders are of one search. */
  second: Candidate;
  /** From 1 for the best; equals share the mean of their ranks. */
  secondRank: Scalars['Float']['output'];
  /** What ranks it in the second order. */
  secondValue: Scalars['Float']['output'];
};

/** Two orders of the same networks, of one search or of two. */
export type RankingComparison = {
  __typename?: 'RankingComparison';
  /** Networks that are in both orders, in the first one's; of equals the first number. `top`: only those among so many best of either. */
  candidates: Array<RankedCandidate>;
  /** Networks that are in both orders. */
  count: Scalars['Int']['output'];
  /** Candidates that are in the first order alone. */
  onlyFirst: Scalars['Int']['output'];
  /** Candidates that are in the second order alone. */
  onlySecond: Scalars['Int']['output'];
  /** How much the tops of both orders have in common, for tops of 1, 3, 5, 10, 20, 50 and 100. */
  overlaps: Array<TopOverlap>;
  /** Spearman's rho: the correlation of the ranks, equals sharing the mean of theirs. */
  rho: RankCorrelation;
  /** Kendall's tau-b: 1 for the same order, -1 for the opposite, 0 on average for unrelated ones; ties count in neither. */
  tau: RankCorrelation;
};


/** Two orders of the same networks, of one search or of two. */
export type RankingComparisonCandidatesArgs = {
  top?: InputMaybe<Scalars['PositiveInt']['input']>;
};

/** One order of candidates: those with the best values first. */
export type RankingInput = {
  /**
   * What orders them: a loss or another metric of which less is better, the smallest first; anything else, the largest first. Under PICKS only
   * those that somebody judged, or passed over in a choice, are in the order, by picks less rejections.
   */
  measure: MeasureInput;
  /** Whose candidates. */
  searchId: Scalars['ID']['input'];
};

/** How the learning rate goes from epoch to epoch. */
export type RateSchedule =
  /** Stays as it is. */
  | 'CONSTANT'
  /** Goes down along half a cosine, once or with restarts (Loshchilov & Hutter 2017). */
  | 'COSINE'
  /** Is multiplied by `decay` after every `decayEvery` epochs. */
  | 'STEP';

/** A preference between candidates. */
export type RecordChoiceInput = {
  /** 1 to 200 others. */
  overIds: Array<Scalars['ID']['input']>;
  /** null: neither. */
  preferredId?: InputMaybe<Scalars['ID']['input']>;
  /** The search all of them belong to. */
  searchId: Scalars['ID']['input'];
};

/** Outcome of recordChoice. */
export type RecordChoicePayload = {
  __typename?: 'RecordChoicePayload';
  /** What was recorded. */
  choice?: Maybe<Choice>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** What a recurrent cell may be made of. */
export type RecurrentLimitsInput = {
  /** What a node may apply. */
  activations: Array<Activation>;
  /** Nodes of every cell, 1 to 32; each but the first chooses one before it. */
  nodes: Scalars['PositiveInt']['input'];
  /** Length of the state, of the embedding of a word, and of what every node gives. */
  units: Scalars['PositiveInt']['input'];
};

/** Why one of several trials has not ended. */
export type RefusedTrial = {
  __typename?: 'RefusedTrial';
  /** Its lease, as it was given. */
  leaseId: Scalars['ID']['output'];
  /** Why. */
  userErrors: Array<UserError>;
};

/** What a worker is. */
export type RegisterWorkerInput = {
  /** What it trains with. */
  backend: Scalars['String']['input'];
  /** Version of the library under the backend. */
  backendVersion: Scalars['String']['input'];
  /** Name of the device. */
  device: Scalars['String']['input'];
  /** For a GPU: the same for all workers on it, such as its UUID; 1 to 200 characters. Left out: the name of the device. */
  deviceId?: InputMaybe<Scalars['String']['input']>;
  /** What kind of device. */
  deviceKind: DeviceKind;
  /** Measured speed of one large matrix product; GFLOP/s. */
  gflops: Scalars['Float']['input'];
  /** Host it runs on. */
  host: Scalars['String']['input'];
  /** The same for all workers of one machine, which share its memory; 1 to 200 characters. Left out: the name of the host, within the team. */
  hostId?: InputMaybe<Scalars['String']['input']>;
  /** That training may use: what the device has, or less. */
  memoryBytes: Scalars['Float']['input'];
  /** For people; 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** Whether the same training gives the same numbers again, to the last bit. */
  reproducible?: Scalars['Boolean']['input'];
  /** That it trains with. */
  threads: Scalars['Int']['input'];
};

/** Outcome of registerWorker. */
export type RegisterWorkerPayload = {
  __typename?: 'RegisterWorkerPayload';
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
  /** The worker with its id. */
  worker?: Maybe<Worker>;
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
  fence: Scalars['Int']['input'];
  /** The lease. */
  leaseId: Scalars['ID']['input'];
  /** Why, for the log. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of releaseLease. */
export type ReleaseLeasePayload = {
  __typename?: 'ReleaseLeasePayload';
  /** The lease that was given back. */
  leaseId?: Maybe<Scalars['ID']['output']>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** Which member. */
export type RemoveMemberInput = {
  /** The member. */
  memberId: Scalars['ID']['input'];
};

/** Outcome of removeMember. */
export type RemoveMemberPayload = {
  __typename?: 'RemoveMemberPayload';
  /** The member that was removed. */
  memberId?: Maybe<Scalars['ID']['output']>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** A search's new name. */
export type RenameSearchInput = {
  /** 1 to 120 characters. */
  name: Scalars['String']['input'];
  /** The search. */
  searchId: Scalars['ID']['input'];
};

/** Which lease goes on. */
export type RenewLeaseInput = {
  /** As it was given with the lease. */
  fence: Scalars['Int']['input'];
  /** The lease. */
  leaseId: Scalars['ID']['input'];
  /** What a trial or a round of ENAS is doing now, for people who watch. */
  progress?: InputMaybe<TrialProgressInput>;
};

/** Outcome of renewLease. */
export type RenewLeasePayload = {
  __typename?: 'RenewLeasePayload';
  /** The lease with its new end. */
  lease?: Maybe<Lease>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
  /** False: the search was paused or stopped; give the work back after a checkpoint. */
  wanted: Scalars['Boolean']['output'];
};

/** What is new of a trial. */
export type ReportTrialInput = {
  /** File id of a checkpoint; replaces the one before. */
  checkpointFileId?: InputMaybe<Scalars['ID']['input']>;
  /** As it was given with the lease. */
  fence: Scalars['Int']['input'];
  /** The trial's lease. */
  leaseId: Scalars['ID']['input'];
  /** New values; a later one of the same name, split and epoch replaces an earlier one. */
  metrics?: Array<MetricInput>;
  /** What was predicted after this epoch; only of work that came with a prediction. Replaces the one before. */
  prediction?: InputMaybe<TrialPredictionInput>;
  /** New sheets; each replaces the one of its kind. */
  samples?: Array<SampleInput>;
  /** 1, 2, ... within this lease. */
  sequence: Scalars['PositiveInt']['input'];
};

/** Outcome of reportTrial. */
export type ReportTrialPayload = {
  __typename?: 'ReportTrialPayload';
  /** The trial. */
  trial?: Maybe<Trial>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
  /** False: stop and give the work back. */
  wanted: Scalars['Boolean']['output'];
};

/** Which worker goes. */
export type RetireWorkerInput = {
  /** The worker. */
  workerId: Scalars['ID']['input'];
};

/** Outcome of retireWorker. */
export type RetireWorkerPayload = {
  __typename?: 'RetireWorkerPayload';
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
  /** The worker that has gone. */
  workerId?: Maybe<Scalars['ID']['output']>;
};

/** Which candidates are trained again. */
export type RetrainCandidatesInput =
  /** By number, in this order. */
  { numbers: Array<Scalars['PositiveInt']['input']>; picked?: never; top?: never; }
  |  /** true: those that at least one member picked, in order of numbers. */
  { numbers?: never; picked: Scalars['Boolean']['input']; top?: never; }
  |  /** The best, best first. */
  { numbers?: never; picked?: never; top: RetrainTopInput; };

/** A retraining. */
export type RetrainInput = {
  /** Which of them; at most 1,000. */
  candidates: RetrainCandidatesInput;
  /** 1 to 120 characters; when left out, what is retrained of which search. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What they are ranked by; the search's when left out. */
  reward?: InputMaybe<RewardKind>;
  /** Whose candidates. */
  searchId: Scalars['ID']['input'];
  /** Seed of everything random; the search's when left out. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /**
   * How they are trained. When left out, as in the search, but all of each network, once, on all images, without an early end, and for at least
   * as many epochs as the thesis has: 20.
   */
  training?: InputMaybe<TrainingPlanInput>;
};

/** The best candidates by a measure. */
export type RetrainTopInput = {
  /** The reward that the search learns from when left out; the smallest first for a metric of which less is better. */
  by?: InputMaybe<MeasureInput>;
  /** So many, or all that have the measure. */
  count: Scalars['PositiveInt']['input'];
};

/** Which token. */
export type RevokeApiTokenInput = {
  /** The token. */
  apiTokenId: Scalars['ID']['input'];
};

/** Outcome of revokeApiToken. */
export type RevokeApiTokenPayload = {
  __typename?: 'RevokeApiTokenPayload';
  /** The token that was revoked. */
  apiTokenId?: Maybe<Scalars['ID']['output']>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** Which invitation. */
export type RevokeInvitationInput = {
  /** The invitation. */
  invitationId: Scalars['ID']['input'];
};

/** Outcome of revokeInvitation. */
export type RevokeInvitationPayload = {
  __typename?: 'RevokeInvitationPayload';
  /** The invitation that was revoked. */
  invitationId?: Maybe<Scalars['ID']['output']>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** A number the controller can learn from: a pure function of a trial's metrics. */
export type Reward = {
  __typename?: 'Reward';
  /** The formulation. */
  kind: RewardKind;
  /** null when the metrics it needs are missing or it is not finite. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** How well a reward ranks candidates as people do. */
export type RewardAgreement = {
  __typename?: 'RewardAgreement';
  /** Share of these pairs in which the picked one has the higher reward, ties count half: 0.5 is chance (area under the ROC curve). */
  concordance?: Maybe<Scalars['Float']['output']>;
  /** Upper end of the interval. */
  high?: Maybe<Scalars['Float']['output']>;
  /** Lower end of the 95% interval of `concordance` (Hanley & McNeil 1982). */
  low?: Maybe<Scalars['Float']['output']>;
  /** Pairs of a picked and a not picked candidate (judged or passed over) that have this reward. */
  pairs: Scalars['Int']['output'];
  /** The formulation. */
  reward: RewardKind;
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

/** What a member may do. */
export type Role =
  /** Also manage members, tokens and workers. */
  | 'ADMIN'
  /** Also launch and steer searches, annotate, choose. */
  | 'MEMBER'
  /** Look at everything of the team. */
  | 'VIEWER';

/** A rung: candidates that were trained for so many epochs, of which some of the best are promoted to the next. */
export type Rung = {
  __typename?: 'Rung';
  /** Trainings asked for up to it. */
  asked: Scalars['Int']['output'];
  /** The highest reward at it. */
  best?: Maybe<Scalars['Float']['output']>;
  /** Of these, gave a reward. */
  done: Scalars['Int']['output'];
  /** That its candidates were trained for. */
  epochs: Scalars['Int']['output'];
  /** Epochs of all planned trainings, each from where its candidate stands. */
  epochsPlanned: Scalars['Int']['output'];
  /** Epochs of the trainings that ended, each from where its candidate stood. */
  epochsSpent: Scalars['Int']['output'];
  /** Of these, ended without one: they are never promoted. */
  failed: Scalars['Int']['output'];
  /** The lowest reward that was promoted from it. */
  lowestPromoted?: Maybe<Scalars['Float']['output']>;
  /** Of these, wait or run. */
  open: Scalars['Int']['output'];
  /** Trainings that the budget leads to, those asked for included; of ASHA at least so many. */
  planned: Scalars['Int']['output'];
  /** Candidates that were promoted from it. */
  promoted: Scalars['Int']['output'];
  /** From 0, the lowest. */
  rung: Scalars['Int']['output'];
  /** Seconds of these. */
  seconds: Scalars['Float']['output'];
};

/** A candidate at a rung. */
export type RungResult = {
  __typename?: 'RungResult';
  /** When it ended, in whatever way. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** That it is trained for. */
  epochs: Scalars['Int']['output'];
  /** Of these, trained before. */
  fromEpochs: Scalars['Int']['output'];
  /** Of the training: the order in which the controller asked for them. */
  number: Scalars['Int']['output'];
  /** Under the search's formulation; null when it failed or has not ended. */
  reward?: Maybe<Scalars['Float']['output']>;
  /** From 0, the lowest. */
  rung: Scalars['Int']['output'];
  /** Seconds of this part of its training; null until it has ended. */
  seconds?: Maybe<Scalars['Float']['output']>;
};

/** Something to look at from a trial: one lossless sheet of equal tiles, or texts. */
export type Sample = Node & {
  __typename?: 'Sample';
  /** Tiles in a row. */
  columns: Scalars['Int']['output'];
  /** Tiles, or texts, in all. */
  count: Scalars['Int']['output'];
  /** Of EMBEDDING: length of the vectors. */
  dimensions?: Maybe<Scalars['Int']['output']>;
  /** Epoch after which it was made. */
  epoch: Scalars['Int']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** What it shows. */
  kind: SampleKind;
  /** Height of a tile in pixels; 1 for texts. */
  tileHeight: Scalars['Int']['output'];
  /** Width of a tile in pixels; 1 for texts. */
  tileWidth: Scalars['Int']['output'];
  /** What is known of each tile, in their order; null for kinds that have nothing to say. */
  tiles?: Maybe<Array<SampleTile>>;
  /** Which training made it. */
  trial: Trial;
  /** Address of the PNG, or of TEXT of a JSON array of strings, on this server; needs the same sign-in as the API, never changes its content. */
  url: Scalars['String']['output'];
  /** Of EMBEDDING: address of the vectors of the tiles (see UploadType.VECTORS); null for other kinds. */
  vectorsUrl?: Maybe<Scalars['String']['output']>;
};

/** A sheet of equal tiles. */
export type SampleInput = {
  /** Tiles in a row. */
  columns: Scalars['PositiveInt']['input'];
  /** Tiles, or texts, in all. */
  count: Scalars['PositiveInt']['input'];
  /** Of EMBEDDING: length of the vectors. */
  dimensions?: InputMaybe<Scalars['PositiveInt']['input']>;
  /** After which it was made; from 1. */
  epoch: Scalars['Int']['input'];
  /** As createUpload gave it for PNG, or for TEXTS of a TEXT sample; the bytes have to be there. */
  fileId: Scalars['ID']['input'];
  /** What it shows. */
  kind: SampleKind;
  /** Pixels; 1 for texts. */
  tileHeight: Scalars['PositiveInt']['input'];
  /** Pixels; 1 for texts. */
  tileWidth: Scalars['PositiveInt']['input'];
  /** One for each tile, where there is something to say of them. */
  tiles?: InputMaybe<Array<SampleTileInput>>;
  /** Of EMBEDDING: file id of the vectors, as createUpload gave it for VECTORS. */
  vectorsFileId?: InputMaybe<Scalars['ID']['input']>;
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
export type SampleTile = {
  __typename?: 'SampleTile';
  /** Class of the image, from 0; null where images have none. */
  label?: Maybe<Scalars['Int']['output']>;
  /** Class that the network takes it for, of MISTAKES. */
  predicted?: Maybe<Scalars['Int']['output']>;
  /** Probability that the network gives that class, of MISTAKES. */
  probability?: Maybe<Scalars['Float']['output']>;
};

/** What is known of one tile. */
export type SampleTileInput = {
  /** Class of the image, from 0. */
  label?: InputMaybe<Scalars['Int']['input']>;
  /** Class that the network takes it for. */
  predicted?: InputMaybe<Scalars['Int']['input']>;
  /** Probability that the network gives that class, 0 to 1. */
  probability?: InputMaybe<Scalars['Float']['input']>;
};

/** Which part of a network is trained. */
export type Scope =
  /** Convolutions keep their random first weights; only fully connected layers and classifier learn (thesis 5.1). */
  | 'CLASSIFIER_ONLY'
  /** The encoder keeps its random first weights; only the decoder learns (thesis 5.2). */
  | 'DECODER_ONLY'
  /** All of it. */
  | 'FULL';

/** One run of one controller over one space on one dataset. */
export type Search = Node & {
  __typename?: 'Search';
  /** How well each reward formulation agrees with the picks. */
  agreement: Array<RewardAgreement>;
  /** The candidate with the highest reward so far. */
  best?: Maybe<Candidate>;
  /** A candidate by its number. */
  candidate?: Maybe<Candidate>;
  /** Its candidates. `skip` jumps ahead for a scroll bar; a cursor is stable while rows arrive. */
  candidates: CandidateConnection;
  /** What was changed of its plan while it ran, oldest first. */
  changes: Array<SearchChange>;
  /** Preferences shown in this search, newest first. */
  choices: ChoiceConnection;
  /** Whether its controller settles on few networks before half of the budget; null while it does not. */
  collapse?: Maybe<Collapse>;
  /** Candidates that have both measures, in order of numbers: one reward or metric against another. */
  comparison: Array<ComparisonPoint>;
  /** How many of its candidates stand where. */
  counts: CandidateCounts;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who began it; null for the platform. */
  createdBy?: Maybe<Member>;
  /** What its networks are trained on. */
  dataset: Dataset;
  /**
   * Devices that trained its candidates, those with the most trainings first. The same seed gives the same search again on one of them alone, and only
   * where that is reproducible.
   */
  devices: Array<SearchDevice>;
  /** When it ended, in whatever way. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Validation metrics that its candidates have, by name. */
  metricKinds: Array<MetricKind>;
  /** As a member called it. */
  name: Scalars['String']['output'];
  /** What it was asked to do. */
  plan: Plan;
  /** One point a candidate in order of numbers, for plots. `after`: only numbers above. */
  points: Array<CandidatePoint>;
  /** How well it predicts, and what that saved; null without a prediction in its plan, now or before it was changed. */
  predictions?: Maybe<PredictionReport>;
  /**
   * What the controller has learned of a state: the actions there with their values. Of controllers that choose by Q-values (Q_LEARNING, FITTED_Q, DQN), from the state
   * that the last step left; null for the others, which keep none, and before the first step.
   */
  qValues?: Maybe<QValues>;
  /** The search whose networks it trains again; null for a search of its own. */
  retrainOf?: Maybe<Search>;
  /** Searches that train networks of this one again, newest first. */
  retrainings: Array<Search>;
  /** Of ENAS: where the present round stands; null while none is under way. `epoch` counts rounds, `preparing` names the part of the round, null while its shared weights are trained; `step` counts that part's batches, or the policy's updates. */
  roundProgress?: Maybe<TrialProgress>;
  /** Of ENAS: its rounds so far, in order; empty for other controllers. */
  rounds: Array<EnasRound>;
  /** The rungs that its candidates climb, the lowest first; empty for controllers without. */
  rungs: Array<Rung>;
  /** Seconds of running, pauses left out. */
  seconds: Scalars['Float']['output'];
  /** Predicted seconds left, `timeLeft.seconds`. */
  secondsLeft?: Maybe<Scalars['Float']['output']>;
  /** Which networks it may build. */
  space: SearchSpace;
  /** When its first work was leased. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: SearchStatus;
  /** Why it ended, or waits; null while there is nothing to say. */
  statusReason?: Maybe<Scalars['String']['output']>;
  /** Tags used in this search, most used first. */
  tags: Array<Scalars['String']['output']>;
  /** Whose it is. */
  team: Team;
  /** Predicted time left on the workers that are there, from the work of its candidates and what the workers took for such; null without workers. */
  timeLeft?: Maybe<TimeRange>;
};


/** One run of one controller over one space on one dataset. */
export type SearchCandidateArgs = {
  number: Scalars['PositiveInt']['input'];
};


/** One run of one controller over one space on one dataset. */
export type SearchCandidatesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<CandidateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  skip?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CandidateSort>;
};


/** One run of one controller over one space on one dataset. */
export type SearchChoicesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** One run of one controller over one space on one dataset. */
export type SearchComparisonArgs = {
  x: MeasureInput;
  y: MeasureInput;
};


/** One run of one controller over one space on one dataset. */
export type SearchPointsArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
};


/** One run of one controller over one space on one dataset. */
export type SearchQValuesArgs = {
  decisions?: Array<Scalars['Int']['input']>;
};

/** One setting that was changed while a search ran. */
export type SearchChange = {
  __typename?: 'SearchChange';
  /** Its value since; null for none. */
  after?: Maybe<Scalars['JSON']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Its value before; null for none. */
  before?: Maybe<Scalars['JSON']['output']>;
  /** Who did it; null for the platform, or somebody who has left. */
  by?: Maybe<Member>;
  /** As in ChangeSearchInput. */
  field: Scalars['String']['output'];
  /** The first candidate that was proposed under it. */
  fromNumber: Scalars['Int']['output'];
  /** Results that the controller had observed then: it learned from later ones under the change. */
  observed: Scalars['Int']['output'];
};

/** Several searches beside each other: how good the best was that each had found, for what it had spent. */
export type SearchComparison = {
  __typename?: 'SearchComparison';
  /** What was set differently and is no part of what a controller decides. Empty: they are comparable. */
  differences: Array<SearchDifference>;
  /** The formulation that they are compared by, whatever each learns from. */
  reward: RewardKind;
  /** Formulations that all of them have, in the usual order. */
  rewards: Array<RewardKind>;
  /** One for each, in the order in which they were asked for. */
  searches: Array<ComparedSearch>;
};

/** A page of searches. */
export type SearchConnection = {
  __typename?: 'SearchConnection';
  /** The rows of the page. */
  edges: Array<SearchEdge>;
  /** Where the page lies in the whole. */
  pageInfo: PageInfo;
  /** All rows, on whatever page. */
  totalCount: Scalars['Int']['output'];
};

/** A device that trained candidates of a search. */
export type SearchDevice = {
  __typename?: 'SearchDevice';
  /** What was trained with. */
  backend: Scalars['String']['output'];
  /** Its name. */
  device: Scalars['String']['output'];
  /** Whether the same training gives the same numbers again, as of its workers. */
  reproducible: Scalars['Boolean']['output'];
  /** That a worker trained with. */
  threads: Scalars['Int']['output'];
  /** Trainings that it did last, or does. */
  trainings: Scalars['Int']['output'];
};

/** Something that searches do not have in common. */
export type SearchDifference = {
  __typename?: 'SearchDifference';
  /**
   * Whether rewards are then of different things, so that no order of the searches follows. false for what only makes one a little easier than the
   * other: the reward that each learns from.
   */
  breaks: Scalars['Boolean']['output'];
  /** Where it lies: `dataset`, `space.` and a limit, or `plan.` and a setting. */
  field: Scalars['String']['output'];
  /** Of each search, in their order; null where it has none. */
  values: Array<Maybe<Scalars['JSON']['output']>>;
};

/** A search in a list. */
export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** Its place in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The row itself. */
  node: Search;
};

/** What a search would be. */
export type SearchEstimate = {
  __typename?: 'SearchEstimate';
  /** A network drawn at random, with the plan's seed. */
  example?: Maybe<NetworkSummary>;
  /** Floating-point operations of all trainings together, as far as networks drawn from the space tell; null where something is wrong. */
  flops?: Maybe<Scalars['Float']['output']>;
  /** The network with the most parameters. */
  largest?: Maybe<NetworkSummary>;
  /** Exact number of networks in the space. */
  networkCount?: Maybe<Scalars['BigInt']['output']>;
  /** Predicted seconds on the present fleet, `time.seconds`; null without workers. */
  seconds?: Maybe<Scalars['Float']['output']>;
  /** Smallest and largest network by parameters. */
  smallest?: Maybe<NetworkSummary>;
  /** Predicted time on the present fleet; null without workers. */
  time?: Maybe<TimeRange>;
  /** The same problems that createSearch would name. */
  userErrors: Array<UserError>;
};

/** Which networks a search may build. */
export type SearchSpace = Node & {
  __typename?: 'SearchSpace';
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Family of networks. */
  kind: SpaceKind;
  /** What may be chosen; the shape depends on `kind` (see SpaceLimitsInput). */
  limits: Scalars['JSON']['output'];
  /** As shown. */
  name: Scalars['String']['output'];
  /** Exact number of different networks on this dataset. */
  networkCount?: Maybe<Scalars['BigInt']['output']>;
};


/** Which networks a search may build. */
export type SearchSpaceNetworkCountArgs = {
  datasetId: Scalars['ID']['input'];
};

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

/** Pictures of one size. */
export type SizeCount = {
  __typename?: 'SizeCount';
  /** Over all splits. */
  count: Scalars['Int']['output'];
  /** In pixels. */
  height: Scalars['Int']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** A broken picture. */
export type SkippedPicture = {
  __typename?: 'SkippedPicture';
  /** Its path in what was given. */
  file: Scalars['String']['output'];
  /** What is wrong with it. */
  reason: Scalars['String']['output'];
};

/** Which way a list is sorted. */
export type SortDirection =
  /** Smallest first. */
  | 'ASCENDING'
  /** Largest first. */
  | 'DESCENDING';

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
  /** For symmetric autoencoders. */
  { autoencoder: AutoencoderLimitsInput; chain?: never; generator?: never; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  /** For classification. */
  { autoencoder?: never; chain: ChainLimitsInput; generator?: never; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  /** For generators. */
  { autoencoder?: never; chain?: never; generator: GeneratorLimitsInput; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  /** For networks of ENAS's macro search. */
  { autoencoder?: never; chain?: never; generator?: never; macro: MacroLimitsInput; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  /** For networks of ENAS's micro search. */
  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro: MicroLimitsInput; nas?: never; pyramid?: never; recurrent?: never; variational?: never; }
  |  /** For networks of NAS. */
  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro?: never; nas: NasLimitsInput; pyramid?: never; recurrent?: never; variational?: never; }
  |  /** For pictures of many sizes. */
  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro?: never; nas?: never; pyramid: PyramidLimitsInput; recurrent?: never; variational?: never; }
  |  /** For recurrent cells. */
  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent: RecurrentLimitsInput; variational?: never; }
  |  /** For variational autoencoders. */
  { autoencoder?: never; chain?: never; generator?: never; macro?: never; micro?: never; nas?: never; pyramid?: never; recurrent?: never; variational: VariationalLimitsInput; };

/** Part of a dataset. */
export type Split =
  /** Images that are trained on. */
  | 'TRAIN'
  /** Images that are held out. */
  | 'VALIDATION';

/** Which search. */
export type SteerSearchInput = {
  /** The search. */
  searchId: Scalars['ID']['input'];
};

/** Outcome of steering a search. */
export type SteerSearchPayload = {
  __typename?: 'SteerSearchPayload';
  /** The search as it stands now. */
  search?: Maybe<Search>;
  /** What was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** What became of a candidate, or of one of its trainings. */
export type StepResult = {
  __typename?: 'StepResult';
  /** Its network. */
  notation: Scalars['String']['output'];
  /** Of the candidate; of a controller with rungs that of the training: 1, 2, ... as they were asked for. */
  number: Scalars['Int']['output'];
  /** null when it failed. */
  reward?: Maybe<Scalars['Float']['output']>;
};

/** One step of a controller. */
export type StepWork = {
  __typename?: 'StepWork';
  /** Of ENAS: address of the shared weights that the state belongs to; null before the first round. */
  checkpointUrl?: Maybe<Scalars['String']['output']>;
  /** What was imported, row by row; it teaches the controller before its first step, and is empty later. A candidate may come several times. */
  history: Array<StepResult>;
  /** Results since the state, in order of their numbers. */
  results: Array<StepResult>;
  /** Whose controller; its plan and space say all that a step needs. */
  search: Search;
  /** The state; null before the first step. Ask for it only when you do not have this version. */
  state?: Maybe<Scalars['JSON']['output']>;
  /** Version of the controller's state; commit with the same. */
  version: Scalars['Int']['output'];
};

/** Streams. Each can be resumed: hand the last cursor you saw to `after`. */
export type Subscription = {
  __typename?: 'Subscription';
  /** A team's feed, or one search's. With `after`, first everything since, then live, with no gap and no repetition; without, only what comes. */
  events: Event;
  /** Trials of a search that have made progress within an epoch, at most once a second each. Nothing is kept: there is no `after`. */
  trialProgress: Trial;
};


/** Streams. Each can be resumed: hand the last cursor you saw to `after`. */
export type SubscriptionEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  kinds?: InputMaybe<Array<EventKind>>;
  searchId?: InputMaybe<Scalars['ID']['input']>;
  teamId: Scalars['ID']['input'];
};


/** Streams. Each can be resumed: hand the last cursor you saw to `after`. */
export type SubscriptionTrialProgressArgs = {
  searchId: Scalars['ID']['input'];
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

/** People who share datasets, searches and picks. */
export type Team = Node & {
  __typename?: 'Team';
  /** API tokens: your own; all of the team's for admins. */
  apiTokens: Array<ApiToken>;
  /** Since when. */
  createdAt: Scalars['DateTime']['output'];
  /** Datasets on their way, and those that were refused in the last day; the newest first. */
  datasetImports: Array<DatasetImport>;
  /** Datasets the team can search on: its own and those that come with the platform. */
  datasets: Array<Dataset>;
  /** The feed from its beginning, or newest first with `last`. */
  events: EventConnection;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Invitations that were neither used nor revoked. For admins. */
  invitations: Array<Invitation>;
  /** Cursor of the newest event: subscribe from here to see only what comes. */
  latestCursor: Scalars['Cursor']['output'];
  /** Who belongs to it, in order of joining. */
  members: MemberConnection;
  /** As shown. */
  name: Scalars['String']['output'];
  /** Spaces the team can search: its own and those that come with the platform. */
  searchSpaces: Array<SearchSpace>;
  /** Its searches, newest first. */
  searches: SearchConnection;
  /** In addresses; unique. */
  slug: Scalars['String']['output'];
  /** Your own membership; null for a worker's token. */
  viewerMember?: Maybe<Member>;
  /** Workers seen in the last day, newest first. */
  workers: Array<Worker>;
};


/** People who share datasets, searches and picks. */
export type TeamEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  searchId?: InputMaybe<Scalars['ID']['input']>;
};


/** People who share datasets, searches and picks. */
export type TeamMembersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** People who share datasets, searches and picks. */
export type TeamSearchesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<Array<SearchStatus>>;
};

/** What the tokens of a text are. */
export type TextUnit =
  /** Every character by itself, spaces and punctuation too. */
  | 'CHARACTERS'
  /** Words in small letters, numbers and signs; rare ones are `<unk>`, and `<eos>` ends a paragraph. */
  | 'WORDS';

/** A predicted time: the median, and an interval that holds the truth four times in five. */
export type TimeRange = {
  __typename?: 'TimeRange';
  /** Upper end, in seconds: one time in ten it takes more. */
  high: Scalars['Float']['output'];
  /** Lower end, in seconds: one time in ten it takes less. */
  low: Scalars['Float']['output'];
  /** The median: one time in two it takes less. */
  seconds: Scalars['Float']['output'];
};

/** What the tops of two orders have in common. */
export type TopOverlap = {
  __typename?: 'TopOverlap';
  /** So many expected of unrelated orders: k x k / all. */
  chance: Scalars['Float']['output'];
  /** So many at the top of each. */
  k: Scalars['Int']['output'];
  /** So many of them in both. */
  shared: Scalars['Int']['output'];
};

/** Of the Parzen estimator. */
export type TpePlan = {
  __typename?: 'TpePlan';
  /** Walks drawn for each proposal, of which the best is taken. */
  candidates: Scalars['Int']['output'];
  /** Random networks first. */
  startup: Scalars['Int']['output'];
};

/** Of the Parzen estimator. */
export type TpePlanInput = {
  /** 1 to 1,000. */
  candidates?: Scalars['Int']['input'];
  /** 2 to 10,000. */
  startup?: Scalars['Int']['input'];
};

/** How each candidate is trained. */
export type TrainingPlan = {
  __typename?: 'TrainingPlan';
  /** Every convolution's result is normalised over the batch before its ReLU (Ioffe & Szegedy 2015), but for the one that gives the image. */
  batchNormalisation: Scalars['Boolean']['output'];
  /** Images a step; of a text, sequences. */
  batchSize: Scalars['Int']['output'];
  /** New starts with the learning rate x 0.4 while accuracy after the first epoch is at chance. */
  chanceRetries: Scalars['Int']['output'];
  /** Layers of the discriminator before its one logit, of adversarial training; null: C(64,5,2), D(1,1), C(128,5,2), D(1,1). */
  discriminator?: Maybe<Scalars['String']['output']>;
  /** Passes over the training images. */
  epochs: Scalars['Int']['output'];
  /** Trainings of each candidate from different first weights, whose metrics are averaged (thesis 5.1: 10). */
  initialisations: Scalars['Int']['output'];
  /** Of language modelling; null for other tasks. */
  language?: Maybe<LanguagePlan>;
  /** What is minimised. */
  loss: LossPlan;
  /** How weights are updated. */
  optimizer: OptimizerPlan;
  /** A training ends after so many epochs without a lower validation loss; null for never. */
  patience?: Maybe<Scalars['Int']['output']>;
  /** Which part of a network learns. */
  scope: Scope;
  /** What is learned. */
  task: Task;
  /** A trial that takes longer fails with the reason TIMEOUT. */
  timeoutSeconds: Scalars['Int']['output'];
  /** Images of the train split that are used, or tokens of a text; null for all. */
  trainImages?: Maybe<Scalars['Int']['output']>;
  /** Images of the validation split that are used, or tokens of a text; null for all. */
  validationImages?: Maybe<Scalars['Int']['output']>;
};

/** How each candidate is trained. */
export type TrainingPlanInput = {
  /** Its scales are not counted among the parameters of the space's networks. */
  batchNormalisation?: Scalars['Boolean']['input'];
  /** 1 to 4,096. */
  batchSize?: Scalars['Int']['input'];
  /** 0 to 10. */
  chanceRetries?: Scalars['Int']['input'];
  /** Only for ADVERSARIAL; layers in notation, which have to fit the images. */
  discriminator?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,000. */
  epochs: Scalars['Int']['input'];
  /** 1 to 100. */
  initialisations?: Scalars['Int']['input'];
  /** Only for LANGUAGE_MODELLING, which has this one where it is left out. */
  language?: InputMaybe<LanguagePlanInput>;
  /** One of the task's. */
  loss: LossPlanInput;
  /** How weights are updated. */
  optimizer: OptimizerPlanInput;
  /** 1 to 1,000; null for never. */
  patience?: InputMaybe<Scalars['Int']['input']>;
  /** CLASSIFIER_ONLY only for classification, DECODER_ONLY only for reconstruction. */
  scope?: Scope;
  /** Has to fit the space: CLASSIFICATION for CHAIN, PYRAMID, NAS, MACRO and MICRO, VARIATIONAL for VARIATIONAL, RECONSTRUCTION for AUTOENCODER, ADVERSARIAL for GENERATOR, LANGUAGE_MODELLING for RECURRENT. */
  task: Task;
  /** 1 to 86,400. */
  timeoutSeconds?: Scalars['Int']['input'];
  /** At most what the dataset has; null for all. */
  trainImages?: InputMaybe<Scalars['Int']['input']>;
  /** At most what the dataset has; null for all. */
  validationImages?: InputMaybe<Scalars['Int']['input']>;
};

/** One training of one candidate. */
export type Trial = Node & {
  __typename?: 'Trial';
  /** Attempts so far; a lost worker or a retry begins another. */
  attempt: Scalars['Int']['output'];
  /**
   * Images of a batch in the last attempt; null before the first. Smaller than the plan's where the memory of the workers that were there does not
   * hold the plan's batches: halved as often as needed, down to 8, and once more after running out of memory.
   */
  batchSize?: Maybe<Scalars['Int']['output']>;
  /** What is trained. */
  candidate: Candidate;
  /** Why it failed. */
  failure?: Maybe<TrialFailure>;
  /** When it ended, in whatever way. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Estimated bytes of the training with its batch, the process left out; null for trials from before this was known. */
  memoryBytes?: Maybe<Scalars['Float']['output']>;
  /** How often it ran out of memory and began anew with half the batch: 0 or 1. */
  memoryRetries: Scalars['Int']['output'];
  /** Metric values of the last attempt, by epoch. `names` selects. */
  metrics: Array<Metric>;
  /** Where its time went; null until it ended. */
  phases?: Maybe<TrialPhases>;
  /** What it is doing now; null unless RUNNING. */
  progress?: Maybe<TrialProgress>;
  /** What it is for. */
  purpose: TrialPurpose;
  /** Newest samples, one a kind. */
  samples: Array<Sample>;
  /** Which weights are trained. */
  scope: TrialScope;
  /** Of all attempts; null before the first has ended. */
  seconds?: Maybe<Scalars['Float']['output']>;
  /** When its first attempt began. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: TrialStatus;
  /** Why a queued trial waits though workers are there: the memory that it needs, and what others have left of it. Null when memory does not keep it. */
  waitsFor?: Maybe<Scalars['String']['output']>;
  /** The worker that has it, or had it last. */
  worker?: Maybe<Worker>;
};


/** One training of one candidate. */
export type TrialMetricsArgs = {
  names?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Why a training failed. */
export type TrialFailure = {
  __typename?: 'TrialFailure';
  /** For people, e.g. the epoch and step of the first NaN. */
  message: Scalars['String']['output'];
  /** For programs. */
  reason: FailureReason;
};

/** Why a trial failed. */
export type TrialFailureInput = {
  /** For people; cut after 2,000 characters. */
  message: Scalars['String']['input'];
  /** For programs. */
  reason: FailureReason;
};

/** Seconds by phase; together they are the trial's `seconds`. */
export type TrialPhases = {
  __typename?: 'TrialPhases';
  /** Building the network and compiling its step. */
  build: Scalars['Float']['output'];
  /** Fetching the dataset, preparing batches. */
  data: Scalars['Float']['output'];
  /** Attempts before the last one. */
  earlier: Scalars['Float']['output'];
  /** Metrics of both splits. */
  evaluation: Scalars['Float']['output'];
  /** What the judge says of generated and reconstructed images. */
  judging: Scalars['Float']['output'];
  /** What is left of `Trial.seconds`: leasing, checkpoints, and whatever nobody measured. */
  other: Scalars['Float']['output'];
  /** Making samples. */
  samples: Scalars['Float']['output'];
  /** Forward passes, gradients and updates: one compiled loop, so one number. */
  training: Scalars['Float']['output'];
  /** Reports on their way to the server, a checkpoint from it, and turns of the event loop. */
  waiting: Scalars['Float']['output'];
};

/** Seconds by phase. */
export type TrialPhasesInput = {
  /** Building the network and compiling its step. */
  build: Scalars['Float']['input'];
  /** Fetching the dataset, preparing batches. */
  data: Scalars['Float']['input'];
  /** Metrics of both splits. */
  evaluation: Scalars['Float']['input'];
  /** What the judge says of generated and reconstructed images. */
  judging?: Scalars['Float']['input'];
  /** Making samples. */
  samples: Scalars['Float']['input'];
  /** Forward passes, gradients and updates: one compiled loop. */
  training: Scalars['Float']['input'];
  /** Reports on their way to the server, a checkpoint from it, and turns of the event loop. */
  waiting?: Scalars['Float']['input'];
};

/** A prediction that a trial made. */
export type TrialPredictionInput = {
  /** As it came with the work. */
  best: Scalars['Float']['input'];
  /** 0 to 1. */
  chance: Scalars['Float']['input'];
  /** After so many epochs; from 1. */
  epoch: Scalars['PositiveInt']['input'];
  /** Upper end of its interval. */
  high: Scalars['Float']['input'];
  /** Lower end of its interval. */
  low: Scalars['Float']['input'];
  /** Rows that came with the work. */
  rows: Scalars['PositiveInt']['input'];
  /** Whether the trial is stopped for it. */
  stops: Scalars['Boolean']['input'];
  /** The predicted final reward. */
  value: Scalars['Float']['input'];
};

/** What a trial is doing now. Not kept: a hint for people who watch. */
export type TrialProgress = {
  __typename?: 'TrialProgress';
  /** From 1. */
  epoch: Scalars['Int']['output'];
  /** In all. */
  epochs: Scalars['Int']['output'];
  /** Training speed. */
  imagesPerSecond: Scalars['Float']['output'];
  /** Loss of the last batches. */
  loss?: Maybe<Scalars['Float']['output']>;
  /** What is done before its training can begin, such as the training of a judge; null while it trains. */
  preparing?: Maybe<Scalars['String']['output']>;
  /** Of a round of ENAS: seconds until it ends, as its worker predicts them; null where nothing is known yet. */
  secondsLeft?: Maybe<Scalars['Float']['output']>;
  /** Batches of this epoch done. */
  step: Scalars['Int']['output'];
  /** Batches of an epoch. */
  steps: Scalars['Int']['output'];
};

/** Where a trial stands within its epoch. */
export type TrialProgressInput = {
  /** From 1. */
  epoch: Scalars['Int']['input'];
  /** In all. */
  epochs: Scalars['Int']['input'];
  /** Training speed. */
  imagesPerSecond: Scalars['Float']['input'];
  /** Mean since the epoch began; null where it is not finite. */
  loss?: InputMaybe<Scalars['Float']['input']>;
  /** What is done before its training can begin; null while it trains. */
  preparing?: InputMaybe<Scalars['String']['input']>;
  /** Of a round of ENAS: predicted seconds until it ends, 0 or more; null where nothing is known yet. */
  secondsLeft?: InputMaybe<Scalars['Float']['input']>;
  /** Batches of this epoch done. */
  step: Scalars['Int']['input'];
  /** Batches of an epoch. */
  steps: Scalars['Int']['input'];
};

/** What a training is for. */
export type TrialPurpose =
  /** Of a chosen candidate, afterwards. */
  | 'RETRAIN'
  /** Its reward teaches the controller. */
  | 'SEARCH';

/** Which weights are trained. */
export type TrialScope =
  /** Convolutions stay random (thesis 5.1). */
  | 'CLASSIFIER_ONLY'
  /** The encoder stays random (thesis 5.2). */
  | 'DECODER_ONLY'
  /** All of them. */
  | 'FULL';

/** Where a training stands. */
export type TrialStatus =
  /** Ended with its search. */
  | 'CANCELLED'
  /** Trained to the end. */
  | 'DONE'
  /** Ended with a reason. */
  | 'FAILED'
  /** Waits for a worker. */
  | 'QUEUED'
  /** A worker has it. */
  | 'RUNNING'
  /** Stopped, for it would hardly have beaten the best; see the candidate's prediction. */
  | 'STOPPED_EARLY';

/** One training. */
export type TrialWork = {
  __typename?: 'TrialWork';
  /** Images of a batch: the plan's, or fewer where those do not fit into the memory. */
  batchSize: Scalars['Int']['output'];
  /** Address of the last checkpoint of an earlier attempt, or of the rung below. */
  checkpointUrl?: Maybe<Scalars['String']['output']>;
  /** It ends after this epoch: the plan's last one, or that of a rung. Schedules go by the plan's epochs. */
  epochs: Scalars['Int']['output'];
  /** It ends after so many epochs without a lower validation loss, as the plan said when the candidate was proposed; null for never. */
  patience?: Maybe<Scalars['Int']['output']>;
  /** What it needs to predict its final reward; null where nothing is predicted, or not yet. */
  prediction?: Maybe<PredictionWork>;
  /** Its plan says how, its dataset on what. */
  search: Search;
  /** Everything random in this trial derives from it. */
  seed: Scalars['Int']['output'];
  /** What to train. */
  trial: Trial;
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

/** Why an input was refused. Nothing was changed. */
export type UserError = {
  __typename?: 'UserError';
  /** For programs. */
  code: UserErrorCode;
  /** Dotted path of the field within the input, e.g. `plan.budget.candidates`; null when no single field is at fault. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong with which value, and what is allowed. */
  message: Scalars['String']['output'];
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
  filters: Array<Scalars['PositiveInt']['input']>;
  /** Kernel sizes a convolution may have. */
  kernels: Array<Scalars['PositiveInt']['input']>;
  /** Latent sizes. */
  latent: Array<Scalars['PositiveInt']['input']>;
  /** Transposed convolutions of the decoder at most. */
  maxDecoderLayers: Scalars['PositiveInt']['input'];
  /** Convolutions of the encoder at most. */
  maxEncoderLayers: Scalars['PositiveInt']['input'];
  /** Stride of every convolution. */
  stride: Scalars['PositiveInt']['input'];
};

/** By hand. */
export type Verdict =
  /** Really good, in this member's eyes. */
  | 'PICKED'
  /** Not good. */
  | 'REJECTED';

/** By what members said of a candidate. */
export type VerdictFilter =
  /** At least one member picked it. */
  | 'PICKED'
  /** At least one member rejected it. */
  | 'REJECTED'
  /** Nobody picked or rejected it. */
  | 'UNDECIDED'
  /** You neither picked nor rejected it. */
  | 'UNDECIDED_BY_ME';

/** The account that is signed in. */
export type Viewer = {
  __typename?: 'Viewer';
  /** E-mail address; null for a worker's token. */
  email?: Maybe<Scalars['String']['output']>;
  /** Name of the account; of the token, for a worker's token. */
  name: Scalars['String']['output'];
  /** Teams this account or token belongs to. */
  teams: Array<Team>;
};

/** What a worker is asked to do. */
export type Work = StepWork | TrialWork;

/** Kinds of work. */
export type WorkKind =
  /** One step of a controller: observe results, propose networks. */
  | 'STEP'
  /** One training. */
  | 'TRIAL';

/** A process that trains. */
export type Worker = Node & {
  __typename?: 'Worker';
  /** What it trains with. */
  backend: Scalars['String']['output'];
  /** Version of the library under the backend. */
  backendVersion: Scalars['String']['output'];
  /** Name of the device. */
  device: Scalars['String']['output'];
  /** What kind of device. */
  deviceKind: DeviceKind;
  /** Measured speed of one large matrix product; GFLOP/s. */
  gflops: Scalars['Float']['output'];
  /** Host it runs on. */
  host: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** When it last asked, renewed or reported. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** What it works on. */
  lease?: Maybe<Lease>;
  /** Bytes that trainings and the workers' own processes may share: of the graphics card, or of the host. */
  memoryBytes: Scalars['Float']['output'];
  /** As it calls itself. */
  name: Scalars['String']['output'];
  /** When it came. */
  registeredAt: Scalars['DateTime']['output'];
  /**
   * Whether the same training gives the same numbers again, to the last bit, on this device with this count of threads. On graphics cards sums are
   * made in any order, so a search on them may go another way the next time.
   */
  reproducible: Scalars['Boolean']['output'];
  /** Whether it works, waits or is gone. */
  status: WorkerStatus;
  /** That it trains with. */
  threads: Scalars['Int']['output'];
  /** Why it waits though there is work: the memory that the next trial or round of ENAS needs, and what others have left of it. Null when nothing keeps it. */
  waitsFor?: Maybe<Scalars['String']['output']>;
};

/** Where a worker stands. */
export type WorkerStatus =
  /** Has said goodbye. */
  | 'GONE'
  /** Waits for work. */
  | 'IDLE'
  /** Not heard of for 30 seconds. */
  | 'LOST'
  /** Has a lease. */
  | 'WORKING';

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  Work:
    | ( Omit<StepWork, 'search'> & { search: _RefType['Search'] } )
    | ( Omit<TrialWork, 'search' | 'trial'> & { search: _RefType['Search'], trial: _RefType['Trial'] } )
  ;
}>;

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  Node:
    | ( AnnotationParent )
    | ( ApiTokenParent )
    | ( CandidateParent )
    | ( ChoiceParent )
    | ( DatasetParent )
    | ( DatasetImportParent )
    | ( InvitationParent )
    | ( LeaseParent )
    | ( MemberParent )
    | ( SampleParent )
    | ( SearchParent )
    | ( SearchSpaceParent )
    | ( TeamParent )
    | ( TrialParent )
    | ( WorkerParent )
  ;
}>;

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  AcceptInvitationInput: AcceptInvitationInput;
  AcceptInvitationPayload: ResolverTypeWrapper<Omit<AcceptInvitationPayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  Activation: Activation;
  AnnotateCandidateInput: AnnotateCandidateInput;
  AnnotateCandidatePayload: ResolverTypeWrapper<Omit<AnnotateCandidatePayload, 'annotation' | 'candidate'> & { annotation?: Maybe<ResolversTypes['Annotation']>, candidate?: Maybe<ResolversTypes['Candidate']> }>;
  Annotation: ResolverTypeWrapper<AnnotationParent>;
  ApiToken: ResolverTypeWrapper<ApiTokenParent>;
  ApiTokenKind: ApiTokenKind;
  AutoencoderLimitsInput: AutoencoderLimitsInput;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Budget: ResolverTypeWrapper<Budget>;
  BudgetInput: BudgetInput;
  CancelDatasetImportInput: CancelDatasetImportInput;
  Candidate: ResolverTypeWrapper<CandidateParent>;
  CandidateConnection: ResolverTypeWrapper<CandidatePage>;
  CandidateCounts: ResolverTypeWrapper<CandidateCounts>;
  CandidateEdge: ResolverTypeWrapper<Omit<CandidateEdge, 'node'> & { node: ResolversTypes['Candidate'] }>;
  CandidateFigure: CandidateFigure;
  CandidateFilter: CandidateFilter;
  CandidatePoint: ResolverTypeWrapper<CandidatePoint>;
  CandidateSort: CandidateSort;
  CandidateSortField: CandidateSortField;
  CandidateStatus: CandidateStatus;
  ChainLimitsInput: ChainLimitsInput;
  ChainRules: ChainRules;
  ChangeMemberRoleInput: ChangeMemberRoleInput;
  ChangeMemberRolePayload: ResolverTypeWrapper<Omit<ChangeMemberRolePayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  ChangeSearchInput: ChangeSearchInput;
  Choice: ResolverTypeWrapper<ChoiceParent>;
  ChoiceConnection: ResolverTypeWrapper<ChoicePage>;
  ChoiceEdge: ResolverTypeWrapper<Omit<ChoiceEdge, 'node'> & { node: ResolversTypes['Choice'] }>;
  ClassCount: ResolverTypeWrapper<ClassCount>;
  Collapse: ResolverTypeWrapper<Collapse>;
  CollapseSign: CollapseSign;
  CommitStepInput: CommitStepInput;
  CommitStepPayload: ResolverTypeWrapper<Omit<CommitStepPayload, 'search'> & { search?: Maybe<ResolversTypes['Search']> }>;
  ComparedSearch: ResolverTypeWrapper<ComparedSearchParent>;
  ComparisonPoint: ResolverTypeWrapper<ComparisonPoint>;
  ControllerKind: ControllerKind;
  ControllerPlan: ResolverTypeWrapper<ControllerPlanParent>;
  ControllerPlanInput: ControllerPlanInput;
  CreateApiTokenInput: CreateApiTokenInput;
  CreateApiTokenPayload: ResolverTypeWrapper<Omit<CreateApiTokenPayload, 'apiToken'> & { apiToken?: Maybe<ResolversTypes['ApiToken']> }>;
  CreateSearchInput: CreateSearchInput;
  CreateSearchPayload: ResolverTypeWrapper<Omit<CreateSearchPayload, 'search'> & { search?: Maybe<ResolversTypes['Search']> }>;
  CreateSearchSpaceInput: CreateSearchSpaceInput;
  CreateSearchSpacePayload: ResolverTypeWrapper<Omit<CreateSearchSpacePayload, 'searchSpace'> & { searchSpace?: Maybe<ResolversTypes['SearchSpace']> }>;
  CreateTeamInput: CreateTeamInput;
  CreateTeamPayload: ResolverTypeWrapper<Omit<CreateTeamPayload, 'team'> & { team?: Maybe<ResolversTypes['Team']> }>;
  CreateUploadInput: CreateUploadInput;
  CreateUploadPayload: ResolverTypeWrapper<CreateUploadPayload>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Dataset: ResolverTypeWrapper<DatasetParent>;
  DatasetImport: ResolverTypeWrapper<DatasetImportParent>;
  DatasetImportStatus: DatasetImportStatus;
  DatasetKind: DatasetKind;
  DatasetOrigin: ResolverTypeWrapper<DatasetOrigin>;
  DatasetShares: ResolverTypeWrapper<DatasetShares>;
  DatasetSplit: DatasetSplit;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeviceKind: DeviceKind;
  DqnPlan: ResolverTypeWrapper<DqnPlan>;
  DqnPlanInput: DqnPlanInput;
  EnasPlan: ResolverTypeWrapper<EnasPlan>;
  EnasPlanInput: EnasPlanInput;
  EnasRound: ResolverTypeWrapper<EnasRound>;
  EnasRoundInput: EnasRoundInput;
  EndedTrialInput: EndedTrialInput;
  EpsilonStep: ResolverTypeWrapper<EpsilonStep>;
  EpsilonStepInput: EpsilonStepInput;
  Event: ResolverTypeWrapper<EventParent>;
  EventConnection: ResolverTypeWrapper<EventPage>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['Event'] }>;
  EventKind: EventKind;
  EvolutionPlan: ResolverTypeWrapper<EvolutionPlan>;
  EvolutionPlanInput: EvolutionPlanInput;
  ExportFormat: ExportFormat;
  ExportModelInput: ExportModelInput;
  ExportModelPayload: ResolverTypeWrapper<ExportModelPayload>;
  FailureReason: FailureReason;
  FidelityPlan: ResolverTypeWrapper<FidelityPlan>;
  FidelityPlanInput: FidelityPlanInput;
  FinalMetric: ResolverTypeWrapper<FinalMetric>;
  FinishTrialInput: FinishTrialInput;
  FinishTrialPayload: ResolverTypeWrapper<Omit<FinishTrialPayload, 'trial'> & { trial?: Maybe<ResolversTypes['Trial']> }>;
  FinishTrialsInput: FinishTrialsInput;
  FinishTrialsPayload: ResolverTypeWrapper<FinishTrialsPayload>;
  FittedQPlan: ResolverTypeWrapper<FittedQPlan>;
  FittedQPlanInput: FittedQPlanInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GeneratorLimitsInput: GeneratorLimitsInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImportDatasetInput: ImportDatasetInput;
  ImportDatasetPayload: ResolverTypeWrapper<Omit<ImportDatasetPayload, 'import'> & { import?: Maybe<ResolversTypes['DatasetImport']> }>;
  ImportSearchInput: ImportSearchInput;
  Improvement: ResolverTypeWrapper<Improvement>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Invitation: ResolverTypeWrapper<InvitationParent>;
  InvitationPreview: ResolverTypeWrapper<InvitationPreview>;
  InviteMemberInput: InviteMemberInput;
  InviteMemberPayload: ResolverTypeWrapper<Omit<InviteMemberPayload, 'invitation'> & { invitation?: Maybe<ResolversTypes['Invitation']> }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LanguagePlan: ResolverTypeWrapper<LanguagePlan>;
  LanguagePlanInput: LanguagePlanInput;
  Lease: ResolverTypeWrapper<LeaseParent>;
  LeaseWorkInput: LeaseWorkInput;
  LeaseWorkPayload: ResolverTypeWrapper<Omit<LeaseWorkPayload, 'lease' | 'more'> & { lease?: Maybe<ResolversTypes['Lease']>, more?: Maybe<Array<ResolversTypes['Lease']>> }>;
  LocalSearchPlan: ResolverTypeWrapper<LocalSearchPlan>;
  LocalSearchPlanInput: LocalSearchPlanInput;
  LossKind: LossKind;
  LossPlan: ResolverTypeWrapper<LossPlan>;
  LossPlanInput: LossPlanInput;
  MacroLimitsInput: MacroLimitsInput;
  MeasureInput: MeasureInput;
  MeasureRange: MeasureRange;
  Member: ResolverTypeWrapper<MemberParent>;
  MemberConnection: ResolverTypeWrapper<MemberPage>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  Metric: ResolverTypeWrapper<MetricParent>;
  MetricInput: MetricInput;
  MetricKind: ResolverTypeWrapper<MetricKind>;
  MicroLimitsInput: MicroLimitsInput;
  ModelExport: ResolverTypeWrapper<ModelExport>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NasLimitsInput: NasLimitsInput;
  NetworkSummary: ResolverTypeWrapper<NetworkSummary>;
  NewAccountInput: NewAccountInput;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Normalisation: ResolverTypeWrapper<Normalisation>;
  OptimizerKind: OptimizerKind;
  OptimizerPlan: ResolverTypeWrapper<OptimizerPlan>;
  OptimizerPlanInput: OptimizerPlanInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PerturbDatasetInput: PerturbDatasetInput;
  Perturbation: ResolverTypeWrapper<Omit<Perturbation, 'of'> & { of?: Maybe<ResolversTypes['Dataset']> }>;
  PictureSheet: ResolverTypeWrapper<PictureSheet>;
  Plan: ResolverTypeWrapper<Omit<Plan, 'controller'> & { controller: ResolversTypes['ControllerPlan'] }>;
  PlanInput: PlanInput;
  PolicyPlan: ResolverTypeWrapper<PolicyPlan>;
  PolicyPlanInput: PolicyPlanInput;
  PoolInput: PoolInput;
  PositiveInt: ResolverTypeWrapper<Scalars['PositiveInt']['output']>;
  Prediction: ResolverTypeWrapper<Prediction>;
  PredictionError: ResolverTypeWrapper<PredictionError>;
  PredictionPlan: ResolverTypeWrapper<PredictionPlan>;
  PredictionPlanInput: PredictionPlanInput;
  PredictionPoint: ResolverTypeWrapper<PredictionPoint>;
  PredictionReport: ResolverTypeWrapper<PredictionReport>;
  PredictionRow: ResolverTypeWrapper<PredictionRow>;
  PredictionWork: ResolverTypeWrapper<PredictionWork>;
  Preset: ResolverTypeWrapper<Omit<Preset, 'plan'> & { plan: ResolversTypes['Plan'] }>;
  ProposalInput: ProposalInput;
  PyramidLimitsInput: PyramidLimitsInput;
  QAction: ResolverTypeWrapper<Omit<QAction, 'best'> & { best?: Maybe<ResolversTypes['Candidate']> }>;
  QUpdate: QUpdate;
  QValues: ResolverTypeWrapper<QValuesParent>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RankCorrelation: ResolverTypeWrapper<RankCorrelation>;
  RankedCandidate: ResolverTypeWrapper<RankedCandidateParent>;
  RankingComparison: ResolverTypeWrapper<RankingComparisonParent>;
  RankingInput: RankingInput;
  RateSchedule: RateSchedule;
  RecordChoiceInput: RecordChoiceInput;
  RecordChoicePayload: ResolverTypeWrapper<Omit<RecordChoicePayload, 'choice'> & { choice?: Maybe<ResolversTypes['Choice']> }>;
  RecurrentLimitsInput: RecurrentLimitsInput;
  RefusedTrial: ResolverTypeWrapper<RefusedTrial>;
  RegisterWorkerInput: RegisterWorkerInput;
  RegisterWorkerPayload: ResolverTypeWrapper<Omit<RegisterWorkerPayload, 'worker'> & { worker?: Maybe<ResolversTypes['Worker']> }>;
  Regressor: Regressor;
  ReleaseLeaseInput: ReleaseLeaseInput;
  ReleaseLeasePayload: ResolverTypeWrapper<ReleaseLeasePayload>;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberPayload: ResolverTypeWrapper<RemoveMemberPayload>;
  RenameSearchInput: RenameSearchInput;
  RenewLeaseInput: RenewLeaseInput;
  RenewLeasePayload: ResolverTypeWrapper<Omit<RenewLeasePayload, 'lease'> & { lease?: Maybe<ResolversTypes['Lease']> }>;
  ReportTrialInput: ReportTrialInput;
  ReportTrialPayload: ResolverTypeWrapper<Omit<ReportTrialPayload, 'trial'> & { trial?: Maybe<ResolversTypes['Trial']> }>;
  RetireWorkerInput: RetireWorkerInput;
  RetireWorkerPayload: ResolverTypeWrapper<RetireWorkerPayload>;
  RetrainCandidatesInput: RetrainCandidatesInput;
  RetrainInput: RetrainInput;
  RetrainTopInput: RetrainTopInput;
  RevokeApiTokenInput: RevokeApiTokenInput;
  RevokeApiTokenPayload: ResolverTypeWrapper<RevokeApiTokenPayload>;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationPayload: ResolverTypeWrapper<RevokeInvitationPayload>;
  Reward: ResolverTypeWrapper<RewardParent>;
  RewardAgreement: ResolverTypeWrapper<RewardAgreement>;
  RewardKind: RewardKind;
  Role: Role;
  Rung: ResolverTypeWrapper<Rung>;
  RungResult: ResolverTypeWrapper<RungResultParent>;
  Sample: ResolverTypeWrapper<SampleParent>;
  SampleInput: SampleInput;
  SampleKind: SampleKind;
  SampleTile: ResolverTypeWrapper<SampleTile>;
  SampleTileInput: SampleTileInput;
  Scope: Scope;
  Search: ResolverTypeWrapper<SearchParent>;
  SearchChange: ResolverTypeWrapper<SearchChangeParent>;
  SearchComparison: ResolverTypeWrapper<Omit<SearchComparison, 'searches'> & { searches: Array<ResolversTypes['ComparedSearch']> }>;
  SearchConnection: ResolverTypeWrapper<SearchPage>;
  SearchDevice: ResolverTypeWrapper<SearchDevice>;
  SearchDifference: ResolverTypeWrapper<SearchDifference>;
  SearchEdge: ResolverTypeWrapper<Omit<SearchEdge, 'node'> & { node: ResolversTypes['Search'] }>;
  SearchEstimate: ResolverTypeWrapper<SearchEstimate>;
  SearchSpace: ResolverTypeWrapper<SearchSpaceParent>;
  SearchStatus: SearchStatus;
  SizeCount: ResolverTypeWrapper<SizeCount>;
  SkippedPicture: ResolverTypeWrapper<SkippedPicture>;
  SortDirection: SortDirection;
  SpaceKind: SpaceKind;
  SpaceLimitsInput: SpaceLimitsInput;
  Split: Split;
  SteerSearchInput: SteerSearchInput;
  SteerSearchPayload: ResolverTypeWrapper<Omit<SteerSearchPayload, 'search'> & { search?: Maybe<ResolversTypes['Search']> }>;
  StepResult: ResolverTypeWrapper<StepResult>;
  StepWork: ResolverTypeWrapper<Omit<StepWork, 'search'> & { search: ResolversTypes['Search'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Task: Task;
  Team: ResolverTypeWrapper<TeamParent>;
  TextUnit: TextUnit;
  TimeRange: ResolverTypeWrapper<TimeRange>;
  TopOverlap: ResolverTypeWrapper<TopOverlap>;
  TpePlan: ResolverTypeWrapper<TpePlan>;
  TpePlanInput: TpePlanInput;
  TrainingPlan: ResolverTypeWrapper<TrainingPlan>;
  TrainingPlanInput: TrainingPlanInput;
  Trial: ResolverTypeWrapper<TrialParent>;
  TrialFailure: ResolverTypeWrapper<TrialFailure>;
  TrialFailureInput: TrialFailureInput;
  TrialPhases: ResolverTypeWrapper<TrialPhases>;
  TrialPhasesInput: TrialPhasesInput;
  TrialPredictionInput: TrialPredictionInput;
  TrialProgress: ResolverTypeWrapper<TrialProgress>;
  TrialProgressInput: TrialProgressInput;
  TrialPurpose: TrialPurpose;
  TrialScope: TrialScope;
  TrialStatus: TrialStatus;
  TrialWork: ResolverTypeWrapper<Omit<TrialWork, 'search' | 'trial'> & { search: ResolversTypes['Search'], trial: ResolversTypes['Trial'] }>;
  UploadType: UploadType;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  VariationalLimitsInput: VariationalLimitsInput;
  Verdict: Verdict;
  VerdictFilter: VerdictFilter;
  Viewer: ResolverTypeWrapper<ViewerParent>;
  Work: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Work']>;
  WorkKind: WorkKind;
  Worker: ResolverTypeWrapper<WorkerParent>;
  WorkerStatus: WorkerStatus;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AcceptInvitationInput: AcceptInvitationInput;
  AcceptInvitationPayload: Omit<AcceptInvitationPayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  AnnotateCandidateInput: AnnotateCandidateInput;
  AnnotateCandidatePayload: Omit<AnnotateCandidatePayload, 'annotation' | 'candidate'> & { annotation?: Maybe<ResolversParentTypes['Annotation']>, candidate?: Maybe<ResolversParentTypes['Candidate']> };
  Annotation: AnnotationParent;
  ApiToken: ApiTokenParent;
  AutoencoderLimitsInput: AutoencoderLimitsInput;
  BigInt: Scalars['BigInt']['output'];
  Boolean: Scalars['Boolean']['output'];
  Budget: Budget;
  BudgetInput: BudgetInput;
  CancelDatasetImportInput: CancelDatasetImportInput;
  Candidate: CandidateParent;
  CandidateConnection: CandidatePage;
  CandidateCounts: CandidateCounts;
  CandidateEdge: Omit<CandidateEdge, 'node'> & { node: ResolversParentTypes['Candidate'] };
  CandidateFilter: CandidateFilter;
  CandidatePoint: CandidatePoint;
  CandidateSort: CandidateSort;
  ChainLimitsInput: ChainLimitsInput;
  ChangeMemberRoleInput: ChangeMemberRoleInput;
  ChangeMemberRolePayload: Omit<ChangeMemberRolePayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  ChangeSearchInput: ChangeSearchInput;
  Choice: ChoiceParent;
  ChoiceConnection: ChoicePage;
  ChoiceEdge: Omit<ChoiceEdge, 'node'> & { node: ResolversParentTypes['Choice'] };
  ClassCount: ClassCount;
  Collapse: Collapse;
  CommitStepInput: CommitStepInput;
  CommitStepPayload: Omit<CommitStepPayload, 'search'> & { search?: Maybe<ResolversParentTypes['Search']> };
  ComparedSearch: ComparedSearchParent;
  ComparisonPoint: ComparisonPoint;
  ControllerPlan: ControllerPlanParent;
  ControllerPlanInput: ControllerPlanInput;
  CreateApiTokenInput: CreateApiTokenInput;
  CreateApiTokenPayload: Omit<CreateApiTokenPayload, 'apiToken'> & { apiToken?: Maybe<ResolversParentTypes['ApiToken']> };
  CreateSearchInput: CreateSearchInput;
  CreateSearchPayload: Omit<CreateSearchPayload, 'search'> & { search?: Maybe<ResolversParentTypes['Search']> };
  CreateSearchSpaceInput: CreateSearchSpaceInput;
  CreateSearchSpacePayload: Omit<CreateSearchSpacePayload, 'searchSpace'> & { searchSpace?: Maybe<ResolversParentTypes['SearchSpace']> };
  CreateTeamInput: CreateTeamInput;
  CreateTeamPayload: Omit<CreateTeamPayload, 'team'> & { team?: Maybe<ResolversParentTypes['Team']> };
  CreateUploadInput: CreateUploadInput;
  CreateUploadPayload: CreateUploadPayload;
  Cursor: Scalars['Cursor']['output'];
  Dataset: DatasetParent;
  DatasetImport: DatasetImportParent;
  DatasetOrigin: DatasetOrigin;
  DatasetShares: DatasetShares;
  DateTime: Scalars['DateTime']['output'];
  DqnPlan: DqnPlan;
  DqnPlanInput: DqnPlanInput;
  EnasPlan: EnasPlan;
  EnasPlanInput: EnasPlanInput;
  EnasRound: EnasRound;
  EnasRoundInput: EnasRoundInput;
  EndedTrialInput: EndedTrialInput;
  EpsilonStep: EpsilonStep;
  EpsilonStepInput: EpsilonStepInput;
  Event: EventParent;
  EventConnection: EventPage;
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['Event'] };
  EvolutionPlan: EvolutionPlan;
  EvolutionPlanInput: EvolutionPlanInput;
  ExportModelInput: ExportModelInput;
  ExportModelPayload: ExportModelPayload;
  FidelityPlan: FidelityPlan;
  FidelityPlanInput: FidelityPlanInput;
  FinalMetric: FinalMetric;
  FinishTrialInput: FinishTrialInput;
  FinishTrialPayload: Omit<FinishTrialPayload, 'trial'> & { trial?: Maybe<ResolversParentTypes['Trial']> };
  FinishTrialsInput: FinishTrialsInput;
  FinishTrialsPayload: FinishTrialsPayload;
  FittedQPlan: FittedQPlan;
  FittedQPlanInput: FittedQPlanInput;
  Float: Scalars['Float']['output'];
  GeneratorLimitsInput: GeneratorLimitsInput;
  ID: Scalars['ID']['output'];
  ImportDatasetInput: ImportDatasetInput;
  ImportDatasetPayload: Omit<ImportDatasetPayload, 'import'> & { import?: Maybe<ResolversParentTypes['DatasetImport']> };
  ImportSearchInput: ImportSearchInput;
  Improvement: Improvement;
  Int: Scalars['Int']['output'];
  Invitation: InvitationParent;
  InvitationPreview: InvitationPreview;
  InviteMemberInput: InviteMemberInput;
  InviteMemberPayload: Omit<InviteMemberPayload, 'invitation'> & { invitation?: Maybe<ResolversParentTypes['Invitation']> };
  JSON: Scalars['JSON']['output'];
  LanguagePlan: LanguagePlan;
  LanguagePlanInput: LanguagePlanInput;
  Lease: LeaseParent;
  LeaseWorkInput: LeaseWorkInput;
  LeaseWorkPayload: Omit<LeaseWorkPayload, 'lease' | 'more'> & { lease?: Maybe<ResolversParentTypes['Lease']>, more?: Maybe<Array<ResolversParentTypes['Lease']>> };
  LocalSearchPlan: LocalSearchPlan;
  LocalSearchPlanInput: LocalSearchPlanInput;
  LossPlan: LossPlan;
  LossPlanInput: LossPlanInput;
  MacroLimitsInput: MacroLimitsInput;
  MeasureInput: MeasureInput;
  MeasureRange: MeasureRange;
  Member: MemberParent;
  MemberConnection: MemberPage;
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  Metric: MetricParent;
  MetricInput: MetricInput;
  MetricKind: MetricKind;
  MicroLimitsInput: MicroLimitsInput;
  ModelExport: ModelExport;
  Mutation: Record<PropertyKey, never>;
  NasLimitsInput: NasLimitsInput;
  NetworkSummary: NetworkSummary;
  NewAccountInput: NewAccountInput;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Normalisation: Normalisation;
  OptimizerPlan: OptimizerPlan;
  OptimizerPlanInput: OptimizerPlanInput;
  PageInfo: PageInfo;
  PerturbDatasetInput: PerturbDatasetInput;
  Perturbation: Omit<Perturbation, 'of'> & { of?: Maybe<ResolversParentTypes['Dataset']> };
  PictureSheet: PictureSheet;
  Plan: Omit<Plan, 'controller'> & { controller: ResolversParentTypes['ControllerPlan'] };
  PlanInput: PlanInput;
  PolicyPlan: PolicyPlan;
  PolicyPlanInput: PolicyPlanInput;
  PoolInput: PoolInput;
  PositiveInt: Scalars['PositiveInt']['output'];
  Prediction: Prediction;
  PredictionError: PredictionError;
  PredictionPlan: PredictionPlan;
  PredictionPlanInput: PredictionPlanInput;
  PredictionPoint: PredictionPoint;
  PredictionReport: PredictionReport;
  PredictionRow: PredictionRow;
  PredictionWork: PredictionWork;
  Preset: Omit<Preset, 'plan'> & { plan: ResolversParentTypes['Plan'] };
  ProposalInput: ProposalInput;
  PyramidLimitsInput: PyramidLimitsInput;
  QAction: Omit<QAction, 'best'> & { best?: Maybe<ResolversParentTypes['Candidate']> };
  QValues: QValuesParent;
  Query: Record<PropertyKey, never>;
  RankCorrelation: RankCorrelation;
  RankedCandidate: RankedCandidateParent;
  RankingComparison: RankingComparisonParent;
  RankingInput: RankingInput;
  RecordChoiceInput: RecordChoiceInput;
  RecordChoicePayload: Omit<RecordChoicePayload, 'choice'> & { choice?: Maybe<ResolversParentTypes['Choice']> };
  RecurrentLimitsInput: RecurrentLimitsInput;
  RefusedTrial: RefusedTrial;
  RegisterWorkerInput: RegisterWorkerInput;
  RegisterWorkerPayload: Omit<RegisterWorkerPayload, 'worker'> & { worker?: Maybe<ResolversParentTypes['Worker']> };
  ReleaseLeaseInput: ReleaseLeaseInput;
  ReleaseLeasePayload: ReleaseLeasePayload;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberPayload: RemoveMemberPayload;
  RenameSearchInput: RenameSearchInput;
  RenewLeaseInput: RenewLeaseInput;
  RenewLeasePayload: Omit<RenewLeasePayload, 'lease'> & { lease?: Maybe<ResolversParentTypes['Lease']> };
  ReportTrialInput: ReportTrialInput;
  ReportTrialPayload: Omit<ReportTrialPayload, 'trial'> & { trial?: Maybe<ResolversParentTypes['Trial']> };
  RetireWorkerInput: RetireWorkerInput;
  RetireWorkerPayload: RetireWorkerPayload;
  RetrainCandidatesInput: RetrainCandidatesInput;
  RetrainInput: RetrainInput;
  RetrainTopInput: RetrainTopInput;
  RevokeApiTokenInput: RevokeApiTokenInput;
  RevokeApiTokenPayload: RevokeApiTokenPayload;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationPayload: RevokeInvitationPayload;
  Reward: RewardParent;
  RewardAgreement: RewardAgreement;
  Rung: Rung;
  RungResult: RungResultParent;
  Sample: SampleParent;
  SampleInput: SampleInput;
  SampleTile: SampleTile;
  SampleTileInput: SampleTileInput;
  Search: SearchParent;
  SearchChange: SearchChangeParent;
  SearchComparison: Omit<SearchComparison, 'searches'> & { searches: Array<ResolversParentTypes['ComparedSearch']> };
  SearchConnection: SearchPage;
  SearchDevice: SearchDevice;
  SearchDifference: SearchDifference;
  SearchEdge: Omit<SearchEdge, 'node'> & { node: ResolversParentTypes['Search'] };
  SearchEstimate: SearchEstimate;
  SearchSpace: SearchSpaceParent;
  SizeCount: SizeCount;
  SkippedPicture: SkippedPicture;
  SpaceLimitsInput: SpaceLimitsInput;
  SteerSearchInput: SteerSearchInput;
  SteerSearchPayload: Omit<SteerSearchPayload, 'search'> & { search?: Maybe<ResolversParentTypes['Search']> };
  StepResult: StepResult;
  StepWork: Omit<StepWork, 'search'> & { search: ResolversParentTypes['Search'] };
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  Team: TeamParent;
  TimeRange: TimeRange;
  TopOverlap: TopOverlap;
  TpePlan: TpePlan;
  TpePlanInput: TpePlanInput;
  TrainingPlan: TrainingPlan;
  TrainingPlanInput: TrainingPlanInput;
  Trial: TrialParent;
  TrialFailure: TrialFailure;
  TrialFailureInput: TrialFailureInput;
  TrialPhases: TrialPhases;
  TrialPhasesInput: TrialPhasesInput;
  TrialPredictionInput: TrialPredictionInput;
  TrialProgress: TrialProgress;
  TrialProgressInput: TrialProgressInput;
  TrialWork: Omit<TrialWork, 'search' | 'trial'> & { search: ResolversParentTypes['Search'], trial: ResolversParentTypes['Trial'] };
  UserError: UserError;
  VariationalLimitsInput: VariationalLimitsInput;
  Viewer: ViewerParent;
  Work: ResolversUnionTypes<ResolversParentTypes>['Work'];
  Worker: WorkerParent;
}>;

export type AcceptInvitationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptInvitationPayload'] = ResolversParentTypes['AcceptInvitationPayload']> = ResolversObject<{
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type AnnotateCandidatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnnotateCandidatePayload'] = ResolversParentTypes['AnnotateCandidatePayload']> = ResolversObject<{
  annotation?: Resolver<Maybe<ResolversTypes['Annotation']>, ParentType, ContextType>;
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type AnnotationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Annotation'] = ResolversParentTypes['Annotation']> = ResolversObject<{
  candidate?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['Verdict']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ApiTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiToken'] = ResolversParentTypes['ApiToken']> = ResolversObject<{
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ApiTokenKind'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type BudgetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Budget'] = ResolversParentTypes['Budget']> = ResolversObject<{
  candidates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type CandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Candidate'] = ResolversParentTypes['Candidate']> = ResolversObject<{
  annotations?: Resolver<Array<ResolversTypes['Annotation']>, ParentType, ContextType>;
  architecture?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  distinct?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  entropy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  epsilon?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  finalMetrics?: Resolver<Array<ResolversTypes['FinalMetric']>, ParentType, ContextType>;
  flops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imported?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  latent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  original?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  picks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prediction?: Resolver<Maybe<ResolversTypes['Prediction']>, ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rejections?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  retrained?: Resolver<Array<ResolversTypes['Candidate']>, ParentType, ContextType>;
  reused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rewards?: Resolver<Array<ResolversTypes['Reward']>, ParentType, ContextType>;
  rungs?: Resolver<Array<ResolversTypes['RungResult']>, ParentType, ContextType>;
  samples?: Resolver<Array<ResolversTypes['Sample']>, ParentType, ContextType, Partial<CandidateSamplesArgs>>;
  search?: Resolver<ResolversTypes['Search'], ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CandidateStatus'], ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  trial?: Resolver<Maybe<ResolversTypes['Trial']>, ParentType, ContextType>;
  trials?: Resolver<Array<ResolversTypes['Trial']>, ParentType, ContextType>;
  uniformEntropy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  viewerAnnotation?: Resolver<Maybe<ResolversTypes['Annotation']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CandidateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateConnection'] = ResolversParentTypes['CandidateConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['CandidateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CandidateCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateCounts'] = ResolversParentTypes['CandidateCounts']> = ResolversObject<{
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  picked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proposed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stoppedEarly?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CandidateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateEdge'] = ResolversParentTypes['CandidateEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
}>;

export type CandidatePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidatePoint'] = ResolversParentTypes['CandidatePoint']> = ResolversObject<{
  distinct?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  entropyShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  epsilon?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  picked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CandidateStatus'], ParentType, ContextType>;
}>;

export type ChangeMemberRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeMemberRolePayload'] = ResolversParentTypes['ChangeMemberRolePayload']> = ResolversObject<{
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type ChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Choice'] = ResolversParentTypes['Choice']> = ResolversObject<{
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  over?: Resolver<Array<ResolversTypes['Candidate']>, ParentType, ContextType>;
  preferred?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  search?: Resolver<ResolversTypes['Search'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ChoiceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChoiceConnection'] = ResolversParentTypes['ChoiceConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['ChoiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ChoiceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChoiceEdge'] = ResolversParentTypes['ChoiceEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Choice'], ParentType, ContextType>;
}>;

export type ClassCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClassCount'] = ResolversParentTypes['ClassCount']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  test?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  train?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CollapseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Collapse'] = ResolversParentTypes['Collapse']> = ResolversObject<{
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sign?: Resolver<ResolversTypes['CollapseSign'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type CommitStepPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitStepPayload'] = ResolversParentTypes['CommitStepPayload']> = ResolversObject<{
  search?: Resolver<Maybe<ResolversTypes['Search']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type ComparedSearchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComparedSearch'] = ResolversParentTypes['ComparedSearch']> = ResolversObject<{
  flops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  imported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  improvements?: Resolver<Array<ResolversTypes['Improvement']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  measured?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  median?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  networks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  search?: Resolver<ResolversTypes['Search'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  strategy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ComparisonPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComparisonPoint'] = ResolversParentTypes['ComparisonPoint']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  picked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type ControllerPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ControllerPlan'] = ResolversParentTypes['ControllerPlan']> = ResolversObject<{
  discount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  dqn?: Resolver<ResolversTypes['DqnPlan'], ParentType, ContextType>;
  enas?: Resolver<ResolversTypes['EnasPlan'], ParentType, ContextType>;
  epsilon?: Resolver<Array<ResolversTypes['EpsilonStep']>, ParentType, ContextType>;
  evolution?: Resolver<ResolversTypes['EvolutionPlan'], ParentType, ContextType>;
  fidelity?: Resolver<ResolversTypes['FidelityPlan'], ParentType, ContextType>;
  fittedQ?: Resolver<ResolversTypes['FittedQPlan'], ParentType, ContextType>;
  initialValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ControllerKind'], ParentType, ContextType>;
  learningRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  localSearch?: Resolver<ResolversTypes['LocalSearchPlan'], ParentType, ContextType>;
  networks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['PolicyPlan'], ParentType, ContextType>;
  replay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tpe?: Resolver<ResolversTypes['TpePlan'], ParentType, ContextType>;
  update?: Resolver<ResolversTypes['QUpdate'], ParentType, ContextType>;
}>;

export type CreateApiTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiTokenPayload'] = ResolversParentTypes['CreateApiTokenPayload']> = ResolversObject<{
  apiToken?: Resolver<Maybe<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type CreateSearchPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSearchPayload'] = ResolversParentTypes['CreateSearchPayload']> = ResolversObject<{
  search?: Resolver<Maybe<ResolversTypes['Search']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type CreateSearchSpacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSearchSpacePayload'] = ResolversParentTypes['CreateSearchSpacePayload']> = ResolversObject<{
  searchSpace?: Resolver<Maybe<ResolversTypes['SearchSpace']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type CreateTeamPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTeamPayload'] = ResolversParentTypes['CreateTeamPayload']> = ResolversObject<{
  team?: Resolver<Maybe<ResolversTypes['Team']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type CreateUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUploadPayload'] = ResolversParentTypes['CreateUploadPayload']> = ResolversObject<{
  fileId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  uploadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export type DatasetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = ResolversObject<{
  builtIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  channels?: Resolver<ResolversTypes['PositiveInt'], ParentType, ContextType>;
  citation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  classCounts?: Resolver<Array<ResolversTypes['ClassCount']>, ParentType, ContextType>;
  classes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  height?: Resolver<ResolversTypes['PositiveInt'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DatasetKind'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manySizes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  multiLabel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  normalisation?: Resolver<Maybe<ResolversTypes['Normalisation']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['DatasetOrigin']>, ParentType, ContextType>;
  perturbation?: Resolver<Maybe<ResolversTypes['Perturbation']>, ParentType, ContextType>;
  pictures?: Resolver<Maybe<ResolversTypes['PictureSheet']>, ParentType, ContextType, RequireFields<DatasetPicturesArgs, 'first' | 'skip' | 'split'>>;
  searchCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<DatasetSearchCountArgs, 'teamId'>>;
  searches?: Resolver<Array<ResolversTypes['Search']>, ParentType, ContextType, RequireFields<DatasetSearchesArgs, 'teamId'>>;
  shares?: Resolver<Maybe<ResolversTypes['DatasetShares']>, ParentType, ContextType>;
  sizes?: Resolver<Array<ResolversTypes['SizeCount']>, ParentType, ContextType>;
  skipped?: Resolver<Array<ResolversTypes['SkippedPicture']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  testCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  textUnit?: Resolver<Maybe<ResolversTypes['TextUnit']>, ParentType, ContextType>;
  trainCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['Dataset']>, ParentType, ContextType>;
  vocabularySize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  width?: Resolver<ResolversTypes['PositiveInt'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type DatasetImportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatasetImport'] = ResolversParentTypes['DatasetImport']> = ResolversObject<{
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dataset?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType>;
  derivedFrom?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DatasetImportStatus'], ParentType, ContextType>;
  uploadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type DatasetOriginResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatasetOrigin'] = ResolversParentTypes['DatasetOrigin']> = ResolversObject<{
  crop?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  smallestSide?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type DatasetSharesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatasetShares'] = ResolversParentTypes['DatasetShares']> = ResolversObject<{
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  test?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  validation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DqnPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DqnPlan'] = ResolversParentTypes['DqnPlan']> = ResolversObject<{
  batch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  buffer?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hidden?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learningRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  targetEvery?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type EnasPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnasPlan'] = ResolversParentTypes['EnasPlan']> = ResolversObject<{
  epochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learningRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type EnasRoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnasRound'] = ResolversParentTypes['EnasRound']> = ResolversObject<{
  baseline?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  bestReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  deriveSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  distinct?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  entropy?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loss?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  policySeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trainReward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  trainSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type EpsilonStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EpsilonStep'] = ResolversParentTypes['EpsilonStep']> = ResolversObject<{
  candidates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = ResolversObject<{
  actor?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  annotation?: Resolver<Maybe<ResolversTypes['Annotation']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  dataset?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType>;
  datasetImport?: Resolver<Maybe<ResolversTypes['DatasetImport']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EventKind'], ParentType, ContextType>;
  search?: Resolver<Maybe<ResolversTypes['Search']>, ParentType, ContextType>;
  trial?: Resolver<Maybe<ResolversTypes['Trial']>, ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType>;
}>;

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
}>;

export type EvolutionPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvolutionPlan'] = ResolversParentTypes['EvolutionPlan']> = ResolversObject<{
  population?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tournament?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ExportModelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExportModelPayload'] = ResolversParentTypes['ExportModelPayload']> = ResolversObject<{
  export?: Resolver<Maybe<ResolversTypes['ModelExport']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type FidelityPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FidelityPlan'] = ResolversParentTypes['FidelityPlan']> = ResolversObject<{
  eta?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lowestEpochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type FinalMetricResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinalMetric'] = ResolversParentTypes['FinalMetric']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type FinishTrialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinishTrialPayload'] = ResolversParentTypes['FinishTrialPayload']> = ResolversObject<{
  trial?: Resolver<Maybe<ResolversTypes['Trial']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type FinishTrialsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinishTrialsPayload'] = ResolversParentTypes['FinishTrialsPayload']> = ResolversObject<{
  refused?: Resolver<Maybe<Array<ResolversTypes['RefusedTrial']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type FittedQPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FittedQPlan'] = ResolversParentTypes['FittedQPlan']> = ResolversObject<{
  buffer?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fitEvery?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  iterations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  smallest?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trees?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImportDatasetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportDatasetPayload'] = ResolversParentTypes['ImportDatasetPayload']> = ResolversObject<{
  import?: Resolver<Maybe<ResolversTypes['DatasetImport']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type ImprovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Improvement'] = ResolversParentTypes['Improvement']> = ResolversObject<{
  flops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  networks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type InvitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = ResolversObject<{
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type InvitationPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvitationPreview'] = ResolversParentTypes['InvitationPreview']> = ResolversObject<{
  firstAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  teamName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type InviteMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InviteMemberPayload'] = ResolversParentTypes['InviteMemberPayload']> = ResolversObject<{
  invitation?: Resolver<Maybe<ResolversTypes['Invitation']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LanguagePlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LanguagePlan'] = ResolversParentTypes['LanguagePlan']> = ResolversObject<{
  dropout?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sequenceLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type LeaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lease'] = ResolversParentTypes['Lease']> = ResolversObject<{
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  search?: Resolver<ResolversTypes['Search'], ParentType, ContextType>;
  trial?: Resolver<Maybe<ResolversTypes['Trial']>, ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType>;
  worker?: Resolver<ResolversTypes['Worker'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type LeaseWorkPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaseWorkPayload'] = ResolversParentTypes['LeaseWorkPayload']> = ResolversObject<{
  lease?: Resolver<Maybe<ResolversTypes['Lease']>, ParentType, ContextType>;
  more?: Resolver<Maybe<Array<ResolversTypes['Lease']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type LocalSearchPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalSearchPlan'] = ResolversParentTypes['LocalSearchPlan']> = ResolversObject<{
  patience?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  starts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type LossPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LossPlan'] = ResolversParentTypes['LossPlan']> = ResolversObject<{
  beta?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  errorDeviation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LossKind'], ParentType, ContextType>;
  warmUpEpochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = ResolversObject<{
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  team?: Resolver<ResolversTypes['Team'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type MemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
}>;

export type MetricResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Metric'] = ResolversParentTypes['Metric']> = ResolversObject<{
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  split?: Resolver<ResolversTypes['Split'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type MetricKindResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MetricKind'] = ResolversParentTypes['MetricKind']> = ResolversObject<{
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  higherIsBetter?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ModelExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelExport'] = ResolversParentTypes['ModelExport']> = ResolversObject<{
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['ExportFormat'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  acceptInvitation?: Resolver<ResolversTypes['AcceptInvitationPayload'], ParentType, ContextType, RequireFields<MutationAcceptInvitationArgs, 'input'>>;
  annotateCandidate?: Resolver<ResolversTypes['AnnotateCandidatePayload'], ParentType, ContextType, RequireFields<MutationAnnotateCandidateArgs, 'input'>>;
  cancelDatasetImport?: Resolver<ResolversTypes['ImportDatasetPayload'], ParentType, ContextType, RequireFields<MutationCancelDatasetImportArgs, 'input'>>;
  changeMemberRole?: Resolver<ResolversTypes['ChangeMemberRolePayload'], ParentType, ContextType, RequireFields<MutationChangeMemberRoleArgs, 'input'>>;
  changeSearch?: Resolver<ResolversTypes['SteerSearchPayload'], ParentType, ContextType, RequireFields<MutationChangeSearchArgs, 'input'>>;
  commitStep?: Resolver<ResolversTypes['CommitStepPayload'], ParentType, ContextType, RequireFields<MutationCommitStepArgs, 'input'>>;
  createApiToken?: Resolver<ResolversTypes['CreateApiTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateApiTokenArgs, 'input'>>;
  createSearch?: Resolver<ResolversTypes['CreateSearchPayload'], ParentType, ContextType, RequireFields<MutationCreateSearchArgs, 'input'>>;
  createSearchSpace?: Resolver<ResolversTypes['CreateSearchSpacePayload'], ParentType, ContextType, RequireFields<MutationCreateSearchSpaceArgs, 'input'>>;
  createTeam?: Resolver<ResolversTypes['CreateTeamPayload'], ParentType, ContextType, RequireFields<MutationCreateTeamArgs, 'input'>>;
  createUpload?: Resolver<ResolversTypes['CreateUploadPayload'], ParentType, ContextType, RequireFields<MutationCreateUploadArgs, 'input'>>;
  exportModel?: Resolver<ResolversTypes['ExportModelPayload'], ParentType, ContextType, RequireFields<MutationExportModelArgs, 'input'>>;
  finishTrial?: Resolver<ResolversTypes['FinishTrialPayload'], ParentType, ContextType, RequireFields<MutationFinishTrialArgs, 'input'>>;
  finishTrials?: Resolver<ResolversTypes['FinishTrialsPayload'], ParentType, ContextType, RequireFields<MutationFinishTrialsArgs, 'input'>>;
  importDataset?: Resolver<ResolversTypes['ImportDatasetPayload'], ParentType, ContextType, RequireFields<MutationImportDatasetArgs, 'input'>>;
  importSearch?: Resolver<ResolversTypes['CreateSearchPayload'], ParentType, ContextType, RequireFields<MutationImportSearchArgs, 'input'>>;
  inviteMember?: Resolver<ResolversTypes['InviteMemberPayload'], ParentType, ContextType, RequireFields<MutationInviteMemberArgs, 'input'>>;
  leaseWork?: Resolver<ResolversTypes['LeaseWorkPayload'], ParentType, ContextType, RequireFields<MutationLeaseWorkArgs, 'input'>>;
  pauseSearch?: Resolver<ResolversTypes['SteerSearchPayload'], ParentType, ContextType, RequireFields<MutationPauseSearchArgs, 'input'>>;
  perturbDataset?: Resolver<ResolversTypes['ImportDatasetPayload'], ParentType, ContextType, RequireFields<MutationPerturbDatasetArgs, 'input'>>;
  recordChoice?: Resolver<ResolversTypes['RecordChoicePayload'], ParentType, ContextType, RequireFields<MutationRecordChoiceArgs, 'input'>>;
  registerWorker?: Resolver<ResolversTypes['RegisterWorkerPayload'], ParentType, ContextType, RequireFields<MutationRegisterWorkerArgs, 'input'>>;
  releaseLease?: Resolver<ResolversTypes['ReleaseLeasePayload'], ParentType, ContextType, RequireFields<MutationReleaseLeaseArgs, 'input'>>;
  removeMember?: Resolver<ResolversTypes['RemoveMemberPayload'], ParentType, ContextType, RequireFields<MutationRemoveMemberArgs, 'input'>>;
  renameSearch?: Resolver<ResolversTypes['SteerSearchPayload'], ParentType, ContextType, RequireFields<MutationRenameSearchArgs, 'input'>>;
  renewLease?: Resolver<ResolversTypes['RenewLeasePayload'], ParentType, ContextType, RequireFields<MutationRenewLeaseArgs, 'input'>>;
  reportTrial?: Resolver<ResolversTypes['ReportTrialPayload'], ParentType, ContextType, RequireFields<MutationReportTrialArgs, 'input'>>;
  resumeSearch?: Resolver<ResolversTypes['SteerSearchPayload'], ParentType, ContextType, RequireFields<MutationResumeSearchArgs, 'input'>>;
  retireWorker?: Resolver<ResolversTypes['RetireWorkerPayload'], ParentType, ContextType, RequireFields<MutationRetireWorkerArgs, 'input'>>;
  retrain?: Resolver<ResolversTypes['CreateSearchPayload'], ParentType, ContextType, RequireFields<MutationRetrainArgs, 'input'>>;
  retryFailed?: Resolver<ResolversTypes['SteerSearchPayload'], ParentType, ContextType, RequireFields<MutationRetryFailedArgs, 'input'>>;
  revokeApiToken?: Resolver<ResolversTypes['RevokeApiTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiTokenArgs, 'input'>>;
  revokeInvitation?: Resolver<ResolversTypes['RevokeInvitationPayload'], ParentType, ContextType, RequireFields<MutationRevokeInvitationArgs, 'input'>>;
  stopSearch?: Resolver<ResolversTypes['SteerSearchPayload'], ParentType, ContextType, RequireFields<MutationStopSearchArgs, 'input'>>;
}>;

export type NetworkSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NetworkSummary'] = ResolversParentTypes['NetworkSummary']> = ResolversObject<{
  flops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  notation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Annotation' | 'ApiToken' | 'Candidate' | 'Choice' | 'Dataset' | 'DatasetImport' | 'Invitation' | 'Lease' | 'Member' | 'Sample' | 'Search' | 'SearchSpace' | 'Team' | 'Trial' | 'Worker', ParentType, ContextType>;
}>;

export type NormalisationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Normalisation'] = ResolversParentTypes['Normalisation']> = ResolversObject<{
  deviation?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type OptimizerPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OptimizerPlan'] = ResolversParentTypes['OptimizerPlan']> = ResolversObject<{
  clipNorm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  decay?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  decayEvery?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OptimizerKind'], ParentType, ContextType>;
  learningRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lowestShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  momentum?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  nesterov?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  restartEvery?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  restartFactor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  schedule?: Resolver<ResolversTypes['RateSchedule'], ParentType, ContextType>;
  warmUpEpochs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  weightDecay?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
}>;

export type PerturbationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Perturbation'] = ResolversParentTypes['Perturbation']> = ResolversObject<{
  deviation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType>;
  saltAndPepper?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PictureSheetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PictureSheet'] = ResolversParentTypes['PictureSheet']> = ResolversObject<{
  columns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tileHeight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tileWidth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plan'] = ResolversParentTypes['Plan']> = ResolversObject<{
  budget?: Resolver<ResolversTypes['Budget'], ParentType, ContextType>;
  controller?: Resolver<ResolversTypes['ControllerPlan'], ParentType, ContextType>;
  parallelism?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prediction?: Resolver<Maybe<ResolversTypes['PredictionPlan']>, ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['RewardKind'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  training?: Resolver<ResolversTypes['TrainingPlan'], ParentType, ContextType>;
}>;

export type PolicyPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyPlan'] = ResolversParentTypes['PolicyPlan']> = ResolversObject<{
  baselineDecay?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  batch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clip?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  clipNorm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  entropyDecay?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  entropyWeight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  growthEvery?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  growthLayers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hidden?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learningRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  normalise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  passes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  safeguards?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tanhConstant?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  temperature?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export interface PositiveIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PositiveInt'], any> {
  name: 'PositiveInt';
}

export type PredictionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Prediction'] = ResolversParentTypes['Prediction']> = ResolversObject<{
  best?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  chance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  epochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stops?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type PredictionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredictionError'] = ResolversParentTypes['PredictionError']> = ResolversObject<{
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  covered?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  r2?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  spearman?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type PredictionPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredictionPlan'] = ResolversParentTypes['PredictionPlan']> = ResolversObject<{
  fullEvery?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  minimum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  regressor?: Resolver<ResolversTypes['Regressor'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type PredictionPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredictionPoint'] = ResolversParentTypes['PredictionPoint']> = ResolversObject<{
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  predicted?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unbiased?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type PredictionReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredictionReport'] = ResolversParentTypes['PredictionReport']> = ResolversObject<{
  error?: Resolver<ResolversTypes['PredictionError'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['PredictionPoint']>, ParentType, ContextType>;
  savedEpochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  savedSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  savedShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stopped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unbiased?: Resolver<ResolversTypes['PredictionError'], ParentType, ContextType>;
}>;

export type PredictionRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredictionRow'] = ResolversParentTypes['PredictionRow']> = ResolversObject<{
  curve?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  features?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type PredictionWorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredictionWork'] = ResolversParentTypes['PredictionWork']> = ResolversObject<{
  best?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  features?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  regressor?: Resolver<ResolversTypes['Regressor'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['RewardKind'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['PredictionRow']>, ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PresetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Preset'] = ResolversParentTypes['Preset']> = ResolversObject<{
  dataset?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limits?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['Plan'], ParentType, ContextType>;
  space?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  spaceKind?: Resolver<ResolversTypes['SpaceKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type QActionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QAction'] = ResolversParentTypes['QAction']> = ResolversObject<{
  best?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  candidates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  greedy?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  probability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  taken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type QValuesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QValues'] = ResolversParentTypes['QValues']> = ResolversObject<{
  actions?: Resolver<Array<ResolversTypes['QAction']>, ParentType, ContextType>;
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  epsilon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  proposed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType, RequireFields<QueryCandidateArgs, 'id'>>;
  compareRankings?: Resolver<Maybe<ResolversTypes['RankingComparison']>, ParentType, ContextType, RequireFields<QueryCompareRankingsArgs, 'first' | 'second' | 'seed'>>;
  compareSearches?: Resolver<Maybe<ResolversTypes['SearchComparison']>, ParentType, ContextType, RequireFields<QueryCompareSearchesArgs, 'searchIds'>>;
  dataset?: Resolver<Maybe<ResolversTypes['Dataset']>, ParentType, ContextType, RequireFields<QueryDatasetArgs, 'id'>>;
  estimateSearch?: Resolver<ResolversTypes['SearchEstimate'], ParentType, ContextType, RequireFields<QueryEstimateSearchArgs, 'input'>>;
  invitation?: Resolver<Maybe<ResolversTypes['InvitationPreview']>, ParentType, ContextType, RequireFields<QueryInvitationArgs, 'secret'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  presets?: Resolver<Array<ResolversTypes['Preset']>, ParentType, ContextType>;
  search?: Resolver<Maybe<ResolversTypes['Search']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'id'>>;
  team?: Resolver<Maybe<ResolversTypes['Team']>, ParentType, ContextType, Partial<QueryTeamArgs>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
}>;

export type RankCorrelationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RankCorrelation'] = ResolversParentTypes['RankCorrelation']> = ResolversObject<{
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type RankedCandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RankedCandidate'] = ResolversParentTypes['RankedCandidate']> = ResolversObject<{
  first?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
  firstRank?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  firstValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  second?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
  secondRank?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  secondValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type RankingComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RankingComparison'] = ResolversParentTypes['RankingComparison']> = ResolversObject<{
  candidates?: Resolver<Array<ResolversTypes['RankedCandidate']>, ParentType, ContextType, Partial<RankingComparisonCandidatesArgs>>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onlyFirst?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onlySecond?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overlaps?: Resolver<Array<ResolversTypes['TopOverlap']>, ParentType, ContextType>;
  rho?: Resolver<ResolversTypes['RankCorrelation'], ParentType, ContextType>;
  tau?: Resolver<ResolversTypes['RankCorrelation'], ParentType, ContextType>;
}>;

export type RecordChoicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordChoicePayload'] = ResolversParentTypes['RecordChoicePayload']> = ResolversObject<{
  choice?: Resolver<Maybe<ResolversTypes['Choice']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type RefusedTrialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefusedTrial'] = ResolversParentTypes['RefusedTrial']> = ResolversObject<{
  leaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type RegisterWorkerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterWorkerPayload'] = ResolversParentTypes['RegisterWorkerPayload']> = ResolversObject<{
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType>;
}>;

export type ReleaseLeasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseLeasePayload'] = ResolversParentTypes['ReleaseLeasePayload']> = ResolversObject<{
  leaseId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type RemoveMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMemberPayload'] = ResolversParentTypes['RemoveMemberPayload']> = ResolversObject<{
  memberId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type RenewLeasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenewLeasePayload'] = ResolversParentTypes['RenewLeasePayload']> = ResolversObject<{
  lease?: Resolver<Maybe<ResolversTypes['Lease']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type ReportTrialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportTrialPayload'] = ResolversParentTypes['ReportTrialPayload']> = ResolversObject<{
  trial?: Resolver<Maybe<ResolversTypes['Trial']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type RetireWorkerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireWorkerPayload'] = ResolversParentTypes['RetireWorkerPayload']> = ResolversObject<{
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
}>;

export type RevokeApiTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiTokenPayload'] = ResolversParentTypes['RevokeApiTokenPayload']> = ResolversObject<{
  apiTokenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type RevokeInvitationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeInvitationPayload'] = ResolversParentTypes['RevokeInvitationPayload']> = ResolversObject<{
  invitationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type RewardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reward'] = ResolversParentTypes['Reward']> = ResolversObject<{
  kind?: Resolver<ResolversTypes['RewardKind'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type RewardAgreementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RewardAgreement'] = ResolversParentTypes['RewardAgreement']> = ResolversObject<{
  concordance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pairs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['RewardKind'], ParentType, ContextType>;
}>;

export type RungResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rung'] = ResolversParentTypes['Rung']> = ResolversObject<{
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  best?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  epochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  epochsPlanned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  epochsSpent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lowestPromoted?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  planned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promoted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rung?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type RungResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RungResult'] = ResolversParentTypes['RungResult']> = ResolversObject<{
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  epochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fromEpochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rung?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type SampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Sample'] = ResolversParentTypes['Sample']> = ResolversObject<{
  columns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dimensions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SampleKind'], ParentType, ContextType>;
  tileHeight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tileWidth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tiles?: Resolver<Maybe<Array<ResolversTypes['SampleTile']>>, ParentType, ContextType>;
  trial?: Resolver<ResolversTypes['Trial'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vectorsUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SampleTileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SampleTile'] = ResolversParentTypes['SampleTile']> = ResolversObject<{
  label?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  predicted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  probability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type SearchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Search'] = ResolversParentTypes['Search']> = ResolversObject<{
  agreement?: Resolver<Array<ResolversTypes['RewardAgreement']>, ParentType, ContextType>;
  best?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType, RequireFields<SearchCandidateArgs, 'number'>>;
  candidates?: Resolver<ResolversTypes['CandidateConnection'], ParentType, ContextType, RequireFields<SearchCandidatesArgs, 'skip'>>;
  changes?: Resolver<Array<ResolversTypes['SearchChange']>, ParentType, ContextType>;
  choices?: Resolver<ResolversTypes['ChoiceConnection'], ParentType, ContextType, Partial<SearchChoicesArgs>>;
  collapse?: Resolver<Maybe<ResolversTypes['Collapse']>, ParentType, ContextType>;
  comparison?: Resolver<Array<ResolversTypes['ComparisonPoint']>, ParentType, ContextType, RequireFields<SearchComparisonArgs, 'x' | 'y'>>;
  counts?: Resolver<ResolversTypes['CandidateCounts'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  dataset?: Resolver<ResolversTypes['Dataset'], ParentType, ContextType>;
  devices?: Resolver<Array<ResolversTypes['SearchDevice']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metricKinds?: Resolver<Array<ResolversTypes['MetricKind']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['Plan'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['CandidatePoint']>, ParentType, ContextType, RequireFields<SearchPointsArgs, 'after'>>;
  predictions?: Resolver<Maybe<ResolversTypes['PredictionReport']>, ParentType, ContextType>;
  qValues?: Resolver<Maybe<ResolversTypes['QValues']>, ParentType, ContextType, RequireFields<SearchQValuesArgs, 'decisions'>>;
  retrainOf?: Resolver<Maybe<ResolversTypes['Search']>, ParentType, ContextType>;
  retrainings?: Resolver<Array<ResolversTypes['Search']>, ParentType, ContextType>;
  roundProgress?: Resolver<Maybe<ResolversTypes['TrialProgress']>, ParentType, ContextType>;
  rounds?: Resolver<Array<ResolversTypes['EnasRound']>, ParentType, ContextType>;
  rungs?: Resolver<Array<ResolversTypes['Rung']>, ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  secondsLeft?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  space?: Resolver<ResolversTypes['SearchSpace'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SearchStatus'], ParentType, ContextType>;
  statusReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  team?: Resolver<ResolversTypes['Team'], ParentType, ContextType>;
  timeLeft?: Resolver<Maybe<ResolversTypes['TimeRange']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SearchChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchChange'] = ResolversParentTypes['SearchChange']> = ResolversObject<{
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fromNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SearchComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchComparison'] = ResolversParentTypes['SearchComparison']> = ResolversObject<{
  differences?: Resolver<Array<ResolversTypes['SearchDifference']>, ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['RewardKind'], ParentType, ContextType>;
  rewards?: Resolver<Array<ResolversTypes['RewardKind']>, ParentType, ContextType>;
  searches?: Resolver<Array<ResolversTypes['ComparedSearch']>, ParentType, ContextType>;
}>;

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SearchDeviceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchDevice'] = ResolversParentTypes['SearchDevice']> = ResolversObject<{
  backend?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reproducible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  threads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trainings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SearchDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchDifference'] = ResolversParentTypes['SearchDifference']> = ResolversObject<{
  breaks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<Array<Maybe<ResolversTypes['JSON']>>, ParentType, ContextType>;
}>;

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Search'], ParentType, ContextType>;
}>;

export type SearchEstimateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEstimate'] = ResolversParentTypes['SearchEstimate']> = ResolversObject<{
  example?: Resolver<Maybe<ResolversTypes['NetworkSummary']>, ParentType, ContextType>;
  flops?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  largest?: Resolver<Maybe<ResolversTypes['NetworkSummary']>, ParentType, ContextType>;
  networkCount?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  smallest?: Resolver<Maybe<ResolversTypes['NetworkSummary']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['TimeRange']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type SearchSpaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchSpace'] = ResolversParentTypes['SearchSpace']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SpaceKind'], ParentType, ContextType>;
  limits?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  networkCount?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType, RequireFields<SearchSpaceNetworkCountArgs, 'datasetId'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SizeCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SizeCount'] = ResolversParentTypes['SizeCount']> = ResolversObject<{
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SkippedPictureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkippedPicture'] = ResolversParentTypes['SkippedPicture']> = ResolversObject<{
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SteerSearchPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SteerSearchPayload'] = ResolversParentTypes['SteerSearchPayload']> = ResolversObject<{
  search?: Resolver<Maybe<ResolversTypes['Search']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type StepResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepResult'] = ResolversParentTypes['StepResult']> = ResolversObject<{
  notation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type StepWorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepWork'] = ResolversParentTypes['StepWork']> = ResolversObject<{
  checkpointUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['StepResult']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['StepResult']>, ParentType, ContextType>;
  search?: Resolver<ResolversTypes['Search'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = ResolversObject<{
  events?: SubscriptionResolver<ResolversTypes['Event'], "events", ParentType, ContextType, RequireFields<SubscriptionEventsArgs, 'teamId'>>;
  trialProgress?: SubscriptionResolver<ResolversTypes['Trial'], "trialProgress", ParentType, ContextType, RequireFields<SubscriptionTrialProgressArgs, 'searchId'>>;
}>;

export type TeamResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Team'] = ResolversParentTypes['Team']> = ResolversObject<{
  apiTokens?: Resolver<Array<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  datasetImports?: Resolver<Array<ResolversTypes['DatasetImport']>, ParentType, ContextType>;
  datasets?: Resolver<Array<ResolversTypes['Dataset']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<TeamEventsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invitations?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  latestCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, Partial<TeamMembersArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  searchSpaces?: Resolver<Array<ResolversTypes['SearchSpace']>, ParentType, ContextType>;
  searches?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, Partial<TeamSearchesArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewerMember?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  workers?: Resolver<Array<ResolversTypes['Worker']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type TimeRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeRange'] = ResolversParentTypes['TimeRange']> = ResolversObject<{
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type TopOverlapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopOverlap'] = ResolversParentTypes['TopOverlap']> = ResolversObject<{
  chance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  k?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type TpePlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TpePlan'] = ResolversParentTypes['TpePlan']> = ResolversObject<{
  candidates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startup?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type TrainingPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingPlan'] = ResolversParentTypes['TrainingPlan']> = ResolversObject<{
  batchNormalisation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  batchSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  chanceRetries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  discriminator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  epochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  initialisations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['LanguagePlan']>, ParentType, ContextType>;
  loss?: Resolver<ResolversTypes['LossPlan'], ParentType, ContextType>;
  optimizer?: Resolver<ResolversTypes['OptimizerPlan'], ParentType, ContextType>;
  patience?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  timeoutSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trainImages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  validationImages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type TrialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Trial'] = ResolversParentTypes['Trial']> = ResolversObject<{
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  batchSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  candidate?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['TrialFailure']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  memoryBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memoryRetries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  metrics?: Resolver<Array<ResolversTypes['Metric']>, ParentType, ContextType, Partial<TrialMetricsArgs>>;
  phases?: Resolver<Maybe<ResolversTypes['TrialPhases']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['TrialProgress']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['TrialPurpose'], ParentType, ContextType>;
  samples?: Resolver<Array<ResolversTypes['Sample']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['TrialScope'], ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TrialStatus'], ParentType, ContextType>;
  waitsFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type TrialFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrialFailure'] = ResolversParentTypes['TrialFailure']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['FailureReason'], ParentType, ContextType>;
}>;

export type TrialPhasesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrialPhases'] = ResolversParentTypes['TrialPhases']> = ResolversObject<{
  build?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  earlier?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  evaluation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  judging?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samples?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  training?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type TrialProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrialProgress'] = ResolversParentTypes['TrialProgress']> = ResolversObject<{
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  epochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  imagesPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loss?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  preparing?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  secondsLeft?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type TrialWorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrialWork'] = ResolversParentTypes['TrialWork']> = ResolversObject<{
  batchSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  checkpointUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  epochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  patience?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  prediction?: Resolver<Maybe<ResolversTypes['PredictionWork']>, ParentType, ContextType>;
  search?: Resolver<ResolversTypes['Search'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trial?: Resolver<ResolversTypes['Trial'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = ResolversObject<{
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  teams?: Resolver<Array<ResolversTypes['Team']>, ParentType, ContextType>;
}>;

export type WorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Work'] = ResolversParentTypes['Work']> = ResolversObject<{
  __resolveType: TypeResolveFn<'StepWork' | 'TrialWork', ParentType, ContextType>;
}>;

export type WorkerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Worker'] = ResolversParentTypes['Worker']> = ResolversObject<{
  backend?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  backendVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deviceKind?: Resolver<ResolversTypes['DeviceKind'], ParentType, ContextType>;
  gflops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lease?: Resolver<Maybe<ResolversTypes['Lease']>, ParentType, ContextType>;
  memoryBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reproducible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WorkerStatus'], ParentType, ContextType>;
  threads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitsFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  AcceptInvitationPayload?: AcceptInvitationPayloadResolvers<ContextType>;
  AnnotateCandidatePayload?: AnnotateCandidatePayloadResolvers<ContextType>;
  Annotation?: AnnotationResolvers<ContextType>;
  ApiToken?: ApiTokenResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  Budget?: BudgetResolvers<ContextType>;
  Candidate?: CandidateResolvers<ContextType>;
  CandidateConnection?: CandidateConnectionResolvers<ContextType>;
  CandidateCounts?: CandidateCountsResolvers<ContextType>;
  CandidateEdge?: CandidateEdgeResolvers<ContextType>;
  CandidatePoint?: CandidatePointResolvers<ContextType>;
  ChangeMemberRolePayload?: ChangeMemberRolePayloadResolvers<ContextType>;
  Choice?: ChoiceResolvers<ContextType>;
  ChoiceConnection?: ChoiceConnectionResolvers<ContextType>;
  ChoiceEdge?: ChoiceEdgeResolvers<ContextType>;
  ClassCount?: ClassCountResolvers<ContextType>;
  Collapse?: CollapseResolvers<ContextType>;
  CommitStepPayload?: CommitStepPayloadResolvers<ContextType>;
  ComparedSearch?: ComparedSearchResolvers<ContextType>;
  ComparisonPoint?: ComparisonPointResolvers<ContextType>;
  ControllerPlan?: ControllerPlanResolvers<ContextType>;
  CreateApiTokenPayload?: CreateApiTokenPayloadResolvers<ContextType>;
  CreateSearchPayload?: CreateSearchPayloadResolvers<ContextType>;
  CreateSearchSpacePayload?: CreateSearchSpacePayloadResolvers<ContextType>;
  CreateTeamPayload?: CreateTeamPayloadResolvers<ContextType>;
  CreateUploadPayload?: CreateUploadPayloadResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  Dataset?: DatasetResolvers<ContextType>;
  DatasetImport?: DatasetImportResolvers<ContextType>;
  DatasetOrigin?: DatasetOriginResolvers<ContextType>;
  DatasetShares?: DatasetSharesResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DqnPlan?: DqnPlanResolvers<ContextType>;
  EnasPlan?: EnasPlanResolvers<ContextType>;
  EnasRound?: EnasRoundResolvers<ContextType>;
  EpsilonStep?: EpsilonStepResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  EvolutionPlan?: EvolutionPlanResolvers<ContextType>;
  ExportModelPayload?: ExportModelPayloadResolvers<ContextType>;
  FidelityPlan?: FidelityPlanResolvers<ContextType>;
  FinalMetric?: FinalMetricResolvers<ContextType>;
  FinishTrialPayload?: FinishTrialPayloadResolvers<ContextType>;
  FinishTrialsPayload?: FinishTrialsPayloadResolvers<ContextType>;
  FittedQPlan?: FittedQPlanResolvers<ContextType>;
  ImportDatasetPayload?: ImportDatasetPayloadResolvers<ContextType>;
  Improvement?: ImprovementResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationPreview?: InvitationPreviewResolvers<ContextType>;
  InviteMemberPayload?: InviteMemberPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LanguagePlan?: LanguagePlanResolvers<ContextType>;
  Lease?: LeaseResolvers<ContextType>;
  LeaseWorkPayload?: LeaseWorkPayloadResolvers<ContextType>;
  LocalSearchPlan?: LocalSearchPlanResolvers<ContextType>;
  LossPlan?: LossPlanResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  Metric?: MetricResolvers<ContextType>;
  MetricKind?: MetricKindResolvers<ContextType>;
  ModelExport?: ModelExportResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NetworkSummary?: NetworkSummaryResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Normalisation?: NormalisationResolvers<ContextType>;
  OptimizerPlan?: OptimizerPlanResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Perturbation?: PerturbationResolvers<ContextType>;
  PictureSheet?: PictureSheetResolvers<ContextType>;
  Plan?: PlanResolvers<ContextType>;
  PolicyPlan?: PolicyPlanResolvers<ContextType>;
  PositiveInt?: GraphQLScalarType;
  Prediction?: PredictionResolvers<ContextType>;
  PredictionError?: PredictionErrorResolvers<ContextType>;
  PredictionPlan?: PredictionPlanResolvers<ContextType>;
  PredictionPoint?: PredictionPointResolvers<ContextType>;
  PredictionReport?: PredictionReportResolvers<ContextType>;
  PredictionRow?: PredictionRowResolvers<ContextType>;
  PredictionWork?: PredictionWorkResolvers<ContextType>;
  Preset?: PresetResolvers<ContextType>;
  QAction?: QActionResolvers<ContextType>;
  QValues?: QValuesResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RankCorrelation?: RankCorrelationResolvers<ContextType>;
  RankedCandidate?: RankedCandidateResolvers<ContextType>;
  RankingComparison?: RankingComparisonResolvers<ContextType>;
  RecordChoicePayload?: RecordChoicePayloadResolvers<ContextType>;
  RefusedTrial?: RefusedTrialResolvers<ContextType>;
  RegisterWorkerPayload?: RegisterWorkerPayloadResolvers<ContextType>;
  ReleaseLeasePayload?: ReleaseLeasePayloadResolvers<ContextType>;
  RemoveMemberPayload?: RemoveMemberPayloadResolvers<ContextType>;
  RenewLeasePayload?: RenewLeasePayloadResolvers<ContextType>;
  ReportTrialPayload?: ReportTrialPayloadResolvers<ContextType>;
  RetireWorkerPayload?: RetireWorkerPayloadResolvers<ContextType>;
  RevokeApiTokenPayload?: RevokeApiTokenPayloadResolvers<ContextType>;
  RevokeInvitationPayload?: RevokeInvitationPayloadResolvers<ContextType>;
  Reward?: RewardResolvers<ContextType>;
  RewardAgreement?: RewardAgreementResolvers<ContextType>;
  Rung?: RungResolvers<ContextType>;
  RungResult?: RungResultResolvers<ContextType>;
  Sample?: SampleResolvers<ContextType>;
  SampleTile?: SampleTileResolvers<ContextType>;
  Search?: SearchResolvers<ContextType>;
  SearchChange?: SearchChangeResolvers<ContextType>;
  SearchComparison?: SearchComparisonResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchDevice?: SearchDeviceResolvers<ContextType>;
  SearchDifference?: SearchDifferenceResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchEstimate?: SearchEstimateResolvers<ContextType>;
  SearchSpace?: SearchSpaceResolvers<ContextType>;
  SizeCount?: SizeCountResolvers<ContextType>;
  SkippedPicture?: SkippedPictureResolvers<ContextType>;
  SteerSearchPayload?: SteerSearchPayloadResolvers<ContextType>;
  StepResult?: StepResultResolvers<ContextType>;
  StepWork?: StepWorkResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Team?: TeamResolvers<ContextType>;
  TimeRange?: TimeRangeResolvers<ContextType>;
  TopOverlap?: TopOverlapResolvers<ContextType>;
  TpePlan?: TpePlanResolvers<ContextType>;
  TrainingPlan?: TrainingPlanResolvers<ContextType>;
  Trial?: TrialResolvers<ContextType>;
  TrialFailure?: TrialFailureResolvers<ContextType>;
  TrialPhases?: TrialPhasesResolvers<ContextType>;
  TrialProgress?: TrialProgressResolvers<ContextType>;
  TrialWork?: TrialWorkResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Work?: WorkResolvers<ContextType>;
  Worker?: WorkerResolvers<ContextType>;
}>;

