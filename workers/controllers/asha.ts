import type { ControllerPlan } from '../../schema/plans/controller.ts';
import { rungEpochs } from '../../schema/plans/rungs.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { Controller } from './controller.ts';
import { type Ranked, rank, rungController } from './rungs.ts';

/** A candidate with a result, which may have been promoted from there. */
interface Standing extends Ranked {
  promoted: boolean;
}

/** What is known of a rung below the highest. Plain data. */
interface Rung {
  /** Results that came, those of failed trainings included. */
  results: number;
  /** The others, the best first. */
  ranked: Standing[];
}

/**
 * Asynchronous successive halving (Li et al. 2020, algorithm 2). Whenever a training is wanted, the rungs are looked through from the second highest
 * down for a candidate that is among the best 1/eta of its rung's results so far and was not promoted from there; without one a new network begins at the
 * lowest rung. When the budget has no new networks, promotions go on until none is left.
 *
 * @param epochs of a whole training
 */
export function asha({ fidelity }: ControllerPlan, space: Space, epochs: number): Controller {
  const rungs = rungEpochs(fidelity, epochs);
  return rungController<Rung[]>(space, rungs, {
    kind: 'ASHA',
    begin: () => rungs.slice(1).map(() => ({ results: 0, ranked: [] })),
    copy: (own) => own.map(({ results, ranked }) => ({ results, ranked: ranked.slice() })),
    ask(own, left) {
      for (let rung = own.length - 1; rung >= 0; rung--) {
        const at = promotable(own[rung]!, fidelity.eta);
        if (at === null) continue;
        const { ranked } = own[rung]!;
        // older states share the entry
        ranked[at] = { ...ranked[at]!, promoted: true };
        return { candidate: ranked[at].candidate, rung: rung + 1, bracket: 0 };
      }
      return left > 0 ? { candidate: 'NEW', rung: 0, bracket: 0 } : null;
    },
    observe(own, { candidate, rung: at }, reward) {
      const rung = own[at];
      if (!rung) return;
      rung.results++;
      if (reward !== null) rank(rung.ranked, { candidate, reward, promoted: false });
    },
  });
}

/** Position of the best candidate that may climb; null when there is none. */
function promotable({ results, ranked }: Rung, eta: number): number | null {
  const count = Math.min(ranked.length, Math.floor(results / eta));
  for (let i = 0; i < count; i++) if (!ranked[i]!.promoted) return i;
  return null;
}
