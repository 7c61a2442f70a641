import type { Random } from '../../schema/random.ts';

/** Fills with standard normal numbers. */
export function fillNoise(buffer: Float32Array, random: Random): Float32Array {
  for (let i = 0; i < buffer.length; i++) buffer[i] = random.normal();
  return buffer;
}

/**
 * Fills an inverted dropout mask: 0 with probability `rate`, else 1 / (1 - rate), so that the expected activation stays the same and
 * nothing has to be scaled in evaluation. One 32-bit number decides over two activations, so the rate is a multiple of 2^-16.
 */
export function fillMask(mask: Float32Array, rate: number, random: Random): void {
  const threshold = Math.round(rate * 65536);
  const kept = 65536 / (65536 - threshold);
  // The sign of (threshold - 1 - number) as 0 or 1: a branch on a random bit would take twice as long.
  const value = (number: number) => kept * ((threshold - 1 - number) >>> 31);
  const even = mask.length & ~1;
  for (let i = 0; i < even; i += 2) {
    const bits = random.uint32();
    mask[i] = value(bits & 0xffff);
    mask[i + 1] = value(bits >>> 16);
  }
  if (even < mask.length) mask[even] = value(random.uint32() & 0xffff);
}
