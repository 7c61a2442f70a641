import type { ExportLayer, ExportModel, Sides, Weights } from './layers.ts';
import { partsOf } from './pyramid-parts.ts';

/** One layer as both Keras and tfjs layers name it, without the weights' places. */
export interface KerasLayer {
  class_name: string;
  name: string;
  config: Record<string, unknown>;
  /** Names of the layers whose outcome it is given. */
  inbound: string[];
  weights: { name: 'kernel' | 'bias' | 'depthwise_kernel'; array: Weights }[];
}

/** A functional model: channels last, any batch. */
export interface KerasModel {
  name: string;
  layers: KerasLayer[];
  input: string;
  outputs: string[];
}

export function kerasModel(model: ExportModel): KerasModel {
  const { input } = model;
  const layers: KerasLayer[] = [
    { class_name: 'InputLayer', name: input.name, config: { dtype: 'float32', sparse: false }, inbound: [], weights: [] },
  ];
  const append = (row: readonly ExportLayer[], from: string) =>
    row.reduce((previous, layer) => {
      layers.push(...kerasLayers(layer, layer.from ?? [previous]));
      return layers.at(-1)!.name;
    }, from);
  const last = append(model.layers, input.name);
  const outputs = model.outputs.map((output) => append(output.layers, last));
  return { name: model.name, layers: inKerasOrder(layers, outputs), input: input.name, outputs };
}

/**
 * Keras counts the layers of a model by how far they are from its outputs, the farthest first, and among equals in the order in which it comes
 * upon them on its way back from the outputs. Weights are stored by that count.
 */
function inKerasOrder(layers: readonly KerasLayer[], outputs: readonly string[]): KerasLayer[] {
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const met = new Map<string, number>();
  const meet = (name: string) => {
    if (met.has(name)) return;
    met.set(name, met.size);
    byName.get(name)!.inbound.forEach(meet);
  };
  outputs.forEach(meet);
  const distance = new Map<string, number>();
  // Readers stand after those whom they read.
  for (const { name, inbound } of [...layers].reverse())
    for (const read of inbound) distance.set(read, Math.max(distance.get(read) ?? 0, (distance.get(name) ?? 0) + 1));
  const key = ({ name }: KerasLayer) => [-(distance.get(name) ?? 0), met.get(name)!] as const;
  return [...layers].sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
}

/** The layers that do what one of ours does; the last one gives its outcome. */
function kerasLayers(layer: ExportLayer, inbound: string[]): KerasLayer[] {
  const { name } = layer;
  const from = inbound[0]!;
  const one = (class_name: string, config: Record<string, unknown> = {}, weights: KerasLayer['weights'] = []): KerasLayer[] => [
    { class_name, name, config, inbound, weights },
  ];
  switch (layer.kind) {
    case 'convolution': {
      const { kernel, stride, padding, activation } = layer;
      return one('Conv2D', { ...convolution(kernel, kernel.shape[3]!, stride), padding, activation }, trained(layer));
    }
    case 'transposedConvolution': {
      const { kernel, stride, activation } = layer;
      return one('Conv2DTranspose', { ...convolution(kernel, kernel.shape[2]!, stride), padding: 'valid', activation }, trained(layer));
    }
    case 'dense':
      return one('Dense', { units: layer.output[0], activation: layer.activation, use_bias: true }, trained(layer));
    case 'maxPool': {
      const sides = [layer.size, layer.size];
      return one('MaxPooling2D', { pool_size: sides, strides: [layer.stride, layer.stride], padding: 'valid', ...LAST });
    }
    case 'depthwise': {
      const { kernel, stride } = layer;
      const [height, width] = kernel.shape;
      const config = { kernel_size: [height, width], strides: [stride, stride], depth_multiplier: 1, use_bias: false, padding: 'same' };
      return one('DepthwiseConv2D', { ...config, dilation_rate: [1, 1], activation: 'linear', ...LAST }, [
        { name: 'depthwise_kernel', array: kernel },
      ]);
    }
    case 'samePool': {
      const config = { pool_size: [layer.size, layer.size], strides: [layer.stride, layer.stride], padding: 'same', ...LAST };
      return one(layer.of === 'max' ? 'MaxPooling2D' : 'AveragePooling2D', config);
    }
    case 'zeros':
      return one('ZeroPadding2D', { padding: crop(layer.sides).cropping, ...LAST });
    case 'join':
      return one('Concatenate', { axis: -1 });
    case 'sum':
      return one('Add');
    case 'globalAverage':
      return one('GlobalAveragePooling2D', LAST);
    case 'pyramid':
      return pyramid(layer, from);
    case 'flatten':
      return one('Flatten', LAST);
    case 'reshape':
      return one('Reshape', { target_shape: layer.output });
    case 'crop':
      return one('Cropping2D', crop(layer.sides));
    case 'dropout':
      return one('Dropout', { rate: layer.rate });
    case 'softmax':
    case 'sigmoid':
      return one('Activation', { activation: layer.kind });
  }
}

const LAST = { data_format: 'channels_last' };

function convolution({ shape: [height, width] }: Weights, filters: number, stride: number): Record<string, unknown> {
  return { filters, kernel_size: [height, width], strides: [stride, stride], dilation_rate: [1, 1], use_bias: true, ...LAST };
}

const trained = ({ kernel, bias }: { kernel: Weights; bias: Weights }): KerasLayer['weights'] => [
  { name: 'kernel', array: kernel },
  { name: 'bias', array: bias },
];

const crop = ({ top, bottom, left, right }: Sides) => ({
  cropping: [
    [top, bottom],
    [left, right],
  ],
  ...LAST,
});

/** No layer of Keras pools a pyramid: each part is cropped, and its largest values are joined. */
function pyramid({ name, levels, input: [height, width] }: ExportLayer & { levels: number }, from: string): KerasLayer[] {
  const parts = partsOf(height!, width!, levels).map(({ top, bottom, left, right }, i): [KerasLayer, KerasLayer] => {
    const part = `${name}_part_${i}`;
    const sides = { top, bottom: height! - bottom, left, right: width! - right };
    return [
      { class_name: 'Cropping2D', name: part, config: crop(sides), inbound: [from], weights: [] },
      { class_name: 'GlobalMaxPooling2D', name: `${name}_max_${i}`, config: LAST, inbound: [part], weights: [] },
    ];
  });
  const joined = parts.map(([, largest]) => largest.name);
  // Keras joins two or more
  if (joined.length === 1) return [parts[0]![0], { ...parts[0]![1], name }];
  return [...parts.flat(), { class_name: 'Concatenate', name, config: { axis: -1 }, inbound: joined, weights: [] }];
}
