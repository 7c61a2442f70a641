import type { Architecture } from '../../schema/networks/architecture.ts';
import { completeTraining, type Plan, type TrainingPlan } from '../../schema/plans/plan.ts';
import { MOST_ROWS, predictionEpoch, runsToTheEnd } from '../../schema/plans/prediction.ts';
import { curveEpochs, curveMetric, curveOf } from '../../schema/prediction/curve.ts';
import { featuresOf } from '../../schema/prediction/features.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Candidate, Trial } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import type { PredictionRow, PredictionWork } from '../resolvers.generated.ts';

/**
 * What a trial of a search needs to predict its final reward; null where its plan has no prediction, or too few candidates ran to the end.
 *
 * It depends on nothing but the results that the controller had observed when it proposed the candidate, so the same seed gives the same
 * decisions however many workers there are. A result that came later for an earlier candidate, of a trial that was retried, is left out.
 */
export async function predictionWork(
  database: DataSource,
  { trial, candidate, plan }: { trial: Trial; candidate: Candidate; plan: Plan },
): Promise<PredictionWork | null> {
  const { prediction, reward, seed } = plan;
  if (!prediction || trial.purpose !== 'SEARCH') return null;
  const training = completeTraining(plan.training);
  const epoch = predictionEpoch(prediction, training.epochs);
  const rows = await rowsOf(database, reward, candidate, training, epoch);
  const best = await bestOf(database, candidate);
  if (rows.length < prediction.minimum || best === null) return null;
  return {
    regressor: prediction.regressor,
    seed,
    epoch,
    reward,
    limit: runsToTheEnd(candidate.number, prediction) ? null : prediction.limit,
    best,
    features: featuresOf({ ...candidate, batchSize: trial.batchSize!, training }),
    rows,
  };
}

interface Ended {
  architecture: Architecture;
  parameters: number;
  flops: number;
  batchSize: number;
  reward: number;
  curve: number[];
}

/** Observed candidates whose curve is known up to the epoch, in order of numbers; the newest of many. */
async function rowsOf(
  database: DataSource,
  reward: Plan['reward'],
  candidate: Candidate,
  training: TrainingPlan,
  epoch: number,
): Promise<PredictionRow[]> {
  const epochs = curveEpochs(epoch);
  const ended = await queries(database).query<Ended>(
    `SELECT architecture, parameters, flops, batch_size AS "batchSize", reward, curve.points AS curve
     FROM candidate JOIN trial ON trial.candidate_id = candidate.id AND trial.purpose = 'SEARCH'
     CROSS JOIN LATERAL (
       SELECT array_agg(value ORDER BY epoch) AS points FROM metric
       WHERE trial_id = trial.id AND name = $4 AND split = 'VALIDATION' AND epoch = ANY($5)
     ) AS curve
     WHERE candidate.search_id = $1 AND ${OBSERVED} AND trial.finished_at <= $3 AND reward IS NOT NULL AND cardinality(curve.points) = $6
     ORDER BY number DESC LIMIT ${MOST_ROWS}`,
    [candidate.searchId, observedOf(candidate), candidate.proposedAt, curveMetric(reward), epochs, epochs.length],
  );
  return ended.reverse().flatMap(({ curve: points, reward: last, ...described }) => {
    const curve = curveOf(reward, points);
    return curve ? [{ curve, features: featuresOf({ ...described, training }), reward: last }] : [];
  });
}

/** Of rewards that were measured, not predicted; imported ones among them. */
async function bestOf(database: DataSource, candidate: Candidate): Promise<number | null> {
  const [row] = await queries(database).query<{ best: number | null }>(
    `SELECT max(reward) AS best FROM candidate LEFT JOIN trial ON trial.candidate_id = candidate.id AND trial.purpose = 'SEARCH'
     WHERE candidate.search_id = $1 AND ${OBSERVED} AND (imported OR trial.finished_at <= $3)`,
    [candidate.searchId, observedOf(candidate), candidate.proposedAt],
  );
  return row!.best;
}

const OBSERVED = `candidate.number <= $2 AND candidate.status = 'DONE'`;

/** Candidates from before this was kept had no prediction. */
const observedOf = ({ observed }: Candidate): number => observed ?? 0;
