import { Random } from '../../schema/random.ts';
import { type Batches, epochOrder, takeBatches } from './batches.ts';
import type { ImageGroup, ManySizes } from './dataset.ts';

/*
 * Batches of pictures of many sizes. A batch is an array, so all its pictures have one size: an epoch is cut into batches within each
 * group of `ManySizes`, and the groups take turns at random. How to use it:
 *
 *   const rows = splitBySize(dataset, { train: null, validation: null }, seed);
 *   for (const { group, rows: some, weights, counts } of batchesBySize(rows.train, { size: 32, together: 8, seed, epoch })) {
 *     const { images, labels, height, width } = dataset.train[group]!;
 *     // some: [counts.length, 32] rows of this group's images; weights: 1 / count, and 0 for what fills up the last batch
 *   }
 *
 * Every batch of a group has the same shape [size, height, width, channels], the last one too, so that one program a group is enough.
 */

/** Which pictures a trial uses: for each group of a split, rows of it. Groups without any have an empty list, so that places are the dataset's. */
export interface SizedSplit {
  train: Uint32Array[];
  validation: Uint32Array[];
}

/**
 * The first n of a seeded shuffle over all groups of either split, so that the shares of the sizes stay about the same; null takes all.
 * @throws RangeError for more pictures than there are
 */
export function splitBySize(dataset: ManySizes, images: { train: number | null; validation: number | null }, seed: number): SizedSplit {
  return {
    train: subset(dataset.train, images.train, Random.of(seed, 'split', 'train'), 'trainImages'),
    validation: subset(dataset.validation, images.validation, Random.of(seed, 'split', 'validation'), 'validationImages'),
  };
}

function subset(groups: readonly ImageGroup[], n: number | null, random: Random, field: string): Uint32Array[] {
  if (n === null) return groups.map(({ count }) => Uint32Array.from({ length: count }, (_, row) => row));
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  if (!Number.isInteger(n) || n < 1 || n > total)
    throw new RangeError(`training.${field}: ${n}; allowed are 1 to ${total}, or null for all`);
  const places = groups.flatMap(({ count }, group) => Array.from({ length: count }, (_, row) => ({ group, row })));
  const chosen: number[][] = groups.map(() => []);
  for (const { group, row } of random.shuffle(places).slice(0, n)) chosen[group]!.push(row);
  return chosen.map((rows) => Uint32Array.from(rows));
}

export interface BySize {
  /** Pictures in a batch. */
  size: number;
  /** Batches of one group that come together at most, for programs that take several steps a call. */
  together: number;
  /** Order of an epoch to train on: of these two alone. Without: group by group, in the order of the rows, for an evaluation. */
  seed?: number;
  epoch?: number;
}

/** Batches of one group; see `Batches` for the arrays. */
export interface SizedBatches extends Batches {
  /** Its place in the split of the dataset. */
  group: number;
}

/**
 * Every picture of `rows` exactly once, in batches of one size each. With a seed: pictures in each group and the turns of the groups are
 * shuffled, so that the sizes are spread over the epoch; the same seed and epoch give the same batches.
 */
export function* batchesBySize(rows: readonly Uint32Array[], { size, together, seed, epoch = 1 }: BySize): Generator<SizedBatches> {
  const orders = rows.map((own, group) => (seed === undefined ? own : epochOrder(own, seed, epoch, group)));
  const turns = orders.flatMap((order, group) =>
    Array.from({ length: Math.ceil(order.length / (size * together)) }, (_, turn) => ({ group, start: turn * size * together })),
  );
  if (seed !== undefined) Random.of(seed, 'turns of sizes', epoch).shuffle(turns);
  for (const { group, start } of turns) yield { group, ...takeBatches(orders[group]!, start, size, together) };
}
