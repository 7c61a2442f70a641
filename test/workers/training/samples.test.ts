import type * as tfjs from '@tensorflow/tfjs-core';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../../schema/random.ts';
import type { Backend } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import type { Dataset } from '../../../workers/datasets/dataset.ts';
import { packVectors, project } from '../../../workers/training/embedding.ts';
import { openJudge, trainJudge } from '../../../workers/training/judge/judge.ts';
import { MISTAKES, Mistakes } from '../../../workers/training/mistakes.ts';
import { DECODE, ENCODE, makeSamples, RECONSTRUCT } from '../../../workers/training/samples.ts';
import { metricsOf, mnistTrial, ofType, reportsOf, tools } from './kit.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend({ threads: 1 });
});

/** Reads packed vectors as the GraphQL schema describes them. */
function unpack({ dimensions: d, data }: { dimensions: number; data: Uint8Array }): number[][] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const count = (data.length - 8 * d) / (2 * d);
  return Array.from({ length: count }, (_, row) =>
    Array.from(
      { length: d },
      (_, i) => view.getFloat32(4 * i, true) + view.getFloat32(4 * (d + i), true) * view.getUint16(8 * d + 2 * (row * d + i), true),
    ),
  );
}

/** Gray values of a sheet's pixels. */
const gray = (png: Uint8Array) => {
  const { data, width } = PNG.sync.read(Buffer.from(png));
  return (x: number, y: number) => data[4 * (y * width + x)]!;
};

describe('a latent grid', () => {
  test('has the latents -5, -4.5, ..., 5 in either dimension: the first to the right, the second upwards', async () => {
    // a decoder whose picture is its latents: two pixels, (z + 5) / 10
    const { tf } = backend;
    const image = { height: 1, width: 2, channels: 1 };
    const set = { count: 20, images: new Uint8Array(40), labels: new Uint8Array(20) };
    const dataset: Dataset = { name: 'Pairs', image, classes: 2, train: set, validation: set, hash: 'pairs' };
    const rows = backend.keep({ values: set.images, shape: [1, 2, 1], as: 'UNIT' });
    const program = backend.compile({
      variables: [tf.variable(tf.scalar(10))],
      functions: {
        decode: {
          inputs: { latents: { shape: [DECODE.batch, 2], dtype: 'float32' } },
          outputs: ({ latents }) => [tf.reshape(tf.div(tf.add(latents!, 5), 10), [DECODE.batch, 1, 2, 1])],
        },
        reconstruct: { inputs: { images: { of: rows, rows: RECONSTRUCT.batch } }, outputs: ({ images }) => [tf.add(images!, 0)] },
        encode: {
          inputs: { images: { of: rows, rows: ENCODE.batch } },
          outputs: ({ images }) => [tf.reshape(images as tfjs.Tensor4D, [ENCODE.batch, 2])],
        },
      },
    });
    try {
      const images = Uint32Array.from({ length: 20 }, (_, i) => i);
      const samples = await makeSamples({ program, dataset, images, latent: 2, seed: 1, last: true });
      expect(samples.map(({ kind }) => kind)).toEqual(['GENERATED', 'RECONSTRUCTION', 'LATENT_GRID', 'EMBEDDING']);
      const grid = samples[2]!;
      if (grid.kind === 'TEXT') throw new Error('a text is no grid');
      const { sheet } = grid;
      expect([sheet.columns, sheet.count]).toEqual([21, 441]);
      const at = gray(sheet.png);
      for (let row = 0; row < 21; row++) {
        for (let column = 0; column < 21; column++) {
          expect(Math.abs(at(2 * column, row) - (255 * column) / 20)).toBeLessThan(0.51);
          expect(Math.abs(at(2 * column + 1, row) - (255 * (20 - row)) / 20)).toBeLessThan(0.51);
        }
      }
    } finally {
      program.dispose();
      rows.dispose();
    }
  });
});

describe('an embedding', () => {
  test('keeps vectors to within half a step of 16 bits of their dimension', () => {
    const random = Random.of(1, 'vectors');
    const scale = [1, 1000, 1e-4];
    const values = Float32Array.from({ length: 300 }, (_, at) => scale[at % 3]! * random.normal());
    const packed = packVectors(values, 100);
    expect([packed.dimensions, packed.data.length]).toEqual([3, 24 + 600]);
    unpack(packed).forEach((vector, row) => {
      vector.forEach((value, i) => {
        const column = Array.from({ length: 100 }, (_, r) => values[3 * r + i]!);
        const step = (Math.max(...column) - Math.min(...column)) / 65_535;
        expect(Math.abs(value - values[3 * row + i]!)).toBeLessThanOrEqual(0.51 * step + 1e-6 * Math.abs(value));
      });
    });
    expect(unpack(packVectors(new Float32Array(6).fill(2.5), 3))).toEqual([
      [2.5, 2.5],
      [2.5, 2.5],
      [2.5, 2.5],
    ]);
  });

  test('of a large map keeps who is near to whom, in 512 numbers', () => {
    const random = Random.of(2, 'maps');
    const d = 20_000;
    const centre = [0, 1].map(() => Float32Array.from({ length: d }, () => random.normal()));
    const values = new Float32Array(10 * d);
    for (let row = 0; row < 10; row++) for (let i = 0; i < d; i++) values[row * d + i] = centre[row % 2]![i]! + 0.5 * random.normal();
    const small = project(values, 10);
    expect(small).toHaveLength(5120);
    const distance = (list: Float32Array, width: number, a: number, b: number) =>
      Math.sqrt(list.subarray(a * width, (a + 1) * width).reduce((sum, x, i) => sum + (x - list[b * width + i]!) ** 2, 0));
    for (const [a, b] of [
      [0, 2],
      [0, 1],
      [3, 4],
      [5, 9],
    ] as const)
      expect(distance(small, 512, a, b) / distance(values, d, a, b)).toBeCloseTo(1, 0.7);
    expect(distance(small, 512, 0, 2)).toBeLessThan(0.6 * distance(small, 512, 0, 1));
    expect(project(values.subarray(0, 5120), 10)).toHaveLength(5120);
  });

  test('of a variational autoencoder: 500 validation images at most, with their classes, and the mean of each', async () => {
    const work = mnistTrial('C(8,4,2) | Z(3) | C(16,4,2), C(8,4,2)', { epochs: 1, validationImages: 600 });
    const samples = ofType(await reportsOf(work), 'samples');
    const { png, columns, count, tiles, vectors } = samples.find(({ kind }) => kind === 'EMBEDDING')!;
    expect([columns, count, tiles!.length, vectors!.dimensions]).toEqual([25, 500, 500, 3]);
    expect(unpack(vectors!)).toHaveLength(500);
    // the first tile is a validation image of the class that is said
    const at = gray(png);
    const first = Uint8Array.from({ length: 784 }, (_, p) => at(p % 28, Math.floor(p / 28)));
    const { images, labels } = work.dataset.validation;
    const row = Array.from({ length: 10_000 }, (_, n) => n).find((n) => first.every((value, p) => value === images[784 * n + p]));
    expect(labels[row!]).toBe(tiles![0]!.label);
  });
});

