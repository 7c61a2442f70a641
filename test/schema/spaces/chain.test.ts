import { describe, expect, test } from 'vitest';
import type { Architecture } from '../../../schema/networks/architecture.ts';
import { parseNotation, printLayer, printNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import { Random } from '../../../schema/random.ts';
import type { ChainAction, ChainState } from '../../../schema/spaces/chain.ts';
import type { ChainLimits, DataShape } from '../../../schema/spaces/limits.ts';
import { example, extremes, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { NotAllowed } from '../../../schema/spaces/space.ts';
import { table44 } from '../networks/table-4-4.ts';
import { checkKeys, lists, reachable } from './brute-force.ts';

const mnist: DataShape = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };
const square = (side: number): DataShape => ({ image: { height: side, width: side, channels: 1 }, classes: 3 });
const metaqnn = makeSpace(spacePresets['metaqnn-mnist'], mnist);
const thesis = makeSpace(spacePresets['thesis-mnist'], mnist);
const parse = (text: string, data = mnist) => parseNotation(text, { input: data.image, padding: 'same' });

/** The rules once more, as one predicate on a whole list of layers. */
function isAllowed(layers: ChainAction[], limits: ChainLimits, side: number): boolean {
  const bin = (n: number) => (n > 7 ? 8 : n > 3 ? 4 : 1);
  const seen = (n: number) => (limits.rules === 'METAQNN' ? bin(n) : n);
  let size = side;
  let kind = 'start';
  let units: number[] = [];
  if (layers.length > limits.maxLayers) return false;
  for (const layer of layers) {
    if (kind === 'gap') return false;
    if (layer.type === 'convolution') {
      if (kind === 'fc' || layer.kernel >= seen(size)) return false;
      kind = 'conv';
    } else if (layer.type === 'pool') {
      if (kind !== 'conv' || layer.size >= seen(size)) return false;
      size = Math.ceil((size - layer.size + 1) / layer.stride);
      kind = 'pool';
    } else if (layer.type === 'globalAveragePool') {
      if (kind === 'fc') return false;
      kind = 'gap';
    } else if (layer.type === 'fullyConnected') {
      if (kind !== 'fc' && size > 7) return false;
      units = [...units, layer.units];
      if (units.length > 2 || (units.length === 2 && units[1]! > units[0]!)) return false;
      kind = 'fc';
    } else return false;
  }
  return true;
}

function enumerate(limits: ChainLimits, side: number): string[] {
  const symbols: ChainAction[] = [
    ...limits.filters.flatMap((filters) =>
      limits.kernels.map((kernel): ChainAction => ({ type: 'convolution', filters, kernel, stride: 1 })),
    ),
    ...limits.pools.map((pool): ChainAction => ({ type: 'pool', ...pool })),
    ...limits.units.map((units): ChainAction => ({ type: 'fullyConnected', units })),
    { type: 'globalAveragePool', units: 3 } as const,
  ].slice(0, limits.globalAveragePool ? undefined : -1);
  return [...lists(symbols, limits.maxLayers)]
    .filter((layers) => isAllowed(layers, limits, side))
    .map((layers) => [...layers.map(printLayer), 'SM(3)'].join(', '))
    .sort();
}

const small: ChainLimits = {
  kind: 'CHAIN',
  rules: 'THESIS',
  filters: [4, 8],
  kernels: [1, 3],
  pools: [
    { size: 3, stride: 2 },
    { size: 2, stride: 2 },
  ],
  units: [16, 8],
  globalAveragePool: true,
  maxLayers: 4,
};
const withoutDropout = (network: Architecture) => printNotation(network).replace(/ D\(\d+,\d+\),/g, '');

describe.each(['METAQNN', 'THESIS'] as const)('chains by %s rules', (rules) => {
  describe.each([4, 7, 8, 10, 16])('on images of side %i', (side) => {
    const limits: ChainLimits = { ...small, rules };
    const space = makeSpace(limits, square(side));
    const networks = [...reachable(space)]
      .filter(({ state }) => space.actions(state).length === 0)
      .map(({ walk }) => space.architecture(walk));

    test('are exactly those that the rules allow', () => {
      const all = enumerate(limits, side);
      expect(networks.map(withoutDropout).sort()).toEqual(all);
      expect(space.count()).toBe(BigInt(all.length));
    });

    test('have shapes, and walk back to themselves', () => {
      for (const network of networks) {
        expect(networkShape(network).parameters).toBeGreaterThan(0);
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
      expect(checkKeys(space)).toBeGreaterThan(10);
    });
  });

  test('on images that are not square too', () => {
    const space = makeSpace({ ...small, rules }, { image: { height: 12, width: 7, channels: 3 }, classes: 2 });
    checkKeys(space);
    const random = Random.of(1, rules);
    for (let i = 0; i < 300; i++) expect(networkShape(example(space, random)).layers.at(-1)!.label).toBe('SM(2)');
  });

  test('without GAP, pools or FC', () => {
    const limits: ChainLimits = { ...small, rules, globalAveragePool: false, pools: [], units: [], maxLayers: 3 };
    expect(makeSpace(limits, square(9)).count()).toBe(1n + 4n + 16n + 64n);
  });
});

/** The state after these layers. */
function after(space: typeof metaqnn, text: string): ChainState {
  const network = parse(text === '' ? 'SM(10)' : `${text}, SM(10)`);
  const actions = space.walk(network).slice(0, -1);
  return actions.reduce((state: unknown, action) => space.next(state, action), space.initial()) as ChainState;
}

const twelve = Array.from({ length: 12 }, () => 'C(64,1,1)').join(', ');

test.each([
  // SM, then (kernels below the bin) x 4 filters, GAP, pools below the bin, FC from bin 4 on.
  ['', 1 + 12 + 1, 'start,0,1,0,0,8,0,0'],
  ['C(64,5,1)', 1 + 12 + 1 + 5, 'conv,1,64,5,1,8,0,0'],
  ['C(64,5,1), P(2,2)', 1 + 12 + 1, 'pool,2,0,2,2,8,0,0'],
  ['C(64,5,1), P(5,3)', 1 + 12 + 1, 'pool,2,0,5,3,8,0,0'],
  ['C(64,5,1), P(5,3), C(128,3,1), P(2,2)', 1 + 8 + 1 + 3, 'pool,4,0,2,2,4,0,0'],
  ['C(64,5,1), P(2,2), C(64,1,1), P(2,2), C(512,3,1)', 1 + 8 + 1 + 3 + 3, 'conv,5,512,3,1,4,0,0'],
  ['C(64,5,1), P(5,3), C(64,1,1), P(5,2)', 1 + 1 + 3, 'pool,4,0,5,2,1,0,0'],
  ['C(64,5,1), P(5,3), C(64,1,1), P(2,2), FC(512)', 1 + 3, 'fc,5,0,0,0,1,512,0'],
  ['C(64,5,1), P(5,3), C(64,1,1), P(2,2), FC(128)', 1 + 1, 'fc,5,0,0,0,1,128,0'],
  ['C(64,5,1), P(5,3), C(64,1,1), P(2,2), FC(512), FC(256)', 1, 'fc,6,1,0,0,1,256,0'],
  ['GAP(10)', 1, 'gap,1,0,0,0,1,0,0'],
  [twelve, 1, 'conv,12,64,1,1,8,0,0'],
])('METAQNN: after "%s" there are %i actions in state %s', (text, count, key) => {
  const state = after(metaqnn, text);
  expect(metaqnn.actions(state)).toHaveLength(count);
  expect(metaqnn.stateKey(state)).toBe(key);
});

test.each([
  ['C(64,5,1), P(2,2), C(64,1,1), P(2,2), C(512,3,1)', 1 + 12 + 1 + 5 + 3, 'conv,5,512,3,1,7,0,0'],
  ['C(64,5,1), P(5,3), C(64,1,1), P(5,2)', 1 + 4 + 1 + 3, 'pool,4,0,5,2,2,0,0'],
  ['C(64,5,1), P(5,3)', 1 + 12 + 1, 'pool,2,0,5,3,8,0,0'],
])('THESIS: after "%s" there are %i actions in state %s', (text, count, key) => {
  const state = after(thesis, text);
  expect(thesis.actions(state)).toHaveLength(count);
  expect(thesis.stateKey(state)).toBe(key);
});

test("actions come in the public program's order, and their keys carry the bin they start from", () => {
  const state = after(metaqnn, 'C(64,5,1), P(2,2), C(64,1,1), P(2,2), C(512,3,1)');
  expect(metaqnn.actions(state).map((action) => metaqnn.actionKey(state, action))).toEqual([
    'conv,6,512,3,1,4,0,1',
    ...[64, 128, 256, 512].flatMap((filters) => [1, 3].map((kernel) => `conv,6,${filters},${kernel},1,4,0,0`)),
    'gap,6,0,0,0,1,0,0',
    // From 7 pixels these lead to 2, 3 and 3: bin 1.
    'pool,6,0,3,3,4,0,0',
    'pool,6,0,3,2,4,0,0',
    'pool,6,0,2,2,4,0,0',
    ...[512, 256, 128].map((units) => `fc,6,0,0,0,1,${units},0`),
  ]);
  const start = metaqnn.initial();
  expect(metaqnn.actionKey(start, metaqnn.actions(start)[0])).toBe('start,1,1,0,0,8,0,1');
});

test('under METAQNN rules one state and action may lead to different states', () => {
  const landings = ['P(2,2), C(64,1,1)', 'P(5,3), C(64,1,1)'].map((text) => {
    const state = after(metaqnn, `C(64,1,1), ${text}`);
    const pool = metaqnn.actions(state).find((action) => printLayer(action as ChainAction) === 'P(5,2)');
    return [metaqnn.actionKey(state, pool), metaqnn.stateKey(state), metaqnn.stateKey(metaqnn.next(state, pool))];
  });
  // 14 becomes 5, 8 becomes 2.
  expect(landings[0]!.slice(0, 2)).toEqual(landings[1]!.slice(0, 2));
  expect(landings.map(([, , landing]) => landing)).toEqual(['pool,4,0,5,2,4,0,0', 'pool,4,0,5,2,1,0,0']);
});

describe("the thesis's table 4.4", () => {
  test.each(table44)('is in the space by THESIS rules, dropout included: %s', (text) => {
    expect(printNotation(thesis.architecture(thesis.walk(parse(text))))).toBe(text);
  });

  test('two rows are not in the space of the public program', () => {
    const refused = table44.map((text) => {
      try {
        metaqnn.walk(parse(text));
        return null;
      } catch (error) {
        if (error instanceof NotAllowed) return error.position;
        throw error;
      }
    });
    // C(128,1,1) on 2 x 2, and C(512,5,1) on 7 x 7; positions count dropout.
    expect(refused).toEqual([9, null, null, 10, null]);
  });
});

test.each([
  ['P(2,2), SM(10)', 0, 'layer 1, P(2,2), is not allowed after a 28 x 28 map of start at depth 0; allowed: SM(10), C(64,1,1)'],
  ['C(64,5,1), P(2,2), P(2,2), SM(10)', 2, 'layer 3, P(2,2)'],
  ['C(64,5,1), D(1,2), FC(128), SM(10)', 2, 'layer 3, FC(128)'],
  ['C(64,7,1), SM(10)', 0, 'layer 1, C(64,7,1)'],
  ['C(64,5,2), SM(10)', 0, 'layer 1, C(64,5,2)'],
  ['GAP(10), FC(128), SM(10)', 1, 'layer 2, FC(128), is not allowed after a 1 x 1 map of gap at depth 1; allowed: SM(10)'],
  [`${twelve}, C(64,1,1), SM(10)`, 12, 'layer 13, C(64,1,1)'],
  ['C(64,6,2) | Z(5) | C(8,2,2)', 0, 'a variational autoencoder is not in a space of chains'],
])('%s is refused at position %i', (text, position, message) => {
  expect(() => thesis.walk(parse(text))).toThrow(expect.objectContaining({ position }));
  expect(() => thesis.walk(parse(text))).toThrow(message);
});

test('a network for other images, other padding, or an incomplete walk is refused', () => {
  expect(() => thesis.walk(parse('SM(10)', square(8)))).toThrow('the input is 8 x 8 x 1; allowed: 28 x 28 x 1');
  expect(() => thesis.walk(parseNotation('SM(10)', { input: mnist.image, padding: 'valid' }))).toThrow('padding "valid"');
  const start = thesis.initial();
  expect(() => thesis.architecture([thesis.actions(start)[1]])).toThrow('does not end with SM');
});

test('10,000 random walks of the presets have shapes that fit', () => {
  const random = Random.of(2, 'presets');
  for (const space of [metaqnn, thesis, makeSpace(spacePresets['tour-chain'], mnist)]) {
    for (let i = 0; i < 3333; i++) networkShape(example(space, random));
  }
});
