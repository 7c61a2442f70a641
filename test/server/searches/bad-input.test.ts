import { afterAll, beforeAll, expect, it } from 'vitest';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { queries } from '../../../server/database/transaction.ts';
import { globalId, newId } from '../../../server/ids.ts';
import { type Answer, type Rig, startRig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const plan = (change: (plan: Answer) => void = () => {}) => {
  const good = {
    seed: 1,
    budget: { candidates: 4 },
    parallelism: 2,
    controller: { kind: 'Q_LEARNING' },
    training: { task: 'CLASSIFICATION', epochs: 1, optimizer: {}, loss: { kind: 'CROSS_ENTROPY' } },
    reward: 'ACCURACY',
  };
  change(good);
  return good;
};
const chain = (change: object = {}) => ({
  chain: { rules: 'THESIS', filters: [8], kernels: [3], pools: [], units: [16], globalAveragePool: false, maxLayers: 3, ...change },
});

it.each<[string, object, string, string, RegExp]>([
  ['no name', { name: '  ' }, 'name', 'REQUIRED', /1 to 120/],
  ['a name that is too long', { name: 'x'.repeat(121) }, 'name', 'OUT_OF_RANGE', /121.*1 to 120/],
  ['an unknown preset', { preset: 'turbo' }, 'preset', 'UNKNOWN', /"turbo".*tour, tour-vae/],
  ['an unknown dataset', { datasetId: 'ds_AAAAAAAAAAAAAAAAAAAAAA' }, 'datasetId', 'UNKNOWN', /does not exist/],
  ['an unknown space', { spaceId: 'sp_AAAAAAAAAAAAAAAAAAAAAA' }, 'spaceId', 'UNKNOWN', /does not exist/],
  ['no dataset', { preset: null, plan: plan(), limits: chain() }, 'datasetId', 'REQUIRED', /allowed: a dataset/],
  [
    'a budget of 0',
    { plan: plan((p) => Object.assign(p.budget, { candidates: 0 })) },
    'plan.budget.candidates',
    'OUT_OF_RANGE',
    /^0; allowed: .* 1 to 100000/,
  ],
  [
    'too much parallelism',
    { plan: plan((p) => Object.assign(p, { parallelism: 65 })) },
    'plan.parallelism',
    'OUT_OF_RANGE',
    /^65; allowed: .* 1 to 64/,
  ],
  [
    'more images than there are',
    { plan: plan((p) => Object.assign(p.training, { trainImages: 60_001 })) },
    'plan.training.trainImages',
    'OUT_OF_RANGE',
    /60001; .*60000/,
  ],
  [
    'epsilon above 1',
    { plan: plan((p) => Object.assign(p.controller, { epsilon: [{ epsilon: 2, candidates: 1 }] })) },
    'plan.controller.epsilon.0.epsilon',
    'OUT_OF_RANGE',
    /^2; allowed: from 0 up to 1/,
  ],
  [
    'another task',
    { plan: plan((p) => Object.assign(p.training, { task: 'VARIATIONAL' })) },
    'plan.training.task',
    'NOT_ALLOWED',
    /^VARIATIONAL; allowed: CLASSIFICATION/,
  ],
  [
    'another loss',
    { plan: plan((p) => Object.assign(p.training.loss, { kind: 'VANILLA' })) },
    'plan.training.loss.kind',
    'NOT_ALLOWED',
    /^VANILLA; allowed: CROSS_ENTROPY/,
  ],
  [
    'another reward',
    { plan: plan((p) => Object.assign(p, { reward: 'INVERSE_KL' })) },
    'plan.reward',
    'NOT_ALLOWED',
    /^INVERSE_KL; allowed: ACCURACY/,
  ],
  [
    'a kernel larger than its image',
    { limits: chain({ kernels: [3, 29] }) },
    'limits.chain.kernels.1',
    'OUT_OF_RANGE',
    /^29; allowed: .*28 pixels/,
  ],
  ['an empty space', { limits: chain({ filters: [] }) }, 'limits.chain.filters', 'EMPTY', /at least one/],
  [
    'a pool that skips pixels',
    { limits: chain({ pools: [{ size: 2, stride: 3 }] }) },
    'limits.chain.pools.0.stride',
    'OUT_OF_RANGE',
    /^3; allowed: .*2/,
  ],
])('refuses %s, and writes nothing', async (_, change, field, code, message) => {
  const before = await rig.counts();
  const problems = await rig.member.refused('createSearch', { teamId: rig.teamId, name: 'Search', preset: 'tour', ...change });
  expect(problems).toContainEqual({ field, code, message: expect.stringMatching(message) });
  expect(await rig.counts()).toEqual(before);
  const { estimateSearch } = await rig.member.ask<Answer>(
    'query ($input: CreateSearchInput!) { estimateSearch(input: $input) { userErrors { field message code } } }',
    { input: { teamId: rig.teamId, name: 'Search', preset: 'tour', ...change } },
  );
  expect(estimateSearch.userErrors).toEqual(problems);
  expect(await rig.counts()).toEqual(before);
});

it('refuses a space whose networks are too large for the largest worker', async () => {
  const worker = await rig.worker();
  const description = {
    name: 'small',
    backend: 'b',
    backendVersion: '1',
    device: 'd',
    deviceKind: 'CPU',
    memoryBytes: 2 ** 30,
    threads: 1,
    gflops: 1,
    host: 'h',
  };
  await worker.mutate('registerWorker', description, 'worker { id }');
  const before = await rig.counts();
  const [problem] = await rig.member.refused('createSearch', { teamId: rig.teamId, name: 'Large', preset: 'vae-mnist' });
  expect(problem).toMatchObject({
    field: 'preset',
    code: 'TOO_LARGE',
    message: expect.stringMatching(/GiB with batches of \d+; allowed: 922 MiB/),
  });
  expect(await rig.counts()).toEqual(before);
});

it.each<[string, object, string, RegExp]>([
  ['text in a space of classifiers', { kind: 'TEXT' }, 'preset', /this is text; allowed: RECURRENT/],
  ['pictures of many sizes in a space of classifiers of one size', { sizes: [28, 30] }, 'preset', /these have many; allowed: PYRAMID/],
])('refuses %s, on which no task trains', async (name, { kind = 'IMAGES', sizes = [28] }: Answer, field, message) => {
  const id = newId();
  const description = { classCounts: [], sizes: sizes.map((side: number) => ({ height: side, width: side, count: 9 })) };
  await queries(rig.database).query(
    `INSERT INTO dataset (id, team_id, name, content_hash, kind, height, width, channels, classes, multi_label, train_count, validation_count, description)
     VALUES ($1, (SELECT id FROM team LIMIT 1), $2, $2, $3, 28, 28, 1, '["a", "b"]', false, 60000, 10000, $4)`,
    [id, name, kind, JSON.stringify(description)],
  );
  const before = await rig.counts();
  const input = { teamId: rig.teamId, name: 'Search', preset: 'tour', datasetId: globalId('Dataset', id) };
  const problems = await rig.member.refused('createSearch', input);
  expect(problems).toContainEqual({ field, code: 'NOT_ALLOWED', message: expect.stringMatching(message) });
  expect(await rig.counts()).toEqual(before);
});

it('says everything that is wrong at once', async () => {
  const problems = await rig.member.refused('createSearch', {
    teamId: rig.teamId,
    name: '',
    preset: 'tour',
    limits: chain({ kernels: [40] }),
    plan: plan((p) => {
      p.budget.candidates = 0;
      p.training.epochs = 0;
    }),
  });
  expect(problems.map(({ field }) => field)).toEqual(['name', 'limits.chain.kernels.0', 'plan.budget.candidates', 'plan.training.epochs']);
});

it('takes the same for good once it is right, with defaults for what is left out', async () => {
  const { search } = await rig.member.mutate(
    'createSearch',
    { teamId: rig.teamId, name: ' Right ', preset: 'tour', limits: chain(), plan: plan(), seed: 9 },
    'search { name space { kind limits } dataset { name trainCount } plan { seed controller { epsilon { candidates } replay } training { batchSize } } }',
  );
  expect(search).toMatchObject({
    name: 'Right',
    space: { kind: 'CHAIN', limits: { kind: 'CHAIN', ...chain().chain } },
    dataset: { name: 'MNIST', trainCount: 60_000 },
    plan: { seed: 9, controller: { replay: 128 }, training: { batchSize: 128 } },
  });
  expect(search.plan.controller.epsilon.reduce((sum: number, step: Answer) => sum + step.candidates, 0)).toBe(2700);
});

it('estimates what a search would be', async () => {
  const input = { teamId: rig.teamId, name: 'Tour', preset: 'tour' };
  const { estimateSearch } = await rig.member.ask<Answer>(
    `query ($input: CreateSearchInput!) { estimateSearch(input: $input) {
      networkCount smallest { notation parameters } largest { notation parameters flops } example { notation parameters } seconds flops userErrors { message } } }`,
    { input },
  );
  expect(estimateSearch.userErrors).toEqual([]);
  expect(estimateSearch.networkCount).toMatch(/^\d+$/);
  expect(BigInt(estimateSearch.networkCount)).toBeGreaterThan(1000n);
  expect(estimateSearch.smallest.parameters).toBeLessThanOrEqual(estimateSearch.example.parameters);
  expect(estimateSearch.example.parameters).toBeLessThanOrEqual(estimateSearch.largest.parameters);
  expect(estimateSearch.seconds).toBeGreaterThan(0);
  // three passes over what is trained on, one over what validates, in every epoch of every candidate
  const { budget, training } = presets.find(({ name }) => name === 'tour')!.plan;
  const images = budget.candidates * training.epochs * (3 * training.trainImages! + training.validationImages!);
  expect(estimateSearch.flops).toBeGreaterThan(0);
  expect(estimateSearch.flops).toBeLessThanOrEqual(images * estimateSearch.largest.flops * 1.0001);
});
