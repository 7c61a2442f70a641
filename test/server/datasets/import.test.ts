import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withLock } from '../../../workers/backends/install/lock.ts';
import type { Dataset } from '../../../workers/datasets/dataset.ts';
import { provideDataset } from '../../../workers/datasets/provide.ts';
import type { Caller } from '../../kit/client.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createOutsider, createToken, type User } from '../../kit/stories.ts';
import { makeZip as zip } from './zip.ts';

const makeZip = (files: Parameters<typeof zip>[0]) => Uint8Array.from(zip(files));

const FIELDS = 'id status received size problem uploadUrl dataset { id name contentHash url trainCount validationCount }';
const IMPORT = `mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { import { ${FIELDS} } userErrors { field code message } } }`;
interface Import {
  id: string;
  status: string;
  received: string;
  problem: string | null;
  uploadUrl: string | null;
  dataset: { id: string; name: string; contentHash: string; url: string; trainCount: number; validationCount: number } | null;
}
interface Answer {
  importDataset: { import: Import | null; userErrors: { field: string | null; code: string; message: string }[] };
}

/** n pictures of each of two classes, none like another. */
const pictures = (n: number): Record<string, Buffer> =>
  Object.fromEntries(
    ['left', 'right'].flatMap((name, side) =>
      Array.from({ length: n }, (_, i) => {
        const picture = new PNG({ width: 8, height: 8 });
        for (let p = 0; p < 64; p++) picture.data.set([p % 8 < 4 === (side === 0) ? 255 : 0, i, p, 255], 4 * p);
        return [`${name}/${i}.png`, PNG.sync.write(picture, { colorType: 2 })];
      }),
    ),
  );

