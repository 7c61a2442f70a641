import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { createSearch, key, look, PHASES, report, type ScriptedWorker, startWorker, stepOf, workOnce } from '../script.ts';

let rig: Rig;
let worker: ScriptedWorker;
let id: string;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  if (id) await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
  id = await createSearch(rig, { candidates: 6, parallelism: 2 });
  worker = await startWorker(rig);
});

/** Everything that the database says about searches, as text; worker and leases' own times left out. */
async function everything(): Promise<string> {
  const tables = ['search', 'candidate', 'trial', 'metric', 'sample', 'reward', 'event', 'lease'];
  const rows = await Promise.all(tables.map((table) => rig.database.query(`SELECT * FROM ${table} ORDER BY ${table}::text`)));
  return JSON.stringify(rows);
}

/** Its time is over: the reaper takes it away. */
async function lose(): Promise<void> {
  await rig.database.query(`UPDATE lease SET expires_at = now() - interval '1 second' WHERE ended_at IS NULL`);
  await expect
    .poll(async () => (await rig.database.query('SELECT count(*)::int AS n FROM lease WHERE ended_at IS NULL'))[0].n, { timeout: 10_000 })
    .toBe(0);
}

async function unchanged(work: () => Promise<unknown>): Promise<void> {
  const before = await everything();
  await work();
  expect(await everything()).toBe(before);
}

it('refuses a late step, and changes nothing', async () => {
  const late = await worker.lease();
  await lose();
  const other = await startWorker(rig);
  const lease = await other.lease();
  expect(lease.work.__typename).toBe('StepWork');
  expect(lease.fence).toBeGreaterThan(late.fence);
  await unchanged(async () => {
    expect(await worker.refused('commitStep', stepOf(late))).toMatchObject([{ code: 'LEASE_LOST' }]);
    expect(await worker.refused('renewLease', key(late))).toMatchObject([{ code: 'LEASE_LOST' }]);
    expect(await worker.refused('releaseLease', key(late))).toMatchObject([{ code: 'LEASE_LOST' }]);
  });
  await other.mutate('commitStep', stepOf(lease), 'search { id }');
});

it('answers a repeated step as done, and changes nothing', async () => {
  const lease = await worker.lease();
  await worker.mutate('commitStep', stepOf(lease), 'search { id }');
  await unchanged(() => worker.mutate('commitStep', stepOf(lease), 'search { id }'));
  expect((await look(rig, id)).counts.proposed).toBe(2);
});

it.each<[string, string, string, (step: Answer) => void]>([
  [
    'another version',
    'version',
    'CONFLICT',
    (step) => {
      step.version++;
    },
  ],
  [
    'a fence that is not the lease’s',
    'fence',
    'LEASE_LOST',
    (step) => {
      step.fence++;
    },
  ],
  [
    'observed results that do not exist',
    'state.observed',
    'OUT_OF_RANGE',
    (step) => {
      step.state.observed++;
    },
  ],
  [
    'a count that its proposals do not make',
    'state.proposed',
    'OUT_OF_RANGE',
    (step) => {
      step.state.proposed++;
    },
  ],
  [
    'a text that is no network',
    'proposals.1.notation',
    'NOT_ALLOWED',
    (step) => {
      step.proposals[1].notation = 'C(8,3';
    },
  ],
  [
    'a network outside the space',
    'proposals.0.notation',
    'NOT_ALLOWED',
    (step) => {
      step.proposals[0].notation = 'C(7,3,1), SM(10)';
    },
  ],
  [
    'the same network twice',
    'proposals.1.notation',
    'CONFLICT',
    (step) => {
      step.proposals[1] = step.proposals[0];
    },
  ],
  [
    'a number that was not proposed',
    'reused.0',
    'OUT_OF_RANGE',
    (step) => {
      step.reused.push(3);
    },
  ],
  [
    'more than the parallelism',
    'proposals',
    'TOO_LARGE',
    (step) => {
      step.proposals.push({ notation: 'SM(10)' });
      step.state.proposed++;
    },
  ],
])('refuses a step with %s, and changes nothing', async (_, field, code, change) => {
  const lease = await worker.lease();
  const step = structuredClone(stepOf(lease));
  change(step);
  await unchanged(async () => expect(await worker.refused('commitStep', step)).toMatchObject([{ field, code }]));
  await worker.mutate('commitStep', stepOf(lease), 'search { id }');
});

