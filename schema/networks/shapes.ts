import {
  type Architecture,
  type Autoencoder,
  type Chain,
  type Convolution,
  type ImageShape,
  type Layer,
  mirror,
  type Variational,
} from './architecture.ts';
import { decoderGeometry } from './decoder-geometry.ts';
import { graphShapes } from './graph.ts';
import { printLayer } from './notation.ts';
import { recurrentShapes } from './recurrent.ts';

export type Part = 'CHAIN' | 'ENCODER' | 'LATENT' | 'DECODER' | 'CELL' | 'GRAPH';

/** One layer with what it makes of its input. */
export interface LayerShape {
  part: Part;
  /** `C(64,5,1)`; in LATENT `mean`, `log-variance`; before the decoder's layers `FC(512) to 1 x 1 x 512`; last `crop`. */
  label: string;
  /** A vector of n features is 1 x 1 x n. */
  output: ImageShape;
  /** Trained numbers: kernels and biases. */
  parameters: number;
  /** Of one forward pass of one image, or of one word: 2 x the multiply-accumulates of kernels and matrices; biases, ReLU, pooling and dropout count nothing. */
  flops: number;
  /** Which rows it reads, from 0, -1 for the image; absent: the row before. */
  from?: number[];
}

export interface NetworkShape {
  layers: LayerShape[];
  parameters: number;
  flops: number;
}

/** A layer does not fit what comes before it; `position` counts from 0 within its part. */
export class ShapeError extends Error {
  constructor(
    readonly part: Part,
    readonly position: number,
    layer: string,
    problem: string,
  ) {
    super(`${part === 'CHAIN' ? 'layer' : `${part.toLowerCase()} layer`} ${position + 1}, ${layer}: ${problem}`);
  }
}

/**
 * Sizes, parameters and FLOPs of every layer, in the order in which an image passes them.
 * @throws ShapeError where a kernel or pool is larger than its feature map, or an image layer follows a vector.
 */
export function networkShape(architecture: Architecture): NetworkShape {
  const layers = layersOf(architecture);
  return { layers, parameters: sum(layers, 'parameters'), flops: sum(layers, 'flops') };
}

function layersOf(architecture: Architecture): LayerShape[] {
  switch (architecture.family) {
    case 'chain':
      return chainShapes(architecture);
    case 'variational':
      return variationalShapes(architecture);
    case 'autoencoder':
      return autoencoderShapes(architecture);
    case 'generator':
      return decoderShapes(architecture.decoder, architecture.latent, architecture.input);
    case 'recurrent':
      return recurrentShapes(architecture);
    case 'dag':
    case 'macro':
    case 'cell':
      return graphShapes(architecture);
  }
}

const sum = (layers: LayerShape[], field: 'parameters' | 'flops') => layers.reduce((total, layer) => total + layer[field], 0);
const size = (shape: ImageShape) => shape.height * shape.width * shape.channels;
const vector = (channels: number): ImageShape => ({ height: 1, width: 1, channels });

/** Side after a convolution or pool without padding. */
export function validSize(size: number, kernel: number, stride: number): number {
  return Math.floor((size - kernel) / stride) + 1;
}

function chainShapes({ input, layers, padding }: Chain): LayerShape[] {
  const shapes: LayerShape[] = [];
  let shape = input;
  let isVector = false;
  for (const [position, layer] of layers.entries()) {
    const step = chainLayer(layer, shape, isVector, { position, padding, previous: layers[position - 1] });
    shapes.push({ part: 'CHAIN', label: printLayer(layer), ...step });
    shape = step.output;
    isVector ||= layer.type === 'fullyConnected' || layer.type === 'globalAveragePool' || layer.type === 'softmax';
    isVector ||= layer.type === 'spatialPyramidPool';
  }
  return shapes;
}

type Step = Omit<LayerShape, 'part' | 'label'>;

const NEEDS_MAP = new Set<Layer['type']>(['convolution', 'pool', 'globalAveragePool', 'spatialPyramidPool']);

function chainLayer(
  layer: Layer,
  input: ImageShape,
  isVector: boolean,
  { position, padding, previous }: { position: number; padding: Chain['padding']; previous: Layer | undefined },
): Step {
  if (isVector && NEEDS_MAP.has(layer.type)) {
    throw new ShapeError(
      'CHAIN',
      position,
      printLayer(layer),
      'needs a feature map, but the layer before it gives a vector; allowed: FC, D or SM',
    );
  }
  switch (layer.type) {
    case 'convolution':
      return convolution(layer, input, padding, 'CHAIN', position);
    case 'pool': {
      checkFits('CHAIN', position, layer, layer.size, input);
      const side = (n: number) => validSize(n, layer.size, layer.stride);
      return { output: { height: side(input.height), width: side(input.width), channels: input.channels }, parameters: 0, flops: 0 };
    }
    case 'dropout':
      return { output: input, parameters: 0, flops: 0 };
    case 'fullyConnected':
      return dense(size(input), layer.units);
    case 'globalAveragePool': {
      const scores = convolution({ filters: layer.units, kernel: 1, stride: 1 }, input, 'valid', 'CHAIN', position);
      return { ...scores, output: vector(layer.units) };
    }
    case 'spatialPyramidPool':
      checkFits('CHAIN', position, layer, 2 ** (layer.levels - 1), input);
      return { output: vector(input.channels * pyramidParts(layer.levels)), parameters: 0, flops: 0 };
    case 'softmax':
      // After GAP there is one number a class already.
      if (previous?.type === 'globalAveragePool' && previous.units === layer.classes) return { output: input, parameters: 0, flops: 0 };
      return dense(size(input), layer.classes);
  }
}

