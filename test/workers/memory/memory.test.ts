import { expect, test } from 'vitest';
import { memoryOfBatch, PROCESS_BYTES, trainingMemory } from '../../../schema/networks/memory.ts';
import { subjects } from './candidates.ts';
import { measure } from './measure.ts';

/** A few of the thirty that table.ts measures, trained here. */
test.each([subjects()[5]!, subjects()[7]!, subjects()[19]!])(
  'the memory of $notation with batches of $batchSize is predicted within 30%',
  async ({ architecture, notation, batchSize }) => {
    const { peak } = await measure({ notation, batchSize });
    const predicted = PROCESS_BYTES + memoryOfBatch(trainingMemory(architecture, 'ADAM'), batchSize);
    expect(predicted / peak).toBeGreaterThan(0.7);
    expect(predicted / peak).toBeLessThan(1.3);
  },
);
