import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Normalisation } from '../../schema/datasets/describe.ts';
import {
  arrayBytes,
  decodeHeader,
  encodeHeader,
  headerLength,
  labelBytes,
  type PackedGroup,
  type PackedImages,
} from '../../schema/datasets/packed.ts';
import { Random } from '../../schema/random.ts';
import type { ConversionTools } from './convert.ts';
import { describeImages } from './describe.ts';
import { DataProblem } from './problem.ts';

/** Noise that is added to a dataset (thesis 13.1: very small noise, in a controlled way). */
export interface Perturbation {
  /** Standard deviation of Gaussian noise, of intensities in [0, 1]; sums are clipped to this interval and rounded to 1/255. */
  deviation: number;
  /** Share of the pixels that become black or white (all channels), one as often as the other. */
  saltAndPepper: number;
  seed: number;
}

/** Bytes that are in memory at a time, about. */
const CHUNK = 4 * 2 ** 20;

/**
 * Packs the pictures of the packed file `place` with noise into `out`: all splits, the same labels and groups. Every group has two streams of
 * random numbers, so the Gaussian noise is the same with and without salt and pepper; the same file and seed give the same bytes.
 */
export async function perturb(place: string, name: string, noise: Perturbation, out: string, tools: ConversionTools) {
  const source = await open(place);
  const raw = await open(`${out}.raw`, 'w+');
  try {
    const start = headerLength(await bytesAt(source, 0, 12));
    const header = decodeHeader(await bytesAt(source, 0, start));
    if (header.kind !== 'IMAGES') throw new DataProblem(name, 'it is text; noise is for pictures');
    const total = arrayBytes(header);
    if ((await stat(place)).size < start + total) throw new DataProblem(name, 'its packed file is cut');
    const statistics = new Statistics(header.channels);
    for (const [i, group] of header.groups.entries()) {
      const streams = { normal: normals(Random.of(noise.seed, 'gaussian noise', i)), salt: Random.of(noise.seed, 'salt and pepper', i) };
      for (const { at, length } of pieces(group, header.channels)) {
        const pixels = await bytesAt(source, start + at, length);
        if (noise.deviation > 0) addGaussian(pixels, 255 * noise.deviation, streams.normal);
        if (noise.saltAndPepper > 0) addSaltAndPepper(pixels, header.channels, noise.saltAndPepper, streams.salt);
        if (group.split === 'TRAIN') statistics.add(pixels);
        await raw.write(pixels, 0, length, at);
        tools.progress(at + length, total);
      }
      const labels = await bytesAt(source, start + group.labels, group.count * labelBytes(header));
      await raw.write(labels, 0, labels.length, group.labels);
    }
    const noisy: PackedImages = { ...header, normalisation: statistics.normalisation() };
    await write(out, noisy, raw, total);
    const labels = await labelsBySplit(header, raw);
    return { header: noisy, description: describeImages(noisy, (split) => labels.get(split) ?? []), skipped: [] };
  } finally {
    await Promise.all([source.close(), raw.close()]);
  }
}

/** Whole pictures, about a chunk at a time. */
function* pieces({ images, count, height, width }: PackedGroup, channels: number): Generator<{ at: number; length: number }> {
  const each = height * width * channels;
  const rows = Math.max(1, Math.floor(CHUNK / each));
  for (let row = 0; row < count; row += rows) yield { at: images + row * each, length: Math.min(rows, count - row) * each };
}

/** Standard normal numbers (Marsaglia's polar method), both of every pair that it gives: hundreds of millions are drawn. */
function normals(random: Random): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const second = spare;
      spare = null;
      return second;
    }
    for (;;) {
      const u = 2 * random.uniform() - 1;
      const v = 2 * random.uniform() - 1;
      const q = u * u + v * v;
      if (q === 0 || q >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(q)) / q);
      spare = v * factor;
      return u * factor;
    }
  };
}

function addGaussian(pixels: Uint8Array, deviation: number, normal: () => number): void {
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.min(255, Math.max(0, Math.round(pixels[i]! + deviation * normal())));
}

function addSaltAndPepper(pixels: Uint8Array, channels: number, share: number, random: Random): void {
  for (let at = 0; at < pixels.length; at += channels) {
    const drawn = random.uniform();
    if (drawn < share) pixels.fill(drawn < share / 2 ? 0 : 255, at, at + channels);
  }
}

/** Sums of whole numbers, which are exact: the same in whatever pieces they come. */
class Statistics {
  readonly #sums: number[];
  readonly #squares: number[];
  #count = 0;

  constructor(channels: number) {
    this.#sums = new Array<number>(channels).fill(0);
    this.#squares = new Array<number>(channels).fill(0);
  }

  add(pixels: Uint8Array): void {
    const channels = this.#sums.length;
    for (let channel = 0; channel < channels; channel++) {
      let sum = 0;
      let squares = 0;
      for (let i = channel; i < pixels.length; i += channels) {
        const value = pixels[i]!;
        sum += value;
        squares += value * value;
      }
      this.#sums[channel]! += sum;
      this.#squares[channel]! += squares;
    }
    this.#count += pixels.length / channels;
  }

  normalisation(): Normalisation {
    const mean = this.#sums.map((sum) => sum / this.#count / 255);
    const deviation = mean.map((m, channel) => Math.sqrt(Math.max(0, this.#squares[channel]! / this.#count / 255 ** 2 - m * m)));
    return { mean, deviation };
  }
}

async function write(out: string, header: PackedImages, raw: FileHandle, total: number): Promise<void> {
  const file = await open(out, 'wx');
  try {
    await file.writeFile(encodeHeader(header));
    for (let at = 0; at < total; at += CHUNK) await file.writeFile(await bytesAt(raw, at, Math.min(CHUNK, total - at)));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Labels of every picture of a split. */
async function labelsBySplit(header: PackedImages, raw: FileHandle): Promise<Map<string, number[][]>> {
  const each = labelBytes(header);
  const found = new Map<string, number[][]>();
  for (const { split, labels, count } of header.groups) {
    const bytes = await bytesAt(raw, labels, count * each);
    const list = found.get(split) ?? [];
    found.set(split, list);
    for (let row = 0; row < count && each > 0; row++) {
      const own = bytes.subarray(row * each, (row + 1) * each);
      list.push(header.multiLabel ? [...own.keys()].filter((label) => own[label] === 1) : [own[0]!]);
    }
  }
  return found;
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead < length) throw new Error(`${bytesRead} bytes at ${at} where ${length} are wanted`);
  return bytes;
}
