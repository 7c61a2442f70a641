import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../command.ts';
import { SearchProgressDocument, type SearchProgressQuery, StopCommandSearchDocument } from '../operations.generated.ts';
import type { Api } from './api.ts';
import { followSearch } from './follow-search.ts';
import { formatSeconds, outcomeText } from './search-lines.ts';

/** A search that was begun, and what it is called here. */
export interface Begun {
  label: string;
  searchId: string;
  budget: number;
}

const TERMINAL_MS = 1_000;
const LINES_MS = 30_000;

/**
 * Shows searches that run side by side to their ends: a line for each candidate that has ended, and how far the others are. Stops them when the
 * signal aborts.
 * @param after the team's feed before the first of them was created
 * @throws CommandError when one of them ends in another way than finished
 */
export async function runSearches(
  api: Api,
  { teamId, after, searches }: { teamId: string; after: string; searches: readonly Begun[] },
  stop: AbortSignal,
): Promise<void> {
  const terminal = process.stdout.isTTY === true;
  const ended = new AbortController();
  const line = (text: string) => console.log(`${terminal ? '\r\x1b[K' : ''}${text}`);
  const shown = showProgress(api, searches, terminal, AbortSignal.any([stop, ended.signal]));
  try {
    const ends = await Promise.all(searches.map((search) => follow(api, { teamId, after, search, line }, stop)));
    const failed = ends.findIndex((status) => status !== 'FINISHED');
    if (failed !== -1 && !stop.aborted) throw new CommandError(`${searches[failed]!.label} ended as ${ends[failed] ?? 'unknown'}.`);
  } finally {
    ended.abort();
    await shown;
    if (stop.aborted) for (const { searchId } of searches) await api.request(StopCommandSearchDocument, { input: { searchId } });
  }
}

async function follow(
  api: Api,
  { teamId, after, search, line }: { teamId: string; after: string; search: Begun; line: (text: string) => void },
  stop: AbortSignal,
): Promise<string | null> {
  const { label, searchId, budget } = search;
  let status: string | null = null;
  const told = new Set<number>();
  for await (const event of followSearch(api, { teamId, searchId, after }, stop)) {
    status = event.search?.status ?? status;
    const { candidate, trial } = event;
    if (event.kind !== 'TRIAL_FINISHED' || !candidate || told.has(candidate.number)) continue;
    told.add(candidate.number);
    const { seconds, number, notation } = candidate;
    const outcome = outcomeText(candidate, trial);
    line(`${label}  ${told.size}/${budget}  #${number}  ${outcome}  ${seconds?.toFixed(1) ?? '?'} s  ${notation}`);
  }
  return status;
}

/** On a terminal one line that changes, elsewhere a line now and then. */
async function showProgress(api: Api, searches: readonly Begun[], terminal: boolean, until: AbortSignal): Promise<void> {
  let last = '';
  for (;;) {
    await sleep(terminal ? TERMINAL_MS : LINES_MS, undefined, { signal: until }).catch(() => {}); // aborted: seen below
    if (until.aborted) break;
    try {
      const found = await Promise.all(searches.map(({ searchId }) => api.request(SearchProgressDocument, { id: searchId })));
      const text = found.flatMap(({ search }, i) => (search ? [describe(searches[i]!, search)] : [])).join(' | ');
      if (terminal) process.stdout.write(`\r\x1b[K${text.slice(0, (process.stdout.columns || 80) - 1)}`);
      else if (text !== last) console.log(text);
      last = text;
    } catch (error) {
      // a server that is away for a moment: the next look tells; that it stays away, whoever follows the search tells
      if (!(error instanceof CommandError)) throw error;
    }
  }
  if (terminal) process.stdout.write('\r\x1b[K');
}

function describe({ label, budget }: Begun, { status, counts, timeLeft, candidates }: NonNullable<SearchProgressQuery['search']>): string {
  const done = counts.done + counts.stoppedEarly + counts.failed;
  if (status === 'FINISHED') return `${label}: done`;
  const trials = candidates.edges.map(({ node: { number, trial } }) => {
    const at = trial?.progress;
    return `#${number} ${at ? (at.preparing ?? `epoch ${at.epoch}/${at.epochs}, step ${at.step}/${at.steps}`) : 'starts'}`;
  });
  const left = timeLeft && `${formatSeconds(timeLeft.seconds)} left (${formatSeconds(timeLeft.low)} to ${formatSeconds(timeLeft.high)})`;
  return [`${label}: ${done}/${budget}`, ...trials, left ?? 'waiting for a worker'].filter(Boolean).join(', ');
}
