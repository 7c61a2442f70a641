import type { PolicyPlan } from '../../schema/plans/controller.ts';
import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { type Archive, archiveController } from './archive.ts';
import { type Blocks, copyBlocks, descend, emptyBlocks, type Gradients, openBlocks, type StoredBlocks, storeBlocks } from './blocks.ts';
import type { Controller } from './controller.ts';
import { drawPosition } from './draw.ts';
import { tokenOf } from './mutate.ts';
import { distribution, type Policy, scoreGradient } from './policy.ts';
import type { Rule } from './policy-rules.ts';
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
}

/** Known networks that may be drawn one after the other before a random one that is not takes their place. */
const MOST_REPEATS = 12;

/**
 * Policy gradients (Williams 1992; thesis 2.3.1). A batch of `batch` walks makes an update; the only reward comes at the end of a walk, so
 * the reward-to-go of each of its decisions (eq. 2.4) is that reward. The baseline (eq. 2.5) is a moving average that begins at the mean of
 * the first batch; the advantage is divided by the moving deviation of rewards. A walk to a network that is known is not proposed: its
 * stored reward counts at once, as a sample of the present policy.
 */
export function policyGradient(plan: PolicyPlan, space: Space, policy: (seed: number) => Policy, rule: Rule): Controller {
  return archiveController<Learned>(space, {
    kind: rule.kind,
    begin: (seed) => ({ seed, blocks: emptyBlocks(), flying: [], batch: [], baseline: null, variance: 0, updates: 0 }),

    propose(archive, number) {
      for (let repeats = 0; ; repeats++) {
        const { own } = archive;
        const { walk, logs } = draw(space, policy(own.seed), openBlocks(own.blocks), plan, archive.random);
        const known = archive.numberOf(walk.notation);
        if (known === undefined) {
          archive.own = { ...own, flying: [...own.flying, { number, logs }] };
          return walk;
        }
        if (repeats === MOST_REPEATS) return walk; // the archive puts an unknown one in its place, of which this policy does not learn
        archive.reuse(known);
        const reward = archive.rewards[known - 1];
        if (reward != null) collect(archive, { number: known, logs });
      }
    },

    observe(archive, number, reward) {
      const { own } = archive;
      const drawn = own.flying.find((each) => each.number === number);
      archive.own = { ...own, flying: own.flying.filter((each) => each !== drawn) };
      if (drawn && reward !== null) collect(archive, drawn);
    },
  });

  /** Adds a walk to the batch; a full batch makes an update. */
  function collect(archive: Archive<Learned>, drawn: Drawn): void {
    const { own } = archive;
    const batch = [...own.batch, drawn];
    if (batch.length < plan.batch) {
      archive.own = { ...own, batch };
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
    const changed = copyBlocks(openBlocks(own.blocks));
    for (let pass = 0; pass < rule.passes; pass++)
      descend(
        changed,
        gradientOfBatch(space, policy(own.seed), changed, walks, plan, rule, entropyWeight),
        plan.learningRate,
        plan.clipNorm,
      );
    archive.own = {
      ...own,
      batch: [],
      baseline: own.baseline === null ? mean : mix(own.baseline, mean),
      variance,
      updates: own.updates + 1,
      blocks: storeBlocks(changed),
    };
  }

  function mix(average: number, value: number): number {
    return plan.baselineDecay * average + (1 - plan.baselineDecay) * value;
  }
}

/** Follows the policy through the space. */
function draw(space: Space, policy: Policy, blocks: Blocks, plan: PolicyPlan, random: Random): { walk: Walk; logs: number[] } {
  const logs: number[] = [];
  let previous: string | null = null;
  const scores = policy.walk(blocks);
  const walk = takeWalk(space, (key, _, actions) => {
    const allowed = actions.map(tokenOf);
    const at = distribution(scores.scores({ key, allowed }, previous), plan);
    const taken = drawPosition(at.probabilities, random);
    logs.push(at.logs[taken]!);
    previous = allowed[taken]!;
    return taken;
  });
  return { walk, logs };
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
