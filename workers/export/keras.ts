import { type Hdf5Group, hdf5 } from './hdf5.ts';
import { type KerasLayer, type KerasModel, kerasModel } from './keras-layers.ts';
import type { ExportModel, Weights } from './layers.ts';
import { zip } from './zip.ts';

/** The version whose files these are like; Keras 3 reads them. */
const KERAS_VERSION = '3.0.0';

/** A `.keras` file: a zip of configuration and weights. */
export async function kerasFile(model: ExportModel): Promise<Uint8Array> {
  const keras = kerasModel(model);
  const config = { module: 'keras.src.models.functional', class_name: 'Functional', config: configOf(keras, model.input.shape) };
  const metadata = { keras_version: KERAS_VERSION, date_saved: '1980-01-01@00:00:00' };
  const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const weights = await hdf5({ groups: { layers: { groups: storedLayers(keras.layers) }, vars: {} } });
  return zip({ 'metadata.json': text(metadata), 'config.json': text(config), 'model.weights.h5': weights });
}

/** An `.h5` file, the older format, which Keras 2 wrote first and Keras 3 still reads. */
export async function kerasH5(model: ExportModel): Promise<Uint8Array> {
  const keras = kerasModel(model);
  const backend = { backend: 'tensorflow', keras_version: KERAS_VERSION };
  const trained = keras.layers.filter(({ weights }) => weights.length > 0);
  const groups = trained.map(({ name, weights }): [string, Hdf5Group] => [
    name,
    {
      attributes: { weight_names: weights.map((weight) => `${name}/${weight.name}`) },
      groups: { [name]: { arrays: arraysOf(weights, 'name') } },
    },
  ]);
  return hdf5({
    attributes: { ...backend, model_config: JSON.stringify({ class_name: 'Functional', config: configOf(keras, model.input.shape) }) },
    groups: {
      model_weights: { attributes: { ...backend, layer_names: trained.map(({ name }) => name) }, groups: Object.fromEntries(groups) },
    },
  });
}

function configOf({ name, layers, input, outputs }: KerasModel, shape: readonly number[]) {
  const tensors = outputs.map((output) => [output, 0, 0]);
  return {
    name,
    trainable: true,
    layers: layers.map(({ class_name, name, config, inbound }) => ({
      class_name,
      name,
      config: { name, ...(class_name === 'InputLayer' ? { ...config, batch_shape: [null, ...shape] } : { trainable: true, ...config }) },
      inbound_nodes: inbound.length > 0 ? [inbound.map((from) => [from, 0, 0, {}])] : [],
    })),
    input_layers: [input, 0, 0],
    output_layers: tensors.length === 1 ? tensors[0] : tensors,
  };
}

/** Layers are found by their class, and the how many-th of it they are. */
function storedLayers(layers: readonly KerasLayer[]): Record<string, Hdf5Group> {
  const counts = new Map<string, number>();
  return Object.fromEntries(
    layers.map(({ class_name, name, weights }): [string, Hdf5Group] => {
      const base = snakeCase(class_name);
      const count = counts.get(base) ?? 0;
      counts.set(base, count + 1);
      const vars = { attributes: { name }, arrays: arraysOf(weights, 'position') };
      return [count === 0 ? base : `${base}_${count}`, { groups: { vars } }];
    }),
  );
}

const arraysOf = (weights: KerasLayer['weights'], by: 'name' | 'position'): Record<string, Weights> =>
  Object.fromEntries(weights.map(({ name, array }, i) => [by === 'name' ? name : String(i), array]));

/** As Keras does it: `Conv2DTranspose` becomes `conv2d_transpose`. */
const snakeCase = (name: string): string =>
  name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
