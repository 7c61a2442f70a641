import { LOSS, type Metric } from '../../schema/plans/metrics.ts';
import type { InputValues, Program, ProgramSpec, StepSpec } from '../backends/backend.ts';
import type { Batches } from '../datasets/batches.ts';
import { imagesOfOneSize } from '../datasets/dataset.ts';
import { type Split, split } from '../datasets/split.ts';
import { BATCH_WEIGHTS } from '../models/normalise.ts';
import { initialValues, type Parameter } from '../models/parameters.ts';
import { decodeCheckpoint, encodeCheckpoint, type Place } from './checkpoint.ts';
import type { Clock } from './clock.ts';
import { trainEpoch } from './epoch.ts';
import { NonFinite } from './failures.ts';
import type { Outlook } from './foresight.ts';
import { type EpochValues, meanMetrics } from './runs.ts';
import type { Sheet } from './sheet.ts';
import type { AnyData, SampleKind, TrialReport, TrialTools, TrialWork } from './trial.ts';

/** Numbers of one epoch by metric name. */
export type Values = Record<string, number>;

/** Name of the step's input that weighs the images of a batch: 1 / count, and 0 for padding. */
export const WEIGHTS = BATCH_WEIGHTS;

/** Something to look at. */
export type Shown = { kind: Exclude<SampleKind, 'TEXT'>; sheet: Sheet } | { kind: 'TEXT'; texts: string[] };

/** What a task adds to the loop below. */
export interface Task {
  /** Those that learn, then the frozen ones. */
  parameters: readonly Parameter[];
  /** Of a batch. */
  size: number;
  /**
   * The step reports what is minimised, then the scalars of `scalars`. Its inputs are rows of resident sets (the images of the batch),
   * WEIGHTS, what is drawn, and `numbers`.
   */
  spec: ProgramSpec & { step: StepSpec };
  /** Names of the metrics that the step reports, each a mean over the images of the batch. */
  scalars: readonly string[];
  /** Rows of an epoch, where they are not images of a dataset: batches of a text. */
  rows?: Split;
  /** Rows are trained on in their order, and each counts as so many images: tokens of a text. */
  inOrder?: { perRow: number };
  /** Further inputs of the step for some batches. */
  given?(batches: Batches): InputValues;
  /** Metrics of an epoch's training from the means of the scalars. */
  derived?(means: Values): Values;
  /** Inputs of the step that are one number for a whole epoch. */
  numbers?: Record<string, (epoch: number) => number>;
  /** Metrics over the validation images. */
  evaluate(program: Program, images: Uint32Array, epoch: number, clock: Clock): Promise<Values>;
  /** Metrics of what the network generates or reconstructs, after the last epoch. */
  judged?(program: Program, images: Uint32Array, clock: Clock): Promise<Values>;
  /** Pictures after an epoch; more of them after the last one. */
  samples?(program: Program, split: Split, last: boolean): Promise<Shown[]>;
  /** Whether an epoch's validation metrics are no better than guessing. */
  atChance?(values: Values): boolean;
}

/** MetaQNN: the learning rate of each retry at chance level is this much of the one before. */
const RETRY_FACTOR = 0.4;

/**
 * Trains, evaluates and samples, epoch by epoch, and that once for each of the plan's initialisations. See `runTrial` for what is promised.
 * @returns whether it went to the end or ended where it was judged
 */
