import { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { Controller, ControllerState, Proposal } from './controller.ts';
import { feed } from './feed.ts';
import { giveLookup, takeLookup } from './lookup.ts';
import { unseenWalk } from './walk.ts';

export interface RandomSearchState extends ControllerState {
  kind: 'RANDOM';
  /** How many networks the space holds, in decimal: may be beyond the exact numbers of JSON. */
  networks: string;
  /** Of every proposed candidate; entry n - 1 belongs to candidate n. */
  notations: string[];
}

/** The baseline: walks that take every allowed action with equal probability, without repeats. Learns nothing from results. */
export function randomSearch(space: Space): Controller {
  return {
    start(seed): RandomSearchState {
      return {
        version: 1,
        kind: 'RANDOM',
        random: Random.of(seed, 'RANDOM').state,
        observed: 0,
        proposed: 0,
        networks: String(space.count()),
        notations: [],
      };
    },

    step(given, results, limits) {
      if (given.version !== 1 || given.kind !== 'RANDOM') throw new RangeError(`state: ${given.kind} ${given.version}; allowed: RANDOM 1`);
      const before = (given as RandomSearchState).notations;
      const state: RandomSearchState = { ...(given as RandomSearchState), notations: before.slice() };
      const random = Random.resume(state.random);
      const networks = BigInt(state.networks);
      const numbers = takeLookup(before);
      const proposals: Proposal[] = [];
      feed(state, results, limits, (number) => state.notations[number - 1], {
        propose() {
          if (BigInt(state.proposed) >= networks) return false;
          const walk = unseenWalk(space, (notation) => numbers.has(notation), random);
          numbers.set(walk.notation, state.notations.push(walk.notation) - 1);
          const { entropy, uniform } = walk.chance!;
          proposals.push({ notation: walk.notation, epsilon: null, entropy, uniformEntropy: uniform });
          return true;
        },
        observe() {},
      });
      giveLookup(state.notations, numbers);
      return { state: { ...state, random: random.state }, proposals, reused: [], exhausted: BigInt(state.proposed) >= networks };
    },
  };
}
