import type * as tfjs from '@tensorflow/tfjs-core';
import { discriminatorOf } from '../../schema/plans/discriminator.ts';
import { DISCRIMINATOR_ACCURACY, DISCRIMINATOR_LOSS, DISCRIMINATOR_VERDICT, LOSS } from '../../schema/plans/metrics.ts';
import type { FunctionSpec, Inputs } from '../backends/backend.ts';
import { buildClassifier } from '../models/classifier.ts';
import { buildGenerator } from '../models/generator.ts';
import { dropoutInputs, NotBuildable } from '../models/network.ts';
import type { Pass } from '../models/normalise.ts';
import type { Parameter } from '../models/parameters.ts';
import { discriminatorLoss, generatorLoss } from './adversarial-losses.ts';
import { runRows } from './batched.ts';
import { meansOf } from './evaluate.ts';
import { judgeImages } from './judge/judged.ts';
import { weightPenalty } from './losses.ts';
import { fillNoise } from './randomness.ts';
import { residentSet } from './residents.ts';
import { DECODE, generatedSamples } from './samples.ts';
import { optimizerSpec } from './schedule.ts';
import { divide, kernelsOf, variablesOf } from './scope.ts';
import { type Task, WEIGHTS } from './train.ts';
import type { TrialTools, TrialWork } from './trial.ts';

/**
 * A generator against a discriminator (Goodfellow et al. 2014; thesis 13.1). The thesis wants the discriminator's architecture fixed and
 * powerful enough, and its verdict on generated images as the reward; whether it is trained before, along or not at all is left open. Here
 * every candidate meets a discriminator of the same architecture and the same first weights, and both are trained together, as in the paper:
 * one that knows no generated image yet is fooled by anything, and one trained before has nothing to tell apart from.
 *
 * Each update moves both, on the same images. The generator's gradient goes through a copy of the discriminator as it was before its last
 * update, which is not trained and costs no gradient to its weights; the discriminator's gradient stops at the images.
 *
 * The verdict is the mean probability that generated images are original, not the share above 1/2 that the thesis's "accuracy" may mean: a
 * discriminator that is sure gives a share of 0 to every candidate, and a controller learns nothing from it.
 */
