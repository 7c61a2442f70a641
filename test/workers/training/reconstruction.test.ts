import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { initialValues } from '../../../workers/models/parameters.ts';
import { decodeCheckpoint } from '../../../workers/training/checkpoint.ts';
import { reconstruction } from '../../../workers/training/reconstruction.ts';
import type { TrialWork } from '../../../workers/training/trial.ts';
import { mnistTrial, ofType, reportsOf, seriesOf, tools } from './kit.ts';

const notation = 'C(8,5,2), C(8,3,1) | C(8,3,1), C(8,5,2)';

/** Weights after the last epoch, by name. */
async function trainedWeights(work: TrialWork) {
  const { backend } = await tools();
  const { parameters } = reconstruction(work, await tools());
  const { data } = ofType(await reportsOf(work), 'checkpoint').at(-1)!;
  const { weights } = decodeCheckpoint(data, parameters, work.seed);
  const first = initialValues(parameters, work.seed, 0);
  backend.tf.dispose(parameters.map((p) => p.variable));
  return parameters.map(({ name, kernel }, i) => ({ name, kernel, first: first[i]!, last: weights[i]! }));
}

describe('reconstruction of real MNIST by a symmetric autoencoder', () => {
  test.each(['BINARY_CROSS_ENTROPY', 'MEAN_SQUARED_ERROR'] as const)('%s learns, and reports both errors', async (kind) => {
    const reports = await reportsOf(mnistTrial(notation, { epochs: 3, trainImages: 2000, loss: { kind } }));
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    for (const name of ['loss', 'bce', 'mse']) {
      const values = seriesOf(reports, name);
      expect(values).toHaveLength(3);
      expect(values[2]!).toBeLessThan(0.9 * values[0]!);
    }
    expect(seriesOf(reports, 'loss')).toEqual(seriesOf(reports, kind === 'BINARY_CROSS_ENTROPY' ? 'bce' : 'mse'));
    const sheets = ofType(reports, 'samples');
    expect(sheets.map(({ epoch, kind, columns, count }) => [epoch, kind, columns, count])).toEqual([
      [1, 'RECONSTRUCTION', 8, 32],
      [2, 'RECONSTRUCTION', 8, 32],
      [3, 'RECONSTRUCTION', 8, 32],
      [3, 'EMBEDDING', 25, 300],
    ]);
    const { width, height } = PNG.sync.read(Buffer.from(sheets[0]!.png));
    expect([width, height]).toEqual([224, 112]);
  });

  test('the decoder alone learns while the random encoder stays to the bit, and that is enough to reconstruct', async () => {
    const plan = { epochs: 2, trainImages: 2000 };
    const frozen = await trainedWeights(mnistTrial(notation, { ...plan, scope: 'DECODER_ONLY' }));
    for (const { name, kernel, first, last } of frozen) {
      const same = Buffer.from(first.buffer).equals(Buffer.from(last.buffer));
      expect(same, name).toBe(name.startsWith('encoder'));
      if (name.startsWith('encoder') && kernel) expect(Math.max(...last)).toBeGreaterThan(0);
    }
    for (const { name, first, last } of await trainedWeights(mnistTrial(notation, plan))) expect(last, name).not.toEqual(first);
    // Guessing 1/2 everywhere costs ln 2 a pixel.
    const loss = seriesOf(await reportsOf(mnistTrial(notation, { ...plan, scope: 'DECODER_ONLY' })), 'loss')[1]!;
    expect(loss).toBeLessThan(Math.LN2 / 2);
  });

  test('a loss of another task is refused with what is allowed', async () => {
    const [end] = await reportsOf(mnistTrial(notation, { loss: { kind: 'VANILLA' } }));
    expect(end).toMatchObject({ reason: 'NOT_BUILDABLE', message: expect.stringContaining('allowed are BINARY_CROSS_ENTROPY') });
  });
});

test('patience ends a training that does not get better, and what it had is resumed as ended', async () => {
  // A learning rate of almost nothing: no epoch is better than the first by more than rounding.
  const plan = { epochs: 9, patience: 2, trainImages: 32, optimizer: { learningRate: 1e-12 } };
  const work = mnistTrial(notation, plan);
  const reports = await reportsOf(work);
  const losses = seriesOf(reports, 'loss');
  const best = losses.indexOf(Math.min(...losses)) + 1;
  expect(losses.length).toBe(Math.min(9, best + 2));
  expect(losses.length).toBeLessThan(9);
  expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
  const checkpoint = ofType(reports, 'checkpoint').at(-1)!.data;
  expect(ofType(await reportsOf({ ...work, checkpoint }), 'metrics')).toEqual([]);
});
