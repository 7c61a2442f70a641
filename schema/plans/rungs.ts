import type { ControllerKind } from './controller.ts';

/**
 * Rungs: how far candidates are trained before they are compared. Candidates of a rung have the same epochs; some of the best are promoted to the
 * next, where their training goes on, and the highest rung trains to the plan's epochs. Used by controllers, checks, forecasts and the page.
 */

/** Of SUCCESSIVE_HALVING, HYPERBAND and ASHA. */
export interface FidelityPlan {
  /** One of so many is promoted, and trained so many times longer. */
  eta: number;
  /** The lowest rung has at least so many epochs. */
  lowestEpochs: number;
}

/** Controllers whose candidates climb rungs. */
export const RUNG_KINDS = ['SUCCESSIVE_HALVING', 'HYPERBAND', 'ASHA'] as const satisfies readonly ControllerKind[];
export type RungKind = (typeof RUNG_KINDS)[number];

export function usesRungs(kind: ControllerKind): kind is RungKind {
  return (RUNG_KINDS as readonly ControllerKind[]).includes(kind);
}

/**
 * Epochs of each rung, the lowest first: R eta^-s for s = s_max .. 0, as in algorithm 1 of Li et al. 2018, rounded down to whole epochs; s_max is
 * the largest s for which r eta^s <= R. The lowest is at least r, the highest is R.
 *
 * @param epochs R, of a whole training
 */
export function rungEpochs({ eta, lowestEpochs }: FidelityPlan, epochs: number): number[] {
  const rungs: number[] = [];
  for (let divisor = 1; lowestEpochs * divisor <= epochs; divisor *= eta) rungs.unshift(Math.floor(epochs / divisor));
  return rungs;
}

/** One run of successive halving. */
export interface Bracket {
  /** The rung at which its networks begin, from 0. */
  rung: number;
  /** How many begin. */
  networks: number;
}

/**
 * The bracket that comes as number `index`, from 0, while the budget leaves `left` networks, at least one. SUCCESSIVE_HALVING: all that is left, from the
 * lowest rung (Jamieson & Talwalkar 2016). HYPERBAND: s = s_max, .., 0, then anew, with ceil((s_max + 1) eta^s / (s + 1)) networks each (Li et
 * al. 2018, algorithm 1), fewer where the budget ends.
 */
export function bracketOf(kind: 'SUCCESSIVE_HALVING' | 'HYPERBAND', index: number, left: number, rungs: number, eta: number): Bracket {
  if (kind === 'SUCCESSIVE_HALVING') return { rung: 0, networks: left };
  const rung = index % rungs;
  const s = rungs - 1 - rung;
  return { rung, networks: Math.min(left, Math.ceil((rungs * eta ** s) / (s + 1))) };
}

/** How many of a bracket are trained at each of its rungs, the first at `bracket.rung`: floor(n eta^-i), while there is one. */
export function survivors({ rung, networks }: Bracket, rungs: number, eta: number): number[] {
  const counts: number[] = [];
  for (let n = networks; n > 0 && rung + counts.length < rungs; n = Math.floor(n / eta)) counts.push(n);
  return counts;
}

/** Trainings that begin and end at the same epochs. */
export interface Trainings {
  /** Where the rung below ended; 0 for new networks. */
  from: number;
  to: number;
  count: number;
}

/**
 * The trainings that a budget of so many networks leads to when none fails, the shortest first. Of ASHA it is the least: networks that were among the
 * best of few are promoted, too.
 */
export function plannedTrainings(kind: RungKind, fidelity: FidelityPlan, epochs: number, budget: number): Trainings[] {
  const { eta } = fidelity;
  const rungs = rungEpochs(fidelity, epochs);
  const fresh = rungs.map(() => 0);
  const promoted = rungs.map(() => 0);
  for (let index = 0, left = budget; left > 0; index++) {
    const bracket = bracketOf(kind === 'HYPERBAND' ? kind : 'SUCCESSIVE_HALVING', index, left, rungs.length, eta);
    for (const [i, count] of survivors(bracket, rungs.length, eta).entries()) (i === 0 ? fresh : promoted)[bracket.rung + i]! += count;
    left -= bracket.networks;
  }
  const all = rungs.flatMap((to, rung) => [
    { from: 0, to, count: fresh[rung]! },
    { from: rungs[rung - 1] ?? 0, to, count: promoted[rung]! },
  ]);
  return all.filter(({ count }) => count > 0);
}

/** Those of the planned trainings that were not asked for yet. */
export function trainingsLeft(planned: readonly Trainings[], asked: readonly Trainings[]): Trainings[] {
  return planned
    .map(({ from, to, count }) => {
      const before = asked.find((each) => each.from === from && each.to === to)?.count ?? 0;
      return { from, to, count: Math.max(0, count - before) };
    })
    .filter(({ count }) => count > 0);
}

/** The training at a place, from 0, of a list in which each stands `count` times. */
export function trainingAt(list: readonly Trainings[], place: number): Trainings {
  let end = 0;
  for (const trainings of list) {
    end += trainings.count;
    if (place < end) return trainings;
  }
  throw new RangeError(`place: ${place}; allowed: 0 to ${end - 1}`);
}