/** Parts of all levels of a pyramid: 1 + 4 + 16 + ... */
export function pyramidParts(levels: number): number {
  return (4 ** levels - 1) / 3;
}

function encoderShapes(encoder: readonly Convolution[], input: ImageShape): LayerShape[] {
  const shapes: LayerShape[] = [];
  for (const [position, layer] of encoder.entries()) {
    const step = convolution(layer, shapes.at(-1)?.output ?? input, 'valid', 'ENCODER', position);
    shapes.push({ part: 'ENCODER', label: printLayer(layer), ...step });
  }
  return shapes;
}

/** Every transposed convolution gives exactly the map that its convolution was given, so nothing is cropped. */
function autoencoderShapes({ input, encoder }: Autoencoder): LayerShape[] {
  const shapes = encoderShapes(encoder, input);
  const maps = [input, ...shapes.map(({ output }) => output)];
  for (const [i, layer] of mirror(encoder).entries()) {
    const before = maps[encoder.length - i]!;
    const output = maps[encoder.length - i - 1]!;
    const weights = layer.kernel ** 2 * layer.filters * output.channels;
    const flops = 2 * before.height * before.width * weights;
    shapes.push({ part: 'DECODER', label: printLayer(layer), output, parameters: weights + output.channels, flops });
  }
  return shapes;
}

function variationalShapes({ input, encoder, latent, decoder }: Variational): LayerShape[] {
  const shapes = encoderShapes(encoder, input);
  const shape = shapes.at(-1)?.output ?? input;
  for (const label of ['mean', 'log-variance']) shapes.push({ part: 'LATENT', label, ...dense(size(shape), latent) });
  return [...shapes, ...decoderShapes(decoder, latent, input)];
}

function decoderShapes(decoder: readonly Convolution[], latent: number, input: ImageShape): LayerShape[] {
  const shapes: LayerShape[] = [];
  const geometry = decoderGeometry(decoder, input);
  const start = { height: geometry.start, width: geometry.start, channels: geometry.startFilters };
  shapes.push({
    part: 'DECODER',
    label: `FC(${size(start)}) to ${start.height} x ${start.width} x ${start.channels}`,
    ...dense(latent, size(start)),
    output: start,
  });
  for (const [position, layer] of decoder.entries()) {
    const before = geometry.sizes[position - 1] ?? geometry.start;
    const side = geometry.sizes[position]!;
    const channels = geometry.filters[position]!;
    const weights = layer.kernel ** 2 * layer.filters * channels;
    const output = { height: side, width: side, channels };
    shapes.push({ part: 'DECODER', label: printLayer(layer), output, parameters: weights + channels, flops: 2 * before ** 2 * weights });
  }
  shapes.push({ part: 'DECODER', label: 'crop', output: input, parameters: 0, flops: 0 });
  return shapes;
}

function convolution(
  layer: { filters: number; kernel: number; stride: number },
  input: ImageShape,
  padding: Chain['padding'],
  part: Part,
  position: number,
): Step {
  checkFits(part, position, { type: 'convolution', ...layer }, layer.kernel, input);
  const side = (n: number) => (padding === 'same' ? Math.ceil(n / layer.stride) : validSize(n, layer.kernel, layer.stride));
  const output = { height: side(input.height), width: side(input.width), channels: layer.filters };
  const weights = layer.kernel ** 2 * input.channels * layer.filters;
  return { output, parameters: weights + layer.filters, flops: 2 * output.height * output.width * weights };
}

function dense(inputs: number, units: number): Step {
  return { output: vector(units), parameters: inputs * units + units, flops: 2 * inputs * units };
}

function checkFits(part: Part, position: number, layer: Layer, kernel: number, map: ImageShape): void {
  const allowed = Math.min(map.height, map.width);
  if (kernel > allowed) {
    const problem = `size ${kernel} is larger than the ${map.height} x ${map.width} feature map; allowed: at most ${allowed}`;
    throw new ShapeError(part, position, printLayer(layer), problem);
  }
}
