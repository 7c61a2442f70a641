'use client';
import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Changeable } from '../../schema/plans/change.ts';
import { usesEpsilon } from '../../schema/plans/controller.ts';
import { toggled } from '../candidate/undo.ts';
import { useAnnotate } from '../candidate/useAnnotate.ts';
import { capital } from '../lib/capital.ts';
import { useKeys } from '../lib/keys.tsx';
import { useLive } from '../lib/live.ts';
import {
  CandidateNameDocument,
  CandidateRowFragmentDoc,
  type EventKind,
  SearchAgreementDocument,
  SearchEventsDocument,
  type SearchEventsSubscription,
  SearchHeaderDocument,
  SearchPageDocument,
  type SearchPageQuery,
  TrialProgressDocument,
} from '../lib/operations.generated.ts';
import { useTitle } from '../lib/title.ts';
import { Exploration } from '../plots/Exploration.tsx';
import { formatCount, formatValue } from '../plots/format.ts';
import { Progress } from '../plots/Progress.tsx';
import { statusesOf } from '../searches/filter.ts';
import { toast } from '../shell/toasts.ts';
import { AgreementPanel, PickedBesideTop } from './AgreementPanel.tsx';
import { CandidateTable } from './CandidateTable.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { Changes } from './Changes.tsx';
import { CollapseWarning } from './CollapseWarning.tsx';
import { Comparison } from './Comparison.tsx';
import { changeableNow, changeMarks } from './changes.ts';
import { listParsers, REWARD_LABELS } from './filters.ts';
import { Header } from './Header.tsx';
import { Learned } from './Learned.tsx';
import { latentsOf } from './latents.ts';
import { PredictionPanel } from './PredictionPanel.tsx';
import { Reproducible } from './Reproducible.tsx';
import { RoundNow } from './RoundNow.tsx';
import { Rounds } from './Rounds.tsx';
import { Rungs } from './Rungs.tsx';
import { Loading, Missing } from './States.tsx';
import classes from './search.module.css';
import type { CandidateList } from './useCandidateList.ts';
import { type Point, usePoints } from './usePoints.ts';
import { useThrottle } from './useThrottle.ts';

/** One search, live: where it stands, whether it learns, its candidates, and how far its rewards can be trusted. */
export function SearchView({ id }: { id: string }) {
  const { data, error, loading, refetch } = useQuery(SearchPageDocument, { variables: { id } });
  useTitle(data?.search?.name);
  if (data?.search) return <SearchBody search={data.search} />;
  if (loading) return <Loading label="Loading the search" />;
  return <Missing title="This search cannot be shown" error={error} onRetry={() => void refetch()} />;
}

/** What changes the order or number of candidates, and what changes how picks and rewards agree. */
const MOVING: readonly EventKind[] = ['CANDIDATE_PROPOSED', 'TRIAL_STARTED', 'TRIAL_FINISHED', 'TRIAL_QUEUED'];
const JUDGING: readonly EventKind[] = ['TRIAL_FINISHED', 'ANNOTATION_CHANGED', 'CHOICE_RECORDED'];

