import { type CostModel, fitCost, usualCost } from '../../schema/forecast/cost.ts';
import { trialWork } from '../../schema/forecast/work.ts';
import type { Architecture } from '../../schema/networks/architecture.ts';
import type { Plan } from '../../schema/plans/plan.ts';
import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import { WORKER_SECONDS } from '../fleet/limits.ts';

/** A worker that was heard of just now. */
export interface LiveWorker {
  id: string;
  gflops: number;
  /** Workers of one kind of device take the same time. */
  device: string;
}

/** SQL: what workers of a row of `worker` share their speed by. */
export const deviceOf = (worker: string): string =>
  `concat_ws(' / ', ${worker}.host, ${worker}.backend, ${worker}.device, ${worker}.threads)`;

export function liveWorkers(database: DataSource, teamId: string): Promise<LiveWorker[]> {
  return queries(database).query<LiveWorker>(
    `SELECT id, gflops, ${deviceOf('worker')} AS device FROM worker
     WHERE team_id = $1 AND gone_at IS NULL AND last_seen_at > now() - make_interval(secs => $2) ORDER BY gflops DESC, id`,
    [teamId, WORKER_SECONDS],
  );
}

/** Trials that tell a device's speed, at most: the last ones. */
const PAST = 100;

/**
 * What trials cost on each device, from the team's last trials on it; where there are none, from its measured speed.
 * @param without a search that is left out
 */
export async function priorsOf(
  database: DataSource,
  teamId: string,
  workers: readonly LiveWorker[],
  without: string | null,
): Promise<Map<string, CostModel>> {
  const rows = await queries(database).query<{
    device: string;
    seconds: number;
    architecture: Architecture;
    plan: Plan;
    /** Trained to; null: the plan's. */
    epochs: number | null;
    trainCount: number;
    validationCount: number;
  }>(
    `SELECT ${deviceOf('worker')} AS device, trial.seconds, candidate.architecture, search.plan, trial.epochs,
       dataset.train_count AS "trainCount", dataset.validation_count AS "validationCount"
     FROM trial
     JOIN candidate ON candidate.id = trial.candidate_id JOIN search ON search.id = trial.search_id
     JOIN dataset ON dataset.id = search.dataset_id JOIN worker ON worker.id = trial.worker_id
     WHERE search.team_id = $1 AND trial.status = 'DONE' AND trial.attempt = 1 AND trial.seconds > 0
       AND trial.purpose = 'SEARCH' AND search.id IS DISTINCT FROM $2 AND ${deviceOf('worker')} = ANY($3)
     ORDER BY trial.id DESC LIMIT ${PAST}`,
    [teamId, without, workers.map(({ device }) => device)],
  );
  const timed = rows.map(({ device, seconds, architecture, plan, epochs, ...counts }) => ({
    device,
    seconds,
    work: trialWork(architecture, { ...plan.training, epochs: epochs ?? plan.training.epochs }, counts),
  }));
  return new Map(
    workers.map(({ device, gflops }) => [
      device,
      fitCost(
        timed.filter((trial) => trial.device === device),
        usualCost(gflops),
      ),
    ]),
  );
}
