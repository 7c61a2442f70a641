import type { Backend } from '../backends/backend.ts';
import { DeviceLost } from '../backends/lost.ts';
import {
  LeaseWorkDocument,
  type LeaseWorkInput,
  RegisterWorkerDocument,
  type RegisterWorkerInput,
  RetireWorkerDocument,
} from '../operations.generated.ts';
import { expectNoErrors, type Platform, Refused, WrongToken } from '../platform.ts';
import { Rounds } from './enas-step.ts';
import { type Leased, leased } from './leased.ts';
import { releaseLease } from './release.ts';
import type { Renewal } from './renewal.ts';
import { replayAbandoned } from './replay.ts';
import { Pace, workTrials } from './short-trials.ts';
import { Steps } from './step.ts';
import type { TrialContext } from './trial.ts';

export interface LoopContext {
  platform: Platform;
  backend: Backend;
  renewal: Renewal;
  spoolRoot: string;
  checkpointSeconds: number;
  log: (line: string) => void;
  runTrial?: TrialContext['runTrial'];
}

const WAIT_SECONDS = 15;

/**
 * Registers, then leases and works until `stop` aborts, then retires.
 *
 * @throws WrongToken, Refused when it may not register, or DeviceLost, after the work was given back and the worker has retired
 */
export async function runLoop(description: RegisterWorkerInput, context: LoopContext, stop: AbortSignal): Promise<void> {
  const { platform, log } = context;
  const steps = new Steps(platform, log);
  const rounds = new Rounds(context);
  const pace = new Pace();
  let workerId: string | null = null;
  let lost: DeviceLost | null = null;
  try {
    workerId = await register(description, context, stop);
    await replayAbandoned(platform, context.spoolRoot, stop, log);
    let given: Leased[] | undefined;
    while (!stop.aborted) {
      const asked = given?.length ? given : await leaseWork(workerId, pace.most, context, stop);
      given = undefined;
      const id = workerId;
      const next = (most: number) => ({ workerId: id, waitSeconds: 0, most });
      if (asked === 'UNKNOWN') workerId = await register(description, context, stop);
      else if (asked.length > 0) given = await work(asked, { steps, rounds, pace, next }, context, stop);
    }
    // what was leased when the worker was told to end is given back as it retires
  } catch (error) {
    if (error instanceof DeviceLost) lost = error;
    else if (!stop.aborted) throw error;
  }
  if (workerId) await retire(workerId, platform, log);
  if (lost) throw lost;
}

async function register(input: RegisterWorkerInput, { platform, log }: LoopContext, signal: AbortSignal): Promise<string> {
  const { registerWorker } = await platform.request(RegisterWorkerDocument, { input }, { signal });
  expectNoErrors(registerWorker);
  log(
    `registered at ${platform.server.origin} as ${input.name}: ${input.backend} ${input.backendVersion}, ${input.threads} threads, ${Math.round(input.gflops)} GFLOP/s`,
  );
  return registerWorker.worker!.id;
}

/** Some work, nothing when there is none now, or UNKNOWN when the server does not know this worker any more (another database). */
async function leaseWork(workerId: string, most: number, { platform }: LoopContext, signal: AbortSignal) {
  const input = { workerId, waitSeconds: WAIT_SECONDS, most };
  const { leaseWork } = await platform.request(LeaseWorkDocument, { input }, { signal });
  if (leaseWork.userErrors.some((error) => error.code === 'UNKNOWN')) return 'UNKNOWN';
  expectNoErrors(leaseWork);
  return leased(leaseWork);
}

/** What a worker keeps from one piece of work to the next. */
interface Kept {
  steps: Steps;
  rounds: Rounds;
  pace: Pace;
  /** How to ask for so many trials at most, or a step, without waiting for it. */
  next: (most: number) => LeaseWorkInput;
}

/** Works a step, a trial, or several trials. @returns what came to do next with the server's last answer, if it was asked */
async function work(
  leases: readonly Leased[],
  { steps, rounds, pace, next }: Kept,
  context: LoopContext,
  stop: AbortSignal,
): Promise<Leased[] | undefined> {
  const { platform, renewal, log } = context;
  const trials = leases.flatMap(({ work, ...lease }) => (work?.__typename === 'TrialWork' ? [{ ...lease, work }] : []));
  if (trials.length > 0 && trials.length === leases.length) return workTrials(trials, { ...context, stop }, pace, next);
  const lease = leases[0]!;
  switch (lease.work?.__typename) {
    case 'StepWork': {
      renewal.hold(lease, { unwanted: () => {}, lost: () => {} });
      try {
        if (lease.work.search.plan.controller.kind === 'ENAS') await rounds.take(lease, lease.work, stop);
        else return await steps.take(lease, lease.work, next(pace.most), { signal: stop });
      } catch (error) {
        if (stop.aborted || error instanceof WrongToken) throw error;
        // The next worker may fare better; if the fault is in the search, the log of each says so.
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        log(`step of ${lease.work.search.name} failed: ${stack ?? message}`);
        await releaseLease(platform, lease, message, { signal: stop });
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      } finally {
        renewal.drop(lease.id);
      }
      return undefined;
    }
    default:
      throw new Refused('the server leased a kind of work that this worker does not know; install the same version on both', 'FAULT');
  }
}

async function retire(workerId: string, platform: Platform, log: (line: string) => void): Promise<void> {
  try {
    const options = { attempts: 1, timeoutSeconds: 1 };
    expectNoErrors((await platform.request(RetireWorkerDocument, { input: { workerId } }, options)).retireWorker);
    log('retired');
  } catch (error) {
    log(`ended without a goodbye (${(error as Error).message}); its work is given out again after 30 s`);
  }
}
