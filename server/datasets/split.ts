import type { SplitName } from '../../schema/datasets/describe.ts';
import { Random } from '../../schema/random.ts';

/** Shares of the whole; the rest is to train on. */
export interface Shares {
  validation: number;
  test: number;
  seed: number;
}

/**
 * Assigns pictures to splits, class by class, so that each split has the classes in the same shares. Every class with at least two
 * pictures has one to train on and, where there is a share for it, one for validation.
 * @param keys class of each picture, or the combination of its classes
 */
export function assignSplits(keys: readonly string[], { validation, test, seed }: Shares): SplitName[] {
  const members = new Map<string, number[]>();
  keys.forEach((key, i) => {
    const list = members.get(key);
    if (list) list.push(i);
    else members.set(key, [i]);
  });
  const assigned = new Array<SplitName>(keys.length).fill('TRAIN');
  for (const [key, all] of members) {
    const shuffled = Random.of(seed, 'dataset', key).shuffle(all.slice());
    const forValidation = validation > 0 && all.length > 1 ? Math.max(1, Math.round(validation * all.length)) : 0;
    const forTest = Math.min(Math.round(test * all.length), Math.max(0, all.length - forValidation - 1));
    for (const i of shuffled.slice(0, forValidation)) assigned[i] = 'VALIDATION';
    for (const i of shuffled.slice(forValidation, forValidation + forTest)) assigned[i] = 'TEST';
  }
  return assigned;
}
