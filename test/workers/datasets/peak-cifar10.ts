import { readFileSync } from 'node:fs';
import { builtInDatasets } from '../../../schema/datasets.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { cacheFolder } from '../../../workers/backends/install/cache.ts';
import { withLock } from '../../../workers/backends/install/lock.ts';
import { imagesOfOneSize } from '../../../workers/datasets/dataset.ts';
import { provideDataset } from '../../../workers/datasets/provide.ts';
import { runTrial } from '../../../workers/training/trial.ts';

/**
 * A process that trains on CIFAR-10 as a worker does, all images resident, and prints the most memory that it had resident, bytes: after a
 * classifier, and after a variational autoencoder behind it.
 */
const { name, contentHash } = builtInDatasets.find((each) => each.name === 'CIFAR-10')!;
const tools = {
  cache: cacheFolder(),
  progress: console.error,
  lock: withLock,
  download: () => Promise.reject(new Error('it comes from its registry package')),
};
const dataset = imagesOfOneSize(await provideDataset({ name, hash: contentHash, url: null }, tools));
const backend = await openBackend({ threads: 1 });

async function trains(notation: string, task: 'CLASSIFICATION' | 'VARIATIONAL'): Promise<number> {
  const architecture = parseNotation(notation, { input: dataset.image, padding: 'same' });
  const training = { ...defaultPlan(task).training, epochs: 1, trainImages: 1_280, validationImages: 256, chanceRetries: 0 };
  const signal = new AbortController().signal;
  for await (const report of runTrial({ architecture, dataset, training, seed: 1 }, { backend, signal, log: console.error }))
    if (report.type === 'finished' && report.status === 'FAILED') throw new Error(`${report.reason}: ${report.message}`);
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]);
}

const classifier = await trains('C(64,3,1), P(2,2), C(128,3,1), P(2,2), FC(128), SM(10)', 'CLASSIFICATION');
const variational = await trains('C(64,4,2), C(128,4,2) | Z(16) | C(128,6,2), C(64,4,2)', 'VARIATIONAL');
console.log(JSON.stringify({ classifier, variational }));
process.exit(0);
