import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../workers/training/failures.ts';
import { runTrial } from '../../../workers/training/trial.ts';
import { metricsOf, mnistTrial, ofType, reportsOf, tools } from './kit.ts';

const classifier = 'C(8,3,1), P(3,3), D(1,2), FC(16), SM(10)';
const autoencoder = 'C(8,4,2) | Z(2) | C(8,4,2), C(8,4,2)';

describe.each([
  ['classification', classifier],
  ['variational', autoencoder],
  ['reconstruction', 'C(8,4,2), C(4,3,2) | C(4,3,2), C(8,4,2)'],
])('%s', (_task, notation) => {
  test('the same seed gives the same bits, another seed does not', async () => {
    const [a, b, c] = await Promise.all([1, 1, 2].map(async (seed) => reportsOf(mnistTrial(notation, {}, { seed }))));
    expect(metricsOf(a!)).toEqual(metricsOf(b!));
    expect(ofType(a!, 'samples')).toEqual(ofType(b!, 'samples'));
    expect(metricsOf(a!)).not.toEqual(metricsOf(c!));
  });

  test('interrupted after an epoch and resumed, it ends with the same bits', async () => {
    const every = { checkpointSeconds: 0 };
    const whole = await reportsOf(mnistTrial(notation, { epochs: 3 }), await tools(every));
    const [first, , last] = ofType(whole, 'checkpoint');
    const rest = await reportsOf(mnistTrial(notation, { epochs: 3 }, { checkpoint: first!.data }), await tools(every));
    expect(ofType(rest, 'metrics')).toEqual(ofType(whole, 'metrics').slice(1));
    expect(ofType(rest, 'samples')).toEqual(ofType(whole, 'samples').filter((s) => s.epoch > 1));
    const end = ofType(rest, 'checkpoint').at(-1)!;
    expect(weights(end.data)).toEqual(weights(last!.data));
  });

  test('trained rung by rung it gives the same bits as in one go, whatever the schedule', async () => {
    const optimizer = { schedule: 'COSINE', warmUpEpochs: 0.5 } as const;
    const whole = await reportsOf(mnistTrial(notation, { epochs: 6, optimizer }));
    const rungs: Awaited<ReturnType<typeof reportsOf>>[] = [];
    for (const until of [1, 3, 6]) {
      const checkpoint = ofType(rungs.at(-1) ?? [], 'checkpoint').at(-1)?.data;
      rungs.push(await reportsOf(mnistTrial(notation, { epochs: 6, optimizer }, { checkpoint, until })));
    }
    expect(rungs.map((reports) => ofType(reports, 'metrics').map(({ epoch }) => epoch))).toEqual([[1], [2, 3], [4, 5, 6]]);
    // what is judged after a last epoch is judged at the end of every rung
    const judged = (name: string) => name === 'patchError';
    const withoutJudged = (reports: typeof whole) => metricsOf(reports).filter(({ name, epoch }) => epoch === 6 || !judged(name));
    expect(rungs.flatMap(withoutJudged)).toEqual(metricsOf(whole));
    for (const reports of rungs) expect(reports.at(-1)).toMatchObject({ type: 'finished', status: 'DONE' });
    const [end, straight] = [rungs.at(-1)!, whole].map((reports) => ofType(reports, 'checkpoint').at(-1)!.data);
    expect(weights(end!)).toEqual(weights(straight!));
  });

  test('a rung that its checkpoint has reached already adds nothing', async () => {
    const first = await reportsOf(mnistTrial(notation, { epochs: 3 }, { until: 2 }));
    const checkpoint = ofType(first, 'checkpoint').at(-1)!.data;
    const again = await reportsOf(mnistTrial(notation, { epochs: 3 }, { until: 2, checkpoint }));
    expect(ofType(again, 'metrics')).toEqual([]);
    expect(again.at(-1)).toMatchObject({ type: 'finished', status: 'DONE' });
  });

  test('moments are kept while something may go on from them: once it has ended, a checkpoint is its weights', async () => {
    const [between, end] = ofType(
      await reportsOf(mnistTrial(notation, { epochs: 2 }), await tools({ checkpointSeconds: 0 })),
      'checkpoint',
    );
    const [rung] = ofType(await reportsOf(mnistTrial(notation, { epochs: 2 }, { until: 1 })), 'checkpoint');
    const { moments } = header(between!.data);
    expect(header(rung!.data).moments).toEqual(moments);
    // Adam's two for each weight that learns
    expect(moments!.length).toBeGreaterThan(0);
    expect(header(end!.data).moments).toBeNull();
    const bytes = (data: Uint8Array) => Buffer.from(weights(data), 'base64').length;
    expect(bytes(between!.data) - bytes(end!.data)).toBe(4 * moments!.reduce((sum, n) => sum + n, 0));

    const given = await tools();
    const reports = await reportsOf(mnistTrial(notation, { epochs: 3 }, { checkpoint: end!.data }), given);
    expect(given.lines).toContain('checkpoint: it has only the weights of a trial that had ended; the trial starts over');
    expect(ofType(reports, 'metrics')).toEqual(ofType(await reportsOf(mnistTrial(notation, { epochs: 3 })), 'metrics'));
  });

  test('a huge learning rate is reported with epoch and step', async () => {
    const reports = await reportsOf(mnistTrial(notation, { optimizer: { learningRate: 1e30 } }));
    const end = reports.at(-1)!;
    expect(end).toMatchObject({ type: 'finished', status: 'FAILED', reason: 'NAN' });
    if (end.type === 'finished' && end.status === 'FAILED')
      expect(end.message).toMatch(/^loss is (NaN|Infinity) in epoch 1, step \d+ \(learning rate 1e\+30\)$/);
  });
});

