/** A network in two orders, as the API gives it. */
export interface Ranked {
  firstRank: number;
  secondRank: number;
  firstValue: number;
  secondValue: number;
  first: { id: string; number: number; notation: string; picks: number };
  second: { id: string; number: number };
}

/** Where a network stands on both sides of the picture, from 0 at the top: places among those that are shown, each its own. */
export interface Slope {
  row: Ranked;
  left: number;
  right: number;
  /** By its ranks: better, worse, or where it was. */
  move: 'up' | 'down' | 'same';
}

/** In the order of the left side. */
export function slopes(rows: readonly Ranked[]): Slope[] {
  const bySecond = [...rows].sort((a, b) => a.secondRank - b.secondRank || a.firstRank - b.firstRank || a.first.number - b.first.number);
  const right = new Map(bySecond.map((row, place) => [row, place]));
  return rows.map((row, left) => ({
    row,
    left,
    right: right.get(row)!,
    move: row.secondRank < row.firstRank ? 'up' : row.secondRank > row.firstRank ? 'down' : 'same',
  }));
}

/** Equals share a rank: 2.5 is one of two in places 2 and 3. */
export const formatRank = (rank: number): string => (Number.isInteger(rank) ? String(rank) : rank.toFixed(1));

interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** 0.42 (0.10 to 0.68). */
export function formatEstimate({ value, low, high }: Estimate): string {
  if (value === null) return 'not defined';
  return value.toFixed(2) + (low === null || high === null ? '' : ` (${low.toFixed(2)} to ${high.toFixed(2)})`);
}

/** What a correlation says, carefully: orders agree (or contradict) only when 0 lies outside the interval. */
export function verdictOf({ value, low, high }: Estimate): string {
  if (value === null) return 'there is no order to compare';
  if (low === null || high === null) return 'too few networks to say more';
  if (low > 0) return value >= 0.7 ? 'they rank nearly alike' : 'they agree, in part';
  return high < 0 ? 'they rank against each other' : 'chance alone would do as much';
}
