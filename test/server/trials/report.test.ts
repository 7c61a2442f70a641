import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Rig, startRig, upload } from '../rig.ts';
import { createSearch, key, PHASES, type ScriptedWorker, startWorker, workOnce } from '../script.ts';

let rig: Rig;
let worker: ScriptedWorker;
beforeAll(async () => {
  rig = await startRig();
  await createSearch(rig, { candidates: 6, parallelism: 6 });
  worker = await startWorker(rig);
  await workOnce(worker);
});
afterAll(() => rig.stop());

const metric = (epoch: number, value: number, name = 'accuracy', split = 'VALIDATION') => ({ name, split, epoch, value });
const show = async (id: string) => {
  const { node } = await rig.member.ask<Answer>(
    `query ($id: ID!) { node(id: $id) { ... on Trial {
      metrics { name split epoch value } accuracy: metrics(names: ["accuracy"]) { epoch value } samples { id kind epoch url count } candidate { reward rewards { kind value } status seconds } } } }`,
    { id },
  );
  return node;
};

it('keeps metrics by name, split and epoch; what comes later overlays what came before', async () => {
  const lease = await worker.lease();
  const { id } = lease.work.trial;
  await worker.mutate(
    'reportTrial',
    { ...key(lease), sequence: 1, metrics: [metric(1, 0.4), metric(1, 0.5), metric(1, 2, 'loss', 'TRAIN')] },
    'wanted',
  );
  await worker.mutate('reportTrial', { ...key(lease), sequence: 5, metrics: [metric(2, 0.6), metric(1, 0.45)] }, 'wanted');
  const { metrics, accuracy } = await show(id);
  expect(metrics).toEqual([metric(1, 0.45), metric(2, 0.6), metric(1, 2, 'loss', 'TRAIN')]);
  expect(accuracy).toEqual([
    { epoch: 1, value: 0.45 },
    { epoch: 2, value: 0.6 },
  ]);
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
  const { candidate } = await show(id);
  expect(candidate).toMatchObject({
    status: 'DONE',
    reward: 0.6,
    rewards: [
      { kind: 'ACCURACY', value: 0.6 },
      { kind: 'MEAN_ACCURACY', value: expect.closeTo(0.525, 12) },
    ],
  });
  expect(candidate.seconds).toBeGreaterThan(0);
});

it('makes no reward of what is missing, zero or overflows', async () => {
  const lease = await worker.lease(0, ['TRIAL']);
  const metrics = [metric(1, 0, 'loss'), metric(1, 5e-324, 'bce'), metric(1, 0.9, 'accuracy', 'TRAIN')];
  await worker.mutate('reportTrial', { ...key(lease), sequence: 1, metrics }, 'wanted');
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
  expect((await show(lease.work.trial.id)).candidate).toMatchObject({ status: 'DONE', reward: null, rewards: [] });
});

it('keeps the newest sheet of a kind, at an address of its own, for those who may see it', async () => {
  const lease = await worker.lease(0, ['TRIAL']);
  const { id } = lease.work.trial;
  const sample = async (kind: string, epoch: number, text: string) => {
    const fileId = await upload(worker, new TextEncoder().encode(text), 'PNG');
    return { kind, epoch, fileId, tileWidth: 28, tileHeight: 28, columns: 8, count: 32 };
  };
  const samples = [await sample('GENERATED', 1, 'early'), await sample('RECONSTRUCTION', 1, 'pairs')];
  await worker.mutate('reportTrial', { ...key(lease), sequence: 1, samples }, 'wanted');
  const early = (await show(id)).samples;
  await worker.mutate('reportTrial', { ...key(lease), sequence: 2, samples: [await sample('GENERATED', 2, 'late')] }, 'wanted');
  const late = (await show(id)).samples;
  expect(late.map(({ kind, epoch }: Answer) => [kind, epoch])).toEqual([
    ['GENERATED', 2],
    ['RECONSTRUCTION', 1],
  ]);
  expect(late[0].id).not.toBe(early[0].id);
  expect(late[0].url).not.toBe(early[0].url);
  expect(late[1]).toEqual(early[1]);
  const get = (url: string, headers: Record<string, string>) => fetch(new URL(url, rig.platform.url), { headers });
  expect(await (await get(late[0].url, { ...rig.member.identity })).text()).toBe('late');
  expect((await get(late[0].url, {})).ok).toBe(false);
});

it('refuses bytes that have not arrived, and bytes of another kind', async () => {
  const lease = await worker.lease(0, ['TRIAL']);
  const sheet = { kind: 'GENERATED', epoch: 1, tileWidth: 1, tileHeight: 1, columns: 1, count: 1 };
  const { fileId } = await worker.mutate('createUpload', { size: 3, sha256: 'a'.repeat(64), mediaType: 'PNG' }, 'fileId');
  expect(await worker.refused('reportTrial', { ...key(lease), sequence: 1, samples: [{ ...sheet, fileId }] })).toMatchObject([
    { field: 'samples.0.fileId', message: expect.stringContaining('have not arrived') },
  ]);
  const checkpoint = await upload(worker, new TextEncoder().encode('weights'), 'CHECKPOINT');
  expect(await worker.refused('reportTrial', { ...key(lease), sequence: 1, samples: [{ ...sheet, fileId: checkpoint }] })).toMatchObject([
    { field: 'samples.0.fileId', message: expect.stringContaining('allowed: image/png') },
  ]);
  expect((await show(lease.work.trial.id)).samples).toEqual([]);
});
