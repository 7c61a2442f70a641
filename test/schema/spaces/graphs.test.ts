import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../schema/networks/architecture.ts';
import { architectureHash } from '../../../schema/networks/hash.ts';
import { parseNotation, printNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import { Random } from '../../../schema/random.ts';
import type { SpaceLimits } from '../../../schema/spaces/limits.ts';
import { example, extremes, heaviestNetwork, makeSpace } from '../../../schema/spaces/make.ts';
import { countWalks, type MeasurableSpace } from '../../../schema/spaces/measure.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const data = { image: { height: 7, width: 6, channels: 2 }, classes: 3 };
const mnist = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };

/** Every network of a space, walk by walk. */
function* networks(
  space: MeasurableSpace,
  state = space.initial(),
  taken: unknown[] = [],
): Generator<{ network: Architecture; taken: unknown[] }> {
  const actions = space.actions(state);
  if (actions.length === 0) yield { network: space.architecture(taken), taken };
  for (const action of actions) yield* networks(space, space.next(state, action), [...taken, action]);
}

const outputs = (network: Architecture) =>
  networkShape(network).layers.reduce((sum, { output }) => sum + output.height * output.width * output.channels, 0);

const small: [string, SpaceLimits][] = [
  [
    'NAS with skip connections',
    { kind: 'NAS', heights: [1, 3], widths: [3], filters: [2, 5], strides: [1, 2], skips: true, minLayers: 1, maxLayers: 2 },
  ],
  [
    'NAS of three layers',
    { kind: 'NAS', heights: [1], widths: [1, 2], filters: [1], strides: [2], skips: true, minLayers: 3, maxLayers: 4 },
  ],
  [
    'NAS with kernels so small that loose layers weigh more',
    { kind: 'NAS', heights: [1], widths: [1], filters: [1, 2], strides: [1], skips: true, minLayers: 1, maxLayers: 4 },
  ],
  [
    'NAS without skip connections',
    { kind: 'NAS', heights: [1, 3], widths: [3], filters: [2, 5], strides: [1], skips: false, minLayers: 2, maxLayers: 3 },
  ],
  ['MACRO', { kind: 'MACRO', layers: 3, filters: 3 }],
  ['MICRO', { kind: 'MICRO', nodes: 1, repetitions: 1, filters: 2 }],
];

describe.each(small)('%s', (_, limits) => {
  const space = makeSpace(limits, data);
  const all = [...networks(space)];

  it('counts its networks exactly, each of them once', () => {
    expect(space.count()).toBe(BigInt(all.length));
    expect(new Set(all.map(({ network }) => architectureHash(network))).size).toBe(all.length);
    expect(new Set(all.map(({ network }) => printNotation(network))).size).toBe(all.length);
  });

  it('walks to every network, and writes it so that it can be read', () => {
    for (const { network, taken } of all) {
      expect(space.walk(network)).toEqual(taken);
      expect(parseNotation(printNotation(network), { input: data.image, padding: 'same' })).toEqual(network);
    }
  });

  it('knows parameters and outputs, action by action', () => {
    for (const { network, taken } of all) {
      let [state, weights, numbers] = [space.initial(), 0, 0];
      for (const action of taken) {
        weights += space.weights(state, action);
        numbers += space.outputs(state, action);
        state = space.next(state, action);
      }
      expect(weights).toBe(networkShape(network).parameters);
      expect(numbers).toBe(outputs(network));
    }
  });

  it('knows its smallest, largest and heaviest network', () => {
    const parameters = all.map(({ network }) => networkShape(network).parameters);
    const { smallest, largest } = extremes(space);
    expect(networkShape(smallest).parameters).toBe(Math.min(...parameters));
    expect(networkShape(largest).parameters).toBe(Math.max(...parameters));
    for (const cost of [
      { parameter: 1, output: 1 },
      { parameter: 44, output: 1 },
      { parameter: 1, output: 100 },
    ]) {
      const costOf = (network: Architecture) => cost.parameter * networkShape(network).parameters + cost.output * outputs(network);
      expect(costOf(heaviestNetwork(space, cost))).toBe(Math.max(...all.map(({ network }) => costOf(network))));
    }
  });
});

describe('sizes of the spaces of the papers', () => {
  it('macro: 6^L 2^(L (L - 1) / 2)', () => {
    expect(makeSpace(spacePresets['enas-macro'], mnist).count()).toBe(6n ** 12n * 2n ** 66n);
  });

  it('NAS: 4^3 choices a layer and a subset of those before, for each depth', () => {
    const count = Array.from({ length: 15 }, (_, i) => i + 6).reduce(
      (sum, n) => sum + 64n ** BigInt(n) * 2n ** BigInt((n * (n - 1)) / 2),
      0n,
    );
    expect(makeSpace(spacePresets['thesis-nas'], mnist).count()).toBe(count);
  });

  it('micro: multisets of two out of inputs and operations, for every node of two cells', () => {
    const cell = [2, 3, 4, 5, 6].reduce((product, inputs) => product * BigInt((5 * inputs * (5 * inputs + 1)) / 2), 1n);
    expect(makeSpace(spacePresets['enas-micro'], mnist).count()).toBe(cell ** 2n);
  });
});

