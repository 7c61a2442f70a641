import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Conversion, convert } from '../../../server/datasets/convert.ts';
import type { Dataset, ManySizes, TextDataset } from '../../../workers/datasets/dataset.ts';
import { unpack } from '../../../workers/datasets/packed.ts';
import { makeZip } from './zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handpick-convert-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plain: Conversion = {
  smallestSide: null,
  crop: false,
  shares: { validation: 0.25, test: 0.25, seed: 1 },
  skippedShare: 0.1,
};
const options = (changed: Partial<Conversion> = {}): Conversion => ({ ...plain, ...changed });

/** A PNG of one colour. */
function png(width: number, height: number, [red, green, blue]: number[]): Buffer {
  const picture = new PNG({ width, height });
  for (let i = 0; i < picture.data.length; i += 4) picture.data.set([red!, green!, blue!, 255], i);
  return PNG.sync.write(picture, { colorType: 2 });
}
const red = [200, 10, 20];
const blue = [10, 20, 200];
/** n pictures of each of two classes. */
const two = (n: number, width = 6, height = 4): Record<string, Buffer> =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      [`red/${i}.png`, png(width, height, [200, 10, i])],
      [`blue/${i}.png`, png(width, height, [10, i, 200])],
    ]).flat() as [string, Buffer][],
  );