describe('mistakes of a classifier', () => {
  test('are the most confident ones, from the first on, over all batches', () => {
    const random = Random.of(3, 'logits');
    const mistakes = new Mistakes();
    const all: { row: number; label: number; predicted: number; probability: number }[] = [];
    for (let batch = 0; batch < 20; batch++) {
      const rows = Int32Array.from({ length: 10 }, (_, i) => 10 * batch + i);
      const labels = Uint8Array.from(rows, () => random.uint32() % 3);
      const logits = Float32Array.from({ length: 30 }, () => 3 * random.normal());
      mistakes.look(rows, labels, logits, 3);
      rows.forEach((row, i) => {
        const e = [0, 1, 2].map((c) => Math.exp(logits[3 * i + c]!));
        const p = e.map((x) => x / (e[0]! + e[1]! + e[2]!));
        const predicted = p.indexOf(Math.max(...p));
        if (predicted !== labels[i]) all.push({ row, label: labels[i]!, predicted, probability: p[predicted]! });
      });
    }
    all.sort((a, b) => b.probability - a.probability);
    expect(all.length).toBeGreaterThan(MISTAKES);
    expect(mistakes.list).toHaveLength(MISTAKES);
    mistakes.list.forEach((mistake, i) => {
      expect(mistake).toEqual({ ...all[i], probability: expect.closeTo(all[i]!.probability, 6) });
    });
  });

  test('come with the last epoch of a trial: images of the class that is said, taken for another', async () => {
    const work = mnistTrial('C(4,3,1), P(2,2), SM(10)', { epochs: 2 });
    const samples = ofType(await reportsOf(work), 'samples');
    expect(samples.map(({ kind, epoch }) => [kind, epoch])).toEqual([['MISTAKES', 2]]);
    const { tiles, count, columns } = samples[0]!;
    expect([count, columns, tiles!.length]).toEqual([32, 8, 32]);
    const probabilities = tiles!.map(({ probability }) => probability!);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    for (const { label, predicted } of tiles!) expect(predicted).not.toBe(label);
  });
});

test('a trial with a judge reports what it says after the last epoch, and the time that it took', { timeout: 120_000 }, async () => {
  const work = mnistTrial('C(8,4,2), C(16,4,2) | Z(4) | C(16,4,2), C(8,4,2)', { epochs: 2, trainImages: 2000 });
  const { train, validation } = work.dataset;
  const first = (set: typeof train, count: number) => ({
    count,
    images: set.images.slice(0, 784 * count),
    labels: set.labels.slice(0, count),
  });
  const small = { ...work.dataset, hash: 'small', train: first(train, 800), validation: first(validation, 400) };
  const kept = await trainJudge(small, { backend, signal: new AbortController().signal, progress: () => {} });
  const judge = await openJudge(small, kept, backend);
  try {
    const reports = await reportsOf(work, await tools({ judge }));
    const judged = metricsOf(reports).filter(({ name }) => /^judge\.|patchError/.test(name));
    expect(judged.map(({ name, split, epoch }) => [name, split, epoch]).sort()).toEqual(
      ['judge.accuracy', 'judge.confidence', 'judge.frechet', 'judge.inceptionScore', 'judge.reconstructionAccuracy', 'patchError'].map(
        (name) => [name, 'VALIDATION', 2],
      ),
    );
    const value = Object.fromEntries(judged.map((metric) => [metric.name, metric.value]));
    expect(value['judge.accuracy']).toBe(kept.accuracy);
    expect(value['judge.inceptionScore']).toBeGreaterThan(1);
    expect(value['judge.inceptionScore']).toBeLessThanOrEqual(10);
    expect(value['judge.frechet']).toBeGreaterThan(0);
    expect(ofType(reports, 'finished')[0]!.phases.judging).toBeGreaterThan(0);
    // the same trial has the same figures: what is generated depends on the seed alone
    if (backend.reproducible) expect(metricsOf(await reportsOf(work, await tools({ judge })))).toEqual(metricsOf(reports));
  } finally {
    judge.dispose();
  }
});
