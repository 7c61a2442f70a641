import type { CostModel } from '../../schema/forecast/cost.ts';
import { fitCost, median } from '../../schema/forecast/cost.ts';
import { type Standing, type TimeRange, timeLeft } from '../../schema/forecast/time-left.ts';
import { trialWork, type Work } from '../../schema/forecast/work.ts';
import type { Architecture } from '../../schema/networks/architecture.ts';
import { NotationError, parseNotation } from '../../schema/networks/notation.ts';
import { usesEpsilon } from '../../schema/plans/controller.ts';
import { epsilonAt, scaleSchedule } from '../../schema/plans/epsilon.ts';
import { networksOf } from '../../schema/plans/list.ts';
import { type Trainings, trainingAt, usesRungs } from '../../schema/plans/rungs.ts';
import { Random } from '../../schema/random.ts';
import type { DataShape } from '../../schema/spaces/limits.ts';
import { example, makeSpace } from '../../schema/spaces/make.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { DataSource } from '../database/data-source.ts';
import { Dataset, type Search, SearchSpace } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import { LEASE_SECONDS } from '../fleet/limits.ts';
import type { CandidateStatus, TrialProgress } from '../resolvers.generated.ts';
import { secondsOf } from './clock.ts';
import { expectStops } from './expect-stops.ts';
import { deviceOf, type LiveWorker, liveWorkers, priorsOf } from './fleet-speed.ts';
import { roundsOf } from './rounds-left.ts';
import { trainingsToCome } from './trainings.ts';

/** Candidates that the model is fitted on: the last that ended, since a machine's speed changes. */
const FITTED = 60;
/** Share of a running trial's way from which its speed counts. */
const UNDER_WAY = 0.25;
/** Networks drawn from the space. */
const DRAWN = 128;
/** Candidates with the highest rewards, near which a controller that exploits looks for others; and the last ones it proposed. */
const BEST = 8;
const RECENT = 12;
/** How far the networks that a controller said it would propose next are believed once what it learns decides, too. */
const EXPECTED = 0.7;

/**
 * Predicted seconds until a search has trained all its candidates, on the workers that are there; at most what the plan's time leaves. Null
 * without workers, and for ENAS until its first round tells how long they are; 0 for a search that has ended.
 */
export async function timeLeftOf(database: DataSource, search: Search, now = Date.now()): Promise<TimeRange | null> {
  if (search.finishedAt) return { seconds: 0, low: 0, high: 0 };
  const workers = await liveWorkers(database, search.teamId);
  if (workers.length === 0) return null;
  const { manager } = database;
  const dataset = await manager.findOneByOrFail(Dataset, { id: search.datasetId });
  const { limits } = await manager.findOneByOrFail(SearchSpace, { id: search.spaceId });
  const data = shapeOf(dataset);
  const space = makeSpace(limits, data);
  const { training } = search.plan;
  const work = (architecture: Architecture, epochs = training.epochs) => trialWork(architecture, { ...training, epochs }, dataset);

  const candidates = await candidatesOf(database, search);
  const costs = await costsOf(database, search, workers, candidates, work);
  const at = new Map(workers.map(({ id }, i) => [id, i]));
  const running = candidates.flatMap((row) => {
    const { place, status, workerId, elapsed, quiet, progress, attempt } = row;
    const worker = workerId === null ? undefined : at.get(workerId);
    if (status !== 'RUNNING' || worker === undefined || elapsed === null) return [];
    // what an earlier attempt has done was not done in this one's time
    const heard = progress && attempt === 1 ? { done: doneOf(row), after: Math.max(0, elapsed - (quiet ?? 0)) } : null;
    return [{ number: place, work: workOf(row, work), worker, elapsed, progress: heard }];
  });
  const taken = new Set(running.map(({ number }) => number));
  const queued = candidates.filter(({ place, status }) => (status === 'QUEUED' || status === 'RUNNING') && !taken.has(place));
  const rounds = await roundsOf(database, search);
  if (rounds === null) return null;
  const { parallelism, budget, seed } = search.plan;
  const slots = chooseWorkers(workers, search, costs, running);
  const others = await otherSearches(database, search);
  const next = search.proposed + search.promoted + 1;
  const coming = await trainingsToCome(database, search);
  const left = timeLeft(
    {
      workers: slots.costs,
      parallelism,
      running: running.map((trial) => ({ ...trial, worker: slots.position(trial.worker) })),
      queued: queued.map((row) => ({ number: row.place, work: workOf(row, work) })),
      next,
      last: next - 1 + coming.reduce((sum, { count }) => sum + count, 0),
      draw: usesRungs(search.plan.controller.kind)
        ? climber(coming, next, poolOf(search, space), work)
        : expectStops(drawer(search, data, space, candidates, work), search.plan, candidates),
      lag: await lagOf(database, search.id),
      rounds,
      share: Math.min(1, workers.length / (others + 1) / slots.costs.length),
    },
    seed,
  );
  if (budget.seconds === null) return left;
  const most = Math.max(0, budget.seconds - secondsOf(search, now));
  return { seconds: Math.min(left.seconds, most), low: Math.min(left.low, most), high: Math.min(left.high, most) };
}

