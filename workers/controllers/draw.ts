import type { Random } from '../../schema/random.ts';

/** A position drawn with these probabilities, which sum to 1. */
export function drawPosition(probabilities: ArrayLike<number>, random: Random): number {
  let left = random.uniform();
  for (let i = 0; i < probabilities.length - 1; i++) {
    left -= probabilities[i]!;
    if (left < 0) return i;
  }
  return probabilities.length - 1;
}
