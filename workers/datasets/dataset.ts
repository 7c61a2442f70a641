import type { ImageShape } from '../../schema/networks/architecture.ts';

/** Images of one size with their labels. */
export interface ImageSet {
  count: number;
  /** [count, height, width, channels], row-major, 0 to 255. */
  images: Uint8Array;
  /** [count], from 0; empty when the dataset has no classes. */
  labels: Uint8Array;
}

/** A dataset in memory; never changed after it was loaded, so that trials may share it. */
export interface Dataset {
  name: string;
  image: ImageShape;
  /** Number of classes; 0 where there are none. */
  classes: number;
  train: ImageSet;
  validation: ImageSet;
  /** SHA-256 over all images and labels, hexadecimal: the version of the data. */
  hash: string;
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
