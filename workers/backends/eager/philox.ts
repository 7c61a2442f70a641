import type { DrawnInput } from '../backend.ts';

/*
 * TensorFlow's stateless random numbers in JavaScript, for backends that have no generator of their own: Philox 4x32 with ten rounds
 * (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").
 */

type Counter = [number, number, number, number];
type Key = readonly [number, number];

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
/** With which TensorFlow's kernels mix a seed. */
const MIXING_KEY: Key = [0x3ec8f720, 0x02461e29];

/** Numbers of the shape's size: the same for the same seed (two int32), and the same as StatelessRandomUniform's or StatelessRandomNormal's. */
export function drawNumbers({ draw }: DrawnInput, size: number, seed: ArrayLike<number>): Float32Array {
  // The seeds, as 64-bit numbers, are mixed once, so that neighbours among them share nothing.
  const [a, b] = [seed[0]!, seed[1]!];
  const [k0, k1, c2, c3] = philox([a, a < 0 ? -1 : 0, b, b < 0 ? -1 : 0], MIXING_KEY);
  const values = new Float32Array(size);
  for (let group = 0; 4 * group < size; group++) {
    const numbers = philox([group, 0, c2, c3], [k0, k1]);
    const at = 4 * group;
    if (draw === 'UNIFORM') for (let i = 0; i < 4 && at + i < size; i++) values[at + i] = unit(numbers[i]!);
    else {
      for (let i = 0; i < 4; i += 2) {
        const [first, second] = boxMuller(numbers[i]!, numbers[i + 1]!);
        if (at + i < size) values[at + i] = first;
        if (at + i + 1 < size) values[at + i + 1] = second;
      }
    }
  }
  return values;
}

function philox([a, b, c, d]: Counter, [k0, k1]: Key): Counter {
  let key0 = k0;
  let key1 = k1;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(M0, a);
    const high1 = multiplyHigh(M1, c);
    const low0 = Math.imul(M0, a);
    const low1 = Math.imul(M1, c);
    [a, b, c, d] = [high1 ^ b ^ key0, low1, high0 ^ d ^ key1, low0];
    key0 = (key0 + W0) | 0;
    key1 = (key1 + W1) | 0;
  }
  return [a, b, c, d];
}

/** The upper 32 bits of the product of two unsigned 32-bit integers. */
function multiplyHigh(x: number, y: number): number {
  const [x1, x0, y1, y0] = [x >>> 16, x & 0xffff, y >>> 16, y & 0xffff];
  const middle = x1 * y0 + ((x0 * y0) >>> 16);
  const other = x0 * y1 + (middle & 0xffff);
  return (x1 * y1 + Math.floor(middle / 65536) + Math.floor(other / 65536)) | 0;
}

/** 23 random bits as a number in [0, 1). */
const unit = (bits: number): number => (bits & 0x7fffff) / 0x800000;

/** Two normal numbers from two uniform ones (Box & Muller 1958), u1 kept from 0. */
function boxMuller(x0: number, x1: number): [number, number] {
  const radius = Math.sqrt(-2 * Math.log(Math.max(unit(x0), 1e-7)));
  const angle = 2 * Math.PI * unit(x1);
  return [Math.sin(angle) * radius, Math.cos(angle) * radius];
}
