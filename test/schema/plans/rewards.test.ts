import { describe, expect, test } from 'vitest';
import { classF1, type Metric, metricKind, metricKinds } from '../../../schema/plans/metrics.ts';
import { rewards } from '../../../schema/plans/rewards.ts';

const series = (name: string, values: number[], split: Metric['split'] = 'VALIDATION'): Metric[] =>
  values.map((value, i) => ({ name, split, epoch: i + 1, value }));

describe('rewards', () => {
  test('of a classifier: the best of the validation epochs', () => {
    const metrics = [
      ...series('accuracy', [0.9, 0.97, 0.96]),
      ...series('macroF1', [0.89, 0.95, 0.96]),
      ...series('loss', [0.4, 0.125, 0.2]),
      ...series('accuracy', [1, 1, 1], 'TRAIN'),
      ...series('loss', [0.01, 0.01, 0.01], 'TRAIN'),
    ];
    expect(rewards(metrics)).toEqual({ ACCURACY: 0.97, MACRO_F1: 0.96, INVERSE_LOSS: 8, INVERSE_KL: null, INVERSE_BCE: null });
  });

  test('of an autoencoder: KL is that of the epoch with the lowest combined loss, not the lowest KL (thesis 10.1)', () => {
    const metrics = [...series('loss', [128, 100, 110]), ...series('kl', [0.5, 4, 2]), ...series('bce', [0.2, 0.16, 0.125])];
    expect(rewards(metrics)).toEqual({ ACCURACY: null, MACRO_F1: null, INVERSE_LOSS: 1 / 100, INVERSE_KL: 1 / 4, INVERSE_BCE: 8 });
  });

  test('the order of the metrics does not matter; of equal epochs the first counts', () => {
    const metrics = [...series('loss', [5, 5]), ...series('kl', [1, 2])];
    expect(rewards([...metrics].reverse())).toEqual(rewards(metrics));
    expect(rewards(metrics).INVERSE_KL).toBe(1);
  });

  test('a later value of the same epoch replaces the earlier one', () => {
    expect(rewards([...series('accuracy', [0.99]), ...series('accuracy', [0.5])]).ACCURACY).toBe(0.5);
  });

  test('what is not finite is null, never a number', () => {
    expect(rewards([...series('loss', [Number.NaN]), ...series('kl', [1])])).toMatchObject({ INVERSE_LOSS: null, INVERSE_KL: null });
    expect(rewards([...series('loss', [1, Number.NaN]), ...series('kl', [0, 1])])).toMatchObject({ INVERSE_LOSS: 1, INVERSE_KL: null });
    expect(rewards(series('bce', [1e-320])).INVERSE_BCE).toBeNull();
    expect(rewards(series('loss', [-2])).INVERSE_LOSS).toBeNull();
    expect(Object.values(rewards([]))).toEqual([null, null, null, null, null]);
  });
});

test('every metric is described once, F1 of a class too', () => {
  expect(new Set(metricKinds.map((kind) => kind.name)).size).toBe(metricKinds.length);
  for (const kind of metricKinds) expect(metricKind(kind.name)).toBe(kind);
  expect(metricKind(classF1(7))).toMatchObject({ name: 'f1.7', higherIsBetter: true });
  expect(metricKind('f1.x')).toBeUndefined();
});
