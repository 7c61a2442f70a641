import type { TF } from '../../workers/backends/backend.ts';
import { openBackend } from '../../workers/backends/choose.ts';
import { answer } from './answer.ts';
import type { NetworkName } from './networks.ts';
import { trainInSlices } from './trial-slices.ts';

/** A process that trains one network on the backend HANDPICK_BACKEND: `train-ours.ts NETWORK THREADS`. */
const [name, threads] = process.argv.slice(2);
const backend = await openBackend({ threads: Number(threads), progress: (line) => console.error(line) });
const training = await trainInSlices(backend, name as NetworkName);
await answer({ ready: backend.version, measure: training.measure, peak: () => peak(backend.tf, backend.name === 'wasm' ? 512 : 2048) });
process.exit(0);

/** GFLOP/s of one product of square matrices, the best of eight. */
async function peak(tf: TF, side: number): Promise<number> {
  const a = tf.randomUniform([side, side], -1, 1, 'float32', 1);
  const b = tf.randomUniform([side, side], -1, 1, 'float32', 2);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 8; run++) {
    const begin = performance.now();
    const product = tf.matMul(a, b);
    await product.data();
    best = Math.min(best, performance.now() - begin);
    product.dispose();
  }
  tf.dispose([a, b]);
  return (2 * side ** 3) / (best * 1e6);
}
