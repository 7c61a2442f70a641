'use client';
import { useQuery } from '@apollo/client/react';
import { Select, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { rewardsFor } from '../../schema/plans/rewards.ts';
import { type RankedSearchFragment, RankingsDocument, RankingsPageDocument, type RankingsPageQuery } from '../lib/operations.generated.ts';
import { useTitle } from '../lib/title.ts';
import { usePlotColors } from '../plots/colors.ts';
import { Figure, LegendItem } from '../plots/Figure.tsx';
import { formatValue } from '../plots/format.ts';
import { measureGroups, measureInput, measureLabel } from '../search/measures.ts';
import { Loading, Missing } from '../search/States.tsx';
import { Trail } from '../search/Trail.tsx';
import { Problem } from '../shell/states.tsx';
import { Correlations } from './Correlations.tsx';
import { Details } from './Details.tsx';
import { RetrainButton } from './RetrainButton.tsx';
import classes from './rankings.module.css';
import { SlopeChart } from './SlopeChart.tsx';
import { formatEstimate, formatRank, slopes, verdictOf } from './slopes.ts';

/** Two orders of the same networks: by two rewards, by the people's picks, before and after a retraining. The address holds which. */
export function RankingsView({ searchId }: { searchId: string }) {
  const { data, error, loading, refetch } = useQuery(RankingsPageDocument, {
    variables: { id: searchId },
    fetchPolicy: 'cache-and-network',
  });
  useTitle(data?.search && `${data.search.name}: rankings`);
  if (data?.search) return <Rankings search={data.search} />;
  if (loading) return <Loading label="Loading the rankings" />;
  return <Missing title="These rankings cannot be shown" error={error} onRetry={() => void refetch()} />;
}

type Page = NonNullable<RankingsPageQuery['search']>;

const TOPS = ['10', '20', '50', '100'];

function Rankings({ search }: { search: Page }) {
  const router = useRouter();
  const family = useMemo(() => familyOf(search), [search]);
  const newest = search.retrainOf ? search : (search.retrainings[0] ?? search);
  const [state, setState] = useQueryStates(
    {
      of: parseAsString.withDefault((search.retrainOf ?? search).id),
      left: parseAsString,
      with: parseAsString.withDefault(newest.id),
      right: parseAsString,
      top: parseAsInteger.withDefault(20),
    },
    { history: 'replace' },
  );
  const first = family.find(({ id }) => id === state.of) ?? search;
  const second = family.find(({ id }) => id === state.with) ?? search;
  const left = state.left ?? `reward.${first.plan.reward}`;
  const right = state.right ?? `reward.${first === second ? otherReward(first) : second.plan.reward}`;
  const { data, previousData, error, loading, refetch } = useQuery(RankingsDocument, {
    variables: {
      first: { searchId: first.id, measure: measureInput(left) ?? { reward: first.plan.reward } },
      second: { searchId: second.id, measure: measureInput(right) ?? { reward: second.plan.reward } },
      top: Math.min(100, Math.max(1, state.top)),
    },
    fetchPolicy: 'cache-and-network',
  });
  const comparison = (data ?? previousData)?.compareRankings;
  const lines = useMemo(() => slopes(comparison?.candidates ?? []), [comparison]);
  const [active, setActive] = useState<number | null>(null);
  const names = {
    left: first === second ? measureLabel(left) : `${measureLabel(left)}, ${first === family[0] ? 'before' : 'retrained'}`,
    right: first === second ? measureLabel(right) : `${measureLabel(right)}, ${second === family[0] ? 'before' : 'retrained'}`,
  };
  const colors = usePlotColors();
  const canWrite = search.team.viewerMember !== null && search.team.viewerMember.role !== 'VIEWER';
  const shown = active === null ? null : (lines[active]?.row ?? null);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div>
          <Trail searchId={search.id} name={search.name} />
          <Title order={1}>Rankings compared</Title>
        </div>
        {canWrite && <RetrainButton searchId={(search.retrainOf ?? search).id} />}
      </header>
      <div className={classes.controls}>
        <SidePicker
          legend="Left"
          family={family}
          search={first}
          measure={left}
          onSearch={(of) => setState({ of, left: null })}
          onMeasure={(key) => setState({ left: key })}
        />
        <SidePicker
          legend="Right"
          family={family}
          search={second}
          measure={right}
          onSearch={(id) => setState({ with: id, right: null })}
          onMeasure={(key) => setState({ right: key })}
        />
        <Select
          label="Show the best"
          size="xs"
          w={96}
          data={TOPS}
          value={String(state.top)}
          allowDeselect={false}
          onChange={(top) => top && setState({ top: Number(top) })}
        />
      </div>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!comparison && loading && <Loading label="Comparing" />}
      {comparison && comparison.count === 0 && (
        <Text size="sm">
          No network is in both orders yet.{' '}
          {left === 'figure.PICKS' || right === 'figure.PICKS'
            ? 'The order by picks holds what members picked, rejected or passed over in the gallery.'
            : 'Candidates get their rewards when they are trained.'}
        </Text>
      )}
      {comparison && comparison.count > 0 && (
        <>
          <Correlations comparison={comparison} />
          <Figure
            label={`${names.left} and ${names.right}`}
            summary={`${comparison.count.toLocaleString('en')} networks; Kendall's tau ${formatEstimate(comparison.tau)}: ${verdictOf(comparison.tau)}`}
            table={() => ({
              head: ['Candidate', 'Rank left', 'Rank right', names.left, names.right, 'Network'],
              rows: lines.map(({ row }) => [
                `#${row.first.number}`,
                formatRank(row.firstRank),
                formatRank(row.secondRank),
                formatValue(row.firstValue),
                formatValue(row.secondValue),
                row.first.notation,
              ]),
            })}
            legend={
              <>
                <LegendItem mark="line" color={colors.series[0]}>
                  ▲ rises
                </LegendItem>
                <LegendItem mark="dashed" color={colors.series[3]}>
                  ▼ falls
                </LegendItem>
                <LegendItem mark="line" color={colors.text}>
                  = stays
                </LegendItem>
              </>
            }
          >
            <div className={classes.body}>
              <SlopeChart
                slopes={lines}
                names={names}
                active={active}
                onActive={setActive}
                onOpen={(place) => {
                  const row = lines[place]?.row;
                  if (row) router.push(`/searches/${first.id}/candidates/${row.first.number}`);
                }}
              />
              <aside className={classes.aside} aria-label="The network in both orders" aria-live="polite">
                <Details
                  row={shown}
                  left={{ searchId: first.id, name: first === second ? names.left : shortName(first, family) }}
                  right={{ searchId: second.id, name: first === second ? names.right : shortName(second, family) }}
                />
              </aside>
            </div>
          </Figure>
          {(comparison.onlyFirst > 0 || comparison.onlySecond > 0) && (
            <Text size="sm" c="dimmed">
              Ranks are among the {comparison.count} networks of both orders; left out: {comparison.onlyFirst} that are in the left one
              alone, {comparison.onlySecond} in the right one alone.
            </Text>
          )}
        </>
      )}
    </div>
  );
}

