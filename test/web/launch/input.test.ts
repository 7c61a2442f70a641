import { readFileSync } from 'node:fs';
import { buildSchema, coerceInputValue, type GraphQLInputType, getVariableValues, parse } from 'graphql';
import { expect, test } from 'vitest';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { readLimits, readPlan } from '../../../server/searches/input.ts';
import { fitsForm, formPath, launchOf } from '../../../web/launch/input.ts';
import { valuesOf, withFamily } from '../../../web/launch/values.ts';
import { known, preset } from './known.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));
const inputType = schema.getType('CreateSearchInput') as GraphQLInputType;

/** As the server gets it: what the schema does not know is an error, defaults are filled in. */
function received(input: object) {
  return coerceInputValue(JSON.parse(JSON.stringify(input)), inputType, (path, value, error) => {
    throw new Error(`${path.join('.')}: ${JSON.stringify(value)}: ${error.message}`);
  }) as { plan: Parameters<typeof readPlan>[0]; limits: Parameters<typeof readLimits>[0] };
}

test('a preset that was not touched is asked for by its name', () => {
  for (const each of presets) {
    const launch = launchOf(valuesOf(each, `${each.dataset.toLowerCase()}-1`), known);
    expect(launch.problems).toEqual({});
    expect(launch.input).toEqual({ teamId: 'team-1', name: each.title, preset: each.name });
  }
});

test('the form has a field for everything in every space that comes with the platform', () => {
  for (const [name, limits] of Object.entries(spacePresets)) expect(fitsForm(limits), name).toBe(true);
});

test('another seed is said beside the preset', () => {
  const values = valuesOf(preset('tour'), 'mnist-1');
  values.plan.seed = 7;
  expect(launchOf(values, known).input).toEqual({ teamId: 'team-1', name: values.name, preset: 'tour', seed: 7 });
});

test('a changed plan goes as a whole, with the space by its name, and the server reads the same plan', () => {
  const values = valuesOf(preset('tour-vae'), 'mnist-1');
  values.plan.training.loss.beta = 0.25;
  values.plan.budget.seconds = '';
  values.plan.training.trainImages = '5000';
  const { input, plan } = launchOf(values, known);
  expect(input).toMatchObject({ datasetId: 'mnist-1', spaceId: 'space tour-variational' });
  expect(input).not.toHaveProperty('preset');
  expect(readPlan(received(input).plan)).toEqual(plan);
  expect(plan.training.loss.beta).toBe(0.25);
  expect(plan.training.trainImages).toBe(5000);
  expect(plan.budget.seconds).toBeNull();
});

test('changed limits go as a space of the search, and the server reads the same limits', () => {
  for (const name of ['tour', 'tour-vae']) {
    const values = valuesOf(preset(name), 'mnist-1');
    values.limits.filters = '4 8,16';
    const launch = launchOf(values, known);
    expect(launch.input).not.toHaveProperty('spaceId');
    expect(launch.limits).toMatchObject({ filters: [4, 8, 16] });
    expect(readLimits(received(launch.input).limits)).toEqual(launch.limits);
  }
});

test('everything wrong is named at its field, before anything is sent', () => {
  const values = valuesOf(preset('tour'), 'mnist-1');
  values.name = ' ';
  values.plan.budget.candidates = 0;
  values.plan.training.epochs = '';
  values.limits.kernels = '3, 29';
  values.limits.filters = '8, many';
  values.limits.pools = '(2,3)';
  values.plan.controller.epsilon = '1:20, 2:5';
  const { problems } = launchOf(values, known);
  expect(Object.keys(problems).sort()).toEqual([
    'limits.filters',
    'limits.kernels',
    'limits.pools',
    'name',
    'plan.budget.candidates',
    'plan.controller.epsilon',
    'plan.training.epochs',
  ]);
  expect(problems['plan.budget.candidates']).toMatch(/^0; allowed/);
  expect(problems['plan.training.epochs']).toMatch(/^Not a number/);
  expect(problems['limits.filters']).toContain('many');
  expect(problems['limits.kernels']).toContain('29');
});

test("the server's paths lead to the same fields", () => {
  expect(formPath('limits.chain.filters.2')).toBe('limits.filters');
  expect(formPath('limits.variational.latent')).toBe('limits.latent');
  expect(formPath('limits.chain.pools.0.stride')).toBe('limits.pools');
  expect(formPath('plan.controller.epsilon.3.candidates')).toBe('plan.controller.epsilon');
  expect(formPath('plan.training.optimizer.decayEvery')).toBe('plan.training.optimizer.decayEvery');
  expect(formPath('seed')).toBe('plan.seed');
});

test('another family brings a task, loss and reward that fit it', () => {
  const values = withFamily(valuesOf(preset('tour'), 'mnist-1'), 'VARIATIONAL');
  const { problems, plan } = launchOf(values, known);
  expect(problems).toEqual({});
  expect(plan.training.task).toBe('VARIATIONAL');
  expect(plan.reward).toBe('INVERSE_LOSS');
  for (const [kind, task] of [
    ['CHAIN', 'CLASSIFICATION'],
    ['PYRAMID', 'CLASSIFICATION'],
    ['AUTOENCODER', 'RECONSTRUCTION'],
    ['GENERATOR', 'ADVERSARIAL'],
    ['NAS', 'CLASSIFICATION'],
    ['MACRO', 'CLASSIFICATION'],
    ['MICRO', 'CLASSIFICATION'],
  ] as const) {
    const other = launchOf(withFamily(values, kind), known);
    expect(other.problems).toEqual({});
    expect(other.plan.training.task).toBe(task);
    expect(readLimits(received({ ...base, limits: limitsInput(other.limits) }).limits)).toEqual(other.limits);
  }
});

const base = { teamId: 'team-1', name: 'Search' };

function limitsInput({ kind, ...rest }: ReturnType<typeof launchOf>['limits']) {
  return { [kind.toLowerCase()]: rest };
}

test('the request is a document that the schema accepts', () => {
  const { input } = launchOf(valuesOf(preset('tour'), 'mnist-1'), known);
  const { operation } = { operation: parse('mutation ($input: CreateSearchInput!) { createSearch(input: $input) { search { id } } }') };
  const definition = operation.definitions[0]!;
  if (definition.kind !== 'OperationDefinition') throw new Error('no operation');
  expect(getVariableValues(schema, definition.variableDefinitions!, { input }).errors).toBeUndefined();
});
