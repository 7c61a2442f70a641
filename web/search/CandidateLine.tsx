// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by transform, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one tab stop and names its active row (aria-activedescendant)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid's own keys do what a click does
import { FlexRender, type Row as TableRow } from '@tanstack/react-table';
import { memo } from 'react';
import { type features, isNumeric, type Row } from './columns.tsx';
import classes from './search.module.css';

interface LineProps {
  row: TableRow<typeof features, Row>;
  start: number;
  columns: unknown;
  model: unknown;
  cursor: boolean;
  onOpen: (number: number) => void;
  onCursor: (place: number) => void;
}

/** One candidate, at its place in the list; renders again only when something of it has changed. */
export const CandidateLine = memo(
  function CandidateLine({ row, start, cursor, onOpen, onCursor }: LineProps) {
    const { candidate, place } = row.original;
    return (
      <div
        id={`candidate-row-${place}`}
        role="row"
        aria-rowindex={place + 2}
        aria-selected={cursor}
        className={classes.row}
        data-cursor={cursor || undefined}
        data-verdict={candidate?.viewerAnnotation?.verdict ?? undefined}
        style={{ transform: `translateY(${start}px)` }}
        onClick={() => {
          onCursor(place);
          if (candidate) onOpen(candidate.number);
        }}
      >
        {row.getVisibleCells().map((cell) => (
          <div
            key={cell.id}
            role="gridcell"
            data-id={cell.column.id}
            className={`${classes.cell} ${isNumeric(cell.column.id) ? classes.numeric : ''}`}
            style={{ width: cell.column.getSize() }}
          >
            {candidate ? <FlexRender cell={cell} /> : null}
          </div>
        ))}
      </div>
    );
  },
  (a, b) =>
    a.row.original === b.row.original && a.start === b.start && a.columns === b.columns && a.model === b.model && a.cursor === b.cursor,
);
