'use client';
import { type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { usePlotColors } from './colors.ts';
import { formatTicks } from './format.ts';
import { axisOf, type PlanePoint, place } from './plane.ts';
import classes from './plots.module.css';
import { nearestPoint } from './progress.ts';

/** Pixels around a point within which it is meant by the pointer. */
const REACH = 14;
const MARGIN = { left: 56, right: 10, top: 8, bottom: 38 };

interface Props {
  points: readonly PlanePoint[];
  /** Colours that points name by index; the plot's own when left out. */
  palette?: readonly string[];
  /** Names of the axes; without them neither axis nor frame is drawn, for places that mean nothing by themselves. */
  axes?: { x: string; y: string };
  /** Draws where both are the same, and gives both axes one range. */
  same?: boolean;
  /** What to show of the point under the pointer. */
  hint: (index: number) => ReactNode;
  onOpen?: (index: number) => void;
  height?: number;
}

/** Points in a plane, on a canvas: thousands of them move with the pointer. Those that are marked lie on top. For the eye; `Figure` has the data. */
export function Plane({ points, palette, axes, same = false, hint, onOpen, height = 320 }: Props) {
  const colors = usePlotColors();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [under, setUnder] = useState<number | null>(null);
  const box = axes ? MARGIN : { left: 12, right: 12, top: 12, bottom: 12 };
  const inner = { left: box.left, right: Math.max(box.left + 1, width - box.right), top: box.top, bottom: height - box.bottom };
  const x = useMemo(
    () =>
      axisOf(
        points.flatMap((point) => (same ? [point.x, point.y] : point.x)),
        width / 110,
      ),
    [points, width, same],
  );
  const y = useMemo(
    () =>
      axisOf(
        points.flatMap((point) => (same ? [point.x, point.y] : point.y)),
        height / 55,
      ),
    [points, height, same],
  );
  const { left, right, top, bottom } = inner;
  const places = useMemo(
    () => points.map((point) => ({ x: place(x, point.x, left, right), y: place(y, point.y, bottom, top) })),
    [points, x, y, left, right, top, bottom],
  );

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(canvas.current!.parentElement!);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (!target || !context || width === 0) return;
    const density = window.devicePixelRatio || 1;
    target.width = width * density;
    target.height = height * density;
    context.scale(density, density);
    context.clearRect(0, 0, width, height);
    context.font = '11px system-ui, sans-serif';
    if (axes) {
      context.strokeStyle = colors.grid;
      context.fillStyle = colors.text;
      context.lineWidth = 1;
      context.textAlign = 'center';
      formatTicks(x.ticks, x.step).forEach((label, i) => {
        const at = place(x, x.ticks[i]!, left, right);
        line(context, at, top, at, bottom);
        context.fillText(label, at, bottom + 14);
      });
      context.fillText(axes.x, (left + right) / 2, bottom + 31);
      context.textAlign = 'right';
      formatTicks(y.ticks, y.step).forEach((label, i) => {
        const at = place(y, y.ticks[i]!, bottom, top);
        line(context, left, at, right, at);
        context.fillText(label, left - 6, at + 4);
      });
      context.save();
      context.translate(11, (top + bottom) / 2);
      context.rotate(-Math.PI / 2);
      context.textAlign = 'center';
      context.fillText(axes.y, 0, 0);
      context.restore();
    }
    if (same) {
      context.strokeStyle = colors.text;
      context.setLineDash([5, 4]);
      const [from, to] = [Math.max(x.low, y.low), Math.min(x.high, y.high)];
      line(context, place(x, from, left, right), place(y, from, bottom, top), place(x, to, left, right), place(y, to, bottom, top));
      context.setLineDash([]);
    }
    const series = palette ?? colors.series;
    // what is marked is drawn last, and so lies on top
    for (const marked of [false, true]) {
      points.forEach((point, i) => {
        if ((point.mark === 'picked' || point.mark === 'rejected') === marked) draw(context, point, places[i]!, series, colors);
      });
    }
    if (under !== null && places[under]) ring(context, places[under], 9, colors.text, 2);
  }, [points, places, palette, axes, colors, width, height, x, y, left, right, top, bottom, under, same]);

  const at = (event: PointerEvent) => nearestPoint({ x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY }, places, REACH);
  const open = under !== null && onOpen;
  return (
    <div className={classes.holder} style={{ height }}>
      <div aria-hidden="true">
        <canvas
          ref={canvas}
          style={{ width: '100%', height, display: 'block', cursor: open ? 'pointer' : 'crosshair' }}
          onPointerMove={(event) => setUnder(at(event))}
          onPointerDown={(event) => setUnder(at(event))}
          onPointerLeave={() => setUnder(null)}
          onClick={() => open && onOpen(under)}
        />
      </div>
      {under !== null && places[under] && (
        <div
          className={classes.tip}
          style={{
            top: Math.max(4, Math.min(height - 110, places[under].y - 20)),
            ...(places[under].x > width / 2 ? { right: width - places[under].x + 14 } : { left: places[under].x + 14 }),
          }}
        >
          {hint(under)}
        </div>
      )}
    </div>
  );
}

interface Colors {
  text: string;
  failed: string;
  surface: string;
  series: readonly string[];
}

function draw(
  context: CanvasRenderingContext2D,
  { mark, color, text }: PlanePoint,
  at: { x: number; y: number },
  series: readonly string[],
  colors: Colors,
) {
  const paint = series[color % series.length]!;
  if (mark === 'text') {
    context.fillStyle = paint;
    context.textAlign = 'center';
    context.fillText(text ?? '', at.x, at.y + 4);
    return;
  }
  context.globalAlpha = mark === 'dot' ? 0.6 : 1;
  context.fillStyle = mark === 'picked' ? colors.series[3]! : paint;
  context.beginPath();
  context.arc(at.x, at.y, mark === 'picked' ? 3.5 : 2.8, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
  if (mark === 'picked') ring(context, at, 6.5, colors.series[3]!, 2);
  if (mark === 'rejected') {
    context.strokeStyle = colors.failed;
    context.lineWidth = 1.5;
    line(context, at.x - 4, at.y - 4, at.x + 4, at.y + 4);
    line(context, at.x - 4, at.y + 4, at.x + 4, at.y - 4);
  }
}

function ring(context: CanvasRenderingContext2D, at: { x: number; y: number }, radius: number, color: string, width: number) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.stroke();
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number) {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
