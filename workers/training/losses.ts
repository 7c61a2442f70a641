import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backends/backend.ts';

/*
 * Losses of chapters 4, 5, 7 and 8. Each gives one number an image, [B]; the task takes the mean. All start from logits, where
 * log(sigmoid) and log(softmax) are safe for numbers of any size.
 */

/** Negative log-likelihood of the right class (thesis 4.5): logits [B, classes], one-hot targets [B, classes] to [B]. */
export function crossEntropy(tf: TF, logits: tfjs.Tensor2D, targets: tfjs.Tensor2D): tfjs.Tensor1D {
  return tf.neg(tf.sum(tf.mul(targets, tf.logSoftmax(logits)), 1));
}

/**
 * Mean of BCE(x, sigmoid(l)) = max(l, 0) - l x + ln(1 + e^-|l|) over all but the batch, of targets x in [0, 1] and logits l, both [B, ...],
 * to [B]: over pixels it is the first term of eq. 7.13 normalised by their number, over classes the loss of a classifier by which an image
 * may have several.
 */
export function binaryCrossEntropy(tf: TF, targets: tfjs.Tensor, logits: tfjs.Tensor): tfjs.Tensor1D {
  const softplus = tf.log1p(tf.exp(tf.neg(tf.abs(logits))));
  const axes = logits.shape.slice(1).map((_, i) => i + 1);
  return tf.mean(tf.add(tf.sub(tf.relu(logits), tf.mul(logits, targets)), softplus), axes);
}

/** Mean over the pixels of (x - x')^2: images and reconstructions [B, h, w, c] in [0, 1] to [B]; 5.2 names it beside the BCE. */
export function squaredError(tf: TF, images: tfjs.Tensor4D, reconstructions: tfjs.Tensor4D): tfjs.Tensor1D {
  return tf.mean(tf.square(tf.sub(images, reconstructions)), [1, 2, 3]);
}

/**
 * KL( N(mean, exp(logVariance)) || N(0, I) ) / J = -1/(2J) sum(1 + ln s^2 - m^2 - s^2), eq. 7.12: the term of the prior, normalised
 * by the latent size J. [B, J] twice to [B].
 */
export function priorDivergence(tf: TF, mean: tfjs.Tensor2D, logVariance: tfjs.Tensor2D): tfjs.Tensor1D {
  return tf.mul(-0.5, tf.mean(tf.sub(tf.sub(tf.add(logVariance, 1), tf.square(mean)), tf.exp(logVariance)), 1));
}

/** Smallest variance that the logarithm of eq. 8.1 sees: an error that is the same at every pixel has none. */
export const MINIMUM_VARIANCE = 1e-12;

/**
 * Reformulated reconstruction term, the first of eq. 8.1: with mu and sigma^2 the mean and variance over the pixels of one image's error
 * x - x',
 *
 *     KL( N(mu, sigma^2) || N(0, E^2) ) = ln(E / sigma) + (sigma^2 + mu^2) / (2 E^2) - 1/2
 *
 * `errorDeviation` is E. Images and reconstructions [B, h, w, c] in [0, 1] to [B].
 */
export function errorDivergence(tf: TF, images: tfjs.Tensor4D, reconstructions: tfjs.Tensor4D, errorDeviation: number): tfjs.Tensor1D {
  const error = tf.sub(images, reconstructions);
  const mean: tfjs.Tensor = tf.mean(error, [1, 2, 3], true);
  // The variance of the centred errors, rather than mean(d^2) - mean(d)^2, loses no digits when the errors are nearly alike.
  const variance: tfjs.Tensor1D = tf.mean(tf.square(tf.sub(error, mean)), [1, 2, 3]);
  const second: tfjs.Tensor1D = tf.mean(tf.square(error), [1, 2, 3]);
  const logDeviation = tf.mul(0.5, tf.log(tf.maximum(variance, MINIMUM_VARIANCE)));
  return tf.add(tf.sub(tf.div(second, 2 * errorDeviation ** 2), logDeviation), Math.log(errorDeviation) - 0.5);
}

/**
 * L2 penalty 1/2 decay sum(w^2) over the kernels: its gradient is decay w, what optimisers call weight decay. A scalar; undefined
 * without kernels or decay.
 */
export function weightPenalty(tf: TF, kernels: readonly tfjs.Tensor[], decay: number): tfjs.Scalar | undefined {
  if (decay === 0 || kernels.length === 0) return undefined;
  const squares = kernels.map((kernel) => tf.sum(tf.square(kernel)) as tfjs.Scalar);
  return tf.mul(
    decay / 2,
    squares.reduce((a, b) => tf.add(a, b)),
  );
}
