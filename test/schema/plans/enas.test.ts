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
  ['learningRate', 0, '0; allowed: above 0 up to 1'],
  ['learningRate', Number.NaN, 'NaN; allowed: above 0 up to 1'],
  ['updates', 0, '0; allowed: a whole number from 1 to 10000'],
  ['updates', 10_001, '10001; allowed: a whole number from 1 to 10000'],
  ['samples', 1001, '1001; allowed: a whole number from 1 to 1000'],
] as const)('refuses %s of %f at its field', (field, value, message) => {
  expect(problems({ [field]: value })).toEqual([{ field: `plan.controller.enas.${field}`, message, code: 'OUT_OF_RANGE' }]);
});

it('allows the ends of every range', () => {
  for (const value of [
    { epochs: 1, learningRate: 1e-6, updates: 1, samples: 1 },
    { epochs: 1000, learningRate: 1, updates: 10_000, samples: 1000 },
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

it('leaves the spaces of other controllers alone, but checks the constants under all', () => {
  const controller = { ...plan.controller, kind: 'RANDOM' as const };
  expect(problems({}, { controller, training: { ...plan.training, scope: 'CLASSIFIER_ONLY' } })).toEqual([]);
  expect(problems({ epochs: 0 }, { controller })).toMatchObject([{ field: 'plan.controller.enas.epochs' }]);
});
