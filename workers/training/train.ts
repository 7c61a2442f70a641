import { LOSS, type Metric } from '../../schema/plans/metrics.ts';
import type { OptimizerPlan } from '../../schema/plans/plan.ts';
import type { InputValues, Program, ProgramSpec } from '../backends/backend.ts';
import { type Batch, epochOrder, fillBatch } from '../datasets/batches.ts';
import { type Split, split } from '../datasets/split.ts';
import { initialValues, type Parameter } from '../models/parameters.ts';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';
import type { Clock } from './clock.ts';
import { NonFinite } from './failures.ts';
import type { Sheet } from './sheet.ts';
import type { SampleKind, TrialReport, TrialTools, TrialWork } from './trial.ts';

/** Numbers of one epoch by metric name. */
export type Values = Record<string, number>;

/** What a task adds to the loop below. */
export interface Task {
  parameters: readonly Parameter[];
  /** The step reports what is minimised, then the scalars of `scalars`. */
  spec: ProgramSpec;
  /** Names of the metrics that the step reports, each a mean over the images of the batch. */
  scalars: readonly string[];
  batch: Batch;
  /** The step's inputs; they share the batch's buffers. */
  inputs: InputValues;
  /** Starts the random streams of an epoch; the function it returns fills the random inputs of one step. */
  randomness(epoch: number): () => void;
  /** Metrics over the validation images. */
  evaluate(program: Program, images: Uint32Array, epoch: number, clock: Clock): Promise<Values>;
  /** Pictures after an epoch; more of them after the last one. */
  samples?(program: Program, split: Split, last: boolean): { kind: SampleKind; sheet: Sheet }[];
  /** Whether an epoch's validation metrics are no better than guessing. */
  atChance?(values: Values): boolean;
}

/** MetaQNN: the learning rate of each retry at chance level is this much of the one before. */
const RETRY_FACTOR = 0.4;
const PROGRESS_MS = 1000;

/** Trains, evaluates and samples, epoch by epoch. See `runTrial` for what is promised. */
export async function* train(task: Task, work: TrialWork, tools: TrialTools, clock: Clock): AsyncGenerator<TrialReport, void, undefined> {
  const { training, seed, dataset } = work;
  const { parameters } = task;
  const images = clock.during('data', () => split(dataset, { train: training.trainImages, validation: training.validationImages }, seed));
  const program = clock.during('build', () => compile(task, tools));
  try {
    let { epoch, attempt } = clock.during('build', () => start(program, task, work, tools, clock));
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
        program.write(initialValues(parameters, seed, attempt));
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
          weights: program.read(),
          optimizer: program.optimizerState(),
        };
        yield { type: 'checkpoint', epoch, data: encodeCheckpoint(state, parameters) };
        saved = performance.now();
      }
      if (last) break;
      await clock.breathe();
    }

    function* samples(last: boolean): Generator<TrialReport> {
      if (!task.samples) return;
      for (const { kind, sheet } of clock.during('samples', () => task.samples!(program, images, last)))
        yield { type: 'samples', epoch, kind, ...sheet };
    }
  } finally {
    program.dispose();
  }
}

function compile(task: Task, { backend }: TrialTools): Program {
  try {
    return backend.compile(task.spec);
  } catch (error) {
    backend.tf.dispose(task.parameters.map((p) => p.variable));
    throw error;
  }
}

/** Sets the first weights, or those of the checkpoint. */
function start(
  program: Program,
  { parameters }: Task,
  work: TrialWork,
  tools: TrialTools,
  clock: Clock,
): { epoch: number; attempt: number } {
  if (work.checkpoint) {
    try {
      const { epoch, attempt, seconds, weights, optimizer } = decodeCheckpoint(work.checkpoint, parameters, work.seed);
      program.write(weights, optimizer);
      clock.earlier = seconds;
      return { epoch, attempt };
    } catch (error) {
      tools.log(`${error instanceof Error ? error.message : error}; the trial starts over`);
    }
  }
  program.write(initialValues(parameters, work.seed, 0));
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
  { dataset, training, seed }: TrialWork,
  images: Uint32Array,
  { epoch, learningRate }: { epoch: number; learningRate: number },
  clock: Clock,
): AsyncGenerator<TrialReport, Values, undefined> {
  const order = clock.during('data', () => epochOrder(images, seed, epoch));
  const fillRandom = task.randomness(epoch);
  const steps = Math.ceil(order.length / task.batch.size);
  const sums = new Float64Array(task.scalars.length);
  const begin = performance.now();
  let reported = begin;
  let seen = 0;
  for (let step = 1; step <= steps; step++) {
    clock.during('data', () => {
      fillBatch(task.batch, dataset.train, order, seen);
      fillRandom();
    });
    const [minimised, ...scalars] = clock.during('training', () => program.step(task.inputs, learningRate));
    if (!Number.isFinite(minimised)) throw new NonFinite(minimised!, { epoch, step, learningRate });
    scalars.forEach((value, i) => {
      sums[i] = sums[i]! + value * task.batch.count;
    });
    seen += task.batch.count;
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

function list(values: Values, part: Metric['split'], epoch: number): Metric[] {
  return Object.entries(values).map(([name, value]) => ({ name, split: part, epoch, value }));
}
