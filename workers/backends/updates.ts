import type { Graph } from './graph.ts';
import type { Optimizer } from './optimizer.ts';

/** A variable of the graph: its handle, and the handles of its moments. */
export interface Trained {
  handle: string;
  moments: string[];
}

/** Name of the placeholder that takes [learning rate, beta1^t, beta2^t]. */
export const SCHEDULE = 'schedule';

/**
 * Writes the update of every variable that has a gradient, as the kernels that Keras's graphs used (ResourceApplyAdam, ...Momentum,
 * ...GradientDescent). An update waits until its variable has been read, so that the loss is of the weights before it.
 *
 * @returns the nodes of the updates
 */
export function writeUpdates(
  graph: Graph,
  optimizer: Optimizer,
  trained: readonly (Trained & { read: string; gradient?: string })[],
): string[] {
  const float = graph.type('float32');
  const number = (value: number) => graph.constant('float32', [], Float32Array.of(value));
  const schedule = graph.node('Unpack', [graph.placeholder(SCHEDULE, 'float32', [3])], {
    attributes: { T: float, num: graph.integer(3), axis: graph.integer(0) },
  });
  const [learningRate, beta1Power, beta2Power] = [schedule, `${schedule}:1`, `${schedule}:2`];
  const attributes = { T: float };

  let update: (handle: string, moments: string[], gradient: string, after: string[]) => string;
  if (optimizer.kind === 'ADAM') {
    const [beta1, beta2, epsilon] = [number(optimizer.beta1), number(optimizer.beta2), number(optimizer.epsilon)];
    update = (handle, [m, v], gradient, after) =>
      graph.node('ResourceApplyAdam', [handle, m!, v!, beta1Power, beta2Power, learningRate, beta1, beta2, epsilon, gradient], {
        attributes,
        after,
      });
  } else if (optimizer.momentum > 0) {
    const momentum = number(optimizer.momentum);
    update = (handle, [accumulator], gradient, after) =>
      graph.node('ResourceApplyMomentum', [handle, accumulator!, learningRate, gradient, momentum], { attributes, after });
  } else {
    update = (handle, _, gradient, after) =>
      graph.node('ResourceApplyGradientDescent', [handle, learningRate, gradient], { attributes, after });
  }
  return trained.flatMap(({ handle, moments, read, gradient }) =>
    gradient === undefined ? [] : [update(handle, moments, gradient, [read])],
  );
}
