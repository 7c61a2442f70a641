import { expect, it } from 'vitest';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { playRound } from '../../../workers/enas/round.ts';
import { startEnas } from '../../../workers/enas/state.ts';
import { dataset, digits, settings, space, tools } from './kit.ts';

const network = (text: string) => parseNotation(text, { input: dataset.image, padding: 'same' });

it('trains shared weights until the networks that the policy draws are better than at first', async () => {
  const supernet = await digits();
  let state = startEnas(1);
  const rewards: number[] = [];
  for (let round = 1; round <= 4; round++) {
    const played = await playRound(state, space, supernet, settings({ updates: 4, samples: 6 }), tools());
    state = played.state;
    rewards.push(played.figures.meanReward);
    const { notation, entropy, uniform, repeats } = played.proposal;
    expect(notation).toBe(state.notations.at(-1));
    expect(entropy).toBeGreaterThan(0);
    expect(entropy).toBeLessThanOrEqual(uniform);
    expect(repeats).toBeLessThanOrEqual(6);
  }
  expect(rewards[3]).toBeGreaterThan(rewards[0]! + 0.1);
  expect(new Set(state.notations).size).toBe(4);
  supernet.dispose();
});

it('leaves weights and moments of layers that a batch does not have as they are', async () => {
  const supernet = await digits();
  supernet.begin(1);
  const [a, b] = [network('C(8,3,1), SM(10)'), network('C(4,1,1), C(4,1,1), SM(10)')];
  await supernet.train({ batch: 0, architecture: a }, 0.01);
  const before = await supernet.evaluate({ batch: 0, architecture: a });
  const other = await supernet.evaluate({ batch: 0, architecture: b });
  await supernet.train({ batch: 1, architecture: b }, 0.01);
  expect(await supernet.evaluate({ batch: 0, architecture: a })).toEqual(before);
  expect(await supernet.evaluate({ batch: 0, architecture: b })).not.toEqual(other);
  supernet.dispose();
});

it('goes on from saved weights and state as if it had never stopped', async () => {
  const plan = settings({ updates: 3, samples: 4 });
  const first = await digits({ trainImages: 512 });
  const one = await playRound(startEnas(3), space, first, plan, tools());
  const saved = await first.save();
  const on = await playRound(one.state, space, first, plan, tools());
  const second = await digits({ trainImages: 512 });
  await second.restore(saved);
  const resumed = await playRound(JSON.parse(JSON.stringify(one.state)), space, second, plan, tools());
  expect(resumed.state).toEqual(on.state);
  expect(resumed.figures.loss).toBe(on.figures.loss);
  expect(Buffer.compare(await second.save(), await first.save())).toBe(0);
  first.dispose();
  second.dispose();
});

it('refuses saved weights that are damaged or of another seed, and keeps its own', async () => {
  const supernet = await digits({ trainImages: 128 });
  supernet.begin(1);
  await supernet.train({ batch: 0, architecture: network('C(8,3,1), SM(10)') }, 0.01);
  const saved = await supernet.save();
  await expect(supernet.restore(saved.slice(0, saved.length - 4))).rejects.toThrow(/bytes, not/);
  await expect(supernet.restore(new Uint8Array(3))).rejects.toThrow('something else');
  const other = await digits({ trainImages: 128 }, 2);
  await expect(other.restore(saved)).rejects.toThrow('it belongs to seed 1, not 2');
  expect(Buffer.compare(await supernet.save(), saved)).toBe(0);
  supernet.dispose();
  other.dispose();
});

it('ends between two batches when it is aborted', async () => {
  const supernet = await digits({ trainImages: 256 });
  const stop = new AbortController();
  const played = playRound(startEnas(1), space, supernet, settings(), {
    ...tools(),
    signal: stop.signal,
    progress: () => stop.abort(new Error('paused')),
  });
  await expect(played).rejects.toThrow('paused');
  supernet.dispose();
});
