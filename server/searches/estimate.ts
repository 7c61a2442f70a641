import type { Architecture } from '../../schema/networks/architecture.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import type { Plan } from '../../schema/plans/plan.ts';
import { Random } from '../../schema/random.ts';
import { checkLimits, example, extremes, makeSpace } from '../../schema/spaces/make.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Dataset } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import { WORKER_SECONDS } from '../fleet/limits.ts';
import type { CreateSearchInput, NetworkSummary, SearchEstimate } from '../resolvers.generated.ts';
import { readSearch } from './input.ts';

/** What a search would be, and all that is wrong with it. Writes nothing. */
export async function estimateSearch(database: DataSource, teamId: string, input: CreateSearchInput): Promise<SearchEstimate> {
  const { dataset, limits, plan, problems } = await readSearch(database, teamId, input);
  const none = { networkCount: null, smallest: null, largest: null, example: null, seconds: null, userErrors: problems };
  if (!dataset || !limits) return none;
  const data = shapeOf(dataset);
  if (checkLimits(limits, data).length > 0) return none;
  const space = makeSpace(limits, data);
  const { smallest, largest } = extremes(space);
  return {
    networkCount: space.count().toString(),
    smallest: summary(smallest),
    largest: summary(largest),
    example: summary(example(space, Random.of(plan?.seed ?? 1, 'example'))),
    seconds: plan && problems.length === 0 ? await predictSeconds(database, teamId, plan, space, dataset) : null,
    userErrors: problems,
  };
}

function summary(architecture: Architecture): NetworkSummary {
  const { parameters, flops } = networkShape(architecture);
  return { notation: printNotation(architecture), parameters, flops };
}

/** Networks drawn for the mean. */
const DRAWN = 64;
/** Training takes a forward pass, a gradient to the input and one to the weights, each about as much. */
const PASSES = 3;
/** Share of a large matrix product's speed that training reaches, where the team has trained nothing yet. */
const USUAL_SHARE = 0.15;

/**
 * Seconds of a search on the workers that are there: floating-point operations of the mean network, over the workers' measured speed times
 * the share of it that this team's finished trials reached. Null without workers.
 */
async function predictSeconds(database: DataSource, teamId: string, plan: Plan, space: Space, dataset: Dataset): Promise<number | null> {
  const workers = await queries(database).query<{ gflops: number }>(
    `SELECT gflops FROM worker WHERE team_id = $1 AND gone_at IS NULL AND last_seen_at > now() - make_interval(secs => $2)
     ORDER BY gflops DESC LIMIT $3`,
    [teamId, WORKER_SECONDS, plan.parallelism],
  );
  if (workers.length === 0) return null;
  const random = Random.of(plan.seed, 'estimate');
  let flops = 0;
  for (let i = 0; i < DRAWN; i++) flops += networkShape(example(space, random)).flops / DRAWN;
  const speed = workers.reduce((sum, { gflops }) => sum + gflops, 0) * 1e9 * (await reachedShare(database, teamId));
  const seconds = (plan.budget.candidates * trialFlops(flops, plan, dataset)) / speed;
  return plan.budget.seconds === null ? seconds : Math.min(seconds, plan.budget.seconds);
}

/** Of one trial of a network with so many operations a forward pass. */
function trialFlops(
  flops: number,
  { training }: Plan,
  { trainCount, validationCount }: Pick<Dataset, 'trainCount' | 'validationCount'>,
): number {
  const images = PASSES * (training.trainImages ?? trainCount) + (training.validationImages ?? validationCount);
  return flops * images * training.epochs;
}

/** Share of their workers' speed that the team's last hundred trials of one attempt reached. */
async function reachedShare(database: DataSource, teamId: string): Promise<number> {
  const trials = await queries(database).query<{ flops: number; plan: Plan; train: number; validation: number; work: number }>(
    `SELECT candidate.flops, search.plan, dataset.train_count AS train, dataset.validation_count AS validation,
       trial.seconds * worker.gflops * 1e9 AS work
     FROM trial
     JOIN candidate ON candidate.id = trial.candidate_id JOIN search ON search.id = trial.search_id
     JOIN dataset ON dataset.id = search.dataset_id JOIN worker ON worker.id = trial.worker_id
     WHERE search.team_id = $1 AND trial.status = 'DONE' AND trial.attempt = 1 AND trial.seconds > 0
     ORDER BY trial.id DESC LIMIT 100`,
    [teamId],
  );
  if (trials.length === 0) return USUAL_SHARE;
  let done = 0;
  let could = 0;
  for (const { flops, plan, train, validation, work } of trials) {
    done += trialFlops(flops, plan, { trainCount: train, validationCount: validation });
    could += work;
  }
  return done / could;
}
