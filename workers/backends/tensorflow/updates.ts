import type { Optimizer } from '../optimizer.ts';
import type { Graph } from './graph.ts';

/** A variable of the graph: its handle, those of its moments, the node that reads it, and what is known of it in this step. */
export interface Trained {
  handle: string;
  moments: string[];
  read: string;
  /** Missing where the loss does not depend on the variable. */
  gradient?: string;
  /** Whether weight decay makes it smaller. */
  decayed: boolean;
}

/**
 * Writes the update of every variable that has a gradient, as the kernels that Keras's graphs used (ResourceApplyAdam, ...Momentum,
 * ...RMSProp, ...GradientDescent). An update waits until its variable has been read, so that the loss is of the weights before it.
 *
 * @param schedule [learning rate, beta1^t, beta2^t]
 * @returns the nodes of the updates
 */
export function writeUpdates(graph: Graph, optimizer: Optimizer, schedule: string, trained: readonly Trained[]): string[] {
  const float = graph.type('float32');
  const attributes = { T: float };
  const number = (value: number) => graph.constant('float32', [], Float32Array.of(value));
  const binary = (operation: string, a: string, b: string) => graph.node(operation, [a, b], { attributes });
  const unpacked = graph.node('Unpack', [schedule], { attributes: { T: float, num: graph.integer(3), axis: graph.integer(0) } });
  const rates = { learningRate: unpacked, beta1Power: `${unpacked}:1`, beta2Power: `${unpacked}:2` };

  const learning = trained.filter((variable): variable is Trained & { gradient: string } => variable.gradient !== undefined);
  const gradients = clipped(
    graph,
    optimizer.clipNorm,
    learning.map(({ gradient }) => gradient),
  );
  const apply = writeApply(graph, optimizer, rates, number);
  return learning.map(({ handle, moments, read, decayed }, index) => {
    const after = [read];
    if (decayed && optimizer.weightDecay > 0) {
      const smaller = binary('Mul', read, binary('Mul', rates.learningRate, number(optimizer.weightDecay)));
      after.push(graph.node('AssignSubVariableOp', [handle, smaller], { attributes: { dtype: float } }));
    }
    return apply(handle, moments, gradients[index]!, after);
  });
}

type Apply = (handle: string, moments: string[], gradient: string, after: string[]) => string;

function writeApply(
  graph: Graph,
  optimizer: Optimizer,
  { learningRate, beta1Power, beta2Power }: { learningRate: string; beta1Power: string; beta2Power: string },
  number: (value: number) => string,
): Apply {
  const attributes = { T: graph.type('float32') };
  if (optimizer.kind === 'ADAM') {
    const [beta1, beta2, epsilon] = [number(optimizer.beta1), number(optimizer.beta2), number(optimizer.epsilon)];
    return (handle, [m, v], gradient, after) =>
      graph.node('ResourceApplyAdam', [handle, m!, v!, beta1Power, beta2Power, learningRate, beta1, beta2, epsilon, gradient], {
        attributes,
        after,
      });
  }
  if (optimizer.kind === 'RMSPROP') {
    const [rho, momentum, epsilon] = [number(optimizer.rho), number(optimizer.momentum), number(optimizer.epsilon)];
    return (handle, [meanSquare, speed], gradient, after) =>
      graph.node('ResourceApplyRMSProp', [handle, meanSquare!, speed!, learningRate, rho, momentum, epsilon, gradient], {
        attributes,
        after,
      });
  }
  if (optimizer.momentum > 0) {
    const momentum = number(optimizer.momentum);
    const options = { ...attributes, use_nesterov: graph.flag(optimizer.nesterov) };
    return (handle, [accumulator], gradient, after) =>
      graph.node('ResourceApplyMomentum', [handle, accumulator!, learningRate, gradient, momentum], { attributes: options, after });
  }
  return (handle, _, gradient, after) =>
    graph.node('ResourceApplyGradientDescent', [handle, learningRate, gradient], { attributes, after });
}

/** Gradients scaled down together where their norm is above the limit. */
function clipped(graph: Graph, limit: number | undefined, gradients: string[]): string[] {
  if (limit === undefined || gradients.length === 0) return gradients;
  const attributes = { T: graph.type('float32') };
  const number = (value: number) => graph.constant('float32', [], Float32Array.of(value));
  const halves = gradients.map((gradient) => graph.node('L2Loss', [gradient], { attributes }));
  const sum = graph.node('AddN', halves, { attributes: { ...attributes, N: graph.integer(halves.length) } });
  const norm = graph.node('Sqrt', [graph.node('Mul', [sum, number(2)], { attributes })], { attributes });
  const scale = graph.node('RealDiv', [number(limit), graph.node('Maximum', [norm, number(limit)], { attributes })], { attributes });
  return gradients.map((gradient) => graph.node('Mul', [gradient, scale], { attributes }));
}
