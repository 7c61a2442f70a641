import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryOfBatch, PROCESS_BYTES, type TrainingMemory, USABLE_SHARE } from '../../../schema/networks/memory.ts';
import { queries } from '../../../server/database/transaction.ts';
import { type Answer, type Rig, startRig, upload } from '../rig.ts';
import { createSearch, key, look, PHASES, report, type ScriptedWorker, startWorker, workOn, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
/** What the tests before left behind is no worker and no work of this one. */
beforeEach(async () => {
  await rig.database.query('UPDATE worker SET gone_at = now() WHERE gone_at IS NULL');
  await rig.database.query(`UPDATE search SET status = 'STOPPED', finished_at = now() WHERE finished_at IS NULL`);
});

const BATCH = 128;
/** A network of 1 MB and 10 MB an image: 1,281 MB in batches of 128, 641 in batches of 64, 81 in batches of 8. */
const MEMORY: TrainingMemory = { fixed: 1e6, perImage: 10e6 };
const bytes = (batchSize: number) => memoryOfBatch(MEMORY, batchSize);
/** Memory of a host with so many workers, of which so many bytes are left for trainings. */
const hostWith = (room: number, workers = 1) => (room + workers * PROCESS_BYTES) / USABLE_SHARE;

let hosts = 0;
/** Workers of one machine. */
async function startHost(room: number, workers = 1): Promise<ScriptedWorker[]> {
  const host = { host: 'olive', hostId: `host ${++hosts}`, memoryBytes: hostWith(room, workers) };
  return Promise.all(Array.from({ length: workers }, () => startWorker(rig, host)));
}

/** A search whose candidates were proposed, each of the same known need. */
async function begun(candidates = 4, parallelism = candidates) {
  const id = await createSearch(rig, { candidates, parallelism });
  const [proposer] = await startHost(1e9);
  await workOnce(proposer!);
  await proposer!.mutate('retireWorker', { workerId: proposer!.workerId }, 'workerId');
  await rig.database.query(`UPDATE candidate SET memory_fixed = $1, memory_per_image = $2 WHERE status = 'QUEUED'`, [
    MEMORY.fixed,
    MEMORY.perImage,
  ]);
  return id;
}

const trials = (worker: ScriptedWorker) => worker.lease(0, ['TRIAL']);
const numberOf = (lease: Answer) => lease?.work.trial.candidate.number;

async function finish(worker: ScriptedWorker, lease: Answer): Promise<void> {
  await report(worker, lease);
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
}

const runOut = (worker: ScriptedWorker, lease: Answer) =>
  worker.mutate(
    'finishTrial',
    { ...key(lease), failure: { reason: 'OUT_OF_MEMORY', message: 'OOM when allocating' }, phases: PHASES },
    'trial { id status }',
  );

async function workersNow(): Promise<Answer[]> {
  const { team } = await rig.member.ask<Answer>('query ($id: ID!) { team(id: $id) { workers { id status waitsFor reproducible } } }', {
    id: rig.teamId,
  });
  return team.workers;
}

async function trialOf(id: string, number: number): Promise<Answer> {
  const { search } = await rig.member.ask<Answer>(
    `query ($id: ID!, $number: PositiveInt!) { search(id: $id) { candidate(number: $number) { status reward trial {
      status attempt batchSize memoryRetries memoryBytes waitsFor failure { reason message } metrics { epoch } } } } }`,
    { id, number },
  );
  return search.candidate;
}

it('keeps what a candidate needs when it is proposed', async () => {
  const id = await createSearch(rig);
  await workOnce((await startHost(1e9))[0]!);
  const rows = await queries(rig.database).query<{ memory_fixed: number; memory_per_image: number; parameters: number }>(
    'SELECT memory_fixed, memory_per_image, parameters FROM candidate ORDER BY proposed_at DESC LIMIT 2',
  );
  expect(rows).toHaveLength(2);
  // weights, gradients and two moments, at least
  for (const row of rows) expect(row.memory_fixed).toBeGreaterThan(16 * row.parameters);
  for (const row of rows) expect(row.memory_per_image).toBeGreaterThan(4 * 784);
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
});

describe('what fits', () => {
  it('is granted with the batch of the plan', async () => {
    const id = await begun();
    const [worker] = await startHost(bytes(BATCH) + 1e6);
    const lease = await trials(worker!);
    expect(lease.work.batchSize).toBe(BATCH);
    expect(await trialOf(id, 1)).toMatchObject({
      trial: { batchSize: BATCH, memoryBytes: bytes(BATCH), waitsFor: null, memoryRetries: 0 },
    });
  });

  it('is granted beside others as long as there is room', async () => {
    await begun();
    const workers = await startHost(2 * bytes(BATCH) + 1e6, 3);
    for (const number of [1, 2]) expect(numberOf(await trials(workers[number - 1]!))).toBe(number);
    expect(await trials(workers[2]!)).toBeNull();
  });

  it('has room again when a worker has gone', async () => {
    await begun();
    // room for one training, with the memory of two processes, of which one will be gone
    const [first, second] = await startHost(bytes(BATCH) - PROCESS_BYTES + 1e6, 2);
    expect((await trials(first!)).work.batchSize).toBe(64);
    await first!.mutate('retireWorker', { workerId: first!.workerId }, 'workerId');
    expect((await trials(second!)).work.batchSize).toBe(BATCH);
  });
});

describe('what would fit if others had ended', () => {
  it('waits, and the page says why', async () => {
    const id = await begun();
    const [first, second] = await startHost(bytes(BATCH) + 100e6, 2);
    const lease = await trials(first!);
    expect(await trials(second!)).toBeNull();
    const why = 'waits for memory: needs 1.2 GiB, 96 MiB free on olive';
    expect((await trialOf(id, 2)).trial).toMatchObject({ status: 'QUEUED', waitsFor: why });
    expect((await trialOf(id, 1)).trial.waitsFor).toBeNull();
    const now = await workersNow();
    expect(now.find((worker) => worker.id === second!.workerId)).toMatchObject({ status: 'IDLE', waitsFor: `#2 of Little search ${why}` });
    expect(now.find((worker) => worker.id === first!.workerId)).toMatchObject({ status: 'WORKING', waitsFor: null });
    await finish(first!, lease);
    expect((await trialOf(id, 2)).trial.waitsFor).toBeNull();
    expect(numberOf(await trials(second!))).toBe(2);
  });

  it('is woken when they end', async () => {
    await begun();
    const [first, second] = await startHost(bytes(BATCH) + 1e6, 2);
    const lease = await trials(first!);
    const waiting = second!.lease(15, ['TRIAL']);
    await finish(first!, lease);
    expect(numberOf(await waiting)).toBe(2);
  });

  it('is not overtaken by smaller ones of another search, but by steps', async () => {
    await begun();
    const [first, second] = await startHost(bytes(BATCH) + 1e6, 2);
    await trials(first!);
    const other = await createSearch(rig);
    const step = await second!.lease();
    expect(step.work.__typename).toBe('StepWork');
    await workOn(second!, step);
    await rig.database.query(
      `UPDATE candidate SET memory_fixed = 1, memory_per_image = 1 WHERE search_id = (SELECT id FROM search ORDER BY id DESC LIMIT 1)`,
    );
    expect((await look(rig, other)).counts.queued).toBe(2);
    // the search that was served longest ago is asked first
    await rig.database.query(
      `UPDATE search SET last_leased_at = now() - interval '1 minute' WHERE id <> (SELECT id FROM search ORDER BY id DESC LIMIT 1)`,
    );
    expect(await trials(second!)).toBeNull();
  });

  it('is given to one of two that ask at once', async () => {
    for (let round = 0; round < 5; round++) {
      await rig.database.query('UPDATE worker SET gone_at = now() WHERE gone_at IS NULL');
      // of two searches, so that they do not meet at the lock of one
      await begun(2);
      await begun(2);
      const workers = await startHost(bytes(BATCH) + 1e6, 2);
      const leases = await Promise.all(workers.map(trials));
      expect(leases.filter(Boolean)).toHaveLength(1);
      const [{ taken }] = await rig.database.query(
        'SELECT sum(memory_bytes) AS taken FROM lease WHERE worker_id IN (SELECT id FROM worker WHERE gone_at IS NULL) AND ended_at IS NULL',
      );
      expect(taken).toBe(bytes(BATCH));
      await rig.database.query(`UPDATE search SET status = 'STOPPED', finished_at = now() WHERE finished_at IS NULL`);
    }
  });
});

describe('what does not fit alone', () => {
  it('gets half the batch, or a quarter', async () => {
    const id = await begun();
    const [worker] = await startHost(bytes(32) + 1e6);
    const lease = await trials(worker!);
    expect(lease.work.batchSize).toBe(32);
    await finish(worker!, lease);
    expect((await trialOf(id, 1)).trial).toMatchObject({ status: 'DONE', batchSize: 32, memoryBytes: bytes(32) });
  });

  it('is left to a worker with more memory, whose batch is the plan’s', async () => {
    await begun();
    const [small] = await startHost(bytes(32) - 1e6);
    const [large] = await startHost(bytes(BATCH) + 1e6);
    expect(await trials(small!)).toBeNull();
    expect((await trials(large!)).work.batchSize).toBe(BATCH);
    await large!.mutate('retireWorker', { workerId: large!.workerId }, 'workerId');
    expect((await trials(small!)).work.batchSize).toBe(16);
  });

  it('ends untrained where even the smallest batch is too large, with the figures, and the search goes on', async () => {
    const id = await begun(3, 3);
    await rig.database.query('UPDATE candidate SET memory_fixed = 0, memory_per_image = 0 WHERE number <> 2 AND status = $1', ['QUEUED']);
    const [worker] = await startHost(bytes(8) - 1e6);
    while ((await look(rig, id)).status !== 'FINISHED') expect(await workOnce(worker!)).not.toBeNull();
    expect(await trialOf(id, 2)).toMatchObject({
      status: 'FAILED',
      reward: null,
      trial: {
        status: 'FAILED',
        attempt: 0,
        batchSize: null,
        failure: { reason: 'OUT_OF_MEMORY', message: 'not trained: takes 78 MiB with batches of 8; the largest worker has 77 MiB for it' },
        metrics: [],
      },
    });
    expect((await look(rig, id)).counts).toMatchObject({ proposed: 3, done: 2, failed: 1 });
  });

  it('ends a search none of whose networks fits', async () => {
    const id = await begun(2, 2);
    const [worker] = await startHost(1e6);
    const step = await worker!.lease();
    // both have ended untrained: what is due is the step that sees them
    expect(step.work).toMatchObject({
      __typename: 'StepWork',
      results: [
        { number: 1, reward: null },
        { number: 2, reward: null },
      ],
    });
    await workOn(worker!, step);
    expect(await look(rig, id)).toMatchObject({ status: 'FINISHED', counts: { done: 0, failed: 2 } });
  });
});

describe('a trial that runs out of memory', () => {
  it('is tried once more from its beginning with half the batch', async () => {
    const id = await begun();
    const [worker] = await startHost(bytes(BATCH) + 1e6);
    const lease = await trials(worker!);
    await report(worker!, lease);
    const checkpointFileId = await upload(worker!, new TextEncoder().encode('weights of batches of 128'), 'CHECKPOINT');
    await worker!.mutate('reportTrial', { ...key(lease), sequence: 2, checkpointFileId }, 'wanted');
    expect((await runOut(worker!, lease)).trial.status).toBe('QUEUED');
    // a repetition changes nothing
    await runOut(worker!, lease);
    expect(await trialOf(id, 1)).toMatchObject({
      status: 'QUEUED',
      trial: { status: 'QUEUED', memoryRetries: 1, failure: null, metrics: [] },
    });
    const second = await trials(worker!);
    expect(second.work).toMatchObject({ batchSize: 64, checkpointUrl: null, trial: { id: lease.work.trial.id, attempt: 2 } });
    await finish(worker!, second);
    expect(await trialOf(id, 1)).toMatchObject({ status: 'DONE', trial: { batchSize: 64, memoryRetries: 1 } });
  });

  it('has failed the second time, and begins with the whole batch when people ask for it again', async () => {
    const id = await begun();
    const [worker] = await startHost(bytes(BATCH) + 1e6);
    await runOut(worker!, await trials(worker!));
    await runOut(worker!, await trials(worker!));
    expect(await trialOf(id, 1)).toMatchObject({
      status: 'FAILED',
      reward: null,
      trial: { batchSize: 64, failure: { reason: 'OUT_OF_MEMORY', message: 'OOM when allocating' } },
    });
    await rig.member.mutate('retryFailed', { searchId: id }, 'search { id }');
    expect((await trials(worker!)).work.batchSize).toBe(BATCH);
  });

  it('has failed at once with the smallest batch', async () => {
    const id = await begun();
    const [worker] = await startHost(bytes(8) + 1e6);
    const lease = await trials(worker!);
    expect(lease.work.batchSize).toBe(8);
    await runOut(worker!, lease);
    expect((await trialOf(id, 1)).trial).toMatchObject({ status: 'FAILED', memoryRetries: 0 });
  });
});

it('goes on from a checkpoint only with the batch that made it', async () => {
  await begun();
  const [small] = await startHost(bytes(64) + 1e6);
  const lease = await trials(small!);
  const checkpointFileId = await upload(small!, new TextEncoder().encode('weights of batches of 64'), 'CHECKPOINT');
  await small!.mutate('reportTrial', { ...key(lease), sequence: 1, checkpointFileId }, 'wanted');
  await small!.mutate('releaseLease', key(lease), 'leaseId');
  // room for more: the training stays what it was
  const [large] = await startHost(bytes(BATCH) + 1e6);
  const second = await trials(large!);
  expect(second.work).toMatchObject({ batchSize: 64, checkpointUrl: expect.any(String) });
  await large!.mutate('releaseLease', key(second), 'leaseId');
  for (const { workerId } of [small!, large!])
    await rig.database.query('UPDATE worker SET gone_at = now() WHERE gone_at IS NULL AND $1 <> $2', [workerId, '']);
  // and room for less: it begins anew
  const [least] = await startHost(bytes(32) + 1e6);
  expect((await trials(least!)).work).toMatchObject({ batchSize: 32, checkpointUrl: null });
});

describe('memory is shared', () => {
  it('by the workers of a GPU, beside those of the host', async () => {
    await begun();
    const host = { hostId: `host ${++hosts}`, host: 'olive' };
    const gpu = { ...host, deviceKind: 'GPU', device: 'GeForce', memoryBytes: hostWith(bytes(BATCH) + 1e6, 2) };
    const cards = await Promise.all(['GPU-a', 'GPU-a', 'GPU-b'].map((deviceId) => startWorker(rig, { ...gpu, deviceId })));
    const cpu = await startWorker(rig, { ...host, memoryBytes: hostWith(bytes(BATCH) + 1e6, 4) });
    const given = [];
    for (const worker of [...cards, cpu]) given.push(numberOf(await trials(worker)));
    expect(given).toEqual([1, undefined, 2, 3]);
  });

  it('not by hosts that only have the same name in another team', async () => {
    const [{ pools }] = await rig.database.query(
      `SELECT count(DISTINCT memory_pool)::int AS pools FROM worker WHERE host = 'here' AND host_id LIKE '%/here'`,
    );
    const worker = await startWorker(rig, { host: 'here', hostId: null });
    const [row] = await rig.database.query('SELECT host_id, team_id FROM worker ORDER BY registered_at DESC, id DESC LIMIT 1');
    expect(row.host_id).toBe(`${row.team_id}/here`);
    expect(pools).toBe(0);
    expect(worker.workerId).toBeTruthy();
  });
});

it('says which workers promise the same numbers again', async () => {
  const yes = await startWorker(rig);
  const no = await startWorker(rig, { reproducible: false });
  const now = await workersNow();
  expect(now.find(({ id }) => id === yes.workerId).reproducible).toBe(true);
  expect(now.find(({ id }) => id === no.workerId).reproducible).toBe(false);
});

it('refuses identities without a character', async () => {
  const asker = await rig.worker();
  const worker = {
    name: 'w',
    backend: 'b',
    backendVersion: '1',
    device: 'd',
    deviceKind: 'CPU',
    memoryBytes: 1e9,
    threads: 1,
    gflops: 1,
    host: 'h',
  };
  expect(await asker.refused('registerWorker', { ...worker, hostId: '', deviceId: ' ' })).toMatchObject([
    { field: 'hostId', code: 'REQUIRED' },
    { field: 'deviceId', code: 'REQUIRED' },
  ]);
});
