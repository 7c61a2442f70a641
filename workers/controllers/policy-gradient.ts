import type { PolicyPlan } from '../../schema/plans/controller.ts';
import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { type Archive, archiveController } from './archive.ts';
import { type Blocks, openBlocks } from './blocks.ts';
import type { Controller } from './controller.ts';
import { drawPosition } from './draw.ts';
import { chanceOf } from './entropy.ts';
import { tokenOf } from './mutate.ts';
import { distribution, type Policy } from './policy.ts';
import type { Rule } from './policy-rules.ts';
import { type LearnedPolicy, learnFrom, untaught, withSafeguards } from './policy-update.ts';
import { takeWalk, type Walk } from './walk.ts';

/** A walk that waits for its reward, or for its batch: ln of the probability that each decision had when it was drawn. */
interface Drawn {
  number: number;
  logs: number[];
}

interface Learned extends LearnedPolicy {
  /** Of the policy's first values. */
  seed: number;
  /** Candidates in flight. */
  flying: Drawn[];
  /** Walks with their rewards, of which the next update is made. */
  batch: Drawn[];
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
    begin: (seed) => ({ seed, flying: [], batch: [], ...untaught() }),

    propose(archive, number) {
      for (let repeats = 0; ; repeats++) {
        const { own } = archive;
        const drawn = draw(space, policy(own.seed), openBlocks(own.blocks), plan, archive.random);
        const { logs } = drawn;
        const walk = { ...drawn.walk, chance: chanceOf(drawn.walk, drawn.entropy) };
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
    const walks = batch.map(({ number, logs }) => ({
      choices: archive.walks[number - 1]!,
      logs,
      reward: archive.rewards[number - 1]!,
    }));
    archive.own = { ...own, batch: [], ...learnFrom(space, policy(own.seed), own, walks, plan, rule) };
  }
}

/** What a policy drew: `logs` as ln of the probability of each decision, `entropy` as the sum of its decisions' entropies, in nats. */
export interface DrawnWalk {
  walk: Walk;
  logs: number[];
  entropy: number;
}

/** Follows the policy through the space. */
export function draw(space: Space, policy: Policy, blocks: Blocks, plan: PolicyPlan, random: Random): DrawnWalk {
  const squash = withSafeguards(plan);
  const logs: number[] = [];
  let entropy = 0;
  let previous: string | null = null;
  const scores = policy.walk(blocks);
  const walk = takeWalk(space, (key, _, actions) => {
    const allowed = actions.map(tokenOf);
    const at = distribution(scores.scores({ key, allowed }, previous), squash);
    const taken = drawPosition(at.probabilities, random);
    logs.push(at.logs[taken]!);
    entropy += at.entropy;
    previous = allowed[taken]!;
    return taken;
  });
  return { walk, logs, entropy };
}
