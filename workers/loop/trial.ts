import type { Architecture } from '../../schema/networks/architecture.ts';
import type { Backend } from '../backends/backend.ts';
import { DeviceLost, isDeviceLost, onLoss } from '../backends/lost.ts';
import { FinishTrialDocument, type LeaseWorkMutation, type SearchStatus } from '../operations.generated.ts';
import { Away, type Platform, Refused } from '../platform.ts';
import { noTime, spend, sumOf } from '../training/clock.ts';
import { failureOf } from '../training/failures.ts';
import { runTrial, type TrialReport, type TrialTools } from '../training/trial.ts';
import type { Courier } from './courier.ts';
import { foresightOf } from './foresight.ts';
import { Outbox, type Parcel } from './outbox.ts';
import { releaseLease } from './release.ts';
import type { Renewal } from './renewal.ts';
import { Spool } from './spool.ts';
import { datasetOf } from './trial-dataset.ts';
import { judgeOf } from './trial-judge.ts';

type Lease = NonNullable<LeaseWorkMutation['leaseWork']['lease']>;
export type TrialWork = Extract<NonNullable<Lease['work']>, { __typename: 'TrialWork' }>;

export interface TrialContext {
  platform: Platform;
  backend: Backend;
  renewal: Renewal;
  /** Folder of the spools. */
  spoolRoot: string;
  /** Between checkpoints, each after the end of an epoch. */
  checkpointSeconds: number;
  /** Aborts when the worker is told to end. */
  stop: AbortSignal;
  log: (line: string) => void;
  /** Trains; given by the bench that measures what is around it. */
  runTrial?: typeof runTrial;
  /** Of several trials that were leased together: takes their ends to the server. */
  courier?: Courier;
  /** When they were leased, in milliseconds of `performance.now()`: what came since is waiting. */
  leasedAt?: number;
  /** Called when the trial has trained, and only its reports may be on their way. */
  trained?: () => void;
}

/** A paused trial may train this much longer to reach its next checkpoint. */
const PAUSE_SECONDS = 30;
/** Of trials that take moments, reports are on disk when the server has not got them so long after their beginning. */
const MEMORY_MS = 500;
/** What is waiting may still go out before the worker ends. */
const FAREWELL_MS = 500;

/** For whoever still sends; making the usual DOMException each time takes longer than the rest of an end. */
const OVER = new Error('the trial is over');

/** Why a trial ends before its time. A plain word is a reason to give the work back. */
type Ending = 'stopping' | 'paused' | 'stopped' | Error;

/**
 * Trains one candidate and reports it. Whatever happens, the lease is finished, given back, or lost to another.
 *
 * @throws DeviceLost when there is nothing left to train on; the lease is given back before
 */
export async function workTrial(lease: { id: string; fence: number }, work: TrialWork, context: TrialContext): Promise<void> {
  const { platform, renewal, stop, log } = context;
  const { candidate, attempt } = work.trial;
  const planned = work.search.plan.training.batchSize;
  const name = `${work.search.name} #${candidate.number}`;
  const say = (line: string) => log(`${name}: ${line}`);
  say(`${candidate.notation}${attempt > 1 ? ` (attempt ${attempt})` : ''}`);
  if (work.batchSize !== planned) say(`batches of ${work.batchSize} instead of ${planned}, to fit the memory`);

  const ending = new AbortController();
  const end = (why: Ending) => ending.abort(why);
  const onStop = () => end('stopping');
  stop.addEventListener('abort', onStop, { once: true });
  const offLoss = onLoss(end);
  const pause = new Pause(end);
  const unwanted = (status: SearchStatus | undefined) => (status === 'PAUSED' ? pause.ask() : end('stopped'));
  const sender = { server: platform.server.href, leaseId: lease.id, fence: lease.fence, pid: process.pid };
  const spool = Spool.create(context.spoolRoot, sender, context.courier ? MEMORY_MS : 0);
  const sending = new AbortController();
  const outbox = new Outbox(platform, spool, { unwanted, failed: end }, sending.signal, say, context.courier);
  const soon = context.courier !== undefined;
  renewal.hold(lease, { unwanted, lost: (message) => end(new Refused(message, 'LEASE_LOST')) }, soon);
  let leave = false;
  try {
    await train(work, outbox, pause, end, ending.signal, { ...context, log: say });
    context.trained?.();
    await Promise.race([outbox.drained(), aborted(ending.signal)]);
    if (!ending.signal.aborted) return;
    const why = ending.signal.reason as Ending;
    if (why instanceof DeviceLost) {
      say(why.message);
      await Promise.race([outbox.drained(), after(FAREWELL_MS, stop)]);
      leave = !(await giveBack(lease, why.message, platform, say));
      throw why;
    }
    if (why instanceof Error) return await giveUp(lease, why, platform, say);
    // Ended by us: what it has so far still counts, and another attempt goes on from its checkpoint.
    await Promise.race([outbox.drained(), after(why === 'stopping' ? FAREWELL_MS : 60_000, stop)]);
    leave = !(await giveBack(lease, why, platform, say));
  } finally {
    renewal.drop(lease.id);
    pause.clear();
    offLoss();
    stop.removeEventListener('abort', onStop);
    sending.abort(OVER);
    if (leave) spool.leave();
    else spool.remove();
  }
}

