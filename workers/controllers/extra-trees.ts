import type { Random } from '../../schema/random.ts';
import type { Feature } from '../../schema/values/encoding.ts';
import { LEAF, type Trees } from '../../schema/values/trees.ts';

/** Rows of a regression, as ranks: entry r of a column stands for the r-th smallest of the values that it has. */
export interface RankedInputs {
  /** Name of each input to its position. */
  columns: Map<string, number>;
  /** By column, ascending. */
  values: number[][];
  /** By column, then row. */
  ranks: Uint16Array[];
}

export interface TreeSettings {
  trees: number;
  /** Weight of rows below which a node is not split. */
  smallest: number;
}

/** Trees and where each row of their regression came to rest. */
export interface Grown {
  trees: Trees;
  /** By tree, then row: the leaf. */
  leaves: Uint32Array[];
}

/** Names that no row has are no inputs; more than 65,535 different values of one are cut off above. */
export function rankInputs(rows: readonly (readonly Feature[])[]): RankedInputs {
  const columns = new Map<string, number>();
  for (const row of rows) for (const [name] of row) if (!columns.has(name)) columns.set(name, columns.size);
  const numbers = Array.from(columns, () => new Float64Array(rows.length));
  for (const [i, row] of rows.entries()) for (const [name, value] of row) numbers[columns.get(name)!]![i] = value;
  const values = numbers.map((column) => [...new Set(column)].sort((a, b) => a - b));
  const ranks = numbers.map((column, c) => {
    const positions = new Map(values[c]!.map((value, rank) => [value, Math.min(rank, 0xffff)]));
    return Uint16Array.from(column, (value) => positions.get(value)!);
  });
  return { columns, values, ranks };
}

/**
 * Extremely randomised trees (Geurts, Ernst & Wehenkel 2006), the regressor of fitted Q iteration in Ernst et al. 2005: every input is cut
 * once at random, between two neighbouring values of those that the node's rows span, and the cut after which the squared error is least is taken. All
 * rows grow every tree. Rows with equal targets are divided too: later targets may tell them apart.
 */
export function growTrees(
  { columns, values, ranks }: RankedInputs,
  targets: Float64Array,
  weights: Float64Array,
  { trees, smallest }: TreeSettings,
  random: Random,
): Grown {
  const count = targets.length;
  const order = new Uint32Array(count);
  const column: number[] = [];
  const number: number[] = [];
  const right: number[] = [];
  const roots: number[] = [];
  const leaves: Uint32Array[] = [];

  function leaf(from: number, to: number, mean: number, rest: Uint32Array): void {
    const node = column.push(LEAF) - 1;
    number.push(mean);
    right.push(0);
    for (let i = from; i < to; i++) rest[order[i]!] = node;
  }

  /** Grows the node of order[from] .. order[to - 1]. */
  function grow(from: number, to: number, rest: Uint32Array): void {
    let weight = 0;
    let sum = 0;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      weight += weights[row]!;
      sum += weights[row]! * targets[row]!;
    }
    const cut = weight < smallest ? null : bestCut(from, to, weight, sum);
    if (!cut) {
      leaf(from, to, sum / weight, rest);
      return;
    }
    const middle = divide(from, to, cut);
    const node = column.push(cut.column) - 1;
    const [low, high] = [values[cut.column]![cut.rank]!, values[cut.column]![cut.rank + 1]!];
    number.push(low + (high - low) / 2);
    right.push(0);
    grow(from, middle, rest);
    right[node] = column.length;
    grow(middle, to, rest);
  }

  function bestCut(from: number, to: number, weight: number, sum: number): { column: number; rank: number } | null {
    let best: { column: number; rank: number } | null = null;
    let gain = Number.NEGATIVE_INFINITY;
    const first = random.integer(ranks.length); // so that none comes first where all are as good
    for (let i = 0; i < ranks.length; i++) {
      const c = (first + i) % ranks.length;
      const rank = ranks[c]!;
      let [low, high] = [0xffff, 0];
      for (let i = from; i < to; i++) {
        const at = rank[order[i]!]!;
        if (at < low) low = at;
        if (at > high) high = at;
      }
      if (low >= high) continue;
      const cut = low + random.integer(high - low);
      let [below, sumBelow] = [0, 0];
      for (let i = from; i < to; i++) {
        const row = order[i]!;
        if (rank[row]! > cut) continue;
        below += weights[row]!;
        sumBelow += weights[row]! * targets[row]!;
      }
      // the squared error falls by this, up to a constant
      const better = sumBelow ** 2 / below + (sum - sumBelow) ** 2 / (weight - below);
      if (better <= gain) continue;
      gain = better;
      best = { column: c, rank: cut };
    }
    return best;
  }

  /** Those up to the cut first. @returns where the others begin */
  function divide(from: number, to: number, cut: { column: number; rank: number }): number {
    const rank = ranks[cut.column]!;
    let middle = from;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      if (rank[row]! > cut.rank) continue;
      order[i] = order[middle]!;
      order[middle++] = row;
    }
    return middle;
  }

  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < count; i++) order[i] = i;
    roots.push(column.length);
    const rest = new Uint32Array(count);
    grow(0, count, rest);
    leaves.push(rest);
  }
  const grown = { columns, roots, column: Uint16Array.from(column), number: Float32Array.from(number), right: Uint32Array.from(right) };
  return { trees: grown, leaves };
}
