import type { ControllerPlan } from '../../schema/plans/plan.ts';
import type { Random } from '../../schema/random.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { type Archive, archiveController } from './archive.ts';
import type { Controller } from './controller.ts';
import { drawPosition } from './draw.ts';
import { chanceOf, surprise } from './entropy.ts';
import { tokenOf, tokensOf } from './mutate.ts';
import { type Decision, kernelProbability, logDensity, type Parzen, parzen } from './parzen.ts';
import { takeWalk, unseenWalk, type Walk } from './walk.ts';

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
      const tried = new Set<string>();
      for (let i = 0; i < candidates; i++) {
        const { walk, decisions } = draw(space, good, archive.random);
        if (archive.numberOf(walk.notation) !== undefined || tried.has(walk.notation)) continue;
        tried.add(walk.notation);
        const ratio = logDensity(good, decisions) - logDensity(bad, decisions);
        if (ratio > score) [best, score] = [walk, ratio];
      }
      return best ?? unseenWalk(space, known, archive.random);
    },
  });
}

/** Estimators of the best tenth and of the others. */
function split({ rewards, walks }: Archive<null>, space: Space): { good: Parzen; bad: Parzen } {
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

interface Drawn {
  /** Its chance is that of the density it was drawn from; that the best of several is taken leaves less of it. */
  walk: Walk;
  decisions: Decision[];
}

function draw(space: Space, estimator: Parzen, random: Random): Drawn {
  const kernel = drawPosition(estimator.weights, random);
  const decisions: Decision[] = [];
  let entropy = 0;
  // weights of the kernels given the decisions so far
  let weights = estimator.weights;
  const walk = takeWalk(space, (_key, _count, actions) => {
    const tokens = actions.map(tokenOf);
    const allowed = new Set(tokens);
    const step = decisions.length;
    const under = (k: number, token: string) => kernelProbability(estimator, k, step, { token, allowed });
    const taken = drawPosition(
      tokens.map((token) => under(kernel, token)),
      random,
    );
    const mixed = tokens.map((token) => weights.reduce((sum, weight, k) => sum + weight * under(k, token), 0));
    entropy += mixed.reduce((sum, p) => sum + surprise(p), 0);
    weights = weights.map((weight, k) => (weight * under(k, tokens[taken]!)) / mixed[taken]!);
    decisions.push({ token: tokens[taken]!, allowed });
    return taken;
  });
  return { walk: { ...walk, chance: chanceOf(walk, entropy) }, decisions };
}
