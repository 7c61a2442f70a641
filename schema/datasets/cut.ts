import type { SplitName } from './describe.ts';

/** First token of each part of a text and the one after its last. The parts are in this order: what comes after is predicted from what came before. */
export function cutText(
  length: number,
  { validation, test }: { validation: number; test: number },
): Record<SplitName, [from: number, to: number]> {
  const first = Math.round(length * (1 - validation - test));
  const second = Math.round(length * (1 - test));
  return { TRAIN: [0, first], VALIDATION: [first, second], TEST: [second, length] };
}
