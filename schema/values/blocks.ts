import { Random } from '../random.ts';
import { fromBase64 } from './bytes.ts';

/** Parameters in named blocks; a block is made when it is first needed, with values that depend on seed and name alone. */
export interface BlockValues {
  values: Map<string, Float64Array>;
}

/** The block of this name; a new one is uniform in [-spread, spread]. */
export function block({ values }: BlockValues, name: string, size: number, seed: number, spread: number): Float64Array {
  const known = values.get(name);
  if (known) return known;
  const random = Random.of(seed, 'block', name);
  const made = Float64Array.from({ length: size }, () => spread * (2 * random.uniform() - 1));
  values.set(name, made);
  return made;
}

/** Blocks as they are stored, float64 in base 64 by name. */
export function readBlocks(texts: Record<string, string>): Map<string, Float64Array> {
  return new Map(Object.entries(texts).map(([name, text]) => [name, new Float64Array(fromBase64(text))]));
}
