import { type BlockValues, block } from './blocks.ts';
import { remember } from './remember.ts';

/** First values lie between plus and minus this. */
export const SPREAD = 0.1;

/** Texts whose names are remembered: keys of states, and tokens. */
const REMEMBERED = 20_000;

/** A place for the value of every field of a key, and one that is always on: names of blocks. */
export const featuresOf = remember(REMEMBERED, (key) => ['x:', ...key.split(',').map((value, field) => `x:${field}=${value}`)]);
export const outputOf = remember(REMEMBERED, (token) => `q:${token}`);

/** Q of the allowed decisions in a state, as the network of DQN gives it. */
export function qValues(blocks: BlockValues, seed: number, hidden: number, key: string, allowed: readonly string[]): Float64Array {
  const units = new Float64Array(hidden);
  for (const feature of featuresOf(key)) {
    const weights = block(blocks, feature, hidden, seed, SPREAD);
    for (let i = 0; i < hidden; i++) units[i] = units[i]! + weights[i]!;
  }
  for (let i = 0; i < hidden; i++) units[i] = Math.max(0, units[i]!);
  const values = new Float64Array(allowed.length);
  for (let k = 0; k < allowed.length; k++) {
    const weights = block(blocks, outputOf(allowed[k]!), hidden + 1, seed, SPREAD);
    let value = weights[hidden]!;
    for (let i = 0; i < hidden; i++) value += weights[i]! * units[i]!;
    values[k] = value;
  }
  return values;
}
