import { Random } from '../../schema/random.ts';
import type { Controller, Proposal } from './controller.ts';
import { feed } from './feed.ts';

/** Trains the networks of a list, in its order: nothing is drawn, and nothing learned from results. @throws RangeError for an empty list */
export function fixedList(networks: readonly string[]): Controller {
  if (networks.length === 0) throw new RangeError('controller.networks: empty; allowed: at least one network for LIST');
  return {
    start: (seed) => ({ version: 1, kind: 'LIST', random: Random.of(seed, 'LIST').state, observed: 0, proposed: 0 }),

    step(given, results, limits) {
      if (given.version !== 1 || given.kind !== 'LIST') throw new RangeError(`state: ${given.kind} ${given.version}; allowed: LIST 1`);
      const state = { ...given };
      const proposals: Proposal[] = [];
      feed(state, results, limits, (number) => networks[number - 1], {
        propose(number) {
          const notation = networks[number - 1];
          if (notation === undefined) return false;
          proposals.push({ notation, epsilon: null });
          return true;
        },
        observe() {},
      });
      return { state, proposals, reused: [], exhausted: state.proposed >= networks.length };
    },
  };
}
