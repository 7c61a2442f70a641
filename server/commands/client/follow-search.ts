import { setTimeout as sleep } from 'node:timers/promises';
import { CommandEventsDocument, type CommandEventsSubscription, type StandingFragment } from '../operations.generated.ts';
import { type Api, Unreachable } from './api.ts';

export type SearchEvent = CommandEventsSubscription['events'];

const ENDED: readonly StandingFragment['status'][] = ['FINISHED', 'STOPPED', 'FAILED'];
const PATIENCE_MS = 60_000;

/**
 * Every event of a search, in order and once each, until it has ended or the signal aborts. A connection that breaks is made again, and
 * goes on after the last event that was seen.
 * @throws Unreachable when the server has not answered for a minute
 */
export async function* followSearch(
  api: Api,
  { teamId, searchId, after }: { teamId: string; searchId: string; after: string },
  signal: AbortSignal,
): AsyncGenerator<SearchEvent> {
  let cursor = after;
  let heard = Date.now();
  while (!signal.aborted) {
    try {
      for await (const { events } of api.subscribe(CommandEventsDocument, { teamId, searchId, after: cursor }, signal)) {
        cursor = events.cursor;
        heard = Date.now();
        yield events;
        if (events.search && ENDED.includes(events.search.status)) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Unreachable) || Date.now() - heard > PATIENCE_MS) throw error;
    }
    await sleep(500, undefined, { signal }).catch(() => {}); // aborted: the loop ends
  }
}
