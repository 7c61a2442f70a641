import { Random } from '../../schema/random.ts';
import type { Fit, Fitted, Judged } from './regressor.ts';

export interface ForestSettings {
  trees: number;
  /** Share of the inputs that each split chooses among; Breiman's for regression is a third. */
  inputs: number;
  /** Rows below which nothing is split. */
  smallest: number;
  /** Whether each tree learns from rows drawn with replacement, as many as there are, or from all. */
  bootstrap: boolean;
}

export const FOREST: ForestSettings = { trees: 100, inputs: 1 / 3, smallest: 5, bootstrap: true };

interface Tree {
  predict: Fitted;
  /** Whether a row was drawn. */
  drawn: boolean[];
}

/** A random forest (Breiman 2001): the mean over regression trees, each grown on its own draw of the rows. */
export const forest =
  (settings: ForestSettings = FOREST): Fit =>
  (inputs, targets, seed) =>
    meanOf(grow(inputs, targets, seed, settings));

/** The same with its out-of-bag residuals: each row judged by the trees that did not draw it, the mean target where there are none. */
export function judgedForest(inputs: readonly (readonly number[])[], targets: readonly number[], seed: number, settings = FOREST): Judged {
  const trees = grow(inputs, targets, seed, settings);
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const residuals = targets.map((target, i) => {
    const others = trees.filter(({ drawn }) => !drawn[i]);
    return target - (others.length > 0 ? meanOf(others)(inputs[i]!) : mean);
  });
  return { predict: meanOf(trees), residuals };
}

const meanOf =
  (trees: readonly Tree[]): Fitted =>
  (input) =>
    trees.reduce((sum, { predict }) => sum + predict(input), 0) / trees.length;

function grow(
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  seed: number,
  { trees, inputs: share, smallest, bootstrap }: ForestSettings,
): Tree[] {
  const n = targets.length;
  const width = inputs[0]!.length;
  const tried = Math.max(1, Math.ceil(share * width));
  return Array.from({ length: trees }, (_, tree) => {
    const random = Random.of(seed, 'forest', tree);
    const rows = Array.from({ length: n }, (_, i) => (bootstrap ? random.integer(n) : i));
    const drawn = new Array<boolean>(n).fill(false);
    for (const row of rows) drawn[row] = true;
    const columns = () => (tried === width ? Array.from({ length: width }, (_, i) => i) : draw(width, tried, random));
    return { predict: growTree(rows, inputs, targets, smallest, columns), drawn };
  });
}

/** Some of the columns 0 .. width - 1, each at most once. */
function draw(width: number, count: number, random: Random): number[] {
  const columns = Array.from({ length: width }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + random.integer(width - i);
    [columns[i], columns[j]] = [columns[j]!, columns[i]!];
  }
  return columns.slice(0, count);
}

/** A regression tree (Breiman et al. 1984): split where the squared error falls the most, halfway between two values; a leaf is the mean of its rows. */
function growTree(
  rows: readonly number[],
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  smallest: number,
  columns: () => number[],
): Fitted {
  const mean = rows.reduce((sum, row) => sum + targets[row]!, 0) / rows.length;
  const leaf = () => mean;
  if (rows.length < smallest || rows.every((row) => targets[row] === targets[rows[0]!])) return leaf;
  const split = bestSplit(rows, inputs, targets, columns());
  if (!split) return leaf;
  const { column, threshold } = split;
  const low = rows.filter((row) => inputs[row]![column]! <= threshold);
  const high = rows.filter((row) => inputs[row]![column]! > threshold);
  const below = growTree(low, inputs, targets, smallest, columns);
  const above = growTree(high, inputs, targets, smallest, columns);
  return (input) => (input[column]! <= threshold ? below(input) : above(input));
}

/** Null where no column has two values. */
function bestSplit(
  rows: readonly number[],
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  columns: readonly number[],
): { column: number; threshold: number } | null {
  const n = rows.length;
  const total = rows.reduce((sum, row) => sum + targets[row]!, 0);
  let best: { column: number; threshold: number } | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    const sorted = rows.slice().sort((a, b) => inputs[a]![column]! - inputs[b]![column]! || a - b);
    let sum = 0;
    for (let i = 0; i + 1 < n; i++) {
      sum += targets[sorted[i]!]!;
      const [here, next] = [inputs[sorted[i]!]![column]!, inputs[sorted[i + 1]!]![column]!];
      if (here === next) continue;
      // the squared error falls by this, up to a constant
      const gain = sum ** 2 / (i + 1) + (total - sum) ** 2 / (n - i - 1);
      if (gain <= most) continue;
      most = gain;
      best = { column, threshold: here + (next - here) / 2 };
    }
  }
  return best;
}
