import { expect, test } from 'vitest';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { training } from '../../../schema/plans/defaults.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import type { TextDataset } from '../../../workers/datasets/dataset.ts';
import { runTrial, type TrialReport } from '../../../workers/training/trial.ts';
import { seriesOf, tools } from './kit.ts';

/** A text that says the same again and again. */
const vocabulary = ['<unk>', '<eos>', 'the', 'whale', 'sings'];
const said = (times: number) => Int32Array.from({ length: 4 * times }, (_, i) => [2, 3, 4, 1][i % 4]!);
const book: TextDataset = {
  name: 'Song',
  unit: 'WORDS',
  vocabulary,
  train: said(100),
  validation: said(20),
  test: new Int32Array(0),
  hash: 'song',
};

test('a recurrent cell learns a text by heart on WebAssembly, eagerly', { timeout: 120_000 }, async () => {
  const backend = await openBackend({ name: 'wasm' });
  const plan = {
    ...training.LANGUAGE_MODELLING,
    epochs: 4,
    batchSize: 4,
    optimizer: { ...training.LANGUAGE_MODELLING.optimizer, learningRate: 0.03, clipNorm: 1 },
    language: { sequenceLength: 8, dropout: 0.1 },
  };
  const input = { height: 1, width: 1, channels: vocabulary.length };
  const architecture = parseNotation('R(12) | tanh(0), ReLU(1), sigmoid(1), identity(3)', { input, padding: 'same' });
  const reports: TrialReport[] = [];
  for await (const report of runTrial({ architecture, dataset: book, seed: 1, training: plan }, await tools({ backend })))
    reports.push(report);
  expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
  const perplexities = seriesOf(reports, 'perplexity');
  // four words as frequent as each other: without the order it is 4
  expect(perplexities.at(-1)!).toBeLessThan(1.5);
  expect(seriesOf(reports, 'test.perplexity')).toEqual([]);
  const texts = reports.find((report) => report.type === 'texts')?.texts ?? [];
  expect(texts.join('\n')).toContain('the whale sings');
});
