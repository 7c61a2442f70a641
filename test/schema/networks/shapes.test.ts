import { describe, expect, test } from 'vitest';
import type { Convolution } from '../../../schema/networks/architecture.ts';
import { decoderGeometry } from '../../../schema/networks/decoder-geometry.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { networkShape, ShapeError } from '../../../schema/networks/shapes.ts';
import { Random } from '../../../schema/random.ts';

const mnist = { height: 28, width: 28, channels: 1 };
const chain = (text: string, padding: 'same' | 'valid' = 'same', input = mnist) => parseNotation(text, { input, padding });
const sizes = (text: string) => networkShape(chain(text)).layers.map(({ output }) => `${output.height}x${output.width}x${output.channels}`);

describe('shapes of a chain', () => {
  test('sizes, parameters and FLOPs by hand', () => {
    const network = chain('C(16,5,1), P(2,2), D(1,1), C(32,3,1), FC(64), SM(10)');
    expect(networkShape(network)).toEqual({
      layers: [
        // 25 weights a filter and a bias; 28 * 28 positions.
        { part: 'CHAIN', label: 'C(16,5,1)', output: { height: 28, width: 28, channels: 16 }, parameters: 416, flops: 2 * 784 * 400 },
        { part: 'CHAIN', label: 'P(2,2)', output: { height: 14, width: 14, channels: 16 }, parameters: 0, flops: 0 },
        { part: 'CHAIN', label: 'D(1,1)', output: { height: 14, width: 14, channels: 16 }, parameters: 0, flops: 0 },
        { part: 'CHAIN', label: 'C(32,3,1)', output: { height: 14, width: 14, channels: 32 }, parameters: 4640, flops: 2 * 196 * 4608 },
        { part: 'CHAIN', label: 'FC(64)', output: { height: 1, width: 1, channels: 64 }, parameters: 401_472, flops: 2 * 401_408 },
        { part: 'CHAIN', label: 'SM(10)', output: { height: 1, width: 1, channels: 10 }, parameters: 650, flops: 1280 },
      ],
      parameters: 416 + 4640 + 401_472 + 650,
      flops: 627_200 + 1_806_336 + 802_816 + 1280,
    });
  });

  test('pools are valid: table 4.4, first row', () => {
    const text =
      'C(64,5,1), C(256,3,1), D(1,6), C(128,3,1), P(5,3), D(2,6), C(512,5,1), P(5,2), D(3,6), C(128,1,1), FC(128), D(4,6), FC(128), D(5,6), SM(10)';
    expect(sizes(text)).toEqual([
      ...['28x28x64', '28x28x256', '28x28x256', '28x28x128', '8x8x128', '8x8x128', '8x8x512', '2x2x512', '2x2x512', '2x2x128'],
      ...['1x1x128', '1x1x128', '1x1x128', '1x1x128', '1x1x10'],
    ]);
  });

  test('GAP is a 1 x 1 convolution and a mean; the classifier after it has no weights', () => {
    const { layers } = networkShape(chain('C(8,3,1), GAP(10), SM(10)'));
    expect(layers[1]).toMatchObject({ output: { height: 1, width: 1, channels: 10 }, parameters: 90, flops: 2 * 784 * 80 });
    expect(layers[2]).toMatchObject({ parameters: 0, flops: 0 });
  });

  test('valid padding, strides and images that are not square', () => {
    const network = chain('C(4,3,2), C(4,3,1), SM(2)', 'valid', { height: 11, width: 8, channels: 3 });
    expect(networkShape(network).layers.map(({ output }) => [output.height, output.width])).toEqual([
      [5, 3],
      [3, 1],
      [1, 1],
    ]);
    const same = chain('C(4,3,2), SM(2)', 'same', { height: 11, width: 8, channels: 3 });
    expect(networkShape(same).layers[0]!.output).toEqual({ height: 6, width: 4, channels: 4 });
  });

  test.each([
    ['P(5,3), P(5,3), P(5,3), SM(10)', 2, 'layer 3, P(5,3): size 5 is larger than the 2 x 2 feature map; allowed: at most 2'],
    ['P(5,3), P(5,3), C(8,3,1), SM(10)', 2, 'layer 3, C(8,3,1): size 3 is larger'],
    ['FC(8), C(8,1,1), SM(10)', 1, 'needs a feature map'],
    ['GAP(8), P(2,2), SM(10)', 1, 'needs a feature map'],
  ])('%s does not fit', (text, position, message) => {
    expect(() => networkShape(chain(text))).toThrow(ShapeError);
    expect(() => networkShape(chain(text))).toThrow(message);
    expect(() => networkShape(chain(text))).toThrow(expect.objectContaining({ part: 'CHAIN', position }));
  });
});

