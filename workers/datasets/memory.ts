import { type AnyDataset, hasManySizes, isText } from './dataset.ts';

/** Bytes of a dataset's arrays in memory. */
export function bytesOf(dataset: AnyDataset): number {
  if (isText(dataset)) return [dataset.train, dataset.validation, dataset.test].reduce((sum, tokens) => sum + tokens.byteLength, 0);
  const sets = hasManySizes(dataset)
    ? [...dataset.train, ...dataset.validation, ...dataset.test]
    : [dataset.train, dataset.validation, ...(dataset.test ? [dataset.test] : [])];
  return sets.reduce((sum, { images, labels }) => sum + images.byteLength + labels.byteLength, 0);
}

/**
 * Datasets that stay in memory by hash: a worker goes over from one search's trial to another's and back. The ones not used for longest go
 * when all take more than `limit` bytes; the last one stays, whatever its size.
 */
export function datasetMemory(limit: number) {
  /** Least recently used first. */
  const kept = new Map<string, AnyDataset>();
  return {
    get: (hash: string): AnyDataset | undefined => kept.get(hash),
    keep(dataset: AnyDataset): void {
      kept.delete(dataset.hash);
      kept.set(dataset.hash, dataset);
      let total = [...kept.values()].reduce((sum, each) => sum + bytesOf(each), 0);
      for (const [hash, oldest] of kept) {
        if (total <= limit || hash === dataset.hash) return;
        kept.delete(hash);
        total -= bytesOf(oldest);
      }
    },
    hashes: (): string[] => [...kept.keys()],
  };
}

/** Two CIFAR-10s and what comes with them; a worker with one stays below 2 GiB with its network. */
const LIMIT = 512 * 2 ** 20;

/** Of this process. */
export const inMemory = datasetMemory(LIMIT);
