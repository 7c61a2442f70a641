import { dataShape } from '../../schema/datasets.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import type { Controller, ControllerState } from '../controllers/controller.ts';
import { makeController } from '../controllers/make.ts';
import { outlook } from '../controllers/outlook.ts';
import { CommitStepAndLeaseDocument, ControllerStateDocument, type LeaseWorkInput } from '../operations.generated.ts';
import { expectNoErrors, type Platform, Refused, type RequestOptions } from '../platform.ts';
import { type Leased, leased } from './leased.ts';
import { releaseLease } from './release.ts';

export type StepWork = Extract<NonNullable<Leased['work']>, { __typename: 'StepWork' }>;

/** A controller with the newest state that we know of its search. */
interface Known {
  controller: Controller;
  /** What the controller was made from: a search's plan can be changed while it runs. */
  madeFrom: string;
  version: number;
  state: ControllerState | null;
  /** Until when (ms of performance.now) the last outlook is new enough. */
  lookAgain: number;
}

/** An outlook: so many networks at most, in so many milliseconds at most, and after so many milliseconds again. */
const MOST_AHEAD = 500;
const LOOK_MS = 50;
const LOOK_EVERY_MS = 5_000;

/** Searches whose controllers are kept; a state may be some megabytes. */
const KEPT = 8;

/** Takes steps of controllers; remembers their states, so that one is fetched only after another worker took a step. */
export class Steps {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly platform: Platform,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * Observes, proposes, commits, and leases what is next with the commit. A commit that comes too late is refused, and harms nothing.
   * @returns what is to do next
   */
  async take(lease: { id: string; fence: number }, work: StepWork, next: LeaseWorkInput, options: RequestOptions): Promise<Leased[]> {
    const { search, version, results, history } = work;
    const known = this.recall(work);
    const state = known.version === version && (version === 0 || known.state) ? known.state : await this.fetchState(lease.id, options);
    const { parallelism, budget, seed } = search.plan;
    const limits = { parallelism, budget: budget.candidates };
    const began = performance.now();
    const outcome = known.controller.step(state ?? known.controller.start(seed, history), results, limits);
    const ahead = look(known, outcome.state, limits);
    const took = performance.now() - began;
    const input = { leaseId: lease.id, fence: lease.fence, version, ...outcome, outlook: ahead };
    let given: Leased[] = [];
    try {
      const { commitStep, leaseWork } = await this.platform.request(CommitStepAndLeaseDocument, { input, next }, options);
      given = leased(leaseWork);
      expectNoErrors(commitStep);
    } catch (error) {
      this.known.delete(search.id);
      if (!(error instanceof Refused)) throw error;
      const late = error.code === 'LEASE_LOST' || error.code === 'CONFLICT';
      if (!late) for (const each of given) await releaseLease(this.platform, each, 'the step before it was refused', options);
      if (!late) throw error;
      this.log(`step ${version + 1} of ${search.name}: came too late (${error.message})`);
      return given;
    }
    known.version = version + 1;
    known.state = outcome.state;
    const ended = outcome.exhausted ? ', no others left' : '';
    this.log(
      `step ${version + 1} of ${search.name}: ${results.length} results, ${outcome.proposals.length} new networks${ended}, ${took.toFixed(1)} ms`,
    );
    return given;
  }

  private recall({ search }: StepWork): Known {
    const madeFrom = JSON.stringify([search.plan.controller, search.plan.training.epochs]);
    const found = this.known.get(search.id) ?? { controller: makeControllerOf(search), madeFrom, version: 0, state: null, lookAgain: 0 };
    if (found.madeFrom !== madeFrom) {
      // what it has learned is in its state
      found.controller = makeControllerOf(search);
      found.madeFrom = madeFrom;
    }
    // the most recent last: the first is the one to forget
    this.known.delete(search.id);
    this.known.set(search.id, found);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value!);
    return found;
  }

  private async fetchState(leaseId: string, options: RequestOptions): Promise<ControllerState | null> {
    const { node } = await this.platform.request(ControllerStateDocument, { leaseId }, options);
    if (node?.__typename !== 'Lease' || node.work?.__typename !== 'StepWork')
      throw new Refused(`lease ${leaseId} is not known any more`, 'LEASE_LOST');
    return node.work.state as ControllerState | null;
  }
}

/** What is expected next; null where it was looked at just now: a search of fast trials takes hundreds of steps a second. */
function look(known: Known, state: ControllerState, limits: { parallelism: number; budget: number }): string[] | null {
  const began = performance.now();
  if (began < known.lookAgain) return null;
  const ahead = outlook(known.controller, state, limits, MOST_AHEAD, () => performance.now() - began < LOOK_MS);
  known.lookAgain = performance.now() + LOOK_EVERY_MS;
  return ahead;
}

function makeControllerOf(search: StepWork['search']): Controller {
  const { height, width, channels, classes, vocabularySize } = search.dataset;
  const data = dataShape({ image: { height, width, channels }, classes, vocabulary: vocabularySize });
  const space = makeSpace(search.space.limits as SpaceLimits, data);
  return makeController(search.plan.controller, space, search.plan.training.epochs);
}
