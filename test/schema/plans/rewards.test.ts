import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { classF1, type Metric, metricKind, metricKinds } from '../../../schema/plans/metrics.ts';
import { describeReward, needsJudge, rewardKinds, rewards, rewardsFor } from '../../../schema/plans/rewards.ts';

const series = (name: string, values: number[], split: Metric['split'] = 'VALIDATION'): Metric[] =>
  values.map((value, i) => ({ name, split, epoch: i + 1, value }));

/** Those that have a value. */
const known = (metrics: Metric[]) => Object.fromEntries(Object.entries(rewards(metrics)).filter(([, value]) => value !== null));

describe('rewards', () => {
  test('of a classifier: the best of the validation epochs', () => {
    const metrics = [
      ...series('accuracy', [0.9, 0.97, 0.96]),
      ...series('macroF1', [0.89, 0.95, 0.96]),
      ...series('loss', [0.4, 0.125, 0.2]),
      ...series('accuracy', [1, 1, 1], 'TRAIN'),
      ...series('loss', [0.01, 0.01, 0.01], 'TRAIN'),
    ];
    expect(known(metrics)).toEqual({ ACCURACY: 0.97, MEAN_ACCURACY: expect.closeTo(2.83 / 3, 12), MACRO_F1: 0.96, INVERSE_LOSS: 8 });
  });

  test('of an autoencoder: KL is that of the epoch with the lowest combined loss, not the lowest KL (thesis 10.1)', () => {
    const metrics = [...series('loss', [128, 100, 110]), ...series('kl', [0.5, 4, 2]), ...series('bce', [0.2, 0.16, 0.125])];
    expect(known(metrics)).toEqual({ INVERSE_LOSS: 1 / 100, INVERSE_KL: 1 / 4, INVERSE_BCE: 8 });
  });

  test('the worst F1 is that of the weakest class, in the epoch in which it is strongest', () => {
    const metrics = [...series('f1.0', [0.9, 0.2, 0.8]), ...series('f1.1', [0.1, 0.6, 0.7]), ...series('f1.10', [0.5, 0.5, 0.75])];
    expect(known(metrics)).toEqual({ WORST_F1: 0.7 });
    expect(known(series('f1.0', [Number.NaN]))).toEqual({});
  });

  test('what looks at the images is taken after the last epoch, and a divergence becomes its inverse', () => {
    const metrics = [
      ...series('judge.confidence', [0.9, 0.8]),
      ...series('judge.inceptionScore', [7, 6]),
      ...series('judge.frechet', [1, 4]),
      ...series('judge.reconstructionAccuracy', [0.5, 0.25]),
      ...series('patchError', [2, 8]),
      ...series('discriminator.verdict', [0.4, 0.3]),
    ];
    expect(known(metrics.reverse())).toEqual({
      GENERATED_CONFIDENCE: 0.8,
      INCEPTION_SCORE: 6,
      INVERSE_FRECHET: 1 / 4,
      RECONSTRUCTION_ACCURACY: 0.25,
      INVERSE_PATCH_ERROR: 1 / 8,
      DISCRIMINATOR_VERDICT: 0.3,
    });
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
    expect(known([])).toEqual({});
  });
});

test('every metric is described once, F1 of a class too', () => {
  expect(new Set(metricKinds.map((kind) => kind.name)).size).toBe(metricKinds.length);
  for (const kind of metricKinds) expect(metricKind(kind.name)).toBe(kind);
  expect(metricKind(classF1(7))).toMatchObject({ name: 'f1.7', higherIsBetter: true });
  expect(metricKind('f1.x')).toBeUndefined();
});

describe('what is said of rewards', () => {
  test('each is described once, and the GraphQL schema says the same', () => {
    const { RewardKind } = buildSchema(readFileSync('schema/schema.graphql', 'utf8')).getTypeMap() as { RewardKind: GraphQLEnumType };
    const said = Object.fromEntries(RewardKind.getValues().map(({ name, description }) => [name, description]));
    expect(Object.fromEntries(rewardKinds.map((reward) => [reward.kind, describeReward(reward)]))).toEqual(said);
    expect(rewardKinds.map(({ kind }) => kind)).toEqual(Object.keys(rewards([])));
    expect(new Set(rewardKinds.map(({ label }) => label)).size).toBe(rewardKinds.length);
  });

  test('a task offers what its metrics give', () => {
    expect(rewardsFor('CLASSIFICATION')).toContain('WORST_F1');
    expect(rewardsFor('CLASSIFICATION').some(needsJudge)).toBe(false);
    expect(rewardsFor('VARIATIONAL')).toContain('INVERSE_FRECHET');
  });
});
