import type { PolicyPlan } from '../../schema/plans/controller.ts';
import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { type Archive, archiveController } from './archive.ts';
import { type Blocks, copyBlocks, descend, emptyBlocks, type Gradients, openBlocks, type StoredBlocks, storeBlocks } from './blocks.ts';
import type { Controller } from './controller.ts';
import { drawPosition } from './draw.ts';
import { tokenOf } from './mutate.ts';
import { distribution, type Policy, scoreGradient } from './policy.ts';
import { takeWalk, type Walk } from './walk.ts';

/** A walk that waits for its reward, or for its batch: ln of the probability that each decision had when it was drawn. */
interface Drawn {
  number: number;
  logs: number[];
}

interface Learned {
  /** Of the policy's first values. */
  seed: number;
  blocks: StoredBlocks;
  /** Candidates in flight. */
  flying: Drawn[];
  /** Walks with their rewards, of which the next update is made. */
  batch: Drawn[];
  /** Moving average of the rewards; null before the first. */
  baseline: number | null;
  /** Moving average of (reward - baseline)^2. */
  variance: number;
  updates: number;
  /** Entropy of the policy over the last walk that was drawn, mean over its steps, in nats. */
  entropy: number;
}

/** How a batch becomes an update. */
export interface Rule {
  kind: string;
  /** Passes over a batch. */
  passes: number;
  /**
   * What the gradient of ln p of each decision is multiplied with, beside the advantage.
   * @param ratios p(decision) now / when it was drawn, step by step
   */
  weights(ratios: readonly number[], advantage: number): number[];
}

/** Known networks that may be drawn one after the other before a random one that is not takes their place. */
const MOST_REPEATS = 12;
/** An importance weight is cut here: a walk that has become much more probable would drown its batch. */
const MOST_WEIGHT = 5;

/** Eq. 2.3 and 2.5: the weight of a walk is the ratio of its probabilities, now and when it was drawn. */
export const reinforceRule: Rule = {
  kind: 'REINFORCE',
  passes: 1,
  weights(ratios) {
    const ratio = Math.min(
      MOST_WEIGHT,
      ratios.reduce((product, each) => product * each, 1),
    );
    return ratios.map(() => ratio);
  },
};

/** Clipped surrogate (Schulman et al. 2017, eq. 7): a decision that has moved far enough in its direction gets no more gradient. */
export function ppoRule(clip: number, passes: number): Rule {
  return {
    kind: 'PPO',
    passes,
    weights: (ratios, advantage) => ratios.map((ratio) => ((advantage > 0 ? ratio > 1 + clip : ratio < 1 - clip) ? 0 : ratio)),
  };
}

/**
 * Policy gradients (Williams 1992; thesis 2.3.1). A batch of `batch` walks makes an update; the only reward comes at the end of a walk, so
 * the reward-to-go of each of its decisions (eq. 2.4) is that reward. The baseline (eq. 2.5) is a moving average that begins at the mean of
 * the first batch; the advantage is divided by the moving deviation of rewards. A walk to a network that is known is not proposed: its
 * stored reward counts at once, as a sample of the present policy.
 */
