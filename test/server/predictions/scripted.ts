import type { Answer } from '../rig.ts';
import { key, PHASES, report, type ScriptedWorker, stepOf } from '../script.ts';

/** A plan whose candidates are judged after the first of two epochs, as soon as five ran to the end. */
export const PREDICTION = { minimum: 5, fullEvery: 4, limit: 0.5 };
export const predictedPlan = (change: object = {}) => ({
  seed: 1,
  budget: { candidates: 14 },
  parallelism: 2,
  controller: { kind: 'RANDOM' },
  training: { task: 'CLASSIFICATION', epochs: 2, optimizer: {}, loss: { kind: 'CROSS_ENTROPY' }, trainImages: 1000 },
  reward: 'ACCURACY',
  prediction: PREDICTION,
  ...change,
});

/** What came with the lease of a trial. */
export async function predictionOf(worker: ScriptedWorker, lease: Answer): Promise<Answer> {
  const { node } = await worker.ask<Answer>(
    `query ($id: ID!) { node(id: $id) { ... on Lease { work { ... on TrialWork {
       prediction { regressor seed epoch reward limit best features rows { curve features reward } } } } } } }`,
    { id: lease.id },
  );
  return node.work.prediction;
}

/** A made-up prediction from what came with the lease. */
export const guess = (work: Answer, value: number, stops: boolean) => ({
  epoch: work.epoch,
  value,
  low: value - 0.1,
  high: value + 0.1,
  chance: stops ? 0.01 : 0.9,
  best: work.best,
  rows: work.rows.length,
  stops,
});

/** The next trial; steps on the way to it are taken. Null at the end. */
export async function nextTrial(worker: ScriptedWorker): Promise<Answer | null> {
  for (;;) {
    const lease = await worker.lease();
    if (!lease || lease.work.__typename === 'TrialWork') return lease;
    await worker.mutate('commitStep', stepOf(lease), 'search { id }');
  }
}

/** Ends a trial as one that was predicted: stopped after its first epoch, or at its end. */
export async function endPredicted(worker: ScriptedWorker, lease: Answer, prediction: ReturnType<typeof guess>): Promise<void> {
  const metrics = [{ name: 'accuracy', split: 'VALIDATION', epoch: 1, value: 0.25 }];
  if (!prediction.stops) await report(worker, lease);
  await worker.mutate('reportTrial', { ...key(lease), sequence: 2, metrics: prediction.stops ? metrics : [], prediction }, 'wanted');
  await worker.mutate('finishTrial', { ...key(lease), stoppedEarly: prediction.stops, phases: PHASES }, 'trial { id }');
}
