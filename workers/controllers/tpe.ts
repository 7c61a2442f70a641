import type { ControllerPlan } from '../../schema/plans/plan.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { tokenOf } from '../../schema/values/encoding.ts';
import { type Archive, archiveController } from './archive.ts';
import type { Controller } from './controller.ts';
import { chanceOf } from './entropy.ts';
import { tokensOf } from './mutate.ts';
import { type Parzen, parzen } from './parzen.ts';
import { drawFrom, entropyAlong, logDensities, parzenTree } from './parzen-tree.ts';
import { notationOf, unseenWalk, type Walk } from './walk.ts';

/** The good ones are a tenth of what was observed, at most so many (Bergstra et al. 2013). */
const MOST_GOOD = 25;
/** The others are the latest so many, so that a proposal costs the same however long a search has run. */
const MOST_BAD = 500;

/**
 * Tree-structured Parzen estimator (Bergstra et al. 2011) over the decisions of a walk: after `startup` random networks, `candidates`
 * walks are drawn from the density of the good ones, and the one with the largest ratio of good to bad density is proposed. Failed trials
 * count as the worst. Those in flight are left out: nothing is known of them.
 */
export function tpe({ tpe: { startup, candidates } }: ControllerPlan, space: Space): Controller {
  return archiveController<null>(space, {
    kind: 'TPE',
    begin: () => null,
    propose(archive, number) {
      const known = (notation: string) => archive.numberOf(notation) !== undefined;
      if (number <= startup || archive.rewards.length < 2) return unseenWalk(space, known, archive.random);
      const { good, bad } = split(archive, space);
      let best: Walk | undefined;
      let score = Number.NEGATIVE_INFINITY;
      const tree = parzenTree({ space, good, bad, tokenOf });
      for (let i = 0; i < candidates; i++) {
        const { steps, taken, end } = drawFrom(tree, archive.random);
        const densities = logDensities(end);
        const ratio = densities.good - densities.bad;
        if (ratio <= score) continue;
        const notation = notationOf(space, taken);
        if (known(notation)) continue;
        best = { steps, notation };
        score = ratio;
      }
      if (!best) return unseenWalk(space, known, archive.random);
      // of the density it was drawn from; that the best of several is taken leaves less of it
      return { ...best, chance: chanceOf(best, entropyAlong(tree, best.steps)) };
    },
  });
}

/**
 * Estimators of the best tenth and of the others. As Optuna's, but for failed trials, which it leaves out, and for the others' number, which it does not
 * bound.
 */
export function split({ rewards, walks }: Pick<Archive<null>, 'rewards' | 'walks'>, space: Space): { good: Parzen; bad: Parzen } {
  const count = Math.min(Math.ceil(0.1 * rewards.length), MOST_GOOD);
  const best = new Set(positionsOfBest(rewards, count));
  const others: number[] = [];
  for (let i = rewards.length - 1; i >= 0 && others.length < MOST_BAD; i--) if (!best.has(i)) others.push(i);
  const estimator = (positions: number[]) => parzen(positions.sort((a, b) => a - b).map((i) => tokensOf(space, walks[i]!)));
  return { good: estimator([...best]), bad: estimator(others) };
}

/** Of equal ones the earlier; failed ones only where nothing else is left. */
function positionsOfBest(rewards: readonly (number | null)[], count: number): number[] {
  const value = (i: number) => rewards[i] ?? Number.NEGATIVE_INFINITY;
  const best: number[] = [];
  for (let i = 0; i < rewards.length; i++) {
    if (best.length === count && value(i) <= value(best[count - 1]!)) continue;
    const at = best.findIndex((other) => value(other) < value(i));
    best.splice(at < 0 ? best.length : at, 0, i);
    if (best.length > count) best.pop();
  }
  return best;
}
