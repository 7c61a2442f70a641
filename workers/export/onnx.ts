import protobuf from 'protobufjs';
import { bytesOf, convolutionKernel, denseWeights, transpose, transposedKernel } from './channels-first.ts';
import type { ExportLayer, ExportModel, Sides, Weights } from './layers.ts';
import { ONNX_MESSAGES } from './onnx-messages.ts';
import { partsOf } from './pyramid-parts.ts';

/** 13 has every operator used here; ONNX Runtime reads it since 2020. */
const OPSET = 13;
const IR_VERSION = 7;
/** Numbers of the types of arrays, and of attributes. */
export const TYPES = { float: 1, int64: 7, int: 2, graph: 5, ints: 7 } as const;

const Model = protobuf.parse(ONNX_MESSAGES, { keepCase: true }).root.lookupType('onnx.ModelProto');

interface Node {
  op_type: string;
  name: string;
  input: string[];
  output: string[];
  attribute: object[];
}

interface Tensor {
  name: string;
  dims: number[];
  data_type: number;
  raw_data: Uint8Array;
}

/** A model as ONNX, images as [batch, channels, height, width], for batches of any size. `metadata` are words for its readers. */
export function onnxModel(model: ExportModel, metadata: Record<string, string>): Uint8Array {
  const graph = new Graph();
  const last = graph.layers(model.layers, model.input.name);
  const outputs = model.outputs.map(({ name, layers }) => {
    const output = layers.length > 0 ? graph.layers(layers, last, model.layers.at(-1)) : last;
    graph.node('Identity', `output_${name}`, [output], [], name);
    return value(name, layers.at(-1)?.output ?? model.layers.at(-1)!.output);
  });
  const input = [value(model.input.name, model.input.shape)];
  return onnxFile({ name: model.name, node: graph.nodes, initializer: graph.tensors, input, output: outputs }, metadata);
}

/** A graph, in the words of ONNX's messages, as a file. */
export function onnxFile(graph: object, metadata: Record<string, string>): Uint8Array {
  const message = Model.create({
    ir_version: IR_VERSION,
    opset_import: [{ domain: '', version: OPSET }],
    producer_name: 'Handpick',
    metadata_props: Object.entries(metadata).map(([key, text]) => ({ key, value: text })),
    graph,
  });
  return Model.encode(message).finish();
}

/** Name and shape of what goes in or comes out; a shape of one image, channels last. */
function value(name: string, shape: readonly number[]): object {
  const sides = shape.length === 3 ? [shape[2], shape[0], shape[1]] : shape;
  const dim = [{ dim_param: 'batch' }, ...sides.map((side) => ({ dim_value: side }))];
  return { name, type: { tensor_type: { elem_type: TYPES.float, shape: { dim } } } };
}

/** Nodes and their constants. What goes from node to node has the name of the node that made it. */
class Graph {
  readonly nodes: Node[] = [];
  readonly tensors: Tensor[] = [];
  /** Where the outcome of each layer is. */
  private readonly places = new Map<string, string>();

  /** Appends layers after `from`, and says where their outcome is. */
  layers(layers: readonly ExportLayer[], from: string, before?: ExportLayer): string {
    return layers.reduce((previous, layer, i) => {
      const inputs = layer.from?.map((name) => this.places.get(name) ?? name) ?? [previous];
      const place = this.layer(layer, inputs, layers[i - 1] ?? before, layers[i + 1]);
      this.places.set(layer.name, place);
      return place;
    }, from);
  }

  /** Appends a node, and says where its outcome is: not under its name alone, which an output of the model may have. */
  node(op_type: string, name: string, input: string[], attribute: object[] = [], output = `${name}:0`): string {
    this.nodes.push({ op_type, name, input, output: [output], attribute });
    return output;
  }

