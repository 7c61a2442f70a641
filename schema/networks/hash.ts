import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Architecture } from './architecture.ts';
import { printNotation } from './notation.ts';

/**
 * A short name of a network: the first 64 bits of SHA-256 over input shape, padding and notation, as 16 hexadecimal digits.
 * Equal networks have equal hashes on every machine; it identifies, it does not protect.
 */
export function architectureHash(architecture: Architecture): string {
  const { height, width, channels } = architecture.input;
  const kind = architecture.family === 'chain' ? `chain ${architecture.padding}` : architecture.family;
  return bytesToHex(sha256(utf8ToBytes(`${kind} ${height}x${width}x${channels} ${printNotation(architecture)}`))).slice(0, 16);
}
