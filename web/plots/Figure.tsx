'use client';
import { ScrollArea, UnstyledButton } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import classes from './plots.module.css';

/** A plot's data for those who read rather than look. */
export interface FigureTable {
  head: string[];
  rows: (string | number)[][];
}

/** A picture with its text label, what it says in one sentence, its legend, and a switch to its data as a table. */
export function Figure({
  label,
  summary,
  table,
  legend,
  actions,
  children,
}: {
  label: string;
  summary: string;
  table: () => FigureTable;
  legend?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <figcaption className={classes.caption}>
        <span id={id} className={classes.label}>
          {label}
        </span>
        <span className={classes.summary}>{summary}</span>
        <span className={classes.actions}>
          {actions}
          <UnstyledButton
            className={classes.link}
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            aria-label={`${label}: ${open ? 'picture' : 'data as a table'}`}
          >
            {open ? 'Picture' : 'Table'}
          </UnstyledButton>
        </span>
        {legend && <span className={classes.legendLine}>{legend}</span>}
      </figcaption>
      {open ? <FigureData label={label} table={table()} /> : children}
    </figure>
  );
}

function FigureData({ label, table }: { label: string; table: FigureTable }) {
  return (
    <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': `${label}, data` }}>
      <table className={classes.data}>
        <thead>
          <tr>
            {table.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, i) => (
                <td key={table.head[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea.Autosize>
  );
}

/** One entry of a legend: how the mark looks, and what it means. */
export function LegendItem({
  mark,
  color,
  children,
}: {
  mark: 'dot' | 'line' | 'dashed' | 'ring' | 'cross' | 'fill' | 'mark';
  color: string;
  children: ReactNode;
}) {
  return (
    <span className={classes.legendItem}>
      <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
        {mark === 'dot' && <circle cx="9" cy="6" r="3" fill={color} />}
        {mark === 'ring' && <circle cx="9" cy="6" r="4.5" fill="none" stroke={color} strokeWidth="2" />}
        {mark === 'cross' && <path d="M6 3l6 6M12 3l-6 6" stroke={color} strokeWidth="2" />}
        {mark === 'mark' && <path d="M5 0h8l-3.5 5V12h-1V5z" fill={color} />}
        {mark === 'fill' && <rect x="3" y="1" width="12" height="10" rx="1" fill={color} />}
        {(mark === 'line' || mark === 'dashed') && (
          <path d="M0 6h18" stroke={color} strokeWidth="2.5" strokeDasharray={mark === 'dashed' ? '4 3' : undefined} />
        )}
      </svg>
      {children}
    </span>
  );
}
