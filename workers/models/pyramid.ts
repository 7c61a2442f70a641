import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backends/backend.ts';

/**
 * Spatial pyramid pooling (He et al. 2014; thesis 4.5): [B, h, w, c] to [B, c (4^levels - 1) / 3], level by level, row by row, channels
 * last. Part i of n of a side s reaches from floor(i s / n) up to ceil((i + 1) s / n), so that the parts of any size cover the map.
 */
export function spatialPyramid(tf: TF, x: tfjs.Tensor4D, levels: number): tfjs.Tensor2D {
  const [, height, width] = x.shape;
  const parts: tfjs.Tensor2D[] = [];
  for (let level = 0; level < levels; level++) {
    const sides = 2 ** level;
    for (const row of spans(height, sides)) {
      for (const column of spans(width, sides)) {
        const part = tf.slice(x, [0, row.start, column.start, 0], [-1, row.size, column.size, -1]);
        parts.push(tf.max(part, [1, 2]));
      }
    }
  }
  return parts.length === 1 ? parts[0]! : tf.concat(parts, 1);
}

function spans(size: number, parts: number): { start: number; size: number }[] {
  return Array.from({ length: parts }, (_, i) => {
    const start = Math.floor((i * size) / parts);
    return { start, size: Math.ceil(((i + 1) * size) / parts) - start };
  });
}
