import type * as tfjs from '@tensorflow/tfjs-core';
import { BCE, KL, LOSS, RECONSTRUCTION } from '../../schema/plans/metrics.ts';
import type { Backend, FunctionSpec, Inputs } from '../backends/backend.ts';
import { NotBuildable } from '../models/network.ts';
import { buildVariational, reparameterise } from '../models/variational.ts';
import { eachBatch } from './evaluate.ts';
import { binaryCrossEntropy, errorDivergence, priorDivergence, weightPenalty } from './losses.ts';
import { residentSet } from './residents.ts';
import { GENERATED, makeSamples, PAIRS } from './samples.ts';
import { type Task, WEIGHTS } from './train.ts';
import type { TrialWork } from './trial.ts';

/** Variational autoencoder with the vanilla (eq. 7.13) or the reformulated loss (eq. 8.1); beta weighs the term of the prior (eq. 7.14). */
export function variational({ architecture, dataset, training, seed }: TrialWork, backend: Backend): Task {
  if (architecture.family !== 'variational') throw new NotBuildable(`a ${architecture.family} network cannot be trained to generate`);
  if (training.loss.kind === 'CROSS_ENTROPY')
    throw new NotBuildable('CROSS_ENTROPY is a loss of classifiers; allowed are VANILLA and REFORMULATED');
  const { tf } = backend;
  const { kind, errorDeviation, beta } = training.loss;
  const size = training.batchSize;
  const { latent } = architecture;
  const network = buildVariational(tf, architecture);
  const kernels = network.parameters.filter((p) => p.kernel).map((p) => p.variable);
  const train = residentSet(backend, dataset.train, dataset.image).images;
  const validation = residentSet(backend, dataset.validation, dataset.image).images;

  const noise = { shape: [size, latent], draw: 'NORMAL' as const };
  /** Reconstruction term, BCE per pixel, and KL / J of each image; all [B]. */
  const terms = (inputs: Inputs): tfjs.Tensor1D[] => {
    const images = inputs.images as tfjs.Tensor4D;
    const posterior = network.encode(images);
    const logits = network.decode(reparameterise(tf, posterior, inputs.noise as tfjs.Tensor2D));
    const bce = binaryCrossEntropy(tf, images, logits);
    const reconstruction = kind === 'VANILLA' ? bce : errorDivergence(tf, images, tf.sigmoid(logits), errorDeviation);
    return [reconstruction, bce, priorDivergence(tf, posterior.mean, posterior.logVariance)];
  };
  const evaluate: FunctionSpec = { inputs: { images: { of: validation, rows: size }, noise }, outputs: terms };
  return {
    parameters: network.parameters,
    size,
    spec: {
      variables: network.parameters.map((p) => p.variable),
      step: {
        inputs: { images: { of: train, rows: size }, [WEIGHTS]: { shape: [size], dtype: 'float32' }, noise },
        optimizer: { kind: training.optimizer.kind },
        loss: (inputs) => {
          const mean = (perImage: tfjs.Tensor) => tf.sum(tf.mul(perImage, inputs[WEIGHTS]!)) as tfjs.Scalar;
          const [reconstruction, bce, kl] = terms(inputs).map(mean) as [tfjs.Scalar, tfjs.Scalar, tfjs.Scalar];
          const loss: tfjs.Scalar = tf.add(reconstruction, tf.mul(beta, kl));
          const penalty = weightPenalty(tf, kernels, training.optimizer.weightDecay);
          return [penalty ? tf.add(loss, penalty) : loss, loss, reconstruction, bce, kl];
        },
      },
      functions: {
        evaluate,
        /** The most probable latents, decoded. */
        reconstruct: {
          inputs: { images: { of: validation, rows: PAIRS } },
          outputs: (inputs) => [tf.sigmoid(network.decode(network.encode(inputs.images as tfjs.Tensor4D).mean))],
        },
        decode: {
          inputs: { latents: { shape: [GENERATED, latent], dtype: 'float32' } },
          outputs: (inputs) => [tf.sigmoid(network.decode(inputs.latents as tfjs.Tensor2D))],
        },
      },
    },
    scalars: [LOSS, RECONSTRUCTION, BCE, KL],
    evaluate: async (program, images, epoch, clock) => {
      const sums = [0, 0, 0];
      await eachBatch(program, { name: 'evaluate', ...evaluate }, images, { seed, epoch }, clock, (perImage, rows) => {
        for (const [term, values] of perImage.entries()) for (let i = 0; i < rows.length; i++) sums[term]! += values[i]!;
      });
      const [reconstruction, bce, kl] = sums.map((sum) => sum / images.length) as [number, number, number];
      return { [LOSS]: reconstruction + beta * kl, [RECONSTRUCTION]: reconstruction, [BCE]: bce, [KL]: kl };
    },
    samples: (program, split, last) => makeSamples({ program, dataset, images: split.validation, latent, seed, last }),
  };
}
