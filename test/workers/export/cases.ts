import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as tfjs from '@tensorflow/tfjs-core';
import type { ExportFormat } from '../../../schema/exports.ts';
import type { Architecture, ImageShape } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import type { TF } from '../../../workers/backends/backend.ts';
import { type ExportSubject, exportFiles } from '../../../workers/export/export.ts';
import { buildAutoencoder } from '../../../workers/models/autoencoder.ts';
import { buildClassifier } from '../../../workers/models/classifier.ts';
import { buildDecoder } from '../../../workers/models/decoder.ts';
import { buildGraph } from '../../../workers/models/graph.ts';
import { initialValues, type Parameter, Parameters } from '../../../workers/models/parameters.ts';
import { buildVariational } from '../../../workers/models/variational.ts';
import { encodeCheckpoint } from '../../../workers/training/checkpoint.ts';

/** A network with the outputs that its training code gives for random inputs. */
export interface Case {
  title: string;
  subject: ExportSubject;
  checkpoint: Uint8Array;
  models: { name: string; input: NumberArray; outputs: NumberArray[] }[];
}

export interface NumberArray {
  shape: number[];
  values: Float32Array;
}

const grey = { height: 28, width: 28, channels: 1 };
const color = { height: 12, width: 9, channels: 3 };

/** Every family and every layer, strides and sizes that formats pad and crop differently, and maps that are not square. */
export const NETWORKS: [notation: string, input?: ImageShape, padding?: 'same' | 'valid', multiLabel?: boolean, normalised?: boolean][] = [
  ['SM(10)'],
  ['C(8,5,1), P(2,2), D(1,2), C(6,3,1), P(3,2), FC(16), D(2,2), FC(8), SM(10)'],
  ['C(5,4,2), C(4,3,2), D(1,1), SM(10)', color],
  ['C(5,3,1), P(3,3), C(4,1,1), FC(7), SM(10)', color, 'valid', true],
  ['C(8,3,1), P(5,3), GAP(10), SM(10)'],
  ['C(4,3,1), GAP(6), D(1,1), SM(10)'],
  ['C(4,3,1), SPP(3), FC(9), SM(10)', color],
  ['C(4,3,1), SPP(1), SM(10)'],
  ['C(8,6,2), C(6,4,2) | Z(5) | C(8,8,2), C(6,2,2), C(4,4,2)'],
  ['C(4,3,1) | Z(2) | C(6,3,3), C(4,1,2)', color],
  ['C(4,3,1), C(6,5,1) | C(6,5,1), C(4,3,1)'],
  ['C(4,2,3), C(6,3,2) | C(6,3,2), C(4,2,3)'],
  ['C(4,1,2), C(5,2,2) | C(5,2,2), C(4,1,2)', color],
  ['Z(3) | C(8,4,2), C(4,6,2)'],
  ['C(6,5,1), P(2,2), C(4,3,1), FC(8), SM(10)', grey, 'same', false, true],
  ['C(6,6,2), C(5,4,2) | Z(3) | C(6,8,2), C(5,2,2), C(4,4,2)', grey, 'valid', false, true],
  ['C(4,2,3), C(6,3,2) | C(6,3,2), C(4,2,3)', grey, 'valid', false, true],
  ['DAG | C(4,3x5,2), S(5,2x3,1), A(3,2)@0+2, P(2,3)@1, C(3,4x1,1)@1+3 | SM(10)', color, 'same', false, true],
  ['MACRO(4) | C3, S5, P3+0, A3+0+1, C5+2, S3 | SM(10)', color, 'same', true],
  ['CELL(3,1) | I(0)+S3(1), A3(0)+P3(2) | I(0)+I(0), S5(1)+A3(1) | SM(10)', color, 'same', false, true],
];

const BATCH = 3;

export function makeCase(
  tf: TF,
  [notation, input = grey, padding = 'same', multiLabel = false, normalised = false]: (typeof NETWORKS)[number],
): Case {
  const architecture = parseNotation(notation, { input, padding });
  const random = Random.of(5, notation);
  const noise = (shape: number[]): NumberArray => ({
    shape: [BATCH, ...shape],
    values: Float32Array.from({ length: BATCH * shape.reduce((a, b) => a * b, 1) }, () => random.uniform()),
  });
  const { parameters, run } = network(tf, architecture, multiLabel, normalised);
  const weights = initialValues(parameters, 7, 0);
  // biases count too, and each kernel is unlike its mirror image
  for (const [i, { kernel }] of parameters.entries()) {
    if (!kernel) weights[i] = weights[i]!.map((value) => value + 0.2 * (random.uniform() - 0.3));
  }
  for (const [i, { variable }] of parameters.entries()) variable.assign(tf.tensor(weights[i]!, variable.shape));
  const models = run(noise);
  tf.dispose(parameters.map(({ variable }) => variable));
  const place = { run: 0, epoch: 1, attempt: 0, best: null, curve: [], runs: [] };
  const optimizer = { steps: 1, moments: weights.map((array) => array.slice()) };
  const checkpoint = encodeCheckpoint({ seed: 7, seconds: 1, ...place, weights, optimizer }, parameters);
  const classes = Array.from({ length: 10 }, (_, i) => `class "${i}"`);
  const subject = { architecture, search: 'Digits', number: 3, dataset: 'MNIST', classes, multiLabel };
  return {
    title: `${notation}${normalised ? ', normalised,' : ''} on ${input.height} x ${input.width} x ${input.channels}, ${padding}`,
    subject,
    checkpoint,
    models,
  };
}

