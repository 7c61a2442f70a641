import { describe, expect, test } from 'vitest';
import { mnistTrial, ofType, reportsOf, seriesOf, tools } from './kit.ts';

describe('classification of real MNIST', () => {
  test('a small network reaches 90% on 2,000 digits, and tells how it went', async () => {
    const work = mnistTrial('C(8,5,1), P(2,2), D(1,4), C(16,3,1), P(2,2), FC(32), SM(10)', {
      epochs: 4,
      trainImages: 2000,
      validationImages: 2000,
      optimizer: { learningRate: 0.003, weightDecay: 0.0005 },
    });
    const reports = await reportsOf(work);
    expect(Math.max(...seriesOf(reports, 'accuracy'))).toBeGreaterThan(0.9);
    expect(Math.max(...seriesOf(reports, 'macroF1'))).toBeGreaterThan(0.9);
    expect(seriesOf(reports, 'f1.9')).toHaveLength(4);
    const losses = seriesOf(reports, 'loss', 'TRAIN');
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 2);
    expect(ofType(reports, 'metrics').map((r) => r.epoch)).toEqual([1, 2, 3, 4]);
    expect(ofType(reports, 'checkpoint').map((r) => r.epoch)).toEqual([4]);
    const end = reports.at(-1)!;
    expect(end).toMatchObject({ type: 'finished', status: 'DONE' });
    if (end.type === 'finished')
      for (const phase of ['data', 'build', 'training', 'evaluation'] as const) expect(end.phases[phase]).toBeGreaterThan(0);
  });

  test('a network with a spatial pyramid learns too, in a compiled step', async () => {
    const work = mnistTrial('C(8,5,1), C(8,3,1), SPP(3), FC(32), SM(10)', { epochs: 3, trainImages: 2000 });
    const accuracies = seriesOf(await reportsOf(work), 'accuracy');
    expect(accuracies).toHaveLength(3);
    expect(accuracies.at(-1)!).toBeGreaterThan(0.8);
  });

  test('validation counts every image once, in whatever batches', async () => {
    // Accuracy over 300 images is a multiple of 1/300, also when the last batch of 32 holds 12 of them.
    const [accuracy] = seriesOf(await reportsOf(mnistTrial('SM(10)', { epochs: 1 })), 'accuracy');
    expect((accuracy! * 300) % 1).toBeCloseTo(0, 9);
    // Without training (a learning rate of almost nothing) the size of the batch does not matter.
    const still = { epochs: 1, optimizer: { learningRate: 1e-12 } };
    const losses = await Promise.all(
      [32, 100, 128].map(async (batchSize) => seriesOf(await reportsOf(mnistTrial('SM(10)', { ...still, batchSize })), 'loss')[0]!),
    );
    for (const loss of losses) expect(loss).toBeCloseTo(losses[0]!, 5);
  });

  test('the training metrics are means over the images, also of a last batch that is not full', async () => {
    const still = { epochs: 1, trainImages: 100, optimizer: { learningRate: 1e-12 } };
    const values = await Promise.all(
      [32, 50, 100].map(async (batchSize) => seriesOf(await reportsOf(mnistTrial('SM(10)', { ...still, batchSize })), 'loss', 'TRAIN')[0]!),
    );
    for (const value of values) expect(value).toBeCloseTo(values[0]!, 5);
  });

  test('at chance it starts again with the learning rate times 0.4, as often as the plan says', async () => {
    // A learning rate of almost nothing leaves the network where it began: guessing.
    const stuck = { epochs: 3, chanceRetries: 2, optimizer: { learningRate: 1e-9 } };
    const given = await tools();
    const reports = await reportsOf(mnistTrial('C(4,3,1), P(5,3), GAP(10), SM(10)', stuck), given);
    expect(given.lines.filter((line) => line.startsWith('at chance'))).toHaveLength(2);
    expect(ofType(reports, 'metrics').map((r) => r.epoch)).toEqual([1]);
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    const never = await reportsOf(mnistTrial('C(4,3,1), P(5,3), GAP(10), SM(10)', { ...stuck, chanceRetries: 0 }));
    expect(ofType(never, 'metrics').map((r) => r.epoch)).toEqual([1, 2, 3]);
  });

  test('weight decay makes the kernels smaller and is not in the reported loss', async () => {
    const plan = { epochs: 1, trainImages: 32, batchSize: 32 };
    const [without, decayed] = await Promise.all(
      [0, 100].map(async (weightDecay) => reportsOf(mnistTrial('SM(10)', { ...plan, optimizer: { weightDecay } }))),
    );
    // One batch: the loss is that of the first weights, with and without a penalty of hundreds.
    expect(seriesOf(decayed!, 'loss', 'TRAIN')[0]).toBeCloseTo(seriesOf(without!, 'loss', 'TRAIN')[0]!, 5);
    const norm = (reports: typeof without) => {
      const { data } = ofType(reports!, 'checkpoint')[0]!;
      // of a training that has ended: the weights, and nothing behind them
      const kernel = new Float32Array(data.slice(data.length - 4 * 7850, data.length - 4 * 10).buffer);
      expect(kernel.every(Number.isFinite)).toBe(true);
      return kernel.reduce((sum, w) => sum + w * w, 0);
    };
    expect(norm(decayed)).toBeLessThan(norm(without));
  });
});
