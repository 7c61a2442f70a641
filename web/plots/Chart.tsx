'use client';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { type Mark, placeMarks } from './marks.ts';
import classes from './plots.module.css';

/** What a chart is made of, apart from its size and data. `id` says when it has to be made anew (colours, series). */
export interface ChartPlan {
  id: string;
  options: Omit<uPlot.Options, 'width' | 'height'>;
}

const NONE: readonly Mark[] = [];

/**
 * A uPlot that follows its container's width. New data is drawn into the same chart; only a changed plan makes another.
 * The picture is for the eye: `Figure` around it carries the label and the data as a table.
 */
export function Chart({
  plan,
  data,
  height,
  marks = NONE,
  onReady,
}: {
  plan: ChartPlan;
  data: uPlot.AlignedData;
  height: number;
  /** Of a chart by candidate number. */
  marks?: readonly Mark[];
  onReady?: (chart: uPlot) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const latest = useRef({ plan, data, marks, onReady });
  latest.current = { plan, data, marks, onReady };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan is compared by its id, data is handed over below
  useEffect(() => {
    const container = box.current!;
    const { options } = latest.current.plan;
    const draw = [...[options.hooks?.draw ?? []].flat(), (u: uPlot) => placeMarks(u, latest.current.marks)];
    const made = new uPlot(
      { ...options, hooks: { ...options.hooks, draw }, width: Math.max(1, container.clientWidth), height },
      latest.current.data,
      container,
    );
    const observer = new ResizeObserver(([entry]) => made.setSize({ width: Math.max(1, Math.floor(entry!.contentRect.width)), height }));
    observer.observe(container);
    chart.current = made;
    latest.current.onReady?.(made);
    return () => {
      observer.disconnect();
      made.destroy();
      chart.current = null;
    };
  }, [plan.id, height]);

  useEffect(() => {
    chart.current?.setData(data);
  }, [data]);

  useEffect(() => {
    if (chart.current) placeMarks(chart.current, marks);
  }, [marks]);

  return <div ref={box} className={classes.chart} style={{ height }} aria-hidden="true" />;
}
