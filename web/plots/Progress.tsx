'use client';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import { CANDIDATE_AXIS, EPSILON_AXIS } from './axes.ts';
import { Chart, type ChartPlan } from './Chart.tsx';
import { type PlotColors, usePlotColors } from './colors.ts';
import { Figure, LegendItem } from './Figure.tsx';
import { formatTicks, formatValue } from './format.ts';
import { type Mark, marksText } from './marks.ts';
import classes from './plots.module.css';
import { learning, nearestPoint, type ProgressPoint, progressRows, progressSeries, type Range } from './progress.ts';

/** Pixels around a point within which it is meant by the pointer. */
const REACH = 14;

interface Props {
  points: readonly ProgressPoint[];
  /** Where something was changed. */
  marks?: readonly Mark[];
  /** Name of the reward on the left axis. */
  rewardName: string;
  /** What the table below is filtered by; shaded. */
  range: Range;
  /** A dragged rectangle; sides that were not dragged are null. All null: everything. */
  onRange: (range: Range) => void;
  onOpen: (number: number) => void;
  /** What to show of the candidate under the pointer. */
  hint: (number: number) => ReactNode;
  height?: number;
}

/** Reward against candidate number with rolling mean and best so far; epsilon on the second axis. Hover, click, drag. */
export function Progress({ points, marks = [], rewardName, range, onRange, onOpen, hint, height = 240 }: Props) {
  const colors = usePlotColors();
  const series = useMemo(() => progressSeries(points), [points]);
  const data = useMemo(
    () => [series.number, series.reward, series.mean, series.best, series.epsilon, series.picked, series.predicted] as uPlot.AlignedData,
    [series],
  );
  const [hover, setHover] = useState<{ place: number; x: number; y: number } | null>(null);
  const chart = useRef<uPlot | null>(null);
  const greedy = points.some(({ epsilon }) => epsilon !== null);
  const latest = useRef({ series, range, hover, onRange, onOpen });
  latest.current = { series, range, hover, onRange, onOpen };

  const point = useCallback((u: uPlot): { place: number; x: number; y: number } | null => {
    const { left, top } = u.cursor;
    if (left === undefined || top === undefined || left < 0) return null;
    const { predicted } = latest.current.series;
    const places = latest.current.series.reward.map((measured, i) => {
      const reward = measured ?? predicted[i]!;
      const x = u.valToPos(latest.current.series.number[i]!, 'x');
      if (reward !== null) return { x, y: u.valToPos(reward, 'y') };
      return latest.current.series.failed[i] === null ? null : { x, y: u.over.clientHeight - 7 };
    });
    const place = nearestPoint({ x: left, y: top }, places, REACH);
    return place === null ? null : { place, ...places[place]! };
  }, []);

  const plan = useMemo<ChartPlan>(
    () => ({
      id: JSON.stringify([colors, greedy]),
      options: {
        scales: {
          x: { time: false, range: (_, min, max) => [Math.max(0, (min ?? 1) - 0.5), Math.max(10, (max ?? 1) + 0.5)] },
          epsilon: { range: [0, 1.02] },
        },
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: true, y: true, uni: 30, setScale: false } },
        axes: axes(colors, greedy),
        series: lines(colors),
        hooks: {
          drawClear: [(u) => shade(u, latest.current.range, colors)],
          draw: [(u) => crosses(u, latest.current.series, colors), (u) => highlight(u, latest.current.hover, colors)],
          setCursor: [(u) => setHover((was) => keep(was, point(u)))],
          setSelect: [(u) => brushed(u, latest.current.onRange)],
        },
      },
    }),
    [colors, greedy, point],
  );

  const onReady = useCallback(
    (u: uPlot) => {
      chart.current = u;
      u.over.addEventListener('click', () => {
        const under = point(u);
        if (under) latest.current.onOpen(latest.current.series.number[under.place]!);
      });
      u.over.addEventListener('dblclick', () => latest.current.onRange({ from: null, to: null, min: null, max: null }));
      u.over.addEventListener('mouseleave', () => setHover(null));
    },
    [point],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn over the data is read through `latest`
  useEffect(() => {
    chart.current?.redraw(false);
  }, [range, hover]);

  const number = hover && series.number[hover.place];
  return (
    <Figure
      label={`${rewardName} by candidate`}
      summary={summary(points)}
      table={() => ({
        head: ['Candidates', 'Rewards', 'Mean', 'Best', 'Failed', 'Picked', 'Epsilon'],
        rows: progressRows(points).map((row) => [
          row.numbers,
          row.count,
          formatValue(row.mean),
          formatValue(row.max),
          row.failed,
          row.picked,
          formatValue(row.epsilon),
        ]),
      })}
      legend={
        <>
          <LegendItem mark="dot" color={colors.series[0]}>
            reward
          </LegendItem>
          <LegendItem mark="line" color={colors.series[1]}>
            mean of {series.window}
          </LegendItem>
          <LegendItem mark="line" color={colors.series[2]}>
            best
          </LegendItem>
          {greedy && (
            <LegendItem mark="dashed" color={colors.series[4]}>
              epsilon
            </LegendItem>
          )}
          <LegendItem mark="ring" color={colors.series[3]}>
            picked
          </LegendItem>
          <LegendItem mark="cross" color={colors.failed}>
            failed
          </LegendItem>
          {series.predicted.some((value) => value !== null) && (
            <LegendItem mark="ring" color={colors.series[0]}>
              predicted, stopped early
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
      <div className={classes.holder}>
        <Chart plan={plan} data={data} height={height} marks={marks} onReady={onReady} />
        {hover && typeof number === 'number' && (
          <Tip chart={chart.current} x={hover.x}>
            {hint(number)}
          </Tip>
        )}
      </div>
    </Figure>
  );
}

function Tip({ chart, x, children }: { chart: uPlot | null; x: number; children: ReactNode }) {
  if (!chart) return null;
  const left = chart.over.offsetLeft + x;
  const before = x > chart.over.clientWidth / 2;
  return (
    <div className={classes.tip} style={before ? { right: `calc(100% - ${left - 12}px)`, top: 8 } : { left: left + 12, top: 8 }}>
      {children}
    </div>
  );
}

function summary(points: readonly ProgressPoint[]): string {
  const trend = learning(points);
  if (!trend) return points.length === 0 ? 'Waiting for the first candidate' : 'Too few results for a trend';
  const change = trend.last - trend.first;
  const word = Math.abs(change) < 0.002 * Math.abs(trend.first) ? 'level' : change > 0 ? 'rising' : 'falling';
  return `Mean ${word}: ${formatValue(trend.first)} in the first fifth, ${formatValue(trend.last)} in the last`;
}

/** The same object while the same point is under the pointer, so that nothing renders. */
function keep<T extends { place: number } | null>(was: T, now: T): T {
  return was?.place === now?.place && (was === null) === (now === null) ? was : now;
}

/** The second axis is there where there is an epsilon. */
function axes(colors: PlotColors, greedy: boolean): uPlot.Axis[] {
  const axis = {
    stroke: colors.text,
    grid: { stroke: colors.grid, width: 1 },
    ticks: { stroke: colors.grid, width: 1, size: 4 },
    font: '11px system-ui, sans-serif',
    gap: 3,
  };
  return [
    { ...axis, ...CANDIDATE_AXIS },
    { ...axis, size: 56, space: 36, values: (_, ticks, __, ___, step) => formatTicks(ticks, step) },
    {
      ...axis,
      show: greedy,
      scale: 'epsilon',
      side: 1,
      size: EPSILON_AXIS - 14,
      space: 36,
      grid: { show: false },
      label: 'epsilon',
      labelSize: 14,
      labelGap: 0,
      labelFont: axis.font,
    },
  ];
}

function lines(colors: PlotColors): uPlot.Series[] {
  const [reward, mean, best, picked, epsilon] = colors.series;
  const none = () => null;
  return [
    {},
    { label: 'reward', stroke: reward, paths: none, points: { show: true, size: 5, fill: `${reward}b0`, stroke: `${reward}b0`, width: 0 } },
    { label: 'mean', stroke: mean, width: 2, spanGaps: true, points: { show: false } },
    { label: 'best', stroke: best, width: 2, paths: uPlot.paths.stepped!({ align: 1 }), points: { show: false } },
    {
      label: 'epsilon',
      stroke: epsilon,
      width: 1.5,
      dash: [5, 4],
      scale: 'epsilon',
      paths: uPlot.paths.stepped!({ align: 1 }),
      spanGaps: true,
      points: { show: false },
    },
    { label: 'picked', stroke: picked, paths: none, points: { show: true, size: 10, fill: 'transparent', stroke: picked, width: 2 } },
    { label: 'predicted', stroke: reward, paths: none, points: { show: true, size: 5, fill: 'transparent', stroke: reward, width: 1 } },
  ];
}

/** What the table is filtered by. */
function shade(u: uPlot, { from, to, min, max }: Range, colors: PlotColors) {
  if (from === null && to === null && min === null && max === null) return;
  const { left, top, width, height } = u.bbox;
  const x0 = from === null ? left : Math.max(left, u.valToPos(from - 0.5, 'x', true));
  const x1 = to === null ? left + width : Math.min(left + width, u.valToPos(to + 0.5, 'x', true));
  const y0 = max === null ? top : Math.max(top, u.valToPos(max, 'y', true));
  const y1 = min === null ? top + height : Math.min(top + height, u.valToPos(min, 'y', true));
  u.ctx.fillStyle = `${colors.series[0]}22`;
  u.ctx.fillRect(x0, y0, Math.max(0, x1 - x0), Math.max(0, y1 - y0));
}

/** Failed candidates have no reward: a cross at the bottom, whatever the scale. */
function crosses(u: uPlot, { number, failed }: { number: number[]; failed: (number | null)[] }, colors: PlotColors) {
  const size = 3 * devicePixelRatio;
  const y = u.bbox.top + u.bbox.height - 7 * devicePixelRatio;
  u.ctx.save();
  u.ctx.strokeStyle = colors.failed;
  u.ctx.lineWidth = 1.5 * devicePixelRatio;
  u.ctx.beginPath();
  failed.forEach((value, i) => {
    if (value === null) return;
    const x = u.valToPos(number[i]!, 'x', true);
    u.ctx.moveTo(x - size, y - size);
    u.ctx.lineTo(x + size, y + size);
    u.ctx.moveTo(x + size, y - size);
    u.ctx.lineTo(x - size, y + size);
  });
  u.ctx.stroke();
  u.ctx.restore();
}

function highlight(u: uPlot, hover: { x: number; y: number } | null, colors: PlotColors) {
  if (!hover) return;
  u.ctx.save();
  u.ctx.strokeStyle = colors.text;
  u.ctx.lineWidth = 2 * devicePixelRatio;
  u.ctx.beginPath();
  u.ctx.arc(u.bbox.left + hover.x * devicePixelRatio, u.bbox.top + hover.y * devicePixelRatio, 6 * devicePixelRatio, 0, 2 * Math.PI);
  u.ctx.stroke();
  u.ctx.restore();
}

/** A drag over less than 5 pixels is a click. Drags along one axis leave the other free. */
function brushed(u: uPlot, onRange: (range: Range) => void) {
  const { left, top, width, height } = u.select;
  if (width <= 5 && height <= 5) return;
  const wide = width > 5 && width < u.over.clientWidth - 1;
  const tall = height > 5 && height < u.over.clientHeight - 1;
  onRange({
    from: wide ? Math.max(1, Math.ceil(u.posToVal(left, 'x'))) : null,
    to: wide ? Math.floor(u.posToVal(left + width, 'x')) : null,
    min: tall ? Number(u.posToVal(top + height, 'y').toPrecision(4)) : null,
    max: tall ? Number(u.posToVal(top, 'y').toPrecision(4)) : null,
  });
  u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
}
