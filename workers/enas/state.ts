import type { EnasPlan, PolicyPlan } from '../../schema/plans/controller.ts';
import type { OptimizerPlan } from '../../schema/plans/plan.ts';
import { Random } from '../../schema/random.ts';
import type { ControllerState } from '../controllers/controller.ts';
import { type LearnedPolicy, untaught } from '../controllers/policy-update.ts';

/** What ENAS knows between two rounds, beside the shared weights. Plain JSON, kept with the search as the state of every controller. */
export interface EnasState extends ControllerState {
  kind: 'ENAS';
  /** Rounds that are done. */
  rounds: number;
  /** Notations of the candidates, in order of their numbers. */
  notations: string[];
  policy: LearnedPolicy & { seed: number };
}

/** What a round gave, for people. */
export interface RoundFigures {
  /** From 1. */
  round: number;
  /** Mean over the round's batches, of networks that the policy drew then. */
  loss: number;
  trainReward: number;
  /** Mean over the networks that taught the policy, on validation data. */
  meanReward: number;
  /** Moving average that the policy compares rewards with. */
  baseline: number;
  /** Of the candidate, on the batch by which the drawn ones were ranked. */
  bestReward: number;
  /** Mean entropy of the policy over whole networks, in nats. */
  entropy: number;
  /** Share of different ones among the networks that taught the policy. */
  distinct: number;
  /** Where the time went. */
  trainSeconds: number;
  policySeconds: number;
  deriveSeconds: number;
}

export interface EnasSettings {
  enas: EnasPlan;
  policy: PolicyPlan;
  /** Of the shared weights; its learning rate is `enas.learningRate`. */
  optimizer: OptimizerPlan;
  /** In all: schedules count the epochs of all rounds. */
  rounds: number;
}

export function startEnas(seed: number): EnasState {
  return {
    version: 1,
    kind: 'ENAS',
    random: Random.of(seed, 'ENAS').state,
    observed: 0,
    proposed: 0,
    rounds: 0,
    notations: [],
    policy: { seed, ...untaught() },
  };
}

/** @throws RangeError for the state of another controller, or of another version */
export function readEnas(state: ControllerState): EnasState {
  if (state.version !== 1 || state.kind !== 'ENAS') throw new RangeError(`state: ${state.kind} ${state.version}; allowed: ENAS 1`);
  return state as EnasState;
}
