import type { Normalisation, SplitName } from './describe.ts';
import type { TextUnit } from './words.ts';

/*
 * The one form in which a dataset is kept, moved and read: uint32 magic, version and header length, all little-endian; the header as
 * JSON; zeros to a multiple of 64; then the arrays that the header places, counted from there. Pictures are unsigned bytes [count,
 * height, width, channels], row-major; text is uint16 token ids.
 */

/** Images of one size and split. */
export interface PackedGroup {
  split: SplitName;
  height: number;
  width: number;
  count: number;
  /** Byte at which the images begin. */
  images: number;
  /** Byte at which the labels begin: one a picture, or one a picture and class (0 or 1) where a picture has several. */
  labels: number;
}

export interface PackedImages {
  kind: 'IMAGES';
  channels: 1 | 3;
  classes: string[];
  /** Whether a picture may have several classes, or none. */
  multiLabel: boolean;
  normalisation: Normalisation;
  /** By split, then size. Of one size: one group a split. */
  groups: PackedGroup[];
}

export interface PackedText {
  kind: 'TEXT';
  /** What a token is; missing in files of an earlier version, which have characters. */
  unit?: TextUnit;
  /** A token is a place in it. */
  vocabulary: string[];
  /** So many tokens from byte `at`. */
  parts: { split: SplitName; count: number; at: number }[];
}

export type PackedHeader = PackedImages | PackedText;

const MAGIC = 0x53445048; // "HPDS", little-endian
const VERSION = 1;
const PREFIX = 12;
const ALIGNMENT = 64;
/** Larger datasets would not fit a worker's memory beside a network. */
export const MAX_PACKED_BYTES = 2 ** 30;
const MAX_HEADER_BYTES = 16 * 2 ** 20;

/** The bytes before the arrays. */
export function encodeHeader(header: PackedHeader): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(align(PREFIX + json.length));
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, json.length].forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  bytes.set(json, PREFIX);
  return bytes;
}

/** How many bytes from the start of a file hold its header, given at least its first 12. @throws Error when it is no such file */
export function headerLength(start: Uint8Array): number {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (start.length < PREFIX || view.getUint32(0, true) !== MAGIC) throw new Error('not a packed dataset');
  if (view.getUint32(4, true) !== VERSION) throw new Error(`packed in version ${view.getUint32(4, true)}; this program reads ${VERSION}`);
  const length = view.getUint32(8, true);
  if (length > MAX_HEADER_BYTES) throw new Error(`a header of ${length} bytes; at most ${MAX_HEADER_BYTES} are read`);
  return align(PREFIX + length);
}

/** The header of a file that begins with `bytes`, of `headerLength` bytes. */
export function decodeHeader(bytes: Uint8Array): PackedHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + view.getUint32(8, true)))) as PackedHeader;
}

/** Bytes of one picture's labels. */
export const labelBytes = (header: PackedImages): number => (header.multiLabel ? header.classes.length : header.classes.length > 0 ? 1 : 0);

/** Bytes of a file's arrays, as its header places them. */
export function arrayBytes(header: PackedHeader): number {
  const ends =
    header.kind === 'TEXT'
      ? header.parts.map(({ at, count }) => at + 2 * count)
      : header.groups.flatMap(({ images, labels, count, height, width }) => [
          images + count * height * width * header.channels,
          labels + count * labelBytes(header),
        ]);
  return Math.max(0, ...ends);
}

const align = (n: number) => Math.ceil(n / ALIGNMENT) * ALIGNMENT;
