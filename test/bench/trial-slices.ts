import type { TrainingPlan } from '../../schema/plans/plan.ts';
import { defaultPlan } from '../../schema/plans/presets/presets.ts';
import type { Backend } from '../../workers/backends/backend.ts';
import { loadDataset } from '../../workers/datasets/load.ts';
import { runTrial, type TrialReport } from '../../workers/training/trial.ts';
import type { Slice } from './figures.ts';
import { architectureOf, NETWORKS, type NetworkName } from './networks.ts';

/** Progress comes about once a second; the first one of a trial still warms up. */
const WARM_UP_REPORTS = 1;

/**
 * Trains a network of the bench as a worker would, by `runTrial` on MNIST, and stands still between slices: a trial works only while
 * its next report is being asked for. What counts is the time from the beginning of an epoch, or from one report of progress, to the
 * next report of progress: batches, random numbers, steps and the loop around them, but neither evaluation nor pictures.
 */
export async function trainInSlices(
  backend: Backend,
  name: NetworkName,
): Promise<{ measure(seconds: number): Promise<Slice>; end(): Promise<void> }> {
  const { batch } = NETWORKS[name];
  const end = new AbortController();
  const work = { architecture: architectureOf(name), dataset: loadDataset('MNIST'), training: plan(name), seed: 1 };
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const reports = runTrial(work, { backend, signal: end.signal, log, checkpointSeconds: Number.MAX_VALUE });

  const next = async (): Promise<TrialReport> => {
    const { value, done } = await reports.next();
    if (done) throw new Error(`${name}: the trial ended by itself`);
    if (value.type === 'finished')
      throw new Error(`${name}: ${value.status === 'FAILED' ? value.message : 'the trial has no more epochs'}`);
    return value;
  };
  let seen = 0;
  const measure = async (seconds: number): Promise<Slice> => {
    const slice = { images: 0, seconds: 0 };
    while (slice.seconds < seconds) {
      const begin = performance.now();
      const report = await next();
      if (report.type !== 'progress') {
        seen = 0; // an epoch ended; what it did since its last progress is not known to have been training alone
        continue;
      }
      slice.seconds += (performance.now() - begin) / 1000;
      slice.images += (report.step - seen) * batch;
      seen = report.step;
    }
    return slice;
  };
  for (let warm = 0; warm < WARM_UP_REPORTS; warm++) await measure(Number.MIN_VALUE);
  return {
    measure,
    async end() {
      end.abort();
      await reports.return(undefined);
    },
  };
}

/** As Keras trains it: Adam, without schedule, penalty or frozen parts. */
function plan(name: NetworkName): TrainingPlan {
  const { family } = architectureOf(name);
  const task = family === 'chain' ? 'CLASSIFICATION' : family === 'autoencoder' ? 'RECONSTRUCTION' : 'VARIATIONAL';
  return {
    ...defaultPlan(task).training,
    scope: 'FULL',
    epochs: 1_000_000,
    batchSize: NETWORKS[name].batch,
    optimizer: defaultPlan('VARIATIONAL').training.optimizer,
    validationImages: NETWORKS[name].batch,
    timeoutSeconds: Number.MAX_VALUE,
    chanceRetries: 0,
  };
}
