import { type Bracket, survivors } from '../../schema/plans/rungs.ts';
import { type Ranked, type RungStrategy, rank } from './rungs.ts';

/** A run of successive halving under way. */
interface Running extends Bracket {
  /** Which one, from 0. */
  index: number;
  /** The rung that its candidates are trained to now. */
  at: number;
  /** Of its networks, how many were asked for. */
  begun: number;
  /** Trainings of the present rung whose results are not there. */
  missing: number;
  /** Candidates that are promoted to the present rung, and not asked for yet. */
  next: number[];
  /** Results of the present rung. */
  ranked: Ranked[];
}

/** Plain data. */
export interface Brackets {
  /** Those under way, the oldest first. */
  running: Running[];
  /** How many have begun. */
  begun: number;
}

/**
 * Successive halving (Jamieson & Talwalkar 2016; Li et al. 2018, algorithm 1), bracket after bracket: when all results of a rung are there, the
 * best floor(n eta^-i) of them are promoted, the best first. While a bracket waits for results, the next one begins, so that workers have
 * something to do. A bracket that gets fewer networks than it was to have, since the space or the budget ends, goes on with these.
 *
 * @param bracketOf the bracket number `index`, from 0, while `left` networks are left
 */
export function bracketStrategy(
  kind: string,
  rungs: number,
  eta: number,
  bracketOf: (index: number, left: number) => Bracket,
): RungStrategy<Brackets> {
  /** Promotes the best when a rung is complete. */
  const settle = (own: Brackets, bracket: Running) => {
    while (bracket.missing === 0 && bracket.begun === bracket.networks) {
      const count = survivors(bracket, rungs, eta)[bracket.at + 1 - bracket.rung] ?? 0;
      const best = bracket.ranked.slice(0, count).map(({ candidate }) => candidate);
      if (best.length === 0) {
        own.running.splice(own.running.indexOf(bracket), 1);
        return;
      }
      bracket.at++;
      bracket.next = best;
      bracket.missing = best.length;
      bracket.ranked = [];
    }
  };
  const begin = (bracket: Running) => {
    bracket.begun++;
    bracket.missing++;
    return { candidate: 'NEW', rung: bracket.rung, bracket: bracket.index } as const;
  };
  return {
    kind,
    begin: () => ({ running: [], begun: 0 }),
    copy: ({ running, begun }) => ({
      running: running.map((bracket) => ({ ...bracket, next: bracket.next.slice(), ranked: bracket.ranked.slice() })),
      begun,
    }),
    ask(own, left) {
      for (const bracket of [...own.running]) {
        if (left === 0 && bracket.begun < bracket.networks) {
          bracket.networks = bracket.begun;
          settle(own, bracket);
        }
        const candidate = bracket.next.shift();
        if (candidate !== undefined) return { candidate, rung: bracket.at, bracket: bracket.index };
        if (bracket.begun < bracket.networks) return begin(bracket);
      }
      if (left === 0) return null;
      const index = own.begun++;
      const { rung, networks } = bracketOf(index, left);
      const bracket = { rung, networks, index, at: rung, begun: 0, missing: 0, next: [], ranked: [] };
      own.running.push(bracket);
      return begin(bracket);
    },
    observe(own, { candidate, bracket: index }, reward) {
      const bracket = own.running.find((each) => each.index === index)!;
      bracket.missing--;
      if (reward !== null) rank(bracket.ranked, { candidate, reward });
      settle(own, bracket);
    },
  };
}
