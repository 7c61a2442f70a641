import { describe, expect, test } from 'vitest';
import { builtInDatasets, dataShape } from '../../../schema/datasets.ts';
import { memoryCosts, memoryOfBatch, PROCESS_BYTES, trainingMemory } from '../../../schema/networks/memory.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import { example, extremes, heaviestNetwork, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import measured from './measured-memory.json' with { type: 'json' };

const mnist = builtInDatasets.find(({ name }) => name === 'MNIST')!;
const network = (text: string) => parseNotation(text, { input: dataShape(mnist).image, padding: 'same' });

test('by hand', () => {
  // 7,850 parameters in 13 arrays; ten outputs kept four times, and the workspace of 10 + 784 numbers five times
  expect(trainingMemory(network('SM(10)'), 'ADAM')).toEqual({ fixed: 6e6 + 4 * 13 * 7850, perImage: 4 * (4 * 10 + 5 * 794) });
  expect(trainingMemory(network('SM(10)'), 'SGD').fixed).toBe(6e6 + 4 * 9 * 7850);
});

/** What test/workers/memory/table.ts measured, each in a process of its own. */
describe('thirty networks that were measured', () => {
  test('there are thirty, of both families', () => {
    expect(measured).toHaveLength(30);
    expect(measured.filter(({ notation }) => notation.includes('|'))).toHaveLength(12);
  });
  test.each(measured)('$notation, batches of $batchSize', ({ notation, batchSize, before, peak }) => {
    const own = memoryOfBatch(trainingMemory(network(notation), 'ADAM'), batchSize);
    expect((PROCESS_BYTES + own) / peak).toBeGreaterThan(0.7);
    expect((PROCESS_BYTES + own) / peak).toBeLessThan(1.3);
    // what the network adds to its process, where that is not lost in the noise of the allocator
    if (peak - before > 60e6) {
      expect(own / (peak - before)).toBeGreaterThan(0.7);
      expect(own / (peak - before)).toBeLessThan(1.3);
    }
  });
});

test.each(['tour-chain', 'thesis-mnist', 'thesis-variational'] as const)(
  'no network of %s that is drawn is heavier than the heaviest',
  (name) => {
    const space = makeSpace(spacePresets[name], dataShape(mnist));
    const bytes = (architecture: ReturnType<typeof network>) => memoryOfBatch(trainingMemory(architecture, 'ADAM'), 64);
    const heaviest = bytes(heaviestNetwork(space, memoryCosts('ADAM', 64)));
    const random = Random.of(1, name);
    for (let i = 0; i < 200; i++) expect(bytes(example(space, random))).toBeLessThanOrEqual(heaviest);
    expect(bytes(extremes(space).largest)).toBeLessThanOrEqual(heaviest);
  },
);
