import { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { Controller, ControllerState, Proposal } from './controller.ts';
import { feed } from './feed.ts';
import { giveLookup, takeLookup } from './lookup.ts';
import { unseenWalk, type Walk } from './walk.ts';

/** Lists are by candidate number, from 1: entry n - 1 belongs to candidate n. */
export interface ArchiveState<Own> extends ControllerState {
  /** How many networks the space holds, in decimal: may be beyond the exact numbers of JSON. */
  networks: string;
  notations: string[];
  /** The choice at each step of a candidate's walk, by position among the actions there. */
  walks: number[][];
  /** Of observed candidates; null where the trial failed. */
  rewards: (number | null)[];
  /** What this kind of controller keeps beside them. */
  own: Own;
}

/** What a strategy sees of a search while it makes its moves. */
export interface Archive<Own> {
  readonly random: Random;
  readonly walks: readonly (readonly number[])[];
  /** Of observed candidates. */
  readonly rewards: readonly (number | null)[];
  /** Number of a network that was proposed before; undefined for one that is new. */
  numberOf(notation: string): number | undefined;
  /** Counts one more time that a known candidate came up. */
  reuse(number: number): void;
  readonly budget: number;
  own: Own;
}

/** How one kind of controller proposes and learns; the archive does the rest. */
export interface Strategy<Own> {
  kind: string;
  begin(seed: number): Own;
  /**
   * The next network. One that is known is replaced by a random one that is not.
   * @param number of the candidate, from 1
   */
  propose(archive: Archive<Own>, number: number): Walk;
  /** Learns from a result; those of failed trials are null. It must replace `own`, never change what it held: older states share it. */
  observe?(archive: Archive<Own>, number: number, reward: number | null): void;
}

/** A controller that remembers every candidate's walk and reward, and decides by its strategy. */
export function archiveController<Own>(space: Space, strategy: Strategy<Own>): Controller {
  const { kind } = strategy;
  return {
    start(seed): ArchiveState<Own> {
      const random = Random.of(seed, kind).state;
      const networks = String(space.count());
      return {
        version: 1,
        kind,
        random,
        observed: 0,
        proposed: 0,
        networks,
        notations: [],
        walks: [],
        rewards: [],
        own: strategy.begin(seed),
      };
    },

    step(given, results, limits) {
      if (given.version !== 1 || given.kind !== kind) throw new RangeError(`state: ${given.kind} ${given.version}; allowed: ${kind} 1`);
      const before = given as ArchiveState<Own>;
      const state = { ...before, notations: before.notations.slice(), walks: before.walks.slice(), rewards: before.rewards.slice() };
      const random = Random.resume(state.random);
      const networks = BigInt(state.networks);
      const positions = takeLookup(before.notations);
      const proposals: Proposal[] = [];
      const reused: number[] = [];
      const numberOf = (notation: string) => {
        const position = positions.get(notation);
        return position === undefined ? undefined : position + 1;
      };
      const reuse = (number: number) => {
        reused.push(number);
      };
      const archive = { random, walks: state.walks, rewards: state.rewards, numberOf, reuse, budget: limits.budget, own: state.own };

      feed(state, results, limits, (number) => state.notations[number - 1], {
        propose(number) {
          if (BigInt(state.proposed) >= networks) return false;
          const before = reused.length;
          let walk = strategy.propose(archive, number);
          const { chance, epsilon = null } = walk;
          const known = numberOf(walk.notation);
          if (known !== undefined) {
            reuse(known);
            walk = unseenWalk(space, (notation) => positions.has(notation), random);
          }
          positions.set(walk.notation, state.notations.push(walk.notation) - 1);
          state.walks.push(walk.steps.map(({ choice }) => choice));
          proposals.push({
            notation: walk.notation,
            epsilon,
            entropy: chance?.entropy ?? null,
            uniformEntropy: chance?.uniform ?? null,
            repeats: reused.length - before,
          });
          return true;
        },
        observe(number, reward) {
          state.rewards[number - 1] = reward;
          strategy.observe?.(archive, number, reward);
        },
      });
      giveLookup(state.notations, positions);
      const outcome = { ...state, own: archive.own, random: random.state };
      return { state: outcome, proposals, reused, exhausted: BigInt(state.proposed) >= networks };
    },
  };
}
