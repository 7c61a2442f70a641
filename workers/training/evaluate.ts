import { type Batch, fillBatch, makeBatch } from '../datasets/batches.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { Clock } from './clock.ts';

/** Goes over validation images in batches; `each` must look at the first `batch.count` rows only, the rest is padding. */
export async function eachBatch(
  dataset: Dataset,
  images: Uint32Array,
  size: number,
  clock: Clock,
  each: (batch: Batch) => void,
): Promise<void> {
  const batch = makeBatch(dataset, size);
  for (let start = 0; start < images.length; start += batch.count) {
    clock.during('evaluation', () => {
      fillBatch(batch, dataset.validation, images, start);
      each(batch);
    });
    await clock.breathe();
  }
}
