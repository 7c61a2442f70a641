import { parseNotation } from '../../../schema/networks/notation.ts';
import { training } from '../../../schema/plans/defaults.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import type { ImageGroup } from '../../../workers/datasets/dataset.ts';
import { padded } from '../../../workers/datasets/padded.ts';
import { runTrial } from '../../../workers/training/trial.ts';
import { forgetPeak, resident } from './resident.ts';

/**
 * `node --import tsx test/workers/memory/padded-peak.ts NOTATION BATCH SIDE LONGEST`: trains a network for a few steps on pictures of SIDE x LONGEST
 * and LONGEST x SIDE pixels. Prints resident bytes: `before` (with TensorFlow and the pictures loaded and a tiny network trained) and at the `peak`.
 */
const [notation, ...numbers] = process.argv.slice(2);
const [batchSize, side, longest] = numbers.map(Number) as [number, number, number];
const backend = await openBackend({ threads: 1 });

function groups(count: number): ImageGroup[] {
  return [
    [side, longest],
    [longest, side],
  ].map(([height, width]) => ({
    ...{ height: height!, width: width!, count },
    images: Uint8Array.from({ length: count * side * longest }, (_, i) => (i * i) % 251),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
  }));
}

const dataset = padded({
  ...{ name: 'long', channels: 1, smallestSide: side, classes: 10, multiLabel: false, hash: 'long', test: [] },
  ...{ train: groups(batchSize), validation: groups(batchSize / 2), normalisation: { mean: [0], deviation: [1] } },
});

async function trains(text: string, size: number): Promise<void> {
  const architecture = parseNotation(text, { input: { height: side, width: side, channels: 1 }, padding: 'same' });
  const plan = { ...training.CLASSIFICATION, epochs: 1, batchSize: size, trainImages: 2 * size, validationImages: size, chanceRetries: 0 };
  const tools = { backend, signal: new AbortController().signal, log: console.error };
  for await (const report of runTrial({ architecture, dataset, training: plan, seed: 1 }, tools))
    if (report.type === 'finished' && report.status === 'FAILED') throw new Error(`${report.reason}: ${report.message}`);
}

await trains('C(2,3,1), SPP(1), SM(10)', 8);
const before = resident('VmRSS');
forgetPeak();
await trains(notation!, batchSize);
console.log(JSON.stringify({ before, peak: resident('VmHWM') }));
process.exit(0);
