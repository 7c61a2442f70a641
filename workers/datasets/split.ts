import { Random } from '../../schema/random.ts';
import type { Dataset, ImageSet } from './dataset.ts';

/** Which images a trial uses: indices into the dataset's train and validation images. */
export interface Split {
  train: Uint32Array;
  validation: Uint32Array;
}

/** The first n of a seeded shuffle on either side, so that every trial with this seed sees the same images; null takes all. */
export function split(dataset: Dataset, images: { train: number | null; validation: number | null }, seed: number): Split {
  return {
    train: subset(dataset.train, images.train, Random.of(seed, 'split', 'train'), 'trainImages'),
    validation: subset(dataset.validation, images.validation, Random.of(seed, 'split', 'validation'), 'validationImages'),
  };
}

function subset(set: ImageSet, n: number | null, random: Random, field: string): Uint32Array {
  const all = Uint32Array.from({ length: set.count }, (_, i) => i);
  if (n === null) return all;
  if (!Number.isInteger(n) || n < 1 || n > set.count)
    throw new RangeError(`training.${field}: ${n}; allowed are 1 to ${set.count}, or null for all`);
  return random.shuffle(all).slice(0, n);
}
