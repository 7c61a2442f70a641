'use client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { ActionIcon, Button, Code, CopyButton, Group, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef } from 'react';
import type { Architecture } from '../../schema/networks/architecture.ts';
import { JUDGE_ACCURACY, metricKind, TEST_PERPLEXITY } from '../../schema/plans/metrics.ts';
import { useKeys } from '../lib/keys.tsx';
import { useLive } from '../lib/live.ts';
import {
  CandidateEventsDocument,
  type CandidateEventsSubscription,
  CandidatePageDocument,
  type CandidatePageQuery,
  TrialProgressDocument,
} from '../lib/operations.generated.ts';
import { useTitle } from '../lib/title.ts';
import { Curves } from '../plots/Curves.tsx';
import { formatCount, formatSeconds, formatValue } from '../plots/format.ts';
import { REWARD_LABELS } from '../search/filters.ts';
import { Loading, Missing } from '../search/States.tsx';
import { Trail } from '../search/Trail.tsx';
import { useThrottle } from '../search/useThrottle.ts';
import { toast } from '../shell/toasts.ts';
import { Annotations } from './Annotations.tsx';
import { Climb } from './Climb.tsx';
import classes from './candidate.module.css';
import { ExportMenu } from './ExportMenu.tsx';
import { JudgeBar } from './JudgeBar.tsx';
import { Network } from './Network.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { Retrained } from './Retrained.tsx';
import { Rewards } from './Rewards.tsx';
import { Samples } from './Samples.tsx';
import { StoppedEarly } from './StoppedEarly.tsx';
import { Trials } from './Trials.tsx';
import { toggled, UNJUDGED } from './undo.ts';
import { useAnnotate } from './useAnnotate.ts';
import { StatusWord, VerdictWord } from './words.tsx';

/** One candidate: its network, how it learned, what it generates, what it is worth, and what people say of it. */
export function CandidateView({ searchId, number }: { searchId: string; number: number }) {
  const { data, error, loading, refetch } = useQuery(CandidatePageDocument, {
    variables: { searchId, number },
    fetchPolicy: 'cache-and-network',
  });
  const search = data?.search;
  useTitle(search?.candidate && `${search.name} #${number}`);
  if (search?.candidate) return <CandidateBody key={number} search={search} candidate={search.candidate} reload={refetch} />;
  if (loading) return <Loading label="Loading the candidate" />;
  return <Missing title={`Candidate ${number} cannot be shown`} error={error} onRetry={() => void refetch()} />;
}

type Search = NonNullable<CandidatePageQuery['search']>;