it('refuses a late report and a late end, and changes nothing', async () => {
  await workOnce(worker);
  const late = await worker.lease();
  await lose();
  const other = await startWorker(rig);
  const lease = await other.lease();
  expect(lease.work.trial.id).toBe(late.work.trial.id);
  const metrics = [{ name: 'accuracy', split: 'VALIDATION', epoch: 1, value: 1 }];
  await unchanged(async () => {
    expect(await worker.refused('reportTrial', { ...key(late), sequence: 1, metrics })).toMatchObject([{ code: 'LEASE_LOST' }]);
    expect(await worker.refused('finishTrial', { ...key(late), phases: PHASES })).toMatchObject([{ code: 'LEASE_LOST' }]);
    expect(await worker.refused('finishTrial', { leaseId: lease.id, fence: late.fence, phases: PHASES })).toMatchObject([
      { field: 'fence', code: 'LEASE_LOST' },
    ]);
  });
  await report(other, lease);
  await other.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
  expect((await look(rig, id)).candidates[0]).toMatchObject({ status: 'DONE', trial: { attempt: 2 } });
});

it('changes nothing for a repeated report and a repeated end', async () => {
  await workOnce(worker);
  const lease = await worker.lease();
  await report(worker, lease);
  await unchanged(async () => {
    await report(worker, lease);
    const metrics = [{ name: 'accuracy', split: 'VALIDATION', epoch: 9, value: 9 }];
    await worker.mutate('reportTrial', { ...key(lease), sequence: 1, metrics }, 'wanted');
  });
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
  await unchanged(async () => {
    await worker.mutate('finishTrial', { ...key(lease), phases: { ...PHASES, data: 5 } }, 'trial { id }');
    await worker.mutate('releaseLease', key(lease), 'leaseId');
    await report(worker, lease);
  });
});

it.each<[string, string, object]>([
  ['a metric that is not finite', 'metrics.0.value', { metrics: [{ name: 'a', split: 'TRAIN', epoch: 1, value: '1e999' }] }],
  ['a metric without a name', 'metrics.0.name', { metrics: [{ name: '', split: 'TRAIN', epoch: 1, value: 1 }] }],
  ['an epoch of 0', 'metrics.0.epoch', { metrics: [{ name: 'a', split: 'TRAIN', epoch: 0, value: 1 }] }],
  ['an unknown checkpoint', 'checkpointFileId', { checkpointFileId: 'fi_AAAAAAAAAAAAAAAAAAAAAA' }],
  [
    'an unknown sample',
    'samples.0.fileId',
    { samples: [{ kind: 'GENERATED', epoch: 1, fileId: 'nothing', tileWidth: 1, tileHeight: 1, columns: 1, count: 1 }] },
  ],
])('refuses a report with %s', async (name, field, part) => {
  await workOnce(worker);
  const lease = await worker.lease();
  await unchanged(async () => {
    if (name === 'a metric that is not finite') {
      // JSON has no infinity: the schema's Float refuses it before
      const document = `mutation { reportTrial(input: { leaseId: "${lease.id}", fence: ${lease.fence}, sequence: 1, metrics: [{ name: "a", split: TRAIN, epoch: 1, value: 1e999 }] }) { userErrors { field } } }`;
      const answer = await worker.request<Answer>(document);
      expect(answer.errors ?? answer.data.reportTrial.userErrors).not.toEqual([]);
    } else expect(await worker.refused('reportTrial', { ...key(lease), sequence: 1, ...part })).toMatchObject([{ field }]);
  });
});