export function adversarial({ architecture, dataset, training, seed }: TrialWork, { backend, judge }: TrialTools): Task {
  if (architecture.family !== 'generator')
    throw new NotBuildable(`a ${architecture.family} network cannot be trained against a discriminator`);
  const { kind } = training.loss;
  if (kind !== 'MINIMAX' && kind !== 'NON_SATURATING')
    throw new NotBuildable(`${kind} is no loss of generators; allowed are NON_SATURATING and MINIMAX`);
  const { tf } = backend;
  const size = training.batchSize;
  const { latent } = architecture;
  const chain = discriminatorOf(training.discriminator, dataset.image);
  const generator = buildGenerator(tf, architecture, training.batchNormalisation);
  const discriminator = buildClassifier(tf, chain);
  const copy = buildClassifier(tf, chain);
  const { trained, frozen } = divide([...generator.parameters, ...named(discriminator.parameters)], 'FULL');
  // Of the same names, and so of the same first weights.
  const copied = named(copy.parameters);
  const train = residentSet(backend, dataset.train, dataset.image).images;
  const validation = residentSet(backend, dataset.validation, dataset.image).images;
  const noise = { shape: [size, latent], draw: 'NORMAL' as const };

  const images = (inputs: Inputs, pass?: Pass): tfjs.Tensor4D => tf.sigmoid(generator.generate(inputs.noise as tfjs.Tensor2D, pass));
  const flat = (logits: tfjs.Tensor2D): tfjs.Tensor1D => tf.reshape(logits, [-1]);
  /** Of an original and a generated image: how many are taken for what they are, of 2. */
  const toldApart = (original: tfjs.Tensor1D, generated: tfjs.Tensor1D): tfjs.Tensor1D => {
    const right = (logits: tfjs.Tensor1D) => tf.cast(tf.greater(logits, 0), 'float32');
    return tf.div(tf.add(right(original), right(tf.neg(generated))), 2);
  };
  /** Without a gradient to what made it. */
  const stopped = tf.customGrad((x) => ({ value: tf.mul(x as tfjs.Tensor, 1), gradFunc: (dy) => tf.zerosLike(dy as tfjs.Tensor) }));

  const evaluate: FunctionSpec = {
    inputs: { images: { of: validation, rows: size }, noise },
    outputs: (inputs) => {
      const original = flat(discriminator.logits(inputs.images as tfjs.Tensor4D));
      const generated = flat(discriminator.logits(images(inputs)));
      return [
        generatorLoss(tf, generated, kind),
        discriminatorLoss(tf, original, generated),
        tf.sigmoid(generated),
        toldApart(original, generated),
      ];
    },
  };
  return {
    parameters: [...trained, ...frozen, ...copied],
    size,
    spec: {
      variables: variablesOf(trained),
      frozen: variablesOf([...frozen, ...copied]),
      step: {
        inputs: {
          images: { of: train, rows: size },
          [WEIGHTS]: { shape: [size], dtype: 'float32' },
          noise,
          ...dropoutInputs(discriminator.dropouts, size),
        },
        optimizer: optimizerSpec(training.optimizer),
        loss: (inputs, assign) => {
          const mean = (perImage: tfjs.Tensor) => tf.sum(tf.mul(perImage, inputs[WEIGHTS]!)) as tfjs.Scalar;
          const fake = images(inputs, { inputs, assign });
          const original = flat(discriminator.logits(inputs.images as tfjs.Tensor4D, { drawn: inputs }));
          const generated = flat(discriminator.logits(stopped(fake) as tfjs.Tensor4D, { drawn: inputs }));
          const against = mean(discriminatorLoss(tf, original, generated));
          const fooling = mean(generatorLoss(tf, flat(copy.logits(fake, { drawn: inputs })), kind));
          for (const [i, { variable }] of copied.entries()) assign(variable, tf.mul(discriminator.parameters[i]!.variable, 1));
          const penalty = weightPenalty(tf, kernelsOf(trained), training.optimizer.weightDecay);
          const both: tfjs.Scalar = tf.add(fooling, against);
          const reported = [fooling, against, mean(tf.sigmoid(generated)), mean(toldApart(original, generated))];
          return [penalty ? tf.add(both, penalty) : both, ...reported];
        },
      },
      functions: {
        evaluate,
        decode: {
          inputs: { latents: { shape: [DECODE.batch, latent], dtype: 'float32' } },
          outputs: (inputs) => [tf.sigmoid(generator.generate(inputs.latents as tfjs.Tensor2D))],
        },
      },
    },
    scalars: METRICS,
    evaluate: (program, rows, epoch, clock) => meansOf(program, { name: 'evaluate', ...evaluate }, METRICS, rows, { seed, epoch }, clock),
    judged: (program, rows, clock) =>
      judgeImages(
        { judge, dataset, images: rows, seed, errorDeviation: training.loss.errorDeviation },
        {
          generate: (count, random) =>
            runRows(program, DECODE, fillNoise(new Float32Array(count * latent), random), latent, () => clock.breathe()),
        },
      ),
    samples: (program, split, last) => generatedSamples({ program, dataset, images: split.validation, latent, seed, last }),
  };
}

const METRICS = [LOSS, DISCRIMINATOR_LOSS, DISCRIMINATOR_VERDICT, DISCRIMINATOR_ACCURACY];

/** The discriminator's parameters, under names that say whose they are. */
const named = (parameters: readonly Parameter[]): Parameter[] =>
  parameters.map((parameter) => ({ ...parameter, name: `discriminator.${parameter.name}` }));
