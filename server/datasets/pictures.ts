import { type FileHandle, open } from 'node:fs/promises';
import { type Normalisation, SPLITS, type SplitName } from '../../schema/datasets/describe.ts';
import { encodeHeader, labelBytes, MAX_PACKED_BYTES, type PackedGroup, type PackedImages } from '../../schema/datasets/packed.ts';
import { type Labelled, type Sorted, sortPictures } from './classes.ts';
import type { Conversion, ConversionTools } from './convert.ts';
import { BrokenPicture, decodePicture, readHeader } from './decode.ts';
import { describeImages } from './describe.ts';
import { DataProblem, megabytes } from './problem.ts';
import type { Source } from './sources.ts';
import { assignSplits } from './split.ts';

export interface PictureOptions {
  /** All pictures are scaled so that their smallest side has so many pixels; null: they stay as they are. */
  smallestSide: number | null;
  /** Squares around the centre, so that all have one size. */
  crop: boolean;
}

/** Pictures decoded at once; libvips has a thread for each. */
const AT_ONCE = 4;
/** Sides are whole multiples of it where pictures keep their shape: few sizes, each with many pictures for a batch. */
const STEP = 4;

/** A picture in the file of raw pixels. */
interface Decoded {
  at: number;
  height: number;
  width: number;
  labels: number[];
  split: SplitName;
}

/**
 * Pictures of classes, decoded, scaled, split and grouped by size. Two passes over the source: headers first, so that what must be
 * refused is refused before anything is decoded; pixels then go to a file of their own in the order they come, and from there to their groups.
 */
export async function packPictures(source: Source, conversion: Conversion, out: string, tools: ConversionTools) {
  const sorted = await sortPictures(source);
  const skipped: { file: string; reason: string }[] = [];
  const skip = ({ file }: Labelled, error: unknown) => {
    if (!(error instanceof BrokenPicture)) throw error;
    skipped.push({ file: file.path, reason: error.message });
    if (skipped.length > Math.floor(conversion.skippedShare * sorted.pictures.length))
      throw new DataProblem(
        file.path,
        `${error.message}; ${skipped.length} of ${sorted.pictures.length} pictures are broken, and at most ${100 * conversion.skippedShare}% may be`,
      );
  };
  const headers = await readHeaders(sorted, skip, tools);
  const channels = headers.every(({ header }) => header.grey) ? 1 : 3;
  const targets = sizeAll(
    headers.map(({ header }) => header),
    conversion,
  );
  const total = targets.reduce((sum, { height, width }) => sum + height * width * channels, 0);
  if (total > MAX_PACKED_BYTES)
    throw new DataProblem(
      source.name,
      `its pixels take ${megabytes(total)}; at most ${megabytes(MAX_PACKED_BYTES)} are allowed: choose a smaller side`,
    );
  const raw = await open(`${out}.raw`, 'w+');
  try {
    const splits = assign(
      headers.map(({ picture }) => picture),
      conversion,
    );
    const decoded = await decodeAll(headers, targets, splits, { channels, crop: conversion.crop, raw, skip, tools });
    expectClasses(sorted.classes, decoded);
    return { ...(await writePacked(sorted, channels, decoded, raw, out)), skipped };
  } finally {
    await raw.close();
  }
}

type Headed = { picture: Labelled; header: Awaited<ReturnType<typeof readHeader>> };

async function readHeaders(
  { pictures }: Sorted,
  skip: (picture: Labelled, error: unknown) => void,
  tools: ConversionTools,
): Promise<Headed[]> {
  const headers: Headed[] = [];
  for (let start = 0; start < pictures.length; start += AT_ONCE) {
    const some = pictures.slice(start, start + AT_ONCE);
    const results = await Promise.allSettled(some.map(async ({ file }) => readHeader(await file.read(), file.path)));
    results.forEach((result, i) => {
      if (result.status === 'fulfilled') headers.push({ picture: some[i]!, header: result.value });
      else skip(some[i]!, result.reason);
    });
    tools.progress(start + some.length, 2 * pictures.length);
  }
  return headers;
}

/** Size of each picture in the dataset. */
function sizeAll(
  headers: { height: number; width: number }[],
  { smallestSide, crop }: PictureOptions,
): { height: number; width: number }[] {
  return headers.map(({ height, width }) => {
    const side = smallestSide ?? Math.min(height, width);
    if (crop) return { height: side, width: side };
    if (smallestSide === null) return { height, width };
    const longer = Math.round((side * Math.max(height, width)) / Math.min(height, width) / STEP) * STEP;
    const other = Math.max(side, longer);
    return height < width ? { height: side, width: other } : { height: other, width: side };
  });
}

/** As the folders say; else by shares, seeded. */
function assign(pictures: Labelled[], { shares }: Conversion): SplitName[] {
  if (pictures.every(({ split }) => split !== null)) return pictures.map(({ split }) => split!);
  return assignSplits(
    pictures.map(({ labels }) => labels.join(',')),
    shares,
  );
}