  private layer(layer: ExportLayer, inputs: string[], before: ExportLayer | undefined, after: ExportLayer | undefined): string {
    const { name } = layer;
    const input = inputs[0]!;
    switch (layer.kind) {
      case 'convolution': {
        const weights = [this.weights(`${name}.weight`, convolutionKernel(layer.kernel)), this.weights(`${name}.bias`, layer.bias)];
        const { top, left, bottom, right } = layer.pads;
        const attributes = [ints('strides', [layer.stride, layer.stride]), ints('pads', [top, left, bottom, right])];
        return this.activated(layer, this.node('Conv', name, [input, ...weights], attributes));
      }
      case 'transposedConvolution': {
        const weights = [this.weights(`${name}.weight`, transposedKernel(layer.kernel)), this.weights(`${name}.bias`, layer.bias)];
        const attributes = [ints('strides', [layer.stride, layer.stride])];
        return this.activated(layer, this.node('ConvTranspose', name, [input, ...weights], attributes));
      }
      case 'dense': {
        const { matrix, bias } = denseWeights(layer, before, after);
        const weights = [this.weights(`${name}.weight`, matrix), this.weights(`${name}.bias`, bias)];
        return this.activated(layer, this.node('Gemm', name, [input, ...weights], [int('transB', 1)]));
      }
      case 'maxPool': {
        const attributes = [ints('kernel_shape', [layer.size, layer.size]), ints('strides', [layer.stride, layer.stride])];
        return this.node('MaxPool', name, [input], attributes);
      }
      case 'depthwise': {
        // [channels, 1, height, width]
        const weights = this.weights(`${name}.weight`, transpose(layer.kernel, [2, 3, 0, 1]));
        const attributes = [ints('strides', [layer.stride, layer.stride]), ints('pads', padsOf(layer.pads)), int('group', layer.input[2]!)];
        return this.node('Conv', name, [input, weights], attributes);
      }
      case 'samePool': {
        const { size, stride, pads } = layer;
        const attributes = [ints('kernel_shape', [size, size]), ints('strides', [stride, stride]), ints('pads', padsOf(pads))];
        return this.node(layer.of === 'max' ? 'MaxPool' : 'AveragePool', name, [input], attributes);
      }
      case 'zeros': {
        const { top, left, bottom, right } = layer.sides;
        return this.node('Pad', name, [input, this.integers(`${name}.pads`, [0, 0, top, left, 0, 0, bottom, right])]);
      }
      case 'join':
        return this.node('Concat', name, inputs, [int('axis', 1)]);
      case 'sum':
        return this.node('Add', name, inputs);
      case 'globalAverage':
        return this.node('Flatten', name, [this.node('GlobalAveragePool', `${name}_maps`, [input])], [int('axis', 1)]);
      case 'pyramid':
        return this.pyramid(layer, input);
      case 'flatten':
        return this.node('Flatten', name, [input], [int('axis', 1)]);
      case 'reshape': {
        const [height, width, channels] = layer.output as [number, number, number];
        // 0: as many as before
        return this.node('Reshape', name, [input, this.integers(`${name}.shape`, [0, channels, height, width])]);
      }
      case 'crop':
        return this.slice(name, input, layer.input, layer.sides);
      case 'dropout':
        return input;
      case 'softmax':
        return this.node('Softmax', name, [input], [int('axis', 1)]);
      case 'sigmoid':
        return this.node('Sigmoid', name, [input]);
    }
  }

  private activated({ name, activation }: { name: string; activation: 'relu' | 'linear' }, output: string): string {
    return activation === 'relu' ? this.node('Relu', `${name}_relu`, [output]) : output;
  }

  private pyramid({ name, levels, input: [height, width] }: ExportLayer & { levels: number }, input: string): string {
    const parts = partsOf(height!, width!, levels).map(({ top, bottom, left, right }, i) => {
      const sides = { top, bottom: height! - bottom, left, right: width! - right };
      const part = this.slice(`${name}_part_${i}`, input, [height!, width!], sides);
      return this.node('ReduceMax', `${name}_max_${i}`, [part], [ints('axes', [2, 3]), int('keepdims', 0)]);
    });
    return this.node('Concat', name, parts, [int('axis', 1)]);
  }

  private slice(name: string, input: string, [height, width]: readonly number[], { top, bottom, left, right }: Sides): string {
    const starts = this.integers(`${name}.starts`, [top, left]);
    const ends = this.integers(`${name}.ends`, [height! - bottom, width! - right]);
    return this.node('Slice', name, [input, starts, ends, this.integers(`${name}.axes`, [2, 3])]);
  }

  private weights(name: string, weights: Weights): string {
    this.tensors.push({ name, dims: weights.shape, data_type: TYPES.float, raw_data: bytesOf(weights) });
    return name;
  }

  private integers(name: string, values: number[]): string {
    const raw_data = new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
    this.tensors.push({ name, dims: [values.length], data_type: TYPES.int64, raw_data });
    return name;
  }
}

const padsOf = ({ top, left, bottom, right }: Sides): number[] => [top, left, bottom, right];
const int = (name: string, i: number) => ({ name, i, type: TYPES.int });
const ints = (name: string, values: number[]) => ({ name, ints: values, type: TYPES.ints });
