/** Ways a cursor moves through a grid that is filled row by row. */
export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown';

export interface Grid {
  columns: number;
  count: number;
  /** Rows that fit the window. */
  rowsInView: number;
}

/** Keys of lists and galleries: arrows, Vim's letters, Home, End, Page Up, Page Down. */
export const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  h: 'left',
  l: 'right',
  k: 'up',
  j: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/**
 * Where the cursor is after a move; null only in an empty grid. Left and right go on into the neighbouring row. Down from the last full row
 * goes to the last card of a shorter one. At an edge the cursor stays.
 */
export function moveCursor(at: number | null, move: Move, { columns, count, rowsInView }: Grid): number | null {
  if (count === 0) return null;
  const last = count - 1;
  if (at === null) return move === 'last' ? last : 0;
  const down = (rows: number) => {
    const row = Math.min(Math.floor(at / columns) + rows, Math.floor(last / columns));
    return Math.min(last, row * columns + (at % columns));
  };
  const up = (rows: number) => Math.max(0, Math.floor(at / columns) - rows) * columns + (at % columns);
  const page = Math.max(1, rowsInView - 1);
  switch (move) {
    case 'left':
      return Math.max(0, at - 1);
    case 'right':
      return Math.min(last, at + 1);
    case 'up':
      return up(1);
    case 'down':
      return down(1);
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'pageUp':
      return up(page);
    case 'pageDown':
      return down(page);
  }
}

/** What a sideways swipe of `x` by `y` pixels says: left rejects, right picks; null when it is short or rather a scroll. */
export function swipeVerdict(x: number, y: number): 'PICKED' | 'REJECTED' | null {
  if (Math.abs(x) < 64 || Math.abs(x) < 1.5 * Math.abs(y)) return null;
  return x > 0 ? 'PICKED' : 'REJECTED';
}

/** Most that can be compared side by side. */
export const COMPARE_LIMIT = 6;

/** Takes a candidate into the comparison or out of it; the oldest goes when it is full. */
export function toggleCompared(compared: readonly number[], number: number): number[] {
  if (compared.includes(number)) return compared.filter((other) => other !== number);
  return [...compared, number].slice(-COMPARE_LIMIT);
}
