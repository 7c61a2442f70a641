import { describe, expect, it } from 'vitest';
import { curves } from '../../../web/plots/curves.ts';
import { learning, nearestPoint, type ProgressPoint, progressRows, progressSeries } from '../../../web/plots/progress.ts';

const point = (number: number, reward: number | null, more: Partial<ProgressPoint> = {}): ProgressPoint => ({
  number,
  status: reward === null ? 'RUNNING' : 'DONE',
  reward,
  epsilon: 1,
  picked: false,
  rejected: false,
  ...more,
});

describe('progress of a search', () => {
  it('rings what was picked and puts what failed at the bottom', () => {
    const series = progressSeries([point(1, 0.5), point(2, null, { status: 'FAILED' }), point(3, 0.4, { picked: true }), point(4, null)]);
    expect(series.picked).toEqual([null, null, 0.4, null]);
    expect(series.failed).toEqual([null, 0, null, null]);
    expect(series.best).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(series.mean.map((value) => value?.toFixed(2))).toEqual(['0.50', undefined, '0.45', undefined]);
  });

  it('says whether it learns only when there is enough to say it', () => {
    expect(learning(Array.from({ length: 9 }, (_, i) => point(i + 1, i)))).toBeNull();
    expect(learning(Array.from({ length: 10 }, (_, i) => point(i + 1, i)))).toEqual({ first: 0.5, last: 8.5 });
  });

  it('sums a long search up in at most 50 rows that lose no candidate', () => {
    const points = Array.from({ length: 10_000 }, (_, i) =>
      point(i + 1, i / 1e4, { picked: i % 100 === 0, status: i % 50 === 1 ? 'FAILED' : 'DONE' }),
    );
    const rows = progressRows(points);
    expect(rows).toHaveLength(50);
    expect(rows[0]!.numbers).toBe('1–200');
    expect(rows.reduce((sum, row) => sum + row.picked, 0)).toBe(100);
    expect(rows.reduce((sum, row) => sum + row.failed, 0)).toBe(200);
  });

  it('finds the nearest point within reach of the pointer', () => {
    const places = [{ x: 0, y: 0 }, null, { x: 10, y: 0 }];
    expect(nearestPoint({ x: 7, y: 1 }, places, 14)).toBe(2);
    expect(nearestPoint({ x: 40, y: 0 }, places, 14)).toBeNull();
  });
});

describe('metric curves', () => {
  it('come in the usual order, with gaps for missing epochs, and the last report of an epoch counts', () => {
    const list = curves([
      { name: 'kl', split: 'VALIDATION', epoch: 1, value: 3 },
      { name: 'loss', split: 'TRAIN', epoch: 1, value: 9 },
      { name: 'loss', split: 'TRAIN', epoch: 3, value: 7 },
      { name: 'loss', split: 'TRAIN', epoch: 1, value: 8 },
      { name: 'f1.3', split: 'VALIDATION', epoch: 1, value: 0.5 },
    ]);
    expect(list.map((curve) => curve.name)).toEqual(['loss', 'kl']);
    expect(list[0]).toEqual({ name: 'loss', epochs: [1, 2, 3], train: [8, null, 7], validation: [null, null, null] });
  });
});
