import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as layers from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '../../../schema/exports.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { run } from '../../../workers/backends/install/tools.ts';
import { exportFiles } from '../../../workers/export/export.ts';
import { provideKeras } from '../../bench/keras.ts';
import { type Case, makeCase, NETWORKS, type NumberArray, writeCases } from './cases.ts';
import { findTorch, providePython } from './python.ts';

/** What is promised: outputs differ by at most this. */
const TOLERANCE = 1e-5;

let cases: Case[];
let folder: string;
beforeAll(async () => {
  const { tf } = await openBackend({ threads: 1 });
  cases = NETWORKS.map((network) => makeCase(tf, network));
  folder = mkdtempSync(join(tmpdir(), 'handpick-export-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('TensorFlow.js loads each network, and it gives the same', () => {
  test.each(NETWORKS.map(([notation], i) => ({ notation, i })))('$notation', async ({ i }) => {
    const { subject, checkpoint, models } = cases[i]!;
    const files = await exportFiles(checkpoint, subject, 'TFJS');
    for (const { name, input, outputs } of models) {
      const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(files[`${name}/model.json`]));
      const weightData = new Uint8Array(files[`${name}/weights.bin`]!).buffer;
      const artifacts = { modelTopology, weightSpecs: weightsManifest[0].weights, weightData };
      const model = await layers.loadLayersModel(layers.io.fromMemory(artifacts));
      const given = model.predict(layers.tensor(input.values, input.shape));
      const found = [given].flat().map((tensor): NumberArray => ({ shape: tensor.shape, values: tensor.dataSync() as Float32Array }));
      expect(found.map(({ shape }) => shape)).toEqual(outputs.map(({ shape }) => shape));
      found.forEach(({ values }, j) => {
        expect(largestDifference(values, outputs[j]!.values)).toBeLessThan(TOLERANCE);
      });
      model.dispose();
    }
  });
});

describe('loaded in its own framework, each network gives the same', () => {
  const pythons: [framework: string, formats: ExportFormat[], provide: () => Promise<string>][] = [
    ['keras', ['KERAS', 'KERAS_H5'], () => provideKeras(() => undefined)],
    ['onnxruntime', ['ONNX'], () => providePython('onnxruntime-1.32.0', ['onnxruntime==1.32.0', 'numpy==2.4.6'])],
    ['torch', ['PYTORCH'], findTorch],
  ];

  test.each(pythons)('%s: %s', { timeout: 600_000 }, async (framework, formats, provide) => {
    let python: string;
    try {
      python = await provide();
    } catch (error) {
      console.warn(`${framework}: not tested, no Python has it: ${(error as Error).message.split('\n')[0]}`);
      return;
    }
    const place = join(folder, framework);
    await writeCases(place, cases, formats);
    const script = fileURLToPath(new URL('check_export.py', import.meta.url));
    await run(python, [script, framework, place], { TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '' });
    const differences: Record<string, number | string>[] = JSON.parse(readFileSync(join(place, 'differences.json'), 'utf8'));
    expect(differences.map((models) => Object.keys(models))).toEqual(cases.map(({ models }) => models.map(({ name }) => name)));
    const wrong = differences.flatMap((models, i) =>
      Object.entries(models).flatMap(([name, value]) =>
        typeof value === 'number' && value < TOLERANCE ? [] : [`${cases[i]!.title}, ${name}: ${value}`],
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('an export', () => {
  test.each(EXPORT_FORMATS)('%s says what goes in and what comes out, with class names', async (format) => {
    const { subject, checkpoint } = cases[1]!;
    const files = await exportFiles(checkpoint, subject, format);
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text('README.md')).toContain('the 8-bit values divided by 255');
    expect(text('README.md')).toContain('"class \\"0\\"", "class \\"1\\""');
    const about = JSON.parse(text('handpick.json'));
    expect(about.classes).toEqual(subject.classes);
    expect(about.models).toEqual([
      { name: 'classifier', input: { name: 'images', shape: [28, 28, 1] }, outputs: [{ name: 'probabilities', shape: [10] }] },
    ]);
  });

  // an HDF5 file holds the time at which it was written
  test.each(EXPORT_FORMATS.filter((format) => !format.startsWith('KERAS')))(
    '%s is a function of the weights: the same bytes each time',
    async (format) => {
      const { subject, checkpoint } = cases[8]!;
      const [first, second] = [await exportFiles(checkpoint, subject, format), await exportFiles(checkpoint, subject, format)];
      expect(Object.keys(first)).toEqual(Object.keys(second));
      for (const [name, bytes] of Object.entries(first)) expect(Buffer.compare(bytes, second[name]!), name).toBe(0);
    },
  );

  test('a checkpoint of another network is refused', async () => {
    await expect(exportFiles(cases[0]!.checkpoint, cases[1]!.subject, 'ONNX')).rejects.toThrow('it belongs to another network');
    await expect(exportFiles(cases[4]!.checkpoint, cases[5]!.subject, 'ONNX')).rejects.toThrow(
      'checkpoint: 1.convolution.kernel has the shape',
    );
    await expect(exportFiles(cases[0]!.checkpoint.slice(0, 200), cases[0]!.subject, 'ONNX')).rejects.toThrow('checkpoint: it');
  });
});

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}
