'use client';
import { useMemo } from 'react';
import type uPlot from 'uplot';
import { Chart, type ChartPlan } from './Chart.tsx';
import { type PlotColors, usePlotColors } from './colors.ts';
import { type Curve, curves, type MetricValue } from './curves.ts';
import { Figure, LegendItem } from './Figure.tsx';
import { formatTicks, formatValue } from './format.ts';
import classes from './plots.module.css';

/** Every metric by epoch, training and validation together; one small plot a metric. `title` names a metric for people. */
export function Curves({ metrics, title }: { metrics: readonly MetricValue[]; title: (name: string) => string }) {
  const list = useMemo(() => curves(metrics), [metrics]);
  return (
    <div className={classes.multiples}>
      {list.map((curve) => (
        <CurvePlot key={curve.name} curve={curve} title={title(curve.name)} />
      ))}
    </div>
  );
}

function CurvePlot({ curve, title }: { curve: Curve; title: string }) {
  const colors = usePlotColors();
  const plan = useMemo<ChartPlan>(() => ({ id: JSON.stringify(colors), options: options(colors) }), [colors]);
  const data = useMemo(() => [curve.epochs, curve.train, curve.validation] as uPlot.AlignedData, [curve]);
  const last = [...curve.validation].reverse().find((value) => value !== null);
  return (
    <Figure
      label={title}
      summary={last === undefined ? '' : `validation ${formatValue(last)}`}
      table={() => ({
        head: ['Epoch', 'Train', 'Validation'],
        rows: curve.epochs.map((epoch, i) => [epoch, formatValue(curve.train[i]), formatValue(curve.validation[i])]),
      })}
      legend={
        <>
          <LegendItem mark="dashed" color={colors.series[1]}>
            train
          </LegendItem>
          <LegendItem mark="line" color={colors.series[0]}>
            validation
          </LegendItem>
        </>
      }
    >
      <Chart plan={plan} data={data} height={150} />
    </Figure>
  );
}

function options(colors: PlotColors): ChartPlan['options'] {
  const axis = {
    stroke: colors.text,
    grid: { stroke: colors.grid, width: 1 },
    ticks: { stroke: colors.grid, width: 1, size: 4 },
    font: '11px system-ui, sans-serif',
    gap: 3,
  };
  const point = { show: true, size: 5 };
  return {
    scales: { x: { time: false, range: (_, min, max) => [min ?? 1, Math.max((min ?? 1) + 1, max ?? 1)] } },
    legend: { show: false },
    cursor: { show: false },
    axes: [
      { ...axis, size: 26, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500], label: 'epoch', labelSize: 14, labelGap: 0, labelFont: axis.font },
      { ...axis, size: 54, space: 30, values: (_, ticks, __, ___, step) => formatTicks(ticks, step) },
    ],
    series: [
      {},
      { label: 'train', stroke: colors.series[1], width: 1.5, dash: [5, 4], points: { ...point, fill: colors.series[1] } },
      { label: 'validation', stroke: colors.series[0], width: 2, points: { ...point, fill: colors.series[0] } },
    ],
  };
}
