import type * as tfjs from '@tensorflow/tfjs-core';
import { BCE, KL, LOSS, RECONSTRUCTION } from '../../schema/plans/metrics.ts';
import { Random } from '../../schema/random.ts';
import type { Inputs, TF } from '../backends/backend.ts';
import { makeBatch } from '../datasets/batches.ts';
import { NotBuildable } from '../models/network.ts';
import { buildVariational, reparameterise } from '../models/variational.ts';
import { eachBatch } from './evaluate.ts';
import { binaryCrossEntropy, errorDivergence, priorDivergence, weightPenalty } from './losses.ts';
import { fillNoise } from './randomness.ts';
import { GENERATED, makeSamples, PAIRS } from './samples.ts';
import type { Task } from './train.ts';
import type { TrialWork } from './trial.ts';

/** Variational autoencoder with the vanilla (eq. 7.13) or the reformulated loss (eq. 8.1); beta weighs the term of the prior (eq. 7.14). */
export function variational({ architecture, dataset, training, seed }: TrialWork, tf: TF): Task {
  if (architecture.family !== 'variational') throw new NotBuildable(`a ${architecture.family} network cannot be trained to generate`);
  if (training.loss.kind === 'CROSS_ENTROPY')
    throw new NotBuildable('CROSS_ENTROPY is a loss of classifiers; allowed are VANILLA and REFORMULATED');
  const { kind, errorDeviation, beta } = training.loss;
  const size = training.batchSize;
  const { latent } = architecture;
  const { height, width, channels } = dataset.image;
  const network = buildVariational(tf, architecture);
  const kernels = network.parameters.filter((p) => p.kernel).map((p) => p.variable);
  const batch = makeBatch(dataset, size);
  const noise = new Float32Array(size * latent);

  const image = (count: number) => ({ shape: [count, height, width, channels], dtype: 'float32' as const });
  const vector = (count: number) => ({ shape: [count, latent], dtype: 'float32' as const });
  /** Reconstruction term, BCE per pixel, and KL / J of each image; all [B]. */
  const terms = (inputs: Inputs): tfjs.Tensor1D[] => {
    const images = inputs.images as tfjs.Tensor4D;
    const posterior = network.encode(images);
    const logits = network.decode(reparameterise(tf, posterior, inputs.noise as tfjs.Tensor2D));
    const bce = binaryCrossEntropy(tf, images, logits);
    const reconstruction = kind === 'VANILLA' ? bce : errorDivergence(tf, images, tf.sigmoid(logits), errorDeviation);
    return [reconstruction, bce, priorDivergence(tf, posterior.mean, posterior.logVariance)];
  };
  return {
    parameters: network.parameters,
    spec: {
      variables: network.parameters.map((p) => p.variable),
      step: {
        inputs: { images: image(size), weights: { shape: [size], dtype: 'float32' }, noise: vector(size) },
        optimizer: { kind: training.optimizer.kind },
        loss: (inputs) => {
          const mean = (perImage: tfjs.Tensor) => tf.sum(tf.mul(perImage, inputs.weights!)) as tfjs.Scalar;
          const [reconstruction, bce, kl] = terms(inputs).map(mean) as [tfjs.Scalar, tfjs.Scalar, tfjs.Scalar];
          const loss: tfjs.Scalar = tf.add(reconstruction, tf.mul(beta, kl));
          const penalty = weightPenalty(tf, kernels, training.optimizer.weightDecay);
          return [penalty ? tf.add(loss, penalty) : loss, loss, reconstruction, bce, kl];
        },
      },
      functions: {
        evaluate: { inputs: { images: image(size), noise: vector(size) }, outputs: terms },
        /** The most probable latents, decoded. */
        reconstruct: {
          inputs: { images: image(PAIRS) },
          outputs: (inputs) => [tf.sigmoid(network.decode(network.encode(inputs.images as tfjs.Tensor4D).mean))],
        },
        decode: {
          inputs: { latents: vector(GENERATED) },
          outputs: (inputs) => [tf.sigmoid(network.decode(inputs.latents as tfjs.Tensor2D))],
        },
      },
    },
    scalars: [LOSS, RECONSTRUCTION, BCE, KL],
    batch,
    inputs: { images: batch.images, weights: batch.weights, noise },
    randomness: (epoch) => {
      const random = Random.of(seed, 'noise', 'train', epoch);
      return () => fillNoise(noise, random);
    },
    evaluate: async (program, order, epoch, clock) => {
      const random = Random.of(seed, 'noise', 'validation', epoch);
      const fresh = new Float32Array(size * latent);
      const sums = [0, 0, 0];
      await eachBatch(dataset, order, size, clock, ({ images, count }) => {
        const perImage = program.run('evaluate', { images, noise: fillNoise(fresh, random) });
        for (const [term, values] of perImage.entries()) for (let i = 0; i < count; i++) sums[term]! += values[i]!;
      });
      const [reconstruction, bce, kl] = sums.map((sum) => sum / order.length) as [number, number, number];
      return { [LOSS]: reconstruction + beta * kl, [RECONSTRUCTION]: reconstruction, [BCE]: bce, [KL]: kl };
    },
    samples: (program, split, last) => makeSamples({ program, dataset, images: split.validation, latent, seed, last }),
  };
}