describe('importing a dataset', () => {
  let platform: TestPlatform;
  let admin: User;
  let outsider: User;
  let worker: Caller;
  beforeAll(async () => {
    platform = await startTestPlatform();
    admin = await createFirstUser(platform);
    outsider = await createOutsider(admin);
    worker = await createToken(admin, 'WORKER');
  });
  afterAll(() => platform?.stop());

  const begin = async (bytes: Uint8Array, changed: object = {}, by = admin) =>
    (
      await by.ask<Answer>(IMPORT, {
        input: { teamId: by.teamId, name: 'Sides', fileName: 'sides.zip', size: String(bytes.length), ...changed },
      })
    ).importDataset;
  const patch = (address: string, offset: number, body: Uint8Array<ArrayBuffer>) =>
    fetch(platform.url + address, { method: 'PATCH', body, headers: { 'upload-offset': String(offset) } });
  const look = async (id: string) =>
    (await admin.ask<{ node: Import }>(`query ($id: ID!) { node(id: $id) { ... on DatasetImport { ${FIELDS} } } }`, { id })).node;
  const ended = async (id: string): Promise<Import> => {
    for (;;) {
      const entry = await look(id);
      if (entry.status !== 'CONVERTING') return entry;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const get = (address: string, by: Caller) => fetch(platform.url + address, { headers: by.identity as Record<string, string> });

  it('in pieces, with a break, becomes a dataset that a worker reads and the page shows', async () => {
    const bytes = makeZip(pictures(10));
    const { import: entry } = await begin(bytes);
    const middle = bytes.length >> 1;
    expect((await patch(entry!.uploadUrl!, 0, bytes.subarray(0, middle))).status).toBe(204);
    // the answer was lost: the client sends the same again, and is told where to go on
    const again = await patch(entry!.uploadUrl!, 0, bytes.subarray(0, middle));
    expect([again.status, again.headers.get('upload-offset')]).toEqual([409, String(middle)]);
    const { received, status, uploadUrl } = await look(entry!.id);
    expect([received, status]).toEqual([String(middle), 'RECEIVING']);
    expect((await patch(uploadUrl!, middle, bytes.subarray(middle))).status).toBe(204);
    const { dataset, problem } = await ended(entry!.id);
    expect(problem).toBeNull();
    expect(dataset).toMatchObject({ name: 'Sides', trainCount: 16, validationCount: 4 });

    const { name, contentHash, url } = dataset!;
    const download = async (address: string) => new Uint8Array(await (await get(address, worker)).arrayBuffer());
    const tools = { cache: `${platform.dataDir}/cache`, progress: () => {}, lock: withLock, download };
    const loaded = (await provideDataset({ name, hash: contentHash, url }, tools)) as Dataset;
    expect(loaded.image).toEqual({ height: 8, width: 8, channels: 3 });
    for (let i = 0; i < loaded.train.count; i++) expect(loaded.train.images[i * 192]).toBe(loaded.train.labels[i] === 0 ? 255 : 0);
    expect((await get(url, outsider)).status).toBe(404);

    const { dataset: shown } = await admin.ask<{
      dataset: { pictures: { url: string; count: number; total: number }; classCounts: object[] };
    }>(
      'query ($id: ID!) { dataset(id: $id) { classCounts { name train validation test } pictures(split: TRAIN, label: 1) { url count total } } }',
      { id: dataset!.id },
    );
    expect(shown.classCounts).toEqual(['left', 'right'].map((each) => ({ name: each, train: 8, validation: 2, test: 0 })));
    expect(shown.pictures).toMatchObject({ count: 8, total: 8 });
    const sheet = await get(shown.pictures.url, admin);
    const { width, height, data } = PNG.sync.read(Buffer.from(await sheet.arrayBuffer()));
    expect([width, height]).toEqual([128, 8]);
    // eight tiles of the right side: dark on their left, red on their right
    for (let tile = 0; tile < 8; tile++) expect([data[4 * 8 * tile], data[4 * (8 * tile + 4)]]).toEqual([0, 255]);
    expect((await get(shown.pictures.url, outsider)).status).toBe(404);
    expect(
      (await outsider.ask<{ dataset: null }>('query ($id: ID!) { dataset(id: $id) { id } }', { id: dataset!.id }).catch(() => null))
        ?.dataset ?? null,
    ).toBeNull();
  });

  it('that is wrong is refused with file and reason, and nothing is kept', async () => {
    const bytes = makeZip({ 'a/1.png': 'no picture', 'b/1.png': 'none either' });
    const { import: entry } = await begin(bytes, { name: 'Broken' });
    expect((await patch(entry!.uploadUrl!, 0, bytes)).status).toBe(204);
    const { status, problem, dataset } = await ended(entry!.id);
    expect([status, dataset]).toEqual(['REFUSED', null]);
    expect(problem).toContain('a/1.png: not a picture that can be read');
    const { team } = await admin.ask<{ team: { datasets: { name: string }[] } }>(
      'query ($id: ID!) { team(id: $id) { datasets { name } } }',
      {
        id: admin.teamId,
      },
    );
    expect(team.datasets.map(({ name }) => name)).not.toContain('Broken');
  });

  it('with values that are not allowed is refused before anything is sent', async () => {
    const bytes = new Uint8Array(10);
    const refused = async (changed: object) => (await begin(bytes, changed)).userErrors.map(({ field, code }) => `${field} ${code}`);
    expect(await refused({ name: ' ', smallestSide: 2, validationShare: 0.9, seed: -1 })).toEqual([
      'name REQUIRED',
      'smallestSide OUT_OF_RANGE',
      'validationShare OUT_OF_RANGE',
      'seed OUT_OF_RANGE',
    ]);
    expect(await refused({ name: 'mnist' })).toEqual(['name CONFLICT']);
    expect(await refused({ size: String(2 ** 33) })).toEqual(['size TOO_LARGE']);
    expect(await refused({ size: '0' })).toEqual(['size OUT_OF_RANGE']);
  });

  it('can be cancelled, and then takes no more bytes', async () => {
    const bytes = makeZip(pictures(3));
    const { import: entry } = await begin(bytes);
    const cancel =
      'mutation ($input: CancelDatasetImportInput!) { cancelDatasetImport(input: $input) { import { status problem } userErrors { code } } }';
    expect(
      (await outsider.ask<{ cancelDatasetImport: { userErrors: { code: string }[] } }>(cancel, { input: { datasetImportId: entry!.id } }))
        .cancelDatasetImport.userErrors,
    ).toMatchObject([{ code: 'UNKNOWN' }]);
    expect(await admin.ask(cancel, { input: { datasetImportId: entry!.id } })).toMatchObject({
      cancelDatasetImport: { import: { status: 'REFUSED', problem: 'cancelled' }, userErrors: [] },
    });
    expect((await patch(entry!.uploadUrl!, 0, bytes)).status).toBe(404);
  });
});
