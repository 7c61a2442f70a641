import type { PolicyPlan } from '../../schema/plans/controller.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { tokenOf } from '../../schema/values/encoding.ts';
import { type Blocks, copyBlocks, descend, emptyBlocks, type Gradients, openBlocks, type StoredBlocks, storeBlocks } from './blocks.ts';
import { distribution, type Policy, scoreGradient } from './policy.ts';
import type { Rule } from './policy-rules.ts';

/** What policy gradients have learned so far. Plain JSON. */
export interface LearnedPolicy {
  blocks: StoredBlocks;
  /** Moving average of the rewards; null before the first. */
  baseline: number | null;
  /** Moving average of (reward - baseline)^2. */
  variance: number;
  updates: number;
}

export const untaught = (): LearnedPolicy => ({ blocks: emptyBlocks(), baseline: null, variance: 0, updates: 0 });

/**
 * The plan as it acts. Without its safeguards nothing keeps a policy from settling on one network: no entropy bonus, a baseline that begins at 0 instead
 * of the first rewards, advantages and gradients of any size, logits without bound. So were the runs that got stuck (thesis 4.6).
 */
export function withSafeguards(plan: PolicyPlan): PolicyPlan {
  return plan.safeguards ? plan : { ...plan, entropyWeight: 0, normalise: false, temperature: 1, tanhConstant: null, clipNorm: null };
}

/** A walk with its reward. */
export interface Rewarded {
  /** The choice at each step, by position among the actions there. */
  choices: readonly number[];
  /** ln of the probability of each when it was drawn. */
  logs: readonly number[];
  reward: number;
}

/**
 * One update from a batch of walks. The baseline (eq. 2.5) is a moving average that begins at the mean of the
 * first batch, without safeguards at 0; the advantage is divided by the moving deviation of rewards where the plan normalises.
 */
export function learnFrom(
  space: Space,
  policy: Policy,
  learned: LearnedPolicy,
  walks: readonly Rewarded[],
  given: PolicyPlan,
  rule: Rule,
): LearnedPolicy {
  const plan = withSafeguards(given);
  const mix = (average: number, value: number) => plan.baselineDecay * average + (1 - plan.baselineDecay) * value;
  const mean = walks.reduce((sum, { reward }) => sum + reward, 0) / walks.length;
  const first = plan.safeguards ? mean : 0;
  const baseline = learned.baseline ?? first;
  const spread = walks.reduce((sum, { reward }) => sum + (reward - baseline) ** 2, 0) / walks.length;
  const variance = learned.baseline === null ? spread : mix(learned.variance, spread);
  const scale = plan.normalise ? Math.sqrt(variance) || 1 : 1;
  const entropyWeight = plan.entropyWeight * plan.entropyDecay ** learned.updates;
  const samples = walks.map(({ choices, logs, reward }) => ({ choices, logs, advantage: (reward - baseline) / scale }));
  const changed = copyBlocks(openBlocks(learned.blocks));
  for (let pass = 0; pass < rule.passes; pass++)
    descend(changed, gradientOfBatch(space, policy, changed, samples, plan, rule, entropyWeight), plan.learningRate, plan.clipNorm);
  return {
    baseline: learned.baseline === null && plan.safeguards ? mean : mix(baseline, mean),
    variance,
    updates: learned.updates + 1,
    blocks: storeBlocks(changed),
  };
}

export interface Sample {
  /** The choice at each step, by position among the actions there. */
  choices: readonly number[];
  /** ln of the probability of each when it was drawn. */
  logs: readonly number[];
  advantage: number;
}

/** The gradient of  -(1/m) sum_i sum_t (weight x advantage x ln p + entropyWeight x entropy)  over the blocks of a policy. */
export function gradientOfBatch(
  space: Space,
  policy: Policy,
  blocks: Blocks,
  samples: readonly Sample[],
  plan: PolicyPlan,
  rule: Pick<Rule, 'weights'>,
  entropyWeight: number,
): Gradients {
  const gradients: Gradients = new Map();
  // A depth that is prescribed is no decision of the policy: nothing is learned from it.
  const first = plan.growthEvery > 0 && space.depthChoice ? 1 : 0;
  for (const { choices, logs, advantage } of samples) {
    const walk = policy.walk(blocks);
    let state = space.initial();
    let previous: string | null = null;
    const steps = choices.map((taken) => {
      const actions = space.actions(state);
      const allowed = actions.map(tokenOf);
      const at = distribution(walk.scores({ key: space.stateKey(state), allowed }, previous), plan);
      previous = allowed[taken]!;
      state = space.next(state, actions[taken]);
      return { at, taken };
    });
    const weights = rule.weights(
      steps.map(({ at, taken }, step) => (step < first ? 1 : Math.exp(at.logs[taken]! - logs[step]!))),
      advantage,
    );
    const share = 1 / samples.length;
    walk.backward(
      steps.map(({ at, taken }, step) =>
        step < first ? at.logs.map(() => 0) : scoreGradient(at, taken, share * advantage * weights[step]!, share * entropyWeight),
      ),
      gradients,
    );
  }
  return gradients;
}