function CandidateBody({
  search,
  candidate,
  reload,
}: {
  search: Search;
  candidate: NonNullable<Search['candidate']>;
  reload: () => Promise<unknown>;
}) {
  const { team, plan } = search;
  const annotate = useAnnotate(team.viewerMember, toast.problem);
  const canJudge = team.viewerMember !== null && team.viewerMember.role !== 'VIEWER';
  const tagsRef = useRef<HTMLInputElement>(null);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const readAgain = useThrottle(() => void reload().catch(() => null), 1000);
  useLive(
    CandidateEventsDocument,
    { teamId: team.id, searchId: search.id, after: team.latestCursor },
    useCallback(
      ({ events }: CandidateEventsSubscription) => {
        const own = events.candidate?.id === candidate.id;
        // Annotations and samples have come with the event; metrics and trials are asked for again.
        if ((own && events.kind !== 'ANNOTATION_CHANGED' && events.kind !== 'SAMPLES_REPORTED') || events.kind === 'CANDIDATE_PROPOSED')
          readAgain();
      },
      [candidate.id, readAgain],
    ),
  );
  useSubscription(TrialProgressDocument, { variables: { searchId: search.id }, ignoreResults: true, skip: candidate.status !== 'RUNNING' });
  const { previous, next } = useNeighbours(search, candidate.number);
  useCandidateKeys({
    candidate,
    annotate,
    canJudge,
    previous,
    next,
    galleryHref: galleryHref(search, candidate.number),
    tag: () => tagsRef.current?.focus(),
    note: () => noteRef.current?.focus(),
  });

  const metrics = useMemo(() => candidate.trials.find((trial) => trial.metrics.length > 0)?.metrics ?? [], [candidate.trials]);
  const judgeAccuracy = metrics.findLast(({ name }) => name === JUDGE_ACCURACY)?.value ?? null;
  const own = candidate.viewerAnnotation?.verdict;
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <header>
          <Group gap="sm" mb={6}>
            <Trail searchId={search.id} name={search.name} />
            <Title order={1}>Candidate {candidate.number}</Title>
            <StatusWord candidate={candidate} />
            {own && <VerdictWord verdict={own} />}
            <Group gap={4} ml="auto">
              <Step href={previous} label="Previous candidate (k)">
                ←
              </Step>
              <Step href={next} label="Next candidate (j)">
                →
              </Step>
              <ExportMenu candidate={candidate} />
              {plan.training.task === 'VARIATIONAL' && (
                <Button component={Link} variant="default" href={galleryHref(search, candidate.number)}>
                  In the gallery
                </Button>
              )}
            </Group>
          </Group>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Code className={classes.mono} fz={13}>
              {candidate.notation}
            </Code>
            <CopyButton value={candidate.notation}>
              {({ copied, copy }) => (
                <Button size="compact-xs" variant="default" onClick={copy} style={{ flex: 'none' }}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </Group>
          {candidate.prediction && (
            <StoppedEarly searchId={search.id} number={candidate.number} prediction={candidate.prediction} canTrain={canJudge} />
          )}
        </header>
        <Network architecture={candidate.architecture as Architecture} />
        <section>
          <h2 className={classes.heading}>Samples</h2>
          <Samples samples={candidate.samples} number={candidate.number} classNames={search.dataset.classes} />
        </section>
        <section>
          <h2 className={classes.heading}>Curves</h2>
          {metrics.length > 0 ? (
            <Curves metrics={metrics} title={metricTitle} />
          ) : (
            <Text size="sm" c="dimmed">
              Metrics appear here after the first epoch.
            </Text>
          )}
        </section>
        {candidate.rungs.length > 0 && (
          <Climb climbed={candidate.rungs} reward={REWARD_LABELS[plan.reward]} done={candidate.status === 'DONE'} />
        )}
        <section>
          <h2 className={classes.heading}>Trainings</h2>
          <Trials trials={candidate.trials} />
        </section>
      </div>
      <aside className={classes.side} aria-label="Rewards and annotations">
        <section>
          <h2 className={classes.heading}>Rewards</h2>
          <Rewards
            rewards={candidate.rewards}
            learned={plan.reward}
            judgeAccuracy={judgeAccuracy}
            href={(kind) => `/searches/${search.id}?y=reward.${kind}`}
          />
        </section>
        <section>
          <h2 className={classes.heading}>Figures</h2>
          <Figures candidate={candidate} text={plan.training.task === 'LANGUAGE_MODELLING'} />
        </section>
        <Retrained original={candidate.original} retrained={candidate.retrained} />
        <section>
          <h2 className={classes.heading}>By hand</h2>
          <div className={classes.side} style={{ gap: 10 }}>
            {canJudge && <JudgeBar candidate={candidate} annotate={annotate} />}
            {canJudge && (
              <NoteEditor
                candidate={candidate}
                annotate={annotate}
                known={search.tags}
                tagsRef={tagsRef}
                noteRef={noteRef}
                onLeave={leaveField}
              />
            )}
            <Annotations annotations={candidate.annotations} viewerId={team.viewerMember?.id ?? null} />
          </div>
        </section>
      </aside>
    </div>
  );
}

function Figures({ candidate, text }: { candidate: NonNullable<Search['candidate']>; text: boolean }) {
  // on the part of a text that no search looks at
  const tested = candidate.finalMetrics.find(({ name }) => name === TEST_PERPLEXITY);
  const rows: [string, string][] = [
    ['parameters', candidate.parameters.toLocaleString('en')],
    [text ? 'FLOPs a word' : 'FLOPs an image', formatCount(candidate.flops)],
    ...(candidate.latent === null ? [] : [['latent size', String(candidate.latent)] as [string, string]]),
    ...(candidate.epsilon === null ? [] : [['epsilon at its proposal', formatValue(candidate.epsilon)] as [string, string]]),
    ...(tested === undefined ? [] : [['test perplexity', formatValue(tested.value)] as [string, string]]),
    ['came up again', `${candidate.reused} times`],
    ['training time', formatSeconds(candidate.seconds)],
  ];
  return (
    <table className={classes.facts} aria-label="Figures">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Step({ href, label, children }: { href: string | null; label: string; children: string }) {
  return href ? (
    <ActionIcon component={Link} href={href} aria-label={label} title={label}>
      {children}
    </ActionIcon>
  ) : (
    <ActionIcon disabled aria-label={label}>
      {children}
    </ActionIcon>
  );
}

const galleryHref = (search: Search, number: number) => `/searches/${search.id}/gallery?at=${number}`;

/** A metric's name for people. */
function metricTitle(name: string): string {
  const titles: Record<string, string> = {
    loss: 'Loss',
    accuracy: 'Accuracy',
    macroF1: 'Macro F1',
    reconstruction: 'Reconstruction term',
    bce: 'BCE per pixel',
    kl: 'KL / latent size',
    perplexity: 'Perplexity',
  };
  return titles[name] ?? metricKind(name)?.name ?? name;
}

function leaveField() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function useNeighbours(search: Search, number: number): { previous: string | null; next: string | null } {
  const href = (other: number) => (other >= 1 && other <= search.counts.proposed ? `/searches/${search.id}/candidates/${other}` : null);
  return { previous: href(number - 1), next: href(number + 1) };
}

interface KeyActs {
  candidate: NonNullable<Search['candidate']>;
  annotate: ReturnType<typeof useAnnotate>;
  canJudge: boolean;
  previous: string | null;
  next: string | null;
  galleryHref: string;
  tag: () => void;
  note: () => void;
}

function useCandidateKeys({ candidate, annotate, canJudge, previous, next, galleryHref: gallery, tag, note }: KeyActs) {
  const router = useRouter();
  const go = (href: string | null) => () => {
    if (href) router.push(href);
  };
  const own = candidate.viewerAnnotation ?? UNJUDGED;
  const verdict = (wanted: 'PICKED' | 'REJECTED') => () => annotate.annotate(candidate.id, { verdict: toggled(own.verdict, wanted) });
  const judging = [
    { keys: 'p', label: 'Pick, or take the pick back', run: verdict('PICKED') },
    { keys: 'r', label: 'Reject, or take it back', run: verdict('REJECTED') },
    ...[1, 2, 3, 4, 5].map((rating) => ({
      keys: String(rating),
      label: `Rate ${rating}`,
      run: () => annotate.annotate(candidate.id, { rating: toggled(own.rating, rating) }),
    })),
    { keys: 't', label: 'Tag', run: tag },
    { keys: 'n', label: 'Note', run: note },
    { keys: 'u', label: 'Undo', run: annotate.undo },
  ];
  useKeys([
    { keys: 'k', label: 'Previous candidate', run: go(previous) },
    { keys: 'j', label: 'Next candidate', run: go(next) },
    { keys: 'ArrowLeft', label: 'Previous candidate', hidden: true, run: go(previous) },
    { keys: 'ArrowRight', label: 'Next candidate', hidden: true, run: go(next) },
    { keys: 'v', label: 'Show it in the gallery', run: go(gallery) },
    ...(canJudge ? judging : []),
  ]);
}
