import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { makeCaller } from '../../kit/client.ts';
import { startTestPlatform } from '../../kit/platform.ts';
import { killAll, run, runWorker } from '../../kit/processes.ts';
import { createFirstUser, createToken } from '../../kit/stories.ts';
import { createTinySearch, epochsOf, readSearch, until } from './searches.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const EPOCHS = 20;

afterEach(killAll);

test('a worker that is killed in a trial: another goes on from its checkpoint, and every epoch is there once', async () => {
  const platform = await startTestPlatform();
  try {
    const user = await createFirstUser(platform);
    const { secret: token } = await createToken(user, 'WORKER');
    const id = await createTinySearch(user, { candidates: 1, training: { epochs: EPOCHS, trainImages: 20_000 } });
    const first = runWorker(platform.url, token);
    const checkpoints = () => platform.database.query('SELECT 1 FROM trial WHERE checkpoint_file_id IS NOT NULL');
    await expect.poll(checkpoints, { timeout: 60_000 }).toHaveLength(1);
    first.child.kill('SIGKILL');
    await first.ended;
    const acknowledged = epochsOf(await readSearch(user, id));
    expect(acknowledged.length).toBeLessThan(EPOCHS);
    // as if half a minute had passed
    await platform.database.query('UPDATE lease SET expires_at = now() WHERE ended_at IS NULL');

    const second = runWorker(platform.url, token);
    const search = await until(user, id, ({ status }) => status === 'FINISHED');
    await second.says(/goes on from a checkpoint/);
    expect(second.lines.join('\n')).not.toMatch(/epoch 1:/);
    expect(epochsOf(search)).toEqual(upTo(EPOCHS));
    const [{ node: candidate }] = search.candidates.edges as [(typeof search.candidates.edges)[number]];
    expect([candidate.status, candidate.trial.attempt]).toEqual(['DONE', 2]);
  } finally {
    await platform.stop();
  }
});

test('a server that is killed and away for some seconds: the worker trains on, sends afterwards, and nothing acknowledged is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handpick-test-'));
  // PostgreSQL's user, where it is another, has to pass
  chmodSync(folder, 0o755);
  const start = async (port: string) => {
    const server = run('test/workers/loop/platform-process.ts', [folder, port]);
    return { server, ready: JSON.parse((await server.says(/^ready /)).slice(6)) as Record<'url' | 'user' | 'teamId' | 'worker', string> };
  };
  let { server, ready } = await start('0');
  try {
    const user = { ...makeCaller(ready.url, { authorization: `Bearer ${ready.user}` }), teamId: ready.teamId };
    const id = await createTinySearch(user, { candidates: 2, parallelism: 1, training: { epochs: EPOCHS, trainImages: 8_000 } });
    const worker = runWorker(ready.url, ready.worker);
    const trained = () => worker.lines.filter((line) => /epoch \d+:/.test(line)).length;
    await until(user, id, (search) => epochsOf(search).length >= 3);
    const acknowledged = epochsOf(await readSearch(user, id));
    const before = trained();
    server.child.kill('SIGKILL');
    // some epochs, and some seconds of being away
    await Promise.all([expect.poll(trained, { timeout: 60_000 }).toBeGreaterThan(before + 1), sleep(3_000)]);
    ({ server } = await start(new URL(ready.url).port));
    const search = await until(user, id, ({ status }) => status === 'FINISHED', 200);
    expect(epochsOf(search)).toEqual(expect.arrayContaining(acknowledged));
    for (const { node } of search.candidates.edges) {
      expect(epochsOf(search, node.number)).toEqual(upTo(EPOCHS));
      expect([node.status, node.trial.attempt]).toEqual(['DONE', 1]);
    }
    expect(worker.lines.filter((line) => /answers again/.test(line))).not.toHaveLength(0);
  } finally {
    await killAll();
    // takes over the database that was left, and ends it
    ({ server } = await start('0'));
    server.child.kill('SIGTERM');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
