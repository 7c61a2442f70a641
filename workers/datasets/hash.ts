import { createHash } from 'node:crypto';
import type { ImageSet, TextDataset } from './dataset.ts';

/** SHA-256, hex, over the images and labels of the sets in this order: the version of a dataset that comes with the platform. */
export function hashOf(...sets: ImageSet[]): string {
  const hash = createHash('sha256');
  for (const { images, labels } of sets) hash.update(images).update(labels);
  return hash.digest('hex');
}

/** SHA-256, hex, over vocabulary and tokens: the version of a text that comes with the platform. */
export function hashOfText({
  vocabulary,
  train,
  validation,
  test,
}: Pick<TextDataset, 'vocabulary' | 'train' | 'validation' | 'test'>): string {
  const hash = createHash('sha256').update(vocabulary.map((word) => `${word}\n`).join(''));
  for (const tokens of [train, validation, test]) hash.update(bytesOfTokens(tokens));
  return hash.digest('hex');
}

/** As packed files have them: 16 bits each, little-endian. */
export function bytesOfTokens(tokens: Int32Array): Uint8Array {
  const bytes = new Uint8Array(2 * tokens.length);
  const view = new DataView(bytes.buffer);
  tokens.forEach((token, i) => {
    view.setUint16(2 * i, token, true);
  });
  return bytes;
}
