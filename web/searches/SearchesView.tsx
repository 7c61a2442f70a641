'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Kbd, SegmentedControl } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useCallback, useRef } from 'react';
import { LEAST_COMPARED, MOST_COMPARED } from '../../schema/comparison/limits.ts';
import { addressOf } from '../compare/urlState.ts';
import { capital } from '../lib/capital.ts';
import { useKeys } from '../lib/keys.tsx';
import { useLive } from '../lib/live.ts';
import {
  type EventKind,
  SearchLineDocument,
  TeamSearchEventsDocument,
  type TeamSearchEventsSubscription,
  TeamSearchesDocument,
} from '../lib/operations.generated.ts';
import { useTeam, useViewer } from '../lib/viewer.tsx';
import { useThrottle } from '../search/useThrottle.ts';
import { Page } from '../shell/Page.tsx';
import { Empty, LoadingRows, Problem } from '../shell/states.tsx';
import { toast } from '../shell/toasts.ts';
import { toggledChoice } from './chosen.ts';
import { SHOWN, statusesOf } from './filter.ts';
import { SearchesTable } from './SearchesTable.tsx';

/** Metrics within an epoch change nothing here. */
const KINDS: EventKind[] = [
  'SEARCH_CREATED',
  'SEARCH_CHANGED',
  'SEARCH_COLLAPSING',
  'CANDIDATE_PROPOSED',
  'TRIAL_STARTED',
  'TRIAL_FINISHED',
  'TRIAL_QUEUED',
  'ANNOTATION_CHANGED',
];
const PAGE = 50;

/** The team's searches, newest first, as they go on. */
export function SearchesView() {
  const team = useTeam();
  const { can } = useViewer();
  const router = useRouter();
  const client = useApolloClient();
  const [shown, setShown] = useQueryState('show', parseAsStringLiteral(SHOWN).withDefault('all').withOptions({ history: 'replace' }));
  const [chosen, setChosen] = useQueryState('chosen', parseAsArrayOf(parseAsString).withDefault([]).withOptions({ history: 'replace' }));
  const choose = (id: string) => {
    const next = toggledChoice(chosen, id);
    if (next) void setChosen(next.length > 0 ? next : null);
    else toast.problem(`${MOST_COMPARED} searches can be compared at once: take another one back first.`);
  };
  const comparable = chosen.length >= LEAST_COMPARED;
  const status = statusesOf(shown);
  const { data, error, refetch, fetchMore } = useQuery(TeamSearchesDocument, { variables: { id: team.id, first: PAGE, status } });
  const list = data?.team?.searches;
  const changed = useRef(new Set<string>());

  const readChanged = useThrottle(() => {
    const ids = [...changed.current];
    changed.current.clear();
    for (const id of ids) client.query({ query: SearchLineDocument, variables: { id }, fetchPolicy: 'network-only' }).catch(() => null);
  }, 1000);
  const readAll = useThrottle(() => void refetch().catch(() => null), 500);
  const onEvent = useCallback(
    ({ events: { kind, search } }: TeamSearchEventsSubscription) => {
      if (kind === 'SEARCH_CREATED' || (kind === 'SEARCH_CHANGED' && shown !== 'all')) readAll();
      if (!search) return;
      changed.current.add(search.id);
      readChanged();
    },
    [readAll, readChanged, shown],
  );
  useLive(TeamSearchEventsDocument, data?.team ? { teamId: team.id, after: data.team.latestCursor, kinds: KINDS } : null, onEvent);

  useKeys([
    ...(can('MEMBER') ? [{ keys: 'n', label: 'Launch a search', run: () => router.push('/launch') }] : []),
    { keys: 'j', label: 'Next search', run: () => step(1) },
    { keys: 'k', label: 'Previous search', run: () => step(-1) },
    { keys: 'x', label: 'Choose the search for a comparison', run: () => chooseFocused(choose) },
    ...(comparable ? [{ keys: 'c', label: 'Compare the chosen searches', run: () => router.push(addressOf(chosen)) }] : []),
    ...SHOWN.map((each) => ({ label: `Show ${each} searches`, run: () => void setShown(each) })),
  ]);

  const more = () =>
    void fetchMore({
      variables: { after: list?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => {
        if (!before.team || !fetchMoreResult.team) return before;
        const edges = [...before.team.searches.edges, ...fetchMoreResult.team.searches.edges];
        return { ...before, team: { ...before.team, searches: { ...fetchMoreResult.team.searches, edges } } };
      },
    });
  return (
    <Page
      title="Searches"
      actions={
        <>
          <SegmentedControl
            aria-label="Which searches"
            data={SHOWN.map((value) => ({ value, label: capital(value) }))}
            value={shown}
            onChange={(value) => void setShown(value as typeof shown)}
          />
          {chosen.length > 0 && (
            <>
              <Button variant="default" onClick={() => void setChosen(null)}>
                Choose none
              </Button>
              <Button
                component={Link}
                href={addressOf(chosen)}
                rightSection={<Kbd size="xs">c</Kbd>}
                aria-keyshortcuts="c"
                data-disabled={!comparable || undefined}
                aria-disabled={!comparable || undefined}
                onClick={(event) => comparable || event.preventDefault()}
              >
                {comparable ? `Compare ${chosen.length}` : 'Choose another to compare'}
              </Button>
            </>
          )}
          {can('MEMBER') && (
            <Button component={Link} href="/launch" rightSection={<Kbd size="xs">n</Kbd>} aria-keyshortcuts="n">
              Launch
            </Button>
          )}
        </>
      }
    >
      {error && <Problem error={error} onRetry={readAll} />}
      {list ? (
        list.edges.length > 0 ? (
          <SearchesTable searches={list.edges.map(({ node }) => node)} chosen={chosen} onChoose={choose} />
        ) : (
          <Nothing filtered={shown !== 'all'} onAll={() => void setShown('all')} canLaunch={can('MEMBER')} />
        )
      ) : (
        !error && <LoadingRows rows={8} label="Loading the searches" />
      )}
      {list?.pageInfo.hasNextPage && (
        <Button variant="default" onClick={more} w="fit-content">
          Show older ({list.edges.length} of {list.totalCount})
        </Button>
      )}
    </Page>
  );
}

function Nothing({ filtered, onAll, canLaunch }: { filtered: boolean; onAll: () => void; canLaunch: boolean }) {
  if (filtered) return <Empty title="No search is in this state" action={{ label: 'Show all', onClick: onAll }} />;
  return (
    <Empty title="No searches yet" action={canLaunch ? { label: 'Launch the first search', href: '/launch' } : undefined}>
      A search lets a controller propose networks, trains each of them, and shows you what they make. The tour takes a few minutes on this
      machine.
    </Empty>
  );
}

/** The rows' own links take the focus, so that Enter opens and a screen reader says which. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-search-link]')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
}

/** The search whose link has the focus. */
function chooseFocused(choose: (id: string) => void): void {
  const id = (document.activeElement as HTMLElement | null)?.dataset.searchLink;
  if (id) choose(id);
}
