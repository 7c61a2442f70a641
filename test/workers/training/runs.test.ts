import { describe, expect, test } from 'vitest';
import { rewards } from '../../../schema/plans/rewards.ts';
import { meanMetrics, type Runs } from '../../../workers/training/runs.ts';
import { metricsOf, mnistTrial, ofType, reportsOf, seriesOf, tools } from './kit.ts';

const epoch = (accuracy: number) => ({ train: { loss: 1 - accuracy }, validation: { accuracy } });

describe('means over trainings from different first weights', () => {
  test('of each epoch over those that reached it; the best accuracy also of those that had ended', () => {
    const runs: Runs = [[epoch(0.5), epoch(0.9), epoch(0.6)], [epoch(0.7)]];
    expect(meanMetrics(runs, 1)).toEqual([
      { name: 'loss', split: 'TRAIN', epoch: 1, value: expect.closeTo(0.4, 12) },
      { name: 'accuracy', split: 'VALIDATION', epoch: 1, value: expect.closeTo(0.6, 12) },
      { name: 'bestAccuracy', split: 'VALIDATION', epoch: 1, value: expect.closeTo(0.6, 12) },
      { name: 'bestAccuracy', split: 'VALIDATION', epoch: 2, value: expect.closeTo(0.8, 12) },
      { name: 'bestAccuracy', split: 'VALIDATION', epoch: 3, value: expect.closeTo(0.8, 12) },
    ]);
  });
});

describe('random weights (thesis 5.1) on real MNIST', () => {
  const plan = { scope: 'CLASSIFIER_ONLY' as const, epochs: 2, trainImages: 2000, initialisations: 3 };
  const notation = 'C(8,5,1), P(5,3), D(1,1), FC(16), FC(16), SM(10)';

  test('each training begins with weights of its own, and the reward is the mean of their best accuracies', async () => {
    const given = await tools({ checkpointSeconds: 0 });
    const reports = await reportsOf(mnistTrial(notation, plan), given);
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    expect(ofType(reports, 'metrics').map((r) => r.epoch)).toEqual([1, 2, 1, 2, 1, 2]);
    const first = seriesOf(reports, 'accuracy');
    // What was told after each epoch is the mean so far: accuracies of each training follow.
    const single = [0, 1].map((e) => [first[e]!, 2 * first[2 + e]! - first[e]!, 3 * first[4 + e]! - 2 * first[2 + e]!]);
    expect(new Set(single[0]!.map((accuracy) => accuracy.toFixed(9))).size).toBe(3);
    const best = [0, 1, 2].map((run) => Math.max(single[0]![run]!, single[1]![run]!));
    const { ACCURACY } = rewards(metricsOf(reports));
    expect(ACCURACY).toBeCloseTo(best.reduce((sum, accuracy) => sum + accuracy, 0) / 3, 9);
    expect(ACCURACY).toBeGreaterThan(0.3);

    // Cut off within the second training, it ends with the same numbers.
    const checkpoint = ofType(reports, 'checkpoint')[2]!.data;
    const rest = await reportsOf(mnistTrial(notation, plan, { checkpoint }), given);
    expect(ofType(rest, 'metrics')).toEqual(ofType(reports, 'metrics').slice(3));
    const between = ofType(reports, 'checkpoint')[1]!.data;
    expect(ofType(await reportsOf(mnistTrial(notation, plan, { checkpoint: between }), given), 'metrics')).toEqual(
      ofType(reports, 'metrics').slice(2),
    );
  });

  test('the convolutions stay as they were drawn', async () => {
    const one = { ...plan, initialisations: 1, epochs: 1, batchSize: 256 };
    const weights = async (learningRate: number) => {
      const { data } = ofType(await reportsOf(mnistTrial(notation, { ...one, optimizer: { learningRate } })), 'checkpoint').at(-1)!;
      const header = new DataView(data.buffer, data.byteOffset).getUint32(8, true);
      const { parameters } = JSON.parse(new TextDecoder().decode(data.subarray(12, 12 + header)));
      const numbers = new Float32Array(data.slice(4 * Math.ceil((12 + header) / 4)).buffer);
      let at = 0;
      return Object.fromEntries(
        parameters.map(({ name, shape }: { name: string; shape: number[] }) => {
          const size = shape.reduce((product, n) => product * n, 1);
          at += size;
          return [name, numbers.slice(at - size, at)];
        }),
      ) as Record<string, Float32Array>;
    };
    const [slow, fast] = [await weights(1e-12), await weights(0.01)];
    expect(Object.keys(fast!).at(-2)).toBe('1.convolution.kernel');
    expect(fast!['1.convolution.kernel']).toEqual(slow!['1.convolution.kernel']);
    expect(fast!['4.fullyConnected.kernel']).not.toEqual(slow!['4.fullyConnected.kernel']);
  });
});
