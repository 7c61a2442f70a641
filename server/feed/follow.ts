import type { DataSource } from '../database/data-source.ts';
import { Event } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import type { EventKind } from '../resolvers.generated.ts';
import { FEED_CHANNEL } from './append.ts';
import type { Notifications } from './notify.ts';

/** What to follow. */
export interface Follow {
  teamId: string;
  /** Sequence number of the last event that is known. */
  after: bigint;
  searchId?: string | null;
  kinds?: readonly EventKind[] | null;
  /** Ends it. */
  signal: AbortSignal;
}

const PAGE = 200;
/** A NOTIFY is only a hint: without one, rows are looked for this often. */
const LOOK_EVERY = 5_000;

/**
 * A team's events after a number, in order, without gap or repetition: first those that are there, then each as it comes. Rows are read
 * when the consumer asks for the next one, at most a page ahead.
 */
export async function* follow(database: DataSource, notifications: Notifications, options: Follow): AsyncGenerator<Event, void, void> {
  const { teamId, signal } = options;
  const bell = makeBell(signal);
  const off = notifications.on(FEED_CHANNEL, (payload) => {
    if (payload === null || payload === teamId) bell.ring();
  });
  try {
    let after = options.after;
    while (!signal.aborted) {
      bell.reset();
      const { rows, upTo } = await readPage(database, { ...options, after });
      for (const event of rows) {
        if (signal.aborted) return;
        yield event;
      }
      after = upTo;
      if (rows.length < PAGE) await bell.wait(LOOK_EVERY);
    }
  } finally {
    off();
    bell.close();
  }
}

/** Number of the newest event of a team; everything up to it is visible. */
export async function lastSequence(database: DataSource, teamId: string): Promise<bigint> {
  const [feed] = await queries(database).query<{ last: string }>('SELECT last FROM feed WHERE team_id = $1', [teamId]);
  return BigInt(feed?.last ?? 0);
}

async function readPage(
  database: DataSource,
  { teamId, after, searchId, kinds }: Omit<Follow, 'signal'>,
): Promise<{ rows: Event[]; upTo: bigint }> {
  // the counter first: events up to it are committed, so a filter that lets none through still gets ahead
  const last = await lastSequence(database, teamId);
  if (last <= after) return { rows: [], upTo: after };
  const rows = await queries(database).entities(
    Event,
    `SELECT * FROM event
     WHERE team_id = $1 AND sequence > $2 AND sequence <= $3 AND ($4::uuid IS NULL OR search_id = $4) AND ($5::text[] IS NULL OR kind = ANY ($5))
     ORDER BY sequence LIMIT ${PAGE}`,
    [teamId, String(after), String(last), searchId ?? null, kinds ?? null],
  );
  return { rows, upTo: rows.length < PAGE ? last : BigInt(rows.at(-1)!.sequence) };
}

/** One that waits, and is rung; a ring before the wait counts. */
function makeBell(signal: AbortSignal) {
  let rung = false;
  let wake: (() => void) | null = null;
  const ring = () => {
    rung = true;
    wake?.();
  };
  signal.addEventListener('abort', ring);
  return {
    ring,
    reset: () => {
      rung = false;
    },
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        if (rung || signal.aborted) return resolve();
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    close: () => signal.removeEventListener('abort', ring),
  };
}
