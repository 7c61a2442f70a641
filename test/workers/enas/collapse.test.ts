import { expect, it } from 'vitest';
import { playRound } from '../../../workers/enas/round.ts';
import { startEnas } from '../../../workers/enas/state.ts';
import type { Supernet } from '../../../workers/enas/supernet.ts';
import { settings, space, tools } from './kit.ts';

/** Rewards without any training: those of a closed form of the network alone, so that only the policy learns. */
const known: Supernet = {
  trainBatches: 1,
  validationBatches: 4,
  begin: () => {},
  train: async () => ({ loss: 1, reward: 0 }),
  evaluate: async ({ architecture }) => {
    const layers = architecture.family === 'chain' ? architecture.layers : [];
    const wide = layers.filter((layer) => layer.type === 'convolution' && layer.filters === 8).length;
    return { loss: 1, reward: 0.5 + 0.1 * wide };
  },
  save: async () => new Uint8Array(),
  restore: async () => {},
  dispose: () => {},
};

/** Entropy in nats of the policy in the last of some rounds, for each of four seeds. */
async function entropyLeft(safeguards: boolean): Promise<number[]> {
  const left: number[] = [];
  for (const seed of [1, 2, 3, 4]) {
    let state = startEnas(seed);
    for (let round = 0; round < 6; round++) {
      const { state: next, figures } = await playRound(state, space, known, settings({ samples: 4 }, { safeguards }), tools());
      state = next;
      left[seed - 1] = figures.entropy;
    }
  }
  return left;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

// Of the 585 networks 16 are best and equally good: a policy that knows that and nothing else has ln 16 = 2.77 nats, one that draws a single network 0.
it('goes on drawing among networks that are equally good with its safeguards, and settles on few of them without', async () => {
  const [kept, lost] = [await entropyLeft(true), await entropyLeft(false)];
  for (const entropy of kept) expect(entropy).toBeGreaterThan(Math.log(8));
  expect(Math.min(...lost)).toBeLessThan(Math.log(2));
  expect(mean(lost)).toBeLessThan(mean(kept) / 3);
}, 60_000);
