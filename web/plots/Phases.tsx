'use client';
import { usePlotColors } from './colors.ts';
import { Figure } from './Figure.tsx';
import { formatSeconds, formatShare } from './format.ts';
import classes from './plots.module.css';

export interface Phase {
  name: string;
  seconds: number;
}

/** Where the time of one trial went, as one bar. */
export function Phases({ phases, label }: { phases: readonly Phase[]; label: string }) {
  const { series } = usePlotColors();
  const total = phases.reduce((sum, phase) => sum + phase.seconds, 0);
  if (total <= 0) return null;
  const color = (i: number) => series[i % series.length];
  return (
    <Figure
      label={label}
      summary={formatSeconds(total)}
      table={() => ({
        head: ['Phase', 'Time', 'Share'],
        rows: phases.map((phase) => [phase.name, formatSeconds(phase.seconds), formatShare(phase.seconds / total)]),
      })}
    >
      <div className={classes.bar} aria-hidden="true">
        {phases.map((phase, i) =>
          phase.seconds > 0 ? <span key={phase.name} style={{ flexGrow: phase.seconds, background: color(i) }} /> : null,
        )}
      </div>
      <div className={classes.legend}>
        {phases.map((phase, i) => (
          <span key={phase.name} className={classes.legendItem}>
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" rx="2" fill={color(i)} />
            </svg>
            {phase.name} {formatSeconds(phase.seconds)} ({formatShare(phase.seconds / total)})
          </span>
        ))}
      </div>
    </Figure>
  );
}