it.each(['thesis-nas', 'thesis-nas-strides', 'enas-macro', 'enas-micro', 'tour-nas', 'tour-macro', 'tour-micro'] as const)(
  '%s: what is drawn is written, read and walked',
  (name) => {
    const space = makeSpace(spacePresets[name], mnist);
    for (let i = 0; i < 40; i++) {
      const network = example(space, Random.of(i, name));
      expect(parseNotation(printNotation(network), { input: mnist.image, padding: 'same' })).toEqual(network);
      expect(space.architecture(space.walk(network))).toEqual(network);
      expect(networkShape(network).layers.at(-1)!.output).toEqual({ height: 1, width: 1, channels: 10 });
    }
    const { smallest, largest } = extremes(space);
    expect(networkShape(smallest).parameters).toBeLessThan(networkShape(largest).parameters);
    expect(countWalks(space)).toBe(space.count());
  },
);

describe('what is no network', () => {
  it.each([
    ['DAG | C(8,3x3,1)@1 | SM(10)', 'is not a layer that can be read; allowed: a whole number from 0 to 0'],
    ['DAG | C(8,3,1) | SM(10)', '"x" was expected'],
    ['DAG | FC(8) | SM(10)', 'a layer was expected, found FC'],
    ['DAG | C(8,3x3,1), C(8,3x3,1)@1+0 | SM(10)', 'allowed: no number here'],
    ['MACRO(8) | C3, C7 | SM(10)', 'C7 is no operation; allowed: C3, C5, S3, S5, A3, P3'],
    ['MACRO(8) | C3+0 | SM(10)', 'allowed: no number here'],
    ['MACRO(0) | C3 | SM(10)', 'allowed: a whole number from 1'],
    ['CELL(4,1) | I(1)+I(0) | I(0)+I(0) | SM(10)', 'is not in order; allowed: I(0)+I(1)'],
    ['CELL(4,1) | I(0)+I(2) | I(0)+I(0) | SM(10)', 'allowed: a whole number from 0 to 1'],
    ['CELL(4,1) | I(0)+I(1) | SM(10)', 'I, S3, S5, A3, P3'],
    ['DAG | C(8,3x3,1)', 'SM(classes)'],
  ])('%s', (text, message) => {
    expect(() => parseNotation(text, { input: mnist.image, padding: 'same' })).toThrow(message);
  });

  it.each([
    ['tour-nas', 'DAG | C(8,3x3,1), C(8,3x3,4) | SM(10)', 'layer 2: stride 4; allowed: 1, 2', 1],
    ['tour-nas', 'DAG | C(8,3x3,1) | SM(10)', '1 layers; allowed: 2 to 4', 1],
    ['tour-nas', 'DAG | C(8,3x3,1), C(8,3x3,1)@0+1 | SM(10)', 'layer 2 reads 0 + 1', 1],
    ['tour-macro', 'MACRO(9) | C3, C3, C3, C3, C3, C3 | SM(10)', '9 filters; allowed: 8', 0],
    ['tour-micro', 'CELL(4,1) | I(0)+I(1) | I(0)+I(1) | SM(10)', '1 nodes; allowed: 3', 1],
    ['tour-micro', 'C(8,3,1), SM(10)', 'a chain is not in a space of the micro search', 0],
  ] as const)('%s has no %s', (name, text, message, position) => {
    const network = parseNotation(text, { input: mnist.image, padding: 'same' });
    const space = makeSpace(spacePresets[name], mnist);
    expect(() => space.walk(network)).toThrow(message);
    expect(() => space.walk(network)).toThrow(expect.objectContaining({ position }));
  });

  it('all that is wrong with limits is told at once', () => {
    const limits: SpaceLimits = {
      kind: 'NAS',
      heights: [0],
      widths: [29],
      filters: [],
      strides: [1, 1],
      skips: true,
      minLayers: 5,
      maxLayers: 4,
    };
    expect(() => makeSpace(limits, mnist)).toThrow(/heights\.0.*widths\.0.*filters.*strides\.1.*maxLayers/s);
    expect(() => makeSpace({ kind: 'MICRO', nodes: 9, repetitions: 0, filters: 4 }, mnist)).toThrow(/nodes.*repetitions/s);
    expect(() => makeSpace({ kind: 'MACRO', layers: 3, filters: 4 }, { ...mnist, classes: 0 })).toThrow('data.classes');
  });
});
