import { describe, expect, test } from 'vitest';
import { nextPiece, type PieceAnswer, pause, sendFile } from '../../../schema/datasets/upload.ts';

const SIZE = 3_000_000;

/** A server that takes bytes as the protocol says, with faults by number of the piece. */
function rig(faults: Record<number, 'LOST' | 'ANSWER_LOST' | 'HALF' | 'EXPIRED' | 'ENDED'> = {}) {
  let received = 0;
  let pieces = 0;
  let ended = false;
  let clock = 0;
  const log = { looks: 0, waits: [] as number[], progress: [] as [number, boolean][], sent: 0 };
  const tools = {
    async send(url: string, offset: number, length: number): Promise<PieceAnswer | null> {
      clock += 0.5;
      log.sent += length;
      const fault = faults[++pieces];
      if (fault === 'LOST') return null;
      if (fault === 'ENDED') {
        ended = true;
        return { status: 404, offset: null };
      }
      if (fault === 'EXPIRED' || url !== `/at/${log.looks}`) return { status: 403, offset: null };
      if (offset !== received) return { status: 409, offset: received };
      received += fault === 'HALF' ? length >> 1 : length;
      return fault ? null : { status: 204, offset: received };
    },
    async look() {
      log.looks++;
      return { received, url: ended || received >= SIZE ? null : `/at/${log.looks}` };
    },
    async wait(attempt: number) {
      log.waits.push(attempt);
    },
    progress: (bytes: number, waiting: boolean) => void log.progress.push([bytes, waiting]),
    now: () => clock,
    aborted: () => false,
  };
  return { tools, log, received: () => received };
}

describe('sending a file', () => {
  test('in growing pieces, each byte once', async () => {
    const { tools, log, received } = rig();
    expect(await sendFile(SIZE, tools)).toBe('SENT');
    expect([received(), log.sent, log.looks, log.waits]).toEqual([SIZE, SIZE, 1, []]);
    const steps = log.progress.map(([bytes], i) => bytes - (log.progress[i - 1]?.[0] ?? 0)).slice(1, -1);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(log.progress.at(-1)).toEqual([SIZE, false]);
  });

  test.each(['LOST', 'ANSWER_LOST', 'HALF', 'EXPIRED'] as const)('goes on from where the server stands: %s', async (fault) => {
    const { tools, log, received } = rig({ 2: fault, 3: 'LOST', 5: fault });
    expect(await sendFile(SIZE, tools)).toBe('SENT');
    expect(received()).toBe(SIZE);
    // a failure after a success begins to count anew
    expect(log.waits.slice(0, 2)).toEqual([1, 2]);
    expect(log.progress.some(([, waiting]) => waiting)).toBe(true);
  });

  test('ends when the import has ended', async () => {
    const { tools, received } = rig({ 2: 'ENDED' });
    expect(await sendFile(SIZE, tools)).toBe('ENDED');
    expect(received()).toBeLessThan(SIZE);
  });

  test('waits for a server that is away, and can be given up', async () => {
    const { tools, log } = rig();
    let away = 5;
    let aborted = false;
    const patient = { ...tools, look: async () => (away-- > 0 ? null : tools.look()), aborted: () => aborted };
    expect(await sendFile(SIZE, patient)).toBe('SENT');
    expect(log.waits).toEqual([1, 2, 3, 4, 5]);
    aborted = true;
    expect(await sendFile(SIZE, patient)).toBe('ABORTED');
  });
});

test('a piece takes about a second, and grows at most fourfold', () => {
  expect(nextPiece(1_000_000, 2)).toBe(500_000);
  expect(nextPiece(100_000, 0.001)).toBe(400_000);
  expect(nextPiece(2 ** 24, 0.1)).toBe(16 * 2 ** 20);
  expect(nextPiece(20_000, 60)).toBe(16 * 1024);
});

test('pauses double up to 8 s', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map(pause)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
});
