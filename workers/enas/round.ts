import type { Architecture } from '../../schema/networks/architecture.ts';
import { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { openBlocks } from '../controllers/blocks.ts';
import { type Chance, chanceOf, uniformEntropy } from '../controllers/entropy.ts';
import { lstmPolicy } from '../controllers/lstm-policy.ts';
import { draw } from '../controllers/policy-gradient.ts';
import { reinforceRule } from '../controllers/policy-rules.ts';
import { type LearnedPolicy, learnFrom } from '../controllers/policy-update.ts';
import { unseenWalk, type Walk } from '../controllers/walk.ts';
import { scheduled } from '../training/schedule.ts';
import type { EnasSettings, EnasState, RoundFigures } from './state.ts';
import type { Supernet } from './supernet.ts';

/** Where a round stands, for people. */
export interface RoundProgress {
  part: 'TRAINING' | 'POLICY' | 'DERIVING';
  /** Batches of this part that are done, and in all; of POLICY updates. */
  step: number;
  steps: number;
  /** Batches of the whole round that are not done yet. */
  left: Batches;
  /** Mean since the part began. */
  loss: number;
}

/** Batches that train shared weights, and such that only look at networks with them. */
export interface Batches {
  trainings: number;
  evaluations: number;
}

/** The network that a round derives, with the chance that was in it, and how many of those drawn beside it were proposed before. */
export interface RoundProposal extends Chance {
  notation: string;
  repeats: number;
}

export interface RoundTools {
  /** Aborting ends the round between two batches: its promise is rejected with the signal's reason, and the supernet is not to be used again. */
  signal: AbortSignal;
  progress: (progress: RoundProgress) => void;
  /** Lets timers and sockets have their turn. */
  breathe: () => Promise<void>;
}

/**
 * One round of ENAS (thesis 4.4, algorithm 6): trains the shared weights, each batch on one network that the policy draws; then teaches the policy by
 * REINFORCE, whose reward is what networks do with the shared weights on a batch of validation data; then draws some, ranks all by one batch, and proposes
 * the best that was not proposed yet, or a random one where all were. A function of the state, the supernet's weights and the seed alone.
 */
export async function playRound(
  before: EnasState,
  space: Space,
  supernet: Supernet,
  { enas, policy: plan, optimizer, rounds }: EnasSettings,
  tools: RoundTools,
): Promise<{ state: EnasState; proposal: RoundProposal; figures: RoundFigures }> {
  const random = Random.resume(before.random);
  const policy = lstmPolicy(plan.hidden, before.policy.seed);
  let learned: LearnedPolicy = before.policy;
  const drawOne = () => draw(space, policy, openBlocks(learned.blocks), plan, random);
  const seconds = timer();

  const train = new Mean();
  const trainReward = new Mean();
  const steps = enas.epochs * supernet.trainBatches;
  const taught = enas.updates * plan.batch;
  const rates = { ...optimizer, learningRate: enas.learningRate };
  for (let i = 1; i <= enas.epochs; i++) {
    const epoch = before.rounds * enas.epochs + i;
    supernet.begin(epoch);
    for (let batch = 0; batch < supernet.trainBatches; batch++) {
      const { walk } = drawOne();
      const moment = { epoch, step: batch, steps: supernet.trainBatches, epochs: rounds * enas.epochs };
      const { loss, reward } = await supernet.train({ batch, architecture: architectureOf(space, walk) }, scheduled(rates, moment));
      train.add(loss);
      trainReward.add(reward);
      const left = { trainings: steps - train.count, evaluations: taught + enas.samples };
      await turn({ part: 'TRAINING', step: train.count, steps, left, loss: train.value });
    }
  }
  const trainSeconds = seconds();

  const rewards = new Mean();
  const losses = new Mean();
  const entropy = new Mean();
  const drawn = new Set<string>();
  for (let update = 0; update < enas.updates; update++) {
    const walks = [];
    for (let i = 0; i < plan.batch; i++) {
      const { walk, logs, entropy: own } = drawOne();
      const batch = random.integer(supernet.validationBatches);
      const { loss, reward } = await supernet.evaluate({ batch, architecture: architectureOf(space, walk) });
      walks.push({ choices: walk.steps.map(({ choice }) => choice), logs, reward });
      rewards.add(reward);
      losses.add(loss);
      entropy.add(own);
      drawn.add(walk.notation);
      const left = { trainings: 0, evaluations: taught - losses.count + enas.samples };
      await turn({ part: 'POLICY', step: Math.floor(losses.count / plan.batch), steps: enas.updates, left, loss: losses.value });
    }
    // a reward that is no number teaches nothing
    const sound = walks.filter(({ reward }) => Number.isFinite(reward));
    if (sound.length > 0) learned = learnFrom(space, policy, learned, sound, plan, reinforceRule);
  }
  const policySeconds = seconds();

  const known = new Set(before.notations);
  const ranked = new Map<string, Chance & { reward: number }>();
  let repeats = 0;
  const batch = random.integer(supernet.validationBatches);
  const derived = new Mean();
  for (let i = 0; i < enas.samples; i++) {
    const { walk, entropy: own } = drawOne();
    if (known.has(walk.notation)) repeats++;
    if (!ranked.has(walk.notation)) {
      const { loss, reward } = await supernet.evaluate({ batch, architecture: architectureOf(space, walk) });
      ranked.set(walk.notation, { reward, ...chanceOf(walk, own) });
      derived.add(loss);
    }
    const left = { trainings: 0, evaluations: enas.samples - i - 1 };
    await turn({ part: 'DERIVING', step: i + 1, steps: enas.samples, left, loss: derived.value });
  }
  const fresh = [...ranked].filter(([notation, { reward }]) => !known.has(notation) && Number.isFinite(reward));
  const [best] = fresh.sort(([, a], [, b]) => b.reward - a.reward);
  const { notation, reward: bestReward, entropy: own, uniform } = best ? { notation: best[0], ...best[1] } : await atRandom();

  const state: EnasState = {
    ...before,
    random: random.state,
    rounds: before.rounds + 1,
    proposed: before.proposed + 1,
    notations: [...before.notations, notation],
    policy: { seed: before.policy.seed, ...learned },
  };
  const figures: RoundFigures = {
    round: state.rounds,
    loss: train.value,
    trainReward: trainReward.value,
    meanReward: rewards.value,
    baseline: learned.baseline ?? rewards.value,
    bestReward,
    entropy: entropy.value,
    distinct: drawn.size / rewards.count,
    trainSeconds,
    policySeconds,
    deriveSeconds: seconds(),
  };
  return { state, proposal: { notation, entropy: own, uniform, repeats }, figures };

  /** Where all that were drawn are known. */
  async function atRandom() {
    const walk = unseenWalk(space, (each) => known.has(each), random);
    const { reward } = await supernet.evaluate({ batch, architecture: architectureOf(space, walk) });
    return { notation: walk.notation, reward, ...chanceOf(walk, uniformEntropy(walk)) };
  }

  async function turn(progress: RoundProgress): Promise<void> {
    tools.progress(progress);
    await tools.breathe();
    tools.signal.throwIfAborted();
  }
}

/** The network that a walk has built. */
function architectureOf(space: Space, { steps }: Walk): Architecture {
  let state = space.initial();
  const taken = steps.map(({ choice }) => {
    const action = space.actions(state)[choice];
    state = space.next(state, action);
    return action;
  });
  return space.architecture(taken);
}

class Mean {
  count = 0;
  private sum = 0;

  add(value: number): void {
    this.count++;
    this.sum += value;
  }

  get value(): number {
    return this.sum / this.count;
  }
}

/** Seconds since it was last asked. */
function timer(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = (now - last) / 1000;
    last = now;
    return passed;
  };
}
