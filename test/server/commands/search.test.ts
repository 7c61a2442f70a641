import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { SearchReport } from '../../../server/commands/search/report.ts';
import { startTestPlatform } from '../../kit/platform.ts';
import { killAll, run, runWorker } from '../../kit/processes.ts';
import { createFirstUser, createToken } from '../../kit/stories.ts';

const folder = mkdtempSync(join(tmpdir(), 'handpick-test-'));

afterAll(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

const readReport = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as SearchReport;

test('npm run search: database, worker and search from nothing, a report, and nothing left', async () => {
  const file = join(folder, 'out.json');
  // where its own files go, so that what is left of them can be seen
  const temporary = mkdtempSync(join(folder, 'tmp-'));
  chmodSync(folder, 0o755);
  chmodSync(temporary, 0o777);
  const args = ['search', '--preset', 'quick-prediction', '--candidates', '1', '--workers', '1', '--seed', '7', '--json', file];
  const { ended, lines } = run('server/commands/bootstrap.mjs', args, { TMPDIR: temporary });
  expect(await ended, lines.join('\n')).toEqual({ code: 0, signal: null });
  expect(readdirSync(temporary).filter((name) => name.startsWith('handpick'))).toEqual([]);
  const report = readReport(file);
  expect(Object.keys(report)).toEqual([
    'search',
    'backend',
    'seconds',
    'candidates',
    'best',
    'distinct',
    'trained',
    'stoppedEarly',
    'predictions',
    'rungs',
    'reused',
  ]);
  expect(report.search).toMatchObject({ preset: 'quick-prediction', seed: 7, status: 'FINISHED', dataset: 'MNIST', space: 'CHAIN' });
  expect(BigInt(report.search.networkCount!)).toBeGreaterThan(1000n);
  expect(report).toMatchObject({ backend: expect.stringMatching(/^(tensorflow|wasm)$/), distinct: 1, trained: 1, reused: 0 });
  const [candidate] = report.candidates;
  expect(candidate).toMatchObject({ number: 1, status: 'DONE', reward: candidate!.metrics.accuracy });
  expect(candidate!.notation).toMatch(/SM\(10\)$/);
  expect(candidate!.reward).toBeGreaterThan(0.5);
  const { number, notation, reward, metrics } = candidate!;
  expect(report.best).toEqual({ number, notation, reward, metrics });
  expect(lines.some((line) => line.includes('#1') && line.includes(notation))).toBe(true);
}, 240_000);

test('npm run search --server: a running platform and its worker do it; Ctrl-C stops the search there', async () => {
  const platform = await startTestPlatform();
  try {
    const user = await createFirstUser(platform);
    const { secret: token } = await createToken(user, 'PERSONAL');
    runWorker(platform.url, (await createToken(user, 'WORKER')).secret);
    const args = ['search', '--preset', 'quick-asha', '--server', platform.url];
    const command = run('server/commands/bootstrap.mjs', args, { HANDPICK_TOKEN: token });
    await command.says(/^#\d+ {2}reward /, 200);
    const begun = Date.now();
    command.child.kill('SIGINT');
    expect((await command.ended).code).toBe(130);
    expect(Date.now() - begun).toBeLessThan(3_000);
    const searches = await platform.database.query('SELECT status FROM search');
    expect(searches).toEqual([{ status: 'STOPPED' }]);
  } finally {
    await killAll();
    await platform.stop();
  }
}, 240_000);
