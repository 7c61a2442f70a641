import { LOSS, type Metric } from '../../schema/plans/metrics.ts';
import type { OptimizerPlan } from '../../schema/plans/plan.ts';
import { Random } from '../../schema/random.ts';
import type { InputValues, Program, ProgramSpec, StepSpec } from '../backends/backend.ts';
import { type Batches, epochOrder, takeBatches } from '../datasets/batches.ts';
import { type Split, split } from '../datasets/split.ts';
import { initialValues, type Parameter } from '../models/parameters.ts';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';
import type { Clock } from './clock.ts';
import { NonFinite } from './failures.ts';
import { drawSeeds } from './randomness.ts';
import type { Sheet } from './sheet.ts';
import type { SampleKind, TrialReport, TrialTools, TrialWork } from './trial.ts';

/** Numbers of one epoch by metric name. */
export type Values = Record<string, number>;

/** Name of the step's input that weighs the images of a batch: 1 / count, and 0 for padding. */
export const WEIGHTS = 'weights';

/** What a task adds to the loop below. */
export interface Task {
  parameters: readonly Parameter[];
  /** Of a batch. */
  size: number;
  /**
   * The step reports what is minimised, then the scalars of `scalars`. Its inputs are rows of resident sets (the images of the batch),
   * WEIGHTS, and what is drawn.
   */
  spec: ProgramSpec & { step: StepSpec };
  /** Names of the metrics that the step reports, each a mean over the images of the batch. */
  scalars: readonly string[];
  /** Metrics over the validation images. */
  evaluate(program: Program, images: Uint32Array, epoch: number, clock: Clock): Promise<Values>;
  /** Pictures after an epoch; more of them after the last one. */
  samples?(program: Program, split: Split, last: boolean): Promise<{ kind: SampleKind; sheet: Sheet }[]>;
  /** Whether an epoch's validation metrics are no better than guessing. */
  atChance?(values: Values): boolean;
}

/** MetaQNN: the learning rate of each retry at chance level is this much of the one before. */
const RETRY_FACTOR = 0.4;
const PROGRESS_MS = 1000;
/** One call of the program makes as many steps as fit in this time, so that signals, timers and progress have their turn. */
const CALL_MS = 40;
const MOST_TOGETHER = 64;

/** Trains, evaluates and samples, epoch by epoch. See `runTrial` for what is promised. */
export async function* train(task: Task, work: TrialWork, tools: TrialTools, clock: Clock): AsyncGenerator<TrialReport, void, undefined> {
  const { training, seed, dataset } = work;
  const { parameters } = task;
  const images = clock.during('data', () => split(dataset, { train: training.trainImages, validation: training.validationImages }, seed));
  const program = clock.during('build', () => compile(task, work, tools));
  try {
    let { epoch, attempt } = await clock.duringAsync('build', () => start(program, task, work, tools, clock));
    let saved = performance.now();
    if (epoch === training.epochs) yield* samples(true);
    while (epoch < training.epochs) {
      clock.epoch = ++epoch;
      const learningRate = scheduled(training.optimizer, epoch) * RETRY_FACTOR ** attempt;
      const learned = yield* trainEpoch(task, program, work, images.train, { epoch, learningRate }, clock);
      const validation = await task.evaluate(program, images.validation, epoch, clock);
      if (!Number.isFinite(validation[LOSS])) throw new NonFinite(validation[LOSS]!, { epoch, learningRate });
      const chance = epoch === 1 && training.chanceRetries > 0 && (task.atChance?.(validation) ?? false);
      if (chance && attempt < training.chanceRetries) {
        attempt++;
        epoch = 0;
        tools.log(`at chance after epoch 1: retry ${attempt} with the learning rate times ${RETRY_FACTOR}`);
        await program.write(initialValues(parameters, seed, attempt));
        continue;
      }
      yield { type: 'metrics', epoch, metrics: [...list(learned, 'TRAIN', epoch), ...list(validation, 'VALIDATION', epoch)] };
      // After the last retry a network that still guesses is left alone: its reward says so already.
      const last = epoch === training.epochs || chance;
      yield* samples(last);
      if (last || performance.now() - saved >= 1000 * (tools.checkpointSeconds ?? 15)) {
        const state: Checkpoint = {
          seed,
          epoch,
          attempt,
          seconds: clock.seconds,
          weights: await program.read(),
          optimizer: await program.optimizerState(),
        };
        yield { type: 'checkpoint', epoch, data: encodeCheckpoint(state, parameters) };
        saved = performance.now();
      }
      if (last) break;
      await clock.breathe();
    }

    async function* samples(last: boolean): AsyncGenerator<TrialReport> {
      if (!task.samples) return;
      for (const { kind, sheet } of await clock.duringAsync('samples', () => task.samples!(program, images, last)))
        yield { type: 'samples', epoch, kind, ...sheet };
    }
  } finally {
    program.dispose();
  }
}