describe("the network of the thesis's table 9.1", () => {
  const network = chain('C(64,6,2), C(128,4,2), C(256,2,2), C(512,2,2) | Z(5) | C(128,8,2), C(256,2,2), C(512,4,2)');
  const { layers, parameters, flops } = networkShape(network);

  test('sizes', () => {
    expect(layers.map(({ part, output }) => [part, output.height, output.channels])).toEqual([
      ['ENCODER', 12, 64],
      ['ENCODER', 5, 128],
      ['ENCODER', 2, 256],
      ['ENCODER', 1, 512],
      ['LATENT', 1, 5],
      ['LATENT', 1, 5],
      ['DECODER', 1, 128],
      ['DECODER', 8, 256],
      ['DECODER', 16, 512],
      ['DECODER', 34, 1],
      ['DECODER', 28, 1],
    ]);
  });

  test('parameters', () => {
    const expected = [
      36 * 64 + 64,
      16 * 64 * 128 + 128,
      4 * 128 * 256 + 256,
      4 * 256 * 512 + 512,
      512 * 5 + 5,
      512 * 5 + 5,
      5 * 128 + 128,
      64 * 128 * 256 + 256,
      4 * 256 * 512 + 512,
      16 * 512 * 1 + 1,
      0,
    ];
    expect(layers.map((layer) => layer.parameters)).toEqual(expected);
    expect(parameters).toBe(expected.reduce((a, b) => a + b));
  });

  test('FLOPs: every output of a convolution, every input of a transposed one, takes a kernel once', () => {
    const expected = [
      2 * 144 * 36 * 64,
      2 * 25 * 16 * 64 * 128,
      2 * 4 * 4 * 128 * 256,
      2 * 1 * 4 * 256 * 512,
      2 * 512 * 5,
      2 * 512 * 5,
      2 * 5 * 128,
      2 * 1 * 64 * 128 * 256,
      2 * 64 * 4 * 256 * 512,
      2 * 256 * 16 * 512,
      0,
    ];
    expect(layers.map((layer) => layer.flops)).toEqual(expected);
    expect(flops).toBe(expected.reduce((a, b) => a + b));
  });

  test('an encoder kernel larger than its map names the layer', () => {
    const broken = chain('C(64,6,2), C(128,8,2), C(256,4,2) | Z(5) | C(128,8,2)');
    expect(() => networkShape(broken)).toThrow('encoder layer 3, C(256,4,2): size 4 is larger than the 3 x 3 feature map');
  });
});

describe('decoder geometry', () => {
  const decoder = (...layers: [number, number, number][]): Convolution[] =>
    layers.map(([filters, kernel, stride]) => ({ type: 'convolution', filters, kernel, stride }));

  test('table 9.1: 1 x 1 becomes 8, 16, 34, cropped from 3', () => {
    expect(decoderGeometry(decoder([128, 8, 2], [256, 2, 2], [512, 4, 2]), mnist)).toEqual({
      start: 1,
      startFilters: 128,
      sizes: [8, 16, 34],
      filters: [256, 512, 1],
      crop: { top: 3, left: 3 },
    });
  });

  test('the smallest start, as found by trying: 500 random decoders', () => {
    const random = Random.of(5, 'decoders');
    for (let i = 0; i < 500; i++) {
      const layers = decoder(
        ...Array.from({ length: 1 + random.integer(5) }, (): [number, number, number] => {
          const stride = 1 + random.integer(3);
          return [8, stride + random.integer(6), stride];
        }),
      );
      const image = { height: 1 + random.integer(40), width: 1 + random.integer(40), channels: 3 };
      // Spread each pixel over its kernel and take the last one that is reached.
      const grow = (n: number) =>
        layers.reduce((size, { kernel, stride }) => Math.max(...Array.from({ length: size }, (_, p) => p * stride + kernel)), n);
      let start = 1;
      while (grow(start) < Math.max(image.height, image.width)) start++;
      const geometry = decoderGeometry(layers, image);
      expect(geometry.start).toBe(start);
      expect(geometry.sizes.at(-1)).toBe(grow(start));
      const left = geometry.crop.left;
      const right = grow(start) - image.width - left;
      expect(left === right || left === right - 1).toBe(true);
    }
  });

  test('an empty decoder is refused', () => {
    expect(() => decoderGeometry([], mnist)).toThrow('decoder: no layers');
  });
});
