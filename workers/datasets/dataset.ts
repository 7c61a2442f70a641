import type { Normalisation } from '../../schema/datasets/describe.ts';
import type { TextUnit } from '../../schema/datasets/words.ts';
import type { ImageShape } from '../../schema/networks/architecture.ts';

/** Images of one size with their labels. */
export interface ImageSet {
  count: number;
  /** [count, height, width, channels], row-major, 0 to 255. */
  images: Uint8Array;
  /** [count], from 0; [count, classes] of 0 and 1 where the dataset is `multiLabel`; empty when the dataset has no classes. */
  labels: Uint8Array;
  /** [count, 2]: height and width of the picture at the upper left of each image, whose rest is padding of 0; missing where all of it is picture. */
  sizes?: Int32Array;
}

/** Images of one size in memory; never changed after it was loaded, so that trials may share it. */
export interface Dataset {
  name: string;
  image: ImageShape;
  /** Number of classes; 0 where there are none. */
  classes: number;
  /** Whether an image may have several classes, or none. */
  multiLabel?: boolean;
  train: ImageSet;
  validation: ImageSet;
  /** Never looked at by a search; for the last word on what was picked. */
  test?: ImageSet;
  normalisation?: Normalisation;
  /** SHA-256, hexadecimal: the version of the data. */
  hash: string;
}

/** The images of a split that share one size. */
export interface ImageGroup extends ImageSet {
  height: number;
  width: number;
}

/** Images of many sizes, grouped by size: a batch can only be of one group. Their smallest side is the same for all. */
export interface ManySizes {
  name: string;
  channels: 1 | 3;
  /** Of every image, in pixels. */
  smallestSide: number;
  classes: number;
  multiLabel: boolean;
  train: ImageGroup[];
  validation: ImageGroup[];
  test: ImageGroup[];
  normalisation: Normalisation;
  hash: string;
}

/** Text as token ids: places in the vocabulary of words or characters. */
export interface TextDataset {
  name: string;
  unit: TextUnit;
  vocabulary: string[];
  train: Int32Array;
  validation: Int32Array;
  test: Int32Array;
  hash: string;
}

export type AnyDataset = Dataset | ManySizes | TextDataset;

export const isText = (dataset: AnyDataset): dataset is TextDataset => 'vocabulary' in dataset;
export const hasManySizes = (dataset: AnyDataset): dataset is ManySizes => 'smallestSide' in dataset;

/** The dataset, where a task can only train on images of one size. @throws Error that says what it is instead */
export function imagesOfOneSize(dataset: AnyDataset): Dataset {
  if (isText(dataset)) throw new Error(`dataset ${dataset.name}: it is text; this needs pictures`);
  if (hasManySizes(dataset)) throw new Error(`dataset ${dataset.name}: its pictures have many sizes; this needs pictures of one size`);
  return dataset;
}

/** A dataset file that cannot be used: which file, from which byte on, and what is wrong there. */
export class DatasetError extends Error {
  constructor(
    readonly file: string,
    readonly byte: number,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${file}, byte ${byte}: ${problem}`, options);
    this.name = 'DatasetError';
  }
}