/** The same files in one more folder. */
const wrapped = (files: Record<string, Buffer>, around: string) =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${around}/${path}`, bytes]));

async function convertZip(files: Record<string, Uint8Array | string>, conversion = plain, claim: Record<string, number> = {}) {
  const zip = join(folder, 'upload');
  writeFileSync(zip, makeZip(files, claim));
  return convertFile(zip, 'pictures.zip', conversion);
}
async function convertFile(place: string, name: string, conversion = plain) {
  const out = join(folder, 'packed');
  const converted = await convert(place, name, conversion, out, { progress: () => {} });
  const dataset = unpack(readFileSync(out), { name: 'test', hash: converted.sha256, file: out });
  rmSync(out);
  return { ...converted, dataset };
}
/** The message of the refusal; nothing may be left of it. */
async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it was not refused'),
    (reason: Error) => reason,
  );
  expect(readdirSync(folder).filter((name) => name.startsWith('packed'))).toEqual([]);
  expect(error.name).toBe('DataProblem');
  return error.message;
}

describe('pictures in class folders', () => {
  it('become images of one size with their labels, splits and normalisation', async () => {
    const { dataset, description, skipped } = await convertZip(two(8));
    const { image, classes, train, validation, test } = dataset as Dataset;
    expect({ image, classes, skipped }).toEqual({ image: { height: 4, width: 6, channels: 3 }, classes: 2, skipped: [] });
    expect([train.count, validation.count, test!.count]).toEqual([8, 4, 4]);
    expect(description.classCounts).toEqual([
      { name: 'blue', train: 4, validation: 2, test: 2 },
      { name: 'red', train: 4, validation: 2, test: 2 },
    ]);
    // every picture once, with its own colour and label: the label says which channel is strong
    const seen = [train, validation, test!].flatMap((set) =>
      Array.from({ length: set.count }, (_, i) => {
        const pixel = [...set.images.subarray(i * 72, i * 72 + 3)];
        expect([...set.images.subarray(i * 72, (i + 1) * 72)]).toEqual(Array.from({ length: 24 }, () => pixel).flat());
        expect(pixel[set.labels[i] === 1 ? 0 : 2]).toBe(200);
        return pixel.join();
      }),
    );
    expect(new Set(seen).size).toBe(16);
    const values = Array.from({ length: train.images.length / 3 }, (_, i) => train.images[3 * i]! / 255);
    const mean = values.reduce((a, b) => a + b) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
    expect(description.normalisation!.mean[0]).toBeCloseTo(mean, 10);
    expect(description.normalisation!.deviation[0]).toBeCloseTo(deviation, 10);
  });

  it('are the same dataset, however they are packed: a folder, a zip, a zip with a folder around', async () => {
    const files = two(4);
    const inFolder = join(folder, 'flowers');
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(inFolder, path)), { recursive: true });
      writeFileSync(join(inFolder, path), bytes);
    }
    writeFileSync(join(inFolder, '.DS_Store'), 'x');
    const hashes = [
      (await convertFile(inFolder, 'flowers')).sha256,
      (await convertZip(files)).sha256,
      (await convertZip(Object.fromEntries(Object.entries(files).reverse()))).sha256,
      (await convertZip(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`all/${path}`, bytes])))).sha256,
    ];
    expect(new Set(hashes).size).toBe(1);
    expect((await convertZip(files, options({ shares: { ...plain.shares, seed: 2 } }))).sha256).not.toBe(hashes[0]);
  });

  it('of many sizes keep their shape, with one smallest side, in groups', async () => {
    const files = { ...two(3, 40, 20), 'red/a.png': png(30, 60, red), 'blue/a.png': png(100, 33, blue) };
    const { dataset, description } = await convertZip(files, options({ smallestSide: 8, shares: { validation: 0.3, test: 0, seed: 1 } }));
    const { smallestSide, train, validation } = dataset as ManySizes;
    expect(smallestSide).toBe(8);
    const sizes = [...train, ...validation].map(({ height, width }) => `${height} x ${width}`);
    expect(new Set(sizes)).toEqual(new Set(['8 x 16', '16 x 8', '8 x 24']));
    expect(description.sizes[0]).toEqual({ height: 8, width: 16, count: 6 });
    for (const { images, height, width, count } of train) expect(images.length).toBe(count * height * width * 3);
    const cropped = await convertZip(files, options({ smallestSide: 8, crop: true }));
    expect((cropped.dataset as Dataset).image).toEqual({ height: 8, width: 8, channels: 3 });
  });

  it('are grey where all are, and take the splits that the folders name', async () => {
    const grey = await sharp({ create: { width: 5, height: 5, channels: 3, background: '#777' } })
      .toColourspace('b-w')
      .jpeg()
      .toBuffer();
    const files = Object.fromEntries(
      ['train/a/1.jpg', 'train/b/1.jpg', 'val/a/2.jpg', 'val/b/2.jpg', 'test/a/3.jpg'].map((path) => [path, grey]),
    );
    const { dataset } = await convertZip(files);
    const { image, train, validation, test } = dataset as Dataset;
    expect([image.channels, train.count, validation.count, test!.count]).toEqual([1, 2, 2, 1]);
    expect(train.images[0]).toBe(0x77);
  });

  it('that are broken are named and left out, up to the share', async () => {
    const files = { ...two(10), 'red/3.png': two(4)['red/3.png']!.subarray(0, 50), 'blue/notes.md': Buffer.from('# hello') };
    const { skipped, description } = await convertZip(files);
    expect(skipped.map(({ file }) => file).sort()).toEqual(['blue/notes.md', 'red/3.png']);
    expect(description.counts.TRAIN + description.counts.VALIDATION + description.counts.TEST).toBe(19);
    expect(await refused(convertZip(files, options({ skippedShare: 0.05 })))).toMatch(
      /^(red\/3\.png|blue\/notes\.md): .+2 of 21 pictures are broken, and at most 5% may be/,
    );
  });
});

describe('labels.csv', () => {
  const pictures = { 'x/1.png': png(4, 4, red), 'x/2.png': png(4, 4, blue), 'x/3.png': png(4, 4, red), 'x/4.png': png(4, 4, blue) };
  const noTest = options({ shares: { validation: 0.5, test: 0, seed: 1 } });

  it('gives a picture several classes, or none', async () => {
    const table = '\ufefffile,cat,"dog, small"\nx/1.png,1,0\nx/2.png,1,1\r\nx/3.png,1,0\nx/4.png,1,1\n';
    const { dataset, description } = await convertZip({ ...pictures, 'labels.csv': table }, noTest);
    const { multiLabel, classes, train, validation } = dataset as Dataset;
    expect([multiLabel, classes, description.classes]).toEqual([true, 2, ['cat', 'dog, small']]);
    for (const set of [train, validation])
      for (let i = 0; i < set.count; i++)
        expect([...set.labels.subarray(2 * i, 2 * i + 2)]).toEqual(set.images[i * 48] === 200 ? [1, 0] : [1, 1]);
  });

  it('may name the classes', async () => {
    const table = 'file,labels\nx/1.png,red;warm\nx/2.png,blue\nx/3.png,warm;red\nx/4.png,blue\n';
    const { description } = await convertZip({ ...pictures, 'labels.csv': table }, noTest);
    expect(description.classCounts).toEqual(['blue', 'red', 'warm'].map((name) => ({ name, train: 1, validation: 1, test: 0 })));
    expect(description.multiLabel).toBe(true);
  });

  it.each([
    ['a file that is not there', 'file,a,b\nx/9.png,1,0\n', 'labels.csv: line 2: there is no file "x/9.png"'],
    ['a picture without a line', 'file,a,b\nx/1.png,1,0\nx/2.png,0,1\nx/3.png,0,1\n', 'it has no line for "x/4.png"'],
    ['another value', 'file,a,b\nx/1.png,1,yes\n', 'line 2, b: "yes"; allowed are 0 and 1'],
    ['a file twice', 'file,a,b\nx/1.png,1,0\nx/1.png,1,0\n', 'line 3: "x/1.png" is in line 2 already'],
    ['a short line', 'file,a,b\nx/1.png,1\n', 'line 2: 2 cells; the header has 3'],
    ['an open quote', 'file,a,b\n"x/1.png,1,0\n', 'line 2: a quote is not closed'],
    ['a class of no picture', 'file,a,b\nx/1.png,1,0\nx/2.png,1,0\nx/3.png,1,0\nx/4.png,1,0\n', 'b: the class has no pictures'],
    ['Latin-1', Buffer.from('file,caf\xe9,b\nx/1.png,1,0\n', 'latin1'), 'labels.csv: byte 8: it is not UTF-8'],
  ])('with %s is refused', async (_what, table, message) => {
    expect(await refused(convertZip({ ...pictures, 'labels.csv': table }))).toContain(message);
  });
});

describe('what is refused with file and reason, and leaves nothing', () => {
  it.each([
    ['paths that leave the archive', { '../evil.png': 'x', 'a/1.png': 'x' }, '../evil.png'],
    ['absolute paths', { '/etc/evil.png': 'x' }, '/etc/evil.png'],
    ['pictures in no class', { '1.png': png(4, 4, red), 'a/2.png': png(4, 4, red) }, '1.png: it lies in no class folder'],
    ['one class', { 'a/1.png': png(4, 4, red), 'a/2.png': png(4, 4, red) }, 'only one class, "a"'],
    ['no files', {}, 'there are no files in it'],
    ['a class folder that is empty', { ...two(3), 'green/': '' }, 'green: the class has no pictures'],
    ['an empty class in a folder around all', { ...wrapped(two(3), 'all'), 'all/green/': '' }, 'green: the class has no pictures'],
    ['a class whose pictures are all broken', { ...two(30), 'green/1.png': 'x', 'green/2.png': 'y' }, 'green: the class has no picture to'],
  ])('a zip with %s', async (_what, files, message) => {
    expect(await refused(convertZip(files as Record<string, Buffer>))).toContain(message);
  });

  it('a zip that unpacks to more than the limit, and one that lies about it', async () => {
    const claims = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`a/${i}.png`, 60 * 2 ** 20]));
    const files = Object.fromEntries(Object.keys(claims).map((path) => [path, 'x']));
    expect(await refused(convertZip(files, plain, claims))).toContain('it unpacks to 12,000 MiB; at most 8,192 MiB are allowed');
    const one = { 'a/1.png': Buffer.alloc(65 * 2 ** 20), 'b/1.png': 'x' };
    expect(await refused(convertZip(one))).toContain('a/1.png: 65 MiB; at most 64 MiB are allowed');
    // says 10 bytes and holds a megabyte: it is cut off, not unpacked
    expect(await refused(convertZip({ ...two(3), 'red/1.png': Buffer.alloc(2 ** 20) }, plain, { 'red/1.png': 10 }))).toContain(
      'red/1.png: it cannot be unpacked',
    );
  });

  it('a picture of 100,000 x 100,000, by its header', async () => {
    const huge = png(4, 4, red);
    huge.writeUInt32BE(100_000, 16);
    huge.writeUInt32BE(100_000, 20);
    // the header's own checksum, so that it is a sound header
    const { crc32 } = await import('node:zlib');
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
    expect(await refused(convertZip({ ...two(20), 'red/huge.png': huge }))).toContain(
      'red/huge.png: 100000 x 100000 pixels; at most 67,108,864',
    );
  });

  it('a folder with a class folder that is empty', async () => {
    for (const name of ['red', 'blue', 'green']) mkdirSync(join(folder, 'colours', name), { recursive: true });
    for (const [path, bytes] of Object.entries(two(3))) writeFileSync(join(folder, 'colours', path), bytes);
    expect(await refused(convertFile(join(folder, 'colours'), 'colours'))).toBe('green: the class has no pictures');
  });

  it('a zip that is cut', async () => {
    const zip = join(folder, 'cut');
    const whole = makeZip(two(3));
    writeFileSync(zip, whole.subarray(0, whole.length - 30));
    expect(await refused(convertFile(zip, 'cut.zip'))).toContain('cut.zip: not a sound zip file');
  });
});

describe('text', () => {
  const text = 'To be, or not to be: das fällt mir schwer 🙂.\r\n'.repeat(40);

  it('becomes tokens of one character each, cut in three', async () => {
    writeFileSync(join(folder, 'text'), text);
    const { dataset, description } = await convertFile(join(folder, 'text'), 'hamlet.txt');
    const { vocabulary, train, validation, test } = dataset as TextDataset;
    const whole = [...train, ...validation, ...test].map((token) => vocabulary[token]).join('');
    expect(whole).toBe(text.replaceAll('\r\n', '\n'));
    expect(vocabulary).toEqual([...new Set(whole)].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!));
    expect(description).toMatchObject({ kind: 'TEXT', vocabulary: vocabulary.length, counts: { TRAIN: train.length } });
    expect(train.length / [...whole].length).toBeCloseTo(0.5, 2);
  });

  it('becomes words, of which the rare ones and those that only come later are unknown', async () => {
    const line = 'To be, or not to be: that is the question.\n';
    writeFileSync(join(folder, 'text'), `${line.repeat(150)}${'Whether nobler.\n'.repeat(20)}`);
    const text = { unit: 'WORDS', vocabularySize: 8 } as const;
    const { dataset, description } = await convertFile(join(folder, 'text'), 'hamlet.txt', options({ text }));
    const { vocabulary, unit, train, validation, test } = dataset as TextDataset;
    // of each line's words "to" and "be" come twice, the others once
    expect(vocabulary).toEqual(['<unk>', '<eos>', 'be', 'to', ',', ':', 'is', 'not']);
    expect(description).toMatchObject({ kind: 'TEXT', unit: 'WORDS', vocabulary: 8 });
    expect(unit).toBe('WORDS');
    const whole = [...train, ...validation, ...test].map((token) => vocabulary[token]);
    expect(whole.slice(0, 13).join(' ')).toBe('to be , <unk> not to be : <unk> is <unk> <unk> <unk>');
    expect(whole.slice(-4).join(' ')).toBe('<unk> <unk> <unk> <eos>');
  });

  it('in another encoding, or too short, is refused', async () => {
    writeFileSync(join(folder, 'text'), Buffer.from(text, 'utf16le'));
    expect(await refused(convertFile(join(folder, 'text'), 'hamlet.txt'))).toMatch(/hamlet\.txt: (byte|character) \d+/);
    writeFileSync(join(folder, 'text'), Buffer.from(text.replace('🙂', ''), 'latin1'));
    expect(await refused(convertFile(join(folder, 'text'), 'hamlet.txt'))).toContain('hamlet.txt: byte 26: it is not UTF-8');
    writeFileSync(join(folder, 'text'), 'short');
    expect(await refused(convertFile(join(folder, 'text'), 'hamlet.txt'))).toContain('5 characters; at least 1000');
  });
});