export function policyGradient(plan: PolicyPlan, space: Space, policy: (seed: number) => Policy, rule: Rule): Controller {
  return archiveController<Learned>(space, {
    kind: rule.kind,
    begin: (seed) => ({ seed, blocks: emptyBlocks(), flying: [], batch: [], baseline: null, variance: 0, updates: 0, entropy: 0 }),

    propose(archive, number) {
      for (let repeats = 0; ; repeats++) {
        const blocks = opened(archive.own);
        const { walk, logs, entropy } = draw(space, policy(archive.own.seed), blocks, plan, archive.random);
        const known = archive.numberOf(walk.notation);
        archive.own = remember({ ...archive.own, entropy }, blocks);
        if (known === undefined) {
          archive.own = remember({ ...archive.own, flying: [...archive.own.flying, { number, logs }] }, blocks);
          return walk;
        }
        if (repeats === MOST_REPEATS) return walk; // the archive puts an unknown one in its place, of which this policy does not learn
        archive.reuse(known);
        const reward = archive.rewards[known - 1];
        if (reward != null) collect(archive, { number: known, logs });
      }
    },

    observe(archive, number, reward) {
      const drawn = archive.own.flying.find((each) => each.number === number);
      const blocks = opened(archive.own);
      archive.own = remember({ ...archive.own, flying: archive.own.flying.filter((each) => each !== drawn) }, blocks);
      if (drawn && reward !== null) collect(archive, drawn);
    },
  });

  /** Adds a walk to the batch; a full batch makes an update. */
  function collect(archive: Archive<Learned>, drawn: Drawn): void {
    const { own } = archive;
    const blocks = opened(own);
    const batch = [...own.batch, drawn];
    if (batch.length < plan.batch) {
      archive.own = remember({ ...own, batch }, blocks);
      return;
    }
    const rewards = batch.map(({ number }) => archive.rewards[number - 1]!);
    const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
    const baseline = own.baseline ?? mean;
    const spread = rewards.reduce((sum, reward) => sum + (reward - baseline) ** 2, 0) / rewards.length;
    const variance = own.baseline === null ? spread : mix(own.variance, spread);
    const scale = plan.normalise ? Math.sqrt(variance) || 1 : 1;
    const entropyWeight = plan.entropyWeight * plan.entropyDecay ** own.updates;
    const walks = batch.map(({ number, logs }, i) => ({
      choices: archive.walks[number - 1]!,
      logs,
      advantage: (rewards[i]! - baseline) / scale,
    }));
    const changed = copyBlocks(blocks);
    for (let pass = 0; pass < rule.passes; pass++)
      descend(
        changed,
        gradientOfBatch(space, policy(own.seed), changed, walks, plan, rule, entropyWeight),
        plan.learningRate,
        plan.clipNorm,
      );
    archive.own = remember(
      {
        ...own,
        batch: [],
        baseline: own.baseline === null ? mean : mix(own.baseline, mean),
        variance,
        updates: own.updates + 1,
        blocks: storeBlocks(changed),
      },
      changed,
    );
  }

  function mix(average: number, value: number): number {
    return plan.baselineDecay * average + (1 - plan.baselineDecay) * value;
  }
}

/** Blocks beside the state that stores them, so that they are not decoded at every step. Never changed once they are here. */
const memory = new WeakMap<Learned, Blocks>();

function opened(own: Learned): Blocks {
  return memory.get(own) ?? openBlocks(own.blocks);
}

/** Blocks may have grown by ones that were only read; those are made again from the seed when they are missing. */
function remember(own: Learned, blocks: Blocks): Learned {
  memory.set(own, blocks);
  return own;
}

/** Follows the policy through the space. */
function draw(
  space: Space,
  policy: Policy,
  blocks: Blocks,
  plan: PolicyPlan,
  random: Random,
): { walk: Walk; logs: number[]; entropy: number } {
  const logs: number[] = [];
  let entropy = 0;
  let previous: string | null = null;
  const scores = policy.walk(blocks);
  const walk = takeWalk(space, (key, _, actions) => {
    const allowed = actions.map(tokenOf);
    const at = distribution(scores.scores({ key, allowed }, previous), plan);
    const taken = drawPosition(at.probabilities, random);
    logs.push(at.logs[taken]!);
    entropy += at.entropy;
    previous = allowed[taken]!;
    return taken;
  });
  return { walk, logs, entropy: entropy / logs.length };
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
      steps.map(({ at, taken }, step) => Math.exp(at.logs[taken]! - logs[step]!)),
      advantage,
    );
    const share = 1 / samples.length;
    walk.backward(
      steps.map(({ at, taken }, step) => scoreGradient(at, taken, share * advantage * weights[step]!, share * entropyWeight)),
      gradients,
    );
  }
  return gradients;
}
