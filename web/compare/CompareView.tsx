'use client';
import { useQuery } from '@apollo/client/react';
import { Button, NumberInput, SegmentedControl, Select } from '@mantine/core';
import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { LEAST_COMPARED } from '../../schema/comparison/limits.ts';
import { useLive } from '../lib/live.ts';
import {
  CompareSearchesDocument,
  type CompareSearchesQuery,
  type EventKind,
  TeamSearchEventsDocument,
  type TeamSearchEventsSubscription,
} from '../lib/operations.generated.ts';
import { useTitle } from '../lib/title.ts';
import { formatValue } from '../plots/format.ts';
import { REWARD_LABELS } from '../search/filters.ts';
import { useThrottle } from '../search/useThrottle.ts';
import { Page } from '../shell/Page.tsx';
import { Empty, LoadingRows, Problem } from '../shell/states.tsx';
import { CompareChart } from './CompareChart.tsx';
import { CompareTable } from './CompareTable.tsx';
import classes from './compare.module.css';
import { AXES, AXIS_WORDS, type Axis, keyOf, linesOf } from './curves.ts';
import { notesOf, rewardAbout } from './notes.ts';
import { rowsOf } from './table.ts';
import { compareParsers } from './urlState.ts';
import { Warnings } from './Warnings.tsx';

/** Several searches beside each other: what each had found for what it had spent. The address holds which, and by what. */
export function CompareView() {
  const [{ searches, reward }] = useQueryStates(compareParsers);
  const few = searches.length < LEAST_COMPARED;
  const { data, previousData, error, loading, refetch } = useQuery(CompareSearchesDocument, {
    variables: { ids: searches, reward },
    skip: few,
    fetchPolicy: 'cache-and-network',
  });
  useTitle('Searches compared');
  const comparison = (data ?? (error ? undefined : previousData))?.compareSearches;
  const retry = () => void refetch().catch(() => null);
  return (
    <Page
      title="Searches compared"
      actions={
        <Button variant="default" component={Link} href={`/searches?chosen=${searches.join(',')}`}>
          Choose searches
        </Button>
      }
    >
      {error && <Problem error={error} onRetry={retry} />}
      {few && (
        <Empty title="Nothing to compare yet" action={{ label: 'Choose searches', href: `/searches?chosen=${searches.join(',')}` }}>
          Two searches at least: choose them in the list by their boxes, or by <kbd>x</kbd>.
        </Empty>
      )}
      {comparison && <Comparison comparison={comparison} onReload={retry} />}
      {!few && !comparison && loading && <LoadingRows rows={12} label="Comparing the searches" />}
      {!few && data?.compareSearches === null && (
        <Empty title="These searches cannot be compared" action={{ label: 'Choose searches', href: '/searches' }}>
          One of them does not exist, or you may not see it.
        </Empty>
      )}
    </Page>
  );
}

const KINDS: EventKind[] = ['SEARCH_CHANGED', 'TRIAL_FINISHED', 'TRIAL_QUEUED'];

function Comparison({ comparison, onReload }: { comparison: NonNullable<CompareSearchesQuery['compareSearches']>; onReload: () => void }) {
  const { searches, rewards, differences } = comparison;
  const [state, setState] = useQueryStates(compareParsers, { history: 'replace' });
  const axis: Axis = state.x;
  const { team } = searches[0]!.search;
  const ids = useMemo(() => new Set(searches.map(({ search }) => search.id)), [searches]);
  const reload = useThrottle(onReload, 2000);
  const onEvent = useCallback(
    ({ events: { search } }: TeamSearchEventsSubscription) => {
      if (search && ids.has(search.id)) reload();
    },
    [ids, reload],
  );
  useLive(TeamSearchEventsDocument, { teamId: team.id, after: team.latestCursor, kinds: KINDS }, onEvent);

  const repeats = new Set(searches.map(({ strategy }) => strategy)).size < searches.length;
  const by = repeats ? state.by : 'search';
  const lines = useMemo(() => linesOf(searches, axis, by), [searches, axis, by]);
  const table = useMemo(() => rowsOf(searches, axis, state.target), [searches, axis, state.target]);
  const swatches = searches.map((_, i) => lines.findIndex(({ label }) => label.includes(keyOf(i))));
  const breaks = differences.some((each) => each.breaks);
  return (
    <>
      <Warnings differences={differences} notes={notesOf(searches, axis, comparison.reward)} />
      <div className={classes.controls}>
        <SegmentedControl
          aria-label="Against"
          data={AXES.map((value) => ({ value, label: AXIS_WORDS[value].label }))}
          value={axis}
          onChange={(x) => void setState({ x: x as Axis })}
        />
        {repeats && (
          <SegmentedControl
            aria-label="A line for each"
            data={[
              { value: 'search', label: 'Each search' },
              { value: 'strategy', label: 'Median of seeds' },
            ]}
            value={by}
            onChange={(value) => void setState({ by: value as typeof by })}
          />
        )}
        <Select
          size="xs"
          aria-label="Reward"
          w={200}
          allowDeselect={false}
          data={(rewards.length > 0 ? rewards : [comparison.reward]).map((value) => ({ value, label: REWARD_LABELS[value] }))}
          value={comparison.reward}
          onChange={(value) => value && void setState({ reward: value as typeof comparison.reward, target: null })}
        />
        <NumberInput
          size="xs"
          aria-label="Target"
          w={150}
          step={0.01}
          prefix="target "
          placeholder={`target ${formatValue(table.target)}`}
          value={state.target ?? ''}
          onChange={(value) => void setState({ target: typeof value === 'number' && Number.isFinite(value) ? value : null })}
        />
      </div>
      <CompareChart lines={lines} axis={axis} rewardName={REWARD_LABELS[comparison.reward]} summary={breaks ? 'Not comparable' : ''} />
      <p className={classes.about}>
        {AXIS_WORDS[axis].about}{' '}
        {by === 'strategy' && 'Lines are medians of the searches of one strategy, bands their quartiles, as far as all of them go. '}
        <strong>{REWARD_LABELS[comparison.reward]}:</strong> {rewardAbout(comparison.reward)}
      </p>
      <CompareTable
        table={table}
        axis={axis}
        sort={state.sort}
        order={state.order}
        swatches={swatches}
        onSort={(sort, order) => void setState({ sort, order })}
        onLeaveOut={
          searches.length > LEAST_COMPARED ? (id) => void setState({ searches: state.searches.filter((each) => each !== id) }) : null
        }
      />
    </>
  );
}
