import { type TimeRange, timeLeft } from '../../schema/forecast/time-left.ts';
import { partOf, trialWork, type Work } from '../../schema/forecast/work.ts';
import type { Architecture } from '../../schema/networks/architecture.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import { networksOf } from '../../schema/plans/list.ts';
import type { Plan } from '../../schema/plans/plan.ts';
import { plannedTrainings, type Trainings, trainingAt, usesRungs } from '../../schema/plans/rungs.ts';
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
  const none = {
    networkCount: null,
    smallest: null,
    largest: null,
    example: null,
    seconds: null,
    time: null,
    flops: null,
    userErrors: problems,
  };
  if (!dataset || !limits) return none;
  const data = shapeOf(dataset);
  if (checkLimits(limits, data).length > 0) return none;
  const space = makeSpace(limits, data);
  const { smallest, largest } = extremes(space);
  const works = plan && problems.length === 0 ? worksOf(plan, space, dataset) : null;
  const time = plan && works ? await predict(database, teamId, plan, works) : null;
  return {
    networkCount: space.count().toString(),
    smallest: summary(smallest),
    largest: summary(largest),
    example: summary(example(space, Random.of(plan?.seed ?? 1, 'example'))),
    seconds: time?.seconds ?? null,
    time,
    flops: plan && works ? epochsOf(plan) * mean(works.map(({ flops, epochs }) => flops / epochs)) : null,
    userErrors: problems,
  };
}

function summary(architecture: Architecture): NetworkSummary {
  const { parameters, flops } = networkShape(architecture);
  return { notation: printNotation(architecture), parameters, flops };
}

const isListed = ({ controller }: Plan) => controller.kind === 'LIST';

const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;

/** What the trials of a search are: those of the networks that are listed, else of networks drawn from the space. */
function worksOf(plan: Plan, space: Space, dataset: Dataset): Work[] {
  const networks = isListed(plan) ? networksOf(plan, shapeOf(dataset)) : drawPool(space);
  return networks.map((architecture) => trialWork(architecture, plan.training, dataset));
}

/** The trainings that a search will ask for, the shortest first; without rungs one for each network. */
function trainingsOf({ controller, training, budget }: Plan): Trainings[] {
  const { kind, fidelity } = controller;
  if (usesRungs(kind)) return plannedTrainings(kind, fidelity, training.epochs, budget.candidates);
  return [{ from: 0, to: training.initialisations * training.epochs, count: budget.candidates }];
}

const epochsOf = (plan: Plan) => trainingsOf(plan).reduce((sum, { from, to, count }) => sum + count * (to - from), 0);

/** Predicted time of a search on the workers that are there. Null without workers. */
async function predict(database: DataSource, teamId: string, plan: Plan, works: readonly Work[]): Promise<TimeRange | null> {
  const workers = (await liveWorkers(database, teamId)).slice(0, plan.parallelism);
  if (workers.length === 0) return null;
  const priors = await priorsOf(database, teamId, workers, null);
  const trainings = trainingsOf(plan);
  const left = timeLeft(
    {
      workers: workers.map(({ device }) => priors.get(device)!),
      parallelism: plan.parallelism,
      running: [],
      queued: [],
      next: 1,
      last: trainings.reduce((sum, { count }) => sum + count, 0),
      draw: (number, random) => {
        if (isListed(plan)) return works[number - 1]!;
        const { from, to } = trainingAt(trainings, number - 1);
        return partOf(random.choose(works), to - from);
      },
      lag: 0.1,
      share: 1,
    },
    plan.seed,
  );
  const most = plan.budget.seconds ?? Number.POSITIVE_INFINITY;
  return { seconds: Math.min(left.seconds, most), low: Math.min(left.low, most), high: Math.min(left.high, most) };
}
