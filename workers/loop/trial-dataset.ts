import { cacheFolder } from '../backends/install/cache.ts';
import { withLock } from '../backends/install/lock.ts';
import { type Dataset, hasManySizes, imagesOfOneSize, isText, type TextDataset } from '../datasets/dataset.ts';
import { padded } from '../datasets/padded.ts';
import { provideDataset } from '../datasets/provide.ts';
import type { Platform } from '../platform.ts';

export interface DatasetContext {
  platform: Platform;
  signal: AbortSignal;
  log: (line: string) => void;
}

/**
 * The dataset of a search, with the very content that the search was made for: text, or pictures, those of many sizes padded to one.
 * @throws Error in one line where that version cannot be had
 */
export async function datasetOf(
  { name, contentHash, url }: { name: string; contentHash: string; url?: string | null },
  { platform, signal, log }: DatasetContext,
): Promise<Dataset | TextDataset> {
  const tools = {
    cache: cacheFolder(),
    progress: log,
    lock: withLock,
    download: (url: string) => platform.download(url, { signal, timeoutSeconds: 600 }),
  };
  const dataset = await provideDataset({ name, hash: contentHash, url: url ?? null }, tools);
  if (isText(dataset)) return dataset;
  return hasManySizes(dataset) ? padded(dataset) : imagesOfOneSize(dataset);
}
