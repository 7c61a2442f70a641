'use client';
import type { ReactNode } from 'react';
import { usePlotColors } from './colors.ts';
import classes from './plots.module.css';

export interface Interval {
  name: string;
  /** Marked as the one that counts. */
  marked: boolean;
  value: number | null;
  low: number | null;
  high: number | null;
  /** The figures in words, beside the picture. */
  text: ReactNode;
}

const WIDTH = 160;
const HEIGHT = 16;

/** Shares between 0 and 1 with their intervals, one line each, against the line of chance at 0.5. The table is its own data. */
export function Intervals({ caption, intervals }: { caption: string; intervals: readonly Interval[] }) {
  const colors = usePlotColors();
  const x = (share: number) => 6 + share * (WIDTH - 12);
  return (
    <table className={classes.intervals} aria-label={caption}>
      <tbody>
        {intervals.map(({ name, marked, value, low, high, text }) => (
          <tr key={name}>
            <th scope="row">{marked ? <strong>{name}</strong> : name}</th>
            <td>
              <svg width="100%" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} style={{ maxWidth: WIDTH, display: 'block' }} aria-hidden="true">
                <path d={`M6 8H${WIDTH - 6}`} stroke={colors.grid} strokeWidth="2" />
                <path d={`M${x(0.5)} 0V${HEIGHT}`} stroke={colors.text} strokeDasharray="2 2" />
                {low !== null && high !== null && (
                  <path d={`M${x(low)} 8H${x(high)}`} stroke={colors.series[0]} strokeWidth="4" opacity="0.45" strokeLinecap="round" />
                )}
                {value !== null && <circle cx={x(value)} cy="8" r="4.5" fill={colors.series[0]} />}
              </svg>
            </td>
            <td className={classes.number}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
