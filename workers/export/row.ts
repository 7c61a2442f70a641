import { pyramidParts, validSize } from '../../schema/networks/shapes.ts';
import { folded } from './folded.ts';
import { type ExportLayer, type LayerKind, size, type Weights } from './layers.ts';

/** The array of a parameter by its name, as a checkpoint has it. */
export type WeightsOf = (name: string) => Weights | undefined;

interface Filters {
  filters: number;
  kernel: number;
  stride: number;
}

/** Puts layers in a row, and knows the shape that they have come to. Names of parameters are those of workers/models. */
export class Row {
  readonly layers: ExportLayer[] = [];

  constructor(
    private first: number[],
    private readonly weights: WeightsOf,
  ) {}

  /** Of one image, after the last layer. */
  get shape(): number[] {
    return this.layers.at(-1)?.output ?? this.first;
  }

  convolution(parameter: string, { filters, kernel, stride }: Filters, padding: 'same' | 'valid', activation: 'relu' | 'linear'): this {
    const [height, width, channels] = this.map();
    const [rows, columns] = [height, width].map((side) => along(side!, kernel, stride, padding)) as [Along, Along];
    const pads = { top: rows.before, bottom: rows.after, left: columns.before, right: columns.after };
    return this.add(nameOf(parameter), [rows.size, columns.size, filters], {
      kind: 'convolution',
      ...this.pair(parameter, [kernel, kernel, channels, filters]),
      stride,
      padding,
      pads,
      activation,
    });
  }

  /**
   * A transposed convolution to (side - 1) stride + kernel, or to a map of the size `to`, less than a stride larger, whose further rows and
   * columns get the bias alone. Formats differ in how they count such rows, and where the kernel is smaller than the stride. So the kernel
   * is filled up with zeros, which count the same everywhere, and what is too much is cropped.
   */
  transposed(
    parameter: string,
    { filters, kernel, stride }: Filters,
    activation: 'relu' | 'linear',
    to?: { height: number; width: number },
  ): this {
    const [height, width, channels] = this.map();
    const plain = (side: number) => (side - 1) * stride + kernel;
    const target = to ?? { height: plain(height), width: plain(width) };
    const filled = (side: number, wanted: number) => Math.max(stride, kernel + wanted - plain(side));
    const [rows, columns] = [filled(height, target.height), filled(width, target.width)];
    const { kernel: trained, bias } = this.pair(parameter, [kernel, kernel, filters, channels], 2);
    this.add(nameOf(parameter), [(height - 1) * stride + rows, (width - 1) * stride + columns, filters], {
      kind: 'transposedConvolution',
      kernel: withZeros(trained, rows, columns),
      bias,
      stride,
      activation,
    });
    return this.crop(0, 0, target.height, target.width);
  }

  dense(parameter: string, units: number, activation: 'relu' | 'linear'): this {
    return this.add(nameOf(parameter), [units], { kind: 'dense', ...this.pair(parameter, [size(this.shape), units]), activation });
  }

  maxPool(pool: number, stride: number): this {
    const [height, width, channels] = this.map();
    const output = [validSize(height, pool, stride), validSize(width, pool, stride), channels];
    return this.add(this.numbered('pool'), output, { kind: 'maxPool', size: pool, stride });
  }

  globalAverage(): this {
    return this.add(this.numbered('mean'), [this.map()[2]], { kind: 'globalAverage' });
  }

  pyramid(levels: number): this {
    return this.add(this.numbered('pyramid'), [this.map()[2] * pyramidParts(levels)], { kind: 'pyramid', levels });
  }

  /** Nothing where there is a vector already. */
  flatten(): this {
    return this.shape.length === 1 ? this : this.add(this.numbered('flatten'), [size(this.shape)], { kind: 'flatten' });
  }

  reshape(map: number[]): this {
    return this.add(this.numbered('reshape'), map, { kind: 'reshape' });
  }

