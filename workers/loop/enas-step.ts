import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { dataShape } from '../../schema/datasets.ts';
import type { OptimizerPlan } from '../../schema/plans/plan.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import type { Backend } from '../backends/backend.ts';
import type { ControllerState } from '../controllers/controller.ts';
import { makeSupernet } from '../enas/make.ts';
import { Pace } from '../enas/pace.ts';
import { playRound, type RoundProgress } from '../enas/round.ts';
import { type EnasState, readEnas, startEnas } from '../enas/state.ts';
import type { Supernet } from '../enas/supernet.ts';
import { CommitStepDocument, type CommitStepInput, CreateUploadDocument, EnasWorkDocument } from '../operations.generated.ts';
import { expectNoErrors, type Platform, Refused } from '../platform.ts';
import { releaseLease } from './release.ts';
import type { Renewal } from './renewal.ts';
import type { StepWork } from './step.ts';
import { datasetOf } from './trial-dataset.ts';

export interface RoundsContext {
  platform: Platform;
  backend: Backend;
  renewal: Renewal;
  log: (line: string) => void;
}

/** The search whose shared weights this process holds, as they are after `version` steps. */
interface Held {
  searchId: string;
  version: number;
  state: EnasState;
  supernet: Supernet;
  optimizer: OptimizerPlan;
}

/** The round is not to be finished: its search was paused or stopped, or its lease was lost. */
class RoundEnded extends Error {
  override readonly name = 'RoundEnded';
}

const PROGRESS_MS = 1_000;
/** The longest that a round computes before it lets timers and sockets have their turn. */
const TURN_MS = 20;
const PARTS: Record<RoundProgress['part'], string | null> = {
  TRAINING: null,
  POLICY: 'teaching the policy, update',
  DERIVING: 'deriving, network',
};

/**
 * Takes the long steps of ENAS: a step that may propose plays one round and commits state, candidate, figures and the address of the shared weights
 * together; one that may not only counts results. A round that is cut off leaves nothing, and whoever takes it again gives the same. The weights of
 * the last search stay in memory, so that a worker that goes on fetches nothing.
 */
export class Rounds {
  private held: Held | null = null;
  /** Of the search whose weights are held, or were last. */
  private pace: { searchId: string; pace: Pace } | null = null;

  constructor(private readonly context: RoundsContext) {}

  /** Holds and drops the lease itself. A commit that comes too late is refused, and harms nothing. @throws what made the round fail */
  async take(lease: { id: string; fence: number }, work: StepWork, stop: AbortSignal): Promise<void> {
    const { platform, renewal, log } = this.context;
    const ending = new AbortController();
    const end = (why: string) => ending.abort(new RoundEnded(why));
    const signal = AbortSignal.any([stop, ending.signal]);
    renewal.hold(lease, {
      unwanted: (status) => end(status === 'PAUSED' ? 'paused' : 'stopped'),
      lost: (message) => end(`lease lost: ${message}`),
    });
    try {
      await this.step(lease, work, signal);
    } catch (error) {
      this.forget();
      const late = error instanceof Refused && (error.code === 'LEASE_LOST' || error.code === 'CONFLICT');
      if (!late && !(signal.reason instanceof RoundEnded)) throw error;
      log(`round of ${work.search.name} ended: ${signal.reason instanceof RoundEnded ? signal.reason.message : (error as Error).message}`);
      if (!late) await releaseWithoutReason(platform, lease, stop);
    } finally {
      renewal.drop();
    }
  }

  /** Frees the weights in memory. */
  forget(): void {
    this.held?.supernet.dispose();
    this.held = null;
  }

