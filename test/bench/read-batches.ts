import { builtInDatasets } from '../../schema/datasets.ts';
import { cacheFolder } from '../../workers/backends/install/cache.ts';
import { withLock } from '../../workers/backends/install/lock.ts';
import { epochOrder, takeBatches } from '../../workers/datasets/batches.ts';
import type { Dataset } from '../../workers/datasets/dataset.ts';
import { provideFile, readCached } from '../../workers/datasets/provide.ts';
import { answer } from './answer.ts';

/**
 * A process that reads batches of a dataset from the cache: `read-batches.ts DATASET BATCH`. Each round is what a worker does when it comes
 * to a dataset that is not in its memory, and an epoch after it: read the packed file, compare its hash, shuffle, and gather the images
 * and labels of every batch into arrays of their own.
 */
const [name, size] = process.argv.slice(2);
const { contentHash } = builtInDatasets.find((each) => each.name === name)!;
const wanted = { name: name!, hash: contentHash, url: null };
const file = await provideFile(wanted, {
  cache: cacheFolder(),
  progress: (line) => console.error(line),
  lock: withLock,
  download: () => Promise.reject(new Error('it comes from its registry package')),
});
const batch = Number(size);
const TOGETHER = 16;

async function readEpoch(epoch: number): Promise<number> {
  const { train, image } = (await readCached(file, wanted)) as Dataset;
  const bytes = image.height * image.width * image.channels;
  const order = epochOrder(
    Uint32Array.from({ length: train.count }, (_, row) => row),
    1,
    epoch,
  );
  const images = new Uint8Array(TOGETHER * batch * bytes);
  const labels = new Uint8Array(TOGETHER * batch);
  for (let start = 0; start < order.length; ) {
    const { rows, counts } = takeBatches(order, start, batch, TOGETHER);
    rows.forEach((row, i) => {
      images.set(train.images.subarray(row * bytes, (row + 1) * bytes), i * bytes);
      labels[i] = train.labels[row]!;
    });
    start += counts.reduce((sum, count) => sum + count, 0);
  }
  return order.length;
}

let epoch = 0;
await readEpoch(++epoch); // warms the file cache of the system: what is measured is the reader, not the disk
await answer({
  ready: `${name} in ${file}`,
  async measure(seconds) {
    const slice = { images: 0, seconds: 0 };
    const begin = performance.now();
    do {
      slice.images += await readEpoch(++epoch);
      slice.seconds = (performance.now() - begin) / 1000;
    } while (slice.seconds < seconds);
    return slice;
  },
  peak: () => Promise.reject(new Error('reading has no peak')),
});
process.exit(0);
