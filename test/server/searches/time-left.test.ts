import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { createSearch, key, look, PHASES, report, startWorker, stepOf, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

async function timeLeft(id: string): Promise<{ seconds: number; low: number; high: number } | null> {
  const { search } = await rig.member.ask<Answer>('query ($id: ID!) { search(id: $id) { timeLeft { seconds low high } } }', { id });
  return search.timeLeft;
}

it('tells the time left while workers are there, less as candidates end, and 0 in the end', async () => {
  const id = await createSearch(rig, { candidates: 5, parallelism: 2 });
  expect(await timeLeft(id)).toBeNull();

  const worker = await startWorker(rig);
  const before = (await timeLeft(id))!;
  expect(before.low).toBeGreaterThan(0);
  expect(before.seconds).toBeGreaterThanOrEqual(before.low);
  expect(before.high).toBeGreaterThanOrEqual(before.seconds);

  await worker.mutate('commitStep', stepOf(await worker.lease()), 'search { id }');
  const lease = await worker.lease();
  const progress = { epoch: 2, epochs: 2, step: 9, steps: 10, imagesPerSecond: 5, loss: 1 };
  await worker.mutate('renewLease', { ...key(lease), progress }, 'wanted');
  expect((await timeLeft(id))!.seconds).toBeGreaterThan(0);
  await report(worker, lease);
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');

  // scripted trials end at once: what is learned from them is that there is next to nothing left
  const learned = (await timeLeft(id))!;
  expect(learned.seconds).toBeLessThan(before.seconds / 2);
  expect((await look(rig, id)).secondsLeft).toBeGreaterThan(0);

  while (await workOnce(worker));
  expect(await timeLeft(id)).toEqual({ seconds: 0, low: 0, high: 0 });

  // the next search knows what the last one took on this device
  const next = await createSearch(rig, { candidates: 5, parallelism: 2, seed: 2 });
  expect((await timeLeft(next))!.seconds).toBeLessThan(before.seconds / 2);

  // another search on the same worker: each gets half of its time
  const alone = (await timeLeft(next))!.seconds;
  await createSearch(rig, { candidates: 5, parallelism: 2, seed: 3 });
  expect((await timeLeft(next))!.seconds / alone).toBeCloseTo(2, 1);
});

it('is never more than the time that the plan allows', async () => {
  await startWorker(rig, { gflops: 1e-6 });
  const id = await createSearch(rig, { candidates: 1000, seconds: 100 });
  expect(await timeLeft(id)).toEqual({ seconds: 100, low: 100, high: 100 });
});

it('counts the networks that the controller is expected to propose; a text that is no network is passed over', async () => {
  const alone = await startRig();
  try {
    const worker = await startWorker(alone, { gflops: 1 });
    const after = async (outlook: string[] | undefined) => {
      const id = await createSearch(alone, { candidates: 60, parallelism: 2 });
      const step = { ...stepOf(await worker.lease(0, ['STEP'])), outlook };
      await worker.mutate('commitStep', step, 'search { id }');
      const { search } = await alone.member.ask<Answer>('query ($id: ID!) { search(id: $id) { timeLeft { seconds } } }', { id });
      await alone.member.mutate('stopSearch', { searchId: id }, 'search { id }');
      return search.timeLeft.seconds as number;
    };
    const small = await after(Array.from({ length: 58 }, () => 'SM(10)'));
    const large = await after(Array.from({ length: 58 }, () => 'C(512,5,1), C(512,5,1), SM(10)'));
    expect(large / small).toBeGreaterThan(10);
    const unknown = await after(undefined);
    expect(await after(Array.from({ length: 58 }, () => 'no network'))).toBeCloseTo(unknown, 6);

    await createSearch(alone, { candidates: 60, parallelism: 2 });
    const long = { ...stepOf(await worker.lease(0, ['STEP'])), outlook: Array.from({ length: 501 }, () => 'SM(10)') };
    expect(await worker.refused('commitStep', long)).toMatchObject([{ field: 'outlook', message: expect.stringContaining('501') }]);
  } finally {
    await alone.stop();
  }
});
