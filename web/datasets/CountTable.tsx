'use client';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatShare } from '../plots/format.ts';
import classes from './datasets.module.css';

export interface CountRow {
  key: string;
  label: ReactNode;
  /** One a column. */
  counts: number[];
  selected?: boolean;
}

/** Rows that are shown before the rest is asked for. */
const FIRST = 24;

/**
 * Counts as bars and as numbers, in one table: the bars are for the eye, the numbers for everybody. Bars are scaled to the largest row; the
 * columns are parts of a row and lie one after the other in its bar.
 */
export function CountTable({ label, head, rows, columns }: { label: string; head: string; columns: string[]; rows: readonly CountRow[] }) {
  const [all, setAll] = useState(false);
  const sum = ({ counts }: CountRow) => counts.reduce((a, b) => a + b, 0);
  const total = rows.reduce((a, row) => a + sum(row), 0);
  const largest = Math.max(1, ...rows.map(sum));
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <div className={classes.scroll}>
      <table className={`hp-table ${classes.counts}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <td />
            {columns.map((column, i) => (
              <th key={column} scope="col" className="hp-number">
                <span className={classes.key} data-part={i} aria-hidden="true" />
                {column}
              </th>
            ))}
            <th scope="col" className="hp-number hp-wide">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key} data-selected={row.selected || undefined}>
              <th scope="row">{row.label}</th>
              <td aria-hidden="true" className={classes.barCell}>
                <div className={classes.bar}>
                  {row.counts.map((count, i) => (
                    <span key={columns[i]} data-part={i} style={{ width: `${(100 * count) / largest}%` }} />
                  ))}
                </div>
              </td>
              {row.counts.map((count, i) => (
                <td key={columns[i]} className="hp-number">
                  {count.toLocaleString('en')}
                </td>
              ))}
              <td className="hp-number hp-wide">{formatShare(sum(row) / Math.max(1, total))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <Button variant="default" mt={6} onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      )}
    </div>
  );
}
