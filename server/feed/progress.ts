import type { Notifications } from './notify.ts';

/** The channel for progress within an epoch; the payload is `<search uuid>:<trial uuid>`. */
export const PROGRESS_CHANNEL = 'handpick_progress';

/** Trials that wait to be told of, at most; a consumer that is slower misses hints, never rows. */
const WAITING = 1_000;
/** A trial is told of at most this often. */
const INTERVAL = 1_000;

/** Uuids of a search's trials that have made progress, each at most once a second. */
export async function* followProgress(
  notifications: Notifications,
  searchId: string,
  signal: AbortSignal,
): AsyncGenerator<string, void, void> {
  const waiting = new Set<string>();
  const told = new Map<string, number>();
  let wake: () => void = () => undefined;
  const off = notifications.on(PROGRESS_CHANNEL, (payload) => {
    const [search, trial] = payload?.split(':') ?? [];
    if (search !== searchId || !trial || waiting.size >= WAITING || Date.now() - (told.get(trial) ?? 0) < INTERVAL) return;
    waiting.add(trial);
    wake();
  });
  const abort = () => wake();
  signal.addEventListener('abort', abort);
  try {
    while (!signal.aborted) {
      const [trial] = waiting;
      if (trial === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      waiting.delete(trial);
      if (told.size > WAITING) told.clear();
      told.set(trial, Date.now());
      yield trial;
    }
  } finally {
    off();
    signal.removeEventListener('abort', abort);
  }
}
