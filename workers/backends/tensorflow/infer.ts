import type { OperationAttribute, TensorValues } from './binding.ts';

export interface Shaped {
  shape: readonly number[];
  /** Of a constant, or undefined when it is computed. */
  values?: TensorValues;
}

type Attributes = (name: string) => unknown;
type Rule = (inputs: readonly Shaped[], attributes: Attributes) => readonly number[] | undefined;

/** The shape of input `index`. */
const like =
  (index: number): Rule =>
  (inputs) =>
    inputs[index]!.shape;

/** The numbers of constant input `index`, which say the output's shape. */
const stated =
  (index: number): Rule =>
  (inputs) =>
    inputs[index]!.values && Array.from(inputs[index]!.values);

/**
 * Of NHWC images under a window.
 * @param channels of the output
 */
function windowed(image: readonly number[], window: readonly [number, number], channels: number, attributes: Attributes) {
  const padding = attributes('padding');
  if (image.length !== 4 || attributes('data_format') !== 'NHWC' || (padding !== 'SAME' && padding !== 'VALID')) return undefined;
  const strides = attributes('strides') as number[];
  const dilations = (attributes('dilations') as number[] | undefined) ?? [1, 1, 1, 1];
  const along = (axis: 1 | 2) => {
    const covered = padding === 'SAME' ? 1 : (window[axis - 1]! - 1) * dilations[axis]! + 1;
    return Math.ceil((image[axis]! - covered + 1) / strides[axis]!);
  };
  return [image[0]!, along(1), along(2), channels];
}

const pooled: Rule = ([image], attributes) => {
  const [, height, width] = attributes('ksize') as number[];
  return windowed(image!.shape, [height!, width!], image!.shape[3]!, attributes);
};

/** Operations whose outputs are float32 of a shape that needs no computing: those that take most of an eager step. */
const RULES: Record<string, Rule> = {
  BiasAdd: like(0),
  BiasAddGrad: ([gradient]) => [gradient!.shape.at(-1)!],
  Relu: like(0),
  ReluGrad: like(0),
  Elu: like(0),
  Sigmoid: like(0),
  Tanh: like(0),
  Softplus: like(0),
  Exp: like(0),
  Log1p: like(0),
  Square: like(0),
  MatMul: ([a, b], attributes) => [a!.shape[attributes('transpose_a') ? 1 : 0]!, b!.shape[attributes('transpose_b') ? 0 : 1]!],
  Conv2D: ([image, kernel], attributes) => windowed(image!.shape, kernelWindow(kernel!), kernel!.shape[3]!, attributes),
  Conv2DBackpropInput: stated(0),
  Conv2DBackpropFilter: stated(1),
  DepthwiseConv2dNative: ([image, kernel], attributes) =>
    windowed(image!.shape, kernelWindow(kernel!), kernel!.shape[2]! * kernel!.shape[3]!, attributes),
  DepthwiseConv2dNativeBackpropInput: stated(0),
  DepthwiseConv2dNativeBackpropFilter: stated(1),
  MaxPool: pooled,
  MaxPoolGrad: like(0),
  AvgPool: pooled,
  AvgPoolGrad: stated(0),
};

const kernelWindow = ({ shape }: Shaped): [number, number] => [shape[0]!, shape[1]!];

/** The shape of an operation's one float32 output, found without computing it; undefined where no rule says it. */
export function inferShape(operation: string, attributes: readonly OperationAttribute[], inputs: readonly Shaped[]): number[] | undefined {
  const rule = Object.hasOwn(RULES, operation) ? RULES[operation] : undefined;
  const shape = rule?.(inputs, (name) => attributes.find((attribute) => attribute.name === name)?.value);
  return shape && [...shape];
}

/** Those that `inferShape` knows. */
export const INFERRED = Object.keys(RULES);
