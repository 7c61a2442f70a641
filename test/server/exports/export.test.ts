import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../schema/exports.ts';
import type { Chain } from '../../../schema/networks/architecture.ts';
import { openLocalStore } from '../../../server/files/local-store.ts';
import { removeUnwanted } from '../../../server/files/unwanted.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { buildClassifier } from '../../../workers/models/classifier.ts';
import { initialValues } from '../../../workers/models/parameters.ts';
import { encodeCheckpoint } from '../../../workers/training/checkpoint.ts';
import { killAll, run } from '../../kit/processes.ts';
import { createOutsider, createToken } from '../../kit/stories.ts';
import { type Answer, type Rig, startRig, upload } from '../rig.ts';
import { createSearch, key, look, PHASES, startWorker, workOnce } from '../script.ts';

let rig: Rig;
let searchId: string;
/** The first one is trained and has weights, the second one is waiting. */
let candidates: Answer[];
beforeAll(async () => {
  rig = await startRig();
  searchId = await createSearch(rig);
  const worker = await startWorker(rig);
  await workOnce(worker);
  const lease = await worker.lease(0, ['TRIAL']);
  const bytes = await checkpointOf(lease.work.trial.candidate.architecture);
  const checkpointFileId = await upload(worker, bytes, 'CHECKPOINT');
  const metrics = [{ name: 'accuracy', split: 'VALIDATION', epoch: 1, value: 0.9 }];
  await worker.mutate('reportTrial', { ...key(lease), sequence: 1, metrics, checkpointFileId }, 'wanted');
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
  ({ candidates } = await look(rig, searchId));
});
afterAll(async () => {
  await killAll();
  await rig?.stop();
});

/** As a trial leaves it after one epoch. */
async function checkpointOf(architecture: Chain): Promise<Uint8Array<ArrayBuffer>> {
  const { tf } = await openBackend({ threads: 1 });
  const { parameters } = buildClassifier(tf, architecture);
  const weights = initialValues(parameters, 1, 0);
  const place = { run: 0, epoch: 1, attempt: 0, best: null, curve: [], runs: [] };
  const bytes = encodeCheckpoint({ seed: 1, seconds: 1, ...place, weights, optimizer: { steps: 0, moments: [] } }, parameters);
  tf.dispose(parameters.map(({ variable }) => variable));
  return new Uint8Array(bytes);
}

const SELECT = 'export { format name size url expiresAt }';
const get = async (url: string, identity: object) => fetch(new URL(url, rig.platform.url), { headers: identity as Record<string, string> });

describe('a trained candidate', () => {
  it.each(EXPORT_FORMATS)('is written as %s, by anyone of the team', async (format) => {
    const { export: made } = await rig.member.mutate('exportModel', { candidateId: candidates[0].id, format }, SELECT);
    expect(made.name).toBe(`little-search-1-${format.toLowerCase().replace('_', '-')}.zip`);
    const answer = await get(made.url, rig.member.identity);
    expect(answer.headers.get('content-disposition')).toBe('attachment');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.length).toBe(made.size);
    const files = unzipSync(bytes);
    const holds = {
      TFJS: ['classifier/model.json', 'classifier/weights.bin'],
      KERAS: ['classifier.keras'],
      KERAS_H5: ['classifier.h5'],
      PYTORCH: ['model.py', 'model.safetensors'],
      ONNX: ['classifier.onnx'],
    }[format];
    expect(Object.keys(files).sort()).toEqual([...holds, 'README.md', 'handpick.json'].sort());
    const about = JSON.parse(new TextDecoder().decode(files['handpick.json']));
    expect(about).toMatchObject({ search: 'Little search', candidate: 1, network: candidates[0].notation, dataset: 'MNIST' });
    expect(about.classes).toHaveLength(10);
  });

  it('the same again is the same file; nothing of it stays when its day is over', async () => {
    const store = await openLocalStore(join(rig.platform.dataDir, 'files'));
    const count = async () => (await rig.counts()).file;
    const ask = () => rig.member.mutate('exportModel', { candidateId: candidates[0].id, format: 'ONNX' }, SELECT);
    const first = (await ask()).export;
    const before = await count();
    expect((await ask()).export.url).toBe(first.url);
    expect(await count()).toBe(before);
    await rig.database.query(
      `UPDATE file SET unwanted_after = now() - interval '1 s', asked_at = now() - interval '1 h' WHERE media_type = 'application/zip'`,
    );
    await removeUnwanted(rig.database, store);
    expect(await rig.database.query(`SELECT FROM file WHERE media_type = 'application/zip'`)).toEqual([]);
    expect((await get(first.url, rig.member.identity)).status).toBe(404);
    // the weights are still there, so it can be made again
    const again = (await ask()).export;
    expect((await get(again.url, rig.member.identity)).status).toBe(200);
  });
});

