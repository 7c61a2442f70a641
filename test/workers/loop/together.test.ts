import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { printNotation } from '../../../schema/networks/notation.ts';
import type { Backend } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { type LoopContext, runLoop } from '../../../workers/loop/loop.ts';
import { Renewal } from '../../../workers/loop/renewal.ts';
import { Platform } from '../../../workers/platform.ts';
import { noTime } from '../../../workers/training/clock.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createToken, type User } from '../../kit/stories.ts';
import { createTinySearch, readSearch, until } from './searches.ts';

/* Trials of a moment, leased together, of which one is not what the others were. */

const CANDIDATES = 24;
/** Of trials: in the middle of those that were leased together. */
const ODD = 13;

type RunTrial = NonNullable<LoopContext['runTrial']>;

let platform: TestPlatform;
let user: User;
let token: string;
let backend: Backend;
let spoolRoot: string;
let id: string;
/** Networks in the order in which they began to train. */
let begun: string[];

beforeAll(async () => {
  platform = await startTestPlatform();
  user = await createFirstUser(platform);
  token = (await createToken(user, 'WORKER')).secret;
  backend = await openBackend({ name: 'wasm' });
  spoolRoot = mkdtempSync(join(tmpdir(), 'handpick-together-'));
});
afterAll(async () => {
  rmSync(spoolRoot, { recursive: true, force: true });
  await platform?.stop();
});
beforeEach(async () => {
  id = await createTinySearch(user, { candidates: CANDIDATES, parallelism: 16, training: {}, space: { filters: [4, 8, 16, 32] } });
  begun = [];
});

/** A worker in this process; trials end at once, the odd one after `odd`. */
async function work(stop: AbortSignal, odd: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const renewal = new Renewal(new URL(platform.url), token, () => {});
  const { name, version: backendVersion, device } = backend;
  const machine = { device: device.name, deviceKind: device.kind, memoryBytes: device.memoryBytes, threads: 1, gflops: 1, host: 'here' };
  const runTrial: RunTrial = async function* ({ architecture }, { signal }) {
    begun.push(printNotation(architecture));
    if (begun.length === ODD) await odd(signal);
    if (signal.aborted) return;
    const metrics = ['accuracy', 'loss'].map((each) => ({ name: each, split: 'VALIDATION' as const, epoch: 1, value: 0.5 }));
    yield { type: 'metrics', epoch: 1, metrics };
    yield { type: 'finished', status: 'DONE', phases: noTime() };
  };
  const context = { platform: new Platform(new URL(platform.url), token, () => {}), backend, renewal, spoolRoot, checkpointSeconds: 15 };
  try {
    await runLoop({ name: 'here', backend: name, backendVersion, ...machine }, { ...context, runTrial, log: () => {} }, stop);
  } finally {
    await renewal.close();
  }
}

const openLeases = () =>
  platform.database.query(`SELECT lease.id FROM lease WHERE ended_at IS NULL AND kind = 'TRIAL'`) as Promise<{ id: string }[]>;

/** By status; the ended ones are told from those that wait. */
async function statuses(): Promise<Record<string, string[]>> {
  const { candidates } = await readSearch(user, id);
  const nodes = candidates.edges.map(({ node }) => node);
  return Object.fromEntries(['DONE', 'QUEUED'].map((each) => [each, nodes.filter(({ status }) => status === each).map((n) => n.notation)]));
}

/** Every candidate was trained to its end once, and told once. */
async function expectAllOnce(): Promise<void> {
  const search = await until(user, id, ({ status }) => status === 'FINISHED');
  const nodes = search.candidates.edges.map(({ node }) => node);
  expect(nodes.map(({ status, reward, trial }) => [status, reward, trial.attempt, trial.metrics.length])).toEqual(
    Array(CANDIDATES).fill(['DONE', 0.5, 1, 2]),
  );
  const [events] = (await platform.database.query(
    `SELECT count(*)::int AS finished FROM event JOIN search ON search.id = search_id WHERE kind = 'TRIAL_FINISHED' AND search.id =
       (SELECT id FROM search ORDER BY created_at DESC LIMIT 1)`,
  )) as [{ finished: number }];
  expect(events.finished).toBe(CANDIDATES);
  expect(readdirSync(spoolRoot)).toEqual([]);
}

test('one that takes long: those behind it are given back for others to take, those before it have ended, and none is trained twice', async () => {
  const stop = new AbortController();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const working = work(stop.signal, () => released);
  // it alone is held still
  await expect.poll(() => begun.length, { timeout: 20_000 }).toBe(ODD);
  await expect.poll(openLeases, { timeout: 20_000 }).toHaveLength(1);
  const during = await statuses();
  expect(during.QUEUED!.length).toBeGreaterThan(0);
  expect(new Set(begun.slice(0, ODD - 1))).toEqual(new Set(during.DONE));
  release();
  await expectAllOnce();
  expect([begun.length, new Set(begun).size]).toEqual([CANDIDATES, CANDIDATES]);
  stop.abort();
  await working;
});

test('a worker that is told to end among them has told those that ended, gives back the others, and a later one goes on with them', async () => {
  const stop = new AbortController();
  const aborted = (signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await work(stop.signal, (signal) => {
    stop.abort();
    return signal.aborted ? Promise.resolve() : aborted(signal);
  });
  expect(await openLeases()).toEqual([]);
  const ended = begun.slice(0, ODD - 1);
  const after = await statuses();
  expect(new Set(after.DONE)).toEqual(new Set(ended));
  expect(after.QUEUED!.length).toBeGreaterThan(0);

  const later = new AbortController();
  const working = work(later.signal, () => Promise.resolve());
  await expectAllOnce();
  later.abort();
  await working;
  expect(begun).toHaveLength(CANDIDATES + 1);
  expect(begun.filter((network) => ended.includes(network))).toHaveLength(ended.length);
});
