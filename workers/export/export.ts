import { type ExportFormat, exportFormats } from '../../schema/exports.ts';
import type { Architecture, Recurrent } from '../../schema/networks/architecture.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import { readWeights } from '../training/checkpoint.ts';
import { kerasFile, kerasH5 } from './keras.ts';
import type { ExportModel } from './layers.ts';
import { exportModels } from './network.ts';
import { onnxModel } from './onnx.ts';
import { pytorchSource, pytorchWeights } from './pytorch.ts';
import { readme } from './readme.ts';
import { recurrentModel } from './recurrent.ts';
import { recurrentOnnx } from './recurrent-onnx.ts';
import { recurrentSource, recurrentWeights } from './recurrent-pytorch.ts';
import { recurrentReadme } from './recurrent-readme.ts';
import type { WeightsOf } from './row.ts';
import { safetensors } from './safetensors.ts';
import { tfjsModel } from './tfjs.ts';

/** What is known of a trained network beside its weights. */
export interface ExportSubject {
  architecture: Architecture;
  /** Name of the search, number of the candidate. */
  search: string;
  number: number;
  dataset: string;
  /** Class names in the order of the outputs of a classifier. */
  classes: string[];
  /** Several classes an image: each has a probability of its own. */
  multiLabel: boolean;
}

/**
 * A trained network in a format, as files by name. A function of its arguments alone, but for the time that an HDF5 file holds.
 * @throws Error when the checkpoint is damaged or of another network
 */
export async function exportFiles(
  checkpoint: Uint8Array,
  subject: ExportSubject,
  format: ExportFormat,
): Promise<Record<string, Uint8Array>> {
  const weights = readWeights(checkpoint);
  if (subject.architecture.family === 'recurrent')
    return recurrentFiles(subject, subject.architecture, (name) => weights.get(name), format);
  const models = exportModels(subject.architecture, (name) => weights.get(name), subject.multiLabel ? 'sigmoid' : 'softmax');
  const about = aboutOf(subject, models, format);
  const text = (value: string) => new TextEncoder().encode(value);
  return {
    ...(await modelFiles(models, about, format)),
    'README.md': text(readme(subject, models, format)),
    'handpick.json': text(`${JSON.stringify(about, null, 2)}\n`),
  };
}

/** The same of a recurrent cell: a loop over time in the place of layers. */
function recurrentFiles(subject: ExportSubject, cell: Recurrent, weights: WeightsOf, format: ExportFormat): Record<string, Uint8Array> {
  const model = recurrentModel(cell, weights, format);
  const { units, vocabulary } = model;
  const about = {
    ...originOf(subject),
    layout: '[length, batch]',
    models: [
      {
        name: 'language',
        inputs: { words: ['length', 'batch'], state: ['batch', units] },
        outputs: { logits: ['length', 'batch', vocabulary], last: ['batch', units] },
      },
    ],
  };
  const text = (value: string) => new TextEncoder().encode(value);
  const files: Record<string, Uint8Array> =
    format === 'ONNX'
      ? { 'language.onnx': recurrentOnnx(model, wordsOf(about)) }
      : {
          'model.py': text(recurrentSource(model, titleOf(about))),
          'model.safetensors': safetensors(recurrentWeights(model), wordsOf(about)),
        };
  return {
    ...files,
    'README.md': text(recurrentReadme(subject, model, format)),
    'handpick.json': text(`${JSON.stringify(about, null, 2)}\n`),
  };
}

/** Words for formats that keep some beside the weights. */
const wordsOf = (about: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(about).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]));

const titleOf = ({ search, candidate, network }: Record<string, unknown>) => `${search}, candidate ${candidate}: ${network}`;

async function modelFiles(
  models: ExportModel[],
  about: Record<string, unknown>,
  format: ExportFormat,
): Promise<Record<string, Uint8Array>> {
  const each = async (suffix: string, write: (model: ExportModel) => Uint8Array | Promise<Uint8Array>) => {
    const files: Record<string, Uint8Array> = {};
    for (const model of models) files[`${model.name}${suffix}`] = await write(model);
    return files;
  };
  const words = wordsOf(about);
  switch (format) {
    case 'TFJS':
      return Object.fromEntries(
        models.flatMap((model) => Object.entries(tfjsModel(model, about)).map(([name, bytes]) => [`${model.name}/${name}`, bytes])),
      );
    case 'KERAS':
      return each('.keras', kerasFile);
    case 'KERAS_H5':
      return each('.h5', kerasH5);
    case 'ONNX':
      return each('.onnx', (model) => onnxModel(model, words));
    case 'PYTORCH': {
      return {
        'model.py': new TextEncoder().encode(pytorchSource(models, titleOf(about))),
        'model.safetensors': safetensors(pytorchWeights(models), words),
      };
    }
  }
}

/** For programs: what the README tells people. */
function aboutOf(subject: ExportSubject, models: ExportModel[], format: ExportFormat) {
  return {
    ...originOf(subject),
    classes: subject.classes,
    normalisation: 'pixel / 255',
    layout: exportFormats[format].layout,
    models: models.map(({ name, input, layers, outputs }) => ({
      name,
      input: { name: input.name, shape: input.shape },
      outputs: outputs.map((output) => ({ name: output.name, shape: output.layers.at(-1)?.output ?? layers.at(-1)!.output })),
    })),
  };
}

const originOf = ({ architecture, search, number, dataset }: ExportSubject) => ({
  search,
  candidate: number,
  network: printNotation(architecture),
  dataset,
});
