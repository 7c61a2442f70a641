import type { FittedQPlan } from '../../schema/plans/controller.ts';
import type { Random } from '../../schema/random.ts';
import type { Feature } from '../../schema/values/encoding.ts';
import { encode, leafOf, type Trees } from '../../schema/values/trees.ts';
import { growTrees, rankInputs } from './extra-trees.ts';

/** A state, encoded, and what may be decided there. */
export interface Situation {
  key: string;
  features: readonly Feature[];
  actions: readonly (readonly Feature[])[];
}

/** One step of a walk; `to` is null at its end. */
export interface Transition {
  from: Situation;
  /** Position of the decision among the actions. */
  choice: number;
  reward: number;
  to: Situation | null;
}

/** Equal transitions together. */
interface Row {
  from: Situation;
  choice: number;
  to: Situation | null;
  /** How many they are. */
  weight: number;
  /** Mean reward. */
  reward: number;
}

/**
 * K iterations of algorithm 2 (thesis 2.3.2): y = r + discount max_a' Q(s', a') for every transition, then Q is fitted to y by least squares. Q begins
 * with what was fitted `before`, or with 0. The trees are cut at the first iteration; the following ones keep the cuts and fit the values of the leaves, so
 * that they converge (Ernst et al. 2005, 4.3).
 * @param transitions at least one
 */
export function fitQ(
  transitions: readonly Transition[],
  before: Trees | null,
  { trees, smallest, iterations }: Pick<FittedQPlan, 'trees' | 'smallest' | 'iterations'>,
  discount: number,
  random: Random,
): Trees {
  const rows = joined(transitions);
  const weights = Float64Array.from(rows, ({ weight }) => weight);
  const inputs = rankInputs(rows.map(({ from, choice }) => [...from.features, ...from.actions[choice]!]));
  const following = new Map(rows.flatMap(({ to }) => (to ? [[to.key, to] as const] : [])));
  let best = before ? bestValues(following, before)() : new Map<string, number>();
  const target = ({ reward, to }: Row) => reward + (to ? discount * (best.get(to.key) ?? 0) : 0);

  const grown = growTrees(inputs, Float64Array.from(rows, target), weights, { trees, smallest }, random);
  const values = bestValues(following, grown.trees);
  for (let iteration = 1; iteration < iterations; iteration++) {
    best = values();
    fitLeaves(grown.trees, grown.leaves, Float64Array.from(rows, target), weights);
  }
  return grown.trees;
}

function joined(transitions: readonly Transition[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { from, choice, reward, to } of transitions) {
    const name = `${from.key}|${choice}|${to?.key ?? ''}`;
    const row = rows.get(name);
    if (!row) rows.set(name, { from, choice, to, weight: 1, reward });
    else {
      row.weight++;
      row.reward += (reward - row.reward) / row.weight;
    }
  }
  return [...rows.values()];
}

/** What gives, at the trees' present values, the largest Q of each state. Where their decisions lead is looked up once. */
function bestValues(states: ReadonlyMap<string, Situation>, trees: Trees): () => Map<string, number> {
  const { roots, number } = trees;
  const input = new Float64Array(trees.columns.size);
  const leaves = [...states.values()].map(({ features, actions }) => {
    const found = new Uint32Array(actions.length * roots.length);
    for (const [a, action] of actions.entries()) {
      input.fill(0);
      encode(trees, features, input);
      encode(trees, action, input);
      for (let t = 0; t < roots.length; t++) found[a * roots.length + t] = leafOf(trees, roots[t]!, input);
    }
    return found;
  });
  return () => {
    const best = new Map<string, number>();
    let i = 0;
    for (const key of states.keys()) {
      const found = leaves[i++]!;
      let most = Number.NEGATIVE_INFINITY;
      for (let from = 0; from < found.length; from += roots.length) {
        let sum = 0;
        for (let t = 0; t < roots.length; t++) sum += number[found[from + t]!]!;
        most = Math.max(most, sum / roots.length);
      }
      best.set(key, most);
    }
    return best;
  };
}

/** A leaf's value is the weighted mean of the targets of its rows. */
function fitLeaves({ number }: Trees, leaves: readonly Uint32Array[], targets: Float64Array, weights: Float64Array): void {
  const sums = new Float64Array(number.length);
  const totals = new Float64Array(number.length);
  for (const rest of leaves)
    for (let row = 0; row < rest.length; row++) {
      const leaf = rest[row]!;
      sums[leaf] = sums[leaf]! + weights[row]! * targets[row]!;
      totals[leaf] = totals[leaf]! + weights[row]!;
    }
  for (let node = 0; node < number.length; node++) if (totals[node]! > 0) number[node] = sums[node]! / totals[node]!;
}