export async function* train(
  task: Task,
  work: TrialWork<AnyData>,
  tools: TrialTools,
  clock: Clock,
): AsyncGenerator<TrialReport, 'DONE' | 'STOPPED_EARLY', undefined> {
  const { training, seed } = work;
  const { initialisations } = training;
  const { parameters } = task;
  const images = clock.during('data', () => task.rows ?? rowsOf(work));
  const program = clock.during('build', () => compile(task, work, tools));
  try {
    let at = await clock.duringAsync('build', () => start(program, task, work, tools, clock));
    let saved = performance.now();
    let ended = at.run === initialisations - 1 && isOver(at, work);
    if (ended) yield* samples(true);
    // an attempt that had been judged, but could not say so any more
    else if (yield* foresee()) return 'STOPPED_EARLY';
    while (!ended) {
      clock.epoch = ++at.epoch;
      const { run, epoch } = at;
      const options = { epoch, before: run * training.epochs, factor: RETRY_FACTOR ** at.attempt };
      const learned = yield* trainEpoch(task, program, work, images.train, options, clock);
      const validation = await task.evaluate(program, images.validation, epoch, clock);
      const loss = validation[LOSS]!;
      if (!Number.isFinite(loss)) throw new NonFinite(loss, { epoch, learningRate: training.optimizer.learningRate * options.factor });
      const chance = epoch === 1 && training.chanceRetries > 0 && (task.atChance?.(validation) ?? false);
      if (chance && at.attempt < training.chanceRetries) {
        at = { ...at, attempt: at.attempt + 1, epoch: 0, curve: [] };
        tools.log(`at chance after epoch 1: retry ${at.attempt} with the learning rate times ${RETRY_FACTOR}`);
        await program.write(initialValues(parameters, seed, at.attempt, run));
        continue;
      }
      if (at.best === null || loss < at.best.loss) at.best = { epoch, loss };
      // After the last retry a network that still guesses is left alone: its reward says so already.
      if (chance) at.givenUp = true;
      const over = isOver(at, work);
      const last = over && run === initialisations - 1;
      const judged = over && task.judged ? await clock.duringAsync('judging', () => task.judged!(program, images.validation, clock)) : {};
      yield { type: 'metrics', epoch, metrics: metricsOf(at, { train: learned, validation: { ...validation, ...judged } }) };
      if (tools.foresight && epoch <= tools.foresight.epoch)
        at.curve = [...at.curve.slice(0, epoch - 1), validation[tools.foresight.metric] ?? null];
      const stops = !over && (yield* foresee());
      if (initialisations === 1 || last) yield* samples(last);
      ended = last || stops;
      if (over && !last) {
        at = { run: run + 1, epoch: 0, attempt: 0, best: null, curve: [], runs: at.runs };
        await program.write(initialValues(parameters, seed, 0, run + 1));
      }
      if (ended || performance.now() - saved >= 1000 * (tools.checkpointSeconds ?? 15)) {
        // the next rung goes on from here; after the last one, or a judgement, nothing does
        const goesOn = !ended || !(stops || isOver(at, { training }));
        const now = { weights: await program.read(), optimizer: goesOn ? await program.optimizerState() : null };
        yield { type: 'checkpoint', epoch, data: encodeCheckpoint({ seed, ...at, seconds: clock.seconds, ...now }, parameters) };
        saved = performance.now();
      }
      if (stops) return 'STOPPED_EARLY';
      await clock.breathe();
    }
    return 'DONE';

    /** Judges the training at its epoch, and says whether it ends there. */
    async function* foresee(): AsyncGenerator<TrialReport, boolean, undefined> {
      const outlook = clock.during('evaluation', () => look(at, tools));
      if (!outlook) return false;
      yield { type: 'outlook', epoch: at.epoch, ...outlook };
      return outlook.stops;
    }

    async function* samples(last: boolean): AsyncGenerator<TrialReport> {
      if (!task.samples) return;
      for (const shown of await clock.duringAsync('samples', () => task.samples!(program, images, last)))
        yield shown.kind === 'TEXT'
          ? { type: 'texts', epoch: at.epoch, texts: shown.texts }
          : { type: 'samples', epoch: at.epoch, kind: shown.kind, ...shown.sheet };
    }

    function metricsOf({ run, epoch, runs }: Place, values: EpochValues): Metric[] {
      if (initialisations === 1) return [...list(values.train, 'TRAIN', epoch), ...list(values.validation, 'VALIDATION', epoch)];
      runs[run] = [...(runs[run] ?? []).slice(0, epoch - 1), values];
      return meanMetrics(runs, epoch);
    }
  } finally {
    program.dispose();
  }
}

/** What is compiled for one trial serves the next of the same network, data and plan: an attempt after a lost lease, a longer training. */
function compile(task: Task, { architecture, dataset, training }: TrialWork<AnyData>, { backend }: TrialTools): Program {
  const { epochs: _, timeoutSeconds: __, ...plan } = training;
  try {
    return backend.compile({ ...task.spec, key: JSON.stringify([architecture, dataset.hash, plan]) });
  } catch (error) {
    backend.tf.dispose(task.parameters.map((p) => p.variable));
    throw error;
  }
}

/** Sets the first weights, or those of the checkpoint. */
async function start(program: Program, { parameters }: Task, work: TrialWork<AnyData>, tools: TrialTools, clock: Clock): Promise<Place> {
  if (work.checkpoint) {
    try {
      const { seconds, weights, optimizer, run, epoch, attempt, givenUp, best, curve, runs } = decodeCheckpoint(
        work.checkpoint,
        parameters,
        work.seed,
      );
      const place = { run, epoch, attempt, givenUp, best, curve, runs };
      const ended = (run === work.training.initialisations - 1 && isOver(place, work)) || look(place, tools)?.stops;
      if (!optimizer && !ended) throw new Error('checkpoint: it has only the weights of a trial that had ended');
      await program.write(weights, optimizer ?? undefined);
      clock.earlier = seconds;
      return place;
    } catch (error) {
      tools.log(`${error instanceof Error ? error.message : error}; the trial starts over`);
    }
  }
  await program.write(initialValues(parameters, work.seed, 0));
  return { run: 0, epoch: 0, attempt: 0, best: null, curve: [], runs: [] };
}

/** Null where nothing is predicted at this place. A checkpoint of an earlier version knows no curve. */
function look({ epoch, curve }: Place, { foresight }: TrialTools): Outlook | null {
  if (!foresight || epoch !== foresight.epoch) return null;
  const values = curve.filter((value) => value !== null);
  return values.length === epoch ? foresight.look(values) : null;
}

/** Images of the parts of a dataset. */
function rowsOf({ dataset, training, seed }: TrialWork<AnyData>): Split {
  return split(imagesOfOneSize(dataset), { train: training.trainImages, validation: training.validationImages }, seed);
}

/** Whether a training made all its epochs, those that are asked for now, or lost its patience or hope. */
function isOver({ epoch, best, givenUp = false }: Place, { training, until }: Pick<TrialWork<AnyData>, 'training' | 'until'>): boolean {
  const { epochs, patience } = training;
  return givenUp || epoch >= Math.min(until ?? epochs, epochs) || (patience !== null && best !== null && epoch - best.epoch >= patience);
}

function list(values: Values, part: Metric['split'], epoch: number): Metric[] {
  return Object.entries(values).map(([name, value]) => ({ name, split: part, epoch, value }));
}
