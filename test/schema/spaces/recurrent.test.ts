import { describe, expect, test } from 'vitest';
import { dataShape } from '../../../schema/datasets.ts';
import { ACTIVATIONS, type Architecture } from '../../../schema/networks/architecture.ts';
import { architectureHash } from '../../../schema/networks/hash.ts';
import { NotationError, parseNotation, printNotation } from '../../../schema/networks/notation.ts';
import { looseEnds } from '../../../schema/networks/recurrent.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import type { RecurrentLimits } from '../../../schema/spaces/limits.ts';
import { checkLimits, extremes, heaviestNetwork, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { checkKeys, reachable } from './brute-force.ts';

const text = dataShape({ image: { height: 1, width: 1, channels: 1 }, classes: [], vocabulary: 50 });
const limits: RecurrentLimits = { kind: 'RECURRENT', units: 8, nodes: 4, activations: ['tanh', 'ReLU'] };
const read = (notation: string, vocabulary = 50) =>
  parseNotation(notation, { input: { height: 1, width: 1, channels: vocabulary }, padding: 'same' });

describe('the space of recurrent cells', () => {
  test('counts exactly the cells that can be written down, and builds each by one walk', () => {
    const space = makeSpace(limits, text);
    const written = new Set<string>();
    for (const a of ['tanh', 'ReLU'])
      for (const b of ['tanh', 'ReLU'])
        for (const c of ['tanh', 'ReLU'])
          for (const d of ['tanh', 'ReLU'])
            for (const p of [1, 2]) for (const q of [1, 2, 3]) written.add(`R(8) | ${a}(0), ${b}(1), ${c}(${p}), ${d}(${q})`);
    const built: string[] = [];
    for (const { state, walk } of reachable(space)) {
      if (space.actions(state).length > 0) continue;
      const network = space.architecture(walk);
      expect(space.walk(network)).toEqual(walk);
      expect(read(printNotation(network))).toEqual(network);
      built.push(printNotation(network));
    }
    expect(new Set(built)).toEqual(written);
    expect(built.length).toBe(written.size);
    expect(space.count()).toBe(BigInt(written.size));
    expect(checkKeys(space)).toBeGreaterThan(10);
  });

  test('of 12 nodes has 4^12 11! cells', () => {
    const factorial = Array.from({ length: 11 }, (_, i) => BigInt(i + 1)).reduce((product, n) => product * n, 1n);
    expect(makeSpace(spacePresets['enas-recurrent'], text).count()).toBe(4n ** 12n * factorial);
  });

  test('all its networks have the same parameters, those of the actions of a walk', () => {
    const space = makeSpace(limits, text);
    // embedding and output share a matrix; the first node has two of 8 x 16, the three others one
    const expected = 50 * 8 + 50 + (2 + 3) * 8 * 16;
    const { smallest, largest } = extremes(space);
    for (const network of [smallest, largest, heaviestNetwork(space, { parameter: 1, output: 1 })])
      expect(networkShape(network).parameters).toBe(expected);
    let state = space.initial();
    let sum = 0;
    for (const action of space.walk(smallest)) {
      sum += space.weights(state, action);
      state = space.next(state, action);
    }
    expect(sum).toBe(expected);
  });

  test('refuses what is not in it, and names the node', () => {
    const space = makeSpace(limits, text);
    const refused = (network: Architecture) => {
      try {
        space.walk(network);
      } catch (error) {
        return (error as Error).message;
      }
      throw new Error('it was allowed');
    };
    expect(refused(read('R(8) | tanh(0), ReLU(1), sigmoid(1), tanh(2)'))).toContain('node 3 applies sigmoid; allowed: tanh, ReLU');
    expect(refused(read('R(8) | tanh(0), ReLU(1)'))).toContain('2 nodes; allowed: 4');
    expect(refused(read('R(4) | tanh(0), ReLU(1), tanh(1), tanh(2)'))).toContain('4 units; allowed: 8');
    expect(refused(read('R(8) | tanh(0), ReLU(1), tanh(1), tanh(2)', 60))).toContain('60 words; allowed: 50');
    expect(refused({ family: 'chain', input: text.image, padding: 'same', layers: [] })).toContain(
      'a chain is not in a space of recurrent',
    );
  });

  test('limits are checked, all at once; pictures and text go to their own spaces', () => {
    const wrong = { kind: 'RECURRENT', units: 0, nodes: 33, activations: ['tanh', 'swish', 'tanh'] } as unknown as RecurrentLimits;
    expect(checkLimits(wrong, text).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'units OUT_OF_RANGE',
      'nodes OUT_OF_RANGE',
      'activations.1 UNKNOWN',
      'activations.2 NOT_ALLOWED',
    ]);
    expect(checkLimits({ ...limits, activations: [] }, text)).toMatchObject([{ field: 'activations', code: 'EMPTY' }]);
    const pictures = dataShape({ image: { height: 28, width: 28, channels: 1 }, classes: ['a', 'b'] });
    expect(checkLimits(limits, pictures)).toMatchObject([{ field: 'kind', message: expect.stringContaining('these are pictures') }]);
    expect(checkLimits(spacePresets['tour-chain'], text)).toMatchObject([
      { field: 'kind', message: expect.stringContaining('this is text; allowed: RECURRENT') },
    ]);
  });
});

describe('notation of recurrent cells', () => {
  test('names the place of what is wrong', () => {
    const problem = (notation: string) => {
      try {
        read(notation);
      } catch (error) {
        return error as NotationError;
      }
      throw new Error('it was read');
    };
    expect(problem('R(8) | tanh(1)')).toBeInstanceOf(NotationError);
    expect(problem('R(8) | tanh(1)').message).toContain('node 1 reads 1; allowed: 0');
    expect(problem('R(8) | tanh(0), ReLU(2)').message).toContain('node 2 reads 2; allowed: a node from 1 to 1');
    expect(problem('R(8) | tanh(0), relu(1)').message).toContain('"relu"; allowed: tanh, ReLU, identity, sigmoid');
    expect(problem('R(8) | tanh(0), ReLU(1').position).toBe(22);
    expect(problem('R(8)').message).toContain('nodes');
    expect(problem('R(0) | tanh(0)').message).toContain('whole number from 1');
  });

  test('white space does not matter, and another cell has another hash', () => {
    const network = read(' R( 16 )|tanh(0),sigmoid(1) ,identity( 1 )');
    expect(printNotation(network)).toBe('R(16) | tanh(0), sigmoid(1), identity(1)');
    expect(architectureHash(network)).toBe(architectureHash(read(printNotation(network))));
    expect(architectureHash(network)).not.toBe(architectureHash(read('R(16) | tanh(0), sigmoid(1), identity(2)')));
    expect(architectureHash(network)).not.toBe(architectureHash(read('R(16) | tanh(0), sigmoid(1), identity(1)', 51)));
  });

  test('loose ends are the nodes that no other reads', () => {
    const node = (previous: number) => ({ previous, activation: ACTIVATIONS[0] });
    expect(looseEnds([0, 1, 1, 2].map(node))).toEqual([3, 4]);
    expect(looseEnds([0, 1, 2, 3].map(node))).toEqual([4]);
    expect(looseEnds([node(0)])).toEqual([1]);
  });
});
