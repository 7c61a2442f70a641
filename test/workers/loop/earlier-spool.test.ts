import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayAbandoned } from '../../../workers/loop/replay.ts';
import { Spool } from '../../../workers/loop/spool.ts';
import { Platform } from '../../../workers/platform.ts';
import { createToken } from '../../kit/stories.ts';
import { type Rig, startRig } from '../../server/rig.ts';
import { createSearch, PHASES, startWorker, workOn } from '../../server/script.ts';

let rig: Rig;
let root: string;

beforeAll(async () => {
  rig = await startRig();
  root = mkdtempSync(join(tmpdir(), 'handpick-earlier-'));
});
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await rig?.stop();
});

test('the end of a trial that a worker of an earlier version left, without times of waiting, is taken by the server', async () => {
  await createSearch(rig);
  const worker = await startWorker(rig);
  await workOn(worker, await worker.lease());
  const { id: leaseId, fence, work } = await worker.lease(0, ['TRIAL']);
  expect(PHASES).not.toHaveProperty('waiting');
  const { pid } = spawnSync(process.execPath, ['--version']); // has ended
  const metrics = ['accuracy', 'loss'].map((name) => ({ name, split: 'VALIDATION' as const, epoch: 1, value: 0.5 }));
  const finish = { failure: null, phases: PHASES };
  const server = new URL(rig.platform.url);
  Spool.create(root, { server: server.href, leaseId, fence, pid }).write({ sequence: 1, metrics, samples: [], checkpoint: null, finish });

  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const platform = new Platform(server, (await createToken(rig.member, 'WORKER')).secret, log);
  await replayAbandoned(platform, root, new AbortController().signal, log);
  expect(lines).toEqual([`process ${pid} died with 1 messages unsent: sent now`]);
  expect(readdirSync(root)).toEqual([]);
  const ended = await rig.database.query(`SELECT number FROM candidate WHERE status = 'DONE'`);
  expect(ended).toEqual([{ number: work.trial.candidate.number }]);
});
