import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from './backend.ts';
import type { UpdateVariables } from './eager-device.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Updates as operations on tensors, for a device whose memory JavaScript does not see: nothing is read, the clipping of gradients included.
 * Formulas as in optimizer.ts.
 */
export function updateByOperations(tf: TF): UpdateVariables {
  return (optimizer, variables, moments, gradients, { learningRate, step, decayed }) =>
    void tf.tidy(() => {
      const clipped = clip(tf, optimizer, gradients);
      variables.forEach((variable, index) => {
        const gradient = clipped[index];
        if (!gradient) return; // the loss does not depend on it
        const kept = decayed.has(variable) ? 1 - learningRate * optimizer.weightDecay : 1;
        const start = kept === 1 ? variable : tf.mul(variable, kept);
        const { change, next } = direction(tf, optimizer, moments[index]!, gradient, learningRate, step);
        variable.assign(tf.sub(start, change));
        tf.dispose(moments[index]!);
        moments[index] = next.map((moment) => tf.keep(moment));
      });
    });
}

/** What is taken from the weights, and the moments after it. */
function direction(
  tf: TF,
  optimizer: Optimizer,
  moments: readonly tfjs.Tensor[],
  g: tfjs.Tensor,
  learningRate: number,
  step: number,
): { change: tfjs.Tensor; next: tfjs.Tensor[] } {
  const [first, second] = moments as [tfjs.Tensor, tfjs.Tensor];
  const towards = (moment: tfjs.Tensor, value: tfjs.Tensor, beta: number) => tf.add(moment, tf.mul(tf.sub(value, moment), 1 - beta));
  switch (optimizer.kind) {
    case 'ADAM': {
      const { beta1, beta2, epsilon } = optimizer;
      const stepSize = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
      const next = [towards(first, g, beta1), towards(second, tf.square(g), beta2)] as const;
      return { change: tf.div(tf.mul(next[0], stepSize), tf.add(tf.sqrt(next[1]), epsilon)), next: [...next] };
    }
    case 'RMSPROP': {
      const { rho, momentum, epsilon } = optimizer;
      const squares = towards(first, tf.square(g), rho);
      const taken = tf.div(tf.mul(g, learningRate), tf.sqrt(tf.add(squares, epsilon)));
      const change = momentum > 0 ? tf.add(tf.mul(second, momentum), taken) : taken;
      return { change, next: [squares, change] };
    }
    case 'SGD': {
      const { momentum, nesterov } = optimizer;
      if (momentum === 0) return { change: tf.mul(g, learningRate), next: [] };
      const gathered = tf.add(tf.mul(first, momentum), g);
      const along = nesterov ? tf.add(g, tf.mul(gathered, momentum)) : gathered;
      return { change: tf.mul(along, learningRate), next: [gathered] };
    }
  }
}

/** Scales all gradients so that their common norm is at most the limit (Pascanu et al. 2013). */
function clip(tf: TF, { clipNorm }: Optimizer, gradients: readonly (tfjs.Tensor | undefined)[]): (tfjs.Tensor | undefined)[] {
  const present = gradients.filter((gradient) => gradient !== undefined);
  if (clipNorm === undefined || present.length === 0) return [...gradients];
  const norm = tf.sqrt(tf.addN(present.map((gradient) => tf.sum(tf.square(gradient)))));
  const scale = tf.div(clipNorm, tf.maximum(norm, clipNorm));
  return gradients.map((gradient) => gradient && tf.mul(gradient, scale));
}
