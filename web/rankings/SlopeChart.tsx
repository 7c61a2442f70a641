'use client';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import { usePlotColors } from '../plots/colors.ts';
import { formatValue } from '../plots/format.ts';
import classes from './rankings.module.css';
import { formatRank, type Slope } from './slopes.ts';

const ROW = 22;

interface Props {
  slopes: readonly Slope[];
  names: { left: string; right: string };
  /** Place on the left side; null: none. */
  active: number | null;
  onActive: (place: number) => void;
  /** A click, or Enter. */
  onOpen: (place: number) => void;
}

/**
 * Two orders beside each other, a line from place to place for each network. The left side is a list box: arrows move, Enter opens; the
 * pointer finds lines and both sides.
 */
export function SlopeChart({ slopes, names, active, onActive, onOpen }: Props) {
  const { ref, width } = useElementSize();
  const [focused, setFocused] = useState(false);
  const colors = usePlotColors();
  const color = { up: colors.series[0], down: colors.series[3], same: colors.text };
  const height = slopes.length * ROW;
  const y = (place: number) => (place + 0.5) * ROW;
  const bySecond = [...slopes].sort((a, b) => a.right - b.right);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active ?? -1;
    const last = slopes.length - 1;
    const next = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: last }[event.key];
    if (event.key === 'Enter' && active !== null) onOpen(active);
    else if (next === undefined) return;
    else onActive(Math.min(last, Math.max(0, next)));
    event.preventDefault();
  };
  const pointer = (place: number) => ({ onPointerEnter: () => onActive(place), onClick: () => onOpen(place) });
  return (
    <div className={classes.chart}>
      <div className={classes.side}>{names.left}</div>
      <div />
      <div className={`${classes.side} ${classes.far}`}>{names.right}</div>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={`${names.left}, best first`}
        aria-activedescendant={active === null ? undefined : `slope-${active}`}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setFocused(true);
          if (active === null) onActive(0);
        }}
        onBlur={() => setFocused(false)}
        className={classes.list}
        data-focused={focused || undefined}
      >
        {slopes.map(({ row, left, move }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list is one tab stop and names its active row
          <div
            key={row.first.id}
            id={`slope-${left}`}
            role="option"
            aria-selected={active === left}
            className={classes.row}
            data-active={active === left || undefined}
            {...pointer(left)}
          >
            <b>{formatRank(row.firstRank)}</b>
            <span className={classes.number}>#{row.first.number}</span>
            {row.first.picks > 0 && <span className={classes.picked}>picked</span>}
            <span className={classes.value}>{formatValue(row.firstValue)}</span>
            <span className="hp-hidden">
              {move === 'up' ? 'rises' : move === 'down' ? 'falls' : 'stays'}, rank {formatRank(row.secondRank)} on the right
            </span>
          </div>
        ))}
      </div>
      <div ref={ref} className={classes.lines}>
        <svg width={width} height={height} aria-hidden="true">
          {slopes.map(({ row, left, right, move }) => {
            const path = `M0 ${y(left)}C${width * 0.4} ${y(left)} ${width * 0.6} ${y(right)} ${width} ${y(right)}`;
            const isActive = active === left;
            return (
              <g key={row.first.id} className={classes.line} {...pointer(left)}>
                <path d={path} stroke="transparent" strokeWidth={ROW * 0.7} fill="none" />
                <path
                  d={path}
                  stroke={color[move]}
                  strokeWidth={isActive ? 3.5 : 1.5}
                  strokeDasharray={move === 'down' ? '6 3' : undefined}
                  opacity={active === null || isActive ? 0.9 : 0.35}
                  fill="none"
                />
              </g>
            );
          })}
        </svg>
      </div>
      <div className={classes.list} aria-hidden="true">
        {bySecond.map(({ row, left, move }) => (
          <div key={row.first.id} className={`${classes.row} ${classes.far}`} data-active={active === left || undefined} {...pointer(left)}>
            <span className={classes.value}>{formatValue(row.secondValue)}</span>
            <span className={classes.number}>#{row.first.number}</span>
            <span className={classes.move} style={{ color: color[move] }}>
              {move === 'up' ? '▲' : move === 'down' ? '▼' : '='}
            </span>
            <b>{formatRank(row.secondRank)}</b>
          </div>
        ))}
      </div>
    </div>
  );
}
