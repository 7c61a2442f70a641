'use client';
import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { DatasetPicturesDocument, type DatasetPicturesQuery, type DatasetSplit } from '../lib/operations.generated.ts';
import { Problem } from '../shell/states.tsx';
import classes from './datasets.module.css';
import { type Grid, pictureGrid, SHEET, tilePlace } from './grid.ts';

type Sheet = NonNullable<NonNullable<DatasetPicturesQuery['dataset']>['pictures']>;

/** Of the box around the pictures, both sides, CSS pixels. */
const FRAME = 10;

interface Props {
  id: string;
  split: DatasetSplit;
  /** Of this class; null: of all. */
  label: number | null;
  /** What is shown, in words. */
  words: string;
}

/** All pictures of a split and class, in the order of the file: sheets come as they are scrolled to. */
export function Pictures({ id, split, label, words }: Props) {
  const { data, error, refetch } = useQuery(DatasetPicturesDocument, { variables: { id, split, label, skip: 0, first: SHEET } });
  const box = useRef<HTMLDivElement>(null);
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const merged = useMergedRef(box, sized);
  const first = data?.dataset?.pictures ?? null;
  const grid = first && width > 0 ? pictureGrid(width - FRAME, first) : null;
  const virtual = useVirtualizer({
    count: grid?.sheets ?? 0,
    getScrollElement: () => box.current,
    estimateSize: (sheet) => grid?.heightOf(sheet) ?? 0,
    overscan: 1,
  });
  const shape = grid && `${grid.columns} ${grid.tileHeight} ${grid.sheets}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height after a change of shape
  useEffect(() => virtual.measure(), [shape]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other pictures begin at the top
  useEffect(() => box.current?.scrollTo({ top: 0 }), [split, label]);
  if (error) return <Problem error={error} onRetry={() => void refetch().catch(() => null)} title="The pictures could not be read" />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section ref={merged} className={classes.pictures} tabIndex={0} aria-label={words} aria-busy={!data}>
      {data && !first && <Text c="dimmed">There are none.</Text>}
      {grid && first && (
        <div className={classes.sheets} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div key={index} className={classes.sheet} style={{ transform: `translateY(${start}px)` }}>
              <SheetTiles id={id} split={split} label={label} sheet={index} grid={grid} words={words} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function SheetTiles({ id, split, label, sheet, grid, words }: Omit<Props, 'label'> & { label: number | null; sheet: number; grid: Grid }) {
  const first = grid.perSheet;
  const skip = sheet * first;
  const { data } = useQuery(DatasetPicturesDocument, { variables: { id, split, label, skip, first }, fetchPolicy: 'cache-first' });
  const pictures: Sheet | null = data?.dataset?.pictures ?? null;
  const count = grid.countOf(sheet);
  return (
    <div
      className={classes.tiles}
      role="img"
      aria-label={`${words}, ${skip + 1} to ${skip + count}`}
      style={{ gridTemplateColumns: `repeat(${grid.columns}, ${grid.tileWidth}px)`, gridAutoRows: `${grid.tileHeight}px` }}
    >
      {Array.from({ length: count }, (_, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the sheet is what it is
          key={i}
          className={classes.tile}
          data-smooth={grid.scale < 1 || undefined}
          style={pictures ? tilePlace(i, pictures, grid) : undefined}
        />
      ))}
    </div>
  );
}
