import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as tfjs from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { ExportFormat } from '../../../schema/exports.ts';
import type { Recurrent } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { run } from '../../../workers/backends/install/tools.ts';
import { exportFiles } from '../../../workers/export/export.ts';
import { initialValues } from '../../../workers/models/parameters.ts';
import { buildRecurrent } from '../../../workers/models/recurrent.ts';
import { encodeCheckpoint } from '../../../workers/training/checkpoint.ts';
import { findTorch, providePython } from './python.ts';

const { tf } = await openBackend({ threads: 1 });
const [LENGTH, BATCH, UNITS, VOCABULARY] = [5, 3, 4, 7];
const notation = `R(${UNITS}) | tanh(0), ReLU(1), sigmoid(1), identity(2), tanh(3)`;
const architecture = parseNotation(notation, { input: { height: 1, width: 1, channels: VOCABULARY }, padding: 'same' }) as Recurrent;
const subject = { architecture, search: 'Song', number: 3, dataset: 'Words', classes: [], multiLabel: false };

/** A cell with weights three times as large as at first, its checkpoint, and what it gives for some words. */
function trained() {
  const network = buildRecurrent(tf, architecture);
  const weights = initialValues(network.parameters, 1, 0).map((values, i) => values.map((value) => 3 * value + 0.01 * i));
  for (const [i, { variable }] of network.parameters.entries()) variable.assign(tf.tensor(weights[i]!, variable.shape));
  const words = Array.from({ length: LENGTH * BATCH }, (_, i) => (3 * i + 1) % VOCABULARY);
  const { states, last } = network.read(tf.tensor1d(words, 'int32'), tf.zeros([BATCH, UNITS]) as tfjs.Tensor2D);
  const place = { run: 0, epoch: 1, attempt: 0, best: null, curve: [], runs: [], seconds: 0 };
  const optimizer = { steps: 0, moments: [] };
  return {
    checkpoint: encodeCheckpoint({ seed: 1, ...place, weights, optimizer }, network.parameters),
    expected: { words, logits: [...network.scores(states).dataSync()], last: [...last.dataSync()] },
  };
}

const { checkpoint, expected } = trained();

test.each([
  ['onnxruntime', 'ONNX', () => providePython('onnxruntime-1.32.0', ['onnxruntime==1.32.0', 'numpy==2.4.6'])],
  ['torch', 'PYTORCH', findTorch],
] as [string, ExportFormat, () => Promise<string>][])(
  'a recurrent cell gives the same in %s',
  async (framework, format, provide) => {
    const files = await exportFiles(checkpoint, subject, format);
    let python: string;
    try {
      python = await provide();
    } catch (error) {
      console.warn(`${framework}: not tested, no Python has it: ${(error as Error).message.split('\n')[0]}`);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'handpick-recurrent-'));
    try {
      for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
      writeFileSync(join(folder, 'case.json'), JSON.stringify({ length: LENGTH, batch: BATCH, units: UNITS, ...expected }));
      const script = fileURLToPath(new URL('check_recurrent.py', import.meta.url));
      let said = '';
      await run(python, [script, framework, folder], {}, (line) => {
        said = line;
      });
      expect(said).toMatch(/^[\d.e-]+$/);
      expect(Number(said)).toBeLessThan(1e-5);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  600_000,
);

test.each(['TFJS', 'KERAS', 'KERAS_H5'] as const)('%s is refused, with the formats that have recurrent cells', async (format) => {
  await expect(exportFiles(checkpoint, subject, format)).rejects.toThrow(/has no layer for a recurrent cell .*; allowed: PyTorch and ONNX/);
});

test('says what goes in and comes out; weights of another cell are refused', async () => {
  const files = await exportFiles(checkpoint, subject, 'ONNX');
  expect(Object.keys(files).sort()).toEqual(['README.md', 'handpick.json', 'language.onnx']);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(JSON.parse(text('handpick.json'))).toMatchObject({
    network: notation,
    models: [{ name: 'language', outputs: { logits: ['length', 'batch', VOCABULARY], last: ['batch', UNITS] } }],
  });
  expect(text('README.md')).toContain(`a language model of ${UNITS} units over ${VOCABULARY} words, trained on Words`);
  const other = { ...architecture, nodes: [...architecture.nodes, { previous: 5, activation: 'ReLU' as const }] };
  await expect(exportFiles(checkpoint, { ...subject, architecture: other }, 'ONNX')).rejects.toThrow('checkpoint: no 6.node.kernel');
});
