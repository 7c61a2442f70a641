import { planAt } from '../../schema/plans/change.ts';
import { Candidate, type Search, type Trial } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import type { TrialPredictionInput } from '../resolvers.generated.ts';
import { changesOf } from '../searches/changes.ts';

/**
 * Keeps what a trial predicted of its final reward; a repetition after a lost lease replaces it.
 * @throws Refused for numbers that are no prediction, or a trial whose search predicts nothing
 */
export async function keepPrediction(tx: Transaction, trial: Trial, search: Search, prediction: TrialPredictionInput): Promise<void> {
  const { epoch, value, low, high, chance, best, rows, stops } = prediction;
  const { epochs } = search.plan.training;
  const problems = Object.entries({ value, low, high, best })
    .filter(([, number]) => !Number.isFinite(number))
    .map(([name, number]) => refuse(`prediction.${name}`, `${number}; allowed: finite numbers`, 'NOT_ALLOWED'));
  if (!(chance >= 0 && chance <= 1)) problems.push(refuse('prediction.chance', `${chance}; allowed: 0 to 1`, 'OUT_OF_RANGE'));
  if (epoch >= epochs)
    problems.push(refuse('prediction.epoch', `${epoch}; allowed: 1 to ${epochs - 1}, before the last epoch`, 'OUT_OF_RANGE'));
  if (!(await isPredicted(tx, trial, search)))
    problems.push(refuse('prediction', 'given; allowed: only in searches with a prediction in their plan', 'NOT_ALLOWED'));
  if (problems.length > 0) throw new Refused(...problems);
  await tx.query(
    `INSERT INTO prediction (candidate_id, search_id, epoch, epochs, value, low, high, chance, best, rows, stops)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (candidate_id) DO UPDATE SET epoch = excluded.epoch, epochs = excluded.epochs, value = excluded.value, low = excluded.low,
       high = excluded.high, chance = excluded.chance, best = excluded.best, rows = excluded.rows, stops = excluded.stops`,
    [trial.candidateId, search.id, epoch, epochs, value, low, high, chance, best, rows, stops],
  );
}

/** Whether its candidate was proposed under a plan with a prediction. */
async function isPredicted(tx: Transaction, trial: Trial, search: Search): Promise<boolean> {
  if (trial.purpose !== 'SEARCH') return false;
  const [changes] = await changesOf(tx, [search.id]);
  if (changes!.length === 0) return Boolean(search.plan.prediction);
  const { number } = await tx.manager.findOneByOrFail(Candidate, { id: trial.candidateId });
  return Boolean(planAt(search.plan, changes!, number).prediction);
}

/**
 * The predicted reward of a trial that ends because of it.
 * @throws Refused for a trial that reported none that says so
 */
export async function predictedReward(tx: Transaction, candidateId: string): Promise<number> {
  const [found] = await tx.query<{ value: number }>('SELECT value FROM prediction WHERE candidate_id = $1 AND stops', [candidateId]);
  if (!found) throw new Refused(refuse('stoppedEarly', 'true; allowed: after a reported prediction that stops the trial', 'NOT_ALLOWED'));
  return found.value;
}
