import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginningOf, readSeats, share, takeSeat } from '../../../workers/machine/threads.ts';
import { killAll, run } from '../../kit/processes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handpick-seats-'));
});
afterEach(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

async function start(cores: number, settle: number, asked?: number) {
  const process = run('test/workers/machine/seat.ts', [
    folder,
    String(cores),
    String(settle),
    ...(asked === undefined ? [] : [String(asked)]),
  ]);
  const line = await process.says(/^seat /);
  return { process, seat: JSON.parse(line.slice(5)) as { threads: number; note: string | null } };
}

test('workers that start together get equal parts of the cores', async () => {
  const both = await Promise.all([start(6, 6_000), start(6, 6_000)]);
  expect(both.map(({ seat }) => seat)).toEqual(Array(2).fill({ threads: 3, note: '3 of 6 cores, beside 1 other worker on this machine' }));
});

test('what somebody asked for is theirs, the others divide the rest', async () => {
  expect((await start(8, 0, 4)).seat).toEqual({ threads: 4, note: null });
  expect((await start(8, 0)).seat.threads).toBe(4);
  // the one before keeps what it has: the same training on another count of threads gives other bits
  const { seat } = await start(8, 0);
  expect(seat).toEqual({
    threads: 2,
    note: '2 of 8 cores, beside 2 other workers on this machine, which have 8 threads: start those again to divide the cores anew',
  });
});

test('the dead do not count, nor does another process that has their number', async () => {
  const { process: dead } = await start(4, 0);
  dead.child.kill('SIGKILL');
  await dead.ended;
  // as if the number of a worker of long ago had gone to us
  writeFileSync(join(folder, `${process.ppid}.json`), JSON.stringify({ pid: process.ppid, began: '1', threads: 4, asked: false }));
  const seat = await takeSeat(folder, 4, undefined, 0);
  expect(seat).toMatchObject({ threads: 4, note: null });
  expect(readdirSync(folder)).toEqual([`${process.pid}.json`]);
  seat.leave();
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that is being written is nobody yet, and stays', () => {
  writeFileSync(join(folder, '123.json'), '{"pid":');
  expect(readSeats(folder)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['123.json']);
});

test('a share is at least one thread', () => {
  const other = { threads: null, asked: false };
  expect(share(2, [])).toBe(2);
  expect(share(5, [other])).toBe(2);
  expect(share(2, [other, other, other])).toBe(1);
  expect(share(8, [{ threads: 6, asked: true }, other])).toBe(1);
  expect(share(2, [{ threads: 6, asked: true }])).toBe(1);
});

test('the beginning of a process is told from that of others', () => {
  expect(beginningOf(process.pid)).toMatch(/^\d+$/);
  expect(beginningOf(process.pid)).toBe(beginningOf(process.pid));
  expect(Number(beginningOf(1))).toBeLessThan(Number(beginningOf(process.pid)));
  expect(beginningOf(2 ** 30)).toBeNull();
});
