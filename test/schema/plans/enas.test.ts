import { expect, it } from 'vitest';
import { builtInDatasets, dataShape } from '../../../schema/datasets.ts';
import { checkPlan, type Surroundings } from '../../../schema/plans/check.ts';
import type { EnasPlan } from '../../../schema/plans/controller.ts';
import type { Plan } from '../../../schema/plans/plan.ts';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const mnist = builtInDatasets.find(({ name }) => name === 'MNIST')!;
const { plan } = presets.find(({ name }) => name === 'quick-enas-macro')!;
const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  limits: spacePresets['tour-macro'],
  data: dataShape(mnist),
  ...{ trainCount: mnist.trainCount, validationCount: mnist.validationCount, memoryBytes: null },
  ...change,
});
const problems = (enas: Partial<EnasPlan>, change: Partial<Plan> = {}, surroundings: Partial<Surroundings> = {}) =>
  checkPlan(
    { ...plan, ...change, controller: { ...plan.controller, ...change.controller, enas: { ...plan.controller.enas, ...enas } } },
    around(surroundings),
  );

it.each([
  ['epochs', 0, '0; allowed: a whole number from 1 to 1000'],
  ['epochs', 1.5, '1.5; allowed: a whole number from 1 to 1000'],
  ['learningRate', 0, '0; allowed: above 0 up to 100'],
  ['learningRate', Number.NaN, 'NaN; allowed: above 0 up to 100'],
  ['updates', 0, '0; allowed: a whole number from 1 to 10000'],
  ['updates', 10_001, '10001; allowed: a whole number from 1 to 10000'],
  ['samples', 1001, '1001; allowed: a whole number from 1 to 1000'],
] as const)('refuses %s of %f at its field', (field, value, message) => {
  expect(problems({ [field]: value })).toEqual([{ field: `plan.controller.enas.${field}`, message, code: 'OUT_OF_RANGE' }]);
});

it('allows the ends of every range', () => {
  for (const value of [
    { epochs: 1, learningRate: 1e-6, updates: 1, samples: 1 },
    { epochs: 1000, learningRate: 100, updates: 10_000, samples: 1000 },
  ])
    expect(problems(value)).toEqual([]);
});

it('refuses what has no shared weights: other spaces, pictures of several classes, weights that do not learn', () => {
  const pyramid = problems({}, {}, { limits: spacePresets['tour-pyramid'] });
  expect(pyramid).toContainEqual(expect.objectContaining({ field: 'plan.controller.kind', code: 'NOT_ALLOWED' }));
  expect(pyramid.find(({ field }) => field === 'plan.controller.kind')!.message).toMatch(
    /^ENAS on a PYRAMID space; allowed: ENAS on CHAIN/,
  );
  const loss = { ...plan.training.loss, kind: 'BINARY_CROSS_ENTROPY' as const };
  expect(problems({}, { training: { ...plan.training, loss } }, { multiLabel: true })).toMatchObject([
    { field: 'plan.controller.kind', code: 'NOT_ALLOWED', message: expect.stringContaining('one class each') },
  ]);
  expect(problems({}, { training: { ...plan.training, scope: 'CLASSIFIER_ONLY' } })).toMatchObject([
    { field: 'plan.training.scope', code: 'NOT_ALLOWED', message: expect.stringContaining('FULL for ENAS') },
  ]);
});

it('refuses an optimiser that shared weights cannot have, at its field', () => {
  const optimizer = (change: object, from: Plan = plan) => ({
    training: { ...from.training, optimizer: { ...from.training.optimizer, ...change } },
  });
  const sgd = { kind: 'SGD' as const, momentum: 0.9, nesterov: true, weightDecay: 1e-4, clipNorm: 5 };
  const cosine = { schedule: 'COSINE' as const, restartEvery: 10, restartFactor: 2, lowestShare: 0.02 };
  expect(problems({}, optimizer({ ...sgd, ...cosine }))).toEqual([]);
  expect(
    problems({}, { ...optimizer({ schedule: 'STEP', decay: 0.2, decayEvery: 5 }), budget: { candidates: 270, seconds: null } }),
  ).toMatchObject([
    {
      field: 'plan.training.optimizer.decay',
      message: expect.stringMatching(/^0.2 after every 5 epochs, which leaves 9e-38 .* last of their 270;/),
    },
  ]);
  const text = presets.find(({ name }) => name === 'quick-enas-text')!.plan;
  const words = { data: dataShape({ image: mnist.image, classes: [], vocabulary: 5000 }), limits: spacePresets['tour-recurrent'] };
  const ofText = (change: object) =>
    checkPlan({ ...text, ...optimizer(change, text) }, around({ ...words, trainCount: 200_000, validationCount: 20_000 }));
  expect(ofText({ kind: 'SGD', schedule: 'STEP', decay: 0.96, decayEvery: 1, clipNorm: 0.25 })).toEqual([]);
  expect(ofText({ kind: 'ADAM' })).toMatchObject([
    { field: 'plan.training.optimizer.kind', message: expect.stringMatching(/^ADAM; allowed: SGD, RMSPROP for ENAS on RECURRENT/) },
  ]);
  expect(ofText({ kind: 'SGD', momentum: 0.9 })).toMatchObject([{ field: 'plan.training.optimizer.momentum' }]);
});

it('leaves the spaces of other controllers alone, but checks the constants under all', () => {
  const controller = { ...plan.controller, kind: 'RANDOM' as const };
  expect(problems({}, { controller, training: { ...plan.training, scope: 'CLASSIFIER_ONLY' } })).toEqual([]);
  expect(problems({ epochs: 0 }, { controller })).toMatchObject([{ field: 'plan.controller.enas.epochs' }]);
});

it('refuses batches with which a round does not fit the largest worker, and a space of which no round fits', () => {
  expect(problems({}, {}, { memoryBytes: 2 ** 30 })).toEqual([]);
  const training = { ...plan.training, batchSize: 512 };
  const [most] = problems({}, { training }, { memoryBytes: 2 ** 30 });
  expect(most).toMatchObject({ field: 'plan.training.batchSize', code: 'TOO_LARGE' });
  const [, largest] = /^512, with which a round of ENAS takes 1\.9 GiB; allowed: 1 to (\d+), by the 922 MiB that/.exec(most!.message)!;
  expect(problems({}, { training: { ...training, batchSize: Number(largest) } }, { memoryBytes: 2 ** 30 })).toEqual([]);
  expect(problems({}, { training: { ...training, batchSize: Number(largest) + 1 } }, { memoryBytes: 2 ** 30 })).toHaveLength(1);
  expect(problems({}, {}, { memoryBytes: 0.71e9 })).toMatchObject([
    { field: 'limits', code: 'TOO_LARGE', message: expect.stringMatching(/^a round of ENAS takes .* with batches of 8; allowed: /) },
  ]);
});
