'use client';
import { useMemo } from 'react';
import uPlot from 'uplot';
import { CANDIDATE_AXIS, EPSILON_AXIS } from './axes.ts';
import { Chart, type ChartPlan } from './Chart.tsx';
import { type PlotColors, usePlotColors } from './colors.ts';
import { type ExplorationPoint, explorationRows, explorationSummary, hasExploration, percent } from './exploration.ts';
import { Figure, LegendItem } from './Figure.tsx';
import { formatValue } from './format.ts';
import { type Mark, marksText } from './marks.ts';

/** "Does it still explore?": share of new networks among the last 50 drawn, and of the entropy of pure chance, by candidate; with epsilon where there is one. */
export function Exploration({
  points,
  marks = [],
  height = 150,
}: {
  points: readonly ExplorationPoint[];
  /** Where something was changed. */
  marks?: readonly Mark[];
  height?: number;
}) {
  const colors = usePlotColors();
  const greedy = points.some(({ epsilon }) => epsilon !== null);
  const plan = useMemo<ChartPlan>(() => ({ id: JSON.stringify([colors, greedy]), options: options(colors, greedy) }), [colors, greedy]);
  const data = useMemo(
    () =>
      [
        points.map(({ number }) => number),
        points.map(({ distinct }) => distinct),
        points.map(({ entropyShare }) => entropyShare),
        points.map(({ epsilon }) => epsilon),
      ] as uPlot.AlignedData,
    [points],
  );
  if (points.length > 0 && !hasExploration(points)) return null;
  return (
    <Figure
      label="Does it still explore?"
      summary={explorationSummary(points)}
      table={() => ({
        head: ['Candidate', 'New of the last 50', 'Entropy of pure chance', 'Epsilon'],
        rows: explorationRows(points).map(({ number, distinct, entropyShare, epsilon }) => [
          number,
          percent(distinct),
          percent(entropyShare),
          formatValue(epsilon),
        ]),
      })}
      legend={
        <>
          <LegendItem mark="line" color={colors.series[2]}>
            new of the last 50
          </LegendItem>
          <LegendItem mark="line" color={colors.series[3]}>
            entropy
          </LegendItem>
          {greedy && (
            <LegendItem mark="dashed" color={colors.series[4]}>
              epsilon
            </LegendItem>
          )}
          {marks.length > 0 && (
            <LegendItem mark="mark" color={colors.text}>
              {marksText(marks)}
            </LegendItem>
          )}
        </>
      }
    >
      <Chart plan={plan} data={data} height={height} marks={marks} />
    </Figure>
  );
}

function options(colors: PlotColors, greedy: boolean): ChartPlan['options'] {
  const axis = {
    stroke: colors.text,
    grid: { stroke: colors.grid, width: 1 },
    ticks: { stroke: colors.grid, width: 1, size: 4 },
    font: '11px system-ui, sans-serif',
    gap: 3,
  };
  const line = { spanGaps: true, points: { show: false } };
  return {
    scales: {
      x: { time: false, range: (_, min, max) => [Math.max(0, (min ?? 1) - 0.5), Math.max(10, (max ?? 1) + 0.5)] },
      y: { range: [0, 1.02] },
    },
    legend: { show: false },
    cursor: { show: false },
    axes: [
      { ...axis, ...CANDIDATE_AXIS },
      { ...axis, size: 56, space: 30, values: (_, ticks) => ticks.map((tick) => percent(tick)) },
      // as wide as the plot of rewards beside its axis of epsilon, so that a candidate stands below itself
      {
        ...axis,
        show: greedy,
        scale: 'y',
        side: 1,
        size: EPSILON_AXIS,
        values: (_, ticks) => ticks.map(() => ''),
        ticks: { show: false },
        grid: { show: false },
      },
    ],
    series: [
      {},
      { ...line, label: 'new of the last 50', stroke: colors.series[2], width: 2 },
      { ...line, label: 'entropy', stroke: colors.series[3], width: 1.5 },
      {
        ...line,
        label: 'epsilon',
        stroke: colors.series[4],
        width: 1.5,
        dash: [5, 4],
        paths: uPlot.paths.stepped!({ align: 1 }),
      },
    ],
  };
}
