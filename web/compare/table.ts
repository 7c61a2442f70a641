import { type Curve, commonEnd, commonTarget, meanBest, reached } from '../../schema/comparison/curve.ts';
import { algorithmLabel } from '../launch/algorithms.ts';
import { type Axis, type Compared, curveOf, keyOf } from './curves.ts';

/** Columns that the table can be sorted by, as they stand in the address. */
export const COLUMNS = [
  'key',
  'controller',
  'space',
  'dataset',
  'candidates',
  'best',
  'mean',
  'median',
  'seconds',
  'flops',
  'area',
  'reached',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Row extends Record<Exclude<Column, 'controller' | 'space' | 'dataset' | 'key'>, number | null> {
  place: number;
  key: string;
  controller: string;
  space: string;
  dataset: string;
  compared: Compared;
}

export interface Rows {
  rows: Row[];
  /** What the column `reached` is about. */
  target: number | null;
  /** Up to where the column `area` looks. */
  end: number;
}

/** A row for each search, in the order of the address. `wanted`: a target of one's own. */
export function rowsOf(searches: readonly Compared[], axis: Axis, wanted: number | null): Rows {
  const curves = searches.map((each) => curveOf(each, axis));
  const target = wanted ?? commonTarget(curves);
  const end = commonEnd(curves);
  const rows = searches.map((compared, place): Row => {
    const { search, networks, improvements, mean, median, seconds, flops } = compared;
    return {
      place,
      key: keyOf(place),
      controller: algorithmLabel(search.plan.controller.kind),
      space: search.space.name ?? search.space.kind,
      dataset: search.dataset.name,
      candidates: networks,
      best: improvements.at(-1)?.reward ?? null,
      mean,
      median,
      seconds,
      flops,
      area: meanBest(areaCurve(curves[place]!, axis), end),
      reached: target === null ? null : reached(curves[place]!, target),
      compared,
    };
  });
  return { rows, target, end };
}

/** A candidate is one step of its axis, so that the area is the mean of the best after each candidate. */
const areaCurve = ({ steps, ...curve }: Curve, axis: Axis): Curve =>
  axis === 'candidates' ? { ...curve, steps: steps.map(({ x, reward }) => ({ x: x - 1, reward })) } : { ...curve, steps };

/** Sorted; rows without the value come last in either direction, equals in the order of the address. */
export function sorted(rows: readonly Row[], by: Column, order: 'up' | 'down'): Row[] {
  const sign = order === 'up' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[by], b[by]];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.place - b.place;
    const more = typeof x === 'number' ? x - (y as number) : x.localeCompare(String(y), 'en');
    return sign * more || a.place - b.place;
  });
}

/** A first click on a column: what is best first. */
export const firstOrder = (by: Column): 'up' | 'down' => (['best', 'mean', 'median', 'area', 'candidates'].includes(by) ? 'down' : 'up');
