import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backends/backend.ts';

/*
 * Losses of Goodfellow et al. 2014, "Generative Adversarial Nets", which thesis 13.1 refers to. A discriminator gives a logit f, D = sigmoid(f)
 * the probability that an image is original. One number an image, [B]; with softplus(f) = ln(1 + e^f), -ln D = softplus(-f) and
 * -ln(1 - D) = softplus(f), which are safe for numbers of any size.
 */

/** max(f, 0) + ln(1 + e^-|f|). */
const softplus = (tf: TF, f: tfjs.Tensor1D): tfjs.Tensor1D => tf.add(tf.relu(f), tf.log1p(tf.exp(tf.neg(tf.abs(f)))));

/** -ln D(x) - ln(1 - D(G(z))): eq. 1 with its sign changed, since it is minimised here. Logits of original and generated images, [B] each. */
export function discriminatorLoss(tf: TF, original: tfjs.Tensor1D, generated: tfjs.Tensor1D): tfjs.Tensor1D {
  return tf.add(softplus(tf, tf.neg(original)), softplus(tf, generated));
}

/**
 * What the generator minimises. MINIMAX: ln(1 - D(G(z))), eq. 1. NON_SATURATING: -ln D(G(z)), which section 3 of the paper advises: it has the
 * same fixed point and a gradient where the discriminator is sure.
 */
export function generatorLoss(tf: TF, generated: tfjs.Tensor1D, kind: 'MINIMAX' | 'NON_SATURATING'): tfjs.Tensor1D {
  return kind === 'MINIMAX' ? tf.neg(softplus(tf, generated)) : softplus(tf, tf.neg(generated));
}
