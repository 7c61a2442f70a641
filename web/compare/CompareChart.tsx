'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import { Chart, type ChartPlan } from '../plots/Chart.tsx';
import { type PlotColors, usePlotColors } from '../plots/colors.ts';
import { Figure } from '../plots/Figure.tsx';
import { formatCount, formatSeconds, formatTicks, formatValue } from '../plots/format.ts';
import plots from '../plots/plots.module.css';
import classes from './compare.module.css';
import { AXIS_WORDS, type Axis, columnsOf, formatCost, type Line, valueAt } from './curves.ts';
import { drawLabels } from './labels.ts';
import { Swatch, styleOf } from './Swatch.tsx';

/** The table behind the plot has no more rows. */
const MOST_ROWS = 60;

/** Best reward so far of several searches, as steps, each labelled at its end; the pointer reads all of them at one place. */
export function CompareChart({
  lines,
  axis,
  rewardName,
  summary,
}: {
  lines: readonly Line[];
  axis: Axis;
  rewardName: string;
  summary: string;
}) {
  const colors = usePlotColors();
  const columns = useMemo(() => columnsOf(lines), [lines]);
  const banded = lines.some(({ curves }) => curves.length > 1);
  const data = useMemo(
    () => [columns.x, ...columns.value, ...(banded ? columns.low.flatMap((low, i) => [low, columns.high[i]!]) : [])] as uPlot.AlignedData,
    [columns, banded],
  );
  const [hover, setHover] = useState<{ x: number; left: number; chart: uPlot } | null>(null);
  const latest = useRef({ lines, columns });
  latest.current = { lines, columns };
  const labels = lines.map(({ label }) => label).join(' ');
  const plan = useMemo<ChartPlan>(
    () => ({
      id: JSON.stringify([colors, labels, axis, banded]),
      options: {
        scales: { x: { time: false, range: (_, __, max) => [0, Math.max(max ?? 1, axis === 'candidates' ? 10 : 0) || 1] } },
        legend: { show: false },
        padding: [10, 12 + 8 * Math.max(...lines.map(({ label }) => label.length)), 0, 0],
        cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
        axes: axes(colors, axis),
        series: seriesOf(colors, lines, banded),
        bands: banded
          ? lines.map((_, i) => {
              const low = 1 + lines.length + 2 * i;
              return { series: [low + 1, low], fill: `${styleOf(colors, i).color}2e` };
            })
          : [],
        hooks: {
          draw: [(u) => drawLabels(u, latest.current.lines, latest.current.columns, colors)],
          setCursor: [
            (u) => {
              const { left } = u.cursor;
              setHover(left === undefined || left < 0 ? null : { x: u.posToVal(left, 'x'), left, chart: u });
            },
          ],
        },
      },
    }),
    [colors, labels, axis, banded, lines],
  );
  const onReady = useCallback((u: uPlot) => u.over.addEventListener('mouseleave', () => setHover(null)), []);
  const { label } = AXIS_WORDS[axis];
  return (
    <Figure
      label={`Best ${rewardName} so far by ${label.toLowerCase().replace('flops', 'FLOPs')}`}
      summary={summary}
      table={() => ({ head: [label, ...lines.map((line) => line.label)], rows: rowsOf(lines, columns.x, axis) })}
      legend={lines.map((line, i) => (
        <span key={line.label} className={classes.legendItem}>
          <Swatch place={i} />
          <strong>{line.label}</strong> {line.name}
        </span>
      ))}
    >
      <div className={plots.holder}>
        <Chart plan={plan} data={data} height={340} onReady={onReady} />
        {hover && <Tip lines={lines} axis={axis} {...hover} />}
      </div>
    </Figure>
  );
}

function Tip({ lines, axis, x, left, chart }: { lines: readonly Line[]; axis: Axis; x: number; left: number; chart: uPlot }) {
  const place = chart.over.offsetLeft + left;
  const before = left > chart.over.clientWidth / 2;
  const values = lines.map((line, i) => ({ line, i, at: valueAt(line, x) })).sort((a, b) => (b.at?.value ?? -1) - (a.at?.value ?? -1));
  return (
    <div className={plots.tip} style={before ? { right: `calc(100% - ${place - 12}px)`, top: 8 } : { left: place + 12, top: 8 }}>
      <div className={classes.tipHead}>
        {axis === 'candidates' ? `${formatCost(axis, x)} candidates` : axis === 'seconds' ? formatSeconds(x) : `${formatCount(x)} FLOPs`}
      </div>
      {values.map(({ line, i, at }) => (
        <div key={line.label} className={classes.tipRow}>
          <Swatch place={i} />
          <strong>{line.label}</strong>
          <span>{at ? formatValue(at.value) : '–'}</span>
          {at && at.high > at.low && (
            <span className={classes.dimmed}>
              {formatValue(at.low)} to {formatValue(at.high)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

/** Of many places, evenly chosen ones, the last among them. */
function rowsOf(lines: readonly Line[], x: readonly number[], axis: Axis): string[][] {
  const step = Math.max(1, Math.ceil(x.length / MOST_ROWS));
  const chosen = x.filter((_, i) => (x.length - 1 - i) % step === 0);
  return chosen.map((at) => [formatCost(axis, at), ...lines.map((line) => formatValue(valueAt(line, at)?.value))]);
}

function axes(colors: PlotColors, axis: Axis): uPlot.Axis[] {
  const common = {
    stroke: colors.text,
    grid: { stroke: colors.grid, width: 1 },
    ticks: { stroke: colors.grid, width: 1, size: 4 },
    font: '11px system-ui, sans-serif',
    gap: 3,
  };
  const words: Partial<uPlot.Axis> =
    axis === 'candidates'
      ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000] }
      : { values: (_, ticks) => ticks.map((tick) => (tick === 0 ? '0' : formatCost(axis, tick))) };
  return [
    { ...common, size: 26, space: axis === 'seconds' ? 90 : 60, ...words },
    { ...common, size: 56, space: 36, values: (_, ticks, __, ___, step) => formatTicks(ticks, step) },
  ];
}

function seriesOf(colors: PlotColors, lines: readonly Line[], banded: boolean): uPlot.Series[] {
  const paths = uPlot.paths.stepped!({ align: 1 });
  const values = lines.map((line, i) => {
    const { color, dash } = styleOf(colors, i);
    return { label: line.label, stroke: color, width: 2, dash, paths, points: { show: false } };
  });
  const ends = lines.flatMap(() => [
    { paths, width: 0, points: { show: false } },
    { paths, width: 0, points: { show: false } },
  ]);
  return [{}, ...values, ...(banded ? ends : [])];
}
