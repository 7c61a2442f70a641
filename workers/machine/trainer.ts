import type * as tfjs from '@tensorflow/tfjs-core';
import { parseNotation } from '../../schema/networks/notation.ts';
import type { Backend, Program } from '../backends/backend.ts';
import { openBackend } from '../backends/choose.ts';
import { buildClassifier } from '../models/classifier.ts';
import { initialValues } from '../models/parameters.ts';
import { crossEntropy } from '../training/losses.ts';

/**
 * A process of measure.ts, `THREADS MILLISECONDS NETWORK...`: compiles the networks and says `ready`; for each number of a network that
 * it is sent it trains that one for a while, and answers with images a second.
 */
const [threads, milliseconds, ...networks] = process.argv.slice(2);

const BATCH = 64;
const SIDE = 28;
const CLASSES = 10;
/** Updates a call. */
const STEPS = 2;

const IMAGES = Float32Array.from({ length: STEPS * BATCH * SIDE * SIDE }, (_, i) => Math.abs(Math.sin(i * 0.37)));
const LABELS = Int32Array.from({ length: STEPS * BATCH }, (_, i) => i % CLASSES);
const RATES = Array<number>(STEPS).fill(0.001);

function compile(backend: Backend, notation: string): { program: Program; first: Float32Array[] } {
  const { tf } = backend;
  const architecture = parseNotation(notation, { input: { height: SIDE, width: SIDE, channels: 1 }, padding: 'same' });
  if (architecture.family !== 'chain') throw new RangeError(`${notation} is no chain`);
  const { parameters, logits } = buildClassifier(tf, architecture);
  const loss = ({ images, labels }: Record<string, tfjs.Tensor>) => {
    const targets = tf.cast(tf.oneHot(labels as tfjs.Tensor1D, CLASSES), 'float32') as tfjs.Tensor2D;
    return [tf.mean(crossEntropy(tf, logits(images as tfjs.Tensor4D), targets)) as tfjs.Scalar];
  };
  const inputs = {
    images: { shape: [BATCH, SIDE, SIDE, 1], dtype: 'float32' as const },
    labels: { shape: [BATCH], dtype: 'int32' as const },
  };
  const program = backend.compile({
    variables: parameters.map(({ variable }) => variable),
    step: { inputs, optimizer: { kind: 'ADAM' }, loss },
  });
  return { program, first: initialValues(parameters, 1, 0) };
}

async function train(program: Program): Promise<number> {
  const begin = performance.now();
  let images = 0;
  do {
    await program.steps({ images: IMAGES, labels: LABELS }, RATES);
    images += STEPS * BATCH;
  } while (performance.now() - begin < Number(milliseconds));
  return (1000 * images) / (performance.now() - begin);
}

const backend = await openBackend({ name: 'tensorflow', threads: Number(threads) });
const programs: Program[] = [];
for (const notation of networks) {
  const { program, first } = compile(backend, notation);
  await program.write(first);
  await program.steps({ images: IMAGES, labels: LABELS }, RATES); // warms up
  programs.push(program);
}
process.on('message', async (number: number) => process.send!(await train(programs[number]!)));
process.on('disconnect', () => process.exit(0));
process.send!('ready');
