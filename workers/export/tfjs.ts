import { bytesOf } from './channels-first.ts';
import { joined } from './joined.ts';
import { kerasModel } from './keras-layers.ts';
import type { ExportModel } from './layers.ts';

/** A model for `tf.loadLayersModel`: topology and list of weights as JSON, and the weights. Images are [batch, height, width, channels]. */
export function tfjsModel(model: ExportModel, about: Record<string, unknown>): { 'model.json': Uint8Array; 'weights.bin': Uint8Array } {
  const { name, layers, input, outputs } = kerasModel(model);
  const weights = layers.flatMap((layer) => layer.weights.map(({ name, array }) => ({ name: `${layer.name}/${name}`, array })));
  const config = {
    name,
    trainable: true,
    layers: layers.map(({ class_name, name, config, inbound }) => ({
      class_name,
      name,
      config: {
        name,
        trainable: true,
        ...config,
        ...(class_name === 'InputLayer' ? { batch_input_shape: [null, ...model.input.shape] } : {}),
      },
      inbound_nodes: inbound.length > 0 ? [inbound.map((from) => [from, 0, 0, {}])] : [],
    })),
    input_layers: [[input, 0, 0]],
    output_layers: outputs.map((output) => [output, 0, 0]),
  };
  const json = {
    format: 'layers-model',
    generatedBy: 'Handpick',
    convertedBy: null,
    modelTopology: { keras_version: 'tfjs-layers 4.22.0', backend: 'tensor_flow.js', model_config: { class_name: 'Model', config } },
    weightsManifest: [
      { paths: ['weights.bin'], weights: weights.map(({ name, array }) => ({ name, shape: array.shape, dtype: 'float32' })) },
    ],
    userDefinedMetadata: about,
  };
  return {
    'model.json': new TextEncoder().encode(JSON.stringify(json)),
    'weights.bin': joined(weights.map(({ array }) => bytesOf(array))),
  };
}
