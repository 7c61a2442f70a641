import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeHeader, type PackedImages, type PackedText } from '../../../schema/datasets/packed.ts';
import { derive } from '../../../server/datasets/convert.ts';
import type { Perturbation } from '../../../server/datasets/perturb.ts';
import type { Dataset } from '../../../workers/datasets/dataset.ts';
import { unpack } from '../../../workers/datasets/packed.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handpick-perturb-'));
  writeFileSync(join(folder, 'grey'), packed(1, 128));
  writeFileSync(join(folder, 'colour'), packed(3, 128));
  writeFileSync(join(folder, 'black'), packed(1, 0));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SIDE = 20;
const COUNTS = { TRAIN: 300, VALIDATION: 40 } as const;

/** Pictures of one tone, with labels that take turns. */
function packed(channels: 1 | 3, tone: number): Uint8Array {
  let at = 0;
  const groups = (['TRAIN', 'VALIDATION'] as const).map((split) => {
    const count = COUNTS[split];
    const images = at;
    const labels = images + count * SIDE * SIDE * channels;
    at = labels + count;
    return { split, height: SIDE, width: SIDE, count, images, labels };
  });
  const normalisation = { mean: new Array(channels).fill(tone / 255), deviation: new Array(channels).fill(0) };
  const header: PackedImages = { kind: 'IMAGES', channels, classes: ['a', 'b', 'c'], multiLabel: false, normalisation, groups };
  const arrays = new Uint8Array(at).fill(tone);
  for (const { labels, count } of groups) for (let i = 0; i < count; i++) arrays[labels + i] = i % 3;
  return Buffer.concat([encodeHeader(header), arrays]);
}

async function noisy(file: string, noise: Partial<Perturbation>) {
  const out = join(folder, 'packed');
  const derived = await derive(join(folder, file), file, { deviation: 0, saltAndPepper: 0, seed: 1, ...noise }, out, {
    progress: () => {},
  });
  const dataset = unpack(readFileSync(out), { name: 'test', hash: derived.sha256, file: out }) as Dataset;
  rmSync(out);
  return { ...derived, dataset };
}

/** Mean and standard deviation by plain summation. */
function moments(values: ArrayLike<number>) {
  const list = Array.from(values, (value) => value / 255);
  const mean = list.reduce((a, b) => a + b) / list.length;
  return { mean, deviation: Math.sqrt(list.reduce((sum, v) => sum + (v - mean) ** 2, 0) / list.length) };
}

describe('noise on a dataset', () => {
  it('is Gaussian with the stated deviation, on all splits; labels and sizes stay', async () => {
    const { dataset, description } = await noisy('colour', { deviation: 0.1 });
    const { train, validation, image } = dataset;
    expect(image).toEqual({ height: SIDE, width: SIDE, channels: 3 });
    for (const set of [train, validation]) {
      const { mean, deviation } = moments(set.images);
      // of 360,000 and 48,000 draws: more than five standard errors
      expect(Math.abs(mean - 128 / 255)).toBeLessThan(0.0025);
      expect(Math.abs(deviation - 0.1)).toBeLessThan(0.002);
      expect([...set.labels]).toEqual(Array.from({ length: set.count }, (_, i) => i % 3));
    }
    expect(description.classCounts[0]).toEqual({ name: 'a', train: 100, validation: 14, test: 0 });
    expect(description.counts).toEqual({ ...COUNTS, TEST: 0 });
  });

  it('gives the normalisation of the noisy pictures', async () => {
    const { dataset, description } = await noisy('colour', { deviation: 0.1, saltAndPepper: 0.05 });
    for (const channel of [0, 1, 2]) {
      const own = moments(Array.from({ length: dataset.train.images.length / 3 }, (_, i) => dataset.train.images[3 * i + channel]!));
      expect(description.normalisation!.mean[channel]).toBeCloseTo(own.mean, 10);
      expect(description.normalisation!.deviation[channel]).toBeCloseTo(own.deviation, 10);
      expect(dataset.normalisation).toEqual(description.normalisation);
    }
  });

  it('is clipped to black and white', async () => {
    const { dataset } = await noisy('black', { deviation: 0.2 });
    const zeros = dataset.train.images.filter((value) => value === 0).length / dataset.train.images.length;
    expect(zeros).toBeGreaterThan(0.5);
    expect(zeros).toBeLessThan(0.52);
  });

  it('is salt and pepper on the stated share of the pixels, all channels of one together', async () => {
    const { dataset } = await noisy('colour', { saltAndPepper: 0.1 });
    const { images } = dataset.train;
    const counts = { salt: 0, pepper: 0, left: 0 };
    for (let i = 0; i < images.length; i += 3) {
      expect(new Set(images.subarray(i, i + 3)).size).toBe(1);
      counts[images[i] === 255 ? 'salt' : images[i] === 0 ? 'pepper' : 'left']++;
    }
    const pixels = images.length / 3;
    for (const share of [counts.salt / pixels, counts.pepper / pixels]) expect(Math.abs(share - 0.05)).toBeLessThan(0.004);
    expect(counts.left).toBe(pixels - counts.salt - counts.pepper);
  });

  it('is the same for the same seed, and another for another', async () => {
    const noise = { deviation: 0.05, saltAndPepper: 0.01 };
    const { sha256 } = await noisy('grey', noise);
    expect((await noisy('grey', noise)).sha256).toBe(sha256);
    expect((await noisy('grey', { ...noise, seed: 2 })).sha256).not.toBe(sha256);
  });

  it('of one kind is the same with and without the other', async () => {
    const both = (await noisy('grey', { deviation: 0.05, saltAndPepper: 0.2 })).dataset.train.images;
    const one = (await noisy('grey', { deviation: 0.05 })).dataset.train.images;
    both.forEach((value, i) => {
      if (value !== 0 && value !== 255) expect(value).toBe(one[i]);
    });
  });

  it('is refused for text, and for a file that is cut; nothing is left', async () => {
    const header: PackedText = { kind: 'TEXT', vocabulary: ['a'], parts: [{ split: 'TRAIN', at: 0, count: 2 }] };
    writeFileSync(join(folder, 'text'), Buffer.concat([encodeHeader(header), new Uint8Array(4)]));
    await expect(noisy('text', { deviation: 0.1 })).rejects.toThrow('text: it is text; noise is for pictures');
    writeFileSync(join(folder, 'cut'), packed(1, 9).subarray(0, 5000));
    await expect(noisy('cut', { deviation: 0.1 })).rejects.toThrow('cut: its packed file is cut');
    expect(readdirSync(folder).filter((name) => name.startsWith('packed'))).toEqual([]);
  });
});
