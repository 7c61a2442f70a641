import { describe, expect, test } from 'vitest';
import type { Architecture, Convolution } from '../../../schema/networks/architecture.ts';
import { parseNotation, printLayer, printNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import type {
  AutoencoderLimits,
  ChainLimits,
  DataShape,
  GeneratorLimits,
  PyramidLimits,
  SpaceLimits,
} from '../../../schema/spaces/limits.ts';
import { checkLimits, extremes, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { checkKeys, lists, reachable } from './brute-force.ts';

const square = (side: number, channels = 1): DataShape => ({ image: { height: side, width: side, channels }, classes: 2 });
const autoencoders: AutoencoderLimits = { kind: 'AUTOENCODER', filters: [4, 8], kernels: [1, 3, 5], stride: 1, maxLayers: 4 };
const pyramids: PyramidLimits = { kind: 'PYRAMID', filters: [4, 8], kernels: [3, 5], maxLayers: 3, levels: 2, head: [6, 6] };
const generators: GeneratorLimits = { kind: 'GENERATOR', latent: [2, 5], filters: [4, 8], kernels: [2, 5], stride: 2, maxLayers: 3 };
const frozen: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [4, 8],
  kernels: [1, 3],
  pools: [{ size: 2, stride: 2 }],
  units: [],
  globalAveragePool: false,
  maxLayers: 4,
  head: [6, 5],
};

const symbols = (filters: number[], kernels: number[], stride: number) =>
  filters.flatMap((f) => kernels.map((kernel): Convolution => ({ type: 'convolution', filters: f, kernel, stride })));
const text = (layers: Convolution[]) => layers.map(printLayer).join(', ');

/** Whole lists of layers that fit, from the arithmetic of sizes alone. */
const expected: Record<string, (side: number) => string[]> = {
  AUTOENCODER: (side) =>
    [...lists(symbols([4, 8], [1, 3, 5], 1), 4)]
      .filter((layers) => {
        // without padding a kernel takes k - 1 pixels
        const left = layers.map((_, i) => side - layers.slice(0, i).reduce((sum, { kernel }) => sum + kernel - 1, 0));
        return layers.length > 0 && layers.every(({ kernel }, i) => kernel <= left[i]!);
      })
      .map((layers) => `${text(layers)} | ${text([...layers].reverse())}`),
  PYRAMID: (side) =>
    [...lists(symbols([4, 8], [3, 5], 1), 3)]
      .filter((layers) => layers.length > 0 && layers.every(({ kernel }) => kernel <= side))
      .map((layers) => `${text(layers)}, SPP(2), FC(6), FC(6), SM(2)`),
  GENERATOR: (side) =>
    [...lists(symbols([4, 8], [2, 5], 2), 3)]
      .filter((layers) => {
        let size = 1;
        for (const { kernel } of layers) {
          if (size >= side) return false;
          size = (size - 1) * 2 + kernel;
        }
        return layers.length > 0;
      })
      .flatMap((layers) => [2, 5].map((latent) => `Z(${latent}) | ${text(layers)}`)),
};

const cases: [SpaceLimits, number][] = [5, 7, 12].flatMap((side) =>
  [autoencoders, pyramids, generators].map((limits): [SpaceLimits, number] => [limits, side]),
);

describe.each(cases)('%o on images of side %i', (limits, side) => {
  const space = makeSpace(limits, square(side));
  const networks: Architecture[] = [...reachable(space)]
    .filter(({ state }) => space.actions(state).length === 0)
    .map(({ walk }) => space.architecture(walk));

  test('holds exactly the networks whose sizes fit', () => {
    const all = expected[limits.kind]!(side);
    expect(networks.map(printNotation).sort()).toEqual([...all].sort());
    expect(space.count()).toBe(BigInt(all.length));
  });

  test('every network is read back from its notation, walks back to itself, and has the shapes of its family', () => {
    for (const network of networks) {
      expect(parseNotation(printNotation(network), { input: network.input, padding: 'same' })).toEqual(network);
      expect(space.architecture(space.walk(network))).toEqual(network);
      const end = networkShape(network).layers.at(-1)!.output;
      expect(end).toEqual(limits.kind === 'PYRAMID' ? { height: 1, width: 1, channels: 2 } : network.input);
    }
  });

  test('extremes are the smallest and the largest of all; a walk adds up to the parameters', () => {
    const parameters = networks.map((network) => networkShape(network).parameters);
    const { smallest, largest } = extremes(space);
    expect(networkShape(smallest).parameters).toBe(Math.min(...parameters));
    expect(networkShape(largest).parameters).toBe(Math.max(...parameters));
    for (const [i, network] of networks.entries()) {
      let state = space.initial();
      let sum = 0;
      for (const action of space.walk(network)) {
        sum += space.weights(state, action);
        state = space.next(state, action);
      }
      expect(sum).toBe(parameters[i]);
    }
  });

  test('states with one key offer the same actions', () => {
    expect(checkKeys(space)).toBeGreaterThan(1);
  });
});

describe('a fixed head', () => {
  const space = makeSpace(frozen, square(9));
  const networks = [...reachable(space)]
    .filter(({ state }) => space.actions(state).length === 0)
    .map(({ walk }) => space.architecture(walk));

  test('stands before every classifier, after at least one convolution, and adds no choice', () => {
    const open = makeSpace({ ...frozen, head: [] }, square(9));
    const bodies = [...reachable(open)].filter(({ state }) => open.actions(state).length === 0);
    // with no units to choose from, all that the open space has more is the network of a classifier alone... and FC never
    expect(space.count()).toBe(BigInt(bodies.length - 1));
    expect(networks.length).toBe(bodies.length - 1);
    for (const network of networks) expect(printNotation(network)).toMatch(/^C\(.*, FC\(6\), FC\(5\), SM\(2\)$/);
  });

  test('is counted in parameters, and the network walks back to itself', () => {
    const parameters = networks.map((network) => networkShape(network).parameters);
    expect(networkShape(extremes(space).largest).parameters).toBe(Math.max(...parameters));
    expect(networkShape(extremes(space).smallest).parameters).toBe(Math.min(...parameters));
    for (const network of networks) expect(space.architecture(space.walk(network))).toEqual(network);
  });

  test('is asked for by name where it is missing', () => {
    const network = parseNotation('C(4,3,1), FC(5), SM(2)', { input: square(9).image, padding: 'same' });
    expect(() => space.walk(network)).toThrow('allowed: FC(6), FC(5)');
  });

  test("dropout is counted as in the thesis's table 5.1", () => {
    const mnist = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };
    const thesis = makeSpace(spacePresets['thesis-random-weights'], mnist);
    for (const [body, wanted] of [
      ['C(128,5,1), P(5,2), C(512,1,1), P(3,3)', 'C(128,5,1), P(5,2), D(1,2), C(512,1,1), P(3,3), D(2,2), FC(128), FC(128), SM(10)'],
      ['C(64,5,1), P(5,3)', 'C(64,5,1), P(5,3), D(1,1), FC(128), FC(128), SM(10)'],
    ] as const) {
      const network = parseNotation(`${body}, FC(128), FC(128), SM(10)`, { input: mnist.image, padding: 'same' });
      expect(printNotation(thesis.architecture(thesis.walk(network)))).toBe(wanted);
    }
  });
});

test("the thesis's tables 4.5 and 5.3 are in its spaces", () => {
  const bridges = { image: { height: 96, width: 96, channels: 3 }, classes: 2 };
  const pyramid = makeSpace(spacePresets['thesis-pyramid'], bridges);
  for (const body of ['C(64,5,1), C(128,3,1), C(96,5,1), C(128,3,1), C(96,7,1), C(96,5,1)', 'C(64,5,1), C(128,7,1)']) {
    const network = parseNotation(`${body}, SPP(3), FC(128), FC(128), SM(2)`, { input: bridges.image, padding: 'same' });
    expect(() => pyramid.walk(network)).not.toThrow();
  }
  const stl = makeSpace(spacePresets['thesis-autoencoder'], { image: { height: 96, width: 96, channels: 3 }, classes: 10 });
  for (const encoder of ['C(256,1,1), C(256,3,1)', 'C(64,3,1), C(256,3,1), C(256,7,1), C(256,1,1)']) {
    const decoder = encoder.split(', ').reverse().join(', ');
    expect(() =>
      stl.walk(parseNotation(`${encoder} | ${decoder}`, { input: { height: 96, width: 96, channels: 3 }, padding: 'same' })),
    ).not.toThrow();
  }
});

test('a larger stride is undone exactly, whatever the size', () => {
  const space = makeSpace({ ...autoencoders, kernels: [2, 3], stride: 2 }, { image: { height: 12, width: 9, channels: 3 }, classes: 0 });
  for (const { state, walk } of reachable(space)) {
    if (space.actions(state).length > 0) continue;
    expect(networkShape(space.architecture(walk)).layers.at(-1)!.output).toEqual({ height: 12, width: 9, channels: 3 });
  }
});

test('the parameters and FLOPs of one autoencoder, by hand', () => {
  const network = parseNotation('C(4,3,1), C(2,1,1) | C(2,1,1), C(4,3,1)', {
    input: { height: 5, width: 5, channels: 1 },
    padding: 'same',
  });
  const { layers, parameters, flops } = networkShape(network);
  expect(layers.map(({ output }) => [output.height, output.channels])).toEqual([
    [3, 4],
    [3, 2],
    [3, 4],
    [5, 1],
  ]);
  expect(parameters).toBe(9 * 4 + 4 + (4 * 2 + 2) + (2 * 4 + 4) + (9 * 4 + 1));
  expect(flops).toBe(2 * 9 * (9 * 4 + 4 * 2 + 2 * 4 + 9 * 4));
});

describe('what allows nothing is refused with the reason', () => {
  test.each([
    [{ ...autoencoders, kernels: [9] }, square(5), 'kernels.0', 'at most the image, 5 pixels'],
    [{ ...autoencoders, kernels: [1], stride: 2 }, square(5), 'kernels.0', 'at least the stride'],
    [{ ...autoencoders, filters: [] }, square(5), 'filters', 'at least one number'],
    [{ ...pyramids, levels: 4 }, square(7), 'levels', 'divides the smallest picture, 7 pixels'],
    [{ ...pyramids, head: [0] }, square(7), 'head.0', 'a whole number from 1'],
    [pyramids, { ...square(7), classes: 0 }, 'data.classes', 'at least two classes'],
    [{ ...generators, latent: [] }, square(7), 'latent', 'at least one number'],
    [{ ...generators, maxLayers: 0 }, square(7), 'maxLayers', 'a whole number from 1'],
    [{ ...frozen, units: [8] }, square(9), 'units', 'an empty list'],
    [{ ...frozen, globalAveragePool: true }, square(9), 'globalAveragePool', 'false'],
    [autoencoders, { ...square(9), manySizes: true }, 'kind', 'allowed: PYRAMID'],
    [frozen, { ...square(9), manySizes: true }, 'kind', 'allowed: PYRAMID'],
  ] as [SpaceLimits, DataShape, string, string][])('%o on %o: %s', (limits, data, field, reason) => {
    const problem = checkLimits(limits, data).find((each) => each.field === field);
    expect(problem?.message).toContain(reason);
    expect(() => makeSpace(limits, data)).toThrow(reason);
  });

  test('pictures of many sizes go into a pyramid', () => {
    expect(checkLimits(pyramids, { ...square(9), manySizes: true })).toEqual([]);
  });
});

test.each([
  ['C(4,3,1) | C(4,5,1)', "the decoder is not the encoder's mirror"],
  ['C(4,3,1), C(8,3,1) | C(8,3,1)', "the decoder is not the encoder's mirror"],
  ['C(4,3,1) | C(4,3,1), C(4,3,1)', "the decoder is not the encoder's mirror"],
  ['Z(2)', 'and the decoder'],
  ['Z(2) | P(2,2)', 'a layer was expected'],
])('%s is no network', (notation, message) => {
  expect(() => parseNotation(notation, { input: square(9).image, padding: 'same' })).toThrow(message);
});