/** Runs the trial and puts what it gives into the outbox; returns early when the signal aborts. A lost device is no result: it calls `end`. */
async function train(
  work: TrialWork,
  outbox: Outbox,
  pause: Pause,
  end: (why: DeviceLost) => void,
  signal: AbortSignal,
  context: TrialContext,
): Promise<void> {
  const { platform, backend, renewal, log } = context;
  const tools: TrialTools = {
    backend,
    signal,
    log,
    foresight: foresightOf(work),
    get checkpointSeconds() {
      return pause.asked ? 0 : context.checkpointSeconds;
    },
  };
  const batch = new Batch(outbox);
  const before = noTime();
  if (context.leasedAt !== undefined) before.waiting = (performance.now() - context.leasedAt) / 1000;
  try {
    const dataset = await spend(before, 'data', () => datasetOf(work.search.dataset, { platform, signal, log }));
    const { checkpointUrl } = work;
    const checkpoint = checkpointUrl
      ? await spend(before, 'waiting', () => fetchCheckpoint(platform, checkpointUrl, signal, log))
      : undefined;
    const training = { ...work.search.plan.training, batchSize: work.batchSize, patience: work.patience };
    const progress = (preparing: string) =>
      renewal.progress({ epoch: 1, epochs: work.epochs, step: 0, steps: 1, imagesPerSecond: 0, loss: null, preparing });
    tools.judge = await spend(before, 'judging', () => judgeOf(training.task, dataset, { backend, signal, log, progress }));
    const { architecture } = work.trial.candidate;
    const trial = { architecture: architecture as Architecture, dataset, training, seed: work.seed, checkpoint, until: work.epochs };
    for await (const report of (context.runTrial ?? runTrial)(trial, tools)) {
      switch (report.type) {
        case 'progress': {
          const { type, ...progress } = report;
          renewal.progress({ ...progress, loss: Number.isFinite(report.loss) ? report.loss : null });
          break;
        }
        case 'finished':
          if (report.status === 'FAILED' && report.reason === 'ERROR' && isDeviceLost(report.message))
            return end(new DeviceLost(report.message));
          batch.finish({ ...report, phases: sumOf(before, report.phases) });
          log(report.status === 'FAILED' ? `failed: ${report.reason}, ${report.message}` : ENDINGS[report.status]);
          break;
        default:
          batch.add(report);
          if (report.type === 'outlook') log(foreseen(report));
          if (report.type === 'metrics') log(`epoch ${report.epoch}: ${summary(report.metrics)}`);
          if (report.type === 'checkpoint') pause.reached();
      }
    }
  } catch (error) {
    // before the first batch: the data or the checkpoint could not be had
    if (signal.aborted) return;
    if (isDeviceLost(error)) return end(error instanceof DeviceLost ? error : new DeviceLost((error as Error).message));
    const failure = failureOf(error);
    log(`failed: ${failure.message}`);
    batch.finish({ type: 'finished', status: 'FAILED', ...failure, phases: before });
  } finally {
    batch.flush();
  }
}

/** @returns false when the server could not be told */
async function giveBack(
  lease: { id: string; fence: number },
  why: string,
  platform: Platform,
  say: (line: string) => void,
): Promise<boolean> {
  try {
    await releaseLease(platform, lease, why, why === 'stopping' ? { attempts: 1, timeoutSeconds: 1 } : {});
  } catch (error) {
    if (!(error instanceof Away)) throw error;
    say(`could not be given back (${error.message}): the next worker here does it`);
    return false;
  }
  say(`given back (${why})`);
  return true;
}

