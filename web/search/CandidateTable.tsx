// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by transform, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one tab stop and names its active row (aria-activedescendant)
'use client';
import { useFragment } from '@apollo/client/react';
import { Button, Menu, type PopoverProps, Text, UnstyledButton } from '@mantine/core';
import { FlexRender, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from 'next/navigation';
import { parseAsArrayOf, parseAsString, useQueryStates } from 'nuqs';
import { Fragment, type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Task } from '../../schema/plans/plan.ts';
import { rewardsFor } from '../../schema/plans/rewards.ts';
import { type CandidateRowFragment, CandidateRowFragmentDoc, type RewardKind } from '../lib/operations.generated.ts';
import { CandidateLine } from './CandidateLine.tsx';
import { columnsFor, features, HEAD, isMetric, isNumeric, ROW, type Row } from './columns.tsx';
import { FilterBar } from './FilterBar.tsx';
import { candidateFilter, candidateSort, firstOrder, growsAtEnd, listParsers } from './filters.ts';
import { idAt, lengthOf } from './pages.ts';
import classes from './search.module.css';
import { useAnchor } from './useAnchor.ts';
import { type CandidateList, useCandidateList } from './useCandidateList.ts';
import { useTableCursor } from './useTableCursor.ts';

interface Props {
  searchId: string;
  learned: RewardKind;
  task: Task;
  /** Whether candidates climb rungs. */
  climbs: boolean;
  /** Names of the validation metrics that candidates have. */
  metrics: readonly string[];
  tags: readonly string[];
  latents: readonly number[];
  filterRef: React.Ref<HTMLInputElement>;
  /** Given the list, so that events can have it read again. */
  onList: (list: CandidateList) => void;
  /** Pick or reject by key from the table as well. */
  onJudge: (candidateId: string, verdict: 'PICKED' | 'REJECTED') => void;
}

/** As high as fits beside its button: who scrolled the page for the rest of a list would lose it, as it hides with its button. */
const WITHIN_WINDOW: PopoverProps['middlewares'] = {
  size: {
    padding: 8,
    apply: ({ availableHeight, elements }) => {
      elements.floating.style.maxHeight = `max(160px, min(60vh, ${Math.floor(availableHeight)}px))`;
    },
  },
};

/** All candidates: virtual, sorted and filtered by the server, rows live. Anchored, so that rows that come in above move nothing. */
export function CandidateTable({ searchId, learned, task, climbs, metrics, tags, latents, filterRef, onList, onJudge }: Props) {
  const router = useRouter();
  const [state, setState] = useQueryStates(
    { ...listParsers, columns: parseAsArrayOf(parseAsString), metrics: parseAsArrayOf(parseAsString) },
    { history: 'replace' },
  );
  const list = useCandidateList({
    searchId,
    filter: candidateFilter(state),
    sort: candidateSort(state),
    parts: 'rows',
    grows: growsAtEnd(state),
  });
  useEffect(() => onList(list), [list, onList]);
  const count = lengthOf(list.ids);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: 0,
    paddingStart: 0,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => list.show(first, last), [list.show, first, last]);

  const refs = items.map((item) => {
    const id = idAt(list.ids, item.index);
    return id === null ? null : { __typename: 'Candidate' as const, id };
  });
  const { data: candidates } = useFragment({ fragment: CandidateRowFragmentDoc, fragmentName: 'CandidateRow', from: refs });
  const known = useRef(new Map<number, Row>());
  const rows = items.map((item, i) => sameRow(known.current, item.index, (candidates[i] ?? null) as CandidateRowFragment | null));

  const others = useMemo(() => rewardsFor(task).filter((kind) => kind !== learned), [task, learned]);
  // also those that the address names and no candidate has yet
  const key = [
    ...new Set([...metrics, ...(state.metrics ?? []), ...(isMetric(state.sort) ? [state.sort.slice('metric.'.length)] : [])]),
  ].join('\n');
  const names = useMemo(() => key.split('\n').filter(Boolean), [key]);
  const columns = useMemo(
    () => columnsFor(learned, others, task === 'VARIATIONAL' || task === 'ADVERSARIAL', climbs, names),
    [learned, others, task, climbs, names],
  );
  const hidden = useMemo(() => {
    // what is sorted by is shown
    const chosen = names.filter((name) => state.metrics?.includes(name) || state.sort === `metric.${name}`);
    return [
      ...(state.columns ?? ['flops', ...others.map((kind) => kind.toLowerCase())]),
      ...names.filter((name) => !chosen.includes(name)).map((name) => `metric.${name}`),
    ];
  }, [state.columns, state.metrics, state.sort, others, names]);
  const visibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features,
    columns,
    data: rows,
    manualSorting: true,
    getRowId: (row: Row) => String(row.place),
    state: { columnVisibility: visibility },
    onColumnVisibilityChange: (update) => {
      const next = typeof update === 'function' ? update(visibility) : update;
      const off = Object.keys(next).filter((id) => !next[id]);
      const shown = names.filter((name) => !off.includes(`metric.${name}`));
      setState({ columns: off.filter((id) => !isMetric(id)), metrics: shown.length > 0 ? shown : null });
    },
  });

  useAnchor(list, scroller);
  const { cursor, setCursor, onKeyDown } = useTableCursor(list, count, scroller, {
    open: (number) => router.push(`/searches/${searchId}/candidates/${number}`),
    judge: onJudge,
    candidate: (place) => rows.find((row) => row.place === place)?.candidate ?? null,
    scrollTo: (place) => virtual.scrollToIndex(place, { align: 'auto' }),
  });
  const open = useCallback((number: number) => router.push(`/searches/${searchId}/candidates/${number}`), [router, searchId]);
  const sortBy = (id: string) => {
    scroller.current?.scrollTo({ top: 0 });
    const turned = state.order === 'up' ? 'down' : 'up';
    setState({ sort: id, order: state.sort === id ? turned : firstOrder(id) });
  };
  const width = table.getTotalSize();

  return (
    <section aria-label="Candidates">
      <div className={classes.tools}>
        <FilterBar tags={tags} latents={latents} inputRef={filterRef}>
          <Menu closeOnItemClick={false} position="bottom-start" middlewares={WITHIN_WINDOW}>
            <Menu.Target>
              <Button variant="default">Columns</Button>
            </Menu.Target>
            <Menu.Dropdown className={classes.columns}>
              {table.getAllLeafColumns().map((column, i, all) => (
                <Fragment key={column.id}>
                  {isMetric(column.id) && !isMetric(all[i - 1]?.id ?? '') && (
                    <Menu.Label>Validation metrics after the last epoch</Menu.Label>
                  )}
                  <Menu.CheckboxItem checked={column.getIsVisible()} onChange={() => column.toggleVisibility()}>
                    {String(column.columnDef.header)}
                  </Menu.CheckboxItem>
                </Fragment>
              ))}
            </Menu.Dropdown>
          </Menu>
        </FilterBar>
        <Text size="sm" c="dimmed" role="status">
          {list.ids.count === null ? 'Loading' : `${count.toLocaleString('en')} candidate${count === 1 ? '' : 's'}`}
        </Text>
      </div>
      {list.error && (
        <Text size="sm" mt={6} role="alert">
          The list could not be read: {list.error.message}{' '}
          <Button variant="default" size="compact-xs" onClick={() => void list.refresh()}>
            Retry
          </Button>
        </Text>
      )}
      <div
        ref={scroller}
        className={classes.table}
        style={{ marginTop: 8, height: Math.min(Math.max(count, 6) * ROW + HEAD + 16, 640) }}
        role="grid"
        aria-label="Candidates"
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-activedescendant={cursor === null ? undefined : `candidate-row-${cursor}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={classes.head} style={{ minWidth: width }} role="rowgroup">
          <div className={classes.headRow} role="row" aria-rowindex={1}>
            {table.getHeaderGroups()[0]!.headers.map((header, place, headers) => {
              const sorted = state.sort === header.id;
              return (
                <div
                  key={header.id}
                  role="columnheader"
                  data-id={header.id}
                  className={`${classes.cell} ${isNumeric(header.id) ? classes.numeric : ''}`}
                  style={{ width: header.getSize() }}
                  aria-sort={sorted ? (state.order === 'up' ? 'ascending' : 'descending') : 'none'}
                >
                  <UnstyledButton
                    className={classes.sort}
                    onClick={() => sortBy(header.id)}
                    // one tab stop for the whole head: arrows go on from there
                    tabIndex={sorted || (place === 0 && headers.every(({ id }) => id !== state.sort)) ? 0 : -1}
                    onKeyDown={moveAmongHeads}
                  >
                    <FlexRender header={header} />
                    {sorted ? (state.order === 'up' ? ' ▲' : ' ▼') : ''}
                  </UnstyledButton>
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: width }}>
          {table.getRowModel().rows.map((row, i) => (
            <CandidateLine
              key={row.id}
              row={row}
              start={items[i]!.start}
              columns={hidden}
              model={columns}
              cursor={cursor === row.original.place}
              onOpen={open}
              onCursor={setCursor}
            />
          ))}
        </div>
        {count === 0 && list.ids.count !== null && (
          <div className={classes.empty}>
            {Object.keys(candidateFilter(state)).length
              ? 'No candidate passes the filter.'
              : 'Candidates appear here as they are proposed.'}
          </div>
        )}
      </div>
    </section>
  );
}

/** Arrows, Home and End move among the buttons of the head; Enter and Space sort. */
function moveAmongHeads(event: KeyboardEvent<HTMLButtonElement>): void {
  const buttons = [...event.currentTarget.closest('[role="row"]')!.querySelectorAll('button')];
  const at = buttons.indexOf(event.currentTarget);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]!.focus();
  event.preventDefault();
  event.stopPropagation();
}

/** The same object for the same candidate data at the same place: a row that did not change does not render. */
function sameRow(known: Map<number, Row>, place: number, candidate: CandidateRowFragment | null): Row {
  const was = known.get(place);
  if (was && was.candidate === candidate) return was;
  const row = { place, candidate };
  known.set(place, row);
  if (known.size > 2000) known.clear();
  return row;
}
