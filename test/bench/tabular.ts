import type { Architecture, Layer } from '../../schema/networks/architecture.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import { Random } from '../../schema/random.ts';
import type { ChainLimits, DataShape } from '../../schema/spaces/limits.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import type { Space } from '../../schema/spaces/space.ts';

/** A space so small that the reward of every network is known, and a closed form that gives it. */
export interface TabularProblem {
  name: string;
  space: Space;
  /** Reward by notation. */
  rewards: ReadonlyMap<string, number>;
  best: number;
  /** Reward of a network that is trained to so many of EPOCHS; null where only the end is known. */
  rewardAfter: ((notation: string, epochs: number) => number) | null;
}

/** Of a whole training. */
export const EPOCHS = 27;

const LIMITS: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  maxLayers: 5,
  filters: [16, 32, 64],
  kernels: [1, 3, 5],
  pools: [
    { size: 3, stride: 2 },
    { size: 2, stride: 2 },
  ],
  units: [64, 128],
  globalAveragePool: true,
};
const DATA: DataShape = { image: { height: 12, width: 12, channels: 1 }, classes: 10 };

/** Deviation of what two networks that the closed form cannot tell apart may differ by. */
const NOISE = 0.004;

/** Every network of the space with its reward; the same at each call. */
export function tabularProblem(): TabularProblem {
  const space = makeSpace(LIMITS, DATA);
  const rewards = new Map<string, number>();
  for (const architecture of everyNetwork(space)) {
    const notation = printNotation(architecture);
    rewards.set(notation, closedForm(architecture) + NOISE * Random.of(1, 'noise', notation).normal());
  }
  const best = [...rewards.values()].reduce((a, b) => Math.max(a, b));
  const rewardAfter = (notation: string, epochs: number) => learningCurve(notation, rewards.get(notation)!, epochs);
  return { name: 'chains', space, rewards, best, rewardAfter };
}

/** What a network that has learned nothing gives. */
const CHANCE = 0.1;

/**
 * Rises from chance to the final reward at the end, exponentially. The more convolutions a network has the slower it learns, and networks of one size
 * differ, so that curves cross: the best after few epochs are not the best at the end.
 */
function learningCurve(notation: string, final: number, epochs: number): number {
  const convolutions = notation.split('C(').length - 1;
  const rate = 0.5 * 0.9 ** convolutions * Math.exp(0.15 * Random.of(1, 'rate', notation).normal());
  const learned = (1 - Math.exp(-rate * epochs)) / (1 - Math.exp(-rate * EPOCHS));
  return CHANCE + (final - CHANCE) * learned;
}

function* everyNetwork(space: Space, state: unknown = space.initial(), taken: unknown[] = []): Generator<Architecture> {
  const actions = space.actions(state);
  if (actions.length === 0) yield space.architecture(taken);
  for (const action of actions) yield* everyNetwork(space, space.next(state, action), [...taken, action]);
}

/**
 * Something like the accuracy of a network. Main effects: what a convolution adds shrinks with depth, has its best kernel (3) and grows with
 * the logarithm of its filters; pools and fully connected layers help once. Interactions: filters that grow from one convolution to the
 * next help, a wide kernel right after a pool hurts, a 1 x 1 convolution helps only after a larger one, FC is worth more on a pooled map, and
 * pooling twice before the third convolution loses detail.
 */
function closedForm(architecture: Architecture): number {
  if (architecture.family !== 'chain') throw new RangeError(`a ${architecture.family} network; allowed: chain`);
  const layers = architecture.layers.filter((layer) => layer.type !== 'dropout');
  let error = 0.5;
  let convolutions = 0;
  let pools = 0;
  let connected = 0;
  let before: Layer | undefined;
  for (const layer of layers) {
    if (layer.type === 'convolution') {
      convolutions++;
      const kernel = layer.kernel === 3 ? 1 : layer.kernel === 5 ? 0.8 : before?.type === 'convolution' && before.kernel > 1 ? 0.7 : 0.1;
      const afterPool = before?.type === 'pool' && layer.kernel === 5 ? 0.5 : 1;
      const growth =
        before?.type === 'convolution' ? (layer.filters > before.filters ? 1.3 : layer.filters === before.filters ? 1 : 0.6) : 1;
      const width = Math.log2(layer.filters) / 6;
      error *= 1 - (0.45 * kernel * afterPool * growth * width) / convolutions ** 0.7;
    } else if (layer.type === 'pool') {
      pools++;
      error *= pools === 1 ? 0.85 : convolutions < 3 ? 1.15 : 0.95;
      if (layer.size === 3 && convolutions < 2) error *= 1.05;
    } else if (layer.type === 'fullyConnected') {
      connected++;
      error *= connected === 1 ? (pools > 0 ? 0.8 : 0.95) * (layer.units === 128 ? 0.97 : 1) : 1.03;
    } else if (layer.type === 'globalAveragePool') error *= convolutions >= 3 ? 0.9 : 1.3;
    before = layer;
  }
  return 1 - error;
}
