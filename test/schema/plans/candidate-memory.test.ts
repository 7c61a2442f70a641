import { describe, expect, test } from 'vitest';
import type { Chain, ImageShape } from '../../../schema/networks/architecture.ts';
import { memoryOfBatch, trainingMemory } from '../../../schema/networks/memory.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { candidateMemory } from '../../../schema/plans/candidate-memory.ts';
import { checkPlan } from '../../../schema/plans/check.ts';
import { defaultPlan, training } from '../../../schema/plans/defaults.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import measured from './measured-padded.json' with { type: 'json' };

const chain = (text: string, side: number) =>
  parseNotation(text, { input: { height: side, width: side, channels: 1 }, padding: 'same' }) as Chain;
const framed = (height: number, width: number) => ({ frame: { height, width, channels: 1 } });
const plan = training.CLASSIFICATION;

test('pictures of many sizes count as large as the frame that each is padded to, with what masking keeps', () => {
  const network = chain('C(8,3,1), SPP(2), SM(10)', 8);
  const map = 12 * 20 * 8;
  // the pyramid's 40 numbers four times, for they have no weights; the convolution is the most to work on
  const layers = map + 4 * 40 + 10 + 2 * (12 * 20 + map);
  // the masked map; of levels 1 and 2 one and two rows of the map, and 1 and 4 parts of a row
  const masks = 3 * map + 3.2 * (map + 20 * 8 + (2 * map + 4 * 20 * 8));
  const { fixed, perImage } = candidateMemory(network, framed(12, 20), plan);
  expect(perImage).toBe(Math.round(4 * (layers + masks)));
  // weights do not depend on sizes
  expect(fixed).toBe(trainingMemory(network, 'ADAM').fixed);
});

test('pictures of one size, and text, count as they are', () => {
  const network = chain('C(8,3,1), SPP(2), SM(10)', 8);
  expect(candidateMemory(network, {}, plan)).toEqual(trainingMemory(network, 'ADAM'));
  const cell = parseNotation('R(4) | tanh(0), ReLU(1)', { input: { height: 1, width: 1, channels: 7 }, padding: 'same' });
  const { perImage } = candidateMemory(cell, {}, training.LANGUAGE_MODELLING);
  expect(perImage).toBe(trainingMemory(cell, 'ADAM', training.LANGUAGE_MODELLING.language!.sequenceLength).perImage);
});

/** What test/workers/memory/padded-peak.ts measured, each in a process of its own; the last three were not fitted to. */
describe('networks on pictures of SIDE x LONGEST and LONGEST x SIDE pixels', () => {
  test.each(measured)('$notation, batches of $batchSize, $side x $longest', ({ notation, batchSize, side, longest, before, peak }) => {
    const own = memoryOfBatch(candidateMemory(chain(notation, side), framed(longest, longest), plan), batchSize);
    expect(own / (peak - before)).toBeGreaterThan(0.85);
    expect(own / (peak - before)).toBeLessThan(1.2);
  });
});

test('a plan is checked with the frame, too', () => {
  const plan = { ...defaultPlan('CLASSIFICATION'), budget: { candidates: 10, seconds: null } };
  const data = { image: { height: 16, width: 16, channels: 1 }, classes: 10, manySizes: true };
  const around = { limits: spacePresets['tour-pyramid'], data, trainCount: 1000, validationCount: 100, multiLabel: false };
  const fields = (frame: ImageShape, memoryBytes: number) =>
    checkPlan(plan, { ...around, data: { ...data, frame }, memoryBytes }).map(({ field }) => field);
  expect(fields({ height: 16, width: 20, channels: 1 }, 1e9)).toEqual([]);
  expect(fields({ height: 400, width: 600, channels: 1 }, 1e9)).toEqual(['limits']);
});
