import { coerceInputValue, type GraphQLInputObjectType, print } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtInDatasets, builtInTexts, dataShape } from '../../../schema/datasets.ts';
import { presets as presetsOfSchema } from '../../../schema/plans/presets/presets.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { CommandTeamDocument, type CommandTeamQuery } from '../../../server/commands/operations.generated.ts';
import { ensureBuiltIns } from '../../../server/datasets/built-ins.ts';
import type { PlanInput } from '../../../server/resolvers.generated.ts';
import { makeSchema } from '../../../server/schema.ts';
import { readPlan } from '../../../server/searches/input.ts';
import { type Answer, type Rig, startRig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const mnist = builtInDatasets[0]!;
/** Global id of MNIST. */
const mnistId = async (): Promise<string> => (await ask('datasets { id name }')).datasets.find(({ name }: Answer) => name === 'MNIST').id;
const ask = async (fields: string, variables: object = {}) =>
  (
    await rig.member.ask<Answer>(`query ($id: ID!${'dataset' in variables ? ', $dataset: ID!' : ''}) { team(id: $id) { ${fields} } }`, {
      id: rig.teamId,
      ...variables,
    })
  ).team;

it('has the datasets and spaces that come with the platform, once, however often it starts', async () => {
  const before = await rig.counts();
  await ensureBuiltIns(rig.database);
  await Promise.all([ensureBuiltIns(rig.database), ensureBuiltIns(rig.database)]);
  expect(await rig.counts()).toEqual(before);
  const { datasets, searchSpaces } = await ask(
    'datasets { name kind vocabularySize textUnit contentHash height width channels classes trainCount validationCount testCount source licence citation classCounts { train validation } normalisation { mean deviation } } searchSpaces { name kind limits }',
  );
  const pictures = builtInDatasets.map(({ image, ...rest }) => {
    return { ...rest, ...image, kind: 'IMAGES', testCount: 0, vocabularySize: null, textUnit: null };
  });
  const texts = builtInTexts.map(({ vocabulary, ...rest }) => {
    const token = { height: 1, width: 1, channels: 1, classes: [], classCounts: [], normalisation: null };
    return { ...rest, ...token, kind: 'TEXT', vocabularySize: vocabulary, textUnit: 'WORDS' };
  });
  expect(datasets).toEqual([...pictures, ...texts].sort((a, b) => (a.name < b.name ? -1 : 1)));
  expect(searchSpaces).toEqual(
    Object.entries(spacePresets)
      .map(([name, limits]) => ({ name, kind: limits.kind, limits }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
});

it('counts networks exactly, beyond the exact numbers of JSON', async () => {
  const dataset = await mnistId();
  const { searchSpaces } = await ask('searchSpaces { name networkCount(datasetId: $dataset) }', { dataset });
  for (const { name, networkCount } of searchSpaces) {
    const limits = spacePresets[name as keyof typeof spacePresets];
    if (limits.kind === 'RECURRENT') {
      expect(networkCount, 'these are pictures').toBeNull();
      continue;
    }
    const count = makeSpace(limits, dataShape(mnist)).count();
    expect(networkCount).toBe(count.toString());
  }
});

it('counts beyond the exact numbers of JSON', async () => {
  const chain = {
    rules: 'THESIS' as const,
    filters: [8, 16, 32, 64],
    kernels: [1, 3, 5],
    pools: [],
    units: [],
    globalAveragePool: false,
    maxLayers: 20,
  };
  const count = makeSpace({ kind: 'CHAIN', ...chain }, dataShape(mnist)).count();
  expect(count).toBeGreaterThan(2n ** 53n);
  const dataset = await mnistId();
  const { searchSpace } = await rig.member.mutate(
    'createSearchSpace',
    { teamId: rig.teamId, name: 'Huge', limits: { chain } },
    `searchSpace { networkCount(datasetId: "${dataset}") }`,
  );
  expect(searchSpace.networkCount).toBe(count.toString());
});

it('keeps a space under a name, once', async () => {
  const limits = { variational: { latent: [2], filters: [8], kernels: [4], stride: 2, maxEncoderLayers: 2, maxDecoderLayers: 2 } };
  const { searchSpace } = await rig.member.mutate(
    'createSearchSpace',
    { teamId: rig.teamId, name: 'Mine', limits },
    'searchSpace { id name kind limits }',
  );
  expect(searchSpace).toMatchObject({ name: 'Mine', kind: 'VARIATIONAL', limits: { kind: 'VARIATIONAL', ...limits.variational } });
  const before = await rig.counts();
  expect(await rig.member.refused('createSearchSpace', { teamId: rig.teamId, name: 'Mine', limits })).toMatchObject([
    { field: 'name', code: 'CONFLICT' },
  ]);
  const empty = { variational: { ...limits.variational, latent: [] } };
  expect(await rig.member.refused('createSearchSpace', { teamId: rig.teamId, name: '', limits: empty })).toMatchObject([
    { field: 'name', code: 'REQUIRED' },
    { field: 'limits.variational.latent', code: 'EMPTY' },
  ]);
  expect(await rig.counts()).toEqual(before);
});

it('offers the presets', async () => {
  const { presets } = await rig.member.ask<Answer>('{ presets { name space spaceKind dataset } }');
  expect(presets.map(({ name }: Answer) => name)).toEqual(presetsOfSchema.map(({ name }) => name));
  expect(presets.map(({ name }: Answer) => name)).toContain('thesis-10.8');
  expect(presets[1]).toMatchObject({ spaceKind: 'VARIATIONAL', dataset: 'MNIST' });
});

it('gives the command line the whole plan of every preset: what it sends back is the plan of the preset, setting by setting', async () => {
  const { presets } = await rig.member.ask<CommandTeamQuery>(print(CommandTeamDocument));
  const input = makeSchema().getType('PlanInput') as GraphQLInputObjectType;
  expect(presets.map(({ name }) => name)).toEqual(presetsOfSchema.map(({ name }) => name));
  for (const [i, { name, plan }] of presets.entries()) {
    const given = readPlan(coerceInputValue(plan, input) as PlanInput);
    expect(given, name).toMatchObject(presetsOfSchema[i]!.plan);
    expect(given, name).toEqual(readPlan(presetsOfSchema[i]!.plan as PlanInput));
  }
  const enas = presets.find(({ name }) => name === 'quick-enas-text')!.plan.controller.enas;
  expect(enas).toEqual({ epochs: 1, learningRate: 0.003, updates: 10, samples: 10 });
});
