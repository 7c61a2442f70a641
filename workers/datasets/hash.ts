import { createHash } from 'node:crypto';
import type { ImageSet } from './dataset.ts';

/** SHA-256, hex, over the images and labels of the sets in this order: the version of a dataset that comes with the platform. */
export function hashOf(...sets: ImageSet[]): string {
  const hash = createHash('sha256');
  for (const { images, labels } of sets) hash.update(images).update(labels);
  return hash.digest('hex');
}
