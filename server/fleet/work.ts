import { completeTraining } from '../../schema/plans/plan.ts';
import { usesRungs } from '../../schema/plans/rungs.ts';
import type { Context } from '../access/context.ts';
import { Candidate, Lease, Search, Trial, Worker } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { predictionWork } from '../predictions/work.ts';
import type { ResolversTypes, StepResult } from '../resolvers.generated.ts';
import { planOf } from '../searches/changes.ts';

/** What a lease asks its worker to do; null for anyone else, and after the lease has ended. */
export async function workOf(lease: Lease, context: Context): Promise<Awaited<ResolversTypes['Work']> | null> {
  const { loaders, actor, files } = context;
  const worker = await loaders.need(Worker, lease.workerId);
  if (lease.endedAt || actor.kind !== 'WORKER' || actor.tokenId !== worker.tokenId) return null;
  const search = await loaders.need(Search, lease.searchId);
  if (lease.trialId) {
    const trial = await loaders.need(Trial, lease.trialId);
    const checkpointUrl = trial.checkpointFileId && files.url(trial.checkpointFileId);
    const candidate = await loaders.need(Candidate, trial.candidateId);
    const plan = await planOf(context, search, candidate.number);
    const prediction = await predictionWork(context.database, { trial, candidate, plan });
    const epochs = trial.epochs ?? plan.training.epochs;
    const patience = completeTraining(plan.training).patience;
    const batchSize = trial.batchSize!;
    return { __typename: 'TrialWork', trial, search, seed: trial.seed, batchSize, epochs, patience, checkpointUrl, prediction };
  }
  const { controllerVersion } = search;
  const results = await resultsOf(context, search);
  const history = controllerVersion === 0 ? await historyOf(context, search.id) : [];
  const checkpointUrl = search.checkpointFileId && files.url(search.checkpointFileId);
  // only workers without the state of this version ask for it
  const state = () => stateOf(context, search.id);
  return { __typename: 'StepWork', search, version: controllerVersion, state, results, history, checkpointUrl };
}

async function stateOf({ database }: Context, searchId: string): Promise<unknown> {
  const [row] = await queries(database).query<{ state: unknown }>('SELECT controller_state AS state FROM search WHERE id = $1', [searchId]);
  return row?.state ?? null;
}

/** Imported results, once for each row of their file; none where nothing was imported. */
async function historyOf({ database }: Context, searchId: string): Promise<StepResult[]> {
  return queries(database).query<StepResult>(
    `SELECT candidate.number, notation, reward
     FROM search
     CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(nullif(search.history, 'null'), '[]')) WITH ORDINALITY AS entry (number, position)
     JOIN candidate ON candidate.search_id = search.id AND candidate.number = entry.number::int
     WHERE search.id = $1 ORDER BY position`,
    [searchId],
  );
}

/** Results that a controller's state has not observed yet: only the unbroken row, so that their order never depends on who was faster. */
async function resultsOf({ database }: Context, { id, plan, observed, endedPrefix }: Search): Promise<StepResult[]> {
  const results = usesRungs(plan.controller.kind)
    ? '(SELECT job.search_id, job.number, notation, job.reward FROM job JOIN candidate ON candidate.id = job.candidate_id)'
    : 'candidate';
  return queries(database).query<StepResult>(
    `SELECT number, notation, reward FROM ${results} AS result WHERE search_id = $1 AND number > $2 AND number <= $3 ORDER BY number`,
    [id, observed, endedPrefix],
  );
}

/** What several workers work on now, the longest held lease first. */
export async function leasesOf({ database }: Context, workerIds: readonly string[]): Promise<(Lease | null)[]> {
  const rows = await queries(database).entities(
    Lease,
    'SELECT DISTINCT ON (worker_id) * FROM lease WHERE worker_id = ANY($1) AND ended_at IS NULL ORDER BY worker_id, id',
    [workerIds],
  );
  const found = new Map(rows.map((row) => [row.workerId, row]));
  return workerIds.map((id) => found.get(id) ?? null);
}
