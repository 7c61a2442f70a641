import type { TF } from './backend.ts';

const SIZE = 1024;
const RUNS = 3;

/** Speed of one large matrix product in GFLOP/s, the best of three; takes some 0.1 s. */
export async function measureSpeed(tf: TF): Promise<number> {
  const a = tf.randomUniform([SIZE, SIZE], -1, 1, 'float32', 1);
  const b = tf.randomUniform([SIZE, SIZE], -1, 1, 'float32', 2);
  let best = Number.POSITIVE_INFINITY;
  try {
    for (let run = 0; run <= RUNS; run++) {
      const begin = performance.now();
      const product = tf.matMul(a, b);
      await product.data();
      product.dispose();
      // the first one warms up
      if (run > 0) best = Math.min(best, performance.now() - begin);
    }
  } finally {
    tf.dispose([a, b]);
  }
  return (2 * SIZE ** 3) / (best * 1e6);
}