  private async step(lease: { id: string; fence: number }, { search, version, results }: StepWork, signal: AbortSignal): Promise<void> {
    const { platform, log } = this.context;
    const held = await this.hold(lease.id, search, version, signal);
    const { parallelism, budget } = search.plan;
    const observed = results.at(-1)?.number ?? held.state.observed;
    let state: EnasState = { ...held.state, observed };
    const input: Omit<CommitStepInput, 'state'> = {
      leaseId: lease.id,
      fence: lease.fence,
      version,
      proposals: [],
      reused: [],
      exhausted: false,
    };
    const space = spaceOf(search);
    const exhausted = BigInt(state.proposed) >= space.count();
    if (!exhausted && state.proposed < budget.candidates && state.proposed - observed < parallelism) {
      const { optimizer } = held;
      const settings = { policy: readPolicy(search), enas: search.plan.controller.enas, optimizer, rounds: budget.candidates };
      const played = await playRound(state, space, held.supernet, settings, {
        signal,
        progress: this.progress(search.id, state.rounds + 1, budget.candidates),
        breathe: breather(),
      });
      state = played.state;
      const { figures, proposal } = played;
      const { notation, entropy, uniform, repeats } = proposal;
      input.proposals = [{ notation, epsilon: null, entropy, uniformEntropy: uniform, repeats }];
      input.round = figures;
      input.checkpointFileId = await this.upload(await held.supernet.save(), signal);
      const round = `reward ${figures.meanReward.toFixed(4)}, entropy ${figures.entropy.toFixed(2)}, ${Math.round(100 * figures.distinct)}% distinct`;
      log(`round ${figures.round} of ${search.name}: loss ${figures.loss.toFixed(4)}, ${round}; proposes ${notation}`);
    }
    input.exhausted = BigInt(state.proposed) >= space.count();
    expectNoErrors((await platform.request(CommitStepDocument, { input: { ...input, state } }, { signal })).commitStep);
    this.held = { ...held, version: version + 1, state };
  }

  /** State and weights of this version: those in memory, or what the last commit left with the server. */
  private async hold(leaseId: string, search: StepWork['search'], version: number, signal: AbortSignal): Promise<Held> {
    if (this.held?.searchId === search.id && this.held.version === version) return this.held;
    this.forget();
    const { platform, backend, log } = this.context;
    const { node } = await platform.request(EnasWorkDocument, { leaseId }, { signal });
    if (node?.__typename !== 'Lease' || node.work?.__typename !== 'StepWork')
      throw new Refused(`lease ${leaseId} is not known any more`, 'LEASE_LOST');
    const { work } = node;
    const dataset = await datasetOf(work.search.dataset, { platform, signal, log });
    const state = work.state ? readEnas(work.state as ControllerState) : startEnas(search.plan.seed);
    const { training } = work.search.plan;
    const supernet = makeSupernet(backend, dataset, {
      limits: search.space.limits as SpaceLimits,
      training,
      seed: search.plan.seed,
    });
    this.held = { searchId: search.id, version, state, supernet, optimizer: training.optimizer };
    if (work.checkpointUrl) await supernet.restore(await platform.download(work.checkpointUrl, { signal }));
    return this.held;
  }

  /** Tells at most once a second, as trials do. */
  private progress(searchId: string, round: number, rounds: number): (progress: RoundProgress) => void {
    const { renewal } = this.context;
    if (this.pace?.searchId !== searchId) this.pace = { searchId, pace: new Pace() };
    const { pace } = this.pace;
    let [told, last] = [0, performance.now()];
    return ({ part, step, steps, left, loss }) => {
      const now = performance.now();
      pace.add(part, (now - last) / 1000);
      last = now;
      if (now - told < PROGRESS_MS) return;
      told = now;
      const finite = Number.isFinite(loss) ? loss : null;
      const where = { epoch: round, epochs: rounds, step, steps, imagesPerSecond: 0, loss: finite, preparing: PARTS[part] };
      renewal.progress({ ...where, secondsLeft: pace.of(left) });
    };
  }

  private async upload(bytes: Uint8Array, signal: AbortSignal): Promise<string> {
    const { platform } = this.context;
    const input = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType: 'CHECKPOINT' as const };
    const { createUpload } = await platform.request(CreateUploadDocument, { input }, { signal });
    expectNoErrors(createUpload);
    if (createUpload.uploadUrl) await platform.upload(createUpload.uploadUrl, bytes, 'application/octet-stream', { signal });
    return createUpload.fileId!;
  }
}

function spaceOf({ dataset: { height, width, channels, classes, vocabularySize }, space }: StepWork['search']) {
  return makeSpace(space.limits as SpaceLimits, dataShape({ image: { height, width, channels }, classes, vocabulary: vocabularySize }));
}

/** The API's null of a number that may be missing is that of plans. */
function readPolicy({ plan }: StepWork['search']) {
  const { policy } = plan.controller;
  return { ...policy, tanhConstant: policy.tanhConstant ?? null, clipNorm: policy.clipNorm ?? null };
}

/** No fault of the search: it counts no failed step. */
async function releaseWithoutReason(platform: Platform, lease: { id: string; fence: number }, signal: AbortSignal): Promise<void> {
  await releaseLease(platform, lease, null, { signal, attempts: 3 });
}

function breather(): () => Promise<void> {
  let turn = performance.now();
  return async () => {
    if (performance.now() - turn < TURN_MS) return;
    await setImmediate();
    turn = performance.now();
  };
}
