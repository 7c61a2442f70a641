import type { ControllerState, Result } from './controller.ts';

/** What one kind of controller does; numbers of candidates count from 1. */
export interface Moves {
  /** Proposes one new candidate; false when the space has no other. */
  propose(number: number): boolean;
  /** Learns from one result; a reward that is not finite has become null. */
  observe(number: number, reward: number | null): void;
}

/**
 * The contract's promise (2): whatever arrives in one step, results are looked at one by one, and candidates in flight are topped up
 * to `parallelism` before the next is looked at. Changes `counts`.
 * @throws RangeError when results leave a gap, or belong to something that was not proposed.
 */
export function feed(
  counts: Pick<ControllerState, 'observed' | 'proposed'>,
  results: readonly Result[],
  limits: { parallelism: number; budget: number },
  notationOf: (number: number) => string | undefined,
  moves: Moves,
): void {
  for (const name of ['parallelism', 'budget'] as const) {
    if (!Number.isInteger(limits[name]) || limits[name] < 1)
      throw new RangeError(`${name}: ${limits[name]}; allowed: a whole number from 1`);
  }
  const topUp = () => {
    while (counts.proposed < limits.budget && counts.proposed - counts.observed < limits.parallelism) {
      if (!moves.propose(counts.proposed + 1)) return;
      counts.proposed++;
    }
  };
  topUp();
  for (const { number, notation, reward } of results) {
    const expected = counts.observed + 1;
    if (number !== expected)
      throw new RangeError(`results: candidate ${number}; allowed: candidate ${expected}, in order and without gaps`);
    const proposed = notationOf(number);
    if (notation !== proposed)
      throw new RangeError(`results: candidate ${number} is ${notation}; allowed: ${proposed ?? 'none, it was not proposed'}`);
    counts.observed = number;
    moves.observe(number, reward !== null && Number.isFinite(reward) ? reward : null);
    topUp();
  }
}
