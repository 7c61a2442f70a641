import { readdirSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createOutsider, type User } from '../../kit/stories.ts';
import { type Answer, type Asker, withMutations } from '../rig.ts';
import { makeZip } from './zip.ts';

/** Pictures of two sizes; none like another. */
const pictures = (n: number) =>
  Object.fromEntries(
    ['left', 'right'].flatMap((name) =>
      Array.from({ length: n }, (_, i) => {
        const picture = new PNG({ width: i % 2 ? 12 : 8, height: 8 });
        picture.data.fill(255).set([i, name.length, 3 * i], 0);
        return [`${name}/${i}.png`, PNG.sync.write(picture, { colorType: 2 })];
      }),
    ),
  );
const bytes = Uint8Array.from(makeZip(pictures(20)));

describe('datasets on their way', () => {
  let platform: TestPlatform;
  let admin: Asker & User;
  let outsider: Asker & User;
  beforeAll(async () => {
    platform = await startTestPlatform();
    admin = withMutations(await createFirstUser(platform));
    outsider = withMutations(await createOutsider(admin));
  });
  afterAll(() => platform?.stop());

  const begin = async (name: string, changed: object = {}): Promise<Answer> =>
    (
      await admin.mutate(
        'importDataset',
        { teamId: admin.teamId, name, fileName: 'a.zip', size: String(bytes.length), ...changed },
        'import { id uploadUrl }',
      )
    ).import;
  const patch = (address: string, offset: number, body: Uint8Array<ArrayBuffer>) =>
    fetch(platform.url + address, { method: 'PATCH', body, headers: { 'upload-offset': String(offset) } });
  const look = async (id: string): Promise<Answer> =>
    (
      await admin.ask<Answer>(
        `query ($id: ID!) { node(id: $id) { ... on DatasetImport { status progress problem received uploadUrl derivedFrom { id } dataset { id name contentHash manySizes
          source licence origin { fileName size smallestSide crop } createdBy { name } perturbation { deviation saltAndPepper seed of { id name } } } } } }`,
        { id },
      )
    ).node;
  const ended = async (id: string): Promise<Answer> => {
    for (;;) {
      const entry = await look(id);
      if (entry.status !== 'CONVERTING') return entry;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const latest = async () =>
    (await admin.ask<Answer>('query ($id: ID!) { team(id: $id) { latestCursor } }', { id: admin.teamId })).team.latestCursor;
  const since = async (after: string) =>
    (
      await admin.ask<Answer>(
        'query ($id: ID!, $after: Cursor) { team(id: $id) { events(first: 100, after: $after) { edges { node { kind actor { id } dataset { name } datasetImport { status } } } } } }',
        { id: admin.teamId, after },
      )
    ).team.events.edges.map(({ node }: Answer) => [node.kind, node.dataset?.name ?? null]);
  const upload = async (name: string, changed: object = {}) => {
    const { id, uploadUrl } = await begin(name, changed);
    expect((await patch(uploadUrl, 0, bytes)).status).toBe(204);
    return ended(id);
  };
  const left = () => readdirSync(join(platform.dataDir, 'imports'));

  it('tell the feed when they begin, are complete, and are a dataset', async () => {
    const before = await latest();
    const { status, problem, dataset } = await upload('Told', { source: ' drawn ', licence: 'CC0', smallestSide: 8 });
    expect([status, problem]).toEqual(['DONE', null]);
    expect(await since(before)).toEqual([
      ['DATASET_IMPORT_CHANGED', null],
      ['DATASET_IMPORT_CHANGED', null],
      ['DATASET_ADDED', 'Told'],
      ['DATASET_IMPORT_CHANGED', 'Told'],
    ]);
    expect(dataset).toMatchObject({
      ...{ name: 'Told', source: 'drawn', licence: 'CC0', manySizes: true, createdBy: { name: 'Ada' }, perturbation: null },
      origin: { fileName: 'a.zip', size: String(bytes.length), smallestSide: 8, crop: false },
    });
    expect(left()).toEqual([]);
  });

  it('that are refused or cancelled tell it too; of neither is anything kept', async () => {
    const counted = async () =>
      (await platform.database.query('SELECT (SELECT count(*) FROM dataset) AS datasets, (SELECT count(*) FROM file) AS files'))[0];
    const rows = await counted();
    const before = await latest();
    const lonely = Uint8Array.from(makeZip({ 'one/1.png': 'x' }));
    const wrong = await begin('Wrong', { size: String(lonely.length) });
    await patch(wrong.uploadUrl, 0, lonely);
    expect((await ended(wrong.id)).problem).toBe('a.zip: only one class, "one"; at least two are needed');
    const unwanted = await begin('Unwanted');
    await patch(unwanted.uploadUrl, 0, bytes.subarray(0, 100));
    await admin.mutate('cancelDatasetImport', { datasetImportId: unwanted.id }, 'import { status }');
    expect(await since(before)).toEqual(new Array(5).fill(['DATASET_IMPORT_CHANGED', null]));
    expect(await counted()).toEqual(rows);
    expect(left()).toEqual([]);
  });

  it('are converted after all when the server stopped in it', async () => {
    const { id, uploadUrl } = await begin('Interrupted');
    await patch(uploadUrl, 0, bytes);
    expect((await look(id)).status).toBe('CONVERTING');
    await platform.restart();
    const { status, dataset } = await ended(id);
    expect([status, dataset.name]).toEqual(['DONE', 'Interrupted']);
    expect(dataset.contentHash).toBe((await upload('Uninterrupted')).dataset.contentHash);
    expect(left()).toEqual([]);
  });

  it('keep what came before the server stopped', async () => {
    const { id, uploadUrl } = await begin('Half');
    await patch(uploadUrl, 0, bytes.subarray(0, 500));
    await platform.restart();
    const { received, uploadUrl: fresh } = await look(id);
    expect(received).toBe('500');
    expect((await patch(fresh, 500, bytes.subarray(500))).status).toBe(204);
    expect((await ended(id)).status).toBe('DONE');
  });

  it('whose connection is dead give way to the next request', { timeout: 60_000 }, async () => {
    const { id, uploadUrl } = await begin('Dead');
    // a client that sends some bytes and then nothing more, without closing: as after a lost network
    const socket = net.connect(platform.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(`PATCH ${uploadUrl} HTTP/1.1\r\nHost: x\r\nUpload-Offset: 0\r\nContent-Length: ${bytes.length}\r\n\r\n`);
    socket.write(bytes.subarray(0, 300));
    await expect.poll(async () => (await look(id)).received, { timeout: 5000 }).toBe('300');
    const answer = await patch((await look(id)).uploadUrl, 300, bytes.subarray(300));
    expect(answer.status).toBe(204);
    expect((await ended(id)).status).toBe('DONE');
    socket.destroy();
  });

  describe('with noise', () => {
    const perturb = async (datasetId: string, changed: object = {}) =>
      (await admin.mutate('perturbDataset', { teamId: admin.teamId, datasetId, deviation: 0.05, ...changed }, 'import { id status }'))
        .import;
    let source: string;
    beforeAll(async () => {
      source = (await upload('Plain', { licence: 'CC BY' })).dataset.id;
    });

    it('become a dataset that says of what and how it was made', async () => {
      const entry = await perturb(source, { saltAndPepper: 0.01, seed: 9 });
      const { status, problem, dataset, derivedFrom } = await ended(entry.id);
      expect([status, problem, derivedFrom.id]).toEqual(['DONE', null, source]);
      expect(dataset).toMatchObject({
        ...{ name: 'Plain with noise 0.05, salt and pepper 0.01, seed 9', licence: 'CC BY', origin: null },
        perturbation: { deviation: 0.05, saltAndPepper: 0.01, seed: 9, of: { id: source, name: 'Plain' } },
      });
      const again = await ended((await perturb(source, { saltAndPepper: 0.01, seed: 9, name: 'Again' })).id);
      expect(again.dataset.contentHash).toBe(dataset.contentHash);
      const other = await ended((await perturb(source, { saltAndPepper: 0.01, seed: 10 })).id);
      expect(other.dataset.contentHash).not.toBe(dataset.contentHash);
      expect(left()).toEqual([]);
    });

    it('of the platform’s too', { timeout: 240_000 }, async () => {
      const { team } = await admin.ask<Answer>('query ($id: ID!) { team(id: $id) { datasets { id name } } }', { id: admin.teamId });
      const mnist = team.datasets.find(({ name }: Answer) => name === 'MNIST').id;
      const { dataset, problem } = await ended((await perturb(mnist, { deviation: 0.02 })).id);
      expect(problem).toBeNull();
      expect(dataset).toMatchObject({
        name: 'MNIST with noise 0.02, seed 1',
        manySizes: false,
        licence: expect.stringMatching(/^CC BY-SA 3.0/),
      });
    });

    it('can be cancelled, also while they wait for their turn', async () => {
      const [first, second] = [await perturb(source, { seed: 20 }), await perturb(source, { seed: 21 })];
      for (const { id } of [first, second]) await admin.mutate('cancelDatasetImport', { datasetImportId: id }, 'import { status }');
      // one behind them, so that they are over
      expect((await ended((await perturb(source, { seed: 22 })).id)).status).toBe('DONE');
      for (const { id } of [first, second])
        expect(await look(id)).toMatchObject({ status: 'REFUSED', problem: 'cancelled', dataset: null });
      expect(left()).toEqual([]);
    });

    it('that nobody could mean are refused at their fields', async () => {
      const refused = async (changed: object) =>
        (await admin.refused('perturbDataset', { teamId: admin.teamId, datasetId: source, deviation: 0.05, ...changed })).map(
          ({ field, code }) => `${field} ${code}`,
        );
      expect(await refused({ deviation: 1.5, saltAndPepper: -1, seed: -1, name: 'mnist' })).toEqual([
        'name CONFLICT',
        'deviation OUT_OF_RANGE',
        'saltAndPepper OUT_OF_RANGE',
        'seed OUT_OF_RANGE',
      ]);
      expect(await refused({ deviation: 0 })).toEqual(['deviation OUT_OF_RANGE']);
      expect(await refused({ datasetId: 'ds_nothing' })).toEqual(['datasetId UNKNOWN']);
      const outside = await outsider.refused('perturbDataset', { teamId: outsider.teamId, datasetId: source, deviation: 0.1 });
      expect(outside).toMatchObject([{ field: 'datasetId', code: 'UNKNOWN' }]);
    });
  });

  it('of many sizes fit a PYRAMID space and no other, and say how many searches use them', async () => {
    const { dataset } = await upload('Many sizes', { smallestSide: 8 });
    const { team } = await admin.ask<Answer>(
      'query ($id: ID!, $dataset: ID!) { team(id: $id) { searchSpaces { kind networkCount(datasetId: $dataset) } datasets { id searchCount(teamId: $id) } } }',
      { id: admin.teamId, dataset: dataset.id },
    );
    const counted = team.searchSpaces.filter(({ networkCount }: Answer) => networkCount !== null);
    for (const { kind } of counted) expect(kind).toBe('PYRAMID');
    expect(team.datasets.find(({ id }: Answer) => id === dataset.id).searchCount).toBe(0);
    const pyramid = { filters: [8, 16], kernels: [3], maxLayers: 2, levels: 2, head: [16] };
    const { searchSpace } = await admin.mutate(
      'createSearchSpace',
      { teamId: admin.teamId, name: 'Pyramids', limits: { pyramid } },
      `searchSpace { networkCount(datasetId: "${dataset.id}") }`,
    );
    expect(Number(searchSpace.networkCount)).toBeGreaterThan(0);
    const chain = { rules: 'THESIS', filters: [8], kernels: [3], pools: [], units: [], globalAveragePool: false, maxLayers: 2 };
    const search = { teamId: admin.teamId, name: 'Chains', preset: 'tour', datasetId: dataset.id, limits: { chain } };
    const problems = await admin.refused('createSearch', search);
    expect(problems.map(({ message }) => message).join()).toContain(
      'CHAIN, whose networks take pictures of one size, and these have many; allowed: PYRAMID',
    );
  });
});
