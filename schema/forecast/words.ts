import type { TimeRange } from './time-left.ts';

const UNITS = [
  { name: 's', seconds: 1, to: 100 },
  { name: 'min', seconds: 60, to: 100 },
  { name: 'h', seconds: 3_600, to: 48 },
  { name: 'd', seconds: 86_400, to: Number.POSITIVE_INFINITY },
] as const;

/** `about 3 min (2.1 to 4.2)`: one unit, two digits; no more is known. */
export function timeRangeText({ seconds, low, high }: TimeRange): string {
  const unit = UNITS.find((candidate) => seconds < candidate.to * candidate.seconds)!;
  const [middle, from, to] = [seconds, low, high].map((value) => twoDigits(value / unit.seconds));
  return `about ${middle} ${unit.name}${from === to ? '' : ` (${from} to ${to})`}`;
}

function twoDigits(value: number): string {
  if (value < 1) return value < 0.05 ? '0' : value.toFixed(1);
  return Number(value.toPrecision(2)).toLocaleString('en');
}
