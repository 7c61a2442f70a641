import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { createSearch, look, startWorker, stepOf, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

/** A search whose first step was taken. */
async function begun(candidates: number, parallelism: number) {
  const id = await createSearch(rig, { candidates, parallelism });
  const worker = await startWorker(rig);
  await workOnce(worker);
  return { id, worker };
}

it('never gives the same work to two', async () => {
  const { id, worker } = await begun(40, 20);
  const workers = [worker, ...(await Promise.all(Array.from({ length: 5 }, () => startWorker(rig))))];
  const leases = await Promise.all(Array.from({ length: 60 }, (_, i) => workers[i % 6]!.lease()));
  const trials = leases.filter((lease) => lease !== null).map((lease) => lease.work.trial.id);
  expect(new Set(trials).size).toBe(trials.length);
  // a lease that finds the search held by another comes back empty: what is left is given out now
  for (let lease = await worker.lease(); lease; lease = await worker.lease()) trials.push(lease.work.trial.id);
  expect(new Set(trials).size).toBe(20);
  expect(trials.length).toBe(20);
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { status }');
});

it('never runs more trials of a search than its parallelism, however many ask', async () => {
  const { id, worker } = await begun(30, 8);
  // more are queued than may run at once
  await rig.database.query(`UPDATE search SET plan = jsonb_set(plan, '{parallelism}', '3') WHERE status = 'RUNNING'`);
  const workers = await Promise.all(Array.from({ length: 5 }, () => startWorker(rig)));
  let given = 0;
  for (let round = 0; round < 4; round++) {
    const leases = await Promise.all(Array.from({ length: 20 }, (_, i) => workers[i % 5]!.lease(0, ['TRIAL'])));
    given += leases.filter(Boolean).length;
    expect(given).toBeLessThanOrEqual(3);
  }
  expect(given).toBe(3);
  expect((await look(rig, id)).counts).toMatchObject({ running: 3, queued: 5 });
  expect(await worker.lease()).toBeNull();
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { status }');
});

it('gives a step to one of many', async () => {
  const id = await createSearch(rig);
  const workers = await Promise.all(Array.from({ length: 6 }, () => startWorker(rig)));
  const leases = (await Promise.all(workers.map((worker) => worker.lease()))).filter(Boolean);
  expect(leases.map((lease: Answer) => lease.work.__typename)).toEqual(['StepWork']);
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { status }');
});

it('serves searches in turn', async () => {
  const ids = [await createSearch(rig, { parallelism: 6 }), await createSearch(rig, { parallelism: 6 })];
  const worker = await startWorker(rig);
  await workOnce(worker);
  await workOnce(worker);
  const served: string[] = [];
  for (let i = 0; i < 6; i++) served.push((await worker.lease(0, ['TRIAL'])).work.search.id);
  expect(served.filter((id) => id === ids[0])).toHaveLength(3);
  expect(served.every((id, i) => i === 0 || id !== served[i - 1])).toBe(true);
  for (const searchId of ids) await rig.member.mutate('stopSearch', { searchId }, 'search { status }');
});

it('wakes a waiting worker when there is work, and answers empty when there is none', async () => {
  const worker = await startWorker(rig);
  const begin = Date.now();
  expect(await worker.lease(1)).toBeNull();
  expect(Date.now() - begin).toBeGreaterThan(950);
  const waiting = worker.lease(15);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const created = Date.now();
  const id = await createSearch(rig);
  const lease = await waiting;
  expect(lease.work.search.id).toBe(id);
  expect(Date.now() - created).toBeLessThan(5_000);
  await worker.mutate('commitStep', stepOf(lease), 'search { id }');
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { status }');
});
