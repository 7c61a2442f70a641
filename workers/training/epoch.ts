import { LOSS } from '../../schema/plans/metrics.ts';
import { Random } from '../../schema/random.ts';
import type { InputValues, Program } from '../backends/backend.ts';
import { type Batches, epochOrder, takeBatches } from '../datasets/batches.ts';
import type { Clock } from './clock.ts';
import { NonFinite } from './failures.ts';
import { drawSeeds } from './randomness.ts';
import { scheduled } from './schedule.ts';
import { type Task, type Values, WEIGHTS } from './train.ts';
import type { TrialReport, TrialWork } from './trial.ts';

const PROGRESS_MS = 1000;
/** One call of the program makes as many steps as fit in this time, so that signals, timers and progress have their turn. */
const CALL_MS = 40;
const MOST_TOGETHER = 64;

export interface EpochOptions {
  /** From 1; of this training, which schedules and random numbers go by. */
  epoch: number;
  /** Epochs of the trial before this training: those of other first weights. */
  before: number;
  /** Every learning rate of the schedule is multiplied by it. */
  factor: number;
}

/** One pass over the training images; returns the means over them of what the step reported, each under the weights of its moment. */
export async function* trainEpoch(
  task: Task,
  program: Program,
  { training, seed, until }: Pick<TrialWork, 'training' | 'seed' | 'until'>,
  images: Uint32Array,
  { epoch, before, factor }: EpochOptions,
  clock: Clock,
): AsyncGenerator<TrialReport, Values, undefined> {
  const order = clock.during('data', () => (task.inOrder ? images : epochOrder(images, seed, epoch)));
  const inputs = stepInputs(task, seed, epoch);
  const steps = Math.ceil(order.length / task.size);
  const epochs = training.initialisations * Math.min(until ?? training.epochs, training.epochs);
  const { perRow } = task.inOrder ?? { perRow: 1 };
  const rate = (of: number) => factor * scheduled(training.optimizer, { epoch, step: of, steps, epochs: training.epochs });
  const sums = new Float64Array(task.scalars.length);
  const begin = performance.now();
  let reported = begin;
  let seen = 0;
  let step = 0;
  let together = 1;
  while (step < steps) {
    const batches = clock.during('data', () => takeBatches(order, seen, task.size, together));
    const { counts } = batches;
    const called = performance.now();
    const rates = counts.map((_, k) => rate(step + k));
    const rows = await clock.duringAsync('training', () => program.steps(inputs(batches), rates));
    const milliseconds = (performance.now() - called) / counts.length;
    counts.forEach((count, k) => {
      step++;
      const [minimised, ...scalars] = rows.subarray((k * rows.length) / counts.length, ((k + 1) * rows.length) / counts.length);
      if (!Number.isFinite(minimised)) throw new NonFinite(minimised!, { epoch, step, learningRate: rates[k]! });
      scalars.forEach((value, i) => {
        sums[i] = sums[i]! + value * count;
      });
      seen += count;
    });
    together = Math.max(1, Math.min(MOST_TOGETHER, 2 * together, Math.floor(CALL_MS / milliseconds)));
    const now = performance.now();
    if (now - reported >= PROGRESS_MS) {
      reported = now;
      const loss = sums[task.scalars.indexOf(LOSS)]! / seen;
      yield { type: 'progress', epoch: before + epoch, epochs, step, steps, imagesPerSecond: (1000 * seen * perRow) / (now - begin), loss };
    }
    await clock.breathe();
  }
  const means = Object.fromEntries(task.scalars.map((name, i) => [name, sums[i]! / seen]));
  return task.derived?.(means) ?? means;
}

/** Starts the random streams of an epoch; the function that it returns gives the step's inputs for some batches. */
function stepInputs({ spec, numbers = {}, given }: Task, seed: number, epoch: number): (batches: Batches) => InputValues {
  const inputs = Object.entries(spec.step.inputs);
  const drawn = inputs.filter(([, input]) => 'draw' in input).map(([name]) => [name, Random.of(seed, 'drawn', name, epoch)] as const);
  const rows = inputs.filter(([, input]) => 'of' in input).map(([name]) => name);
  return (batches) => ({
    ...(WEIGHTS in spec.step.inputs && { [WEIGHTS]: batches.weights }),
    ...given?.(batches),
    ...Object.fromEntries(rows.map((name) => [name, batches.rows])),
    ...Object.fromEntries(drawn.map(([name, random]) => [name, drawSeeds(batches.counts.length, random)])),
    ...Object.fromEntries(Object.entries(numbers).map(([name, at]) => [name, new Float32Array(batches.counts.length).fill(at(epoch))])),
  });
}