type Noise = (shape: number[]) => NumberArray;
type Run = (noise: Noise) => Case['models'];

/** The network as it is trained, and what it gives. */
function network(
  tf: TF,
  architecture: Architecture,
  multiLabel: boolean,
  normalised: boolean,
): { parameters: readonly Parameter[]; run: Run } {
  const { height, width, channels } = architecture.input;
  const map = [height, width, channels];
  const read = (tensor: tfjs.Tensor): NumberArray => ({ shape: tensor.shape, values: tensor.dataSync() as Float32Array });
  const tensor = <T extends tfjs.Tensor>({ shape, values }: NumberArray) => tf.tensor(values, shape) as T;
  switch (architecture.family) {
    case 'chain': {
      const { parameters, logits } = buildClassifier(tf, architecture, normalised);
      const run: Run = (noise) => {
        const input = noise(map);
        const scores = logits(tensor(input));
        return [{ name: 'classifier', input, outputs: [read(multiLabel ? tf.sigmoid(scores) : tf.softmax(scores))] }];
      };
      return { parameters, run };
    }
    case 'variational': {
      const { parameters, encode, decode } = buildVariational(tf, architecture, normalised);
      const run: Run = (noise) => {
        const [images, latents] = [noise(map), noise([architecture.latent])];
        const { mean, logVariance } = encode(tensor(images));
        return [
          { name: 'encoder', input: images, outputs: [read(mean), read(logVariance)] },
          { name: 'decoder', input: latents, outputs: [read(tf.sigmoid(decode(tensor(latents))))] },
        ];
      };
      return { parameters, run };
    }
    case 'dag':
    case 'macro':
    case 'cell': {
      const { parameters, logits } = buildGraph(tf, architecture, normalised);
      const run: Run = (noise) => {
        const input = noise(map);
        const scores = logits(tensor(input));
        return [{ name: 'classifier', input, outputs: [read(multiLabel ? tf.sigmoid(scores) : tf.softmax(scores))] }];
      };
      return { parameters, run };
    }
    case 'recurrent':
      throw new Error('recurrent cells are not exported');
    case 'autoencoder': {
      const { parameters, encode, decode } = buildAutoencoder(tf, architecture, normalised);
      const run: Run = (noise) => {
        const images = noise(map);
        const encoded = encode(tensor(images));
        const features = noise(encoded.shape.slice(1));
        return [
          { name: 'encoder', input: images, outputs: [read(encoded)] },
          { name: 'decoder', input: features, outputs: [read(tf.sigmoid(decode(tensor(features))))] },
        ];
      };
      return { parameters, run };
    }
    case 'generator': {
      const made = new Parameters(tf);
      const decode = buildDecoder(tf, made, architecture.decoder, architecture.input, architecture.latent);
      const run: Run = (noise) => {
        const latents = noise([architecture.latent]);
        return [{ name: 'generator', input: latents, outputs: [read(tf.sigmoid(decode(tensor(latents))))] }];
      };
      return { parameters: made.all, run };
    }
  }
}

/** Writes the exports of all cases, and what they should give, for check_export.py. */
export async function writeCases(folder: string, cases: readonly Case[], formats: readonly ExportFormat[]): Promise<void> {
  const list = [];
  for (const [i, { subject, checkpoint, models }] of cases.entries()) {
    const name = `case-${i}`;
    for (const format of formats)
      for (const [file, bytes] of Object.entries(await exportFiles(checkpoint, subject, format))) write(join(folder, name, file), bytes);
    const array = (file: string, { shape, values }: NumberArray) => {
      write(join(folder, `${name}-${file}`), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      return { shape, file: `${name}-${file}` };
    };
    const described = models.map((model) => ({
      name: model.name,
      input: array(`${model.name}-input`, model.input),
      outputs: model.outputs.map((output, j) => array(`${model.name}-${j}`, output)),
    }));
    list.push({ folder: name, models: described });
  }
  write(join(folder, 'cases.json'), Buffer.from(JSON.stringify(list)));
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
