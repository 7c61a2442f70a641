import type { Architecture } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { lossesFor } from '../../../schema/plans/check.ts';
import type { Metric } from '../../../schema/plans/metrics.ts';
import { completeTraining, type LossPlan, type OptimizerPlan, type Task, type TrainingPlan } from '../../../schema/plans/plan.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { loadDataset } from '../../../workers/datasets/load.ts';
import { runTrial, type TrialReport, type TrialTools, type TrialWork } from '../../../workers/training/trial.ts';

const TASKS: Record<Architecture['family'], Task> = {
  chain: 'CLASSIFICATION',
  variational: 'VARIATIONAL',
  autoencoder: 'RECONSTRUCTION',
  generator: 'ADVERSARIAL',
  recurrent: 'LANGUAGE_MODELLING',
  dag: 'CLASSIFICATION',
  macro: 'CLASSIFICATION',
  cell: 'CLASSIFICATION',
};

type PlanChanges = Partial<Omit<TrainingPlan, 'optimizer' | 'loss'>> & { optimizer?: Partial<OptimizerPlan>; loss?: Partial<LossPlan> };

/** A trial on MNIST of the task that the notation's family has, small and short unless `changes` say otherwise. */
export function mnistTrial(notation: string, changes: PlanChanges = {}, more: Partial<TrialWork> = {}): TrialWork {
  const dataset = loadDataset('MNIST');
  const architecture = parseNotation(notation, { input: dataset.image, padding: 'same' });
  const task = TASKS[architecture.family];
  const { optimizer, loss, ...plan } = changes;
  return {
    architecture,
    dataset,
    seed: 1,
    training: completeTraining({
      task,
      epochs: 2,
      batchSize: 32,
      trainImages: 512,
      validationImages: 300,
      timeoutSeconds: 600,
      chanceRetries: 0,
      ...plan,
      optimizer: { kind: 'ADAM', learningRate: 0.002, decay: 1, decayEvery: null, weightDecay: 0, ...optimizer },
      loss: { kind: lossesFor(task)[0]!, errorDeviation: 0.01, beta: 1, ...loss },
    }),
    ...more,
  };
}

/** Tools on the backend of this process; every line of the log goes into `lines`. */
export async function tools(changes: Partial<TrialTools> = {}): Promise<TrialTools & { lines: string[] }> {
  const lines: string[] = [];
  const backend = await openBackend({ threads: 1 });
  return { backend, signal: new AbortController().signal, log: (line) => lines.push(line), lines, ...changes };
}

/** Runs a trial to its end. */
export async function reportsOf(work: TrialWork, given?: TrialTools): Promise<TrialReport[]> {
  const reports: TrialReport[] = [];
  for await (const report of runTrial(work, given ?? (await tools()))) reports.push(report);
  return reports;
}

export const ofType = <T extends TrialReport['type']>(reports: readonly TrialReport[], type: T) =>
  reports.filter((report): report is Extract<TrialReport, { type: T }> => report.type === type);

export const metricsOf = (reports: readonly TrialReport[]): Metric[] => ofType(reports, 'metrics').flatMap((report) => report.metrics);

/** One metric's values, epoch by epoch. */
export const seriesOf = (reports: readonly TrialReport[], name: string, split: Metric['split'] = 'VALIDATION'): number[] =>
  metricsOf(reports)
    .filter((m) => m.name === name && m.split === split)
    .map((m) => m.value);
