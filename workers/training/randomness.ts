import type { Random } from '../../schema/random.ts';

/** Fills with standard normal numbers. */
export function fillNoise(buffer: Float32Array, random: Random): Float32Array {
  for (let i = 0; i < buffer.length; i++) buffer[i] = random.normal();
  return buffer;
}

/** Seeds [count, 2] for inputs that the backend draws. */
export function drawSeeds(count: number, random: Random): Int32Array {
  return Int32Array.from({ length: 2 * count }, () => random.uint32());
}
