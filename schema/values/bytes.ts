/** Numbers as text: bytes of a typed array, little endian, in base 64. Runs in browsers too. */

type Numbers = Float64Array | Float32Array | Uint16Array | Uint32Array;

/** Bytes that one call of String.fromCharCode takes. */
const PIECE = 8192;

export function toBase64({ buffer, byteOffset, byteLength }: Numbers): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let text = '';
  for (let i = 0; i < bytes.length; i += PIECE) text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  return btoa(text);
}

/** The bytes, as a buffer of their own. @throws DOMException for text that is not base 64 */
export function fromBase64(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes.buffer;
}
