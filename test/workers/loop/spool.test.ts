import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Spool, type TrialMessage } from '../../../workers/loop/spool.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'handpick-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const SERVER = 'http://localhost:4000/';
const message = (sequence: number, more: Partial<TrialMessage> = {}): TrialMessage => ({
  sequence,
  metrics: [{ name: 'loss', split: 'TRAIN', epoch: sequence, value: 1 / sequence }],
  samples: [],
  checkpoint: null,
  finish: null,
  ...more,
});
/** The id of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['--version']).pid;
const spoolOf = (pid: number, leaseId = 'le_1') => Spool.create(root, { server: SERVER, leaseId, fence: 3, pid });

test('what was not acknowledged comes back in order, the newest word on each sequence', () => {
  const spool = spoolOf(process.pid);
  const file = spool.keep(new Uint8Array([1, 2, 3]));
  for (const each of [message(1), message(2, { checkpoint: file }), message(3)]) spool.write(each);
  spool.acknowledge(1);
  spool.write(message(2, { checkpoint: null }));
  expect(spool.unsent()).toEqual([message(2), message(3)]);
  expect([...spool.content(file)]).toEqual([1, 2, 3]);
});

test('a line that a crash has cut off is left out, whatever stands before it is not', () => {
  const spool = spoolOf(process.pid);
  spool.write(message(1));
  const [journal] = readdirSync(root);
  appendFileSync(join(root, journal!), '{"sequence":2,"metr');
  expect(spool.unsent()).toEqual([message(1)]);
  spool.remove();

  const dead = spoolOf(ended(), 'le_2');
  dead.write(message(1));
  appendFileSync(join(root, readdirSync(root)[0]!), '{"sequence":2,"metr');
  const [found] = Spool.abandoned(root, SERVER);
  found!.acknowledge(1);
  expect(found!.unsent()).toEqual([]);
});

test('only what a dead process left for this server is taken over, and once', () => {
  spoolOf(process.pid, 'le_mine').write(message(1));
  spoolOf(ended(), 'le_dead').write(message(1));
  Spool.create(root, { server: 'http://elsewhere/', leaseId: 'le_other', fence: 1, pid: ended() });
  const [first, ...others] = Spool.abandoned(root, SERVER);
  expect(others).toEqual([]);
  expect(first!.sender).toMatchObject({ leaseId: 'le_dead', fence: 3 });
  expect(first!.unsent()).toEqual([message(1)]);
  first!.remove();
  expect(Spool.abandoned(root, SERVER)).toEqual([]);
  expect(readdirSync(root)).toHaveLength(2);
});

test('what messages name goes with them to whoever takes them over, and when they are removed', () => {
  const spool = spoolOf(ended());
  const file = spool.keep(new Uint8Array([1, 2, 3]));
  spool.write(message(1, { checkpoint: file }));
  const [found] = Spool.abandoned(root, SERVER);
  expect([...found!.content(file)]).toEqual([1, 2, 3]);
  found!.remove();
  expect(readdirSync(root)).toEqual([]);
});

test('a worker that was told to end says so to the next one', () => {
  const spool = spoolOf(ended());
  spool.leave();
  expect(Spool.abandoned(root, SERVER)[0]!.sender.willing).toBe(true);
});

test('what nobody has asked for in a week is thrown away', () => {
  const old = Spool.create(root, { server: 'http://elsewhere/', leaseId: 'le_old', fence: 1, pid: ended() });
  old.keep(new Uint8Array([1]));
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  expect(readdirSync(root)).toHaveLength(2);
  for (const name of readdirSync(root)) utimesSync(join(root, name), longAgo, longAgo);
  expect(Spool.abandoned(root, SERVER)).toEqual([]);
  expect(readdirSync(root)).toEqual([]);
});

test('what may stay in memory for a while is written when it is left, or names a file, and leaves nothing when the server had it before', () => {
  const pid = ended();
  const ofMoments = (leaseId: string) => Spool.create(root, { server: SERVER, leaseId, fence: 3, pid }, 60_000);
  const sent = ofMoments('le_sent');
  sent.write(message(1));
  expect(sent.unsent()).toEqual([message(1)]);
  sent.acknowledge(1);
  expect(sent.unsent()).toEqual([]);
  sent.remove();
  expect(readdirSync(root)).toEqual([]);

  const left = ofMoments('le_left');
  left.write(message(1));
  left.leave();
  const kept = ofMoments('le_kept');
  kept.write(message(1));
  kept.keep(new Uint8Array([1]));
  expect(Spool.abandoned(root, SERVER).map((spool) => [spool.sender.leaseId, spool.unsent()])).toEqual([
    ['le_kept', [message(1)]],
    ['le_left', [message(1)]],
  ]);
});

test('what the server has not got in that while is on disk', async () => {
  const spool = Spool.create(root, { server: SERVER, leaseId: 'le_1', fence: 3, pid: ended() }, 1);
  spool.write(message(1));
  await vi.waitFor(() => expect(readdirSync(root)).toHaveLength(1));
  spool.write(message(2));
  expect(Spool.abandoned(root, SERVER)[0]!.unsent()).toEqual([message(1), message(2)]);
});