/** What is compiled for one trial serves the next of the same network, data and plan: an attempt after a lost lease, a longer training. */
function compile(task: Task, { architecture, dataset, training }: TrialWork, { backend }: TrialTools): Program {
  const { epochs: _, timeoutSeconds: __, ...plan } = training;
  try {
    return backend.compile({ ...task.spec, key: JSON.stringify([architecture, dataset.hash, plan]) });
  } catch (error) {
    backend.tf.dispose(task.parameters.map((p) => p.variable));
    throw error;
  }
}

/** Sets the first weights, or those of the checkpoint. */
async function start(
  program: Program,
  { parameters }: Task,
  work: TrialWork,
  tools: TrialTools,
  clock: Clock,
): Promise<{ epoch: number; attempt: number }> {
  if (work.checkpoint) {
    try {
      const { epoch, attempt, seconds, weights, optimizer } = decodeCheckpoint(work.checkpoint, parameters, work.seed);
      await program.write(weights, optimizer);
      clock.earlier = seconds;
      return { epoch, attempt };
    } catch (error) {
      tools.log(`${error instanceof Error ? error.message : error}; the trial starts over`);
    }
  }
  await program.write(initialValues(parameters, work.seed, 0));
  return { epoch: 0, attempt: 0 };
}

/** Learning rate of an epoch (from 1): x decay after every `decayEvery` epochs. */
export function scheduled({ learningRate, decay, decayEvery }: OptimizerPlan, epoch: number): number {
  return decayEvery === null ? learningRate : learningRate * decay ** Math.floor((epoch - 1) / decayEvery);
}

/** One pass over the training images; returns the means over them of what the step reported, each under the weights of its moment. */
async function* trainEpoch(
  task: Task,
  program: Program,
  { training, seed }: TrialWork,
  images: Uint32Array,
  { epoch, learningRate }: { epoch: number; learningRate: number },
  clock: Clock,
): AsyncGenerator<TrialReport, Values, undefined> {
  const order = clock.during('data', () => epochOrder(images, seed, epoch));
  const inputs = stepInputs(task, seed, epoch);
  const steps = Math.ceil(order.length / task.size);
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
    const rates = new Array<number>(counts.length).fill(learningRate);
    const rows = await clock.duringAsync('training', () => program.steps(inputs(batches), rates));
    const milliseconds = (performance.now() - called) / counts.length;
    counts.forEach((count, k) => {
      step++;
      const [minimised, ...scalars] = rows.subarray((k * rows.length) / counts.length, ((k + 1) * rows.length) / counts.length);
      if (!Number.isFinite(minimised)) throw new NonFinite(minimised!, { epoch, step, learningRate });
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
      yield { type: 'progress', epoch, epochs: training.epochs, step, steps, imagesPerSecond: (1000 * seen) / (now - begin), loss };
    }
    await clock.breathe();
  }
  return Object.fromEntries(task.scalars.map((name, i) => [name, sums[i]! / seen]));
}

/** Starts the random streams of an epoch; the function that it returns gives the step's inputs for some batches. */
function stepInputs({ spec }: Task, seed: number, epoch: number): (batches: Batches) => InputValues {
  const inputs = Object.entries(spec.step.inputs);
  const drawn = inputs.filter(([, input]) => 'draw' in input).map(([name]) => [name, Random.of(seed, 'drawn', name, epoch)] as const);
  const rows = inputs.filter(([, input]) => 'of' in input).map(([name]) => name);
  return (batches) => ({
    [WEIGHTS]: batches.weights,
    ...Object.fromEntries(rows.map((name) => [name, batches.rows])),
    ...Object.fromEntries(drawn.map(([name, random]) => [name, drawSeeds(batches.counts.length, random)])),
  });
}

function list(values: Values, part: Metric['split'], epoch: number): Metric[] {
  return Object.entries(values).map(([name, value]) => ({ name, split: part, epoch, value }));
}
