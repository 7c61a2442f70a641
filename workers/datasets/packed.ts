import { type Normalisation, SPLITS, type SplitName } from '../../schema/datasets/describe.ts';
import {
  arrayBytes,
  decodeHeader,
  encodeHeader,
  headerLength,
  labelBytes,
  type PackedGroup,
  type PackedImages,
} from '../../schema/datasets/packed.ts';
import { type AnyDataset, type Dataset, DatasetError, type ImageGroup, type TextDataset } from './dataset.ts';
import { bytesOfTokens } from './hash.ts';

/** A dataset whose arrays lie in `bytes`, a whole packed file; nothing is copied but text. @throws DatasetError */
export function unpack(bytes: Uint8Array, { name, hash, file }: { name: string; hash: string; file: string }): AnyDataset {
  let start: number;
  try {
    start = headerLength(bytes);
  } catch (error) {
    throw new DatasetError(file, 0, (error as Error).message);
  }
  const header = decodeHeader(bytes);
  // not as a Buffer, whose slice() would be no copy
  const arrays = new Uint8Array(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const needed = arrayBytes(header);
  if (arrays.length < needed) throw new DatasetError(file, bytes.length, `the file ends here; its arrays need ${start + needed} bytes`);
  if (header.kind === 'TEXT') {
    const tokens = (split: SplitName) => {
      const part = header.parts.find((each) => each.split === split);
      // copied: two bytes a token there, four here
      return part
        ? Int32Array.from(new Uint16Array(arrays.slice(part.at, part.at + 2 * part.count).buffer, 0, part.count))
        : new Int32Array(0);
    };
    const { vocabulary, unit = 'CHARACTERS' } = header;
    return { name, hash, unit, vocabulary, train: tokens('TRAIN'), validation: tokens('VALIDATION'), test: tokens('TEST') };
  }
  const { channels, classes, multiLabel, normalisation } = header;
  const perImage = labelBytes(header);
  const groups = (split: SplitName): ImageGroup[] =>
    header.groups
      .filter((group) => group.split === split)
      .map(({ height, width, count, images, labels }) => ({
        height,
        width,
        count,
        images: arrays.subarray(images, images + count * height * width * channels),
        labels: arrays.subarray(labels, labels + count * perImage),
      }));
  const [train, validation, test] = [groups('TRAIN'), groups('VALIDATION'), groups('TEST')];
  const [first, ...others] = header.groups;
  if (!first || others.some(({ height, width }) => height !== first.height || width !== first.width)) {
    const smallestSide = Math.min(...header.groups.flatMap(({ height, width }) => [height, width]));
    return { name, channels, smallestSide, classes: classes.length, multiLabel, train, validation, test, normalisation, hash };
  }
  const image = { height: first.height, width: first.width, channels };
  const none = { count: 0, images: new Uint8Array(0), labels: new Uint8Array(0) };
  return {
    name,
    image,
    classes: classes.length,
    multiLabel,
    train: train[0] ?? none,
    validation: validation[0] ?? none,
    ...(test[0] ? { test: test[0] } : {}),
    normalisation,
    hash,
  };
}

/** The pieces of a packed file of images of one size, in order. */
export function pack(dataset: Dataset, classes: string[]): Uint8Array[] {
  const { image, train, validation } = dataset;
  let at = 0;
  const place = (array: Uint8Array) => {
    const begin = at;
    at += array.length;
    return begin;
  };
  const groups = [
    { split: 'TRAIN' as const, set: train },
    { split: 'VALIDATION' as const, set: validation },
  ].map(
    ({ split, set }): PackedGroup => ({
      split,
      height: image.height,
      width: image.width,
      count: set.count,
      images: place(set.images),
      labels: place(set.labels),
    }),
  );
  const channels = image.channels as 1 | 3;
  const normalisation = normalisationOf(train.images, channels);
  const header: PackedImages = { kind: 'IMAGES', channels, classes, multiLabel: false, normalisation, groups };
  return [encodeHeader(header), train.images, train.labels, validation.images, validation.labels];
}

/** The pieces of a packed file of text, in order. */
export function packText({ unit, vocabulary, train, validation, test }: TextDataset): Uint8Array[] {
  const splits = [train, validation, test].map(bytesOfTokens);
  let at = 0;
  const parts = splits.map((bytes, i) => {
    const part = { split: SPLITS[i]!, count: bytes.length / 2, at };
    at += bytes.length;
    return part;
  });
  return [encodeHeader({ kind: 'TEXT', unit, vocabulary, parts }), ...splits];
}

/** Mean and deviation of each channel of [count, height, width, channels]. */
export function normalisationOf(images: Uint8Array, channels: number): Normalisation {
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  for (let i = 0; i < images.length; i += channels)
    for (let channel = 0; channel < channels; channel++) {
      const value = images[i + channel]!;
      sums[channel]! += value;
      squares[channel]! += value * value;
    }
  const count = images.length / channels;
  const mean = [...sums].map((sum) => sum / count / 255);
  const deviation = mean.map((m, channel) => Math.sqrt(Math.max(0, squares[channel]! / count / 255 ** 2 - m * m)));
  return { mean, deviation };
}
