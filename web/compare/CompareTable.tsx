'use client';
import { CloseButton, UnstyledButton } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { capital } from '../lib/capital.ts';
import { formatCount, formatSeconds, formatValue } from '../plots/format.ts';
import { SearchStatusWord } from '../search/SearchStatusWord.tsx';
import classes from './compare.module.css';
import { type Axis, formatCost } from './curves.ts';
import { Swatch } from './Swatch.tsx';
import { COLUMNS, type Column, firstOrder, type Row, type Rows, sorted } from './table.ts';

const TEXT: readonly Column[] = ['key', 'controller', 'space', 'dataset'];

/** A row for each search; sorted by what the address says. `swatches`: place of each search's line, by place of the search. */
export function CompareTable({
  table: { rows, target, end },
  axis,
  sort,
  order,
  swatches,
  onSort,
  onLeaveOut,
}: {
  table: Rows;
  axis: Axis;
  sort: Column;
  order: 'up' | 'down';
  swatches: readonly number[];
  onSort: (sort: Column, order: 'up' | 'down') => void;
  /** Null: no search can be left out, for two are the fewest. */
  onLeaveOut: ((id: string) => void) | null;
}) {
  const unit = axis === 'candidates' ? 'candidates' : axis === 'seconds' ? 'seconds' : 'FLOPs';
  const titles: Record<Column, { head: string; about?: string }> = {
    key: { head: 'Search' },
    controller: { head: 'Controller' },
    space: { head: 'Space' },
    dataset: { head: 'Dataset' },
    candidates: { head: 'Candidates' },
    best: { head: 'Best' },
    mean: { head: 'Mean' },
    median: { head: 'Median' },
    seconds: { head: 'Training' },
    flops: { head: 'FLOPs' },
    area: {
      head: `Mean best to ${formatCost(axis, end)}`,
      about: `Mean of the best reward so far over the first ${formatCost(axis, end)}${axis === 'candidates' ? ' candidates' : ''}, as far as all searches go (the area under the line); 0 before the first result`,
    },
    reached: {
      head: `To ${formatValue(target)}`,
      about: `${capital(unit)} until the best reward reached ${formatValue(target)}`,
    },
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section className={classes.scroll} aria-label="The searches in numbers" tabIndex={0}>
      <table className="hp-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const active = sort === column;
              const turned = order === 'up' ? 'down' : 'up';
              return (
                <th
                  key={column}
                  scope="col"
                  className={TEXT.includes(column) ? undefined : 'hp-number'}
                  aria-sort={active ? (order === 'up' ? 'ascending' : 'descending') : 'none'}
                  title={titles[column].about}
                >
                  <UnstyledButton className={classes.sort} onClick={() => onSort(column, active ? turned : firstOrder(column))}>
                    {titles[column].head}
                    {active ? (order === 'up' ? ' ▲' : ' ▼') : ''}
                  </UnstyledButton>
                </th>
              );
            })}
            {onLeaveOut && (
              <th scope="col">
                <span className="hp-hidden">Leave out</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, sort, order).map((row) => (
            <tr key={row.compared.search.id}>
              <Cells row={row} axis={axis} swatch={swatches[row.place]!} />
              {onLeaveOut && (
                <td>
                  <CloseButton
                    size="sm"
                    aria-label={`Leave ${row.key} out`}
                    title="Leave out"
                    onClick={() => onLeaveOut(row.compared.search.id)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cells({ row, axis, swatch }: { row: Row; axis: Axis; swatch: number }) {
  const { search, measured } = row.compared;
  const best = row.compared.improvements.at(-1);
  return (
    <>
      <th scope="row" className={classes.name}>
        <Swatch place={swatch} /> <strong>{row.key}</strong>{' '}
        <Link href={`/searches/${search.id}`} className="hp-link">
          {search.name}
        </Link>{' '}
        <span className={classes.dimmed}>seed {search.plan.seed}</span>{' '}
        {search.status !== 'FINISHED' && <SearchStatusWord status={search.status} />}
      </th>
      <td>{row.controller}</td>
      <td>{row.space}</td>
      <td>{row.dataset}</td>
      <Figure>
        {row.candidates}
        <span className={classes.dimmed}> / {search.plan.budget.candidates}</span>
      </Figure>
      <Figure>
        {best ? (
          <Link
            className="hp-link"
            href={`/searches/${search.id}/candidates/${best.number}`}
          >{`${formatValue(best.reward)} (#${best.number})`}</Link>
        ) : (
          '–'
        )}
      </Figure>
      <Figure title={`of ${measured}`}>{formatValue(row.mean)}</Figure>
      <Figure title={`of ${measured}`}>{formatValue(row.median)}</Figure>
      <Figure>{formatSeconds(row.seconds)}</Figure>
      <Figure>{formatCount(row.flops ?? 0)}</Figure>
      <Figure>{formatValue(row.area)}</Figure>
      <Figure>{row.reached === null ? 'not reached' : formatCost(axis, row.reached)}</Figure>
    </>
  );
}

function Figure({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <td className="hp-number" title={title}>
      {children}
    </td>
  );
}
