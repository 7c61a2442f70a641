import { ACCURACY, BEST_ACCURACY, type Metric } from '../../schema/plans/metrics.ts';
import type { Values } from './train.ts';

/** Metrics of one epoch of one training. */
export interface EpochValues {
  train: Values;
  validation: Values;
}

/** What the trainings of one candidate from different first weights gave: by training, by epoch. Plain data, a part of checkpoints. */
export type Runs = EpochValues[][];

/**
 * The metrics of a trial of several trainings after an epoch (from 1) of the last one in `runs`: means over the trainings that came so far.
 * Those of an epoch are told again with every training, and then hold in place of what was told before. BEST_ACCURACY of epoch e is the
 * mean of the highest validation accuracies up to e, also of trainings that had ended: of the last epoch it is what table 5.1 ranks by.
 */
export function meanMetrics(runs: Runs, epoch: number): Metric[] {
  const reached = runs.filter((run) => run.length >= epoch).map((run) => run[epoch - 1]!);
  const metrics = [
    ...means(reached.map(({ train }) => train)).map(([name, value]): Metric => ({ name, split: 'TRAIN', epoch, value })),
    ...means(reached.map(({ validation }) => validation)).map(([name, value]): Metric => ({ name, split: 'VALIDATION', epoch, value })),
  ];
  if (!runs.every((run) => run.every(({ validation }) => ACCURACY in validation))) return metrics;
  const longest = Math.max(...runs.map((run) => run.length));
  for (let later = epoch; later <= longest; later++) {
    const best = runs.map((run) => Math.max(...run.slice(0, later).map(({ validation }) => validation[ACCURACY]!)));
    metrics.push({ name: BEST_ACCURACY, split: 'VALIDATION', epoch: later, value: mean(best) });
  }
  return metrics;
}

function means(values: Values[]): [string, number][] {
  const names = Object.keys(values[0] ?? {}).filter((name) => values.every((each) => name in each));
  return names.map((name) => [name, mean(values.map((each) => each[name]!))]);
}

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
