import { type TimeRange, timeLeft } from '../../schema/forecast/time-left.ts';
import { trialWork } from '../../schema/forecast/work.ts';
import type { Architecture } from '../../schema/networks/architecture.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import { networksOf } from '../../schema/plans/list.ts';
import type { Plan } from '../../schema/plans/plan.ts';
import { Random } from '../../schema/random.ts';
import { checkLimits, example, extremes, makeSpace } from '../../schema/spaces/make.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Dataset } from '../database/entities.ts';
import { shapeOf } from '../datasets/shape.ts';
import type { CreateSearchInput, NetworkSummary, SearchEstimate } from '../resolvers.generated.ts';
import { liveWorkers, priorsOf } from './fleet-speed.ts';
import { readSearch } from './input.ts';
import { drawPool } from './time-left.ts';

/** What a search would be, and all that is wrong with it. Writes nothing. */
export async function estimateSearch(database: DataSource, teamId: string, input: CreateSearchInput): Promise<SearchEstimate> {
  const { dataset, limits, plan, problems } = await readSearch(database, teamId, input);
  const none = { networkCount: null, smallest: null, largest: null, example: null, seconds: null, time: null, userErrors: problems };
  if (!dataset || !limits) return none;
  const data = shapeOf(dataset);
  if (checkLimits(limits, data).length > 0) return none;
  const space = makeSpace(limits, data);
  const { smallest, largest } = extremes(space);
  const time = plan && problems.length === 0 ? await predict(database, teamId, plan, space, dataset) : null;
  return {
    networkCount: space.count().toString(),
    smallest: summary(smallest),
    largest: summary(largest),
    example: summary(example(space, Random.of(plan?.seed ?? 1, 'example'))),
    seconds: time?.seconds ?? null,
    time,
    userErrors: problems,
  };
}

function summary(architecture: Architecture): NetworkSummary {
  const { parameters, flops } = networkShape(architecture);
  return { notation: printNotation(architecture), parameters, flops };
}

/** Predicted time of a search on the workers that are there. Null without workers. */
async function predict(database: DataSource, teamId: string, plan: Plan, space: Space, dataset: Dataset): Promise<TimeRange | null> {
  const workers = (await liveWorkers(database, teamId)).slice(0, plan.parallelism);
  if (workers.length === 0) return null;
  const priors = await priorsOf(database, teamId, workers, null);
  const listed = plan.controller.kind === 'LIST';
  const networks = listed ? networksOf(plan, shapeOf(dataset)) : drawPool(space);
  const works = networks.map((architecture) => trialWork(architecture, plan.training, dataset));
  const left = timeLeft(
    {
      workers: workers.map(({ device }) => priors.get(device)!),
      parallelism: plan.parallelism,
      running: [],
      queued: [],
      next: 1,
      last: plan.budget.candidates,
      draw: (number, random) => (listed ? works[number - 1]! : random.choose(works)),
      lag: 0.1,
      share: 1,
    },
    plan.seed,
  );
  const most = plan.budget.seconds ?? Number.POSITIVE_INFINITY;
  return { seconds: Math.min(left.seconds, most), low: Math.min(left.low, most), high: Math.min(left.high, most) };
}
