import type * as tfjs from '@tensorflow/tfjs-core';
import type { InputSpec, InputValues, OptimizerSpec, ProgramSpec, TF } from '../../../workers/backends/backend.ts';

/** A network for tests: a program with weights from fixed seeds, and made-up batches for its step. */
export interface TestNetwork {
  spec(optimizer: OptimizerSpec): ProgramSpec & { step: NonNullable<ProgramSpec['step']> };
  batch(number: number): InputValues;
}

type Filter = tfjs.Variable<tfjs.Rank.R4>;

/** Images of 11 x 9, padded and unpadded convolution, overlapping and plain pools, two dense layers, softmax cross-entropy and accuracy. */
export function classifier(tf: TF, batch = 6): TestNetwork {
  return {
    spec(optimizer) {
      const make = variableMaker(tf);
      const [c1, b1, c2, b2] = [make([3, 3, 1, 8], 9), make([8]), make([2, 2, 8, 12], 32), make([12])];
      const [f1, b3, f2, b4] = [make([72, 16], 72), make([16]), make([16, 5], 16), make([5])];
      const convolve = (x: tfjs.Tensor, filter: tfjs.Variable, bias: tfjs.Variable, padding: 'same' | 'valid') =>
        tf.relu(tf.add(tf.conv2d(x as tfjs.Tensor4D, filter as Filter, 1, padding), bias)) as tfjs.Tensor4D;
      const dense = (x: tfjs.Tensor, weights: tfjs.Variable, bias: tfjs.Variable) =>
        tf.add(tf.matMul(x as tfjs.Tensor2D, weights as tfjs.Tensor2D), bias);
      const logits = (x: tfjs.Tensor) => {
        const first = tf.maxPool(convolve(x, c1, b1, 'same'), 3, 2, 'same');
        const second = tf.maxPool(convolve(first, c2, b2, 'valid'), 2, 2, 'same');
        return dense(tf.relu(dense(tf.reshape(second, [batch, 72]), f1, b3)), f2, b4);
      };
      const images: InputSpec = { shape: [batch, 11, 9, 1], dtype: 'float32' };
      return {
        variables: [c1, b1, c2, b2, f1, b3, f2, b4],
        step: {
          inputs: { images, labels: { shape: [batch, 5], dtype: 'float32' } },
          optimizer,
          loss: ({ images, labels }) => {
            const scores = logits(images!);
            const correct = tf.equal(tf.argMax(scores, 1), tf.argMax(labels!, 1));
            return [tf.losses.softmaxCrossEntropy(labels!, scores) as tfjs.Scalar, tf.mean(tf.cast(correct, 'float32')) as tfjs.Scalar];
          },
        },
        functions: {
          classify: { inputs: { images }, outputs: ({ images }) => [tf.softmax(logits(images!)), tf.argMax(logits(images!), 1)] },
        },
      };
    },
    batch(number) {
      const labels = new Float32Array(batch * 5);
      for (let i = 0; i < batch; i++) labels[i * 5 + ((i + number) % 5)] = 1;
      return { images: wave(batch * 99, number), labels };
    },
  };
}

/** A variational autoencoder on 12 x 12: strided and transposed convolutions, noise as an input, the reformulated loss of chapter 9. */
export function autoencoder(tf: TF, batch = 4): TestNetwork {
  return {
    spec(optimizer) {
      const make = variableMaker(tf);
      const [c1, c2, mean, spread] = [make([4, 4, 1, 6], 16), make([2, 2, 6, 8], 24), make([32, 3], 32), make([32, 3], 32)];
      const [start, t1, t2] = [make([3, 8], 3), make([4, 4, 6, 8], 8), make([6, 6, 1, 6], 54)];
      const product = (x: tfjs.Tensor, weights: tfjs.Variable) => tf.matMul(x as tfjs.Tensor2D, weights as tfjs.Tensor2D);
      const encode = (x: tfjs.Tensor) => {
        const first = tf.relu(tf.conv2d(x as tfjs.Tensor4D, c1 as Filter, 2, 'valid'));
        return tf.reshape(tf.relu(tf.conv2d(first, c2 as Filter, 2, 'valid')), [batch, 32]);
      };
      const decode = (z: tfjs.Tensor) => {
        const seed = tf.reshape(tf.relu(product(z, start)), [batch, 1, 1, 8]) as tfjs.Tensor4D;
        const grown = tf.relu(tf.conv2dTranspose(seed, t1 as Filter, [batch, 4, 4, 6], 2, 'valid'));
        const whole = tf.conv2dTranspose(grown, t2 as Filter, [batch, 15, 15, 1], 3, 'valid');
        return tf.sigmoid(tf.slice(whole, [0, 1, 1, 0], [batch, 12, 12, 1]));
      };
      const noise: InputSpec = { shape: [batch, 3], dtype: 'float32' };
      return {
        variables: [c1, c2, mean, spread, start, t1, t2],
        step: {
          inputs: { images: { shape: [batch, 12, 12, 1], dtype: 'float32' }, noise },
          optimizer,
          loss: ({ images, noise }) => {
            const features = encode(images!);
            const [mu, logVariance] = [product(features, mean), product(features, spread)];
            const z = tf.add(mu, tf.mul(tf.exp(tf.mul(logVariance, 0.5)), noise!));
            const difference = tf.sub(images!, decode(z));
            const squares = tf.mean(tf.square(difference), [1, 2, 3]);
            const variance = tf.maximum(tf.sub(squares, tf.square(tf.mean(difference, [1, 2, 3]))), 1e-12);
            const E = 0.1;
            const reconstruction = tf.mean(tf.add(tf.sub(tf.div(squares, 2 * E * E), tf.mul(tf.log(variance), 0.5)), Math.log(E) - 0.5));
            const divergence = tf.sum(tf.sub(tf.add(logVariance, 1), tf.add(tf.square(mu), tf.exp(logVariance))), 1);
            const prior = tf.mul(tf.mean(divergence), -0.5 / 3);
            return [tf.add(reconstruction, prior), reconstruction, prior] as tfjs.Scalar[];
          },
        },
        functions: { generate: { inputs: { noise }, outputs: ({ noise }) => [decode(noise!)] } },
      };
    },
    batch: (number) => ({ images: wave(batch * 144, number), noise: wave(batch * 3, 7 * number).map((value) => 2 * value - 1) }),
  };
}

const wave = (length: number, phase: number) => Float32Array.from({ length }, (_, i) => 0.5 + 0.5 * Math.sin(i * 0.37 + phase));

/** Makes variables: normal weights scaled for their number of inputs, or zeros. */
function variableMaker(tf: TF) {
  let seed = 0;
  return (shape: number[], fanIn?: number): tfjs.Variable =>
    tf.tidy(() => tf.variable(fanIn ? tf.randomNormal(shape, 0, Math.sqrt(2 / fanIn), 'float32', ++seed) : tf.zeros(shape)));
}
