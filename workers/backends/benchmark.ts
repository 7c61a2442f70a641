import type * as tfjs from '@tensorflow/tfjs-core';
import type { Backend, ProgramSpec } from './backend.ts';

const BATCH = 128;
/** Steps a call. */
const STEPS = 4;
/** How long a speed is measured; one call before it warms up. */
const MEASURE_MS = 1_500;

/**
 * Images a second while training C(16,5,1), P(2,2), C(32,3,1), P(2,2), FC(64), SM(10) on images of 28 x 28 in batches of 128 with Adam: the
 * network of the table in ARCHITECTURE.md.
 */
export async function measureTraining(backend: Backend): Promise<number> {
  const program = backend.compile(smallNetwork(backend, BATCH));
  try {
    const images = Float32Array.from({ length: STEPS * BATCH * 784 }, (_, i) => Math.abs(Math.sin(i * 0.37)));
    const labels = Float32Array.from({ length: STEPS * BATCH * 10 }, (_, i) => (i % 10 === Math.floor(i / 10) % 10 ? 1 : 0));
    const rates = Array<number>(STEPS).fill(0.001);
    await program.steps({ images, labels }, rates);
    const begin = performance.now();
    let steps = 0;
    do {
      await program.steps({ images, labels }, rates);
      steps += STEPS;
    } while (performance.now() - begin < MEASURE_MS);
    return (steps * BATCH * 1000) / (performance.now() - begin);
  } finally {
    program.dispose();
  }
}

/** The network above as a program with one step, with weights from a fixed seed. */
export function smallNetwork({ tf }: Backend, batch: number): ProgramSpec {
  let seed = 1;
  const weights = (shape: number[], fanIn: number) =>
    tf.tidy(() => tf.variable(tf.randomNormal(shape, 0, Math.sqrt(2 / fanIn), 'float32', seed++)));
  const biases = (units: number) => tf.tidy(() => tf.variable(tf.zeros([units])));
  const [c1, b1, c2, b2] = [weights([5, 5, 1, 16], 25), biases(16), weights([3, 3, 16, 32], 144), biases(32)];
  const [f1, b3, f2, b4] = [weights([1568, 64], 1568), biases(64), weights([64, 10], 64), biases(10)];

  const convolve = (x: tfjs.Tensor4D, filter: tfjs.Variable, bias: tfjs.Variable) =>
    tf.maxPool(tf.relu(tf.add(tf.conv2d(x, filter as tfjs.Variable<tfjs.Rank.R4>, 1, 'same'), bias)) as tfjs.Tensor4D, 2, 2, 'valid');
  const logits = (images: tfjs.Tensor) => {
    const features = convolve(convolve(images as tfjs.Tensor4D, c1, b1), c2, b2);
    const hidden = tf.relu(tf.add(tf.matMul(tf.reshape(features, [batch, 1568]), f1 as tfjs.Tensor2D), b3));
    return tf.add(tf.matMul(hidden as tfjs.Tensor2D, f2 as tfjs.Tensor2D), b4);
  };
  return {
    variables: [c1, b1, c2, b2, f1, b3, f2, b4],
    step: {
      inputs: { images: { shape: [batch, 28, 28, 1], dtype: 'float32' }, labels: { shape: [batch, 10], dtype: 'float32' } },
      optimizer: { kind: 'ADAM' },
      loss: ({ images, labels }) => [tf.losses.softmaxCrossEntropy(labels!, logits(images!)) as tfjs.Scalar],
    },
  };
}
