import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { PROCESS_BYTES, USABLE_SHARE } from '../../../schema/networks/memory.ts';
import type { Backend, InputSpec } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { runLoop } from '../../../workers/loop/loop.ts';
import { Renewal } from '../../../workers/loop/renewal.ts';
import { Platform } from '../../../workers/platform.ts';
import { killAll, run } from '../../kit/processes.ts';
import { createToken } from '../../kit/stories.ts';
import { type Answer, type Rig, startRig } from '../../server/rig.ts';
import { startWorker, workOn } from '../../server/script.ts';
import { createTinySearch, until } from './searches.ts';

let rig: Rig;
let token: string;
let spoolRoot: string;

beforeAll(async () => {
  rig = await startRig();
  token = (await createToken(rig.member, 'WORKER')).secret;
  spoolRoot = mkdtempSync(join(tmpdir(), 'handpick-memory-'));
});
afterEach(killAll);
afterAll(async () => {
  rmSync(spoolRoot, { recursive: true, force: true });
  await rig?.stop();
});

/** A search whose two networks were proposed and are said to take 10 MB an image. */
async function proposed(batchSize: number): Promise<string> {
  const id = await createTinySearch(rig.member, { candidates: 2, parallelism: 2, training: { batchSize, epochs: 2, trainImages: 1000 } });
  const proposer = await startWorker(rig);
  await workOn(proposer, await proposer.lease());
  await proposer.mutate('retireWorker', { workerId: proposer.workerId }, 'workerId');
  await rig.database.query(`UPDATE candidate SET memory_fixed = 0, memory_per_image = 1e7 WHERE status = 'QUEUED'`);
  return id;
}

/** What was trained, and with which batches. */
async function outcome(id: string): Promise<Answer[]> {
  await until(rig.member, id, ({ status }) => status === 'FINISHED');
  const { search } = await rig.member.ask<Answer>(
    `query ($id: ID!) { search(id: $id) { candidates(first: 10) { edges { node { notation reward trial {
      attempt batchSize memoryRetries metrics { name split epoch value } } } } } } }`,
    { id },
  );
  return search.candidates.edges.map(({ node }: Answer) => node);
}

const numbersOf = ({ notation, reward, trial }: Answer) => ({ notation, reward, metrics: trial.metrics });

test('where the plan’s batches do not fit, networks are trained with smaller ones, as if those had been planned', async () => {
  const ids = [await proposed(128), await proposed(32)];
  const memory = Math.ceil((PROCESS_BYTES + 32 * 1e7 + 1e6) / USABLE_SHARE / 2 ** 20);
  const worker = run('workers/main.ts', ['--server', rig.platform.url, '--threads', '1', '--memory', String(memory)], {
    HANDPICK_TOKEN: token,
  });
  const candidates = await outcome(ids[0]!);
  expect(candidates.map(({ trial }) => [trial.batchSize, trial.memoryRetries, trial.attempt])).toEqual([
    [32, 0, 1],
    [32, 0, 1],
  ]);
  await worker.says(/batches of 32 instead of 128, to fit the memory/);
  const planned = await outcome(ids[1]!);
  expect(planned.map(({ trial }) => trial.batchSize)).toEqual([32, 32]);
  expect(candidates.map(numbersOf)).toEqual(planned.map(numbersOf));
});

/** A device that has memory for so many images of a batch, and says otherwise as TensorFlow does. */
function small(backend: Backend, images: number): Backend {
  const rowsOf = (inputs: Record<string, InputSpec>) =>
    Math.max(...Object.values(inputs).map((input) => ('rows' in input ? input.rows : 0)));
  return {
    ...backend,
    compile: (spec) => {
      const program = backend.compile(spec);
      const rows = spec.step ? rowsOf(spec.step.inputs) : 0;
      if (rows <= images) return program;
      return {
        ...program,
        steps: () => Promise.reject(new Error(`OOM when allocating tensor with shape[${rows},28,28,8]`)),
        dispose: () => program.dispose(),
      };
    },
  };
}

test('what runs out of memory while it trains is trained anew with half the batch', async () => {
  const id = await proposed(64);
  const backend = await openBackend({ name: 'wasm' });
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const server = new URL(rig.platform.url);
  const renewal = new Renewal(server, token, log);
  const stop = new AbortController();
  const { name, version, device } = backend;
  const description = {
    ...{ name: 'small', backend: name, backendVersion: version, device: device.name, deviceKind: device.kind, host: 'here' },
    ...{ memoryBytes: device.memoryBytes, threads: 1, gflops: 1 },
  };
  const context = {
    platform: new Platform(server, token, log),
    backend: small(backend, 32),
    renewal,
    spoolRoot,
    checkpointSeconds: 15,
    log,
  };
  const running = runLoop(description, context, stop.signal);
  const candidates = await outcome(id);
  stop.abort();
  await running;
  await renewal.close();
  expect(candidates.map(({ trial }) => [trial.batchSize, trial.memoryRetries, trial.attempt])).toEqual([
    [32, 1, 2],
    [32, 1, 2],
  ]);
  for (const { reward, trial } of candidates) {
    expect(reward).toBeGreaterThan(0);
    expect(new Set(trial.metrics.map(({ epoch }: Answer) => epoch))).toEqual(new Set([1, 2]));
  }
  expect(lines.filter((line) => /failed: OUT_OF_MEMORY, OOM when allocating tensor with shape\[64,28,28,8\]/.test(line))).toHaveLength(2);
});
