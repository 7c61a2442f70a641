import type { ControllerPlan } from '../../schema/plans/plan.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { type Archive, archiveController } from './archive.ts';
import type { Controller } from './controller.ts';
import { tournamentEntropy } from './entropy.ts';
import { unknownChild } from './mutate.ts';
import { unseenWalk } from './walk.ts';

/** The living, oldest first, by candidate number. */
interface Population {
  living: number[];
}

/**
 * Regularized evolution (Real et al. 2019): the first `population` networks are random; then the best of `tournament` of the living,
 * drawn without replacement, gives a mutated child, and the oldest dies as the child's result arrives. Failed trials never live.
 */
export function evolution({ evolution: { population, tournament } }: ControllerPlan, space: Space): Controller {
  return archiveController<Population>(space, {
    kind: 'EVOLUTION',
    begin: () => ({ living: [] }),
    propose(archive, number) {
      if (number <= population || archive.own.living.length === 0)
        return unseenWalk(space, (notation) => archive.numberOf(notation) !== undefined, archive.random);
      return unknownChild(space, archive, winner(archive, tournament), tournamentEntropy(archive.own.living.length, tournament));
    },
    observe(archive, number, reward) {
      if (reward === null) return;
      const living = [...archive.own.living, number];
      archive.own = { living: living.slice(Math.max(0, living.length - population)) };
    },
  });
}

/** The best of some of the living; of equal ones the older. */
function winner({ own: { living }, rewards, random }: Archive<Population>, tournament: number): number {
  const drawn = random
    .shuffle([...living])
    .slice(0, tournament)
    .sort((a, b) => a - b);
  return drawn.reduce((best, number) => (rewards[number - 1]! > rewards[best - 1]! ? number : best));
}