interface DecodeTools {
  channels: 1 | 3;
  crop: boolean;
  raw: FileHandle;
  skip: (picture: Labelled, error: unknown) => void;
  tools: ConversionTools;
}

async function decodeAll(
  headers: Headed[],
  targets: { height: number; width: number }[],
  splits: SplitName[],
  { channels, crop, raw, skip, tools }: DecodeTools,
): Promise<Decoded[]> {
  const decoded: Decoded[] = [];
  let at = 0;
  for (let start = 0; start < headers.length; start += AT_ONCE) {
    const some = headers.slice(start, start + AT_ONCE);
    const results = await Promise.allSettled(
      some.map(async ({ picture }, i) => decodePicture(await picture.file.read(), { ...targets[start + i]!, channels, crop })),
    );
    for (const [i, result] of results.entries()) {
      const { picture } = some[i]!;
      if (result.status === 'rejected') {
        skip(picture, result.reason);
        continue;
      }
      await raw.write(result.value, 0, result.value.length, at);
      decoded.push({ at, ...targets[start + i]!, labels: picture.labels, split: splits[start + i]! });
      at += result.value.length;
    }
    tools.progress(headers.length + start + some.length, 2 * headers.length);
  }
  return decoded;
}

/** Those that were left out may have been all of a class. */
function expectClasses(classes: string[], decoded: Decoded[]): void {
  const present = new Set(decoded.filter(({ split }) => split === 'TRAIN').flatMap(({ labels }) => labels));
  const missing = classes.findIndex((_, label) => !present.has(label));
  if (missing >= 0) throw new DataProblem(classes[missing]!, 'the class has no picture to train on');
  if (!decoded.some(({ split }) => split === 'VALIDATION')) throw new DataProblem('validation', 'no picture is for validation');
}

async function writePacked({ classes, multiLabel }: Sorted, channels: 1 | 3, decoded: Decoded[], raw: FileHandle, out: string) {
  const perImage = labelBytes({ classes, multiLabel } as PackedImages);
  const { groups, members } = group(decoded, channels, perImage);
  const normalisation = await normalise(decoded, channels, raw);
  const header: PackedImages = { kind: 'IMAGES', channels, classes, multiLabel, normalisation, groups };
  const file = await open(out, 'wx');
  try {
    await file.writeFile(encodeHeader(header));
    for (const [i, { height, width }] of groups.entries()) {
      const bytes = height * width * channels;
      for (const { at } of members[i]!) await file.writeFile(await readAt(raw, at, bytes));
      const labels = new Uint8Array(members[i]!.length * perImage);
      members[i]!.forEach((picture, row) => {
        if (multiLabel) for (const label of picture.labels) labels[row * perImage + label] = 1;
        else labels[row] = picture.labels[0]!;
      });
      await file.writeFile(labels);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const labelsOf = (split: SplitName) => decoded.filter((picture) => picture.split === split).map(({ labels }) => labels);
  return { header, description: describeImages(header, labelsOf) };
}

/** Groups by split and size, in this order, with their places in the file. */
function group(decoded: Decoded[], channels: number, perImage: number): { groups: PackedGroup[]; members: Decoded[][] } {
  const bySize = new Map<string, Decoded[]>();
  for (const picture of decoded) {
    const key = [SPLITS.indexOf(picture.split), picture.height, picture.width].join();
    const list = bySize.get(key);
    if (list) list.push(picture);
    else bySize.set(key, [picture]);
  }
  const members = [...bySize.values()].sort(
    ([a], [b]) => SPLITS.indexOf(a!.split) - SPLITS.indexOf(b!.split) || a!.height - b!.height || a!.width - b!.width,
  );
  let at = 0;
  const groups = members.map((list): PackedGroup => {
    const { split, height, width } = list[0]!;
    const images = at;
    const labels = images + list.length * height * width * channels;
    at = labels + list.length * perImage;
    return { split, height, width, count: list.length, images, labels };
  });
  return { groups, members };
}

/** Over the train pixels, picture by picture. */
async function normalise(decoded: Decoded[], channels: number, raw: FileHandle): Promise<Normalisation> {
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  let count = 0;
  for (const { at, height, width, split } of decoded) {
    if (split !== 'TRAIN') continue;
    const pixels = await readAt(raw, at, height * width * channels);
    for (let i = 0; i < pixels.length; i++) {
      const value = pixels[i]! / 255;
      sums[i % channels]! += value;
      squares[i % channels]! += value * value;
    }
    count += height * width;
  }
  const mean = [...sums].map((sum) => sum / count);
  return { mean, deviation: mean.map((m, channel) => Math.sqrt(Math.max(0, squares[channel]! / count - m * m))) };
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, at);
  return buffer;
}
