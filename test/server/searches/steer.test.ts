import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { createSearch, key, look, PHASES, report, startWorker, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const steer = async (field: string, searchId: string) => (await rig.member.mutate(field, { searchId }, 'search { status }')).search.status;

it('pauses, tells the workers, and goes on where it stood', async () => {
  const id = await createSearch(rig, { candidates: 4 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  const lease = await worker.lease();
  expect(await steer('pauseSearch', id)).toBe('PAUSED');
  expect(await steer('pauseSearch', id)).toBe('PAUSED');
  expect((await worker.mutate('renewLease', key(lease), 'wanted')).wanted).toBe(false);
  const metrics = [{ name: 'accuracy', split: 'VALIDATION', epoch: 1, value: 0.5 }];
  expect((await worker.mutate('reportTrial', { ...key(lease), sequence: 1, metrics }, 'wanted')).wanted).toBe(false);
  await worker.mutate('releaseLease', { ...key(lease), reason: 'paused' }, 'leaseId');
  expect(await worker.lease()).toBeNull();
  const paused = await look(rig, id);
  // given back willingly: no attempt is counted
  expect(paused.candidates[0]).toMatchObject({ status: 'QUEUED', trial: { status: 'QUEUED', attempt: 0 } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await look(rig, id)).seconds).toBe(paused.seconds);
  expect(await steer('resumeSearch', id)).toBe('RUNNING');
  expect(await steer('resumeSearch', id)).toBe('RUNNING');
  const again = await worker.lease();
  expect(again.work.trial).toMatchObject({ id: lease.work.trial.id, attempt: 1 });
  await report(worker, again);
  await worker.mutate('finishTrial', { ...key(again), phases: PHASES }, 'trial { id }');
  while (await workOnce(worker));
  expect(await look(rig, id)).toMatchObject({ status: 'FINISHED', counts: { done: 4 } });
});

it('finishes a search that was paused while its last trial ended, once it is resumed', async () => {
  const id = await createSearch(rig, { candidates: 1, parallelism: 1 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  const lease = await worker.lease();
  await steer('pauseSearch', id);
  await report(worker, lease);
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
  expect((await look(rig, id)).status).toBe('PAUSED');
  await steer('resumeSearch', id);
  while (await workOnce(worker));
  expect((await look(rig, id)).status).toBe('FINISHED');
});

it('stops for good: queued trials are cancelled, one that ends anyway still counts', async () => {
  const id = await createSearch(rig, { candidates: 6, parallelism: 3 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  const [first, second] = [await worker.lease(), await worker.lease()];
  expect(await steer('stopSearch', id)).toBe('STOPPED');
  expect(await steer('stopSearch', id)).toBe('STOPPED');
  expect((await worker.mutate('renewLease', key(first), 'wanted')).wanted).toBe(false);
  await report(worker, first);
  await worker.mutate('finishTrial', { ...key(first), phases: PHASES }, 'trial { id }');
  await worker.mutate('releaseLease', { ...key(second), reason: 'stopped' }, 'leaseId');
  const search = await look(rig, id);
  expect(search.candidates.map(({ trial }: Answer) => trial.status)).toEqual(['DONE', 'CANCELLED', 'CANCELLED']);
  expect(search.secondsLeft).toBe(0);
  expect(await worker.lease()).toBeNull();
  for (const field of ['pauseSearch', 'resumeSearch']) {
    expect(await rig.member.refused(field, { searchId: id })).toMatchObject([{ field: 'searchId', code: 'CONFLICT' }]);
  }
  expect((await look(rig, id)).status).toBe('STOPPED');
});

it('proposes nothing more when its time is over, and finishes', async () => {
  const id = await createSearch(rig, { candidates: 50, parallelism: 2, seconds: 3600 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  await rig.database.query(`UPDATE search SET running_since = now() - interval '2 hours' WHERE status = 'RUNNING'`);
  while (await workOnce(worker));
  expect(await look(rig, id)).toMatchObject({
    status: 'FINISHED',
    statusReason: 'The time of 3600 seconds is used up.',
    counts: { proposed: 2, done: 2 },
  });
});

it('finishes a search of a space that holds no more', async () => {
  const input = {
    teamId: rig.teamId,
    name: 'Tiny space',
    preset: 'tour',
    limits: { chain: { rules: 'THESIS', filters: [8], kernels: [3], pools: [], units: [], globalAveragePool: false, maxLayers: 2 } },
  };
  const { search } = await rig.member.mutate('createSearch', input, 'search { id }');
  const worker = await startWorker(rig);
  while (await workOnce(worker));
  const done = await look(rig, search.id);
  expect(done).toMatchObject({ status: 'FINISHED', statusReason: 'The space holds no more networks.' });
  expect(done.counts.proposed).toBeLessThan(28);
  expect(done.counts.done).toBe(done.counts.proposed);
});

it('counts what came up again', async () => {
  const id = await createSearch(rig, { candidates: 3, parallelism: 3 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  for (let i = 0; i < 3; i++) {
    const trial = await worker.lease(0, ['TRIAL']);
    await report(worker, trial);
    await worker.mutate('finishTrial', { ...key(trial), phases: PHASES }, 'trial { id }');
  }
  const lease = await worker.lease();
  expect(lease.work.results.map(({ number }: Answer) => number)).toEqual([1, 2, 3]);
  const { state } = lease.work;
  const step = { ...key(lease), version: lease.work.version, state: { ...state, observed: 3 }, proposals: [], reused: [2, 2, 3] };
  await worker.mutate('commitStep', step, 'search { id }');
  expect((await look(rig, id)).counts.reused).toBe(3);
  const rows = await rig.database.query(
    'SELECT number, candidate.reused FROM candidate JOIN search ON search.id = search_id WHERE search.reused = 3 ORDER BY number',
  );
  expect(rows).toEqual([
    { number: 1, reused: 0 },
    { number: 2, reused: 2 },
    { number: 3, reused: 1 },
  ]);
});

it('renames', async () => {
  const id = await createSearch(rig);
  const { search } = await rig.member.mutate('renameSearch', { searchId: id, name: '  Better name ' }, 'search { name }');
  expect(search.name).toBe('Better name');
  expect(await rig.member.refused('renameSearch', { searchId: id, name: ' ' })).toMatchObject([{ field: 'name', code: 'REQUIRED' }]);
  await steer('stopSearch', id);
});
