import type { FidelityPlan } from './rungs.ts';

/** Which algorithm proposes networks, and its constants. */

/**
 * Q_LEARNING: MetaQNN's table (thesis 4.1). FITTED_Q: trees in place of the table, fitted to all transitions at once (2.3.2, algorithm 2). DQN: a network
 * in place of the table (algorithm 3). REINFORCE: policy gradients on a table (2.3.1). NAS: the same on an LSTM (4.2). PPO: NAS with the clipped surrogate. EVOLUTION, LOCAL_SEARCH, TPE, RANDOM: baselines.
 * LIST: the networks that the plan names, in its order, nothing else. SUCCESSIVE_HALVING, HYPERBAND, ASHA: random networks that are trained a little, and
 * the best of them longer. ENAS: policy gradients that learn from networks with shared weights (4.4).
 */
export const CONTROLLER_KINDS = [
  'Q_LEARNING',
  'FITTED_Q',
  'DQN',
  'REINFORCE',
  'NAS',
  'PPO',
  'EVOLUTION',
  'LOCAL_SEARCH',
  'TPE',
  'RANDOM',
  'LIST',
  'SUCCESSIVE_HALVING',
  'HYPERBAND',
  'ASHA',
  'ENAS',
] as const;
export type ControllerKind = (typeof CONTROLLER_KINDS)[number];

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
  /** Of Q_LEARNING, FITTED_Q and DQN; scaled to the budget, the total kept exact. */
  epsilon: EpsilonStep[];
  /** Of LIST: notations of different networks of the space, as many as the budget has candidates. Missing under the others. */
  networks?: string[];
  fittedQ: FittedQPlan;
  dqn: DqnPlan;
  policy: PolicyPlan;
  evolution: EvolutionPlan;
  localSearch: LocalSearchPlan;
  tpe: TpePlan;
  fidelity: FidelityPlan;
  enas: EnasPlan;
}

/** Of FITTED_Q (Ernst et al. 2005; thesis 2.3.2, algorithm 2). */
export interface FittedQPlan {
  /** Results from one fit to the next; after 50 fits a fiftieth of all results. */
  fitEvery: number;
  /** Iterations of a fit, each of which takes the reward one decision further back (K of algorithm 2). */
  iterations: number;
  /** Extremely randomised trees. */
  trees: number;
  /** Transitions below which a node is not split. */
  smallest: number;
  /** Transitions that are learned from at most: those of the latest trained candidates, all of a candidate or none. */
  buffer: number;
}

/** Of DQN (Mnih et al. 2015; thesis 2.3.2, algorithm 3). */
export interface DqnPlan {
  /** Units of the hidden layer. */
  hidden: number;
  /** Of Adam. */
  learningRate: number;
  /** Transitions an update. */
  batch: number;
  /** Updates after each result. */
  updates: number;
  /** Trained candidates whose transitions are kept: the replay buffer. */
  buffer: number;
  /** The target network is set to the present one after so many results. */
  targetEvery: number;
}

/** Of REINFORCE, NAS and PPO. */
export interface PolicyPlan {
  /** Walks an update (m of thesis 4.2). */
  batch: number;
  /** Of Adam. */
  learningRate: number;
  /** Of the moving averages of reward and variance: how much of the old one stays after a batch. */
  baselineDecay: number;
  /** Whether advantages are divided by the moving deviation of rewards. */
  normalise: boolean;
  /** Weight of the policy's entropy, in units of the advantage; it grows by itself while most of a batch are networks that are known. */
  entropyWeight: number;
  /** The entropy's weight is multiplied by this after each update. */
  entropyDecay: number;
  /** Scores are divided by it (ENAS). */
  temperature: number;
  /** Logits stay within plus and minus this (ENAS); null for no bound. */
  tanhConstant: number | null;
  /** Longest norm of the gradient; null for no limit. */
  clipNorm: number | null;
  /** Of the LSTM's state (NAS, PPO). */
  hidden: number;
  /** PPO: how far the ratio of probabilities may go from 1. */
  clip: number;
  /** PPO: passes over a batch. */
  passes: number;
  /** Whether entropy bonus, first baseline, scaled advantages, and bounds of gradient and logits act; false shows what happens without. */
  safeguards: boolean;
  /**
   * Spaces of NAS (Zoph & Le 2017: 2 layers after every 1,600 networks): the depth of networks begins at the least and rises by `growthLayers` after every
   * `growthEvery` candidates. 0: the policy chooses the depth as it chooses all else.
   */
  growthEvery: number;
  growthLayers: number;
}

