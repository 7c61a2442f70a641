import { expect, test } from 'vitest';
import { backoff, follow } from '../../../web/lib/follow.ts';

/** A feed of numbered messages, and a connection that breaks after so many. */
function feed(length: number, breaksAfter: number[]) {
  const opened: (string | null)[] = [];
  const waits: number[] = [];
  const control = new AbortController();
  const stream = {
    async *open(after: string | null) {
      opened.push(after);
      let left = breaksAfter.shift() ?? Number.POSITIVE_INFINITY;
      for (let n = Number(after ?? 0) + 1; n <= length; n++) {
        if (left-- === 0) throw new Error('connection lost');
        yield n;
      }
      // All is read; a live stream would wait here for more.
      control.abort();
    },
    cursorOf: (n: number) => String(n),
    isRefusal: (error: unknown) => error instanceof RangeError,
    wait: async (attempt: number) => void waits.push(attempt),
  };
  return { stream, opened, waits, control };
}

test('after every disconnect it goes on behind the last message: none is missed, none comes twice', async () => {
  const { stream, opened, control } = feed(10, [3, 0, 0, 4]);
  const seen: number[] = [];
  await follow(stream, null, (n) => seen.push(n), control.signal);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(opened).toEqual([null, '3', '3', '3', '7']);
});

test('it waits longer after each attempt in vain, and anew after a message', async () => {
  const { stream, waits, control } = feed(10, [3, 0, 0, 4]);
  await follow(stream, null, () => {}, control.signal);
  expect(waits).toEqual([1, 2, 3, 1]);
});

test('a stream that ends by itself, as when a server stops, is opened again', async () => {
  const control = new AbortController();
  let times = 0;
  const seen: (string | null)[] = [];
  const stream = {
    async *open(after: string | null) {
      seen.push(after);
      if (++times === 3) control.abort();
      yield times;
    },
    cursorOf: (n: number) => `c${n}`,
    isRefusal: () => false,
    wait: async () => {},
  };
  await follow(stream, 'c0', () => {}, control.signal);
  expect(seen).toEqual(['c0', 'c1', 'c2']);
});

test('a refusal is not tried again', async () => {
  let times = 0;
  const stream = {
    // biome-ignore lint/correctness/useYield: it refuses before the first message
    async *open(): AsyncGenerator<number> {
      times++;
      throw new RangeError('forbidden');
    },
    cursorOf: String,
    isRefusal: (error: unknown) => error instanceof RangeError,
    wait: async () => {},
  };
  await expect(follow(stream, null, () => {}, new AbortController().signal)).rejects.toThrow('forbidden');
  expect(times).toBe(1);
});

test('attempts are at most 12 s apart', () => {
  expect([1, 2, 3, 4, 5, 9].map((attempt) => backoff(attempt, () => 0))).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
  expect(backoff(30, () => 1)).toBe(12_000);
});
