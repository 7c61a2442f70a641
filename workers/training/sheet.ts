import { PNG } from 'pngjs';
import type { ImageShape } from '../../schema/networks/architecture.ts';

/** Equal tiles in rows, one lossless PNG. */
export interface Sheet {
  png: Uint8Array;
  /** Pixels of one tile. */
  tile: { width: number; height: number };
  /** Tiles in a row. */
  columns: number;
  /** Tiles in all. */
  count: number;
  /** What is known of each tile, in their order. */
  tiles?: Tile[];
  /** Of an embedding. */
  vectors?: Vectors;
}

export interface Tile {
  /** Class of the image, from 0. */
  label: number;
  /** Class that a classifier takes it for, and how probable it finds that. */
  predicted?: number;
  probability?: number;
}

/** A vector for each tile, packed as embedding.ts says. */
export interface Vectors {
  dimensions: number;
  data: Uint8Array;
}

const GRAYSCALE = 0;
const RGB = 2;
/** One filter for all lines: to try each of the five takes many times as long, for sheets that get no smaller. */
const FILTERS = { none: 0, paeth: 4 };

/**
 * Lays images [count, height, width, channels] in [0, 1] out in rows from the top left; unused tiles at the end are black. One channel
 * makes a grayscale PNG, three make RGB.
 */
export function makeSheet(images: Float32Array, { height, width, channels }: ImageShape, columns: number): Sheet {
  if (channels !== 1 && channels !== 3) throw new RangeError(`sheet: images of ${channels} channels; allowed are 1 and 3`);
  const pixels = height * width * channels;
  const count = images.length / pixels;
  const rows = Math.ceil(count / columns);
  const rowBytes = columns * width * channels;
  const data = Buffer.alloc(rows * height * rowBytes);
  for (let i = 0; i < count; i++) {
    const left = (i % columns) * width * channels;
    const top = Math.floor(i / columns) * height;
    for (let y = 0; y < height; y++) {
      const from = i * pixels + y * width * channels;
      const to = (top + y) * rowBytes + left;
      for (let x = 0; x < width * channels; x++) data[to + x] = Math.round(255 * Math.min(1, Math.max(0, images[from + x]!)));
    }
  }
  const colorType = channels === 1 ? GRAYSCALE : RGB;
  const picture = new PNG({ width: columns * width, height: rows * height });
  picture.data = data;
  const filterType = channels === 1 ? FILTERS.none : FILTERS.paeth;
  const png = PNG.sync.write(picture, { colorType, inputColorType: colorType, inputHasAlpha: false, filterType });
  return { png: new Uint8Array(png), tile: { width, height }, columns, count };
}
