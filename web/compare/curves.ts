import { bandAt } from '../../schema/comparison/band.ts';
import { bestAt, type Curve, places } from '../../schema/comparison/curve.ts';
import { algorithmLabel } from '../launch/algorithms.ts';
import type { CompareSearchesQuery } from '../lib/operations.generated.ts';
import { formatCount, formatSeconds } from '../plots/format.ts';

/** A search beside others, as the API gives it. */
export type Compared = NonNullable<CompareSearchesQuery['compareSearches']>['searches'][number];

/** What rewards can be drawn against. */
export const AXES = ['candidates', 'seconds', 'flops'] as const;
export type Axis = (typeof AXES)[number];

export const AXIS_WORDS: Record<Axis, { label: string; about: string }> = {
  candidates: {
    label: 'Candidates',
    about:
      'Networks in the order in which the controller proposed them. Where they climb rungs, a network counts from its first training on.',
  },
  seconds: {
    label: 'Seconds of training',
    about:
      'Of all trainings, one after the other in the order of the candidates, as if one worker did them all: how many there were, and when they came and went, plays no part. Rounds of ENAS count; waiting does not.',
  },
  flops: {
    label: 'FLOPs of training',
    about:
      'Estimated: three forward passes for an image that is trained on, one for an image that is validated on, in every epoch that was trained. Judges, discriminators and the rounds of ENAS are left out.',
  },
};

/** The key by which a search is called in plot and table: A to L, in the order of the address. */
export const keyOf = (place: number): string => String.fromCharCode(65 + place);

/** What a search had spent, along the axis. */
export function curveOf({ improvements, ...all }: Pick<Compared, 'improvements' | 'networks' | 'seconds' | 'flops'>, axis: Axis): Curve {
  const field = axis === 'candidates' ? 'networks' : axis;
  return { steps: improvements.map((each) => ({ x: each[field], reward: each.reward })), end: all[field] };
}

/** One line of the plot: a search, or searches of one strategy with their band. */
export interface Line {
  /** As it is labelled at its end. */
  label: string;
  name: string;
  curves: readonly Curve[];
}

export function linesOf(searches: readonly Compared[], axis: Axis, by: 'search' | 'strategy'): Line[] {
  const curves = searches.map((each) => curveOf(each, axis));
  if (by === 'search') {
    const names = searches.map(({ search }) => search.name);
    /** Repetitions have one name: their seeds tell them apart. */
    const told = (i: number) =>
      names.indexOf(names[i]!) === names.lastIndexOf(names[i]!) ? '' : `, seed ${searches[i]!.search.plan.seed}`;
    return names.map((name, i) => ({ label: keyOf(i), name: `${name}${told(i)}`, curves: [curves[i]!] }));
  }
  const numbers = [...new Set(searches.map(({ strategy }) => strategy))];
  return numbers.map((number) => {
    const members = searches.flatMap(({ strategy }, i) => (strategy === number ? [i] : []));
    const { kind } = searches[members[0]!]!.search.plan.controller;
    const count = members.length > 1 ? `, ${members.length} seeds` : '';
    return { label: members.map(keyOf).join(''), name: `${algorithmLabel(kind)}${count}`, curves: members.map((i) => curves[i]!) };
  });
}

/** Of a line at x: the best reward, or median and quartiles of several; null where it has none. */
export function valueAt({ curves }: Line, x: number): { value: number; low: number; high: number } | null {
  if (curves.length > 1) {
    const band = bandAt(curves, x);
    return band && { value: band.median, low: band.low, high: band.high };
  }
  const value = bestAt(curves[0]!, x);
  return value === null ? null : { value, low: value, high: value };
}

/** Columns of the plot, up to where the last line ends: x, then of each line its value, and where there are bands their ends as well. */
export function columnsOf(lines: readonly Line[]): {
  x: number[];
  value: (number | null)[][];
  low: (number | null)[][];
  high: (number | null)[][];
} {
  const all = places(lines.flatMap(({ curves }) => curves));
  const x = all.slice(0, 1 + all.findLastIndex((at) => lines.some((line) => valueAt(line, at) !== null)));
  const values = lines.map((line) => x.map((at) => valueAt(line, at)));
  const pick = (field: 'value' | 'low' | 'high') => values.map((column) => column.map((each) => each?.[field] ?? null));
  return { x, value: pick('value'), low: pick('low'), high: pick('high') };
}

/** A place on the axis, or a cost, in words. */
export function formatCost(axis: Axis, value: number | null): string {
  if (value === null) return '–';
  if (axis === 'candidates') return Math.floor(value).toLocaleString('en');
  return axis === 'seconds' ? formatSeconds(value) : formatCount(value);
}
