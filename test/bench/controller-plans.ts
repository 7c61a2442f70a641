import { CONTROLLER_DEFAULTS, CONTROLLER_KINDS, type ControllerKind, type ControllerPlan } from '../../schema/plans/controller.ts';
import { thesisEpsilon } from '../../schema/plans/defaults.ts';
import { plannedTrainings, rungEpochs, usesRungs } from '../../schema/plans/rungs.ts';

/** A list proposes what it is told; ENAS learns from networks with shared weights, which a table does not have. */
export type Kind = Exclude<ControllerKind, 'LIST' | 'ENAS'>;

/** RANDOM first: the others are compared with it. */
export const KINDS: readonly Kind[] = [
  'RANDOM',
  ...CONTROLLER_KINDS.filter((kind): kind is Kind => kind !== 'LIST' && kind !== 'ENAS' && kind !== 'RANDOM'),
];

/** The defaults. @param unguarded policy gradients without what keeps them from settling too early */
export function planOf(kind: Kind, unguarded: boolean): ControllerPlan {
  const { policy } = CONTROLLER_DEFAULTS;
  return { ...CONTROLLER_DEFAULTS, kind, epsilon: [...thesisEpsilon], policy: { ...policy, safeguards: !unguarded } };
}

/**
 * Networks that a controller may propose for the epochs of so many whole trainings. With rungs those are more: as many as can be halved within these epochs;
 * ASHA, whose promotions nobody knows before, gets what the lowest rung alone would take, and is stopped when the epochs are spent.
 */
export function networksFor(plan: ControllerPlan, epochs: number, trainings: number): number {
  const { kind, fidelity } = plan;
  if (!usesRungs(kind)) return trainings;
  const all = trainings * epochs;
  const lowest = rungEpochs(fidelity, epochs)[0]!;
  if (kind === 'ASHA') return Math.floor(all / lowest);
  const cost = (networks: number) =>
    plannedTrainings(kind, fidelity, epochs, networks).reduce((sum, { from, to, count }) => sum + (to - from) * count, 0);
  let [low, high] = [1, Math.floor(all / lowest)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (cost(middle) <= all) low = middle;
    else high = middle - 1;
  }
  return low;
}
