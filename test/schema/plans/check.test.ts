import { describe, expect, it } from 'vitest';
import { builtInDatasets, builtInTexts, dataShape } from '../../../schema/datasets.ts';
import { checkPlan, type Surroundings } from '../../../schema/plans/check.ts';
import { completeTraining, type Plan } from '../../../schema/plans/plan.ts';
import { defaultPlan, presets } from '../../../schema/plans/presets/presets.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const mnist = builtInDatasets[0]!;
const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  limits: spacePresets['tour-chain'],
  data: dataShape(mnist),
  trainCount: mnist.trainCount,
  validationCount: mnist.validationCount,
  memoryBytes: 8 * 2 ** 30,
  ...change,
});

/** A good plan with one value replaced. */
function broken(path: string, value: unknown): Plan {
  const plan = structuredClone(defaultPlan('CLASSIFICATION'));
  const keys = path.split('.');
  const last = keys.pop()!;
  const owner = keys.reduce<Record<string, unknown>>((object, key) => object[key] as Record<string, unknown>, plan as never);
  owner[last] = value;
  return plan;
}

describe('checkPlan', () => {
  it.each(presets.map((preset) => [preset.name, preset] as const))('finds nothing wrong with the preset %s', (_, preset) => {
    const picture = builtInDatasets.find(({ name }) => name === preset.dataset);
    const text = builtInTexts.find(({ name }) => name === preset.dataset)!;
    const { trainCount, validationCount } = picture ?? text;
    const token = { image: { height: 1, width: 1, channels: 1 }, classes: [], vocabulary: text?.vocabulary };
    const data = dataShape(picture ?? token);
    expect(checkPlan(preset.plan, { limits: spacePresets[preset.space], data, trainCount, validationCount, memoryBytes: null })).toEqual(
      [],
    );
  });

  it.each([
    ['seed', 2 ** 31],
    ['seed', 1.5],
    ['budget.candidates', 0],
    ['budget.candidates', 100_001],
    ['budget.seconds', 0],
    ['parallelism', 0],
    ['parallelism', 65],
    ['controller.learningRate', 0],
    ['controller.learningRate', 1.1],
    ['controller.discount', -0.1],
    ['controller.initialValue', Number.NaN],
    ['controller.replay', -1],
    ['controller.replay', 10_001],
    ['controller.fittedQ.smallest', 1],
    ['controller.fittedQ.buffer', 99],
    ['controller.dqn.hidden', 0],
    ['controller.dqn.learningRate', 0],
    ['controller.policy.batch', 0],
    ['controller.policy.baselineDecay', 1],
    ['controller.policy.tanhConstant', 0],
    ['controller.policy.clip', 1],
    ['controller.evolution.population', 1],
    ['controller.evolution.tournament', 51],
    ['controller.localSearch.patience', 0],
    ['controller.tpe.startup', 1],
    ['controller.epsilon', []],
    ['controller.epsilon.0.epsilon', 1.2],
    ['controller.epsilon.2.candidates', 0],
    ['training.epochs', 0],
    ['training.epochs', 1001],
    ['training.batchSize', 0],
    ['training.batchSize', 4097],
    ['training.trainImages', 60_001],
    ['training.trainImages', 0],
    ['training.validationImages', 10_001],
    ['training.timeoutSeconds', 0],
    ['training.chanceRetries', 11],
    ['training.optimizer.learningRate', 0],
    ['training.optimizer.learningRate', Number.POSITIVE_INFINITY],
    ['training.optimizer.decay', 0],
    ['training.optimizer.decayEvery', 0],
    ['training.optimizer.weightDecay', -1],
    ['training.loss.errorDeviation', 0],
    ['training.loss.beta', -1],
    ['training.loss.kind', 'REFORMULATED'],
    ['training.task', 'VARIATIONAL'],
    ['reward', 'INVERSE_KL'],
  ])('refuses plan.%s = %s at its field, with the value and what is allowed', (path, value) => {
    const problems = checkPlan(broken(path, value), around());
    const problem = problems.find(({ field }) => field === `plan.${path}`);
    expect(problem?.message).toMatch(/; allowed: /);
    if (!Array.isArray(value)) expect(problem?.message).toContain(String(value));
  });

  it('allows the ends of every range', () => {
    for (const [path, value] of [
      ['budget.candidates', 1],
      ['budget.candidates', 100_000],
      ['parallelism', 64],
      ['training.trainImages', 60_000],
      ['controller.epsilon.0.epsilon', 0],
      ['training.batchSize', 1],
    ] as const) {
      expect(checkPlan(broken(path, value), around()), path).toEqual([]);
    }
  });

  it('names everything that is wrong at once', () => {
    const plan = broken('budget.candidates', 0);
    plan.parallelism = 99;
    const limits = { ...spacePresets['tour-chain'], kernels: [3, 29], filters: [] };
    const fields = checkPlan(plan, around({ limits })).map(({ field }) => field);
    expect(fields).toEqual(['limits.filters', 'limits.kernels.1', 'plan.budget.candidates', 'plan.parallelism']);
  });

  it('refuses a space whose largest network does not fit the machine', () => {
    const plan = defaultPlan('VARIATIONAL');
    const limits = spacePresets['thesis-variational'];
    const [problem] = checkPlan(plan, around({ limits, memoryBytes: 2 ** 28 }));
    expect(problem).toMatchObject({ field: 'limits', code: 'TOO_LARGE' });
    expect(problem!.message).toMatch(/with batches of 8; allowed: 231 MiB/);
    expect(checkPlan(plan, around({ limits, memoryBytes: 2 ** 40 }))).toEqual([]);
  });

  it('refuses a reward that needs a judge where there are no classes to judge by', () => {
    const plan = { ...defaultPlan('VARIATIONAL'), reward: 'INVERSE_FRECHET' as const };
    const limits = spacePresets['thesis-variational'];
    const data = { ...dataShape(mnist), classes: 0 };
    expect(checkPlan(plan, around({ limits, memoryBytes: null }))).toEqual([]);
    expect(checkPlan(plan, around({ limits, data, memoryBytes: null }))).toMatchObject([{ field: 'plan.reward', code: 'NOT_ALLOWED' }]);
    expect(checkPlan(plan, around({ limits, multiLabel: true, memoryBytes: null }))).toMatchObject([{ field: 'plan.reward' }]);
    expect(checkPlan({ ...plan, reward: 'INVERSE_PATCH_ERROR' }, around({ limits, data, memoryBytes: null }))).toEqual([]);
  });

  it.each([
    ['RECONSTRUCTION', 'VANILLA', 'plan.training.loss.kind', 'BINARY_CROSS_ENTROPY, MEAN_SQUARED_ERROR for RECONSTRUCTION'],
    ['VARIATIONAL', 'MEAN_SQUARED_ERROR', 'plan.training.loss.kind', 'REFORMULATED, VANILLA for VARIATIONAL'],
    ['RECONSTRUCTION', 'BINARY_CROSS_ENTROPY', 'plan.training.task', 'CLASSIFICATION for a CHAIN space'],
  ] as const)('%s by %s in a space of classifiers is refused at %s', (task, kind, field, allowed) => {
    const plan = structuredClone(defaultPlan(task));
    plan.training.loss.kind = kind;
    const problem = checkPlan(plan, around()).find((each) => each.field === field);
    expect(problem?.message).toContain(`; allowed: ${allowed}`);
  });

  it('wants the loss that fits the labels', () => {
    const kinds = (kind: 'CROSS_ENTROPY' | 'BINARY_CROSS_ENTROPY', multiLabel: boolean) =>
      checkPlan(broken('training.loss.kind', kind), around({ multiLabel })).map(({ message }) => message);
    expect(kinds('CROSS_ENTROPY', false)).toEqual([]);
    expect(kinds('BINARY_CROSS_ENTROPY', true)).toEqual([]);
    expect(kinds('CROSS_ENTROPY', true)).toEqual([
      'CROSS_ENTROPY; allowed: BINARY_CROSS_ENTROPY for CLASSIFICATION of pictures with several classes or none each',
    ]);
    expect(kinds('BINARY_CROSS_ENTROPY', false)[0]).toContain('allowed: CROSS_ENTROPY');
  });

  it.each([
    ['training.scope', 'DECODER_ONLY'],
    ['training.patience', 0],
    ['training.initialisations', 0],
    ['training.initialisations', 101],
    ['training.optimizer.momentum', 0.9],
    ['training.optimizer.nesterov', true],
    ['training.optimizer.clipNorm', 0],
    ['training.optimizer.warmUpEpochs', -1],
    ['training.optimizer.decayEvery', null],
    ['training.optimizer.restartEvery', 5],
    ['training.optimizer.restartFactor', 2],
    ['training.optimizer.lowestShare', 0.1],
    ['training.optimizer.schedule', 'COSINE'],
    ['training.loss.warmUpEpochs', 1.5],
    ['training.discriminator', 'FC(8)'],
  ])('refuses plan.%s = %s for a classifier trained by Adam in steps', (path, value) => {
    const [problem, ...others] = checkPlan(broken(path, value), around());
    expect(others).toEqual([]);
    expect(problem?.field).toBe(path === 'training.optimizer.schedule' ? 'plan.training.optimizer.decayEvery' : `plan.${path}`);
    expect(problem?.message).toMatch(/; allowed: /);
  });

  it.each([
    ['C(8,5,2), FC(9)', null],
    ['C(8,5,2), SM(2)', 'without a classifier'],
    ['C(8,29,2)', 'larger than the 28 x 28'],
    ['nothing', 'character 1'],
  ])('a discriminator %s of digits', (layers, problem) => {
    const plan = structuredClone(defaultPlan('ADVERSARIAL'));
    plan.training.discriminator = layers;
    const found = checkPlan(plan, around({ limits: spacePresets['tour-generator'] }));
    if (problem === null) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ field: 'plan.training.discriminator', message: expect.stringContaining(problem) }]);
  });

  it('takes what an earlier version stored', () => {
    const { scope, patience, initialisations, batchNormalisation, discriminator, optimizer, loss, ...older } =
      defaultPlan('CLASSIFICATION').training;
    const { kind, learningRate, decay, decayEvery, weightDecay } = optimizer;
    const stored = {
      ...older,
      optimizer: { kind, learningRate, decay, decayEvery, weightDecay },
      loss: { kind: loss.kind, errorDeviation: loss.errorDeviation, beta: loss.beta },
    };
    expect(completeTraining(stored)).toEqual({
      ...older,
      scope,
      patience,
      initialisations,
      batchNormalisation,
      discriminator,
      optimizer,
      loss,
    });
    expect(completeTraining({ ...stored, optimizer: { ...stored.optimizer, decayEvery: null } }).optimizer.schedule).toBe('CONSTANT');
  });
});

