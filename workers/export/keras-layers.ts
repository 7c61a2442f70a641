import type { ExportLayer, ExportModel, Sides, Weights } from './layers.ts';
import { partsOf } from './pyramid-parts.ts';

/** One layer as both Keras and tfjs layers name it, without the weights' places. */
export interface KerasLayer {
  class_name: string;
  name: string;
  config: Record<string, unknown>;
  /** Names of the layers whose outcome it is given. */
  inbound: string[];
  weights: { name: 'kernel' | 'bias'; array: Weights }[];
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
      layers.push(...kerasLayers(layer, previous));
      return layers.at(-1)!.name;
    }, from);
  const last = append(model.layers, input.name);
  const outputs = model.outputs.map((output) => append(output.layers, last));
  return { name: model.name, layers, input: input.name, outputs };
}

/** The layers that do what one of ours does; the last one gives its outcome. */
function kerasLayers(layer: ExportLayer, from: string): KerasLayer[] {
  const { name } = layer;
  const one = (class_name: string, config: Record<string, unknown> = {}, weights: KerasLayer['weights'] = []): KerasLayer[] => [
    { class_name, name, config, inbound: [from], weights },
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
