import type * as tfjs from '@tensorflow/tfjs-core';
import { type GraphNode, graphOf } from '../../schema/networks/graph.ts';
import type { GraphNetwork } from '../../schema/networks/graph-notation.ts';
import type { TF } from '../backends/backend.ts';
import type { Classifier } from './classifier.ts';
import { convolve } from './convolve.ts';
import { dense } from './layers.ts';
import { batchNormalisation, type Normalise, type Pass, standardise } from './normalise.ts';
import { Parameters } from './parameters.ts';

type Step = (inputs: tfjs.Tensor4D[], pass?: Pass) => tfjs.Tensor4D;

/**
 * Builds a network of NAS or ENAS (thesis 4.2, 4.4) node by node from its graph, its convolutions normalised over the batch where it is wanted. The
 * last layer gives logits.
 */
export function buildGraph(tf: TF, network: GraphNetwork, normalised = false): Classifier {
  return build(tf, network, graphOf(network), new Parameters(tf), normalised);
}

/**
 * The same network with weights that others share (Pham et al. 2018): those of a node belong to its place and what it applies. What reads joined
 * maps, or one map where others join several, has a kernel for each of them, so that it is the same part of the weights whatever else is joined.
 *
 * Where convolutions are normalised the classifier's features are too: sums and pools of maps have another scale in each network, and one matrix is to
 * suit all (in their program a cell ends with a normalised convolution). Without it, losses of untrained networks of cells were 3 to 18, not ln 10.
 */
export function buildSharedGraph(tf: TF, network: GraphNetwork, normalised: boolean, parameters: Parameters): Classifier {
  const nodes = graphOf(network);
  const named = nodes.map((node, i, all) => (i === all.length - 1 ? node : { ...node, name: `${node.name} ${node.label}` }));
  return build(tf, network, named, parameters, normalised, {
    step: (_tf, p, node, channels, wanted) => {
      const parts = partsOf(network, nodes, node.from[0]!);
      return parts && node.operation.type === 'convolution'
        ? slicedConvolution(tf, p, node.name, node.operation, parts, wanted)
        : stepOf(tf, p, node, channels, wanted);
    },
    classifier: (_tf, p, name, from, classes) => {
      const parts = partsOf(network, nodes, from);
      return parts ? slicedDense(tf, p, name, parts, classes) : dense(tf, p, name, nodes[from - 1]!.output.channels, classes, 'LINEAR');
    },
  });
}

/** A map that others may join with more: its place in the network, whatever is applied there. */
interface JoinedPart {
  place: string;
  channels: number;
}

/** The maps that a node's value joins, seen through pools; null for one that no network joins. */
function partsOf(network: GraphNetwork, nodes: readonly GraphNode[], number: number): JoinedPart[] | null {
  if (number === 0) return network.family === 'dag' ? [{ place: 'image', channels: network.input.channels }] : null;
  const { name, operation, from, output } = nodes[number - 1]!;
  if (operation.type === 'join') return from.map((part) => partOf(network, nodes, part));
  if (operation.type === 'globalAverage' || halves(name)) return partsOf(network, nodes, from[0]!);
  const joined = network.family === 'dag' || (network.family === 'cell' && operation.type === 'sum');
  return joined ? [{ place: placeOf(network, name), channels: output.channels }] : null;
}

function partOf(network: GraphNetwork, nodes: readonly GraphNode[], number: number): JoinedPart {
  if (number === 0) return { place: 'image', channels: network.input.channels };
  const { name, from, output } = nodes[number - 1]!;
  return halves(name) ? partOf(network, nodes, from[0]!) : { place: placeOf(network, name), channels: output.channels };
}

/** Whether a node only brings what it reads to a smaller size: `2.half1`, `cell3.half`. */
const halves = (name: string) => /^[^.]+\.half\d*$/.test(name);

/** `2.convolution` is layer 2, whatever that applies; `cell3.node4` has one place of its own. */
const placeOf = ({ family }: GraphNetwork, name: string) => (family === 'cell' ? name : name.split('.')[0]!);

/** How the weights of nodes and of the classifier are made. */
interface Makers {
  step: typeof stepOf;
  classifier: (tf: TF, p: Parameters, name: string, from: number, classes: number) => (features: tfjs.Tensor2D) => tfjs.Tensor2D;
}

