'use client';
import { useApolloClient } from '@apollo/client/react';
import { Button, Drawer, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { JudgeBar } from '../candidate/JudgeBar.tsx';
import { sampleOf } from '../candidate/Sheet.tsx';
import { describeAct, toggled } from '../candidate/undo.ts';
import { useAnnotate } from '../candidate/useAnnotate.ts';
import { useLive } from '../lib/live.ts';
import {
  type EventKind,
  GalleryCountsDocument,
  GalleryEventsDocument,
  type GalleryEventsSubscription,
  type GalleryPageQuery,
} from '../lib/operations.generated.ts';
import { formatValue } from '../plots/format.ts';
import { RetrainButton } from '../rankings/RetrainButton.tsx';
import { candidateFilter, candidateSort, growsAtEnd, listParsers } from '../search/filters.ts';
import { latentsOf } from '../search/latents.ts';
import { idAt } from '../search/pages.ts';
import { Trail } from '../search/Trail.tsx';
import { useCandidateList } from '../search/useCandidateList.ts';
import { useThrottle } from '../search/useThrottle.ts';
import { toast } from '../shell/toasts.ts';
import { CardGrid, type CardGridHandle } from './CardGrid.tsx';
import { Compare } from './Compare.tsx';
import { toggleCompared } from './cursor.ts';
import { Details } from './Details.tsx';
import classes from './gallery.module.css';
import { saidBy } from './saidBy.ts';
import { Toolbar } from './Toolbar.tsx';
import { galleryParsers, kindShown, kindsOf } from './urlState.ts';
import { useCardOf } from './useCardOf.ts';
import { useComparedIds } from './useComparedIds.ts';
import { useGalleryKeys } from './useGalleryKeys.ts';
import { useLinkedCursor } from './useLinkedCursor.ts';
import { usePickedAndTop } from './usePickedAndTop.ts';

type Search = NonNullable<GalleryPageQuery['search']>;

/** Events after which there may be cards that are not in the list yet. */
const ARRIVING: readonly EventKind[] = ['SAMPLES_REPORTED', 'TRIAL_FINISHED'];

/** Room that a card has for a text, in place of a sheet. */
const TEXT_ROOM = { tileWidth: 280, tileHeight: 200, columns: 1, count: 1 };

/** Look, and pick by hand. The address holds the list, the kind, the cursor and the comparison; what is looked at never moves by itself. */
export function Gallery({ search }: { search: Search }) {
  const { id: searchId, team, plan } = search;
  const router = useRouter();
  const client = useApolloClient();
  const [state, setState] = useQueryStates({ ...listParsers, ...galleryParsers }, { history: 'replace' });
  const { size, compare } = state;
  const kind = kindShown(state.kind, plan.training.task);
  const list = useCandidateList({
    searchId,
    filter: { ...candidateFilter(state), hasSample: kind },
    sort: candidateSort(state),
    parts: 'cards',
    grows: growsAtEnd(state),
  });
  const sides = usePickedAndTop(searchId, state.beside);
  const annotate = useAnnotate(team.viewerMember, toast.problem);
  const canJudge = team.viewerMember !== null && team.viewerMember.role !== 'VIEWER';

  // The cursor is a candidate, not a place: it stays on it whatever the order becomes.
  const [cursorId, setCursorId] = useState<string | null>(null);
  const cardOf = useCardOf();
  const current = cardOf.use(cursorId);
  const first = cardOf.use(idAt(list.ids, 0));
  const parts = kind === 'TEXT' ? TEXT_ROOM : ((first && sampleOf(first.samples, kind)) ?? undefined);
  const onCursor = useCallback(
    (id: string) => {
      setCursorId(id);
      void setState({ at: cardOf.read(id)?.number ?? null });
    },
    [setState, cardOf],
  );
  const firstId = idAt(list.ids, 0);
  useEffect(() => {
    if (cursorId === null && state.at === null && firstId !== null) setCursorId(firstId);
  }, [cursorId, state.at, firstId]);
  useLinkedCursor(searchId, cursorId === null ? state.at : null, setCursorId);

  const grids = useRef<Record<'all' | 'picked' | 'top', CardGridHandle | null>>({ all: null, picked: null, top: null });
  const active = useRef<'all' | 'picked' | 'top'>('all');
  const grid = useCallback(() => grids.current[active.current] ?? grids.current.all ?? grids.current.picked, []);
  const inView = useCallback(() => grid()?.inView() ?? [], [grid]);
  useEffect(() => {
    active.current = state.beside ? 'picked' : 'all';
    grid()?.focus();
  }, [state.beside, grid]);

  /** What was undone, or what another member said: until the next act. */
  const [said, setSaid] = useState('');
  const onVerdict = useCallback(
    (id: string, wanted: 'PICKED' | 'REJECTED') => {
      const card = cardOf.read(id);
      if (!card || !canJudge) return;
      const verdict = toggled(card.viewerAnnotation?.verdict ?? null, wanted);
      annotate.annotate(id, { verdict }, verdict === 'PICKED' ? inView() : undefined);
      setSaid('');
      onCursor(id);
    },
    [annotate, canJudge, cardOf, inView, onCursor],
  );
  const onOpen = useCallback(
    (id: string) => {
      const card = cardOf.read(id);
      if (card) router.push(`/searches/${searchId}/candidates/${card.number}`);
    },
    [router, searchId, cardOf],
  );

  const undo = useCallback(() => {
    const act = annotate.undo();
    setSaid(act ? `Undone: ${describeAct(act)}` : 'Nothing to undo');
  }, [annotate]);

  const readCounts = useThrottle(
    () => void client.query({ query: GalleryCountsDocument, variables: { id: searchId }, fetchPolicy: 'network-only' }).catch(() => null),
    1000,
  );
  const lookForNew = useThrottle(() => void list.check(), 1000);
  const readSides = useThrottle(() => state.beside && sides.reload(), 1500);
  useLive(
    GalleryEventsDocument,
    { teamId: team.id, searchId, after: team.latestCursor },
    useCallback(
      ({ events: { kind: what, actor, candidate } }: GalleryEventsSubscription) => {
        if (ARRIVING.includes(what)) lookForNew();
        if (ARRIVING.includes(what) || what === 'ANNOTATION_CHANGED') readSides();
        if (what !== 'METRICS_REPORTED' && what !== 'SAMPLES_REPORTED') readCounts();
        if (what === 'ANNOTATION_CHANGED' && actor && actor.id !== team.viewerMember?.id && candidate) setSaid(saidBy(actor, candidate));
      },
      [lookForNew, readCounts, readSides, team.viewerMember?.id],
    ),
  );

  const tagsRef = useRef<HTMLInputElement>(null);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const filterRef = useRef<HTMLInputElement>(null);
  const [sheet, { open: openSheet, close: closeSheet }] = useDisclosure(false);
  const toggleCompare = () => current && void setState({ compare: toggleCompared(compare, current.number) });
  useGalleryKeys({
    enabled: !state.comparing,
    current,
    canJudge,
    move: (move) => {
      const next = grid()?.move(move);
      if (next) onCursor(next);
    },
    open: () => cursorId && onOpen(cursorId),
    verdict: (verdict) => cursorId && onVerdict(cursorId, verdict),
    rate: (rating) => current && annotate.annotate(current.id, { rating: toggled(current.viewerAnnotation?.rating ?? null, rating) }),
    tag: () => tagsRef.current?.focus(),
    note: () => noteRef.current?.focus(),
    toggleCompare,
    compare: () => compare.length >= 2 && void setState({ comparing: true }),
    undo,
    kind: (next) => void setState({ kind: next }),
    shownKind: kind,
    filter: () => filterRef.current?.focus(),
  });

  const compared = useComparedIds(cardOf, compare, list.ids, sides.picked, sides.top);
  const shared = { kind, size, parts, cursorId, compared, onCursor, onOpen, onVerdict };
  const details = current && (
    <Details
      candidate={current}
      searchId={searchId}
      kind={kind}
      learned={plan.reward}
      viewerId={team.viewerMember?.id ?? null}
      canJudge={canJudge}
      annotate={annotate}
      alternatives={inView}
      tags={search.tags}
      tagsRef={tagsRef}
      noteRef={noteRef}
      onLeave={() => grid()?.focus()}
    />
  );
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <Trail searchId={searchId} name={search.name} />
        <Title order={1}>Gallery</Title>
        <span className={classes.counter} role="status">
          {search.counts.picked} picked of {search.counts.done.toLocaleString('en')}
        </span>
        <span className={classes.activity} aria-live="polite">
          {said}
        </span>
      </div>
      <Toolbar
        kind={kind}
        kinds={kindsOf(plan.training.task)}
        tags={search.tags}
        latents={latentsOf(search.space.limits)}
        filterRef={filterRef}
        canUndo={annotate.canUndo}
        onUndo={undo}
        waiting={list.waiting}
        onShowNew={() => void list.refresh()}
        retrain={canJudge && <RetrainButton searchId={search.id} picked disabled={search.counts.picked === 0} />}
      />
      <div className={classes.body}>
        <div className={classes.lists}>
          {state.beside ? (
            (['picked', 'top'] as const).map((side) => (
              <div key={side} className={classes.list}>
                <h2 className={classes.heading}>{side === 'picked' ? `Picked (${sides.pickedCount})` : 'Top by reward'}</h2>
                <CardGrid
                  {...shared}
                  ref={(handle) => {
                    grids.current[side] = handle;
                  }}
                  label={side === 'picked' ? 'Picked' : 'Top by reward'}
                  ids={sides[side]}
                  onFocus={() => {
                    active.current = side;
                  }}
                  empty={
                    <div className={classes.empty}>{side === 'picked' ? 'Nothing picked yet. Press p on a card.' : 'No results yet.'}</div>
                  }
                />
              </div>
            ))
          ) : (
            <div className={classes.list}>
              {list.error && (
                <Text size="sm" role="alert">
                  The gallery could not be read: {list.error.message}{' '}
                  <Button size="compact-xs" variant="default" onClick={() => void list.refresh()}>
                    Retry
                  </Button>
                </Text>
              )}
              <CardGrid
                {...shared}
                ref={(handle) => {
                  grids.current.all = handle;
                }}
                label="Candidates"
                follow
                ids={list.ids}
                onShow={list.show}
                onFocus={() => {
                  active.current = 'all';
                }}
                empty={
                  <div className={classes.empty}>
                    {list.loading
                      ? 'Loading'
                      : Object.keys(candidateFilter(state)).length > 0
                        ? 'No candidate passes the filter.'
                        : 'What candidates generate appears here after their first epoch.'}
                  </div>
                }
              />
            </div>
          )}
        </div>
        <aside className={classes.aside} aria-label="Candidate under the cursor">
          {details ?? <Text size="sm">Choose a card: arrows or h j k l move, p picks, r rejects, u undoes. All keys: ?</Text>}
        </aside>
      </div>
      {compare.length > 0 && (
        <div className={classes.compareBar}>
          Compare {compare.map((number) => `#${number}`).join(', ')}
          <Button size="compact-xs" disabled={compare.length < 2} onClick={() => void setState({ comparing: true })}>
            Side by side
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => void setState({ compare: null })}>
            Clear
          </Button>
        </div>
      )}
      {current && canJudge && (
        <div className={classes.bottom}>
          <div className={classes.bottomLine}>
            <span>
              <b>#{current.number}</b> {formatValue(current.reward)}
            </span>
            <Button variant="default" onClick={openSheet}>
              Details
            </Button>
          </div>
          <JudgeBar candidate={current} annotate={annotate} alternatives={inView} size="lg" />
        </div>
      )}
      <Drawer
        opened={sheet}
        onClose={closeSheet}
        position="bottom"
        size="85%"
        title="Candidate"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {sheet && details}
      </Drawer>
      {state.comparing && compare.length >= 2 && (
        <Compare
          searchId={searchId}
          numbers={compare}
          kind={kind}
          learned={plan.reward}
          annotate={canJudge ? annotate : null}
          onClose={() => void setState({ comparing: null })}
        />
      )}
    </div>
  );
}
