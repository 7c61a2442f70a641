import { writeFileSync } from 'node:fs';
import { memoryOfBatch, PROCESS_BYTES, trainingMemory } from '../../../schema/networks/memory.ts';
import { subjects } from './candidates.ts';
import { measure } from './measure.ts';

/**
 * `node --import tsx test/workers/memory/table.ts [FILE]`: measures thirty networks (some minutes), prints predicted and measured memory,
 * and writes what test/schema/networks/memory.test.ts compares the formula with.
 */
const megabytes = (bytes: number) => String(Math.round(bytes / 1e6)).padStart(6);
const rows = [];
console.log('predicted  measured  ratio  (MB: process and network)');
for (const { space, architecture, notation, batchSize } of subjects()) {
  const measured = await measure({ notation, batchSize });
  rows.push({ space, notation, batchSize, ...measured });
  const predicted = PROCESS_BYTES + memoryOfBatch(trainingMemory(architecture, 'ADAM'), batchSize);
  console.log(`${megabytes(predicted)} ${megabytes(measured.peak)} ${(predicted / measured.peak).toFixed(2)}  ${batchSize} x ${notation}`);
}
if (process.argv[2]) writeFileSync(process.argv[2], `${JSON.stringify(rows, null, 1)}\n`);