function build(
  tf: TF,
  network: GraphNetwork,
  nodes: readonly GraphNode[],
  parameters: Parameters,
  normalised: boolean,
  make?: Makers,
): Classifier {
  parameters.part = 'FEATURES';
  const channelsOf = (number: number) => (number === 0 ? network.input : nodes[number - 1]!.output).channels;
  const body = nodes.slice(0, -1);
  const steps = body.map((node) => (make?.step ?? stepOf)(tf, parameters, node, channelsOf(node.from[0]!), normalised));
  parameters.part = 'HEAD';
  const { name } = nodes.at(-1)!;
  const classify =
    make?.classifier(tf, parameters, name, body.length, network.classes) ??
    dense(tf, parameters, name, channelsOf(body.length), network.classes, 'LINEAR');
  const features = (images: tfjs.Tensor4D, pass?: Pass): tfjs.Tensor2D => {
    const outcome: tfjs.Tensor4D[] = [images];
    for (const [i, { from }] of body.entries())
      outcome.push(
        steps[i]!(
          from.map((number) => outcome[number]!),
          pass,
        ),
      );
    return tf.reshape(outcome.at(-1)!, [images.shape[0], channelsOf(body.length)]);
  };
  return {
    parameters: parameters.all,
    dropouts: [],
    logits: (images, { drawn, assign } = {}) => {
      const pass = drawn && assign && { inputs: drawn, assign };
      const given = features(images, pass);
      return classify(make && normalised && pass ? standardise(tf, given, pass) : given);
    },
    features: (images) => features(images),
    classify,
  };
}

function stepOf(tf: TF, p: Parameters, { name, operation, output }: GraphNode, channels: number, normalised: boolean): Step {
  switch (operation.type) {
    case 'convolution': {
      const { height, width, filters, stride } = operation;
      const area = height * width;
      const initialiser = { kind: 'HE', fanIn: area * channels, fanOut: area * filters } as const;
      const { weights, bias } = p.layer(name, [height, width, channels, filters], filters, initialiser);
      const normalise: Normalise = normalised ? batchNormalisation(tf, p, name, filters) : (x) => x;
      return ([x], pass) => tf.relu(tf.add(normalise(convolve(tf, x!, weights as tfjs.Tensor4D, stride, 'same'), pass), bias));
    }
    case 'depthwise': {
      const { height, width, stride } = operation;
      // What follows mixes the channels without a ReLU between, so the variance is to stay as it is.
      const kernel = p.kernel(name, [height, width, channels, 1], { kind: 'GLOROT', fanIn: height * width, fanOut: height * width });
      return ([x]) => tf.depthwiseConv2d(x!, kernel as tfjs.Tensor4D, stride, 'same');
    }
    case 'averagePool':
      return ([x]) => tf.avgPool(x!, operation.size, operation.stride, 'same');
    case 'maxPool':
      return ([x]) => tf.maxPool(x!, operation.size, operation.stride, 'same');
    case 'join':
      return (inputs) =>
        tf.concat(
          inputs.map((x) => filledUp(tf, x, output)),
          3,
        );
    case 'sum':
      return ([a, b]) => tf.add(a!, b!);
    case 'globalAverage':
      return ([x]) => tf.mean(x!, [1, 2], true);
    case 'softmax':
      throw new Error('the classifier is made by itself');
  }
}

/** A convolution of joined maps whose kernel is joined too, one part a map. */
function slicedConvolution(
  tf: TF,
  p: Parameters,
  name: string,
  { height, width, filters, stride }: GraphNode['operation'] & { type: 'convolution' },
  parts: readonly JoinedPart[],
  normalised: boolean,
): Step {
  const area = height * width;
  const kernels = parts.map(({ place, channels }) =>
    p.kernel(`${name} of ${place}`, [height, width, channels, filters], { kind: 'HE', fanIn: area * channels, fanOut: area * filters }),
  );
  const bias = p.bias(name, filters);
  const normalise: Normalise = normalised ? batchNormalisation(tf, p, name, filters) : (x) => x;
  return ([x], pass) => {
    const kernel = tf.concat(kernels, 2) as tfjs.Tensor4D;
    return tf.relu(tf.add(normalise(convolve(tf, x!, kernel, stride, 'same'), pass), bias));
  };
}

/** A classifier of joined features whose matrix is joined too. */
function slicedDense(tf: TF, p: Parameters, name: string, parts: readonly JoinedPart[], classes: number) {
  const matrices = parts.map(({ place, channels }) =>
    p.kernel(`${name} of ${place}`, [channels, classes], { kind: 'GLOROT', fanIn: channels, fanOut: classes }),
  );
  const bias = p.bias(name, classes);
  return (features: tfjs.Tensor2D): tfjs.Tensor2D => tf.add(tf.matMul(features, tf.concat(matrices, 0) as tfjs.Tensor2D), bias);
}

/** Zeros below and on the right. */
function filledUp(tf: TF, x: tfjs.Tensor4D, { height, width }: { height: number; width: number }): tfjs.Tensor4D {
  const [, rows, columns] = x.shape;
  if (rows === height && columns === width) return x;
  return tf.pad(x, [
    [0, 0],
    [0, height - rows],
    [0, width - columns],
    [0, 0],
  ]);
}