/** Of ENAS (Pham et al. 2018; thesis 4.4, algorithm 6), whose LSTM is as `policy` says. Each candidate is the best of one round. */
export interface EnasPlan {
  /** Epochs of the shared weights a round; each batch is of one network that the policy draws (eq. 4.3 with M = 1). */
  epochs: number;
  /** Of the shared weights at the start; all else of their updates is as the plan's optimizer says. */
  learningRate: number;
  /** Updates of the policy a round, each from `policy.batch` networks on one batch of validation data each. */
  updates: number;
  /** Networks drawn at the end of a round and ranked by one batch of validation data; the best new one is the candidate. */
  samples: number;
}

/** Of EVOLUTION (Real et al. 2019). */
export interface EvolutionPlan {
  /** Networks alive. */
  population: number;
  /** Of those alive, how many are drawn for each tournament. */
  tournament: number;
}

/** Of LOCAL_SEARCH (White et al. 2021). */
export interface LocalSearchPlan {
  /** Random networks at the beginning of each climb. */
  starts: number;
  /** Neighbours that are no better before a new climb begins. */
  patience: number;
}

/** Of TPE (Bergstra et al. 2011). */
export interface TpePlan {
  /** Random networks first. */
  startup: number;
  /** Walks drawn for each proposal, of which the best is taken. */
  candidates: number;
}

export const CONTROLLER_DEFAULTS = {
  learningRate: 0.01,
  discount: 1,
  initialValue: 0.5,
  update: 'ORIGINAL',
  replay: 128,
  fittedQ: { fitEvery: 20, iterations: 20, trees: 25, smallest: 5, buffer: 5000 },
  dqn: { hidden: 32, learningRate: 0.003, batch: 32, updates: 8, buffer: 10_000, targetEvery: 10 },
  policy: {
    batch: 10,
    learningRate: 0.01,
    baselineDecay: 0.8,
    normalise: true,
    entropyWeight: 0.2,
    entropyDecay: 0.99,
    temperature: 1,
    tanhConstant: 5,
    clipNorm: 1,
    hidden: 32,
    clip: 0.2,
    passes: 4,
    safeguards: true,
    growthEvery: 0,
    growthLayers: 2,
  },
  evolution: { population: 50, tournament: 10 },
  localSearch: { starts: 10, patience: 30 },
  tpe: { startup: 20, candidates: 24 },
  fidelity: { eta: 3, lowestEpochs: 1 },
  enas: { epochs: 1, learningRate: 0.001, updates: 20, samples: 20 },
} as const satisfies Omit<ControllerPlan, 'kind' | 'epsilon' | 'networks'>;

type Added = 'fittedQ' | 'dqn' | 'policy' | 'evolution' | 'localSearch' | 'tpe' | 'fidelity' | 'enas';
type AddedToPolicy = 'safeguards' | 'growthEvery' | 'growthLayers';
/** A controller as an earlier version wrote it: what it did not know yet may be missing. */
export type OlderController = Omit<ControllerPlan, Added> &
  Partial<Pick<ControllerPlan, Exclude<Added, 'policy'>>> & {
    policy?: Omit<PolicyPlan, AddedToPolicy> & Partial<Pick<PolicyPlan, AddedToPolicy>>;
  };

/** A stored controller in the terms of this version. */
export function completeController(controller: OlderController): ControllerPlan {
  const { fittedQ, dqn, policy, evolution, localSearch, tpe, fidelity, enas } = CONTROLLER_DEFAULTS;
  return { fittedQ, dqn, evolution, localSearch, tpe, fidelity, enas, ...controller, policy: { ...policy, ...controller.policy } };
}

/** Spaces whose networks ENAS has shared weights for. */
export const ENAS_SPACES: readonly string[] = ['CHAIN', 'NAS', 'MACRO', 'MICRO', 'RECURRENT'];

/** Whether a controller explores by an epsilon schedule. */
export function usesEpsilon(kind: ControllerKind): boolean {
  return kind === 'Q_LEARNING' || kind === 'FITTED_Q' || kind === 'DQN';
}
