import type { RankingsQuery } from '../lib/operations.generated.ts';
import { usePlotColors } from '../plots/colors.ts';
import classes from './rankings.module.css';
import { formatEstimate } from './slopes.ts';

type Comparison = NonNullable<RankingsQuery['compareRankings']>;

const WIDTH = 160;

/** Both coefficients on a scale from -1 to 1 with their intervals, and what the tops share. */
export function Correlations({ comparison: { tau, rho, overlaps } }: { comparison: Comparison }) {
  return (
    <div className={classes.figures}>
      <Coefficient name="Kendall's tau-b" estimate={tau} />
      <Coefficient name="Spearman's rho" estimate={rho} />
      <dl className={classes.overlaps} aria-label="In both tops">
        {overlaps.map(({ k, shared, chance }) => (
          <div key={k}>
            <dt>top {k}</dt>
            <dd>
              <b>{shared}</b> shared <span className={classes.chance}>chance {chance.toFixed(1)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Coefficient({ name, estimate }: { name: string; estimate: Comparison['tau'] }) {
  const colors = usePlotColors();
  const x = (value: number) => 6 + ((value + 1) / 2) * (WIDTH - 12);
  const { value, low, high } = estimate;
  return (
    <div className={classes.coefficient}>
      <span>{name}</span>
      <b>{formatEstimate(estimate)}</b>
      <svg width={WIDTH} height={16} viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
        <path d={`M6 8H${WIDTH - 6}`} stroke={colors.grid} strokeWidth="2" />
        <path d={`M${x(0)} 0V16`} stroke={colors.text} strokeDasharray="2 2" />
        {low !== null && high !== null && (
          <path d={`M${x(low)} 8H${x(high)}`} stroke={colors.series[0]} strokeWidth="4" opacity="0.45" strokeLinecap="round" />
        )}
        {value !== null && <circle cx={x(value)} cy="8" r="4.5" fill={colors.series[0]} />}
      </svg>
    </div>
  );
}
