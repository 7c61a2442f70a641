import { describe, expect, test } from 'vitest';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import { checkPlan } from '../../../schema/plans/check.ts';
import type { Plan } from '../../../schema/plans/plan.ts';
import { type PredictionPlan, predictionEpoch, runsToTheEnd } from '../../../schema/plans/prediction.ts';
import { defaultPlan, presets } from '../../../schema/plans/presets/presets.ts';
import { curveEpochs, curveOf, differences, MOST_POINTS } from '../../../schema/prediction/curve.ts';
import { predictionError } from '../../../schema/prediction/error.ts';
import { FEATURES, featuresOf, inputOf } from '../../../schema/prediction/features.ts';
import { retrainPlan } from '../../../schema/rankings/retrain.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const quick = presets.find(({ name }) => name === 'quick-prediction')!.plan;
const prediction = quick.prediction!;

describe('when a candidate is judged', () => {
  test.each([
    [0.25, 20, 5],
    [0.25, 8, 2],
    [0.25, 10, 3],
    [0.25, 2, 1],
    [0.01, 8, 1],
    [0.99, 8, 7],
    [0.3, 10, 3],
  ])('a share of %f of %i epochs: after epoch %i', (share, epochs, epoch) => {
    expect(predictionEpoch({ share }, epochs)).toBe(epoch);
  });

  test('every so many run to the end', () => {
    const numbers = Array.from({ length: 20 }, (_, i) => i + 1).filter((number) => runsToTheEnd(number, { fullEvery: 5 }));
    expect(numbers).toEqual([5, 10, 15, 20]);
  });
});

describe('curves', () => {
  test('short ones are looked at epoch by epoch, of long ones some epochs from the first to the last', () => {
    expect(curveEpochs(1)).toEqual([1]);
    expect(curveEpochs(5)).toEqual([1, 2, 3, 4, 5]);
    const many = curveEpochs(250);
    expect(many).toHaveLength(MOST_POINTS);
    expect([many[0], many.at(-1)]).toEqual([1, 250]);
    const steps = differences(many);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
  });

  test('are in the terms of the reward; what is missing or has no inverse makes none', () => {
    expect(curveOf('ACCURACY', [0.1, 0.3])).toEqual([0.1, 0.3]);
    expect(curveOf('INVERSE_LOSS', [2, 0.5])).toEqual([0.5, 2]);
    expect(curveOf('INVERSE_LOSS', [2, 0])).toBeNull();
    expect(curveOf('ACCURACY', [0.1, undefined])).toBeNull();
    expect(curveOf('ACCURACY', [0.1, Number.NaN])).toBeNull();
  });

  test('with first and second differences, then the features', () => {
    expect(inputOf([1, 4, 9], [7])).toEqual([1, 4, 9, 3, 5, 2, 7]);
    expect(inputOf([1], [7])).toEqual([1, 7]);
  });
});

describe('features', () => {
  const image = { height: 28, width: 28, channels: 1 };
  const of = (notation: string) => {
    const architecture = parseNotation(notation, { input: image, padding: 'same' });
    const values = featuresOf({ architecture, ...networkShape(architecture), batchSize: 99, training: quick.training });
    return Object.fromEntries(FEATURES.map(({ name }, i) => [name, values[i]!]));
  };

  test('of a chain', () => {
    expect(of('C(9,3,1), C(99,5,1), P(2,2), D(1,1), FC(9), SM(10)')).toMatchObject({
      depth: 5,
      'layers.convolution': 2,
      'layers.pool': 1,
      'layers.dropout': 1,
      'layers.fullyConnected': 1,
      'layers.other': 1,
      'filters.largest': 2,
      'kernel.mean': 4,
      'stride.mean': 4 / 3,
      'units.mean': 1,
      latent: 0,
      batchSize: 2,
      epochs: quick.training.epochs,
    });
    expect(of('C(9,3,1), SM(10)').learningRate).toBeCloseTo(Math.log10(quick.training.optimizer.learningRate), 12);
  });

  test('of a variational autoencoder: both halves and the latent size', () => {
    expect(of('C(8,4,2), C(16,4,2) | Z(9) | C(16,4,2)')).toMatchObject({ depth: 3, 'layers.convolution': 3, latent: 1 });
  });

  test('of every family are as many and finite', () => {
    for (const notation of ['SM(10)', 'C(8,4,2) | Z(2) | C(16,4,2)', 'C(4,3,1) | C(4,3,1)', 'Z(2) | C(16,4,2)']) {
      const values = Object.values(of(notation));
      expect(values).toHaveLength(FEATURES.length);
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });

  test('have names of their own', () => {
    expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length);
    expect(FEATURES.every(({ meaning }) => meaning.length > 5)).toBe(true);
  });
});

