'use client';
import { type PlotColors, usePlotColors } from '../plots/colors.ts';

/** Blue and sky are too near for lines that cross: five colours, then the same dashed, then dotted. Labels at the ends do not need them. */
const COLOURS = [0, 3, 2, 4, 1] as const;
const DASHES = [[], [8, 4], [2, 3]];

export function styleOf({ series }: PlotColors, place: number): { color: string; dash: number[] } {
  return { color: series[COLOURS[place % COLOURS.length]!]!, dash: DASHES[Math.floor(place / COLOURS.length) % DASHES.length]! };
}

/** How a line looks. */
export function Swatch({ place }: { place: number }) {
  const { color, dash } = styleOf(usePlotColors(), place);
  return (
    <svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
      <path d="M0 6h22" stroke={color} strokeWidth="2.5" strokeDasharray={dash.join(' ') || undefined} />
    </svg>
  );
}
