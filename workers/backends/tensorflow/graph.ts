import type { Binding, OperationAttribute, Protobuf, TensorValues } from './binding.ts';

/** Numbers of tensorflow/core/framework/types.proto. */
const DATA_TYPES = { float32: 1, int32: 3, uint8: 4, int64: 9, bool: 10, resource: 20 } as const;
export type GraphType = keyof typeof DATA_TYPES;

/** The GraphDef version that TensorFlow 2.21 writes; a reader refuses only graphs that demand a newer reader. */
const PRODUCER = 1882;
/** Constants above this many equal numbers are written as one number and a Fill. */
const FILL_FROM = 64;

/** An attribute of a node, already in protobuf form. */
export type NodeAttribute = { readonly message: Protobuf };

export interface NodeOptions {
  name?: string;
  attributes?: Record<string, NodeAttribute>;
  /** Nodes that must have run before this one. */
  after?: string[];
}

/** Writes a TensorFlow GraphDef node by node. Endpoints are `name` (first output) or `name:index`. */
export interface Graph {
  node(operation: string, inputs: string[], options?: NodeOptions): string;
  constant(dtype: GraphType, shape: readonly number[], values: TensorValues | BigInt64Array): string;
  /** A length of -1 is any. */
  placeholder(name: string, dtype: GraphType, shape: readonly number[]): string;
  /** While `body` runs, nodes without an input wait for `anchor`: so they belong to its loop. */
  within<T>(anchor: string, body: () => T): T;
  type(dtype: GraphType): NodeAttribute;
  shape(shape: readonly number[]): NodeAttribute;
  text(text: string): NodeAttribute;
  integer(value: number): NodeAttribute;
  flag(value: boolean): NodeAttribute;
  /** Translates an attribute that a tfjs kernel passed. */
  attribute(attribute: OperationAttribute): NodeAttribute;
  readonly size: number;
  /** The graph as a SavedModel with the tag `serve`, the one form that the addon loads. */
  serialize(): Uint8Array;
}

export function createGraph(protobuf: Protobuf, binding: Binding): Graph {
  const definition = new protobuf.GraphDef();
  let size = 0;
  let anchor: string | undefined;

  const shapeMessage = (shape: readonly number[]) => {
    const message = new protobuf.TensorShape();
    for (const length of shape) {
      const dimension = new protobuf.TensorShape.Dim();
      dimension.setSize(length);
      message.addDim(dimension);
    }
    return message;
  };
  const make = (set: (message: Protobuf) => void): NodeAttribute => {
    const message = new protobuf.AttrValue();
    set(message);
    return { message };
  };
  const typeNumber = (value: number) => make((message) => message.setType(value));
  const encoder = new TextEncoder();

  const graph: Graph = {
    get size() {
      return size;
    },
    node(operation, inputs, { name = `n${size}`, attributes = {}, after = [] } = {}) {
      const node = new protobuf.NodeDef();
      node.setName(name);
      node.setOp(operation);
      const waits = anchor !== undefined && inputs.length === 0 ? [...after, anchor] : after;
      node.setInputList([...inputs, ...waits.map((endpoint) => `^${endpoint.split(':')[0]}`)]);
      const map = node.getAttrMap();
      for (const [key, attribute] of Object.entries(attributes)) map.set(key, attribute.message);
      definition.addNode(node);
      size++;
      return name;
    },
    constant(dtype, shape, values) {
      if (values.length > FILL_FROM && values.every((value) => value === values[0])) {
        const dimensions = graph.constant('int32', [shape.length], Int32Array.from(shape));
        const value = graph.constant(dtype, [], values.slice(0, 1));
        return graph.node('Fill', [dimensions, value], { attributes: { T: graph.type(dtype), index_type: graph.type('int32') } });
      }
      const tensor = new protobuf.Tensor();
      tensor.setDtype(DATA_TYPES[dtype]);
      tensor.setTensorShape(shapeMessage(shape));
      tensor.setTensorContent(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      return graph.node('Const', [], { attributes: { dtype: graph.type(dtype), value: make((message) => message.setTensor(tensor)) } });
    },
    placeholder(name, dtype, shape) {
      return graph.node('Placeholder', [], { name, attributes: { dtype: graph.type(dtype), shape: graph.shape(shape) } });
    },
    within(node, body) {
      const outer = anchor;
      anchor = node;
      try {
        return body();
      } finally {
        anchor = outer;
      }
    },
    type: (dtype) => typeNumber(DATA_TYPES[dtype]),
    shape: (shape) => make((message) => message.setShape(shapeMessage(shape))),
    text: (text) => make((message) => message.setS(encoder.encode(text))),
    integer: (value) => make((message) => message.setI(value)),
    flag: (value) => make((message) => message.setB(value)),
    attribute({ name, type, value }) {
      if (Array.isArray(value) && type !== binding.TF_ATTR_SHAPE) {
        const list = new protobuf.AttrValue.ListValue();
        if (type === binding.TF_ATTR_INT) list.setIList(value);
        else if (type === binding.TF_ATTR_FLOAT) list.setFList(value);
        else if (type === binding.TF_ATTR_BOOL) list.setBList(value);
        else if (type === binding.TF_ATTR_TYPE) list.setTypeList(value);
        else throw new Error(`attribute ${name} is a list of kind ${type}, which a graph cannot hold`);
        return make((message) => message.setList(list));
      }
      if (type === binding.TF_ATTR_INT) return graph.integer(value as number);
      if (type === binding.TF_ATTR_FLOAT) return make((message) => message.setF(value));
      if (type === binding.TF_ATTR_BOOL) return graph.flag(value as boolean);
      if (type === binding.TF_ATTR_TYPE) return typeNumber(value as number);
      if (type === binding.TF_ATTR_SHAPE) return graph.shape(value as number[]);
      if (type === binding.TF_ATTR_STRING) return graph.text(value as string);
      throw new Error(`attribute ${name} is of kind ${type}, which a graph cannot hold`);
    },
    serialize() {
      const versions = new protobuf.VersionDef();
      versions.setProducer(PRODUCER);
      definition.setVersions(versions);
      const information = new protobuf.MetaGraphDef.MetaInfoDef();
      information.setTagsList(['serve']);
      const meta = new protobuf.MetaGraphDef();
      meta.setMetaInfoDef(information);
      meta.setGraphDef(definition);
      const model = new protobuf.SavedModel();
      model.setSavedModelSchemaVersion(1);
      model.addMetaGraphs(meta);
      return model.serializeBinary();
    },
  };
  return graph;
}
