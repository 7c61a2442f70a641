import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DatasetError } from './dataset.ts';

/** An array of unsigned bytes, row-major. */
export interface IdxArray {
  shape: number[];
  data: Uint8Array;
}

const UNSIGNED_BYTE = 0x08;

/**
 * Parses the idx format (LeCun's MNIST page): two zero bytes, the element type, the number of dimensions, each size as a big-endian
 * uint32, then the elements. Only unsigned bytes are read. `file` is only named in errors.
 */
export function parseIdx(bytes: Uint8Array, file: string): IdxArray {
  const need = (length: number, what: string) => {
    if (bytes.length < length) throw new DatasetError(file, bytes.length, `the file ends here; ${what} needs ${length} bytes`);
  };
  need(4, 'the idx header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== 0) throw new DatasetError(file, 0, `not an idx file: it begins with ${hex(view.getUint16(0), 4)}, not 0x0000`);
  if (bytes[2] !== UNSIGNED_BYTE)
    throw new DatasetError(file, 2, `element type ${hex(bytes[2]!, 2)} is not read; only 0x08, unsigned bytes`);
  const dimensions = bytes[3]!;
  if (dimensions === 0) throw new DatasetError(file, 3, 'an array without dimensions');
  const start = 4 + 4 * dimensions;
  need(start, `the header of ${dimensions} dimensions`);
  const shape = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const end = start + shape.reduce((size, n) => size * n, 1);
  need(end, `an array of ${shape.join(' x ')}`);
  if (bytes.length > end)
    throw new DatasetError(file, end, `${bytes.length - end} bytes after the end of the array of ${shape.join(' x ')}`);
  return { shape, data: bytes.subarray(start, end) };
}

/** Reads `file`, or `file.gz` where there is no such file. */
export function readIdx(file: string): IdxArray {
  if (existsSync(file)) return parseIdx(readFileSync(file), file);
  const packed = `${file}.gz`;
  if (!existsSync(packed)) throw new DatasetError(file, 0, 'there is no such file, and no .gz of it');
  const bytes = readFileSync(packed);
  return parseIdx(unpack(bytes, packed), packed);
}

function unpack(bytes: Buffer, file: string): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    // zlib does not say where a damaged stream broke; a stream that ends too early breaks at its end.
    const truncated = (cause as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    throw new DatasetError(
      file,
      truncated ? bytes.length : 0,
      truncated ? 'the gzip stream ends too early' : `not a sound gzip file (${cause})`,
      { cause },
    );
  }
}

const hex = (value: number, digits: number) => `0x${value.toString(16).padStart(digits, '0')}`;