interface Row {
  number: number;
  /** Of its training: of a search with rungs the last one's own, else the candidate's. */
  place: number;
  /** Where that training begins and ends; null in searches without rungs. */
  from: number | null;
  to: number | null;
  status: CandidateStatus;
  architecture: Architecture;
  epsilon: number | null;
  reward: number | null;
  seconds: number;
  attempt: number;
  /** Who has it, or had it last. */
  workerId: string | null;
  device: string | null;
  /** Of the open lease: seconds since it was granted, and since it was renewed. */
  elapsed: number | null;
  quiet: number | null;
  progress: TrialProgress | null;
}

/** Those that have not ended, the last that did, and the best. */
async function candidatesOf(database: DataSource, search: Search): Promise<Row[]> {
  return queries(database).query<Row>(
    `SELECT candidate.number, candidate.status, candidate.architecture, candidate.epsilon, candidate.reward, coalesce(job.seconds, trial.seconds) AS seconds, trial.attempt,
       coalesce(job.number, candidate.number) AS place, job.from_epochs AS "from", job.epochs AS "to",
       trial.worker_id AS "workerId", ${deviceOf('worker')} AS device,
       extract(epoch FROM now() - lease.granted_at)::float8 AS elapsed,
       extract(epoch FROM now() - (lease.expires_at - make_interval(secs => $3)))::float8 AS quiet, lease.progress
     FROM candidate
     JOIN trial ON trial.candidate_id = candidate.id AND trial.purpose = 'SEARCH'
     LEFT JOIN LATERAL (SELECT * FROM job WHERE job.candidate_id = candidate.id ORDER BY job.number DESC LIMIT 1) AS job ON true
     LEFT JOIN worker ON worker.id = trial.worker_id
     LEFT JOIN lease ON lease.trial_id = trial.id AND lease.ended_at IS NULL
     WHERE candidate.search_id = $1 AND (
       candidate.status IN ('QUEUED', 'RUNNING') OR candidate.number > $2 OR candidate.id IN (
         SELECT id FROM candidate WHERE search_id = $1 AND reward IS NOT NULL ORDER BY reward DESC LIMIT $4))
     ORDER BY place`,
    [search.id, search.proposed - FITTED, LEASE_SECONDS, BEST],
  );
}

/** A model for each worker: its device's trials of this search, on top of what the device took for other searches. */
async function costsOf(
  database: DataSource,
  search: Search,
  workers: readonly LiveWorker[],
  rows: readonly Row[],
  work: WorkOf,
): Promise<CostModel[]> {
  const priors = await priorsOf(database, search.teamId, workers, search.id);
  const models = new Map<string, CostModel>();
  return workers.map(({ device }) => {
    let model = models.get(device);
    if (!model) {
      const own = rows.filter((row) => row.device === device && row.attempt === 1);
      const timed = own.flatMap((row) => {
        const seconds = row.status === 'DONE' ? row.seconds : (wholeOf(row) ?? 0);
        return seconds > 0 ? [{ work: workOf(row, work), seconds }] : [];
      });
      model = fitCost(timed, priors.get(device)!);
      models.set(device, model);
    }
    return model;
  });
}

/** Of a running trial that is well under way: what it takes in all at its speed so far. The first to end are the small ones: a model of these alone knows nothing of the large. */
function wholeOf(row: Row): number | null {
  const { status, elapsed, quiet, progress } = row;
  if (status !== 'RUNNING' || elapsed === null || !progress) return null;
  const done = doneOf(row);
  return done < UNDER_WAY ? null : (elapsed - (quiet ?? 0)) / done;
}

/** Share of its training that was done when it was last heard of; a promotion begins where the rung below ended. */
function doneOf({ progress, from }: Row): number {
  const { epoch, epochs, step, steps } = progress!;
  const begun = from ?? 0;
  return Math.max(0, Math.min(1, (epoch - 1 - begun + step / Math.max(1, steps)) / Math.max(1, epochs - begun)));
}

/** Work of some epochs of a network. */
type WorkOf = (architecture: Architecture, epochs?: number) => Work;

/** Work of a candidate's training, or of the part of it that leads to its rung. */
const workOf = ({ architecture, from, to }: Row, work: WorkOf): Work =>
  from === null || to === null ? work(architecture) : work(architecture, to - from);

