import { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { Controller, ControllerState, Proposal } from './controller.ts';
import type { Chance } from './entropy.ts';
import { feed } from './feed.ts';
import { giveLookup, takeLookup } from './lookup.ts';
import { unseenWalk } from './walk.ts';

/** One training that was asked for: a candidate up to a rung. Those of a search are numbered from 1. */
export interface Job {
  /** Number of the candidate. */
  candidate: number;
  /** From 0, the lowest. */
  rung: number;
  /** The run of successive halving it belongs to, from 0; ASHA has one. */
  bracket: number;
}

/** What a strategy asks for: a promotion of `candidate`, or a new network. */
export type Ask = Omit<Job, 'candidate'> & { candidate: number | 'NEW' };

/** How a kind of controller decides who climbs. Plain data in `Own`; only what `copy` gives is changed. */
export interface RungStrategy<Own> {
  kind: string;
  begin(): Own;
  copy(own: Own): Own;
  /**
   * The next training; null to wait for results.
   * @param left networks that the budget and the space still have
   */
  ask(own: Own, left: number): Ask | null;
  /** Learns what became of a training; the reward of one that failed is null: it is never promoted. */
  observe(own: Own, job: Job, reward: number | null): void;
}

/** `observed` and `proposed` count jobs. */
export interface RungState<Own> extends ControllerState {
  /** How many networks the space holds, in decimal: may be beyond the exact numbers of JSON. */
  networks: string;
  /** Notations of candidates; entry n - 1 belongs to candidate n. */
  candidates: string[];
  /** Jobs that were not observed yet, in order of their numbers. */
  flight: Job[];
  own: Own;
}

/** Jobs are not limited in number: the budget counts networks. */
const UNLIMITED = Number.MAX_SAFE_INTEGER;

/**
 * A controller whose candidates climb rungs. New networks are uniform random walks without repeats. Results are observed in order of jobs, so that
 * the search is the same however many workers there are.
 *
 * @param epochs of each rung, the lowest first
 */
export function rungController<Own>(space: Space, epochs: readonly number[], strategy: RungStrategy<Own>): Controller {
  const { kind } = strategy;
  return {
    start(seed): RungState<Own> {
      const random = Random.of(seed, kind).state;
      const networks = String(space.count());
      return { version: 1, kind, random, observed: 0, proposed: 0, networks, candidates: [], flight: [], own: strategy.begin() };
    },

    step(given, results, limits) {
      if (given.version !== 1 || given.kind !== kind) throw new RangeError(`state: ${given.kind} ${given.version}; allowed: ${kind} 1`);
      const before = given as RungState<Own>;
      const own = strategy.copy(before.own);
      const state = { ...before, candidates: before.candidates.slice(), flight: before.flight.slice(), own };
      const random = Random.resume(state.random);
      const networks = BigInt(state.networks);
      const known = takeLookup(before.candidates);
      const proposals: Proposal[] = [];
      const isExhausted = () => BigInt(state.candidates.length) >= networks;

      // a result is observed in order: it is that of the first job in flight
      const notationOf = () => (state.flight[0] ? state.candidates[state.flight[0].candidate - 1] : undefined);
      feed(state, results, { ...limits, budget: checked(limits.budget) && UNLIMITED }, notationOf, {
        propose() {
          const left = isExhausted() ? 0 : Math.max(0, limits.budget - state.candidates.length);
          const asked = strategy.ask(own, left);
          if (!asked) return false;
          const { rung, bracket } = asked;
          let { candidate } = asked;
          const promotes = candidate === 'NEW' ? null : candidate;
          let chance: Chance | undefined;
          if (candidate === 'NEW') {
            const { notation, ...walk } = unseenWalk(space, (text) => known.has(text), random);
            chance = walk.chance;
            candidate = state.candidates.push(notation);
            known.set(notation, candidate - 1);
          }
          state.flight.push({ candidate, rung, bracket });
          proposals.push({
            notation: state.candidates[candidate - 1]!,
            epsilon: null,
            entropy: chance?.entropy ?? null,
            uniformEntropy: chance?.uniform ?? null,
            epochs: epochs[rung]!,
            promotes,
          });
          return true;
        },
        observe(_, reward) {
          strategy.observe(own, state.flight.shift()!, reward);
        },
      });
      giveLookup(state.candidates, known);
      return { state: { ...state, random: random.state }, proposals, reused: [], exhausted: isExhausted() };
    },
  };
}

function checked(budget: number): number {
  if (!Number.isInteger(budget) || budget < 1) throw new RangeError(`budget: ${budget}; allowed: a whole number from 1`);
  return budget;
}

/** A candidate with a result at a rung. */
export interface Ranked {
  candidate: number;
  reward: number;
}

/** Puts a result into a list that is in order of rewards, the best first; of equal ones the earlier. */
export function rank<T extends Ranked>(list: T[], entry: T): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.reward >= entry.reward) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, entry);
}
