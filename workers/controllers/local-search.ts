import type { ControllerPlan } from '../../schema/plans/plan.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { archiveController } from './archive.ts';
import type { Controller } from './controller.ts';
import { unknownChild } from './mutate.ts';
import { unseenWalk } from './walk.ts';

interface Climb {
  /** Number of the candidate whose neighbours are tried; null at the beginning of a climb. */
  at: number | null;
  /** Random networks that the present climb still begins with. */
  starts: number;
  /** Neighbours of the present place that were no better. */
  failures: number;
  /** First candidate of the present climb: earlier results belong to climbs that are over. */
  since: number;
}

/**
 * Local search (White et al. 2021, "Exploring the loss landscape in neural architecture search"): each climb begins at the best of
 * `starts` random networks; a neighbour that is better becomes the place to look from, and after `patience` neighbours that are not, a
 * new climb begins.
 */
export function localSearch({ localSearch: { starts, patience } }: ControllerPlan, space: Space): Controller {
  return archiveController<Climb>(space, {
    kind: 'LOCAL_SEARCH',
    begin: () => ({ at: null, starts, failures: 0, since: 1 }),
    propose(archive, number) {
      const { own } = archive;
      if (own.starts === 0 && own.at !== null) return unknownChild(space, archive, own.at);
      archive.own = { ...own, starts: Math.max(0, own.starts - 1), since: own.starts === starts ? number : own.since };
      return unseenWalk(space, (notation) => archive.numberOf(notation) !== undefined, archive.random);
    },
    observe(archive, number, reward) {
      const { own, rewards } = archive;
      if (number < own.since) return;
      const best = own.at === null ? null : rewards[own.at - 1]!;
      if (reward !== null && (best === null || reward > best)) archive.own = { ...own, at: number, failures: 0 };
      else if (number >= own.since + starts) {
        const failures = own.failures + 1;
        archive.own = failures < patience ? { ...own, failures } : { at: null, starts, failures: 0, since: archive.walks.length + 1 };
      }
    },
  });
}
