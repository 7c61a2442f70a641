import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Rig, startRig, upload } from '../rig.ts';
import { createSearch, key, look, PHASES, report, startWorker, stepOf, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

/** The worker is gone: its leases run out. */
async function kill(workerId: string): Promise<void> {
  const open = () =>
    rig.database.query(
      `SELECT lease.id FROM lease JOIN worker ON worker.id = worker_id WHERE ended_at IS NULL AND 'wo_' || rtrim(translate(encode(decode(replace(worker.id::text, '-', ''), 'hex'), 'base64'), '+/', '-_'), '=') = $1`,
      [workerId],
    );
  for (const { id } of await open())
    await rig.database.query(`UPDATE lease SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
  await expect.poll(async () => (await open()).length, { timeout: 10_000 }).toBe(0);
}

async function untilFinished(id: string): Promise<Answer> {
  const worker = await startWorker(rig);
  while ((await look(rig, id)).status !== 'FINISHED') await workOnce(worker, 1);
  return look(rig, id);
}

it('queues the trial of a killed worker again, from its checkpoint, and another finishes it', async () => {
  const id = await createSearch(rig);
  const worker = await startWorker(rig);
  await workOnce(worker);
  const lease = await worker.lease();
  const checkpointFileId = await upload(worker, new TextEncoder().encode('weights after epoch 1'), 'CHECKPOINT');
  const metrics = [{ name: 'accuracy', split: 'VALIDATION', epoch: 1, value: 0.5 }];
  await worker.mutate('reportTrial', { ...key(lease), sequence: 1, metrics, checkpointFileId }, 'wanted');
  await kill(worker.workerId);
  expect((await look(rig, id)).candidates[0]).toMatchObject({ status: 'QUEUED', trial: { status: 'QUEUED', attempt: 1 } });
  const other = await startWorker(rig);
  const second = await other.lease();
  expect(second.work.trial).toMatchObject({ id: lease.work.trial.id, attempt: 2 });
  const checkpoint = await fetch(new URL(second.work.checkpointUrl, other.url), {
    headers: { ...other.identity } as Record<string, string>,
  });
  expect(await checkpoint.text()).toBe('weights after epoch 1');
  await report(other, second);
  await other.mutate('finishTrial', { ...key(second), phases: PHASES }, 'trial { id }');
  const search = await untilFinished(id);
  expect(search.counts).toMatchObject({ done: 6, failed: 0 });
  expect(search.candidates[0]).toMatchObject({ status: 'DONE', trial: { attempt: 2 } });
});

it('lets a trial fail whose worker was lost three times, and goes on with the search', async () => {
  const id = await createSearch(rig);
  await workOnce(await startWorker(rig));
  for (let i = 0; i < 3; i++) {
    const worker = await startWorker(rig);
    const lease = await worker.lease(0, ['TRIAL']);
    expect(lease.work.trial).toMatchObject({ attempt: i + 1, candidate: { number: 1 } });
    await kill(worker.workerId);
  }
  const search = await untilFinished(id);
  expect(search.candidates[0]).toMatchObject({
    status: 'FAILED',
    reward: null,
    trial: { status: 'FAILED', attempt: 3, failure: { reason: 'LOST', message: 'its worker was lost 3 times' } },
  });
  expect(search.counts).toMatchObject({ proposed: 6, done: 5, failed: 1 });
});

it('frees the step of a killed worker', async () => {
  const id = await createSearch(rig);
  const worker = await startWorker(rig);
  expect((await worker.lease()).work.__typename).toBe('StepWork');
  await kill(worker.workerId);
  expect((await untilFinished(id)).counts.done).toBe(6);
});

it('ends a search whose steps fail again and again, with the reason', async () => {
  const id = await createSearch(rig);
  const worker = await startWorker(rig);
  for (let i = 0; i < 10; i++)
    await worker.mutate('releaseLease', { ...key(await worker.lease()), reason: 'no such controller' }, 'leaseId');
  expect(await look(rig, id)).toMatchObject({ status: 'FAILED', statusReason: '10 steps in a row failed; the last: no such controller' });
  expect(await worker.lease()).toBeNull();
});

it('takes failures for results', async () => {
  const id = await createSearch(rig, { candidates: 5, parallelism: 5 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  // out of memory is tried once more, with half the batch
  for (const reason of ['OUT_OF_MEMORY', 'OUT_OF_MEMORY', 'NAN', 'TIMEOUT', 'NOT_BUILDABLE']) {
    const lease = await worker.lease(0, ['TRIAL']);
    await report(worker, lease);
    await worker.mutate('finishTrial', { ...key(lease), failure: { reason, message: `it was ${reason}` }, phases: PHASES }, 'trial { id }');
  }
  const search = await untilFinished(id);
  expect(search.counts).toMatchObject({ done: 1, failed: 4 });
  expect(search.candidates[1]).toMatchObject({
    status: 'FAILED',
    reward: null,
    rewards: [],
    trial: { failure: { reason: 'NAN', message: 'it was NAN' } },
  });
});

it('tries what has failed again when it is asked to, on a finished search too', async () => {
  const id = await createSearch(rig, { candidates: 3, parallelism: 3 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  const lease = await worker.lease(0, ['TRIAL']);
  await worker.mutate('finishTrial', { ...key(lease), failure: { reason: 'ERROR', message: 'odd' }, phases: PHASES }, 'trial { id }');
  expect((await untilFinished(id)).counts).toMatchObject({ done: 2, failed: 1 });
  const { search } = await rig.member.mutate('retryFailed', { searchId: id }, 'search { status }');
  expect(search.status).toBe('RUNNING');
  const done = await untilFinished(id);
  expect(done.counts).toMatchObject({ done: 3, failed: 0 });
  expect(done.candidates[0].trial).toMatchObject({ attempt: 2, failure: null });
  expect(await rig.member.refused('retryFailed', { searchId: id })).toMatchObject([{ code: 'EMPTY' }]);
});

it('gives back at once what a worker has that says goodbye', async () => {
  const id = await createSearch(rig);
  const worker = await startWorker(rig);
  await workOnce(worker);
  await worker.lease();
  await worker.mutate('retireWorker', { workerId: worker.workerId }, 'workerId');
  await worker.mutate('retireWorker', { workerId: worker.workerId }, 'workerId');
  expect((await look(rig, id)).candidates[0].trial).toMatchObject({ status: 'QUEUED', attempt: 0 });
  expect(await worker.refused('leaseWork', { workerId: worker.workerId })).toMatchObject([{ field: 'workerId', code: 'UNKNOWN' }]);
  const { team } = await rig.member.ask<Answer>('query ($id: ID!) { team(id: $id) { workers { id status } } }', { id: rig.teamId });
  expect(team.workers.find(({ id }: { id: string }) => id === worker.workerId).status).toBe('GONE');
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
});

it('shows what a trial is doing, while it lasts', async () => {
  const id = await createSearch(rig);
  const worker = await startWorker(rig);
  const step = await worker.lease();
  await worker.mutate('renewLease', key(step), 'wanted lease { expiresAt }');
  await worker.mutate('commitStep', stepOf(step), 'search { id }');
  const lease = await worker.lease();
  const progress = { epoch: 1, epochs: 2, step: 7, steps: 8, imagesPerSecond: 900.5, loss: 0.25 };
  const stream = rig.member.subscribe<Answer>(
    'subscription ($id: ID!) { trialProgress(searchId: $id) { id progress { epoch epochs step steps imagesPerSecond loss } } }',
    { id },
  );
  const told = stream.next();
  // the subscription is open when the first hint arrives: a hint before is lost
  const again = setInterval(() => void worker.mutate('renewLease', { ...key(lease), progress }, 'wanted'), 200);
  const { value } = await told;
  clearInterval(again);
  await stream.close();
  expect(value.trialProgress).toEqual({ id: lease.work.trial.id, progress });
  await report(worker, lease);
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
  const { node } = await rig.member.ask<Answer>('query ($id: ID!) { node(id: $id) { ... on Trial { status progress { epoch } } } }', {
    id: lease.work.trial.id,
  });
  expect(node).toEqual({ status: 'DONE', progress: null });
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
});
