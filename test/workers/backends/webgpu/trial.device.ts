import { expect, it } from 'vitest';
import { parseNotation } from '../../../../schema/networks/notation.ts';
import { defaultPlan } from '../../../../schema/plans/presets/presets.ts';
import { openBackend } from '../../../../workers/backends/choose.ts';
import { loadDataset } from '../../../../workers/datasets/load.ts';
import { runTrial } from '../../../../workers/training/trial.ts';

const backend = await openBackend({ name: 'webgpu' });
const dataset = loadDataset('MNIST');

it.each([
  ['convolution, pool and dense', 'C(4,5,2), P(2,2), FC(8), SM(10)'],
  ['a variational autoencoder', 'C(16,4,4) | Z(2) | C(16,4,4)'],
])('%s trains, is evaluated, and leaves nothing behind', async (_, notation) => {
  const architecture = parseNotation(notation, { input: dataset.image, padding: notation.includes('Z') ? 'valid' : 'same' });
  const { training } = defaultPlan(architecture.family === 'chain' ? 'CLASSIFICATION' : 'VARIATIONAL');
  const plan = { ...training, epochs: 1, batchSize: 16, trainImages: 64, validationImages: 32, chanceRetries: 0 };
  const tools = { backend, signal: new AbortController().signal, log: console.error };
  const values: number[] = [];
  let status = '';
  const { numTensors } = backend.tf.memory();
  for await (const report of runTrial({ architecture, dataset, training: plan, seed: 1 }, tools)) {
    if (report.type === 'metrics') values.push(...report.metrics.map(({ value }) => value));
    if (report.type === 'finished') status = report.status === 'FAILED' ? `${report.reason}: ${report.message}` : report.status;
  }
  expect(status).toBe('DONE');
  expect(values.length).toBeGreaterThan(2);
  expect(values.every(Number.isFinite)).toBe(true);
  // the images of two sets stay resident
  expect(backend.tf.memory().numTensors - numTensors).toBeLessThanOrEqual(4);
});