test('the error of predictions', () => {
  const pair = (predicted: number, reward: number) => ({ predicted, low: predicted - 0.5, high: predicted + 0.5, reward });
  // rewards 1, 2, 3: 2 around their mean; left are 0.2^2 + 0.4^2 + 1^2
  const error = predictionError([pair(1.2, 1), pair(1.6, 2), pair(2, 3)]);
  expect(error).toMatchObject({ count: 3, spearman: 1, covered: 2 / 3 });
  expect(error.r2).toBeCloseTo(1 - 1.2 / 2, 12);
  expect(predictionError([])).toEqual({ count: 0, r2: null, spearman: null, covered: null });
  expect(predictionError([pair(1, 2), pair(2, 2)])).toMatchObject({ r2: null, spearman: null });
});

describe('plans', () => {
  const around = {
    limits: spacePresets['tour-chain'],
    data: { image: { height: 28, width: 28, channels: 1 }, classes: 10 },
    trainCount: 60_000,
    validationCount: 10_000,
    memoryBytes: null,
  };
  const problems = (change: Partial<PredictionPlan>, plan: Partial<Plan> = {}) =>
    checkPlan({ ...quick, ...plan, prediction: { ...prediction, ...change } }, around);

  test.each([
    ['share', 0, '0; allowed: above 0 below 1'],
    ['share', 1, '1; allowed: above 0 below 1'],
    ['limit', 1, '1; allowed: above 0 below 1'],
    ['limit', Number.NaN, 'NaN; allowed: above 0 below 1'],
    ['minimum', 4, '4; allowed: a whole number from 5 to 256'],
    ['minimum', 257, '257; allowed: a whole number from 5 to 256'],
    ['fullEvery', 1, '1; allowed: a whole number from 2 to 1000'],
  ] as const)('%s %f is refused', (field, value, message) => {
    expect(problems({ [field]: value })).toEqual([{ field: `plan.prediction.${field}`, message, code: 'OUT_OF_RANGE' }]);
  });

  test('one epoch leaves nothing to stop, and several first weights have no single curve', () => {
    expect(problems({}, { training: { ...quick.training, epochs: 1 } })).toMatchObject([{ field: 'plan.training.epochs' }]);
    expect(problems({}, { training: { ...quick.training, initialisations: 3 } })).toMatchObject([
      { field: 'plan.training.initialisations', code: 'NOT_ALLOWED' },
    ]);
  });

  test.each(['SUCCESSIVE_HALVING', 'HYPERBAND', 'ASHA'] as const)('beside %s, which stops candidates itself, it is refused', (kind) => {
    const found = problems({}, { controller: { ...quick.controller, kind } });
    expect(found.filter(({ field }) => field === 'plan.prediction')).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  });

  test('beside ENAS it is refused by name', () => {
    const found = problems({}, { controller: { ...quick.controller, kind: 'ENAS' } });
    const message = 'ENAS, whose few candidates are its result and teach nothing; allowed: a plan without one, or another controller';
    expect(found).toEqual([{ field: 'plan.prediction', message, code: 'NOT_ALLOWED' }]);
  });

  test('without a prediction nothing of it is checked', () => {
    const { prediction: _, ...plain } = defaultPlan('CLASSIFICATION');
    const training = { ...plain.training, epochs: 1 };
    expect(checkPlan({ ...plain, training }, { ...around, memoryBytes: null })).toEqual([]);
  });

  test('a retraining goes to the end', () => {
    expect(retrainPlan(quick, ['SM(10)'])).not.toHaveProperty('prediction');
  });
});