test('a network that was left alone at chance stays so when it is promoted', async () => {
  // a rate this small leaves accuracy at chance; the one retry is slower still
  const plan = { epochs: 3, chanceRetries: 1, optimizer: { learningRate: 1e-9 } };
  const whole = await reportsOf(mnistTrial(classifier, plan));
  expect(ofType(whole, 'metrics')).toHaveLength(1);
  const first = await reportsOf(mnistTrial(classifier, plan, { until: 1 }));
  const checkpoint = ofType(first, 'checkpoint').at(-1)!.data;
  const promoted = await reportsOf(mnistTrial(classifier, plan, { until: 3, checkpoint }));
  expect(ofType(promoted, 'metrics')).toEqual([]);
  expect(metricsOf(first)).toEqual(metricsOf(whole));
});

/** The numbers of a checkpoint; its header also tells the seconds, which differ. */
const weights = (data: Uint8Array) => {
  const header = new DataView(data.buffer, data.byteOffset).getUint32(8, true);
  return Buffer.from(data.subarray(4 * Math.ceil((12 + header) / 4))).toString('base64');
};

const header = (data: Uint8Array): { moments: number[] | null } => {
  const length = new DataView(data.buffer, data.byteOffset).getUint32(8, true);
  return JSON.parse(Buffer.from(data.subarray(12, 12 + length)).toString());
};

