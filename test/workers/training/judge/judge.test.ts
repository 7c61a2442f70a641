import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../../../../schema/random.ts';
import type { Backend } from '../../../../workers/backends/backend.ts';
import { openBackend } from '../../../../workers/backends/choose.ts';
import { withLock } from '../../../../workers/backends/install/lock.ts';
import type { Dataset, ImageSet } from '../../../../workers/datasets/dataset.ts';
import { loadDataset } from '../../../../workers/datasets/load.ts';
import { canBeJudged, Unfinished } from '../../../../workers/training/judge/judge.ts';
import { GENERATED_TO_JUDGE, judgeImages } from '../../../../workers/training/judge/judged.ts';
import { JUDGE_VERSION, judgeNetwork, judgeTraining } from '../../../../workers/training/judge/network.ts';
import { judgePath, provideJudge } from '../../../../workers/training/judge/provide.ts';

let folder: string;
let backend: Backend;
const mnist = loadDataset('MNIST');

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'handpick-judge-'));
  backend = await openBackend({ threads: 1 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The first digits of MNIST, under a name of their own. */
function digits(train: number, validation: number): Dataset {
  const first = ({ images, labels }: ImageSet, count: number): ImageSet => ({
    count,
    images: images.slice(0, 784 * count),
    labels: labels.slice(0, count),
  });
  return {
    ...mnist,
    name: `Digits ${train}`,
    hash: `digits-${train}`,
    train: first(mnist.train, train),
    validation: first(mnist.validation, validation),
  };
}

function provide(dataset: Dataset, cache: string, signal = new AbortController().signal) {
  const lines: string[] = [];
  const tools = { backend, signal, progress: (line: string) => lines.push(line), cache: path.join(folder, cache), lock: withLock };
  return { judge: provideJudge(dataset, tools), lines, file: judgePath(tools.cache, dataset) };
}

const validation = (dataset: Dataset, count: number) =>
  Float32Array.from(dataset.validation.images.subarray(0, 784 * count), (byte) => byte / 255);

test('a judge learns its dataset, says how well, and tells digits from noise and from blots', { timeout: 120_000 }, async () => {
  const dataset = digits(1500, 1200);
  const { judge: promise, lines } = provide(dataset, 'learns');
  const judge = await promise;
  expect(judge.accuracy).toBeGreaterThan(0.85);
  expect(lines[0]).toBe('judge of Digits 1500: training it, once');
  expect(lines.at(-1)).toMatch(/^judge of Digits 1500: accuracy \d\d\.\d\d%, in \d+\.\d s$/);

  const { probabilities, features, width } = await judge.look(validation(dataset, 150));
  expect([probabilities.length, features.length, width]).toEqual([1500, 150 * 64, 64]);
  const sums = Array.from({ length: 150 }, (_, i) => probabilities.subarray(10 * i, 10 * i + 10).reduce((a, b) => a + b, 0));
  for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
  // a batch is filled up: the images in it are looked at one by one
  const alone = await judge.look(validation(dataset, 3));
  alone.features.forEach((value, i) => {
    expect(value).toBeCloseTo(features[i]!, 4);
  });

  const real = validation(dataset, GENERATED_TO_JUDGE);
  const random = Random.of(9, 'noise');
  const made = {
    real,
    blurred: real.map((_, at) => (real[at - 1] ?? 0) * 0.25 + real[at]! * 0.25 + (real[at + 1] ?? 0) * 0.25 + (real[at + 28] ?? 0) * 0.25),
    same: Float32Array.from(real, (_, at) => real[at % 784]!),
    noise: real.map(() => random.uniform()),
  };
  const images = Uint32Array.from({ length: 1200 }, (_, i) => i);
  const scored = async (generated: Float32Array) =>
    judgeImages(
      { judge, dataset, images, seed: 1, errorDeviation: 0.01 },
      { generate: async () => generated, reconstruct: async () => generated },
    );
  const [good, blurred, same, noise] = [
    await scored(made.real),
    await scored(made.blurred),
    await scored(made.same),
    await scored(made.noise),
  ];
  const at = (values: Record<string, number>, name: string) => values[`judge.${name}`]!;
  expect(at(good, 'frechet')).toBeLessThan(0.05 * at(blurred, 'frechet'));
  expect(at(blurred, 'frechet')).toBeLessThan(at(noise, 'frechet'));
  expect(at(good, 'inceptionScore')).toBeGreaterThan(6);
  // one good digit over and over: sure of it, and yet worth nothing
  expect(at(same, 'inceptionScore')).toBeCloseTo(1, 3);
  expect(at(same, 'confidence')).toBeGreaterThan(0.5);
  expect(at(same, 'frechet')).toBeGreaterThan(at(blurred, 'frechet'));
  expect(at(good, 'reconstructionAccuracy')).toBeGreaterThan(0.85);
  expect(at(noise, 'reconstructionAccuracy')).toBeLessThan(0.3);
  expect(good.patchError).toBeLessThan(noise.patchError!);
  expect(at(good, 'accuracy')).toBe(judge.accuracy);
});

test('it is trained once: by one of those that need it at once, then read from its file, by other backends and processes too', async () => {
  const dataset = digits(100, 50);
  const [one, two] = [provide(dataset, 'once'), provide(dataset, 'once')];
  await Promise.all([one.judge, two.judge]);
  const trained = [one, two].filter(({ lines }) => lines.some((line) => /training it, once/.test(line)));
  expect(trained).toHaveLength(1);
  expect([one, two].flatMap(({ lines }) => lines)).toContain('judge of Digits 100: another process is training it; waiting');
  expect(readdirSync(path.dirname(one.file))).toEqual([`digits-100-${JUDGE_VERSION}.judge`]);

  // least recently used judges leave the backend: the first is read again
  await provide(digits(60, 50), 'once').judge;
  await provide(digits(61, 50), 'once').judge;
  const again = provide(dataset, 'once');
  const images = validation(dataset, 50);
  const before = (await trained[0]!.judge).accuracy;
  const judge = await again.judge;
  expect(again.lines).toEqual([]);
  expect(judge.accuracy).toBe(before);
  expect((await judge.look(images)).probabilities).toHaveLength(500);
});

test('a damaged file is told of and made anew', async () => {
  const dataset = digits(62, 50);
  const first = provide(dataset, 'damaged');
  const good = await first.judge;
  const bytes = await readFile(first.file);
  // away from memory
  await provide(digits(63, 50), 'damaged').judge;
  await provide(digits(64, 50), 'damaged').judge;
  await writeFile(first.file, bytes.subarray(0, bytes.length - 100));
  const second = provide(dataset, 'damaged');
  expect((await second.judge).accuracy).toBe(good.accuracy);
  expect(second.lines[0]).toMatch(/its file cannot be read \(checkpoint: it has \d+ bytes/);
  // its head tells how many seconds it took; the weights behind are the same
  if (backend.reproducible) expect((await readFile(first.file)).subarray(-100_000).equals(bytes.subarray(-100_000))).toBe(true);
});

test('a training that is cut short leaves nothing', async () => {
  const ending = new AbortController();
  const { judge, file } = provide(digits(1000, 50), 'cut', ending.signal);
  setTimeout(() => ending.abort(), 50);
  await expect(judge).rejects.toThrow(Unfinished);
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(path.dirname(file))).toEqual([]);
});

test('its network and training follow from the dataset alone', () => {
  const layers = (height: number, width: number, channels: number) =>
    judgeNetwork({ height, width, channels }, 10)
      .layers.map((layer) => layer.type)
      .join(' ');
  expect(layers(28, 28, 1)).toBe('convolution pool convolution pool fullyConnected softmax');
  expect(layers(6, 40, 3)).toBe('convolution pool convolution fullyConnected softmax');
  expect(layers(3, 3, 1)).toBe('convolution convolution fullyConnected softmax');
  expect([60_000, 50_000, 400, 1_000_000].map((count) => judgeTraining(count).epochs)).toEqual([3, 4, 30, 1]);
  expect([{ ...mnist, classes: 0 }, { ...mnist, multiLabel: true }, mnist].map(canBeJudged)).toEqual([false, false, true]);
});
