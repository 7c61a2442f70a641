import type { Architecture } from '../../schema/networks/architecture.ts';
import type { Metric } from '../../schema/plans/metrics.ts';
import type { Task as TaskName, TrainingPlan } from '../../schema/plans/plan.ts';
import type { Backend } from '../backends/backend.ts';
import { type Dataset, imagesOfOneSize, type TextDataset } from '../datasets/dataset.ts';
import { adversarial } from './adversarial.ts';
import { classification } from './classification.ts';
import { Clock, Ended, type PhaseSeconds } from './clock.ts';
import { type FailureReason, failureOf } from './failures.ts';
import type { Foresight, Outlook } from './foresight.ts';
import type { Judge } from './judge/judge.ts';
import { language } from './language.ts';
import { reconstruction } from './reconstruction.ts';
import type { Sheet } from './sheet.ts';
import { type Task, train } from './train.ts';
import { variational } from './variational.ts';

/** How each task is trained. */
const tasks: Record<TaskName, (work: TrialWork<AnyData>, tools: TrialTools) => Task> = {
  CLASSIFICATION: onImages(classification),
  VARIATIONAL: onImages(variational),
  RECONSTRUCTION: onImages(reconstruction),
  ADVERSARIAL: onImages(adversarial),
  LANGUAGE_MODELLING: language,
};

function onImages(task: (work: TrialWork, tools: TrialTools) => Task): (work: TrialWork<AnyData>, tools: TrialTools) => Task {
  return (work, tools) => task({ ...work, dataset: imagesOfOneSize(work.dataset) }, tools);
}

/** What tasks train on. */
export type AnyData = Dataset | TextDataset;

/** One training of one candidate. */
export interface TrialWork<Data extends AnyData = Dataset> {
  architecture: Architecture;
  /** Pictures, or text for language modelling. */
  dataset: Data;
  training: TrainingPlan;
  /**
   * Everything random derives from it. Trials of one search that share it see the same images in the same order and decode the same
   * latents, so that their numbers and pictures can be compared.
   */
  seed: number;
  /** Goes on after the epoch of this checkpoint. One that is damaged or of another network is logged, and the trial starts over. */
  checkpoint?: Uint8Array;
  /** It ends after this epoch, to be gone on with later; schedules go by the epochs of the plan. Missing: after the plan's last one. */
  until?: number;
}

export interface TrialTools {
  backend: Backend;
  /** Aborting ends the trial between two batches, without a `finished`. */
  signal: AbortSignal;
  log: (line: string) => void;
  /** Seconds between checkpoints, at least; the last epoch always gives one. Default 15. Read after each epoch: it may change. */
  checkpointSeconds?: number;
  /** Looks at what a network generates after its last epoch; without one the metrics that need it are missing. */
  judge?: Judge;
  /** Looks at the validation curve before its end, and may end the training there; without one it goes to the end. */
  foresight?: Foresight;
}

export type SampleKind = 'GENERATED' | 'RECONSTRUCTION' | 'LATENT_GRID' | 'EMBEDDING' | 'MISTAKES' | 'TEXT';

export type TrialReport =
  /** Within an epoch, about once a second. `loss` is the mean since the epoch began. */
  | { type: 'progress'; epoch: number; epochs: number; step: number; steps: number; imagesPerSecond: number; loss: number }
  /** After each epoch, all of its metrics at once. */
  | { type: 'metrics'; epoch: number; metrics: Metric[] }
  /** What the training is expected to come to. Once, and only with a foresight. */
  | ({ type: 'outlook'; epoch: number } & Outlook)
  | ({ type: 'samples'; epoch: number; kind: Exclude<SampleKind, 'TEXT'> } & Sheet)
  /** Texts that the network has written. */
  | { type: 'texts'; epoch: number; texts: string[] }
  /** Weights and optimiser after this epoch; replaces the one before. */
  | { type: 'checkpoint'; epoch: number; data: Uint8Array }
  | { type: 'finished'; status: 'DONE' | 'STOPPED_EARLY'; phases: PhaseSeconds }
  | { type: 'finished'; status: 'FAILED'; reason: FailureReason; message: string; phases: PhaseSeconds };

/**
 * Trains one candidate. Order of the reports: for each epoch `progress`*, `metrics`, `outlook`?, `samples`*, `checkpoint`?; then one `finished`,
 * which is missing only when the signal aborted or the caller stopped listening. Failures are reports, never exceptions. The event
 * loop gets a turn at least every few batches. Whatever happens, the network's memory is freed.
 */
export async function* runTrial(work: TrialWork<AnyData>, tools: TrialTools): AsyncGenerator<TrialReport, void, undefined> {
  const clock = new Clock(work.training.timeoutSeconds, tools.signal);
  try {
    const task = clock.during('build', () => tasks[work.training.task](work, tools));
    const status = yield* train(task, work, tools, clock);
    yield { type: 'finished', status, phases: clock.phases };
  } catch (error) {
    if (error instanceof Ended) return;
    const failure = failureOf(error);
    if (failure.reason === 'ERROR') tools.log(error instanceof Error && error.stack ? error.stack : failure.message);
    yield { type: 'finished', status: 'FAILED', ...failure, phases: clock.phases };
  }
}