describe('a trial', () => {
  test('that is cancelled ends within a second, without a result, and frees its memory', async () => {
    const controller = new AbortController();
    const given = await tools({ signal: controller.signal });
    const before = given.backend.tf.memory().numTensors;
    const work = mnistTrial('C(16,5,1), C(16,5,1), P(2,2), SM(10)', { epochs: 50, trainImages: null });
    let aborted = 0;
    // The timer fires although the trial computes all the time.
    setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, 500);
    const reports = await reportsOf(work, given);
    expect(aborted).toBeGreaterThan(0);
    expect(performance.now() - aborted).toBeLessThan(1000);
    expect(ofType(reports, 'finished')).toEqual([]);
    expect(given.backend.tf.memory().numTensors).toBe(before);
  });

  test('that nobody listens to any more frees its memory', async () => {
    const given = await tools();
    const before = given.backend.tf.memory().numTensors;
    for await (const report of runTrial(mnistTrial(classifier, { epochs: 9 }), given)) if (report.type === 'metrics') break;
    expect(given.backend.tf.memory().numTensors).toBe(before);
  });

  test('that takes too long is stopped', async () => {
    const reports = await reportsOf(mnistTrial(classifier, { epochs: 1000, trainImages: 5000, timeoutSeconds: 0.5 }));
    expect(reports.at(-1)).toMatchObject({ status: 'FAILED', reason: 'TIMEOUT', message: expect.stringContaining('0.5 s') });
  });

  test('tells its progress about once a second', async () => {
    const work = mnistTrial('C(16,5,1), C(16,5,1), P(2,2), SM(10)', { epochs: 1, trainImages: null });
    const seen: { at: number; step: number }[] = [];
    for await (const report of runTrial(work, await tools())) {
      if (report.type !== 'progress') continue;
      expect(report).toMatchObject({ epoch: 1, epochs: 1, steps: 1875, loss: expect.any(Number) });
      expect(report.imagesPerSecond).toBeGreaterThan(0);
      if (seen.push({ at: performance.now(), step: report.step }) === 2) break;
    }
    expect(seen[1]!.at - seen[0]!.at).toBeGreaterThan(990);
    expect(seen[1]!.step).toBeGreaterThan(seen[0]!.step);
  });

  test.each([
    ['C(8,3,1), P(5,3), P(5,3), P(5,3), SM(10)', {}, /layer 4, P\(5,3\)/],
    [autoencoder, { task: 'CLASSIFICATION' as const }, /variational network cannot be trained on classes/],
    [classifier, { task: 'VARIATIONAL' as const }, /chain network cannot be trained to generate/],
    [autoencoder, { loss: { kind: 'CROSS_ENTROPY' as const } }, /allowed are VANILLA and REFORMULATED/],
  ])('of %s that cannot be built says why (%o)', async (notation, changes, message) => {
    const reports = await reportsOf(mnistTrial(notation, changes));
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ status: 'FAILED', reason: 'NOT_BUILDABLE', message: expect.stringMatching(message) });
  });

  test('with a damaged checkpoint, or one of another network, starts over and says so', async () => {
    const whole = await reportsOf(mnistTrial(classifier));
    const { data } = ofType(whole, 'checkpoint')[0]!;
    const [other] = ofType(await reportsOf(mnistTrial('SM(10)', { epochs: 1 })), 'checkpoint');
    for (const [checkpoint, problem] of [
      [data.subarray(0, data.length - 4), 'bytes, not'],
      [data.subarray(0, 40), 'within its header'],
      [new Uint8Array(100), 'not a checkpoint'],
      [other!.data, 'another network'],
    ] as const) {
      const given = await tools();
      const reports = await reportsOf(mnistTrial(classifier, {}, { checkpoint }), given);
      expect(given.lines.join()).toContain(problem);
      expect(metricsOf(reports)).toEqual(metricsOf(whole));
    }
  });

  test('with a checkpoint of its last epoch only makes its samples again', async () => {
    const whole = await reportsOf(mnistTrial(autoencoder));
    const { data: checkpoint } = ofType(whole, 'checkpoint').at(-1)!;
    const again = await reportsOf(mnistTrial(autoencoder, {}, { checkpoint }));
    expect(again.map((r) => r.type)).toEqual(['samples', 'samples', 'samples', 'samples', 'finished']);
    expect(ofType(again, 'samples')).toEqual(ofType(whole, 'samples').filter((s) => s.epoch === 2));
  });

  test('refuses more images than there are, naming the field', async () => {
    const [end] = await reportsOf(mnistTrial(classifier, { trainImages: 70_000 }));
    expect(end).toMatchObject({
      status: 'FAILED',
      reason: 'ERROR',
      message: 'training.trainImages: 70000; allowed are 1 to 60000, or null for all',
    });
  });
});

test.each([
  ['OOM when allocating tensor with shape[128,512,28,28]', 'OUT_OF_MEMORY'],
  ['Array buffer allocation failed', 'OUT_OF_MEMORY'],
  ['std::bad_alloc', 'OUT_OF_MEMORY'],
  ['room is missing', 'ERROR'],
])('%s is %s', (message, reason) => {
  expect(failureOf(new Error(message)).reason).toBe(reason);
});
