import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../command.ts';
import { SearchProgressDocument, type StandingFragment, StopCommandSearchDocument } from '../operations.generated.ts';
import type { Api } from './api.ts';
import { followSearch } from './follow-search.ts';
import { type Begun, SearchLines } from './search-lines.ts';
import type { Session } from './session.ts';

const TERMINAL_MS = 1_000;
const LINES_MS = 30_000;

type Status = StandingFragment['status'];

/** One search that is shown, and what is said of it. */
interface Followed extends Begun {
  lines: SearchLines;
}

/**
 * Shows searches that run side by side to their ends: a line for each candidate that has ended, and where they stand, on a terminal in one line that
 * changes. Stops them when the session's signal aborts.
 * @returns how each ended; null for one of which nothing was heard before the signal
 */
export async function runSearches({ api, teamId, cursor, stop }: Session, searches: readonly Begun[]): Promise<(Status | null)[]> {
  const terminal = process.stdout.isTTY === true;
  const followed = searches.map((search): Followed => ({ ...search, lines: new SearchLines(search) }));
  const ended = new AbortController();
  const shown = showStanding(api, followed, terminal, AbortSignal.any([stop, ended.signal]));
  try {
    return await Promise.all(followed.map((search) => follow(api, { teamId, after: cursor, search, terminal }, stop)));
  } finally {
    ended.abort();
    await shown;
    if (stop.aborted) for (const { searchId } of searches) await api.request(StopCommandSearchDocument, { input: { searchId } });
  }
}

/**
 * The same, for searches of which more is to be made.
 * @throws CommandError when one of them ends in another way than finished; the signal's reason when it aborts
 */
export async function finishSearches(session: Session, searches: readonly Begun[]): Promise<void> {
  const ends = await runSearches(session, searches);
  session.stop.throwIfAborted();
  const failed = ends.findIndex((status) => status !== 'FINISHED');
  if (failed !== -1) throw new CommandError(`${searches[failed]!.label} ended as ${ends[failed] ?? 'unknown'}.`);
}

async function follow(
  api: Api,
  { teamId, after, search, terminal }: { teamId: string; after: string; search: Followed; terminal: boolean },
  stop: AbortSignal,
): Promise<Status | null> {
  const { searchId, lines } = search;
  let status: Status | null = null;
  for await (const event of followSearch(api, { teamId, searchId, after }, stop)) {
    status = event.search?.status ?? status;
    const line = lines.line(event);
    if (line) console.log(terminal ? `\r\x1b[K${line}` : `${line}  (${lines.status(false)})`);
  }
  return status;
}

/** On a terminal one line that changes, elsewhere a line now and then. */
async function showStanding(api: Api, searches: readonly Followed[], terminal: boolean, until: AbortSignal): Promise<void> {
  let last = '';
  for (;;) {
    await sleep(terminal ? TERMINAL_MS : LINES_MS, undefined, { signal: until }).catch(() => {}); // aborted: seen below
    if (until.aborted) break;
    await readStanding(api, searches);
    const text = searches.map(({ lines }) => lines.status(true)).join(' | ');
    if (terminal) process.stdout.write(`\r\x1b[K${text.slice(0, (process.stdout.columns || 80) - 1)}`);
    else if (text !== last) console.log(text);
    last = text;
  }
  if (terminal) process.stdout.write('\r\x1b[K');
}

async function readStanding(api: Api, searches: readonly Followed[]): Promise<void> {
  try {
    const found = await Promise.all(searches.map(({ searchId }) => api.request(SearchProgressDocument, { id: searchId })));
    for (const [i, { search }] of found.entries()) if (search) searches[i]!.lines.read(search);
  } catch (error) {
    // a server that is away for a moment: the next look tells; that it stays away, whoever follows the search tells
    if (!(error instanceof CommandError)) throw error;
  }
}
