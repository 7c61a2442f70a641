import type uPlot from 'uplot';
import type { PlotColors } from '../plots/colors.ts';
import type { Line } from './curves.ts';
import { styleOf } from './Swatch.tsx';

/** Height of a label, px. */
const HEIGHT = 13;

/**
 * Moves labels apart that would lie upon each other, by as little as their order allows: from above to below, then back from the lower edge.
 * @param wanted middles, px from above; @returns middles in the same order
 */
export function spread(wanted: readonly number[], height: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const placed = [...wanted];
  let free = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    placed[i] = Math.max(wanted[i]!, free);
    free = placed[i]! + height;
  }
  let edge = bottom - height / 2;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, edge);
    edge = placed[i]! - height;
  }
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
  const middles = spread(
    ends.map(({ y }) => y),
    HEIGHT * ratio,
    u.bbox.top + u.bbox.height,
  );
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
