import type { PolicyPlan } from '../../schema/plans/controller.ts';
import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { tokenOf } from '../../schema/values/encoding.ts';
import { type Archive, archiveController } from './archive.ts';
import { type Blocks, openBlocks } from './blocks.ts';
import type { Controller } from './controller.ts';
import { drawPosition } from './draw.ts';
import { chanceOf } from './entropy.ts';
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
  /** Of that batch, walks to networks that were known when they were drawn; missing in a state of an earlier version. */
  again?: number;
  /** What the entropy's weight is multiplied with, from 1: grows while the policy draws what is known; missing likewise. */
  pressure?: number;
}

/** A batch with more than this share of known networks raises the pressure by the factor, any other lowers it; it stays from 1 to the limit. */
const KNOWN_SHARE = 0.5;
const PRESSURE_STEP = 1.5;
const MOST_PRESSURE = 100;

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
    begin: (seed) => ({ seed, flying: [], batch: [], again: 0, pressure: 1, ...untaught() }),

    propose(archive, number) {
      for (let repeats = 0; ; repeats++) {
        const { own } = archive;
        const drawn = draw(space, policy(own.seed), openBlocks(own.blocks), plan, archive.random, prescribedDepth(plan, space, number));
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
        if (reward != null) collect(archive, { number: known, logs }, 1);
      }
    },

    observe(archive, number, reward) {
      const { own } = archive;
      const drawn = own.flying.find((each) => each.number === number);
      archive.own = { ...own, flying: own.flying.filter((each) => each !== drawn) };
      if (drawn && reward !== null) collect(archive, drawn, 0);
    },
  });

  /** Adds a walk to the batch; a full batch makes an update. @param repeats 1 for a network that was known */
  function collect(archive: Archive<Learned>, drawn: Drawn, repeats: 0 | 1): void {
    const { own } = archive;
    const batch = [...own.batch, drawn];
    const again = (own.again ?? 0) + repeats;
    if (batch.length < plan.batch) {
      archive.own = { ...own, batch, again };
      return;
    }
    const pressure = pressed(own.pressure ?? 1, again / batch.length);
    const pressing = { ...plan, entropyWeight: plan.entropyWeight * pressure };
    const walks = batch.map(({ number, logs }) => ({
      choices: archive.walks[number - 1]!,
      logs,
      reward: archive.rewards[number - 1]!,
    }));
    archive.own = { ...own, batch: [], again: 0, pressure, ...learnFrom(space, policy(own.seed), own, walks, pressing, rule) };
  }
}

/**
 * A search gains nothing from a network that it knows, so the entropy's weight follows how many of them the policy draws, as soft actor-critic's follows a
 * target entropy (Haarnoja et al. 2018, section 5).
 */
function pressed(pressure: number, known: number): number {
  return Math.min(MOST_PRESSURE, Math.max(1, known > KNOWN_SHARE ? pressure * PRESSURE_STEP : pressure / PRESSURE_STEP));
}

/** What a policy drew: `logs` as ln of the probability of each decision, `entropy` as the sum of its decisions' entropies, in nats. */
export interface DrawnWalk {
  walk: Walk;
  logs: number[];
  entropy: number;
}

/** NAS's growing depth (Zoph & Le 2017): the first choice of a candidate's walk where the plan prescribes it. */
export function prescribedDepth({ growthEvery, growthLayers }: PolicyPlan, space: Space, number: number): number | undefined {
  return growthEvery === 0 ? undefined : space.depthChoice?.(growthLayers * Math.floor((number - 1) / growthEvery));
}

/** Follows the policy through the space. @param depth the first choice, where it is not the policy's */
export function draw(space: Space, policy: Policy, blocks: Blocks, plan: PolicyPlan, random: Random, depth?: number): DrawnWalk {
  const squash = withSafeguards(plan);
  const logs: number[] = [];
  let entropy = 0;
  let previous: string | null = null;
  const scores = policy.walk(blocks);
  const walk = takeWalk(space, (key, _, actions) => {
    const allowed = actions.map(tokenOf);
    const at = distribution(scores.scores({ key, allowed }, previous), squash);
    const prescribed = logs.length === 0 ? depth : undefined;
    const taken = prescribed ?? drawPosition(at.probabilities, random);
    logs.push(prescribed === undefined ? at.logs[taken]! : 0);
    entropy += prescribed === undefined ? at.entropy : 0;
    previous = allowed[taken]!;
    return taken;
  });
  return { walk, logs, entropy };
}
