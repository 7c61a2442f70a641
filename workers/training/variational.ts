import type * as tfjs from '@tensorflow/tfjs-core';
import { BCE, KL, LOSS, RECONSTRUCTION } from '../../schema/plans/metrics.ts';
import type { FunctionSpec, Inputs } from '../backends/backend.ts';
import { NotBuildable } from '../models/network.ts';
import type { Pass } from '../models/normalise.ts';
import { buildVariational, reparameterise } from '../models/variational.ts';
import { runRows } from './batched.ts';
import { meansOf } from './evaluate.ts';
import { judgeImages } from './judge/judged.ts';
import { binaryCrossEntropy, errorDivergence, priorDivergence, weightPenalty } from './losses.ts';
import { fillNoise } from './randomness.ts';
import { residentSet } from './residents.ts';
import { DECODE, ENCODE, makeSamples, RECONSTRUCT } from './samples.ts';
import { optimizerSpec, priorWeight } from './schedule.ts';
import { divide, kernelsOf, variablesOf } from './scope.ts';
import { type Task, WEIGHTS } from './train.ts';
import type { TrialTools, TrialWork } from './trial.ts';

/** Name of the step's input with the weight of the prior, which a warm-up changes from epoch to epoch. */
const PRIOR_WEIGHT = 'priorWeight';

/**
 * Variational autoencoder with the vanilla (eq. 7.13) or the reformulated loss (eq. 8.1); beta weighs the term of the prior (eq. 7.14). In
 * a warm-up the training loss counts the prior as far as it is weighed in that epoch, the validation loss always with the whole beta: its
 * epochs can be compared, and one of the first is not the best because it asked for less.
 */
export function variational({ architecture, dataset, training, seed }: TrialWork, { backend, judge }: TrialTools): Task {
  if (architecture.family !== 'variational') throw new NotBuildable(`a ${architecture.family} network cannot be trained to generate`);
  if (training.loss.kind !== 'VANILLA' && training.loss.kind !== 'REFORMULATED')
    throw new NotBuildable(`${training.loss.kind} is no loss of variational autoencoders; allowed are VANILLA and REFORMULATED`);
  const { tf } = backend;
  const { kind, errorDeviation, beta } = training.loss;
  const size = training.batchSize;
  const { latent } = architecture;
  const network = buildVariational(tf, architecture, training.batchNormalisation);
  const { parameters, trained, frozen } = divide(network.parameters, training.scope);
  const train = residentSet(backend, dataset.train, dataset.image).images;
  const validation = residentSet(backend, dataset.validation, dataset.image).images;

  const noise = { shape: [size, latent], draw: 'NORMAL' as const };
  /** Reconstruction term, BCE per pixel, and KL / J of each image; all [B]. */
  const terms = (inputs: Inputs, pass?: Pass): tfjs.Tensor1D[] => {
    const images = inputs.images as tfjs.Tensor4D;
    const posterior = network.encode(images, pass);
    const logits = network.decode(reparameterise(tf, posterior, inputs.noise as tfjs.Tensor2D), pass);
    const bce = binaryCrossEntropy(tf, images, logits);
    const reconstruction = kind === 'VANILLA' ? bce : errorDivergence(tf, images, tf.sigmoid(logits), errorDeviation);
    return [reconstruction, bce, priorDivergence(tf, posterior.mean, posterior.logVariance)];
  };
  const evaluate: FunctionSpec = { inputs: { images: { of: validation, rows: size }, noise }, outputs: (inputs) => terms(inputs) };
  return {
    parameters,
    size,
    spec: {
      variables: variablesOf(trained),
      frozen: variablesOf(frozen),
      step: {
        inputs: {
          images: { of: train, rows: size },
          [WEIGHTS]: { shape: [size], dtype: 'float32' },
          [PRIOR_WEIGHT]: { shape: [], dtype: 'float32' },
          noise,
        },
        optimizer: optimizerSpec(training.optimizer),
        loss: (inputs, assign) => {
          const mean = (perImage: tfjs.Tensor) => tf.sum(tf.mul(perImage, inputs[WEIGHTS]!)) as tfjs.Scalar;
          const [reconstruction, bce, kl] = terms(inputs, { inputs, assign }).map(mean) as [tfjs.Scalar, tfjs.Scalar, tfjs.Scalar];
          const loss: tfjs.Scalar = tf.add(reconstruction, tf.mul(inputs[PRIOR_WEIGHT]!, kl));
          const penalty = weightPenalty(tf, kernelsOf(trained), training.optimizer.weightDecay);
          return [penalty ? tf.add(loss, penalty) : loss, loss, reconstruction, bce, kl];
        },
      },
      functions: {
        evaluate,
        /** The most probable latents, decoded. */
        reconstruct: {
          inputs: { images: { of: validation, rows: RECONSTRUCT.batch } },
          outputs: (inputs) => [tf.sigmoid(network.decode(network.encode(inputs.images as tfjs.Tensor4D).mean))],
        },
        encode: {
          inputs: { images: { of: validation, rows: ENCODE.batch } },
          outputs: (inputs) => [network.encode(inputs.images as tfjs.Tensor4D).mean],
        },
        decode: {
          inputs: { latents: { shape: [DECODE.batch, latent], dtype: 'float32' } },
          outputs: (inputs) => [tf.sigmoid(network.decode(inputs.latents as tfjs.Tensor2D))],
        },
      },
    },
    scalars: [LOSS, RECONSTRUCTION, BCE, KL],
    numbers: { [PRIOR_WEIGHT]: (epoch) => priorWeight(training.loss, epoch) },
    evaluate: async (program, images, epoch, clock) => {
      const called = { name: 'evaluate', ...evaluate };
      const means = await meansOf(program, called, [RECONSTRUCTION, BCE, KL], images, { seed, epoch }, clock);
      return { [LOSS]: means[RECONSTRUCTION]! + beta * means[KL]!, ...means };
    },
    judged: (program, images, clock) => {
      const turn = () => clock.breathe();
      return judgeImages(
        { judge, dataset, images, seed, errorDeviation },
        {
          generate: (count, random) => runRows(program, DECODE, fillNoise(new Float32Array(count * latent), random), latent, turn),
          reconstruct: (rows) => runRows(program, RECONSTRUCT, rows, 1, turn),
        },
      );
    },
    samples: (program, split, last) => makeSamples({ program, dataset, images: split.validation, latent, seed, last }),
  };
}
