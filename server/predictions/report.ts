import { planAt } from '../../schema/plans/change.ts';
import { runsToTheEnd } from '../../schema/plans/prediction.ts';
import { predictionError } from '../../schema/prediction/error.ts';
import type { Context } from '../access/context.ts';
import type { DataSource } from '../database/data-source.ts';
import { Prediction, type Search } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { globalId } from '../ids.ts';
import type { PredictionReport } from '../resolvers.generated.ts';
import { changesIn } from '../searches/changes.ts';

/** Predictions of several candidates, in the order of their ids. */
export async function predictionsOf(database: DataSource, candidateIds: readonly string[]): Promise<(Prediction | null)[]> {
  const rows = await queries(database).entities(Prediction, 'SELECT * FROM prediction WHERE candidate_id = ANY($1)', [candidateIds]);
  const found = new Map(rows.map((row) => [row.candidateId, row]));
  return candidateIds.map((id) => found.get(id) ?? null);
}

/** Null for a search that predicts nothing and never did. */
export async function reportOf(context: Pick<Context, 'database' | 'loaders'>, { id, plan }: Search): Promise<PredictionReport | null> {
  const changes = await changesIn(context, id);
  if (!plan.prediction && !changes.some(({ field }) => field === 'prediction')) return null;
  const { database } = context;
  const { query } = queries(database);
  const ended = await query<{ id: string; number: number; predicted: number; low: number; high: number; reward: number }>(
    `SELECT candidate.id, number, prediction.value AS predicted, low, high, reward
     FROM prediction JOIN candidate ON candidate.id = prediction.candidate_id
     WHERE prediction.search_id = $1 AND candidate.status = 'DONE' AND reward IS NOT NULL ORDER BY number`,
    [id],
  );
  const points = ended.map((row) => {
    const { prediction } = planAt(plan, changes, row.number);
    return { ...row, id: globalId('Candidate', row.id), unbiased: Boolean(prediction && runsToTheEnd(row.number, prediction)) };
  });
  return {
    points,
    error: predictionError(points),
    unbiased: predictionError(points.filter(({ unbiased }) => unbiased)),
    ...(await savedOf(database, id, plan.training.epochs)),
  };
}

/** What the stopped candidates were not trained for. */
async function savedOf(database: DataSource, searchId: string, epochs: number) {
  const [row] = await queries(database).query<{ stopped: number; savedEpochs: number; savedSeconds: number; planned: number }>(
    `SELECT count(prediction)::int AS stopped,
       coalesce(sum(prediction.epochs - prediction.epoch), 0)::int AS "savedEpochs",
       coalesce(sum(seconds * (prediction.epochs - prediction.epoch) / prediction.epoch), 0)::float8 AS "savedSeconds",
       (count(*) * $2::int)::float8 AS planned
     FROM candidate LEFT JOIN prediction ON prediction.candidate_id = candidate.id AND candidate.status = 'STOPPED_EARLY'
     WHERE candidate.search_id = $1 AND candidate.status IN ('DONE', 'STOPPED_EARLY') AND NOT imported`,
    [searchId, epochs],
  );
  const { planned, ...saved } = row!;
  return { ...saved, savedShare: planned > 0 ? saved.savedEpochs / planned : 0 };
}