function SearchBody({ search }: { search: NonNullable<SearchPageQuery['search']> }) {
  const { id, plan, team } = search;
  const router = useRouter();
  const client = useApolloClient();
  const [range, setRange] = useQueryStates(
    { from: listParsers.from, to: listParsers.to, min: listParsers.min, max: listParsers.max },
    { history: 'replace' },
  );
  const { points, put } = usePoints(id);
  const judged = useQuery(SearchAgreementDocument, { variables: { id } });
  const compare = useRef(() => {});
  const predict = useRef(() => {});
  const learned = useRef(() => {});
  const list = useRef<CandidateList | null>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const annotate = useAnnotate(team.viewerMember, toast.problem);

  const readHeader = useThrottle(
    () => void client.query({ query: SearchHeaderDocument, variables: { id }, fetchPolicy: 'network-only' }).catch(() => null),
    1000,
  );
  const readList = useThrottle(() => void list.current?.refresh(), 1500);
  const readLearned = useThrottle(() => learned.current(), 2000);
  const readJudged = useThrottle(() => {
    void judged.refetch().catch(() => null);
    compare.current();
    predict.current();
  }, 2000);
  const onEvent = useCallback(
    ({ events: { kind, candidate } }: SearchEventsSubscription) => {
      if (candidate) put(candidate);
      if (kind !== 'METRICS_REPORTED' && kind !== 'SAMPLES_REPORTED') {
        readHeader();
        readLearned();
      }
      if (MOVING.includes(kind)) readList();
      if (JUDGING.includes(kind)) readJudged();
    },
    [put, readHeader, readLearned, readList, readJudged],
  );
  useLive(SearchEventsDocument, { teamId: team.id, searchId: id, after: team.latestCursor }, onEvent);
  useSubscription(TrialProgressDocument, { variables: { searchId: id }, ignoreResults: true, skip: search.status !== 'RUNNING' });

  const judge = useCallback(
    (candidateId: string, verdict: 'PICKED' | 'REJECTED') => {
      const row = client.cache.readFragment({
        fragment: CandidateRowFragmentDoc,
        fragmentName: 'CandidateRow',
        from: { __typename: 'Candidate', id: candidateId },
        optimistic: true,
      });
      annotate.annotate(candidateId, { verdict: toggled(row?.viewerAnnotation?.verdict ?? null, verdict) });
    },
    [client, annotate],
  );
  const canWrite = team.viewerMember !== null && team.viewerMember.role !== 'VIEWER';
  const changeable = canWrite ? changeableNow(search.status, plan.controller.kind) : [];
  const [changing, setChanging] = useState<Changeable | null>(null);
  const marks = useMemo(() => changeMarks(search.changes), [search.changes]);
  const beginChange = changeable.length > 0 ? () => setChanging(changeable[0]!) : null;
  useKeys([
    { keys: '/', label: 'Filter candidates', run: () => filterInput.current?.focus() },
    { keys: 'v', label: 'Open the gallery', run: () => router.push(`/searches/${id}/gallery`) },
    { keys: 'u', label: 'Undo the last judgement', run: annotate.undo },
    ...(beginChange ? [{ keys: 'c', label: 'Change this search', run: beginChange }] : []),
  ]);

  const last = [...points].reverse().find((point) => point.epsilon !== null);
  const open = useCallback((number: number) => router.push(`/searches/${id}/candidates/${number}`), [router, id]);
  const hint = (number: number) => <Hint point={points.find((point) => point.number === number)} />;
  const onComparison = useCallback((reload: () => void) => {
    compare.current = reload;
  }, []);
  const onLearned = useCallback((reload: () => void) => {
    learned.current = reload;
  }, []);
  const onPredictions = useCallback((reload: () => void) => {
    predict.current = reload;
  }, []);
  return (
    <div className={classes.page}>
      <Header search={search} epsilon={last?.epsilon ?? null} canSteer={canWrite} onChange={beginChange} />
      <Reproducible search={search} />
      {search.collapse && <CollapseWarning collapse={search.collapse} changeable={changeable} onChange={setChanging} />}
      {plan.controller.kind === 'ENAS' && search.status === 'RUNNING' && <RoundNow searchId={id} />}
      <div className={classes.overview}>
        <div className={classes.plots}>
          <Progress
            points={points}
            marks={marks}
            rewardName={capital(REWARD_LABELS[plan.reward])}
            height={300}
            range={range}
            onRange={(next) => void setRange(next)}
            onOpen={open}
            hint={hint}
          />
          <Exploration points={points} marks={marks} />
        </div>
        {judged.data?.search && (
          <div className={classes.side}>
            <AgreementPanel judged={judged.data.search} learned={plan.reward} />
            <PickedBesideTop searchId={id} judged={judged.data.search} />
          </div>
        )}
      </div>
      {search.changes.length > 0 && <Changes changes={search.changes} />}
      {search.rounds.length > 0 && <Rounds rounds={search.rounds} reward={REWARD_LABELS[plan.reward]} />}
      {search.rungs.length > 0 && (
        <Rungs
          rungs={search.rungs}
          networks={search.counts.proposed}
          reward={REWARD_LABELS[plan.reward]}
          ended={statusesOf('ended')!.includes(search.status)}
        />
      )}
      {usesEpsilon(plan.controller.kind) && <Learned searchId={id} onReady={onLearned} />}
      <CandidateTable
        searchId={id}
        learned={plan.reward}
        task={plan.training.task}
        climbs={search.rungs.length > 0}
        metrics={search.metricKinds.map(({ name }) => name)}
        tags={search.tags}
        latents={latentsOf(search.space.limits)}
        filterRef={filterInput}
        onList={(next) => {
          list.current = next;
        }}
        onJudge={judge}
      />
      {(plan.prediction || search.changes.some(({ field }) => field === 'prediction')) && (
        <PredictionPanel searchId={id} onOpen={open} hint={hint} onReady={onPredictions} />
      )}
      <ChangeDialog searchId={id} focus={changing} onClose={() => setChanging(null)} />
      <Comparison searchId={id} task={plan.training.task} learned={plan.reward} onOpen={open} hint={hint} onReady={onComparison} />
    </div>
  );
}

/** What is shown beside the pointer; the notation is asked for when the pointer rests. */
function Hint({ point }: { point: Point | undefined }) {
  const [resting] = useDebouncedValue(point?.id, 80);
  const { data } = useQuery(CandidateNameDocument, { variables: { id: resting ?? '' }, skip: !resting });
  if (!point) return null;
  const named = data?.candidate?.id === point.id ? data.candidate : null;
  return (
    <span className={classes.hint}>
      <strong>
        #{point.number} {point.status === 'FAILED' ? 'failed' : formatValue(point.reward)}
        {point.status === 'STOPPED_EARLY' ? ' predicted, stopped early' : ''}
        {point.picked ? ' · picked' : ''}
      </strong>
      <code>{named?.notation ?? '…'}</code>
      <span>
        {named ? `${formatCount(named.parameters)} parameters` : ''}
        {point.epsilon === null ? '' : ` · epsilon ${point.epsilon}`}
      </span>
    </span>
  );
}
