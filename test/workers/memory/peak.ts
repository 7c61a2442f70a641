import { parseNotation } from '../../../schema/networks/notation.ts';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { loadDataset } from '../../../workers/datasets/load.ts';
import { runTrial } from '../../../workers/training/trial.ts';
import { forgetPeak, resident } from './resident.ts';

/**
 * A process that trains one network for a few steps, `NOTATION BATCH`, and prints the most memory that it had resident while it did:
 * before (with TensorFlow and the images loaded and a tiny network trained) and at the peak; bytes.
 */
const [notation, batch] = process.argv.slice(2);
const batchSize = Number(batch);
const dataset = loadDataset('MNIST');
const backend = await openBackend({ threads: Number(process.env.THREADS ?? 1) });

async function trains(text: string, size: number): Promise<void> {
  const architecture = parseNotation(text, { input: dataset.image, padding: 'same' });
  const { training } = defaultPlan(architecture.family === 'chain' ? 'CLASSIFICATION' : 'VARIATIONAL');
  const plan = { ...training, epochs: 1, batchSize: size, trainImages: 2 * size, validationImages: size, chanceRetries: 0 };
  const tools = { backend, signal: new AbortController().signal, log: console.error };
  for await (const report of runTrial({ architecture, dataset, training: plan, seed: 1 }, tools))
    if (report.type === 'finished' && report.status === 'FAILED') throw new Error(`${report.reason}: ${report.message}`);
}

await trains('C(2,3,1), SM(10)', 8);
const before = resident('VmRSS');
forgetPeak();
await trains(notation!, batchSize);
console.log(JSON.stringify({ before, peak: resident('VmHWM') }));
process.exit(0);