  /** The part of the map that begins at `top` and `left`; nothing where it is the whole. */
  crop(top: number, left: number, height: number, width: number): this {
    const [rows, columns, channels] = this.map();
    const sides = { top, bottom: rows - top - height, left, right: columns - left - width };
    if (rows === height && columns === width) return this;
    return this.add(this.numbered('crop'), [height, width, channels], { kind: 'crop', sides });
  }

  dropout(rate: number): this {
    return this.add(this.numbered('dropout'), this.shape, { kind: 'dropout', rate });
  }

  probabilities(kind: 'softmax' | 'sigmoid'): this {
    return this.add(this.numbered(kind), this.shape, { kind });
  }

  private map(): [number, number, number] {
    if (this.shape.length !== 3) throw new Error(`a map was expected, not ${JSON.stringify(this.shape)}`);
    return this.shape as [number, number, number];
  }

  private numbered(kind: string): string {
    return `${kind}_${this.layers.length + 1}`;
  }

  private add(name: string, output: number[], what: LayerKind): this {
    this.layers.push({ name, input: this.shape, output, ...what });
    return this;
  }

  /**
   * Kernel and bias of a layer, of the shapes that the architecture asks for, a batch normalisation after it included.
   * @param axis of the kernel that counts units
   */
  private pair(parameter: string, shape: number[], axis = shape.length - 1): { kernel: Weights; bias: Weights } {
    const units = [shape[axis]!];
    const kernel = this.array(`${parameter}.kernel`, shape);
    const bias = this.array(`${parameter}.bias`, units);
    if (!this.weights(`${parameter}.gamma`)) return { kernel, bias };
    const [gamma, mean, variance] = ['gamma', 'movingMean', 'movingVariance'].map((name) => this.array(`${parameter}.${name}`, units));
    return folded(kernel, bias, { gamma: gamma!, mean: mean!, variance: variance! }, axis);
  }

  private array(name: string, shape: number[]): Weights {
    return checkedArray(this.weights, name, shape);
  }
}

/** An array of a checkpoint. @throws Error where it is missing or has another shape */
export function checkedArray(weights: WeightsOf, name: string, shape: number[]): Weights {
  const found = weights(name);
  if (!found) throw new Error(`checkpoint: it has no ${name}; it belongs to another network`);
  if (JSON.stringify(found.shape) !== JSON.stringify(shape))
    throw new Error(`checkpoint: ${name} has the shape ${JSON.stringify(found.shape)}, not ${JSON.stringify(shape)}`);
  return found;
}

/** `1.convolution` as `convolution_1`, `decoder.2` as `decoder_2`, `logVariance` as `log_variance`: a name in every format. */
function nameOf(parameter: string): string {
  const [first, second] = parameter.split('.') as [string, string | undefined];
  const name = second === undefined ? first : /^\d/.test(first) ? `${second}_${first}` : `${first}_${second}`;
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

interface Along {
  size: number;
  before: number;
  after: number;
}

/** Output side and padding of a convolution along one axis; of an odd padding the larger half comes after, as in TensorFlow. */
export function along(side: number, kernel: number, stride: number, padding: 'same' | 'valid'): Along {
  if (padding === 'valid') return { size: validSize(side, kernel, stride), before: 0, after: 0 };
  const out = Math.ceil(side / stride);
  const total = Math.max(0, (out - 1) * stride + kernel - side);
  return { size: out, before: Math.floor(total / 2), after: total - Math.floor(total / 2) };
}

/** A kernel [k, k, out, in] with zeros below and on the right. */
function withZeros({ shape, values }: Weights, rows: number, columns: number): Weights {
  const [height, width, out, from] = shape as [number, number, number, number];
  if (rows === height && columns === width) return { shape, values };
  const filled = new Float32Array(rows * columns * out * from);
  const row = width * out * from;
  for (let i = 0; i < height; i++) filled.set(values.subarray(i * row, (i + 1) * row), i * columns * out * from);
  return { shape: [rows, columns, out, from], values: filled };
}
