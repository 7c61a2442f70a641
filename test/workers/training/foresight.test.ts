import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../schema/prediction/features.ts';
import { foresightOf } from '../../../workers/loop/foresight.ts';
import type { TrialWork } from '../../../workers/loop/trial.ts';
import { metricsOf, mnistTrial, ofType, reportsOf, seriesOf, tools } from './kit.ts';

const notation = 'C(8,3,1), P(3,3), SM(10)';
const work = (epochs = 4, checkpoint?: Uint8Array) => mnistTrial(notation, { epochs }, { checkpoint });

/** What comes with a lease: twelve networks whose reward was a little above their accuracies of two epochs. */
function prediction(change: Partial<NonNullable<TrialWork['prediction']>> = {}): NonNullable<TrialWork['prediction']> {
  const { architecture, training } = work();
  const features = featuresOf({ architecture, parameters: 5000, flops: 1e5, batchSize: 32, training });
  const rows = Array.from({ length: 12 }, (_, i) => ({
    curve: [0.3 + 0.03 * i, 0.4 + 0.03 * i],
    features: features.map((value) => value + 0.1 * (i % 3)),
    reward: 0.5 + 0.03 * i + 0.002 * (i % 4),
  }));
  return { regressor: 'SVR', seed: 1, epoch: 2, reward: 'ACCURACY', limit: 0.05, best: 2, features, rows, ...change };
}

describe('a trial that is judged by its curve', () => {
  test('ends after the epoch where its chance is too small, with what it has so far', async () => {
    const reports = await reportsOf(work(), await tools({ foresight: foresightOf({ prediction: prediction() }) }));
    expect(reports.at(-1)).toMatchObject({ type: 'finished', status: 'STOPPED_EARLY' });
    expect(ofType(reports, 'metrics').map(({ epoch }) => epoch)).toEqual([1, 2]);
    const [outlook, ...more] = ofType(reports, 'outlook');
    expect(more).toEqual([]);
    expect(outlook).toMatchObject({ epoch: 2, best: 2, rows: 12, stops: true });
    expect(outlook!.chance).toBeLessThan(0.05);
    expect(outlook!.value).toBeGreaterThan(0.45);
    expect(outlook!.value).toBeLessThan(0.9);
    expect(ofType(reports, 'checkpoint').at(-1)).toMatchObject({ epoch: 2 });
    const types = reports.filter(({ type }) => type !== 'progress').map(({ type }) => type);
    expect(types.slice(types.indexOf('outlook') - 1)).toEqual(expect.arrayContaining(['metrics', 'outlook', 'checkpoint', 'finished']));
    expect(types.indexOf('outlook')).toBeLessThan(types.lastIndexOf('checkpoint'));
  });

  test.each([
    ['its chance is large enough', { best: 0.01 }],
    ['it has to run to the end', { limit: null }],
  ])('goes on where %s, as if nobody had looked', async (_, change) => {
    const reports = await reportsOf(work(3), await tools({ foresight: foresightOf({ prediction: prediction(change) }) }));
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    expect(ofType(reports, 'outlook')).toMatchObject([{ epoch: 2, stops: false }]);
    expect(metricsOf(reports)).toEqual(metricsOf(await reportsOf(work(3))));
  });

  test('is judged the same after it was interrupted, before or after the look', async () => {
    const given = () => tools({ checkpointSeconds: 0, foresight: foresightOf({ prediction: prediction() }) });
    const whole = await reportsOf(work(), await given());
    const [outlook] = ofType(whole, 'outlook');
    const [first, second] = ofType(whole, 'checkpoint');
    const before = await reportsOf(work(4, first!.data), await given());
    expect(ofType(before, 'outlook')).toEqual([outlook]);
    expect(before.at(-1)).toMatchObject({ status: 'STOPPED_EARLY' });
    const after = await reportsOf(work(4, second!.data), await given());
    expect(after.map(({ type }) => type)).toEqual(['outlook', 'finished']);
    expect(after[0]).toEqual(outlook);
    expect(after[1]).toMatchObject({ status: 'STOPPED_EARLY' });
  });

  test('that was let go is not judged again after it was interrupted', async () => {
    const given = () => tools({ checkpointSeconds: 0, foresight: foresightOf({ prediction: prediction({ limit: null }) }) });
    const third = ofType(await reportsOf(work(), await given()), 'checkpoint')[2]!;
    const rest = await reportsOf(work(4, third.data), await given());
    expect(ofType(rest, 'outlook')).toEqual([]);
    expect(rest.at(-1)).toMatchObject({ status: 'DONE' });
  });

  test('that goes on from a checkpoint without a curve runs to the end', async () => {
    const [first] = ofType(await reportsOf(work(), await tools({ checkpointSeconds: 0 })), 'checkpoint');
    const reports = await reportsOf(work(4, first!.data), await tools({ foresight: foresightOf({ prediction: prediction() }) }));
    expect(ofType(reports, 'outlook')).toEqual([]);
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
  });

  test('begins its curve anew when it begins anew at chance', async () => {
    const clumsy = mnistTrial(notation, { epochs: 4, chanceRetries: 8, optimizer: { learningRate: 1 } });
    const given = await tools({ foresight: foresightOf({ prediction: prediction({ limit: null }) }) });
    const reports = await reportsOf(clumsy, given);
    expect(given.lines.some((line) => line.includes('retry'))).toBe(true);
    expect(ofType(reports, 'outlook')).toHaveLength(1);
    expect(seriesOf(reports, 'accuracy')).toHaveLength(4);
  });

  test('whose curve has no terms in the reward is not judged', () => {
    const foresight = foresightOf({ prediction: prediction({ reward: 'INVERSE_LOSS' }) })!;
    expect(foresight.metric).toBe('loss');
    expect(foresight.look([1, 0])).toBeNull();
    expect(foresight.look([1, 0.5])).not.toBeNull();
  });
});
