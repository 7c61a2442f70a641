import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openLocalStore } from '../../../server/files/local-store.ts';
import type { FileStore } from '../../../server/files/store.ts';
import { removeUnwanted } from '../../../server/files/unwanted.ts';
import { parseId } from '../../../server/ids.ts';
import { type Answer, type Rig, startRig, upload } from '../rig.ts';
import { createSearch, key, type ScriptedWorker, startWorker, workOnce } from '../script.ts';

let rig: Rig;
let worker: ScriptedWorker;
let store: FileStore;
beforeAll(async () => {
  rig = await startRig();
  await createSearch(rig, { candidates: 6, parallelism: 6 });
  worker = await startWorker(rig);
  await workOnce(worker);
  store = await openLocalStore(`${rig.platform.dataDir}/files`);
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await rig.database.query(`UPDATE file SET unwanted_after = now() - interval '1 hour'`);
  await later();
  await removeUnwanted(rig.database, store);
});

/** As if everybody had asked for their files long ago. */
const later = () => rig.database.query(`UPDATE file SET asked_at = now() - interval '1 day'`);
const bytesStored = async () =>
  (await readdir(`${rig.platform.dataDir}/files`, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
const text = (content: string) => new TextEncoder().encode(content);
const sheet = { epoch: 1, tileWidth: 1, tileHeight: 1, columns: 1, count: 1 };
const report = (lease: Answer, sequence: number, change: object) =>
  worker.mutate('reportTrial', { ...key(lease), sequence, ...change }, 'wanted');
const generated = async (content: string, epoch = 1) => ({
  ...sheet,
  kind: 'GENERATED',
  epoch,
  fileId: await upload(worker, text(content), 'PNG'),
});
const embedding = async (picture: string, vectors: string) => ({
  ...{ ...sheet, kind: 'EMBEDDING', dimensions: 3 },
  fileId: await upload(worker, text(picture), 'PNG'),
  vectorsFileId: await upload(worker, text(vectors), 'VECTORS'),
});

it('of samples and checkpoints only what is shown or gone on from stays, bytes and row', async () => {
  const lease = await worker.lease(0, ['TRIAL']);
  const before = await bytesStored();
  await report(lease, 1, {
    samples: [await generated('first'), await embedding('pictures', 'vectors 1')],
    checkpointFileId: await upload(worker, text('weights 1'), 'CHECKPOINT'),
  });
  await report(lease, 2, {
    samples: [await generated('second', 2), await embedding('pictures', 'vectors 2')],
    checkpointFileId: await upload(worker, text('weights 2'), 'CHECKPOINT'),
  });
  expect(await bytesStored()).toBe(before + 7);
  // its worker asked just now: it may still name it
  expect(await removeUnwanted(rig.database, store)).toBe(0);
  await later();
  // "first", "vectors 1" and "weights 1"; the pictures are the same
  expect(await removeUnwanted(rig.database, store)).toBe(3);
  expect(await bytesStored()).toBe(before + 4);
  expect(await removeUnwanted(rig.database, store)).toBe(0);
  const { node } = await rig.member.ask<Answer>(
    'query ($id: ID!) { node(id: $id) { ... on Trial { samples { kind url vectorsUrl dimensions } } } }',
    {
      id: lease.work.trial.id,
    },
  );
  const get = async (url: string) => (await fetch(new URL(url, rig.platform.url), { headers: { ...rig.member.identity } })).text();
  expect(node.samples.map(({ kind, dimensions }: Answer) => [kind, dimensions])).toEqual([
    ['EMBEDDING', 3],
    ['GENERATED', null],
  ]);
  expect(await Promise.all([node.samples[0].url, node.samples[0].vectorsUrl, node.samples[1].url].map(get))).toEqual([
    'pictures',
    'vectors 2',
    'second',
  ]);
});

it('a picture that two trials made stays until both have another', async () => {
  const [one, two] = [await worker.lease(0, ['TRIAL']), await worker.lease(0, ['TRIAL'])];
  await report(one, 1, { samples: [await generated('the same')] });
  await report(two, 1, { samples: [await generated('the same')] });
  const before = await bytesStored();
  await report(one, 2, { samples: [await generated('another', 2)] });
  await later();
  expect(await removeUnwanted(rig.database, store)).toBe(0);
  await report(two, 2, { samples: [await generated('a third', 2)] });
  await later();
  expect(await removeUnwanted(rig.database, store)).toBe(1);
  expect(await bytesStored()).toBe(before + 1);
});

it('who was told that the bytes are known may name them, though they were replaced meanwhile', async () => {
  const [one, two] = [await worker.lease(0, ['TRIAL']), await worker.lease(0, ['TRIAL'])];
  await report(one, 1, { samples: [await generated('shared')] });
  await later();
  const promised = await generated('shared');
  await report(one, 2, { samples: [await generated('new', 2)] });
  expect(await removeUnwanted(rig.database, store)).toBe(0);
  await report(two, 1, { samples: [promised] });
  await later();
  expect(await removeUnwanted(rig.database, store)).toBe(0);
});

it('bytes that another team has as well stay for it', async () => {
  const [file] = await rig.database.query(
    `INSERT INTO file (id, team_id, sha256, size, media_type, stored_at, unwanted_after)
     SELECT gen_random_uuid(), team_id, sha256, size, media_type, now(), NULL FROM file WHERE id = $1 RETURNING id`,
    [parseId('File', await upload(worker, text('theirs too'), 'PNG'))],
  );
  const before = await bytesStored();
  await rig.database.query(
    `UPDATE file SET unwanted_after = now() - interval '1 hour' WHERE id <> $1 AND sha256 = (SELECT sha256 FROM file WHERE id = $1)`,
    [file.id],
  );
  await later();
  expect(await removeUnwanted(rig.database, store)).toBe(1);
  expect(await bytesStored()).toBe(before);
});

it('refuses notes and vectors that do not go with the sheet', async () => {
  const lease = await worker.lease(0, ['TRIAL']);
  const good = await generated('sheet');
  const refused = async (change: object) =>
    (await worker.refused('reportTrial', { ...key(lease), sequence: 1, samples: [{ ...good, ...change }] })).map(
      ({ field, message }) => `${field}: ${message}`,
    );
  expect(await refused({ tiles: [{ label: 1 }, { label: 2 }] })).toEqual(['samples.0.tiles: 2; allowed: one for each of the 1 tiles']);
  expect(await refused({ tiles: [{ label: -1, predicted: 3, probability: 1.5 }] })).toEqual([
    'samples.0.tiles.0.label: -1; allowed: from 0',
    'samples.0.tiles.0.probability: 1.5; allowed: 0 to 1',
  ]);
  expect(await refused({ dimensions: 2 })).toEqual(['samples.0.dimensions: 2 for GENERATED; allowed: for EMBEDDING, which needs it']);
  expect(await refused({ kind: 'EMBEDDING', dimensions: 2 })).toEqual([
    'samples.0.vectorsFileId: missing for EMBEDDING; allowed: for EMBEDDING, which needs it',
  ]);
  expect(await refused({ count: 10_001 })).toEqual(['samples.0.count: 10001; allowed: 1 to 10000']);
});
