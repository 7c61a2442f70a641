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

/** Share of distinct networks, and entropy, of the last of some rounds. */
async function settled(safeguards: boolean) {
  let state = startEnas(1);
  let last = { distinct: 1, entropy: 0 };
  for (let round = 0; round < 6; round++) {
    const plan = settings({ samples: 4 }, { safeguards });
    const { state: next, figures } = await playRound(state, space, known, plan, tools());
    state = next;
    last = figures;
  }
  return last;
}

it('does not settle on one network with its safeguards, and does without them', async () => {
  const [kept, lost] = [await settled(true), await settled(false)];
  expect(kept.distinct).toBeGreaterThanOrEqual(0.2);
  expect(lost.distinct).toBeLessThan(0.1);
  expect(lost.entropy).toBeLessThan(kept.entropy / 4);
}, 60_000);