/** The search and its retrainings, the original first. */
function familyOf(search: Page): RankedSearchFragment[] {
  const root = search.retrainOf ?? search;
  const rest = search.retrainOf ? [search] : search.retrainings;
  return [root, ...rest];
}

const shortName = (search: RankedSearchFragment, family: readonly RankedSearchFragment[]) =>
  search === family[0] ? 'before' : 'retrained';

const otherReward = ({ plan }: RankedSearchFragment) => rewardsFor(plan.training.task).find((kind) => kind !== plan.reward) ?? plan.reward;

function SidePicker({
  legend,
  family,
  search,
  measure,
  onSearch,
  onMeasure,
}: {
  legend: string;
  family: readonly RankedSearchFragment[];
  search: RankedSearchFragment;
  measure: string;
  onSearch: (id: string) => void;
  onMeasure: (key: string) => void;
}) {
  const groups = measureGroups(rewardsFor(search.plan.training.task), search.metricKinds);
  const data = groups.map(({ group, items }) => ({ group, items: items.map(({ key, label }) => ({ value: key, label })) }));
  const known = groups.some(({ items }) => items.some(({ key }) => key === measure));
  return (
    <fieldset className={classes.picker}>
      <legend>{legend}</legend>
      <Select
        size="xs"
        label="Search"
        data={family.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.id}
        allowDeselect={false}
        onChange={(id) => id && onSearch(id)}
      />
      <Select
        size="xs"
        label="By"
        searchable
        // an address may name a measure that this search does not have (yet)
        data={known ? data : [...data, { group: 'In the address', items: [{ value: measure, label: measureLabel(measure) }] }]}
        value={measure}
        allowDeselect={false}
        onChange={(key) => key && onMeasure(key)}
      />
    </fieldset>
  );
}