/** Nothing more can be reported. Work that somebody else has is left to them; what the server refused fails the trial. */
async function giveUp(lease: { id: string; fence: number }, why: Error, platform: Platform, say: (line: string) => void): Promise<void> {
  say(`given up: ${why.message}`);
  if (!(why instanceof Refused)) throw why;
  if (why.code === 'LEASE_LOST') return;
  const failure = { reason: 'ERROR' as const, message: `the server refused a report: ${why.message}` };
  const input = { leaseId: lease.id, fence: lease.fence, failure, phases: noTime() };
  await platform.request(FinishTrialDocument, { input });
}

async function fetchCheckpoint(platform: Platform, url: string, signal: AbortSignal, log: (line: string) => void) {
  try {
    const checkpoint = await platform.download(url, { signal });
    log(`goes on from a checkpoint of ${checkpoint.length} bytes`);
    return checkpoint;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    log(`its checkpoint cannot be had (${error.message}); it starts over`);
    return undefined;
  }
}

type Kept = Extract<TrialReport, { type: 'metrics' | 'outlook' | 'samples' | 'texts' | 'checkpoint' }>;
type Finished = Extract<TrialReport, { type: 'finished' }>;

/** Collects what one epoch gives, which comes without a turn of the event loop between, into one message. */
class Batch {
  private parcel: Parcel | null = null;
  private timer: NodeJS.Immediate | undefined;

  constructor(private readonly outbox: Outbox) {}

  add(report: Kept): void {
    const parcel = this.open();
    if (report.type === 'metrics') parcel.metrics.push(...report.metrics);
    else if (report.type === 'checkpoint') parcel.checkpoint = report.data;
    else if (report.type === 'outlook') {
      const { type, ...prediction } = report;
      parcel.prediction = prediction;
    } else if (report.type === 'texts') {
      const { epoch, texts } = report;
      const content = new TextEncoder().encode(JSON.stringify(texts));
      const place = { tileWidth: 1, tileHeight: 1, columns: 1, count: texts.length };
      parcel.samples.push({ kind: 'TEXT', epoch, ...place, tiles: null, dimensions: null, content, vectors: null });
    } else {
      const { kind, epoch, png, tile, columns, count, tiles, vectors } = report;
      parcel.samples.push({
        kind,
        epoch,
        tileWidth: tile.width,
        tileHeight: tile.height,
        columns,
        count,
        tiles: tiles ?? null,
        dimensions: vectors?.dimensions ?? null,
        content: png,
        vectors: vectors?.data ?? null,
      });
    }
  }

  finish(report: Finished): void {
    const failure = report.status === 'FAILED' ? { reason: report.reason, message: report.message } : null;
    const stoppedEarly = report.status === 'STOPPED_EARLY';
    this.open().finish = { failure, stoppedEarly, phases: report.phases, at: Date.now() };
    this.flush();
  }

  flush(): void {
    clearImmediate(this.timer);
    if (this.parcel) this.outbox.put(this.parcel);
    this.parcel = null;
  }

  private open(): Parcel {
    if (!this.parcel) this.timer = setImmediate(() => this.flush());
    this.parcel ??= { metrics: [], prediction: null, samples: [], checkpoint: null, finish: null };
    return this.parcel;
  }
}

/** A paused trial trains on to the end of its epoch, for a checkpoint to go on from; not for ever. */
class Pause {
  asked = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly end: (why: Ending) => void) {}

  ask(): void {
    if (this.asked) return;
    this.asked = true;
    this.timer = setTimeout(() => this.end('paused'), 1000 * PAUSE_SECONDS);
  }

  /** A checkpoint was made. */
  reached(): void {
    if (this.asked) this.end('paused');
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}

const ENDINGS = { DONE: 'done', STOPPED_EARLY: 'stopped early' } as const;

/** What is predicted, and what follows from it. */
function foreseen({ epoch, value, chance, best, stops }: Extract<TrialReport, { type: 'outlook' }>): string {
  const number = (each: number) => Number(each.toPrecision(4));
  return `after epoch ${epoch} a reward of ${number(value)} is predicted: chance ${number(chance)} to beat ${number(best)}${stops ? ', so it ends here' : ''}`;
}

function summary(metrics: readonly { name: string; split: string; value: number }[]): string {
  const shown = metrics.filter(({ name, split }) => split === 'VALIDATION' && !name.startsWith('f1.'));
  return shown.map(({ name, value }) => `${name} ${Number(value.toPrecision(4))}`).join(', ');
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** After some time, or soon after the worker is told to end. */
const after = (milliseconds: number, stop: AbortSignal) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref();
    if (!stop.aborted) stop.addEventListener('abort', () => setTimeout(resolve, FAREWELL_MS).unref(), { once: true });
  });
