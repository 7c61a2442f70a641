import { describe, expect, test } from 'vitest';
import type { Convolution } from '../../../schema/networks/architecture.ts';
import { parseNotation, printLayer, printNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import { Random } from '../../../schema/random.ts';
import type { DataShape, VariationalLimits } from '../../../schema/spaces/limits.ts';
import { example, extremes, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { cifarTables, mnistTables } from '../networks/tables-10.ts';
import { checkKeys, lists, reachable } from './brute-force.ts';

const mnist: DataShape = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };
const cifar: DataShape = { image: { height: 32, width: 32, channels: 3 }, classes: 10 };
const thesis = makeSpace(spacePresets['thesis-variational'], mnist);

const small: VariationalLimits = {
  kind: 'VARIATIONAL',
  latent: [2, 5],
  filters: [4, 8],
  kernels: [2, 5],
  stride: 2,
  maxEncoderLayers: 2,
  maxDecoderLayers: 3,
};

/** All networks, from whole lists of layers and the sizes they give. */
function enumerate(limits: VariationalLimits, side: number): string[] {
  const symbols = limits.filters.flatMap((filters) =>
    limits.kernels.map((kernel): Convolution => ({ type: 'convolution', filters, kernel, stride: limits.stride })),
  );
  const encoders = [...lists(symbols, limits.maxEncoderLayers)].filter((layers) => {
    let size = side;
    for (const { kernel, stride } of layers) {
      if (kernel > size) return false;
      size = Math.ceil((size - kernel + 1) / stride);
    }
    return layers.length > 0;
  });
  const decoders = [...lists(symbols, limits.maxDecoderLayers)].filter((layers) => {
    // No layer after the one with which a 1 x 1 map reaches the image.
    let size = 1;
    for (const { kernel, stride } of layers) {
      if (size >= side) return false;
      size = size * stride + kernel - stride;
    }
    return layers.length > 0;
  });
  const print = (layers: Convolution[]) => layers.map(printLayer).join(', ');
  return encoders.flatMap((e) => limits.latent.flatMap((z) => decoders.map((d) => `${print(e)} | Z(${z}) | ${print(d)}`))).sort();
}

describe.each([5, 7, 9, 28])('variational autoencoders for images of side %i', (side) => {
  const space = makeSpace(small, { image: { height: side, width: side, channels: 1 }, classes: 0 });
  const networks = [...reachable(space)]
    .filter(({ state }) => space.actions(state).length === 0)
    .map(({ walk }) => space.architecture(walk));

  test('are exactly those whose shapes fit', () => {
    const all = enumerate(small, side);
    expect(networks.map(printNotation).sort()).toEqual(all);
    expect(space.count()).toBe(BigInt(all.length));
  });

  test('have shapes, and walk back to themselves', () => {
    for (const network of networks) {
      expect(networkShape(network).layers.at(-1)).toMatchObject({ label: 'crop', output: { height: side, width: side } });
      expect(space.architecture(space.walk(network))).toEqual(network);
    }
  });

  test('extremes are the smallest and the largest of all', () => {
    const parameters = networks.map((network) => networkShape(network).parameters);
    const { smallest, largest } = extremes(space);
    expect(networkShape(smallest).parameters).toBe(Math.min(...parameters));
    expect(networkShape(largest).parameters).toBe(Math.max(...parameters));
  });

  test('states with one key offer the same actions', () => {
    expect(checkKeys(space)).toBeLessThan(networks.length);
  });
});

test('images that are not square, and stride 1', () => {
  const space = makeSpace({ ...small, stride: 1, kernels: [1, 3] }, { image: { height: 9, width: 4, channels: 3 }, classes: 0 });
  checkKeys(space);
  const random = Random.of(1, 'variational');
  for (let i = 0; i < 300; i++)
    expect(networkShape(example(space, random)).layers.at(-1)!.output).toEqual({ height: 9, width: 4, channels: 3 });
});

describe("the thesis's tables 10.x are in its space", () => {
  test.each([...mnistTables.map((text) => [text, mnist] as const), ...cifarTables.map((text) => [text, cifar] as const)])(
    '%s',
    (text, data) => {
      const space = makeSpace(spacePresets['thesis-variational'], data);
      const network = parseNotation(text, { input: data.image, padding: 'valid' });
      expect(printNotation(space.architecture(space.walk(network)))).toBe(text);
    },
  );
});

test.each([
  ['C(64,6,2) | Z(5) | C(128,8,2)', 1, 'latent: Z(5) is not allowed; allowed: Z(2), Z(8)'],
  ['C(64,6,2), C(64,8,2), C(64,4,2) | Z(8) | C(128,8,2)', 2, 'encoder 3: C(64,4,2) is not allowed on a 3 x 3 map; allowed: end, C(64,2,2)'],
  ['C(64,6,2) | Z(8) | C(128,8,2), C(64,8,2), C(64,8,2), C(64,8,2)', 5, 'decoder 4: C(64,8,2) is not allowed; allowed: end'],
  ['C(64,6,3) | Z(8) | C(128,8,2)', 0, 'encoder 1: C(64,6,3)'],
  ['SM(10)', 0, 'a chain is not in a space of variational autoencoders'],
])('%s is refused at position %i', (text, position, message) => {
  const network = parseNotation(text, { input: mnist.image, padding: 'same' });
  expect(() => thesis.walk(network)).toThrow(message);
  expect(() => thesis.walk(network)).toThrow(expect.objectContaining({ position }));
});

test('a walk that stops early is refused', () => {
  const start = thesis.initial();
  expect(() => thesis.architecture([thesis.actions(start)[0]])).toThrow('the walk stops in the encoder');
});

test('3,000 random walks have shapes that fit', () => {
  const random = Random.of(2, 'variational');
  const tour = makeSpace(spacePresets['tour-variational'], mnist);
  for (let i = 0; i < 1500; i++) {
    networkShape(example(thesis, random));
    networkShape(example(tour, random));
  }
});