/** The workers that the search can use at once, those that are at it first. */
function chooseWorkers(
  workers: readonly LiveWorker[],
  search: Search,
  costs: readonly CostModel[],
  running: readonly { worker: number }[],
) {
  const busy = new Set(running.map(({ worker }) => worker));
  const order = workers
    .map((_, i) => i)
    .sort((a, b) => Number(busy.has(b)) - Number(busy.has(a)) || workers[b]!.gflops - workers[a]!.gflops)
    .slice(0, Math.max(search.plan.parallelism, busy.size));
  return { costs: order.map((i) => costs[i]!), position: (worker: number) => order.indexOf(worker) };
}

/** Other searches of the team that workers divide their time among. */
async function otherSearches(database: DataSource, { id, teamId }: Search): Promise<number> {
  const [row] = await queries(database).query<{ n: number }>(
    `SELECT count(*)::int AS n FROM search WHERE team_id = $1 AND id <> $2 AND status IN ('QUEUED', 'RUNNING')`,
    [teamId, id],
  );
  return row!.n;
}

/** Median seconds between two trials of a worker in this search. */
async function lagOf(database: DataSource, searchId: string): Promise<number> {
  const rows = await queries(database).query<{ gap: number }>(
    `SELECT extract(epoch FROM granted_at - before)::float8 AS gap FROM (
       SELECT granted_at, lag(ended_at) OVER (PARTITION BY worker_id ORDER BY granted_at) AS before
       FROM (SELECT * FROM lease WHERE search_id = $1 AND kind = 'TRIAL' ORDER BY granted_at DESC LIMIT 100) AS last
     ) AS pairs WHERE before IS NOT NULL`,
    [searchId],
  );
  return rows.length === 0 ? 0.1 : Math.max(0, median(rows.map(({ gap }) => gap)));
}

/** Spaces that were drawn from; a space never changes. */
const pools = new Map<string, Architecture[]>();
const MOST_POOLS = 100;

function poolOf({ spaceId, datasetId }: Search, space: Space): Architecture[] {
  const key = `${spaceId} ${datasetId}`;
  const found = pools.get(key) ?? drawPool(space);
  pools.delete(key);
  pools.set(key, found);
  if (pools.size > MOST_POOLS) pools.delete(pools.keys().next().value!);
  return found;
}

/** Networks that a controller at epsilon 1 proposes. */
export function drawPool(space: Space): Architecture[] {
  const random = Random.of(1, 'pool');
  return Array.from({ length: DRAWN }, () => example(space, random));
}

/**
 * What a controller may propose next: what its worker said, which is sure while it explores at random; else with probability epsilon any network
 * of the space, else one like the best and the last it proposed.
 */
function drawer(search: Search, data: DataShape, space: Space, candidates: readonly Row[], work: WorkOf): Standing['draw'] {
  const { controller, budget } = search.plan;
  if (controller.kind === 'LIST') {
    const listed = networksOf(search.plan, data).map((network) => work(network));
    return (number) => listed[number - 1]!;
  }
  const any = poolOf(search, space).map((network) => work(network));
  const best = candidates
    .filter(({ reward }) => reward !== null)
    .sort((a, b) => b.reward! - a.reward!)
    .slice(0, BEST);
  const recent = candidates.filter(({ epsilon }) => epsilon !== null && epsilon < 1).slice(-RECENT);
  const liked = controller.kind === 'RANDOM' ? [] : [...best, ...recent].map(({ architecture }) => work(architecture));
  const schedule = usesEpsilon(controller.kind) ? scaleSchedule(controller.epsilon, budget.candidates) : null;
  const expected = expectedOf(search, data, work);
  return (number, random) => {
    const epsilon = schedule ? epsilonAt(schedule, number) : 0;
    const next = expected(number);
    if (next && (!usesEpsilon(controller.kind) || epsilon === 1 || random.uniform() < EXPECTED)) return next;
    return random.choose(liked.length === 0 || random.uniform() < epsilon ? any : liked);
  };
}

/** Trainings of rungs, in order of epochs, of networks drawn from the space: nobody knows yet who climbs. */
function climber(coming: readonly Trainings[], next: number, pool: readonly Architecture[], work: WorkOf): Standing['draw'] {
  return (number, random) => {
    const { from, to } = trainingAt(coming, number - next);
    return work(random.choose(pool), to - from);
  };
}

/** Work of the networks that the controller said come next, by number; a text that is no network is passed over. */
function expectedOf(
  { outlook, proposed }: Search,
  data: DataShape,
  work: (architecture: Architecture) => Work,
): (number: number) => Work | undefined {
  if (!outlook) return () => undefined;
  const works = new Map<number, Work>();
  for (const [i, notation] of outlook.notations.entries()) {
    const number = outlook.after + 1 + i;
    if (number <= proposed) continue;
    try {
      works.set(number, work(parseNotation(notation, { input: data.image, padding: 'same' })));
    } catch (error) {
      if (!(error instanceof NotationError)) throw error;
    }
  }
  return (number) => works.get(number);
}
