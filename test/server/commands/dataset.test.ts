import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { writeZip, zipOf } from '../../../server/commands/dataset/zip.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { killAll, run } from '../../kit/processes.ts';
import { createFirstUser, createToken, type User } from '../../kit/stories.ts';

let platform: TestPlatform;
let user: User;
let token: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handpick-dataset-command-'));
  platform = await startTestPlatform();
  user = await createFirstUser(platform);
  token = (await createToken(user, 'PERSONAL')).secret;
  for (const side of ['left', 'right'])
    for (let i = 0; i < 12; i++) {
      const picture = new PNG({ width: 40, height: 40 });
      for (let p = 0; p < 1600; p++) {
        const grain = Math.floor(Math.random() * 200);
        picture.data.set([p % 40 < 20 === (side === 'left') ? 255 : grain, grain, 7 * i, 255], 4 * p);
      }
      put(join('sides', side, `${i}.png`), PNG.sync.write(picture, { colorType: 2 }));
    }
}, 60_000);
afterAll(async () => {
  await killAll();
  await platform?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

const dataset = (...args: string[]) =>
  run('server/commands/bootstrap.mjs', ['dataset', ...args, '--server', platform.url], { HANDPICK_TOKEN: token });
const outcome = async (...args: string[]) => {
  const { ended, lines } = dataset(...args);
  return { code: (await ended).code, lines };
};
const imports = async () =>
  (await platform.database.query('SELECT name, status, size FROM dataset_import ORDER BY id')) as {
    name: string;
    status: string;
    size: string;
  }[];

describe('npm run dataset', () => {
  test('add a folder, then list it, then give it noise', async () => {
    const added = await outcome('add', join(folder, 'sides'), '--validation', '0.25', '--smallest-side', '20', '--licence', 'CC0');
    expect(added.lines.at(-1)).toMatch(/^sides +[0-9a-f]{12} {2}20 x 20 x 3, 2 classes, 18 \+ 6 \+ 0$/);
    expect(added.code).toBe(0);
    const noisy = await outcome('perturb', 'sides', '--deviation', '0.05', '--seed', '4');
    expect(noisy.lines.at(-1)).toMatch(/^sides with noise 0\.05, seed 4 +[0-9a-f]{12} {2}20 x 20 x 3, 2 classes, 18 \+ 6 \+ 0$/);
    const { lines } = await outcome('list');
    expect(lines.map((line) => line.slice(0, 12).trim())).toEqual([
      'CIFAR-10',
      'Fashion-MNIS',
      'MNIST',
      'Moby-Dick',
      'sides',
      'sides with n',
    ]);
    expect(lines).toContain(added.lines.at(-1));
  }, 120_000);

  test('an upload that was cut off goes on where it stopped', async () => {
    const size = await writeZip(join(folder, 'sides'), join(folder, 'half.zip'));
    const bytes = readFileSync(join(folder, 'half.zip'));
    // what a command left that was killed in the middle
    const { importDataset } = await user.ask<{ importDataset: { import: { uploadUrl: string } } }>(
      'mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { import { uploadUrl } } }',
      { input: { teamId: user.teamId, name: 'Half', fileName: 'half.zip', size: String(size) } },
    );
    const body = Uint8Array.from(bytes.subarray(0, size - 1000));
    await fetch(platform.url + importDataset.import.uploadUrl, { method: 'PATCH', body, headers: { 'upload-offset': '0' } });
    const before = (await imports()).length;
    const { code, lines } = await outcome('add', join(folder, 'half.zip'), '--name', 'Half');
    expect(lines[0]).toBe('Going on with Half, begun before, as it was begun');
    expect(code, lines.join('\n')).toBe(0);
    expect(await imports()).toHaveLength(before);
    expect((await imports()).at(-1)).toMatchObject({ name: 'Half', status: 'DONE' });
  }, 60_000);

  test('what the platform refuses is one line, and code 1', async () => {
    put('lonely/one/1.png', readFileSync(join(folder, 'sides/left/1.png')));
    expect(await outcome('add', join(folder, 'lonely'))).toMatchObject({
      code: 1,
      lines: expect.arrayContaining(['lonely.zip: only one class, "one"; at least two are needed']),
    });
    const refused = await outcome('add', join(folder, 'sides'), '--name', 'mnist', '--validation', '0.9');
    expect(refused.lines.slice(1)).toEqual([
      'name: "mnist" comes with the platform: choose another name',
      'validationShare: 0.9; allowed are 0.01 to 0.5',
    ]);
    const nothing = await outcome('perturb', 'sides');
    expect(nothing.lines).toEqual(['deviation: 0, and saltAndPepper is 0 too; allowed is noise of at least one kind']);
  }, 60_000);

  test.each([
    [['ad', 'x'], '"ad"; allowed are list, add, perturb (--help says more)'],
    [['add'], 'add: a path is missing'],
    [['add', '/nowhere/x'], '/nowhere/x does not exist'],
    [['add', '/tmp', '--smallest-side', '2'], '--smallest-side: "2"; allowed is a whole number from 4 to 512'],
    [['add', '/tmp', '--validation', 'x'], '--validation: "x"; allowed is a number'],
    [['perturb', 'Nothing'], /^"Nothing" is not a dataset here; there are CIFAR-10, Fashion-MNIST, /],
  ])('%j is told in one line', async (args, line) => {
    const { code, lines } = await outcome(...args);
    expect(code).toBe(1);
    expect(lines).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  });
});

test('a zip of more than 65,535 files is read by an independent reader', async () => {
  const zip = join(folder, 'many.zip');
  const names = Array.from({ length: 65_600 }, (_, i) => `all/${i}`);
  await zipOf(names, async (name) => Buffer.from(name.slice(4)), zip);
  const read = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(zip, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file))),
  );
  expect(read.entryCount).toBe(65_600);
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    read.on('entry', (entry: yauzl.Entry) => {
      seen++;
      if (entry.fileName !== 'all/49') return read.readEntry();
      read.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        stream.on('data', (chunk: Buffer) => expect(chunk.toString()).toBe('49'));
        stream.on('end', () => read.readEntry());
      });
    });
    read.once('end', resolve);
    read.once('error', reject);
    read.readEntry();
  });
  expect(seen).toBe(65_600);
}, 120_000);
