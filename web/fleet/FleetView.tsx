'use client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Text, Tooltip } from '@mantine/core';
import Link from 'next/link';
import { useCallback, useEffect, useState } from 'react';
import { useLive } from '../lib/live.ts';
import {
  type EventKind,
  FleetDocument,
  FleetEventsDocument,
  type WorkerLineFragment,
  type WorkerStatus,
} from '../lib/operations.generated.ts';
import { useTeam, useViewer } from '../lib/viewer.tsx';
import { formatCount } from '../plots/format.ts';
import { useThrottle } from '../search/useThrottle.ts';
import { formatAgo } from '../shell/moments.ts';
import { Page } from '../shell/Page.tsx';
import { Empty, LoadingRows, Problem } from '../shell/states.tsx';
import classes from './fleet.module.css';
import { NOT_REPRODUCIBLE } from './seeds.ts';
import { backendName, isDeserted, summary } from './summary.ts';

const KINDS: EventKind[] = ['WORKER_CHANGED', 'TRIAL_STARTED', 'TRIAL_FINISHED', 'TRIAL_QUEUED'];
/** How often the page looks even when nothing is announced, ms: that a worker is well, or lost, is no event. */
const LOOK = 5000;

/** The machines that train for this team, and what each of them does. */
export function FleetView() {
  const { id } = useTeam();
  const { can } = useViewer();
  const { data, error, refetch } = useQuery(FleetDocument, {
    variables: { id },
    pollInterval: LOOK,
    skipPollAttempt: () => document.hidden,
  });
  const reload = useCallback(() => void refetch().catch(() => null), [refetch]);
  const calm = useThrottle(reload, 500);
  useLive(FleetEventsDocument, data?.team ? { teamId: id, after: data.team.latestCursor, kinds: KINDS } : null, calm);
  const now = useNow();
  const workers = data?.team?.workers;
  return (
    <Page title="Fleet" actions={workers && workers.length > 0 && <span className={classes.summary}>{summary(workers)}</span>}>
      {error && <Problem error={error} onRetry={reload} />}
      {workers ? (
        workers.length > 0 ? (
          <>
            {isDeserted(workers) && <Deserted canInvite={can('ADMIN')} />}
            <Workers workers={workers} now={now} />
          </>
        ) : (
          <Empty
            title="No worker was here in the last day"
            action={can('ADMIN') ? { label: 'Make a worker token', href: '/team' } : undefined}
          >
            A worker is a process that trains what searches propose. The platform starts one on its own machine; others join with a token of
            kind Worker.
          </Empty>
        )
      ) : (
        !error && <LoadingRows rows={4} label="Loading the workers" />
      )}
    </Page>
  );
}

/** Where all that were there have gone: what it means, and what to do. */
function Deserted({ canInvite }: { canInvite: boolean }) {
  return (
    <Text size="sm" mb="sm" role="status">
      No worker is there now: what is queued waits for one. The platform's own comes back with its next start unless it was started with
      --no-worker; others join with a{' '}
      {canInvite ? (
        <Anchor component={Link} href="/team" inherit underline="always">
          worker token
        </Anchor>
      ) : (
        'worker token, which an admin makes'
      )}
      .
    </Text>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const WORDS: Record<WorkerStatus, string> = { WORKING: 'working', IDLE: 'idle', LOST: 'lost', GONE: 'gone' };

function Workers({ workers, now }: { workers: WorkerLineFragment[]; now: number }) {
  return (
    <div className={classes.scroll}>
      <table className="hp-table">
        <thead>
          <tr>
            <th scope="col">Worker</th>
            <th scope="col">Status</th>
            <th scope="col">Works on</th>
            <th scope="col" className="hp-wide">
              Backend
            </th>
            <th scope="col" className="hp-wide">
              Device
            </th>
            <th scope="col" className="hp-number hp-wide">
              Threads
            </th>
            <th scope="col" className="hp-number hp-wide">
              Memory
            </th>
            <th scope="col" className="hp-number">
              GFLOP/s
            </th>
            <th scope="col" className="hp-number hp-wide">
              Last seen
            </th>
          </tr>
        </thead>
        <tbody>
          {workers.map((worker) => (
            <tr key={worker.id}>
              <td title={worker.host}>
                {worker.name}
                {!worker.reproducible && (
                  <Tooltip label={NOT_REPRODUCIBLE} multiline w={280} withArrow events={{ hover: true, focus: true, touch: true }}>
                    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what the tooltip says is for the keyboard too */}
                    <span className={classes.unsteady} tabIndex={0}>
                      not reproducible
                    </span>
                  </Tooltip>
                )}
              </td>
              <td>
                <span className={classes.status} data-status={worker.status}>
                  {WORDS[worker.status]}
                </span>
              </td>
              <td>
                <Doing lease={worker.lease} waitsFor={worker.waitsFor} />
              </td>
              <td className="hp-wide">{backendName(worker)}</td>
              <td className={`hp-wide ${classes.device}`} title={worker.device}>
                {worker.device}
              </td>
              <td className="hp-number hp-wide">{worker.threads}</td>
              <td className="hp-number hp-wide">{(worker.memoryBytes / 2 ** 30).toFixed(1)} GiB</td>
              <td className="hp-number">{Math.round(worker.gflops).toLocaleString('en')}</td>
              <td className="hp-number hp-wide">{formatAgo(worker.lastSeenAt, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Doing({ lease, waitsFor }: Pick<WorkerLineFragment, 'lease' | 'waitsFor'>) {
  if (!lease) return waitsFor ? <span className={classes.waits}>{waitsFor}</span> : <>–</>;
  const { search, trial } = lease;
  if (!trial) {
    return (
      <>
        next step of{' '}
        <Link className="hp-link" href={`/searches/${search.id}`}>
          {search.name}
        </Link>
      </>
    );
  }
  const { candidate, progress } = trial;
  return (
    <>
      <Link className="hp-link" href={`/searches/${search.id}/candidates/${candidate.number}`} title={candidate.notation}>
        #{candidate.number} of {search.name}
      </Link>
      {progress && (
        <span className={classes.progress}>
          epoch {progress.epoch}/{progress.epochs} · {formatCount(progress.imagesPerSecond)} images/s
        </span>
      )}
    </>
  );
}
