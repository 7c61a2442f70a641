'use client';
import { useQuery } from '@apollo/client/react';
import { Select, Text } from '@mantine/core';
import { parseAsString, useQueryStates } from 'nuqs';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Task } from '../../schema/plans/plan.ts';
import { rewardsFor } from '../../schema/plans/rewards.ts';
import { agreementOf } from '../../schema/rankings/bootstrap.ts';
import { capital } from '../lib/capital.ts';
import { type RewardKind, SearchComparisonDocument } from '../lib/operations.generated.ts';
import { usePlotColors } from '../plots/colors.ts';
import { Figure, LegendItem } from '../plots/Figure.tsx';
import { formatValue } from '../plots/format.ts';
import { Plane } from '../plots/Plane.tsx';
import type { PlanePoint } from '../plots/plane.ts';
import { comparisonSentence } from './agreement.ts';
import { type Measure, measureGroups, measureInput, measureLabel } from './measures.ts';
import classes from './search.module.css';

/** So many resamples keep the page quick with thousands of candidates; the seed makes the interval stay. */
const RESAMPLES = { few: 400, many: 100 };
const MANY = 2_000;

interface Props {
  searchId: string;
  task: Task;
  learned: RewardKind;
  onOpen: (number: number) => void;
  hint: (number: number) => ReactNode;
  /** Gets the function that asks again. */
  onReady: (reload: () => void) => void;
}

/** Any reward, metric or figure of the candidates against any other, picks highlighted, with Kendall's tau. The address holds both. */
export function Comparison({ searchId, task, learned, onOpen, hint, onReady }: Props) {
  const rewards = rewardsFor(task);
  const other = rewards.find((kind) => kind === 'INVERSE_FRECHET') ?? rewards.find((kind) => kind !== learned) ?? learned;
  const [{ x, y }, setMeasures] = useQueryStates(
    { x: parseAsString.withDefault(`reward.${learned}`), y: parseAsString.withDefault(`reward.${other}`) },
    { history: 'replace' },
  );
  const inputs = {
    x: measureInput(x) ?? { reward: learned },
    y: measureInput(y) ?? { reward: other },
  };
  const { data, previousData, error, refetch } = useQuery(SearchComparisonDocument, {
    variables: { id: searchId, ...inputs },
    fetchPolicy: 'cache-and-network',
  });
  useEffect(() => onReady(() => void refetch().catch(() => null)), [onReady, refetch]);
  const search = (data ?? previousData)?.search;
  const candidates = search?.comparison;
  const groups = useMemo(() => measureGroups(rewards, search?.metricKinds ?? []), [rewards, search?.metricKinds]);
  const colors = usePlotColors();
  const points = useMemo(
    (): PlanePoint[] =>
      (candidates ?? []).map((each) => ({
        x: each.x,
        y: each.y,
        color: 0,
        mark: each.picked ? 'picked' : each.rejected ? 'rejected' : 'dot',
      })),
    [candidates],
  );
  const tau = useMemo(() => {
    if (!candidates || candidates.length < 2) return null;
    const resamples = candidates.length > MANY ? RESAMPLES.many : RESAMPLES.few;
    return agreementOf(
      candidates.map((each) => each.x),
      candidates.map((each) => each.y),
      1,
      resamples,
    ).tau;
  }, [candidates]);
  const [nameX, nameY] = [measureLabel(x), measureLabel(y)];
  const axes = useMemo(() => ({ x: nameX, y: nameY }), [nameX, nameY]);
  const about = [x, y].flatMap((key) => groups.flatMap(({ items }) => items).find((measure) => measure.key === key) ?? []);
  return (
    <section>
      <h2 className={classes.heading}>One measure against another</h2>
      <div className={classes.measures}>
        <MeasureSelect label="To the right" value={x} groups={groups} onChange={(key) => setMeasures({ x: key })} />
        <MeasureSelect label="Upwards" value={y} groups={groups} onChange={(key) => setMeasures({ y: key })} />
      </div>
      <Figure
        label={`${capital(nameY)} against ${nameX}`}
        summary={error ? 'It cannot be read now' : comparisonSentence(candidates?.length ?? null, tau)}
        table={() => ({
          head: ['Candidate', nameX, nameY, 'Verdict'],
          rows: (candidates ?? []).map((each) => [
            `#${each.number}`,
            formatValue(each.x),
            formatValue(each.y),
            each.picked ? 'picked' : each.rejected ? 'rejected' : '',
          ]),
        })}
        legend={
          <>
            <LegendItem mark="dot" color={colors.series[0]}>
              candidate
            </LegendItem>
            <LegendItem mark="ring" color={colors.series[3]}>
              picked
            </LegendItem>
            <LegendItem mark="cross" color={colors.failed}>
              rejected
            </LegendItem>
          </>
        }
      >
        <Plane
          points={points}
          axes={axes}
          height={280}
          onOpen={(index) => onOpen(candidates![index]!.number)}
          hint={(index) => {
            const each = candidates?.[index];
            return (
              each && (
                <>
                  {hint(each.number)}
                  <span className={classes.hint}>
                    <span>
                      {nameX} {formatValue(each.x)} · {nameY} {formatValue(each.y)}
                    </span>
                  </span>
                </>
              )
            );
          }}
        />
      </Figure>
      <dl className={classes.about}>
        {about.map((measure) => (
          <div key={measure.key}>
            <dt>{measure.label}</dt>
            <dd>{measure.about}</dd>
          </div>
        ))}
      </dl>
      {candidates?.length === 0 && (
        <Text size="sm" c="dimmed">
          No candidate has both.
        </Text>
      )}
    </section>
  );
}

function MeasureSelect({
  label,
  value,
  groups,
  onChange,
}: {
  label: string;
  value: string;
  groups: readonly { group: string; items: Measure[] }[];
  onChange: (key: string) => void;
}) {
  const data = groups.map(({ group, items }) => ({ group, items: items.map(({ key, label: name }) => ({ value: key, label: name })) }));
  const known = groups.some(({ items }) => items.some(({ key }) => key === value));
  return (
    <Select
      size="xs"
      label={label}
      searchable
      allowDeselect={false}
      maxDropdownHeight={360}
      // an address may name a measure that this search does not have (yet)
      data={known ? data : [...data, { group: 'In the address', items: [{ value, label: measureLabel(value) }] }]}
      value={value}
      onChange={(key) => key && onChange(key)}
    />
  );
}
