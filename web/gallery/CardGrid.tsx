'use client';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { SampleKind } from '../lib/operations.generated.ts';
import { idAt, idsBetween, lengthOf, type PagedIds, placeOf } from '../search/pages.ts';
import { Card, type CardActs } from './Card.tsx';
import { type Move, moveCursor } from './cursor.ts';
import classes from './gallery.module.css';
import { type CardSize, gridLayout, placesOfRows } from './layout.ts';
import type { SheetParts } from './tiles.ts';

/** What a page does with a list of cards by key. */
export interface CardGridHandle {
  /** Id under the cursor after a move; null in an empty list, or where the page of that place is not there yet. */
  move: (move: Move) => string | null;
  /** Ids that can be seen now. */
  inView: () => string[];
  focus: () => void;
}

interface Props extends CardActs {
  label: string;
  ids: PagedIds;
  kind: SampleKind;
  size: CardSize;
  /** Shape of the first picture; all cards get the same room. */
  parts: SheetParts | undefined;
  cursorId: string | null;
  compared: ReadonlyMap<string, number>;
  onShow?: (first: number, last: number) => void;
  onFocus?: () => void;
  /** Brings the cursor into view wherever it comes from; else only when it is moved by key. */
  follow?: boolean;
  empty: ReactNode;
  ref?: Ref<CardGridHandle>;
}

/** A virtual grid of cards: one tab stop that names its active card, so that cards may come and go. */
export function CardGrid({
  label,
  ids,
  kind,
  size,
  parts,
  cursorId,
  compared,
  onShow,
  onFocus,
  follow = false,
  empty,
  ref,
  ...acts
}: Props) {
  const count = lengthOf(ids);
  const box = useRef<HTMLDivElement>(null);
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const merged = useMergedRef(box, sized);
  const layout = useMemo(() => gridLayout(Math.max(160, width - 8), size, parts), [width, size, parts]);
  const rowHeight = layout.cardHeight + layout.gap;
  const virtual = useVirtualizer({
    count: Math.ceil(count / layout.columns),
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 2,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height after a change of layout
  useEffect(() => virtual.measure(), [rowHeight, layout.columns]);

  const rows = virtual.getVirtualItems();
  const { first, last } = placesOfRows(rows[0]?.index ?? 0, rows.at(-1)?.index ?? -1, layout.columns, count);
  useEffect(() => {
    if (last >= first) onShow?.(first, last);
  }, [onShow, first, last]);

  // What is looked at stays where it is when the number of columns changes.
  const at = cursorId === null ? null : placeOf(ids, cursorId);
  useEffect(() => {
    if (follow && at !== null) virtual.scrollToIndex(Math.floor(at / layout.columns), { align: 'auto' });
  }, [follow, at, layout.columns, virtual]);

  useImperativeHandle(ref, () => {
    const seen = () => {
      const { scrollTop, clientHeight } = box.current!;
      return placesOfRows(
        Math.floor((scrollTop + rowHeight / 2) / rowHeight),
        Math.floor((scrollTop + clientHeight - rowHeight / 2) / rowHeight),
        layout.columns,
        count,
      );
    };
    return {
      move: (move) => {
        const rowsInView = Math.floor((box.current?.clientHeight ?? 0) / rowHeight);
        const from = at ?? (move === 'last' ? null : seen().first > 0 ? seen().first : null);
        const next = moveCursor(from, move, { columns: layout.columns, count, rowsInView });
        if (next === null) return null;
        virtual.scrollToIndex(Math.floor(next / layout.columns), { align: 'auto' });
        return idAt(ids, next);
      },
      inView: () => idsBetween(ids, seen().first, seen().last),
      focus: () => box.current?.focus({ preventScroll: true }),
    };
  }, [ids, at, count, layout.columns, rowHeight, virtual]);

  // A list box without options would be none.
  if (count === 0) {
    return (
      <div ref={merged} className={classes.scroller}>
        {empty}
      </div>
    );
  }
  return (
    <div
      ref={merged}
      className={classes.scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={at !== null && at >= first && at <= last ? `card-${cursorId}` : undefined}
      onFocus={onFocus}
    >
      <div className={classes.cards} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
          const place = first + i;
          const id = idAt(ids, place);
          const left = (place % layout.columns) * (layout.cardWidth + layout.gap);
          const top = Math.floor(place / layout.columns) * rowHeight;
          if (id === null)
            return (
              <div
                key={place}
                className={classes.card}
                aria-hidden="true"
                style={{ transform: `translate(${left}px, ${top}px)`, width: layout.cardWidth, height: layout.cardHeight }}
              />
            );
          return (
            <Card
              key={id}
              id={id}
              kind={kind}
              layout={layout}
              left={left}
              top={top}
              cursor={id === cursorId}
              compared={compared.get(id) ?? null}
              {...acts}
            />
          );
        })}
      </div>
    </div>
  );
}
