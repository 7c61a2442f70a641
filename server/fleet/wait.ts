import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../access/context.ts';
import { WORK_CHANNEL } from '../feed/append.ts';

/**
 * After a look in vain, news are left to gather for so long, twice as long each time: where trials take moments each wakes every worker that
 * waits, and their looking would be most of what the database does.
 */
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/** Without any wake-up the caller looks this often: a NOTIFY may be lost, and time limits pass without one. */
const LONGEST_SLEEP_MS = 2_000;

/**
 * Looks until there is something, the time is over, the client has gone or the server stops; woken by what of the team's events may give it something.
 * @returns what `look` found, or null
 */
export async function waitFor<T>(
  { feed, signal }: Pick<Context, 'feed' | 'signal'>,
  teamId: string,
  seconds: number,
  look: () => Promise<T | null>,
): Promise<T | null> {
  const end = Date.now() + 1000 * seconds;
  let woken = false;
  let pause = FIRST_PAUSE_MS;
  let wake = () => {
    woken = true;
  };
  const off = feed.notifications.on(WORK_CHANNEL, (payload) => {
    if (payload === null || payload === teamId) wake();
  });
  const abort = () => wake();
  signal.addEventListener('abort', abort, { once: true });
  try {
    while (!signal.aborted) {
      woken = false;
      const found = await look();
      const left = end - Date.now();
      if (found !== null || left <= 0) return found;
      await sleep(Math.min(left, pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      if (woken) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, LONGEST_SLEEP_MS));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wake = () => {
        woken = true;
      };
    }
    return null;
  } finally {
    off();
    signal.removeEventListener('abort', abort);
  }
}
