import { fromBase64, toBase64 } from './bytes.ts';
import { actionFeatures, type Feature, stateFeatures } from './encoding.ts';

/**
 * Regression trees over encoded states and decisions. Nodes lie in the order in which they are met going down to the left: the one below to
 * the left is the next one.
 */
export interface Trees {
  /** Position of an input by its name. */
  columns: Map<string, number>;
  /** First node of each tree. */
  roots: number[];
  /** Input that a node looks at; LEAF for none. */
  column: Uint16Array;
  /** Of a node: inputs up to this go to the left. Of a leaf: its value. */
  number: Float32Array;
  /** Node below to the right. */
  right: Uint32Array;
}

/** As plain JSON. */
export interface StoredTrees {
  columns: string[];
  roots: number[];
  column: string;
  number: string;
  right: string;
}

export const LEAF = 0xffff;

/** Trees beside what they are stored as, so that they are not decoded at every step. */
const opened = new WeakMap<StoredTrees, Trees>();

/** Not to be changed. */
export function openTrees(stored: StoredTrees): Trees {
  const trees = opened.get(stored) ?? {
    columns: new Map(stored.columns.map((name, i) => [name, i])),
    roots: stored.roots,
    column: new Uint16Array(fromBase64(stored.column)),
    number: new Float32Array(fromBase64(stored.number)),
    right: new Uint32Array(fromBase64(stored.right)),
  };
  opened.set(stored, trees);
  return trees;
}

/** The trees are not to be changed any more. */
export function storeTrees(trees: Trees): StoredTrees {
  const { columns, roots, column, number, right } = trees;
  const stored = { columns: [...columns.keys()], roots, column: toBase64(column), number: toBase64(number), right: toBase64(right) };
  opened.set(stored, trees);
  return stored;
}

/** Where an input leads in the tree with this root. */
export function leafOf({ column, number, right }: Trees, root: number, input: Float64Array): number {
  let node = root;
  for (let at = column[node]!; at !== LEAF; at = column[node]!) node = input[at]! <= number[node]! ? node + 1 : right[node]!;
  return node;
}

/** Writes what is known of these features into an input; names that the trees do not look at are left out. */
export function encode({ columns }: Pick<Trees, 'columns'>, features: readonly Feature[], input: Float64Array): void {
  for (const [name, value] of features) {
    const column = columns.get(name);
    if (column !== undefined) input[column] = value;
  }
}

/** Q of the allowed decisions in the state with this key: the mean over the trees. */
export function treeValues(trees: Trees, key: string, actions: readonly unknown[]): number[] {
  const state = new Float64Array(trees.columns.size);
  encode(trees, stateFeatures(key), state);
  return actions.map((action) => {
    const input = state.slice();
    encode(trees, actionFeatures(action), input);
    let sum = 0;
    for (const root of trees.roots) sum += trees.number[leafOf(trees, root, input)]!;
    return sum / trees.roots.length;
  });
}
