import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Backend, Program } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { announceLoss, DeviceLost } from '../../../workers/backends/lost.ts';
import { runLoop } from '../../../workers/loop/loop.ts';
import { Renewal } from '../../../workers/loop/renewal.ts';
import { Platform } from '../../../workers/platform.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createToken, type User } from '../../kit/stories.ts';
import { createTinySearch, until } from './searches.ts';

let platform: TestPlatform;
let user: User;
let token: string;
let backend: Backend;
let spoolRoot: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  user = await createFirstUser(platform);
  token = (await createToken(user, 'WORKER')).secret;
  backend = await openBackend({ name: 'wasm' });
  spoolRoot = mkdtempSync(join(tmpdir(), 'handpick-lost-'));
});
afterAll(async () => {
  rmSync(spoolRoot, { recursive: true, force: true });
  await platform?.stop();
});

/** A backend whose device fails in the nth call that trains. */
function failing(n: number, fail: () => unknown): Backend {
  let calls = 0;
  const compile: Backend['compile'] = (spec) =>
    new Proxy(backend.compile(spec), {
      get(program, name) {
        const value = Reflect.get(program, name) as unknown;
        if (typeof value !== 'function') return value;
        const training = name === ('steps' as keyof Program) || name === ('step' as keyof Program);
        return (...args: unknown[]) => {
          if (training && ++calls === n) fail();
          return (value as (...args: unknown[]) => unknown).apply(program, args);
        };
      },
    });
  return { ...backend, compile };
}

async function work(broken: Backend, lines: string[], stop = new AbortController()): Promise<void> {
  const { device } = backend;
  const log = (line: string) => void lines.push(line);
  const renewal = new Renewal(new URL(platform.url), token, log);
  const description = {
    name: 'with a bad device',
    backend: backend.name,
    backendVersion: backend.version,
    device: device.name,
    deviceKind: device.kind,
    memoryBytes: device.memoryBytes,
    threads: device.threads,
    gflops: 1,
    host: 'here',
  };
  const context = {
    platform: new Platform(new URL(platform.url), token, log),
    backend: broken,
    renewal,
    spoolRoot,
    checkpointSeconds: 15,
    log,
  };
  try {
    await runLoop(description, context, stop.signal);
  } finally {
    await renewal.close();
  }
}

test.each([
  ['an operation fails as CUDA words it', 'CUDA_ERROR_ILLEGAL_ADDRESS: an illegal memory access was encountered', false],
  ['the library announces it, as Dawn does', 'unknown: Device lost', true],
])(
  '%s: the trial is given back, the worker retires and ends with an error, and another finishes the search',
  async (_, words, announced) => {
    const id = await createTinySearch(user, { candidates: 1, training: { epochs: 2, trainImages: 1024 } });
    const lines: string[] = [];
    const lost = () => {
      if (announced) announceLoss(words);
      else throw new Error(words);
    };
    await expect(work(failing(3, lost), lines)).rejects.toThrow(DeviceLost);
    expect(lines.join('\n')).toContain(`given back (the device is lost: ${words})`);
    expect(lines.at(-1)).toBe('retired');
    const queued = await until(user, id, ({ candidates }) => candidates.edges[0]!.node.trial.status === 'QUEUED');
    expect(queued.counts.failed).toBe(0);

    const stop = new AbortController();
    const second = work(backend, [], stop);
    const search = await until(user, id, ({ status }) => status === 'FINISHED');
    stop.abort();
    await second;
    expect(search.candidates.edges[0]!.node.status).toBe('DONE');
  },
);
