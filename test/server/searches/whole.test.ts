import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Rig, startRig } from '../rig.ts';
import { accuracies, createSearch, look, startWorker, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
}, 60_000);
afterAll(() => rig.stop());

it('takes a search from its creation to its end', async () => {
  const id = await createSearch(rig, { candidates: 12, parallelism: 3 });
  expect((await look(rig, id)).status).toBe('QUEUED');
  const worker = await startWorker(rig);
  let pieces = 0;
  while (await workOnce(worker)) {
    pieces++;
    expect(pieces).toBeLessThan(60);
  }
  const search = await look(rig, id);
  expect(search).toMatchObject({ status: 'FINISHED', statusReason: null, secondsLeft: 0 });
  expect(search.finishedAt).not.toBeNull();
  expect(search.counts).toMatchObject({ proposed: 12, queued: 0, running: 0, done: 12, failed: 0 });
  expect(search.candidates.map(({ number }: { number: number }) => number)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  for (const { notation, reward, rewards, status, trial } of search.candidates) {
    const best = Math.max(...accuracies(notation));
    expect({ status, reward }).toEqual({ status: 'DONE', reward: best });
    expect(rewards).toEqual([
      { kind: 'ACCURACY', value: best },
      { kind: 'INVERSE_LOSS', value: 1 / Math.min(...accuracies(notation).map((value) => 1 - value + 0.01)) },
      {
        kind: 'MEAN_ACCURACY',
        value: expect.closeTo(accuracies(notation).reduce((sum, value) => sum + value, 0) / accuracies(notation).length, 12),
      },
    ]);
    expect(trial).toMatchObject({ status: 'DONE', attempt: 1, failure: null, phases: { training: 1 } });
  }
  const top = Math.max(...search.candidates.map(({ reward }: { reward: number }) => reward));
  expect(search.best.reward).toBe(top);
  const { controller_version: steps } = (await rig.database.query('SELECT controller_version FROM search'))[0];
  expect(pieces).toBe(12 + steps);
});

it('gives the same search for the same seed, with one worker or four', async () => {
  const notations: string[][] = [];
  for (const workers of [1, 4]) {
    const id = await createSearch(rig, { candidates: 16, parallelism: 4, seed: 5 });
    const team = await Promise.all(Array.from({ length: workers }, () => startWorker(rig)));
    await Promise.all(
      team.map(async (worker) => {
        while ((await look(rig, id)).status !== 'FINISHED') await workOnce(worker, 1);
      }),
    );
    notations.push((await look(rig, id)).candidates.map(({ notation }: { notation: string }) => notation));
  }
  expect(notations[0]).toHaveLength(16);
  expect(notations[1]).toEqual(notations[0]);
}, 60_000);
