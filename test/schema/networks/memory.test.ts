import { describe, expect, test } from 'vitest';
import { builtInDatasets, dataShape } from '../../../schema/datasets.ts';
import { fittingBatch, memoryCosts, memoryOfBatch, PROCESS_BYTES, trainingMemory } from '../../../schema/networks/memory.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import { example, extremes, heaviestNetwork, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import measured from './measured-memory.json' with { type: 'json' };

const mnist = builtInDatasets.find(({ name }) => name === 'MNIST')!;
const network = (text: string) => parseNotation(text, { input: dataShape(mnist).image, padding: 'same' });

test('by hand', () => {
  // 7,850 parameters in 15 arrays; ten outputs, and the workspace of 10 + 784 numbers twice
  expect(trainingMemory(network('SM(10)'), 'ADAM')).toEqual({ fixed: 14e6 + 4 * 15 * 7850, perImage: 4 * (10 + 2 * 794) });
  expect(trainingMemory(network('SM(10)'), 'SGD').fixed).toBe(14e6 + 4 * 11 * 7850);
  // 6,272 outputs of a convolution, 1,568 of a pool four times; the convolution's are the most to work on
  expect(trainingMemory(network('C(8,3,1), P(2,2), SM(10)'), 'ADAM').perImage).toBe(4 * (6272 + 4 * 1568 + 10 + 2 * (6272 + 1568)));
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

test('the half of them that the coefficients were not fitted to is predicted as its documentation says', () => {
  const unseen = measured.filter((_, i) => i % 2 === 1);
  const ratios = unseen.map(({ notation, batchSize, peak }) => {
    return (PROCESS_BYTES + memoryOfBatch(trainingMemory(network(notation), 'ADAM'), batchSize)) / peak;
  });
  expect(unseen).toHaveLength(15);
  expect(Math.min(...ratios)).toBeCloseTo(0.87, 2);
  expect(Math.max(...ratios)).toBeCloseTo(1.07, 2);
});

describe('batches are halved', () => {
  const memory = { fixed: 10, perImage: 1 };
  test.each([
    [128, 138, 128],
    [128, 137, 64],
    [128, 18, 8],
    [128, 17, null],
    [100, 60, 50],
    [100, 59, 25],
    [12, 18, 8],
    // a plan's own small batch is not made larger
    [4, 14, 4],
    [4, 13, null],
  ])('%i images in %i bytes: %j', (batchSize, bytes, expected) => {
    expect(fittingBatch(memory, batchSize, bytes)).toBe(expected);
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
