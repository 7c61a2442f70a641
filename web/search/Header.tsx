'use client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Progress, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { timeRangeText } from '../../schema/forecast/words.ts';
import {
  PauseSearchDocument,
  ResumeSearchDocument,
  RetryFailedDocument,
  type SearchPageQuery,
  StopSearchDocument,
} from '../lib/operations.generated.ts';
import { formatSeconds, formatValue } from '../plots/format.ts';
import { RetrainButton } from '../rankings/RetrainButton.tsx';
import { REWARD_LABELS } from './filters.ts';
import { shareOf } from './rungs.ts';
import { SearchStatusWord } from './SearchStatusWord.tsx';
import classes from './search.module.css';
import { useRunningSeconds } from './useRunningSeconds.ts';

type Search = NonNullable<SearchPageQuery['search']>;

/** What it is called, where it stands, and what can be done about it. */
export function Header({
  search,
  epsilon,
  canSteer,
  onChange,
}: {
  search: Search;
  epsilon: number | null;
  canSteer: boolean;
  /** Null: there is nothing that could be changed. */
  onChange: (() => void) | null;
}) {
  const { counts, best, plan } = search;
  const ended = counts.done + counts.stoppedEarly + counts.failed;
  // a candidate that was promoted is under way again: where they climb, epochs tell how far a search is
  const climbs = search.rungs.length > 0;
  const used = climbs ? 100 * shareOf(search.rungs) : (100 * ended) / Math.max(1, plan.budget.candidates);
  const seconds = useRunningSeconds(search.seconds, search.status === 'RUNNING');
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        <Title order={1} className={classes.name}>
          {search.name}
        </Title>
        <SearchStatusWord status={search.status} />
        {search.statusReason && (
          <Text size="sm" c="dimmed">
            {search.statusReason}
          </Text>
        )}
      </div>
      <dl className={classes.facts}>
        <Fact name="candidates">
          {(climbs ? counts.proposed : ended).toLocaleString('en')} / {plan.budget.candidates.toLocaleString('en')}
          <Progress value={used} size={3} mt={3} aria-label="Budget used" />
        </Fact>
        <Fact name={`best ${REWARD_LABELS[plan.reward]}`}>
          {best ? (
            <Link href={`/searches/${search.id}/candidates/${best.number}`}>{`${formatValue(best.reward)} (#${best.number})`}</Link>
          ) : (
            '–'
          )}
        </Fact>
        {epsilon !== null && <Fact name="epsilon">{epsilon.toFixed(2)}</Fact>}
        <Fact name="running / queued">
          {counts.running} / {counts.queued}
        </Fact>
        {counts.stoppedEarly > 0 && <Fact name="stopped early">{counts.stoppedEarly}</Fact>}
        <Fact name="failed">{counts.failed}</Fact>
        <Fact name="came up again">{counts.reused}</Fact>
        <Fact name="time">{formatSeconds(seconds)}</Fact>
        {(search.status === 'RUNNING' || search.status === 'QUEUED') && (
          <Fact name="time left">{search.timeLeft ? timeRangeText(search.timeLeft) : '–'}</Fact>
        )}
      </dl>
      <Group gap="xs" className={classes.actions}>
        {canSteer && <Steer search={search} />}
        {onChange && (
          <Button variant="default" onClick={onChange}>
            Change
          </Button>
        )}
        {canSteer && counts.done > 0 && <RetrainButton searchId={search.id} />}
        <Button variant="default" component={Link} href={`/searches?chosen=${search.id}`} title="With other searches, in the list">
          Compare
        </Button>
        {counts.done > 1 && (
          <Button variant="default" component={Link} href={`/searches/${search.id}/rankings`}>
            Rankings
          </Button>
        )}
        <Button component={Link} href={`/searches/${search.id}/gallery`}>
          Gallery · {counts.picked} picked
        </Button>
      </Group>
    </header>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Pause and resume at once; stopping cannot be undone and asks first. */
function Steer({ search }: { search: Search }) {
  const [asking, { open, close }] = useDisclosure(false);
  const variables = { input: { searchId: search.id } };
  const onError = (error: Error) => notifications.show({ color: 'red', title: 'That did not work', message: error.message });
  const refused = (problem: { message: string } | undefined) =>
    problem && notifications.show({ color: 'red', title: 'Refused', message: problem.message });
  const [pause, pausing] = useMutation(PauseSearchDocument, {
    variables,
    onError,
    onCompleted: (data) => refused(data.pauseSearch.userErrors[0]),
  });
  const [resume, resuming] = useMutation(ResumeSearchDocument, {
    variables,
    onError,
    onCompleted: (data) => refused(data.resumeSearch.userErrors[0]),
  });
  const [stop, stopping] = useMutation(StopSearchDocument, {
    variables,
    onError,
    onCompleted: (data) => refused(data.stopSearch.userErrors[0]),
  });
  const [retry, retrying] = useMutation(RetryFailedDocument, {
    variables,
    onError,
    onCompleted: (data) => refused(data.retryFailed.userErrors[0]),
  });
  const { status, counts } = search;
  const going = status === 'RUNNING' || status === 'QUEUED';
  return (
    <>
      {going && (
        <Button variant="default" loading={pausing.loading} onClick={() => pause()}>
          Pause
        </Button>
      )}
      {status === 'PAUSED' && (
        <Button variant="default" loading={resuming.loading} onClick={() => resume()}>
          Resume
        </Button>
      )}
      {(going || status === 'PAUSED') && (
        <Button variant="default" color="red" onClick={open}>
          Stop
        </Button>
      )}
      {counts.failed > 0 && status !== 'STOPPED' && (
        <Button variant="default" loading={retrying.loading} onClick={() => retry()}>
          Retry {counts.failed} failed
        </Button>
      )}
      <Modal opened={asking} onClose={close} title="Stop this search?" centered closeButtonProps={{ 'aria-label': 'Close' }}>
        <Text size="sm" mb="md">
          {search.name} ends for good after {counts.done + counts.stoppedEarly + counts.failed} of {search.plan.budget.candidates}{' '}
          candidates. What it found stays. To go on later, pause it instead.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Keep it going
          </Button>
          <Button
            color="red"
            loading={stopping.loading}
            onClick={async () => {
              await stop();
              close();
            }}
          >
            Stop it for good
          </Button>
        </Group>
      </Modal>
    </>
  );
}
