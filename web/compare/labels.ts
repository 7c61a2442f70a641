import type uPlot from 'uplot';
import type { PlotColors } from '../plots/colors.ts';
import type { Line } from './curves.ts';
import { styleOf } from './Swatch.tsx';

/** Height of a label, px. */
const HEIGHT = 13;

/** Labels whose ends are nearer than this to each other would lie upon each other; px. */
const NEAR = 30;

/**
 * Moves labels apart that would lie upon each other, by as little as their order allows: from above to below, then back from the lower edge.
 * @param ends of the lines, px from left and above
 * @param size how near two labels may come, px
 * @returns middles in the same order, px from above
 */
export function spread(ends: readonly { x: number; y: number }[], size: { near: number; height: number }, bottom: number): number[] {
  const order = ends.map((_, i) => i).sort((a, b) => ends[a]!.y - ends[b]!.y || a - b);
  const placed = ends.map(({ y }) => y);
  const beside = (i: number, others: readonly number[]) => others.filter((other) => Math.abs(ends[other]!.x - ends[i]!.x) < size.near);
  order.forEach((i, at) => {
    placed[i] = Math.max(placed[i]!, ...beside(i, order.slice(0, at)).map((other) => placed[other]! + size.height));
  });
  order.reverse().forEach((i, at) => {
    placed[i] = Math.min(
      placed[i]!,
      bottom - size.height / 2,
      ...beside(i, order.slice(0, at)).map((other) => placed[other]! - size.height),
    );
  });
  return placed;
}

/** Writes the label of each line beside its end. */
export function drawLabels(
  u: uPlot,
  lines: readonly Line[],
  columns: { x: number[]; value: (number | null)[][] },
  colors: PlotColors,
): void {
  const ratio = devicePixelRatio;
  const ends = lines.flatMap(({ label }, i) => {
    const column = columns.value[i] ?? [];
    const last = column.findLastIndex((value) => value !== null);
    return last < 0 ? [] : [{ label, i, x: u.valToPos(columns.x[last]!, 'x', true), y: u.valToPos(column[last]!, 'y', true) }];
  });
  const middles = spread(ends, { near: NEAR * ratio, height: HEIGHT * ratio }, u.bbox.top + u.bbox.height);
  u.ctx.save();
  u.ctx.font = `700 ${12 * ratio}px system-ui, sans-serif`;
  u.ctx.textBaseline = 'middle';
  for (const [place, { label, i, x }] of ends.entries()) {
    u.ctx.lineWidth = 3 * ratio;
    u.ctx.strokeStyle = colors.surface;
    u.ctx.fillStyle = styleOf(colors, i).color;
    u.ctx.strokeText(label, x + 5 * ratio, middles[place]!);
    u.ctx.fillText(label, x + 5 * ratio, middles[place]!);
  }
  u.ctx.restore();
}
