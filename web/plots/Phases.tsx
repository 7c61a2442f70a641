'use client';
import { usePlotColors } from './colors.ts';
import { Figure } from './Figure.tsx';
import { formatSeconds, formatShare } from './format.ts';
import classes from './plots.module.css';

export interface Phase {
  name: string;
  seconds: number;
  /** What nobody measured, drawn without a colour of its own. */
  rest?: boolean;
}

/** Where the time of one trial went, as one bar. */
export function Phases({ phases, label }: { phases: readonly Phase[]; label: string }) {
  const { series, text } = usePlotColors();
  const total = phases.reduce((sum, phase) => sum + phase.seconds, 0);
  if (total <= 0) return null;
  const colored = phases.filter(({ rest }) => !rest);
  // beyond the sixth the colours come again, paler
  const look = (phase: Phase) => {
    const i = colored.indexOf(phase);
    return i < 0 ? { color: text, opacity: 0.4 } : { color: series[i % series.length], opacity: i < series.length ? 1 : 0.5 };
  };
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
        {phases.map((phase) => {
          const { color, opacity } = look(phase);
          return phase.seconds > 0 ? <span key={phase.name} style={{ flexGrow: phase.seconds, background: color, opacity }} /> : null;
        })}
      </div>
      <div className={classes.legend}>
        {phases.map((phase) => (
          <span key={phase.name} className={classes.legendItem}>
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" rx="2" fill={look(phase).color} fillOpacity={look(phase).opacity} />
            </svg>
            {phase.name} {formatSeconds(phase.seconds)} ({formatShare(phase.seconds / total)})
          </span>
        ))}
      </div>
    </Figure>
  );
}
