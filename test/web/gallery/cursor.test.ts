import { describe, expect, it } from 'vitest';
import { COMPARE_LIMIT, MOVES, type Move, moveCursor, swipeVerdict, toggleCompared } from '../../../web/gallery/cursor.ts';
import { nextKind } from '../../../web/gallery/urlState.ts';

/** 0 1 2 / 3 4 5 / 6 7 */
const grid = { columns: 3, count: 8, rowsInView: 2 };
const moved = (at: number | null, ...moves: Move[]) => moves.reduce((place, move) => moveCursor(place, move, grid), at);

describe('the cursor', () => {
  it('begins at the first card, wherever it is sent, but for the end', () => {
    expect(moved(null, 'right')).toBe(0);
    expect(moved(null, 'up')).toBe(0);
    expect(moved(null, 'last')).toBe(7);
  });

  it('goes on from row to row sideways, and keeps its column upwards and downwards', () => {
    expect(moved(2, 'right')).toBe(3);
    expect(moved(3, 'left')).toBe(2);
    expect(moved(1, 'down', 'down')).toBe(7);
    expect(moved(4, 'up')).toBe(1);
  });

  it('goes to the end of a shorter last row', () => expect(moved(5, 'down')).toBe(7));

  it('stays at the edges', () => {
    expect(moved(0, 'left')).toBe(0);
    expect(moved(7, 'right')).toBe(7);
    expect(moved(1, 'up')).toBe(1);
    expect(moved(7, 'down')).toBe(7);
  });

  it('moves by what fits the window, less one row to keep the place', () => {
    expect(moved(1, 'pageDown')).toBe(4);
    expect(moved(7, 'pageUp')).toBe(4);
  });

  it('never leaves the grid, by whatever keys', () => {
    const moves = Object.values(MOVES);
    for (let columns = 1; columns <= 5; columns++)
      for (let count = 1; count <= 12; count++)
        for (let at = 0; at < count; at++)
          for (const move of moves) {
            const next = moveCursor(at, move, { columns, count, rowsInView: 3 })!;
            expect(next).toBeGreaterThanOrEqual(0);
            expect(next).toBeLessThan(count);
          }
    expect(moveCursor(null, 'down', { columns: 3, count: 0, rowsInView: 1 })).toBeNull();
  });
});

describe('swipes', () => {
  it('pick to the right and reject to the left, and leave scrolling alone', () => {
    expect(swipeVerdict(90, 10)).toBe('PICKED');
    expect(swipeVerdict(-90, -10)).toBe('REJECTED');
    expect(swipeVerdict(30, 0)).toBeNull();
    expect(swipeVerdict(90, 80)).toBeNull();
  });
});

describe('comparison', () => {
  it('takes in and out, and drops the oldest when it is full', () => {
    expect(toggleCompared([1, 2], 2)).toEqual([1]);
    const full = [1, 2, 3, 4, 5, 6];
    expect(full).toHaveLength(COMPARE_LIMIT);
    expect(toggleCompared(full, 7)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('goes through the kinds of samples in a ring', () => {
    expect(nextKind('LATENT_GRID', 1)).toBe('GENERATED');
    expect(nextKind('GENERATED', -1)).toBe('LATENT_GRID');
    expect(nextKind('GENERATED', 1)).toBe('RECONSTRUCTION');
  });
});
