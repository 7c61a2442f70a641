import { bytesOf } from './channels-first.ts';
import { size, type Weights } from './layers.ts';

/**
 * Arrays in the safetensors format (https://huggingface.co/docs/safetensors): uint64 length of the header, little-endian; the header as
 * JSON with type, shape and place of each array, filled up with spaces so that the numbers begin at a multiple of 8; float32 numbers.
 */
export function safetensors(arrays: ReadonlyMap<string, Weights>, metadata: Record<string, string>): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { shape }] of arrays) {
    const begin = end;
    end += 4 * size(shape);
    header[name] = { dtype: 'F32', shape, data_offsets: [begin, end] };
  }
  const plain = new TextEncoder().encode(JSON.stringify(header));
  const length = Math.ceil(plain.length / 8) * 8;
  const bytes = new Uint8Array(8 + length + end).fill(0x20, 8, 8 + length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true);
  bytes.set(plain, 8);
  let at = 8 + length;
  for (const array of arrays.values()) {
    bytes.set(bytesOf(array), at);
    at += array.values.byteLength;
  }
  return bytes;
}