describe('a plan for text', () => {
  const book = builtInTexts[0]!;
  const text: Surroundings = {
    limits: spacePresets['tour-recurrent'],
    data: dataShape({ image: { height: 1, width: 1, channels: 1 }, classes: [], vocabulary: book.vocabulary }),
    trainCount: book.trainCount,
    validationCount: book.validationCount,
    memoryBytes: 8 * 2 ** 30,
  };
  const plan = (change: Partial<Plan['training']>): Plan => {
    const usual = defaultPlan('LANGUAGE_MODELLING');
    return { ...usual, training: { ...usual.training, ...change } };
  };
  const problems = (change: Partial<Plan['training']>, where = text) =>
    checkPlan(plan(change), where).map(({ field, code }) => `${field} ${code}`);

  it('has a sequence length, a dropout and enough words', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ language: undefined })).toEqual(['plan.training.language REQUIRED']);
    expect(problems({ language: { sequenceLength: 0, dropout: 1 } })).toEqual([
      'plan.training.language.sequenceLength OUT_OF_RANGE',
      'plan.training.language.dropout OUT_OF_RANGE',
    ]);
    expect(problems({ trainImages: 64 * 35 })).toEqual(['plan.training.trainImages NOT_ALLOWED']);
    expect(problems({ validationImages: 100 })).toEqual(['plan.training.validationImages NOT_ALLOWED']);
    expect(problems({ batchNormalisation: true })).toEqual(['plan.training.batchNormalisation NOT_ALLOWED']);
  });

  it('is for texts and recurrent cells only', () => {
    const { language } = plan({}).training;
    const pictures = defaultPlan('CLASSIFICATION');
    expect(checkPlan({ ...pictures, training: { ...pictures.training, language } }, around())).toMatchObject([
      { field: 'plan.training.language', code: 'NOT_ALLOWED' },
    ]);
    expect(problems({}, around())).toContain('plan.training.task NOT_ALLOWED');
    expect(problems({}, { ...text, limits: spacePresets['tour-chain'] })).toContain('limits.kind NOT_ALLOWED');
    expect(checkPlan({ ...plan({}), reward: 'ACCURACY' }, text)).toMatchObject([{ field: 'plan.reward', code: 'NOT_ALLOWED' }]);
  });
});