describe('refused, and nothing is made:', () => {
  const refused = (candidateId: string, asker: Pick<Rig['member'], 'refused'> = rig.member) =>
    asker.refused('exportModel', { candidateId, format: 'ONNX' });

  it('a candidate that is not trained', async () => {
    const before = await rig.counts();
    expect(await refused(candidates[1].id)).toEqual([
      {
        field: 'candidateId',
        message: 'candidate 2 has no weights of a finished training; allowed: one that is trained',
        code: 'NOT_ALLOWED',
      },
    ]);
    expect(await rig.counts()).toEqual(before);
  });

  it('what is another team’s looks as if it did not exist; a worker exports nothing', async () => {
    const document = `mutation ($input: ExportModelInput!) { exportModel(input: $input) { export { url } userErrors { code } } }`;
    const input = { candidateId: candidates[0].id, format: 'ONNX' };
    const outsider = await createOutsider(rig.member);
    expect((await outsider.ask<Answer>(document, { input })).exportModel.userErrors).toEqual([{ code: 'UNKNOWN' }]);
    const worker = await createToken(rig.member, 'WORKER', 'worker');
    expect((await worker.ask<Answer>(document, { input })).exportModel).toEqual({ export: null, userErrors: [{ code: 'FORBIDDEN' }] });
  });

  it('weights of another network, with the reason', async () => {
    const [{ checkpoint_file_id: id }] = await rig.database.query(
      'SELECT checkpoint_file_id FROM trial WHERE checkpoint_file_id IS NOT NULL',
    );
    const { architecture } = (
      await rig.database.query(
        'SELECT architecture FROM candidate WHERE number = 1 AND search_id = (SELECT search_id FROM trial WHERE checkpoint_file_id = $1)',
        [id],
      )
    )[0];
    await rig.database.query('UPDATE candidate SET architecture = $1 WHERE architecture = $2', [
      JSON.stringify({ ...architecture, layers: [{ type: 'convolution', filters: 7, kernel: 3, stride: 1 }, ...architecture.layers] }),
      JSON.stringify(architecture),
    ]);
    const [{ message }] = (await refused(candidates[0].id)) as [Answer];
    expect(message).toMatch(/^candidate 1 cannot be exported: checkpoint: /);
    await rig.database.query('UPDATE candidate SET architecture = $1 WHERE number = 1', [JSON.stringify(architecture)]);
  });
});

describe('npm run export', () => {
  it('writes the file from a running platform', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handpick-exported-'));
    try {
      const { HANDPICK_TOKEN, ...args } = {
        HANDPICK_TOKEN: await personalToken(),
        candidate: `${searchId}/1`,
      };
      const options = ['--format', 'onnx', '--out', folder, '--server', rig.platform.url];
      const command = run('server/commands/bootstrap.mjs', ['export', args.candidate, ...options], { HANDPICK_TOKEN });
      await command.says(/little-search-1-onnx\.zip: ONNX, /, 60);
      await command.ended;
      const files = unzipSync(readFileSync(join(folder, 'little-search-1-onnx.zip')));
      expect(Object.keys(files)).toContain('classifier.onnx');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    [['--format', 'onnx'], /^CANDIDATE: missing/],
    [['x', '--format', 'caffe', '--out', '.'], /^--format: "caffe"; allowed: tfjs, keras, keras-h5, pytorch, onnx/],
    [['x', '--format', 'onnx'], /^--out: missing/],
    [['x', '--format', 'onnx', '--out', '/nowhere/a.zip'], /^--out: the folder \/nowhere does not exist/],
    [['x', '--format', 'onnx', '--out', '.'], /^--data, --server: give one of them/],
  ])('refuses %j', async (args, message) => {
    const command = run('server/commands/bootstrap.mjs', ['export', ...args]);
    await command.says(message, 30);
    await command.ended;
  });

  async function personalToken(): Promise<string> {
    const { secret } = await rig.member.mutate('createApiToken', { teamId: rig.teamId, kind: 'PERSONAL', name: 'export' }, 'secret');
    return secret;
  }
});
