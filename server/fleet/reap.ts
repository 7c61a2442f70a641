import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from '../database/data-source.ts';
import { finishOverdue } from '../searches/advance.ts';
import { LEASE_SECONDS } from './limits.ts';
import { loseExpired } from './lose.ts';

export interface Reaper {
  stop(): Promise<void>;
}

/**
 * Takes away expired leases and ends searches whose time is up, every `everySeconds`. Several servers may do so at once. The first look
 * comes after the length of a lease: workers that outlived a server get the time to renew before they are taken for lost.
 */
export function startReaper(database: DataSource, { everySeconds = 2, firstAfterSeconds = LEASE_SECONDS } = {}): Reaper {
  const stopping = new AbortController();
  const pause = (seconds: number) => sleep(1000 * seconds, undefined, { signal: stopping.signal }).catch(() => undefined); // ends early when stopped
  const run = async () => {
    await pause(firstAfterSeconds);
    while (!stopping.signal.aborted) {
      try {
        await loseExpired(database);
        await finishOverdue(database);
      } catch (error) {
        // the database may be away for a moment: the next look finds the same
        console.error(`leases could not be looked after: ${error instanceof Error ? error.message : error}`);
      }
      await pause(everySeconds);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
