/** A point in data space, and how it is drawn. */
export interface PlanePoint {
  x: number;
  y: number;
  mark: 'dot' | 'picked' | 'rejected' | 'text';
  /** Index of the colour. */
  color: number;
  /** Of `text`: one or two letters. */
  text?: string;
}

export interface Axis {
  low: number;
  high: number;
  /** Places of labels, from low to high. */
  ticks: number[];
  step: number;
}

/** An axis that holds all values with a little room, with about `count` labels at round numbers. */
export function axisOf(values: readonly number[], count: number): Axis {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) [low, high] = [0, 1];
  if (low === high) [low, high] = [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2];
  const room = 0.04 * (high - low);
  low -= room;
  high += room;
  const step = roundStep((high - low) / Math.max(1, count));
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step); i * step <= high; i++) ticks.push(i * step);
  return { low, high, ticks, step };
}

/** The smallest of 1, 2, 5 times a power of ten that is not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((times) => times * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** Pixels of a place between `from` and `to`, which may run downwards. */
export const place = ({ low, high }: Axis, value: number, from: number, to: number): number =>
  from + ((value - low) / (high - low)) * (to - from);
