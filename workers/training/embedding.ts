import { Random } from '../../schema/random.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { makeSheet, type Sheet, type Vectors } from './sheet.ts';

/** Validation images whose vectors are kept, at most. */
export const EMBEDDED = 500;
const COLUMNS = 25;
/** Longer vectors are projected. */
const MOST_DIMENSIONS = 512;
const LEVELS = 65_535;

/**
 * Where an encoder puts validation images: their pictures with their classes, and a vector each. The pictures are the same for all
 * candidates of a search, so that their sheet is stored once.
 * @param values [rows, d], row-major
 */
export function embeddingSheet(rows: Int32Array, values: Float32Array, { validation, image, classes, multiLabel }: Dataset): Sheet {
  const pixels = image.height * image.width * image.channels;
  const images = new Float32Array(rows.length * pixels);
  rows.forEach((row, i) => {
    for (let p = 0; p < pixels; p++) images[i * pixels + p] = validation.images[row * pixels + p]! / 255;
  });
  const labelled = classes > 0 && !multiLabel;
  const tiles = labelled ? Array.from(rows, (row) => ({ label: validation.labels[row]! })) : undefined;
  return { ...makeSheet(images, image, COLUMNS), ...(tiles && { tiles }), vectors: packVectors(project(values, rows.length), rows.length) };
}

/**
 * Vectors longer than 512 numbers, hashed into as many: each number is added, with a random sign, to one of them, so that inner products
 * and distances are kept in expectation (Weinberger et al. 2009). The same for all networks with as long vectors.
 */
export function project(values: Float32Array, count: number): Float32Array {
  const d = values.length / count;
  if (d <= MOST_DIMENSIONS) return values;
  const made = new Float32Array(count * MOST_DIMENSIONS);
  const random = Random.of(0, 'projection', d);
  const places = Int32Array.from({ length: d }, () => random.uint32() % (2 * MOST_DIMENSIONS));
  for (let row = 0; row < count; row++) {
    for (let from = 0; from < d; from++) {
      const place = places[from]!;
      const value = values[row * d + from]!;
      made[row * MOST_DIMENSIONS + (place >> 1)]! += place & 1 ? value : -value;
    }
  }
  return made;
}

/**
 * 16 bits a number, over the range of its dimension: an error of at most half of range / 65535. Layout, little-endian: float32 minimum of
 * each dimension, float32 step of each dimension, then uint16 numbers row by row.
 */
export function packVectors(values: Float32Array, count: number): Vectors {
  const d = values.length / count;
  const data = new Uint8Array(8 * d + 2 * count * d);
  const view = new DataView(data.buffer);
  for (let i = 0; i < d; i++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < count; row++) {
      low = Math.min(low, values[row * d + i]!);
      high = Math.max(high, values[row * d + i]!);
    }
    const minimum = Math.fround(low);
    const step = Math.fround((high - minimum) / LEVELS);
    view.setFloat32(4 * i, minimum, true);
    view.setFloat32(4 * (d + i), step, true);
    for (let row = 0; row < count; row++) {
      const level = step > 0 ? Math.round((values[row * d + i]! - minimum) / step) : 0;
      view.setUint16(8 * d + 2 * (row * d + i), Math.min(LEVELS, Math.max(0, level)), true);
    }
  }
  return { dimensions: d, data };
}
